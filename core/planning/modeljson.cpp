// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/modeljson.h"

#include "core/planning/estimatejson.h"

#include <QJsonArray>

namespace plimsoll {

std::map<QString, TensorTypeSum> tensorsByType(const StoredTensors &tensors)
{
    std::map<QString, TensorTypeSum> sums;
    for (qsizetype i = 0; i < tensors.size(); ++i) {
        const StoredTensor tensor = tensors.at(i);
        TensorTypeSum &sum = sums[QLatin1String(tensor.type->name)];
        ++sum.count;
        sum.elements += tensor.elements;
        sum.bytes += tensor.bytes;
    }
    return sums;
}

QJsonObject sourceToJson(const ModelSource &source)
{
    QJsonObject document = modelToJson(source.architecture);
    if (!source.tensors.isEmpty()) {
        QJsonObject byType;
        for (const auto &[type, sum] : tensorsByType(source.tensors)) {
            byType.insert(type, QJsonObject{{QStringLiteral("count"), sum.count},
                                            {QStringLiteral("elements"), sum.elements},
                                            {QStringLiteral("bytes"), sum.bytes.count()}});
        }
        document.insert(QStringLiteral("tensors"),
                        QJsonObject{{QStringLiteral("count"), source.tensors.size()},
                                    {QStringLiteral("bytes"), source.tensors.bytes().count()},
                                    {QStringLiteral("byType"), byType}});
    }
    QJsonArray warnings = document[QLatin1String("warnings")].toArray();
    for (qsizetype i = 0; i < source.warnings.size(); ++i) {
        warnings.append(QJsonObject{{QStringLiteral("code"), noteCode(source.isKnown, i)},
                                    {QStringLiteral("text"), source.warnings[i]}});
    }
    document.insert(QStringLiteral("warnings"), warnings);
    return document;
}

} // namespace plimsoll
