// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/quantizationgroups.h"

namespace plimsoll {
namespace {

constexpr qsizetype kLongestList = 200'000;

/// The layout of one group's weights: bits, integer or float, and what shares a scale.
WeightScheme groupScheme(const ConfigKeys &weights, const QString &format)
{
    const qint64 bits = weights.integer({"num_bits"}, 1, 16, 8);
    const bool isFloat = weights.text({"type"}, QStringLiteral("int")) == QLatin1String("float");
    const QString strategy = weights.text({"strategy"});
    const qint64 group = weights.integer({"group_size"}, -1, 1 << 20);
    if (isFloat && bits == 4)
        return format.startsWith(QLatin1String("mxfp4")) || group == 32 ? schemes::mxfp4() : schemes::nvfp4();
    if (isFloat) {
        const std::vector<qint64> block = weights.isList({"block_structure"})
                                              ? weights.integers({"block_structure"}, 1, 65536, 2)
                                              : std::vector<qint64>();
        if (strategy == QLatin1String("block") || block.size() == 2)
            return schemes::fp8Block(block.size() == 2 ? block[0] : 128, block.size() == 2 ? block[1] : 128, 32);
        if (group == 32)
            return schemes::mxfp8();
        return strategy == QLatin1String("channel") ? schemes::fp8Row() : schemes::fp8Tensor();
    }
    if (bits == 8 && group <= 0)
        return schemes::int8Row();
    return schemes::integer(qint32(bits), group > 0 ? group : -1, !weights.flag({"symmetric"}, true));
}

} // namespace

std::optional<WeightScheme> schemeOfAlgorithm(const QString &algorithm, qint64 group)
{
    if (algorithm.contains(QLatin1String("MXFP4")))
        return schemes::mxfp4();
    if (algorithm.contains(QLatin1String("NVFP4")) || algorithm == QLatin1String("FP4"))
        return schemes::nvfp4();
    if (algorithm == QLatin1String("MXFP8"))
        return schemes::mxfp8();
    if (algorithm == QLatin1String("FP8"))
        return schemes::fp8Tensor();
    if (algorithm == QLatin1String("FP8_PER_CHANNEL_PER_TOKEN"))
        return schemes::fp8Row();
    if (algorithm.startsWith(QLatin1String("FP8_PB")) || algorithm.startsWith(QLatin1String("FP8_BLOCK")))
        return schemes::fp8Block(128, 128, 32);
    if (algorithm == QLatin1String("INT8") || algorithm.startsWith(QLatin1String("W8A8_SQ")))
        return schemes::int8Row();
    if (algorithm.startsWith(QLatin1String("W8A16")))
        return schemes::int8Row();
    if (algorithm.startsWith(QLatin1String("W4A16")) || algorithm.startsWith(QLatin1String("W4A8"))
        || algorithm.startsWith(QLatin1String("INT4")))
        return schemes::integer(4, group > 0 ? group : 128, false);
    return std::nullopt;
}

bool readQuantizedLayers(const ConfigKeys &in, Quantization &out)
{
    if (!in.isObject({"quantized_layers"}))
        return false;
    const QJsonObject layers = in.object({"quantized_layers"}).json();
    QHash<QString, int> known; // an algorithm is looked up once: the list may have tens of thousands of entries
    for (auto it = layers.constBegin(); it != layers.constEnd(); ++it) {
        const QJsonObject layer = it->toObject();
        const QString algorithm = layer.value(QLatin1String("quant_algo")).toString().left(60);
        const qint64 group = std::clamp<qint64>(layer.value(QLatin1String("group_size")).toInteger(0), 0, 1 << 20);
        const QString name = algorithm + QLatin1Char('/') + QString::number(group);
        auto scheme = known.constFind(name);
        if (scheme == known.constEnd()) {
            const auto found = known.size() < 64 ? schemeOfAlgorithm(algorithm, group) : std::nullopt;
            scheme = known.insert(name, found ? out.add(*found) : -1);
        }
        if (*scheme >= 0)
            out.assigns.add(it.key(), *scheme);
    }
    return true;
}

void readCompressedTensors(const ConfigKeys &in, Quantization &out)
{
    const QString format = in.text({"format"});
    const ConfigKeys groups = in.object({"config_groups"});
    const QStringList names = groups.json().keys();
    for (qsizetype i = 0; i < std::min<qsizetype>(names.size(), 32); ++i) {
        const QByteArray name = names.at(i).toLatin1();
        const ConfigKeys group = groups.object({name.constData()});
        if (!group.isObject({"weights"}))
            continue;
        const QString own = group.isText({"format"}) ? group.text({"format"}) : format;
        const int scheme = out.add(groupScheme(group.object({"weights"}), own));
        const QStringList targets = group.texts({"targets"}, kLongestList);
        for (const QString &target : targets) {
            if (target == QLatin1String("Linear"))
                out.linear = scheme;
            else
                out.assigns.add(target, scheme);
        }
    }
    out.coversHead = true;
    out.keeps.add(in.texts({"ignore"}, kLongestList), 0);
}

bool readQuark(const ConfigKeys &in, Quantization &out)
{
    out.keeps.add(in.texts({"exclude"}, kLongestList), 0);
    const ConfigKeys weight = in.object({"global_quant_config"}).object({"weight"});
    const QString type = weight.text({"dtype"});
    if (type.startsWith(QLatin1String("fp8")))
        out.linear = out.add(weight.isText({"qscheme"}) && weight.text({"qscheme"}) == QLatin1String("per_channel")
                                 ? schemes::fp8Row()
                                 : schemes::fp8Tensor());
    else if (type == QLatin1String("fp4"))
        out.linear = out.add(schemes::mxfp4());
    else if (type == QLatin1String("int8"))
        out.linear = out.add(schemes::int8Row());
    else if (type == QLatin1String("int4") || type == QLatin1String("uint4"))
        out.linear = out.add(schemes::integer(4, weight.integer({"group_size"}, -1, 1 << 20, 128), true));
    return out.linear >= 0;
}

} // namespace plimsoll
