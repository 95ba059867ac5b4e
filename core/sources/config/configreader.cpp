// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modellayers.h"
#include "core/memory/parameters.h"
#include "core/sources/config/blockconfigs.h"
#include "core/sources/config/configkeys.h"
#include "core/sources/config/configreading.h"
#include "core/sources/config/configtext.h"
#include "core/sources/config/dialect.h"
#include "core/sources/config/feedforwardreader.h"
#include "core/sources/config/layerkinds.h"
#include "core/sources/config/mixerreader.h"
#include "core/sources/config/nestedconfig.h"
#include "core/sources/config/quantization.h"
#include "core/sources/config/storedformat.h"
#include "core/sources/config/unknownarchitecture.h"
#include "core/sources/config/visionreader.h"
#include "core/units/quantity.h"

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConfigReader)
};

NormType readNormType(const ConfigKeys &in, const Dialect &dialect)
{
    if (in.flag({"norm_bias"}) || (in.isText({"norm_type"}) && in.text({"norm_type"}) == QLatin1String("layernorm")))
        return NormType::Layer;
    return dialect.norm;
}

/// Where neither the file nor a documented default says so: the library leaves the key out of files that it writes
/// where it is true, and people who write files by hand mean a head of its own.
bool readTied(const ConfigKeys &in, bool isKnown)
{
    if (in.has({"tie_word_embeddings"}))
        return in.flag({"tie_word_embeddings"});
    const bool tied = in.has({"transformers_version"});
    if (!isKnown)
        in.issues().warn(tied ? Text::tr("tie_word_embeddings is missing; a tied head is assumed, as the library does.")
                              : Text::tr("tie_word_embeddings is missing; a head of its own is assumed."));
    return tied;
}

/// How far the rotary tables go and how much of a head they turn, as far as it departs from the plain case.
void readRotary(const ConfigKeys &in, ModelArchitecture &model)
{
    const ConfigKeys scaling =
        in.object(in.has({"rope_scaling"}) ? ConfigKeys::Names{"rope_scaling"} : ConfigKeys::Names{"rope_parameters"});
    model.partialRotaryFactor = in.number({"partial_rotary_factor", "rotary_pct"}, 0, 1, 1);
    if (scaling.has({"partial_rotary_factor"}))
        model.partialRotaryFactor = scaling.number({"partial_rotary_factor"}, 0, 1, 1);
    const QString type = scaling.text({"rope_type", "type"});
    if (type == QLatin1String("linear")) {
        const double factor = scaling.number({"factor"}, 1, 1'000'000, 1);
        model.rotaryPositions = qint64(double(model.contextLimit) * factor);
    } else if (type == QLatin1String("longrope") || type == QLatin1String("su")) {
        const qint64 original = in.integer({"original_max_position_embeddings"}, 0, recordlimits::tokens);
        if (original < model.contextLimit)
            model.rotaryPositions = model.contextLimit + original;
    }
}

void readWhole(const ConfigKeys &in, const Dialect &dialect, ModelArchitecture &model)
{
    using namespace recordlimits;
    model.hiddenSize = in.required({"hidden_size", "n_embd", "d_model", "hidden_dim", "n_embed", "dim"}, 1, hidden);
    model.vocabSize = in.required({"vocab_size", "padded_vocab_size", "n_vocab"}, 1, vocabulary);
    model.embeddingDim = in.integer({"embedding_dim", "word_embed_proj_dim"}, 1, hidden, model.hiddenSize);
    model.tiedEmbeddings = readTied(in, dialect.names[0] != '\0');
    model.lmHeadBias = in.flag({"lm_head_bias"});
    model.embeddingNorm = in.flag({"embedding_norm"}, dialect.embeddingNorm);
    model.finalNorm = in.flag({"final_norm"}, dialect.finalNorm);
    model.normType = readNormType(in, dialect);
    model.contextLimit = in.integer({"max_position_embeddings", "n_positions", "max_seq_len", "seq_length", "n_ctx",
                                     "max_sequence_length", "model_max_length"},
                                    0, tokens);
    if (dialect.positionOffset >= 0 && model.contextLimit <= vocabulary)
        model.positionEmbeddingRows = model.contextLimit + dialect.positionOffset;
    readRotary(in, model);
    model.positionEmbeddingRows = in.integer({"position_embedding_rows"}, 0, vocabulary, model.positionEmbeddingRows);
    model.extraParameters = in.integer({"extra_params"}, 0, extra);
    model.hyperConnections = qint32(in.integer({"hc_mult"}, 0, 64));
    if (in.integer({"hidden_size_per_layer_input"}, 0, 65536) > 0) {
        PerLayerEmbeddings embeddings;
        embeddings.dim = qint32(in.integer({"hidden_size_per_layer_input"}, 1, 65536));
        embeddings.vocabulary = in.required({"vocab_size_per_layer_input"}, 1, vocabulary);
        embeddings.altupInputs = qint32(in.integer({"altup_num_inputs"}, 0, 64));
        embeddings.laurelRank = qint32(in.integer({"laurel_rank"}, 0, 65536));
        model.perLayerEmbeddings = embeddings;
    }
}

