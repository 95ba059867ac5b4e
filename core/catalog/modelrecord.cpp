// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelrecord.h"

#include "core/catalog/modellayers.h"
#include "core/catalog/recordreader.h"
#include "core/memory/parameters.h"
#include "core/units/quantity.h"

#include <array>
#include <utility>

namespace plimsoll {
namespace {

using L1 = QLatin1String;

NormType readNormType(RecordReader &in)
{
    const QString type = in.choice(L1("norm_type"),
                                   {QStringLiteral("rmsnorm"), QStringLiteral("layernorm"),
                                    QStringLiteral("layernorm_nobias"), QStringLiteral("none")},
                                   QStringLiteral("rmsnorm"));
    if (type == L1("layernorm"))
        return NormType::Layer;
    if (type == L1("layernorm_nobias"))
        return NormType::LayerNoBias;
    return type == L1("none") ? NormType::None : NormType::Rms;
}

MtpStyle readMtpStyle(RecordReader &in)
{
    static constexpr std::array<std::pair<const char *, MtpStyle>, 7> styles = {{
        {"deepseek", MtpStyle::DeepSeek},
        {"deepseek_shared", MtpStyle::DeepSeekShared},
        {"qwen", MtpStyle::Qwen},
        {"ernie", MtpStyle::Ernie},
        {"step", MtpStyle::Step},
        {"nemotron", MtpStyle::Nemotron},
        {"mimo", MtpStyle::Mimo},
    }};
    QStringList names;
    for (const auto &[name, style] : styles)
        names.append(L1(name));
    const QString found = in.choice(L1("mtp_style"), names, {});
    for (const auto &[name, style] : styles) {
        if (found == L1(name))
            return style;
    }
    return MtpStyle::None;
}

std::optional<VisionTower> readVision(RecordReader &in)
{
    VisionTower tower;
    tower.type = in.choice(L1("vision_type"),
                           {QStringLiteral("qwen2.5"), QStringLiteral("qwen3"), QStringLiteral("siglip"),
                            QStringLiteral("gemma4"), QStringLiteral("pixtral"), QStringLiteral("pixtral_llava"),
                            QStringLiteral("llama4"), QStringLiteral("mllama")},
                           {});
    const auto size = [&in](L1 key, qint64 high) { return qint32(in.integer(key, 0, high)); };
    tower.depth = size(L1("vision_depth"), 1024);
    tower.hidden = size(L1("vision_hidden"), 65536);
    tower.intermediate = size(L1("vision_inter"), 262'144);
    tower.patch = size(L1("vision_patch"), 1024);
    tower.positions = size(L1("vision_pos"), 1'048'576);
    tower.deepstack = size(L1("vision_deepstack"), 64);
    tower.headDim = size(L1("vision_head_dim"), 8192);
    tower.projectionIn = size(L1("vision_proj_in"), 262'144);
    tower.projectionOut = size(L1("vision_proj_out"), 262'144);
    tower.tiles = size(L1("vision_tiles"), 256);
    tower.aspectRatios = size(L1("vision_aspect_ratios"), 256);
    tower.globalDepth = size(L1("vision_global_depth"), 1024);
    tower.statedParameters = in.integer(L1("vision_params_stated"), 0, recordlimits::extra);
    if (tower.type.isEmpty() && tower.statedParameters == 0)
        return std::nullopt;
    if (!tower.type.isEmpty() && (tower.depth == 0 || tower.hidden == 0))
        in.fail(tower.depth == 0 ? L1("vision_depth") : L1("vision_hidden"),
                RecordReader::tr("is missing, but there is a vision_type."));
    return tower;
}

std::optional<PerLayerEmbeddings> readPerLayerEmbeddings(RecordReader &in)
{
    PerLayerEmbeddings embeddings;
    embeddings.dim = qint32(in.integer(L1("ple_dim"), 1, 65536));
    embeddings.vocabulary = in.integer(L1("ple_vocab_size"), 1, recordlimits::vocabulary);
    embeddings.altupInputs = qint32(in.integer(L1("altup_num_inputs"), 1, 64));
    embeddings.laurelRank = qint32(in.integer(L1("laurel_rank"), 1, 65536));
    if (embeddings.dim == 0)
        return std::nullopt;
    if (embeddings.vocabulary == 0)
        in.fail(L1("ple_vocab_size"), RecordReader::tr("is missing, but there is a ple_dim."));
    return embeddings;
}

void readNumberFormat(RecordReader &in, ModelArchitecture &model)
{
    model.torchDtype =
        in.choice(L1("torch_dtype"),
                  {QStringLiteral("float32"), QStringLiteral("float16"), QStringLiteral("bfloat16"),
                   QStringLiteral("float8_e4m3fn"), QStringLiteral("mxfp4 experts, bfloat16 rest"),
                   QStringLiteral("int4 experts, bfloat16 rest"), QStringLiteral("float4 experts, float8_e4m3fn rest"),
                   QStringLiteral("ternary (1.58 bit), packed uint8")},
                  {});
    const std::vector<qint64> block = in.integers(L1("weight_block_size"), 1, 4096);
    if (in.has(L1("weight_block_size")) && block != std::vector<qint64>{128, 128})
        in.fail(L1("weight_block_size"), RecordReader::tr("only [128, 128] is known."));
    model.blockScales = !block.empty();
}

void readPublishedCounts(RecordReader &in, ModelArchitecture &model)
{
    model.publishedParameters = in.integer(L1("total_params"), 1, kMaxParameters);
    if (!in.text(L1("total_params_kind")).startsWith(L1("exact"))) {
        // Where a record does not say how far its figure was rounded, one percent as models are named.
        model.publishedPrecision =
            in.integer(L1("total_params_precision"), 0, kMaxParameters, model.publishedParameters / 100);
    }
    model.publishedActive = in.integer(L1("active_params"), 1, kMaxParameters);
    model.publishedIncludes = in.text(L1("total_params_includes"), QStringLiteral("text"));
    model.checkpointBuffers = in.integer(L1("checkpoint_buffers"), 0, recordlimits::extra);
    static const QStringList parts = {
        QStringLiteral("text"),     QStringLiteral("vision"),     QStringLiteral("audio"),  QStringLiteral("mtp"),
        QStringLiteral("tied_dup"), QStringLiteral("fp8_scales"), QStringLiteral("buffers")};
    const QStringList included = model.publishedIncludes.split(QLatin1Char('+'));
    for (const QString &part : included) {
        if (!parts.contains(part))
            in.fail(L1("total_params_includes"), RecordReader::tr("\"%1\" is not known; expected one of: %2.")
                                                     .arg(part.left(40), parts.join(QLatin1String(", "))));
    }
}

/// Fields that document a record, repeat what follows from others, or are not needed for memory.
void acceptOtherFields(RecordReader &in)
{
    in.accept({L1("release"),
               L1("license"),
               L1("same_architecture_as"),
               L1("notes"),
               L1("source_arch"),
               L1("source_total"),
               L1("confidence"),
               L1("attention_layers_full"),
               L1("attention_layers_windowed"),
               L1("index_topk"),
               L1("hybrid_override_pattern"),
               L1("total_params_precision"),
               L1("active_params_kind"),
               L1("params_text"),
               L1("params_mtp"),
               L1("params_vision"),
               L1("computed_params"),
               L1("active_params_computed"),
               L1("check"),
               L1("check_diff")});
}

} // namespace

Result<ModelArchitecture> modelFromRecord(const QJsonObject &record, const QString &place)
{
    RecordReader in(record, place);
    ModelArchitecture model;
    model.id = in.requiredText(L1("id"));
    model.displayName = in.text(L1("display_name"), model.id);
    model.architecture = in.text(L1("architecture"));
    model.family = in.text(L1("family"));
    model.source = in.text(L1("source"));
    readNumberFormat(in, model);

    model.hiddenSize = in.requiredInteger(L1("hidden_size"), 1, recordlimits::hidden);
    model.vocabSize = in.requiredInteger(L1("vocab_size"), 1, recordlimits::vocabulary);
    model.embeddingDim = in.integer(L1("embedding_dim"), 1, recordlimits::hidden, model.hiddenSize);
    model.tiedEmbeddings = in.flag(L1("tie_word_embeddings"));
    model.lmHeadBias = in.flag(L1("lm_head_bias"));
    model.positionEmbeddingRows = in.integer(L1("position_embedding_rows"), 0, recordlimits::vocabulary);
    model.embeddingNorm = in.flag(L1("embedding_norm"));
    model.finalNorm = in.flag(L1("final_norm"), true);
    model.normType = readNormType(in);
    model.contextLimit = in.integer(L1("max_position_embeddings"), 1, recordlimits::tokens);
    model.rotaryPositions = in.integer(L1("rotary_positions"), 0, recordlimits::tokens);
    model.partialRotaryFactor = in.number(L1("partial_rotary_factor"), 0, 1, 1);
    model.extraParameters = in.integer(L1("extra_params"), 0, recordlimits::extra);
    model.hyperConnections = qint32(in.integer(L1("hc_mult"), 1, 64));
    model.perLayerEmbeddings = readPerLayerEmbeddings(in);
    readLayers(in, model);

    model.mtpLayers = qint32(in.integer(L1("num_nextn_predict_layers"), 0, 64));
    model.mtpStyle = readMtpStyle(in);
    model.vision = readVision(in);
    model.audioParameters = in.integer(L1("audio_params_stated"), 0, recordlimits::extra);
    readPublishedCounts(in, model);
    acceptOtherFields(in);
    in.refuseUnknownFields();

    if (in.ok() && countParameters(model).total() > kMaxParameters)
        in.fail(L1("hidden_size"), RecordReader::tr("makes a model of more than 10^15 parameters."));
    if (!in.ok())
        return in.error();
    return model;
}

} // namespace plimsoll
