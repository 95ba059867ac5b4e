// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figuremetadata.h"

#include "core/figures/pngchunks.h"

#include <QByteArrayView>
#include <QList>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr qsizetype kChecksumSize = 64;
constexpr QByteArrayView kPlanBegin("<plimsoll:plan>");
constexpr QByteArrayView kPlanEnd("</plimsoll:plan>");
constexpr QByteArrayView kChecksumBegin("<plimsoll:sha256>");
constexpr QByteArrayView kChecksumEnd("</plimsoll:sha256>");

struct Escape {
    QByteArrayView character, entity;
};
/// The ampersand first to write, last to read.
constexpr Escape kEscapes[] = {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}};

QByteArray escaped(QByteArray text)
{
    for (const Escape &each : kEscapes)
        text.replace(each.character, each.entity);
    return text;
}

QByteArray unescaped(QByteArray text)
{
    std::for_each(std::rbegin(kEscapes), std::rend(kEscapes),
                  [&](const Escape &each) { text.replace(each.entity, each.character); });
    return text;
}

/// XML has no place for control characters, not even escaped.
QByteArray textOf(const QString &title)
{
    QString printable;
    for (const char32_t letter : title.toUcs4()) {
        if (QChar::isPrint(letter))
            printable += QString::fromUcs4(&letter, 1);
    }
    return escaped(printable.toUtf8());
}

/// What stands between the first `begin` from `from` on and the next `end`.
std::optional<ByteRange> between(const QByteArray &file, QByteArrayView begin, QByteArrayView end, qsizetype from)
{
    const qsizetype opened = file.indexOf(begin, from);
    if (opened < 0)
        return std::nullopt;
    const qsizetype first = opened + begin.size();
    const qsizetype closed = file.indexOf(end, first);
    if (closed < 0)
        return std::nullopt;
    return ByteRange{first, closed - first};
}

struct Places {
    ByteRange plan, checksum;
};

std::optional<Places> placesIn(const QByteArray &file)
{
    const std::optional<ByteRange> plan = between(file, kPlanBegin, kPlanEnd, 0);
    if (!plan)
        return std::nullopt;
    const std::optional<ByteRange> checksum = between(file, kChecksumBegin, kChecksumEnd, plan->begin + plan->size);
    if (!checksum || checksum->size != kChecksumSize)
        return std::nullopt;
    return Places{*plan, *checksum};
}

} // namespace

QByteArray blankChecksum()
{
    return QByteArray(kChecksumSize, '0');
}

QByteArray rdfOf(const FigureMetadata &metadata, const QString &title)
{
    QByteArray rdf(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#")"
                   R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/")"
                   R"( xmlns:plimsoll="urn:x-plimsoll:figure:1">)"
                   "\n<rdf:Description rdf:about=\"\">\n");
    if (!title.isEmpty()) {
        rdf +=
            R"(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)" + textOf(title) + "</rdf:li></rdf:Alt></dc:title>\n";
    }
    rdf += "<xmp:CreatorTool>Plimsoll " PLIMSOLL_VERSION "</xmp:CreatorTool>\n";
    rdf += kPlanBegin + escaped(metadata.plan) + kPlanEnd + '\n';
    rdf += kChecksumBegin + metadata.checksum + kChecksumEnd + '\n';
    return rdf + "</rdf:Description>\n</rdf:RDF>\n";
}

std::optional<FigureMetadata> findFigureMetadata(const QByteArray &file)
{
    const std::optional<Places> places = placesIn(file);
    if (!places)
        return std::nullopt;
    return FigureMetadata{unescaped(file.mid(places->plan.begin, places->plan.size)),
                          file.mid(places->checksum.begin, places->checksum.size)};
}

QByteArray withChecksum(QByteArray file, const QByteArray &checksum)
{
    if (const std::optional<Places> places = placesIn(file); places && checksum.size() == kChecksumSize)
        file.replace(places->checksum.begin, kChecksumSize, checksum);
    return file;
}

} // namespace plimsoll
