// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/visionreader.h"

#include "core/memory/visiontower.h"

#include <array>

namespace plimsoll {
namespace {

/// Which of the counted towers (visiontower.h) a file has, and the documented defaults of its vision configuration.
struct TowerKind {
    const char *names; ///< of the whole model
    const char *type;
    const char *defaults;
};

constexpr std::array<TowerKind, 8> towerKinds = {{
    {"qwen25vl qwen25omni qwen25omnithinker", "qwen2.5",
     "depth=32 hidden_size=1280 intermediate_size=3420 patch_size=14"},
    {"qwen3vl qwen3vlmoe qwen35 qwen35moe qwen36 qwen36moe", "qwen3",
     "depth=27 hidden_size=1152 intermediate_size=4304 patch_size=16 num_position_embeddings=2304"},
    {"gemma3", "siglip", "num_hidden_layers=27 hidden_size=1152 intermediate_size=4304 patch_size=14 image_size=896"},
    {"gemma4", "gemma4",
     "num_hidden_layers=16 hidden_size=768 intermediate_size=3072 patch_size=16 head_dim=64 "
     "position_embedding_size=10240"},
    {"mistral3", "pixtral", "num_hidden_layers=24 hidden_size=1024 intermediate_size=4096 patch_size=14"},
    {"llama4", "llama4",
     "num_hidden_layers=34 hidden_size=1408 intermediate_size=5632 patch_size=14 image_size=336 "
     "projector_input_dim=4096 projector_output_dim=4096"},
    {"mllama", "mllama",
     "num_hidden_layers=32 num_global_layers=8 hidden_size=1280 intermediate_size=5120 patch_size=14 "
     "image_size=560 max_num_tiles=4 vision_output_dim=7680"},
    {"pixtral", "pixtral_llava", "num_hidden_layers=24 hidden_size=1024 intermediate_size=4096 patch_size=16"},
}};

const TowerKind *findKind(const QStringList &names)
{
    for (const QString &name : names) {
        for (const TowerKind &kind : towerKinds) {
            if (QString::fromLatin1(kind.names).split(QLatin1Char(' ')).contains(name))
                return &kind;
        }
    }
    return nullptr;
}

qint32 size(const ConfigKeys &in, ConfigKeys::Names names, qint64 high, qint64 fallback = 0)
{
    return qint32(in.integer(names, 0, high, fallback));
}

/// (image / patch)^2, and one for the class token.
qint32 positionsOf(const ConfigKeys &in, qint32 patch, qint32 fallbackImage, bool withClass)
{
    const qint64 side = size(in, {"image_size"}, 16384, fallbackImage) / std::max(patch, 1);
    return qint32(std::min<qint64>(side * side, 1'048'575) + (withClass ? 1 : 0));
}

VisionTower knownTower(const ConfigKeys &in, const QString &type)
{
    VisionTower tower;
    tower.type = type;
    tower.depth = size(in, {"depth", "num_hidden_layers"}, 1024);
    tower.hidden = size(in, {"hidden_size", "embed_dim"}, 65536);
    tower.intermediate = size(in, {"intermediate_size"}, 262'144);
    tower.patch = size(in, {"patch_size"}, 1024);
    tower.headDim = size(in, {"head_dim"}, 8192);
    tower.positions = size(in, {"num_position_embeddings", "position_embedding_size"}, 1'048'576);
    tower.deepstack = qint32(in.integers({"deepstack_visual_indexes"}, 0, 1024, 64).size());
    if (type == QLatin1String("siglip"))
        tower.positions = positionsOf(in, tower.patch, 896, false);
    if (type == QLatin1String("llama4")) {
        tower.positions = positionsOf(in, tower.patch, 336, true);
        tower.projectionIn = size(in, {"projector_input_dim"}, 262'144);
        tower.projectionOut = size(in, {"projector_output_dim"}, 262'144);
    }
    if (type == QLatin1String("mllama")) {
        tower.positions = positionsOf(in, tower.patch, 560, true);
        tower.globalDepth = size(in, {"num_global_layers"}, 512);
        tower.depth += tower.globalDepth;
        tower.tiles = size(in, {"max_num_tiles"}, 64);
        tower.projectionIn = size(in, {"vision_output_dim"}, 262'144);
        const qsizetype ratios = in.list({"supported_aspect_ratios"}).size();
        tower.aspectRatios = ratios == 0 ? 9 : qint32(std::min<qsizetype>(ratios, 255)) + 1;
    }
    return tower;
}

/// Qwen2-VL: LayerNorms and a plain feed-forward of mlp_ratio times the width; patches and queries as in Qwen2.5-VL.
qint64 qwen2Tower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"embed_dim"}, 65536, 1280);
    const qint64 i = h * size(in, {"mlp_ratio"}, 64, 4);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 merged = 4 * h;
    const qint64 block = 4 * h * h + 4 * h + 2 * h * i + i + h + 4 * h;
    return 6 * patch * patch * h + size(in, {"depth"}, 1024, 32) * block + 2 * h + merged * merged + merged
           + merged * out + out;
}

/// MoonViT (Kimi-VL, Kimi-K2.5): biases in all layers, a learned grid of positions, two norms a layer, then a norm
/// and two matrices over four merged patches.
qint64 moonTower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"vt_hidden_size", "hidden_size"}, 65536);
    const qint64 i = size(in, {"vt_intermediate_size", "intermediate_size"}, 262'144);
    const qint64 depth = size(in, {"vt_num_hidden_layers", "num_hidden_layers"}, 1024);
    const qint64 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 grid =
        qint64(size(in, {"init_pos_emb_height"}, 4096, 64)) * size(in, {"init_pos_emb_width"}, 4096, 64);
    const qint64 block = 4 * h * h + 4 * h + 2 * h * i + i + h + 4 * h;
    return 3 * patch * patch * h + h + grid * h + depth * block + 2 * h + 2 * h + 16 * h * h + 4 * h + 4 * h * out
           + out;
}

/// A vision transformer of the usual make with a projector of two matrices.
qint64 plainTower(const ConfigKeys &in, qint64 out)
{
    const qint64 h = size(in, {"hidden_size", "width", "embed_dim"}, 65536);
    const qint64 i = size(in, {"intermediate_size"}, 262'144, 4 * h);
    const qint64 depth = size(in, {"num_hidden_layers", "depth", "layers"}, 1024);
    const qint32 patch = size(in, {"patch_size"}, 1024, 14);
    const qint64 positions = positionsOf(in, patch, 336, true);
    const qint64 block = 4 * h * h + 4 * h + 2 * h * i + i + h + 4 * h;
    return 3 * qint64(patch) * patch * h + h + positions * h + depth * block + 4 * h + h * out + out + out * out + out;
}

/// Encoders that a file names without their sizes.
void warnAboutOthers(const ConfigKeys &root)
{
    const ConfigKeys::Names keys = {"img_processor", "mm_vision_tower", "visual", "vision_tower", "image_encoder"};
    if (root.has(keys) && !root.isObject({"vision_config"}))
        root.issues().warn(ConfigKeys::tr("The file names an image encoder without its sizes; it is not counted."));
}

} // namespace

std::optional<VisionTower> readVision(const ConfigKeys &root, const QStringList &names, qint64 hidden)
{
    const TowerKind *kind = findKind(names);
    warnAboutOthers(root);
    if (!root.isObject({"vision_config"})) {
        // Files that someone shortened lack the tower that their class always has.
        const bool isLlama4 = names.contains(QLatin1String("llama4")) && root.isObject({"text_config"});
        const bool isStep = names.contains(QLatin1String("step3p7")) || names.contains(QLatin1String("step3p7flash"));
        if (!isLlama4 && !isStep)
            return std::nullopt;
        root.issues().warn(ConfigKeys::tr("vision_config is missing; the image encoder of the published models of this "
                                          "class is assumed."));
        if (isStep) {
            VisionTower tower;
            tower.statedParameters = 1'800'000'000; // as its publisher rounds it
            return tower;
        }
    }
    ConfigKeys in = root.object({"vision_config"});
    if (names.contains(QLatin1String("llava")) && in.isText({"model_type"})
        && in.text({"model_type"}) == QLatin1String("pixtral"))
        kind = findKind({QStringLiteral("pixtral")});
    if (kind) {
        in.setDefaults(kind->defaults);
        return knownTower(in, QString::fromLatin1(kind->type));
    }
    VisionTower tower;
    if (names.contains(QLatin1String("gemma3n"))) {
        tower.statedParameters = 300'000'000; // MobileNet V5, as its publisher rounds it
    } else if (names.contains(QLatin1String("qwen2vl"))) {
        tower.statedParameters = qwen2Tower(in, hidden);
    } else if (in.has({"vt_hidden_size", "init_pos_emb_height"})) {
        tower.statedParameters = moonTower(in, hidden);
    } else if (in.has({"hidden_size", "width", "embed_dim"}) && in.has({"num_hidden_layers", "depth", "layers"})) {
        tower.statedParameters = plainTower(in, hidden);
        // LLaVA 1.5: CLIP with a projector of two matrices is just that.
        const bool isClip = in.isText({"model_type"}) && in.text({"model_type"}) == QLatin1String("clip_vision_model")
                            && names.contains(QLatin1String("llava"));
        if (!isClip)
            root.issues().warn(
                ConfigKeys::tr("The image encoder is of a kind that is not known and is counted as a plain "
                               "vision transformer; its size may be off by a few per cent of the encoder."));
    } else {
        root.issues().warn(ConfigKeys::tr("The image encoder's vision_config names no sizes; it is not counted."));
        return std::nullopt;
    }
    return tower;
}

qint64 readAudio(const ConfigKeys &root, const QStringList &names, qint64 hidden)
{
    if (!root.isObject({"audio_config"}))
        return 0;
    if (names.contains(QLatin1String("gemma4"))) {
        constexpr qint64 width = 1536; // of the tower, which is projected to the language model's
        return 304'824'608 + width * hidden;
    }
    if (names.contains(QLatin1String("gemma3n")))
        return 681'000'000; // Universal Speech Model, as its publisher rounds it
    root.issues().warn(ConfigKeys::tr("The audio encoder is of a kind that is not known; it is not counted."));
    return 0;
}

} // namespace plimsoll