void readLayers(const ConfigKeys &in, const Dialect &dialect, ModelArchitecture &model)
{
    if (readBlockConfigs(in, model))
        return;
    const LayerKinds kinds = readLayerKinds(in, dialect);
    if (!in.ok())
        return;
    const MixerReader mixers(in, dialect, model.hiddenSize, kinds.mixers);
    const FeedForwardReader blocks(in, dialect, model.hiddenSize, kinds.blocks);
    const qint32 norms = qint32(in.integer({"norms_per_layer"}, 0, 16, dialect.norms));
    const qint64 extra = in.integer({"extra_per_layer"}, 0, recordlimits::extra, dialect.extraPerLayer);
    if (!in.ok())
        return;
    for (int i = 0; i < kinds.layers(); ++i) {
        LayerGroup layer;
        layer.mixer = mixers.mixer(i);
        layer.dense = blocks.dense(i);
        layer.moe = blocks.moe(i);
        layer.norms = norms;
        layer.extraParameters = extra + mixers.routingBias(i);
        model.appendLayer(std::move(layer));
    }
}

/// A class without a language model's head: embeddings and rerankers.
void removeHead(const ConfigKeys &root, const QString &className, bool encoder, ModelArchitecture &model)
{
    const bool scores = className.endsWith(QLatin1String("ForSequenceClassification"))
                        || className.endsWith(QLatin1String("ForTokenClassification"))
                        || className.endsWith(QLatin1String("ForRewardModel"));
    const bool bare = className.endsWith(QLatin1String("Model")) && !className.contains(QLatin1String("LMHead"))
                      && !className.contains(QLatin1String("Chat"));
    if (!scores && !bare && !encoder)
        return;
    model.tiedEmbeddings = true; // there is no second matrix
    model.lmHeadBias = false;
    if (!scores)
        return;
    const qsizetype named = root.json().value(QLatin1String("id2label")).toObject().size();
    const bool oneScore = className.endsWith(QLatin1String("ForRewardModel"));
    const qint64 labels = root.integer({"num_labels"}, 1, 1'000'000, named > 0 ? named : oneScore ? 1 : 2);
    model.extraParameters += labels * model.hiddenSize + (encoder ? labels : 0);
}

void readMtp(const ConfigKeys &in, const Dialect &dialect, ModelArchitecture &model)
{
    const qint64 layers = mtpLayerCount(in);
    if (layers == 0)
        return;
    if (dialect.mtp == MtpStyle::None) {
        in.issues().warn(
            Text::tr("The file names a multi-token-prediction module of %n layer(s), whose size is not known "
                     "for this architecture and which is not counted.",
                     nullptr, int(layers)));
        return;
    }
    model.mtpStyle = dialect.mtp;
    model.mtpLayers = qint32(layers);
}

Error failure(const char *code, const QString &field, const QString &text)
{
    return {QLatin1String(code), field, text, ErrorKind::File};
}

