// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfiles.h"

#include "core/figures/figureplan.h"
#include "core/logs/logreader.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace plimsoll {
namespace {

constexpr qint64 kBeginning = 256 << 10;

/// Lines of Docker are JSON objects as well, so that the first letter does not tell.
bool mayBeDocument(QByteArrayView beginning)
{
    const QByteArray text = beginning.toByteArray().trimmed();
    return text.startsWith('{') && !text.startsWith("{\"log\"");
}

bool namedAsLog(const QString &fileName)
{
    static const QRegularExpression ending(QStringLiteral(R"((\.(log|out|err|txt)|\.log[.-][\w.-]+)$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return ending.match(fileName).hasMatch();
}

} // namespace

bool looksLikeLog(const QString &fileName, QByteArrayView beginning)
{
    if (isFigure(beginning.toByteArray()))
        return false;
    if (namedAsLog(fileName) && !mayBeDocument(beginning))
        return true;
    LogReader reader;
    reader.feed(beginning);
    return !reader.finish().engine.isEmpty();
}

bool looksLikeLogFile(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
           && looksLikeLog(QFileInfo(path).fileName(), file.read(kBeginning));
}

} // namespace plimsoll
