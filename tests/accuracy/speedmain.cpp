// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedreport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>

namespace accuracy {
namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Whether the committed constants are those of the fit, to one part in a hundred: nobody changed either alone.
bool isSame(const QJsonValue &committed, const QJsonValue &fitted, const QString &place)
{
    constexpr double kTolerance = 0.01;
    bool same = committed.type() == fitted.type();
    if (committed.isDouble() && same)
        same = std::abs(committed.toDouble() - fitted.toDouble()) <= kTolerance * std::abs(fitted.toDouble());
    else if (committed.isString() && same)
        same = committed.toString() == fitted.toString();
    if (!same) {
        std::fprintf(stderr, "speed.json%s is not what the rows give\n", qPrintable(place));
        return false;
    }
    if (fitted.isArray()) {
        const QJsonArray a = committed.toArray(), b = fitted.toArray();
        same = a.size() == b.size();
        for (qsizetype i = 0; same && i < b.size(); ++i)
            same = isSame(a.at(i), b.at(i), QStringLiteral("%1[%2]").arg(place).arg(i));
    } else if (fitted.isObject()) {
        const QJsonObject a = committed.toObject(), b = fitted.toObject();
        for (auto it = b.begin(); same && it != b.end(); ++it)
            same = isSame(a.value(it.key()), it.value(), place + QLatin1Char('.') + it.key());
    }
    return same;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace

int speedMain(const plimsoll::Catalog &catalog, const QStringList &arguments, const QString &root)
{
    const SpeedRows rows = readSpeedRows(catalog);
    const SpeedFit fit = fitSpeed(rows);
    if (arguments.contains(QLatin1String("--fit"))) {
        writeFile(root + QStringLiteral("resources/catalog/speed.json"),
                  QJsonDocument(fit.constants).toJson(QJsonDocument::Indented));
        return 0;
    }
    if (arguments.contains(QLatin1String("--check"))) {
        const QByteArray committed = readFile(root + QStringLiteral("resources/catalog/speed.json"));
        return isSame(QJsonDocument::fromJson(committed).object(), fit.constants, QString()) ? 0 : 1;
    }
    const QByteArray report = speedMarkdown(fit, rows).toUtf8();
    if (arguments.contains(QLatin1String("--write"))) {
        writeFile(root + QStringLiteral("docs/ACCURACY-speed.md"), report);
        return 0;
    }
    std::fwrite(report.constData(), 1, size_t(report.size()), stdout);
    return 0;
}

} // namespace accuracy
