// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedreport.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace accuracy {
namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
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
    const QByteArray report = speedMarkdown(fit, rows).toUtf8();
    if (arguments.contains(QLatin1String("--write"))) {
        writeFile(root + QStringLiteral("docs/ACCURACY-speed.md"), report);
        return 0;
    }
    std::fwrite(report.constData(), 1, size_t(report.size()), stdout);
    return 0;
}

} // namespace accuracy
