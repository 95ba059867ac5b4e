// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/statedtowers.h"

namespace plimsoll {
namespace {

qint64 size(const ConfigKeys &in, ConfigKeys::Names names, qint64 high, qint64 fallback = 0)
{
    if (!in.isList(names))
        return in.integer(names, 0, high, fallback);
    const std::vector<qint64> sides = in.integers(names, 0, high, 4); // height and width
    return sides.empty() ? fallback : sides.front();
}

/// Four matrices and two of the feed-forward block, with biases, and two LayerNorms.
qint64 block(qint64 h, qint64 i)
{
    return 4 * h * h + 4 * h + 2 * h * i + i + h + 4 * h;
}

qint64 patchesOf(const ConfigKeys &in, qint64 patch, qint64 fallbackImage)
{
    const qint64 side = size(in, {"image_size"}, 16384, fallbackImage) / std::max<qint64>(patch, 1);
    return side * side;
}

} // namespace

// Qwen2-VL-2B: 665,271,296 of 2,208,985,600.
qint64 qwen2Tower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"embed_dim"}, 65536, 1280);
    const qint64 i = h * size(in, {"mlp_ratio"}, 64, 4);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 merged = 4 * h;
    return 6 * patch * patch * h + size(in, {"depth"}, 1024, 32) * block(h, i) + 2 * h + merged * merged + merged
           + merged * out + out;
}

// Kimi-VL-A3B: 447,545,840 of 16,407,657,776, of which 1,728 are buffers.
qint64 moonTower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"vt_hidden_size", "hidden_size"}, 65536);
    const qint64 i = size(in, {"vt_intermediate_size", "intermediate_size"}, 262'144);
    const qint64 depth = size(in, {"vt_num_hidden_layers", "num_hidden_layers"}, 1024);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 grid = size(in, {"init_pos_emb_height"}, 4096, 64) * size(in, {"init_pos_emb_width"}, 4096, 64);
    const qint64 merged = 4 * h;
    const qint64 embedding = 3 * patch * patch * h + grid * h;
    if (in.isBool({"linear_bias"}) && !in.flag({"linear_bias"})) {
        // Kimi K3: no biases, RMSNorm, attention of a width of its own.
        const qint64 attention = size(in, {"qkv_hidden_size"}, 65536, h);
        return embedding + depth * (4 * h * attention + 2 * h * i + 2 * h) + h + merged + merged * merged
               + merged * out;
    }
    return embedding + h + depth * block(h, i) + 2 * h + 2 * h + merged * merged + merged + merged * out + out;
}

// InternVL2-8B: 337,583,104 of 8,075,365,376.
qint64 internTower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"hidden_size"}, 65536);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const bool isRms = in.isText({"norm_type"}) && in.text({"norm_type"}) == QLatin1String("rms_norm");
    qint64 layer = block(h, size(in, {"intermediate_size"}, 262'144)) + 2 * h; // scales of both branches
    if (!in.flag({"qkv_bias", "attention_bias"}, true))
        layer -= 3 * h;
    if (isRms)
        layer -= 2 * h;
    if (in.flag({"qk_normalization", "use_qk_norm"}))
        layer += 2 * h;
    const qint64 merged = 4 * h;
    return 3 * patch * patch * h + h + h + (patchesOf(in, patch, 448) + 1) * h
           + size(in, {"num_hidden_layers"}, 1024) * layer + 2 * merged + merged * out + out + out * out + out;
}

// SmolVLM 256M: 93,510,912 of 256,484,928.
// LLaVA 1.5 7B, CLIP: 324,487,168 of 7,063,427,072. PaliGemma 3B, SigLIP: 414,803,696 of 2,923,466,480.
qint64 clipTower(const ConfigKeys &in, qint64 out, Projector projector, qint64 shuffle)
{
    const bool isClip = !in.isText({"model_type"}) || in.text({"model_type"}).startsWith(QLatin1String("clip"));
    const qint64 h = size(in, {"hidden_size", "width", "embed_dim"}, 65536);
    const qint64 i = size(in, {"intermediate_size"}, 262'144, 4 * h);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 positions = patchesOf(in, patch, isClip ? 336 : 224) + (isClip ? 1 : 0);
    // CLIP has a class token and a norm before the layers; SigLIP a bias on its patches.
    const qint64 own = isClip ? h + 2 * h : h;
    const qint64 tower = 3 * patch * patch * h + own + positions * h
                         + size(in, {"num_hidden_layers", "depth", "layers"}, 1024) * block(h, i) + 2 * h;
    switch (projector) {
    case Projector::OneMatrix:
        return tower + h * out + out;
    case Projector::Shuffled:
        return tower + h * shuffle * shuffle * out;
    case Projector::TwoMatrices:
        break;
    }
    return tower + h * out + out + out * out + out;
}

} // namespace plimsoll