/// What the weights are stored in: torch_dtype, or what quantization_config makes of it.
std::optional<Error> readWeights(const ConfigKeys &in, const QByteArray &quantConfig, const QString &where,
                                 ConfigReading &reading)
{
    ModelArchitecture &model = reading.architecture;
    model.torchDtype = in.isText({"torch_dtype", "dtype"}) ? in.text({"torch_dtype", "dtype"}) : QString();
    model.torchDtype.remove(QLatin1String("torch."));
    ConfigIssues separateIssues;
    separateIssues.where = where + QLatin1String(" (hf_quant_config.json)");
    QJsonObject separate;
    if (!quantConfig.isEmpty()) {
        const Result<QJsonObject> parsed = parseConfigText(quantConfig, separateIssues.where);
        if (!parsed.ok())
            return parsed.error();
        separate = *parsed;
    }
    const auto quantization = readQuantization(in, ConfigKeys(separateIssues, separate));
    if (in.issues().error || separateIssues.error)
        return in.issues().error ? in.issues().error : separateIssues.error;
    if (!quantization)
        return std::nullopt;
    model.storedFormat = storedFormat(model, *quantization, model.torchDtype == QLatin1String("float32") ? 32 : 16);
    model.torchDtype = model.storedFormat->name;
    if (quantization->keeps.isCut() || quantization->assigns.isCut())
        in.issues().warn(Text::tr("The lists of modules in the quantisation configuration are longer than those of any "
                                  "known model; not all of them is heeded."));
    reading.kvCacheFormat = quantization->kvCacheFormat;
    return std::nullopt;
}

} // namespace

Result<ConfigReading> readConfigJson(const QByteArray &text, const QString &where, const QByteArray &quantConfig)
{
    const Result<QJsonObject> parsed = parseConfigText(text, where);
    if (!parsed.ok())
        return parsed.error();
    ConfigIssues issues;
    issues.where = where;
    const NestedConfig nested = findLanguageModel(*parsed);
    const Dialect *known = findDialect(nested.names);
    QString relative;
    const Dialect *related = known ? known : findRelative(nested.names, &relative);
    const Dialect &dialect = related ? *related : plainDialect();
    if (dialect.unsupported)
        return failure("unsupported-model", QStringLiteral("model_type"),
                       Text::tr("%1: this is %2. Plimsoll sizes models that generate text from a prompt; choose one of "
                                "those, or enter its number of parameters as a free size.")
                           .arg(where, QCoreApplication::translate("Dialect", dialect.unsupported)));
    QJsonObject canonical = nested.text;
    if (dialect.adapt)
        dialect.adapt(canonical);
    else if (!related && hasPlainBlocks(canonical))
        canonical.insert(QLatin1String("gated"), false);
    ConfigKeys in(issues, canonical, nested.path);
    in.setDefaults(dialect.defaults);
    const ConfigKeys root(issues, *parsed);

    ConfigReading reading;
    ModelArchitecture &model = reading.architecture;
    model.id = where;
    model.architecture = nested.className.isEmpty() ? nested.modelType : nested.className;
    model.family = nested.modelType;
    model.source = where;
    readWhole(in, dialect, model);
    if (in.ok())
        readLayers(in, dialect, model);
    if (dialect.encoder)
        model.dropCausality();
    if (issues.error)
        return *issues.error;
    removeHead(root, nested.className, dialect.encoder, model);
    readMtp(in, dialect, model);
    // Omni models nest the whole multimodal part once more.
    const ConfigKeys encoders = root.isObject({"thinker_config"}) ? root.object({"thinker_config"}) : root;
    model.vision = readVision(encoders, nested.visionNames(), model.hiddenSize);
    model.audioParameters = readAudio(encoders, nested.visionNames(), model.hiddenSize);
    if (!known)
        issues.warn(aboutUnknown(in, relative, model));
    if (issues.error)
        return *issues.error;
    if (countParameters(model).total() > kMaxParameters)
        return failure(
            "bad-config", QStringLiteral("hidden_size"),
            Text::tr("%1: hidden_size and the other sizes make a model of more than 10^15 parameters. Correct "
                     "the file or download it again.")
                .arg(where));
    if (const auto error = readWeights(in, quantConfig, where, reading))
        return *error;
    reading.isKnown = known != nullptr;
    reading.cachesKeys = !dialect.encoder;
    reading.warnings = issues.warnings;
    return reading;
}

} // namespace plimsoll
