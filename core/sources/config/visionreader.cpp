// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/visionreader.h"

#include "core/sources/config/statedtowers.h"

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

bool isAny(const QStringList &names, std::initializer_list<const char *> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const char *name) { return names.contains(QLatin1String(name)); });
}

/// Parameters of a tower that is counted here, or 0 with a warning.
qint64 countTower(const ConfigKeys &root, const ConfigKeys &in, const QStringList &names, qint64 hidden)
{
    if (isAny(names, {"gemma3n"}))
        return 300'000'000; // MobileNet V5, as its publisher rounds it
    if (isAny(names, {"qwen2vl"}))
        return qwen2Tower(in, hidden);
    if (in.has({"vt_hidden_size", "init_pos_emb_height"}))
        return moonTower(in, hidden);
    const bool hasSizes =
        in.has({"hidden_size", "width", "embed_dim"}) && in.has({"num_hidden_layers", "depth", "layers"});
    if (!hasSizes) {
        root.issues().warn(ConfigKeys::tr("The image encoder's vision_config names no sizes; it is not counted."));
        return 0;
    }
    if (isAny(names, {"internvlchat", "internvl"}))
        return internTower(in, hidden);
    const qint64 shuffle = root.integer({"scale_factor"}, 1, 64, 2);
    if (isAny(names, {"idefics3", "smolvlm"}))
        return clipTower(in, hidden, Projector::Shuffled, shuffle);
    if (isAny(names, {"paligemma"}))
        return clipTower(in, hidden, Projector::OneMatrix, 1);
    if (isAny(names, {"llavanext", "llavaonevision"}))
        return clipTower(in, hidden, Projector::TwoMatrices, 1) + hidden; // and the vector that ends a row
    if (!isAny(names, {"llava"}))
        root.issues().warn(ConfigKeys::tr("The image encoder is of a kind that is not known and is counted as a plain "
                                          "vision transformer; its size may be off by a few per cent of the encoder."));
    return clipTower(in, hidden, Projector::TwoMatrices, 1);
}

/// Encoders that a file names without their sizes.
void warnAboutOthers(const ConfigKeys &root)
{
    const ConfigKeys::Names keys = {"img_processor", "mm_vision_tower", "visual",         "vision_tower",
                                    "image_encoder", "vision_lora",     "audio_processor"};
    if (root.has(keys) && !root.isObject({"vision_config"}))
        root.issues().warn(
            ConfigKeys::tr("The file names an encoder of images or sound without its sizes; it is not counted."));
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
    tower.statedParameters = countTower(root, in, names, hidden);
    return tower.statedParameters > 0 ? std::optional(tower) : std::nullopt;
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
