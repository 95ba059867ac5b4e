// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/unknownarchitecture.h"

#include "core/sources/config/adapterhelpers.h"

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnknownArchitecture)
};

QString whatItIsTakenFor(const QString &name, const QString &relative, const ModelArchitecture &model)
{
    if (!relative.isEmpty())
        return Text::tr("\"%1\" is not a known architecture. It is read as \"%2\", whose name it carries.")
            .arg(name, relative);
    const bool isGated = std::any_of(model.groups.begin(), model.groups.end(), [](const LayerGroup &group) {
        return group.moe ? group.moe->gated : group.dense && group.dense->gated;
    });
    const QString blocks = isGated ? Text::tr("gated feed-forward blocks of three matrices")
                                   : Text::tr("feed-forward blocks of two matrices");
    if (name.isEmpty())
        return Text::tr("The file names no architecture. It is read as a plain transformer from the keys that it has: "
                        "pre-norm layers, %1.")
            .arg(blocks);
    return Text::tr("\"%1\" is not a known architecture. It is read as a plain transformer from the keys that the file "
                    "has: pre-norm layers, %2.")
        .arg(name, blocks);
}

/// How far off the KV cache could be, by what the file leaves open.
QString aboutCache(const ConfigKeys &in, const ModelArchitecture &model)
{
    const auto found = std::find_if(model.groups.begin(), model.groups.end(), [](const LayerGroup &group) {
        return std::holds_alternative<GroupedAttention>(group.mixer);
    });
    if (found == model.groups.end())
        return {};
    const auto &attention = std::get<GroupedAttention>(found->mixer);
    const bool namesHeads = in.has(
        {"num_key_value_heads", "n_kv_heads", "num_kv_heads", "n_head_kv", "multi_query_group_num", "multi_query"});
    if (!namesHeads)
        return Text::tr("It names no key-value heads: each of its %1 heads is given its own, so the KV cache may be up "
                        "to %1 times too large.")
            .arg(attention.heads);
    if (in.has({"sliding_window"}) && attention.slidingWindow == 0)
        return Text::tr(
            "It names a sliding window but not the layers that have it: none is assumed, so the KV cache of "
            "a context longer than the window may be too large by all but the window.");
    return Text::tr("The KV cache is that of %1 key-value heads in every layer; if some layers have windows or no "
                    "attention, it is too large by their share.")
        .arg(attention.kvHeads);
}

} // namespace

QString aboutUnknown(const ConfigKeys &in, const QString &relative, const ModelArchitecture &model)
{
    const QString cache = aboutCache(in, model);
    const QString whole = whatItIsTakenFor(model.architecture.left(60), relative, model);
    return cache.isEmpty() ? whole : QString(whole + QLatin1Char(' ') + cache);
}

bool hasPlainBlocks(const QJsonObject &config)
{
    for (const char *key : {"hidden_act", "activation_function", "hidden_activation"}) {
        const QString act = config.value(QLatin1String(key)).toString().toLower();
        if (!act.isEmpty())
            return !act.startsWith(QLatin1String("silu")) && !act.contains(QLatin1String("sw"))
                   && !act.contains(QLatin1String("glu"));
    }
    // Without a word about it: blocks four times as wide as the model are those of before Llama.
    const qint64 width = adapting::hidden(config);
    return width > 0
           && adapting::whole(config, {"intermediate_size", "ffn_embed_dim", "ffn_dim", "n_inner"}) == 4 * width;
}

} // namespace plimsoll
