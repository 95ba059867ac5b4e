// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/captionlayout.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace plimsoll {

namespace {

/// Parts after each of which a line may end, of a language without spaces, too.
QStringList words(const QString &text)
{
    QStringList parts;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype begin = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        parts << text.mid(begin, at - begin);
        begin = at;
    }
    return parts;
}

bool endsPart(const QString &text)
{
    static const QStringList ends{QStringLiteral(", "), QStringLiteral(". "), QString(QChar(0xff0c)),
                                  QString(QChar(0x3002)), QString(QChar(0x3001))};
    return std::any_of(ends.begin(), ends.end(), [&](const QString &end) { return text.endsWith(end); });
}

/// The inputs one by one, so that none is torn; only what is wider than a line is broken within.
QStringList pieces(const QString &text, const Type &type, double room)
{
    QStringList parts;
    QString piece;
    for (const QChar c : text) {
        piece += c;
        if (!endsPart(piece))
            continue;
        parts << piece;
        piece.clear();
    }
    parts << piece;
    QStringList broken;
    for (const QString &part : std::as_const(parts))
        broken += type.width(part.trimmed()) > room ? words(part) : QStringList{part};
    return broken;
}

} // namespace

CaptionPicture placeCaption(const QString &caption, double width, const TypeScale &type)
{
    CaptionPicture picture;
    if (caption.isEmpty())
        return picture;
    const double left = type.em;
    const double room = width - 2 * left;
    double y = 0.2 * type.em;
    const auto put = [&](const QString &line) {
        picture.texts.push_back(
            type.small.placed(PlacedText::Kind::Note, type.small.elided(line.trimmed(), room), {left, y}));
        y += type.small.height();
    };
    QString line;
    for (const QString &piece : pieces(caption, type.small, room)) {
        if (!line.isEmpty() && type.small.width(QString(line + piece).trimmed()) > room) {
            put(line);
            line.clear();
        }
        line += piece;
    }
    put(line);
    picture.height = y + 0.7 * type.em;
    return picture;
}

} // namespace plimsoll
