// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/layerkinds.h"

#include "core/catalog/modellayers.h"
#include "core/sources/config/feedforwardkinds.h"

#include <array>

namespace plimsoll {
namespace {

constexpr qsizetype kLongestList = recordlimits::layers + 64;

/// The letters that a name stands for: mixer and feed-forward, 0 where another key says it.
struct KindName {
    const char *name;
    char mixer, block;
};
constexpr std::array<KindName, 26> kindNames = {{
    {"full_attention", 'F', 0},
    {"attention", 'F', 0},
    {"global_attention", 'F', 0},
    {"global", 'F', 0},
    {"deepseek_sparse_attention", 'F', 0},
    {"sparse_attention", 'F', 0},
    {"sliding_attention", 'S', 0},
    {"sliding_window_attention", 'S', 0},
    {"sliding_window", 'S', 0},
    {"local_attention", 'S', 0},
    {"local", 'S', 0},
    {"chunked_attention", 'C', 0},
    {"compressed_sparse_attention", 'C', 0},
    {"heavily_compressed_attention", 'C', 0},
    {"cross_attention", 'X', 0},
    {"linear_attention", 'L', 0},
    {"kda", 'L', 0},
    {"gated_deltanet", 'L', 0},
    {"lightning_attention", 'L', 0},
    {"mamba", 'M', 0},
    {"mamba2", 'M', 0},
    {"conv", 'V', 0},
    {"short_conv", 'V', 0},
    {"parallel", 'P', 0},
    {"moe", '-', 'E'},
    {"mlp", '-', 'D'},
}};

const KindName *findKind(const QString &name)
{
    for (const KindName &kind : kindNames) {
        if (name == QLatin1String(kind.name))
            return &kind;
    }
    return nullptr;
}

/// "M" Mamba, "*" attention, "-" feed-forward, "E" experts: one block a layer (Nemotron-H).
LayerKinds fromLetters(const ConfigKeys &in, const QString &pattern)
{
    LayerKinds kinds;
    for (const QChar letter : pattern) {
        switch (letter.toLatin1()) {
        case 'M':
            kinds.mixers += 'M';
            kinds.blocks += '-';
            break;
        case '*':
            kinds.mixers += 'F';
            kinds.blocks += '-';
            break;
        case '-':
        case 'E':
            kinds.mixers += '-';
            kinds.blocks += letter == QLatin1Char('E') ? 'E' : 'D';
            break;
        default:
            in.fail({"hybrid_override_pattern"},
                    ConfigKeys::tr("has \"%1\", which is no known kind of layer; expected M, *, - or E.").arg(letter));
            return {};
        }
    }
    return kinds;
}

/// Lists of kinds, of whatever name; empty where there is none.
LayerKinds fromNames(const ConfigKeys &in, const Dialect &dialect)
{
    const QStringList names = in.texts({"layer_types", "layers_block_type"}, kLongestList);
    LayerKinds kinds;
    for (const QString &name : names) {
        const KindName *kind = findKind(name);
        if (!kind) {
            in.fail({"layer_types", "layers_block_type"},
                    ConfigKeys::tr("has \"%1\", which is no known kind of layer. Plimsoll cannot size this model; the "
                                   "catalog or a free size may serve instead.")
                        .arg(name.left(40)));
            return {};
        }
        kinds.mixers += kind->mixer;
        kinds.blocks += dialect.singleMixer && kind->block == 0 ? '-' : kind->block;
    }
    return kinds;
}

/// 0 and 1, or false and true, for each layer.
QByteArray fromNumbers(const ConfigKeys &in, ConfigKeys::Names names, char zero, char one)
{
    QByteArray letters;
    for (const qint64 number : in.integers(names, 0, 1, kLongestList))
        letters += number == 0 ? zero : one;
    return letters;
}

/// Cuts a list that goes on for an MTP module; anything else of another length is a mistake.
bool fit(const ConfigKeys &in, ConfigKeys::Names names, QByteArray &letters, qint64 layers)
{
    if (letters.size() < layers || letters.size() > layers + std::max<qint64>(mtpLayerCount(in), 1)) {
        in.failLength(names, qint64(letters.size()), layers);
        return false;
    }
    letters.truncate(layers);
    return true;
}

QByteArray everyNth(qint64 layers, qint64 period, qint64 offset, char those, char others)
{
    QByteArray letters(layers, others);
    for (qint64 i = 0; i < layers; ++i) {
        if (period > 0 && i % period == offset)
            letters[i] = those;
    }
    return letters;
}

/// "LLLG" or a number: the last of every so many layers sees everything.
QByteArray fromWindowPattern(const ConfigKeys &in, qint64 layers)
{
    const ConfigKeys::Names names = {"sliding_window_pattern", "_sliding_window_pattern", "global_attn_every_n_layers"};
    if (!in.has({"sliding_window"}) || !in.has(names))
        return QByteArray(layers, 'F');
    if (const QJsonValue value = in.json().value(QLatin1String("sliding_window_pattern")); value.isString()) {
        const QByteArray pattern = value.toString().left(kLongestList).toLatin1();
        QByteArray letters;
        for (qint64 i = 0; i < layers && !pattern.isEmpty(); ++i)
            letters += pattern.at(i % pattern.size()) == 'L' ? 'S' : 'F';
        return letters.isEmpty() ? QByteArray(layers, 'F') : letters;
    }
    const qint64 period = in.integer(names, 1, recordlimits::layers, 1);
    return everyNth(layers, period, period - 1, 'F', 'S');
}

QByteArray fromOptionalWindow(const ConfigKeys &in, qint64 layers)
{
    QByteArray letters(layers, 'F');
    if (!in.has({"sliding_window"}) || !in.flag({"use_sliding_window"}))
        return letters;
    for (qint64 i = in.integer({"max_window_layers"}, 0, 1 << 20, layers); i < layers; ++i)
        letters[i] = 'S';
    return letters;
}

QByteArray chunkedLetters(const ConfigKeys &in, qint64 layers)
{
    if (!in.has({"attention_chunk_size"}))
        return QByteArray(layers, 'F');
    QByteArray letters = fromNumbers(in, {"no_rope_layers"}, 'F', 'C');
    if (!letters.isEmpty())
        return fit(in, {"no_rope_layers"}, letters, layers) ? letters : QByteArray();
    const qint64 period = in.integer({"no_rope_layer_interval", "nope_layer_interval"}, 1, recordlimits::layers, 4);
    return everyNth(layers, period, period - 1, 'F', 'C');
}

/// Layers whose numbers a list names.
QByteArray numbered(const ConfigKeys &in, ConfigKeys::Names names, qint64 layers, char those, char others)
{
    QByteArray letters(layers, others);
    for (const qint64 number : in.integers(names, 0, recordlimits::layers, kLongestList)) {
        if (number < layers)
            letters[number] = those;
    }
    return letters;
}

QByteArray mixersByRule(const ConfigKeys &in, const Dialect &dialect, qint64 layers)
{
    if (in.isList({"cross_attention_layers"}))
        return numbered(in, {"cross_attention_layers"}, layers, 'X', 'F');
    if (in.isList({"attn_layer_indices"}))
        return numbered(in, {"attn_layer_indices"}, layers, dialect.layers == LayerRule::Parallel ? 'P' : 'F', 'M');
    switch (dialect.layers) {
    case LayerRule::Full:
        break;
    case LayerRule::Windowed:
        return QByteArray(layers, in.has({"sliding_window"}) && in.flag({"use_sliding_window"}, true) ? 'S' : 'F');
    case LayerRule::Optional:
        return fromOptionalWindow(in, layers);
    case LayerRule::LastOfPattern:
        return fromWindowPattern(in, layers);
    case LayerRule::Chunked:
        return chunkedLetters(in, layers);
    case LayerRule::LastIsFull: {
        const qint64 period = in.integer({"full_attention_interval"}, 1, recordlimits::layers, 4);
        return everyNth(layers, period, period - 1, 'F', 'L');
    }
    case LayerRule::Mamba:
        return QByteArray(layers, 'M');
    case LayerRule::Periodic:
        return everyNth(layers, in.integer({"attn_layer_period"}, 1, recordlimits::layers, 8),
                        in.integer({"attn_layer_offset"}, 0, recordlimits::layers, 4), 'F', 'M');
    case LayerRule::Parallel:
        return QByteArray(layers, 'P');
    case LayerRule::Alternate:
        return everyNth(layers, 2, 1, 'S', 'F');
    case LayerRule::Compressed:
        return QByteArray(layers, 'C');
    }
    return QByteArray(layers, 'F');
}

/// How many layers the file means: its own count, or as many as its list has.
qint64 countLayers(const ConfigKeys &in, const LayerKinds &listed)
{
    const ConfigKeys::Names names = {"num_hidden_layers", "n_layer", "num_layers", "n_layers"};
    if (!listed.mixers.isEmpty() && !in.has(names))
        return listed.mixers.size();
    return in.required(names, 1, recordlimits::layers);
}

} // namespace

qint64 mtpLayerCount(const ConfigKeys &in)
{
    return in.integer({"num_nextn_predict_layers", "mtp_num_hidden_layers", "mtp_num_layers"}, 0, 64);
}

qint64 expertCount(const ConfigKeys &in)
{
    return in.integer({"num_local_experts", "num_experts", "n_routed_experts", "moe_num_experts", "num_routed_experts",
                       "num_moe_experts"},
                      0, recordlimits::experts);
}

LayerKinds readLayerKinds(const ConfigKeys &in, const Dialect &dialect)
{
    const QString pattern = in.text({"hybrid_override_pattern"});
    LayerKinds kinds = pattern.isEmpty() ? fromNames(in, dialect) : fromLetters(in, pattern);
    if (kinds.mixers.isEmpty())
        kinds.mixers = fromNumbers(in, {"hybrid_layer_pattern"}, 'F', 'S');
    const qint64 layers = countLayers(in, kinds);
    if (!in.ok())
        return {};
    if (kinds.mixers.isEmpty())
        kinds.mixers = mixersByRule(in, dialect, layers);
    if (!in.ok()
        || !fit(in, {"layer_types", "layers_block_type", "hybrid_override_pattern", "hybrid_layer_pattern"},
                kinds.mixers, layers))
        return {};
    kinds.blocks.truncate(layers);
    if (kinds.blocks.isEmpty() || kinds.blocks.contains('\0'))
        kinds.blocks = feedForwardKinds(in, dialect, kinds.mixers);
    return in.ok() && kinds.blocks.size() == layers ? kinds : LayerKinds();
}

} // namespace plimsoll
