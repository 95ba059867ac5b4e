// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/visiontower.h"

#include <QLatin1String>

namespace plimsoll {
namespace {

// The shapes were derived from the towers' modules and agree with the published counts to the last parameter.
// Names: h hidden, i intermediate, n depth, out the language model's hidden size.

struct Sizes {
    qint64 h, i, n, patch, positions, deepstack, headDim, projectionIn, projectionOut, tiles, aspectRatios, globalDepth;
    qint64 patchEmbedding() const { return 3 * patch * patch * h; }
    /// An encoder block with biases everywhere, a plain feed-forward and two LayerNorms.
    qint64 plainBlock() const { return 4 * h * h + 4 * h + 2 * h * i + i + h + 4 * h; }
};

qint64 qwen25(const Sizes &s, qint64 out)
{
    const qint64 merged = 4 * s.h;
    const qint64 block = 3 * s.h * s.h + 3 * s.h + s.h * s.h + s.h + 3 * s.h * s.i + 2 * s.i + s.h + 2 * s.h;
    return 2 * s.patchEmbedding() + s.n * block + s.h + merged * merged + merged + merged * out + out;
}

qint64 qwen3(const Sizes &s, qint64 out)
{
    const qint64 merged = 4 * s.h;
    const qint64 merger = merged * merged + merged + merged * out + out;
    return 2 * s.patchEmbedding() + s.h + s.positions * s.h + s.n * s.plainBlock() + 2 * s.h + merger
           + s.deepstack * (2 * merged + merger);
}

qint64 siglip(const Sizes &s, qint64 out)
{
    return s.patchEmbedding() + s.h + s.positions * s.h + s.n * s.plainBlock() + 2 * s.h + s.h + s.h * out;
}

qint64 pixtralEncoder(const Sizes &s)
{
    return s.patchEmbedding() + s.h + s.n * (4 * s.h * s.h + 3 * s.h * s.i + 2 * s.h);
}

qint64 pixtral(const Sizes &s, qint64 out)
{
    return pixtralEncoder(s) + 4 * s.h * s.h + s.h + s.h * out + out * out;
}

qint64 pixtralLlava(const Sizes &s, qint64 out)
{
    return pixtralEncoder(s) + s.h * out + out + out * out + out;
}

qint64 llama4(const Sizes &s, qint64 out)
{
    return s.patchEmbedding() + s.h + s.positions * s.h + 4 * s.h + s.n * s.plainBlock() + 4 * s.h * s.projectionIn
           + s.projectionIn * s.projectionOut + s.projectionOut * out;
}

qint64 mllama(const Sizes &s, qint64 out)
{
    const qint64 block = 4 * s.h * s.h + 2 * s.h * s.i + s.i + s.h + 4 * s.h;
    return s.h + s.patchEmbedding() + s.positions * s.h + 1 + s.aspectRatios * s.tiles * s.positions * s.h
           + 2 * (s.aspectRatios * s.tiles * s.h + 1) + 4 * s.h + s.n * block + 2 * s.globalDepth + s.projectionIn * out
           + out;
}

qint64 gemma4(const Sizes &s, qint64 out)
{
    return s.patchEmbedding() + 2 * s.positions * s.h + s.n * (4 * s.h * s.h + 3 * s.h * s.i + 4 * s.h + 2 * s.headDim)
           + s.h * out;
}

// What a rank has its share of.

qint64 plainShare(const Sizes &s, qint64)
{
    return s.n * (4 * s.h * s.h + 2 * s.h * s.i);
}

qint64 gatedShare(const Sizes &s, qint64)
{
    return s.n * (4 * s.h * s.h + 3 * s.h * s.i);
}

qint64 qwen25Share(const Sizes &s, qint64 out)
{
    return gatedShare(s, out) + 16 * s.h * s.h + 4 * s.h * out;
}

qint64 qwen3Share(const Sizes &s, qint64 out)
{
    return plainShare(s, out) + (1 + s.deepstack) * (16 * s.h * s.h + 4 * s.h * out);
}

qint64 whole(const Sizes &, qint64)
{
    return 0;
}

struct Kind {
    QLatin1String type;
    qint64 (*count)(const Sizes &, qint64 out);
    qint64 (*share)(const Sizes &, qint64 out);
};

constexpr Kind kinds[] = {
    {QLatin1String("qwen2.5"), qwen25, qwen25Share}, {QLatin1String("qwen3"), qwen3, qwen3Share},
    {QLatin1String("siglip"), siglip, plainShare},   {QLatin1String("pixtral"), pixtral, gatedShare},
    {QLatin1String("llama4"), llama4, plainShare},   {QLatin1String("pixtral_llava"), pixtralLlava, gatedShare},
    {QLatin1String("mllama"), mllama, plainShare},   {QLatin1String("gemma4"), gemma4, whole},
};

Sizes sizesOf(const VisionTower &tower)
{
    return {tower.hidden,  tower.intermediate, tower.depth,         tower.patch, tower.positions,    tower.deepstack,
            tower.headDim, tower.projectionIn, tower.projectionOut, tower.tiles, tower.aspectRatios, tower.globalDepth};
}

const Kind *kindOf(const VisionTower &tower)
{
    for (const Kind &kind : kinds) {
        if (tower.type == kind.type)
            return &kind;
    }
    return nullptr;
}

} // namespace

bool isKnownVisionType(const QString &type)
{
    for (const Kind &kind : kinds) {
        if (type == kind.type)
            return true;
    }
    return false;
}

qint64 visionParameters(const VisionTower &tower, qint64 hidden)
{
    const Kind *kind = kindOf(tower);
    return kind ? kind->count(sizesOf(tower), hidden) : tower.statedParameters;
}

qint64 shardedVisionParameters(const VisionTower &tower, qint64 hidden)
{
    const Kind *kind = kindOf(tower);
    // Of a tower of which only the size is known: Kimi-VL's is 39 % smaller on each of two ranks.
    return kind ? kind->share(sizesOf(tower), hidden) : tower.statedParameters / 5 * 4;
}

} // namespace plimsoll
