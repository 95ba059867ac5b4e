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

/// What stands before and behind a value.
struct Mark {
    QByteArrayView begin, end;
};
struct Marks {
    Mark plan, fingerprint, checksum;
    bool quoted = false; ///< values stand in quotes
};
constexpr Marks kRdf{{"<plimsoll:plan>", "</plimsoll:plan>"},
                     {"<plimsoll:fingerprint>", "</plimsoll:fingerprint>"},
                     {"<plimsoll:sha256>", "</plimsoll:sha256>"}};
constexpr Marks kHtml{{R"(<meta name="plimsoll:plan" content=")", R"(">)"},
                      {R"(<meta name="plimsoll:fingerprint" content=")", R"(">)"},
                      {R"(<meta name="plimsoll:sha256" content=")", R"(">)"},
                      true};
constexpr Marks kMarkdown{{}, {"<!-- plimsoll:fingerprint ", " -->"}, {"<!-- plimsoll:sha256 ", " -->"}};

struct Escape {
    QByteArrayView character, entity;
};
/// The ampersand first to write, last to read.
constexpr Escape kEscapes[] = {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}};

QByteArray escaped(QByteArray text, bool quoted = false)
{
    for (const Escape &each : kEscapes) {
        if (quoted || each.character != QByteArrayView("\""))
            text.replace(each.character, each.entity);
    }
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

const Marks &marksOf(MetadataDialect dialect)
{
    switch (dialect) {
    case MetadataDialect::Html:
        return kHtml;
    case MetadataDialect::Markdown:
        return kMarkdown;
    case MetadataDialect::Rdf:
        break;
    }
    return kRdf;
}

QByteArray marked(const Mark &mark, const QByteArray &value)
{
    return mark.begin + value + mark.end + '\n';
}

QByteArray linesOf(const FigureMetadata &metadata, const Marks &marks)
{
    QByteArray lines;
    for (const QByteArray &plan : metadata.plans) {
        if (!marks.plan.begin.isEmpty())
            lines += marked(marks.plan, escaped(plan, marks.quoted));
    }
    if (!metadata.fingerprint.isEmpty())
        lines += marked(marks.fingerprint, metadata.fingerprint);
    return lines + marked(marks.checksum, metadata.checksum);
}

/// The value whose mark begins first from `from` on.
std::optional<ByteRange> valueAfter(const QByteArray &file, const Mark &mark, qsizetype from)
{
    const qsizetype opened = mark.begin.isEmpty() ? -1 : file.indexOf(mark.begin, from);
    if (opened < 0)
        return std::nullopt;
    const qsizetype first = opened + mark.begin.size();
    const qsizetype closed = file.indexOf(mark.end, first);
    if (closed < 0)
        return std::nullopt;
    return ByteRange{first, closed - first};
}

struct Places {
    QList<ByteRange> plans;
    std::optional<ByteRange> fingerprint;
    ByteRange checksum;
};

/// They stand one behind the other. Before those of a Markdown text there may be anything.
std::optional<Places> placesIn(const QByteArray &file)
{
    const MetadataDialect dialect = metadataDialect(file);
    const Marks &marks = marksOf(dialect);
    Places places;
    qsizetype from =
        dialect == MetadataDialect::Markdown ? std::max<qsizetype>(0, file.lastIndexOf(marks.fingerprint.begin)) : 0;
    const std::optional<ByteRange> first = valueAfter(file, marks.plan, from);
    if (first)
        from = first->begin;
    const std::optional<ByteRange> checksum = valueAfter(file, marks.checksum, from);
    if (!checksum || checksum->size != kChecksumSize)
        return std::nullopt;
    places.checksum = *checksum;
    for (std::optional<ByteRange> plan = first; plan && plan->begin < checksum->begin;
         plan = valueAfter(file, marks.plan, plan->begin + plan->size))
        places.plans << *plan;
    places.fingerprint = valueAfter(file, marks.fingerprint, from);
    if (places.fingerprint && places.fingerprint->begin > checksum->begin)
        places.fingerprint.reset();
    return places;
}

QByteArray textAt(const QByteArray &file, ByteRange range)
{
    return unescaped(file.mid(range.begin, range.size));
}

} // namespace

MetadataDialect metadataDialect(const QByteArray &file)
{
    if (file.startsWith("<!DOCTYPE html"))
        return MetadataDialect::Html;
    return file.startsWith("%PDF") || file.startsWith('<') || file.startsWith("\xef\xbb\xbf<")
                   || file.left(1024).trimmed().startsWith('<')
               ? MetadataDialect::Rdf
               : MetadataDialect::Markdown;
}

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
    return rdf + linesOf(metadata, kRdf) + "</rdf:Description>\n</rdf:RDF>\n";
}

QByteArray htmlMetaOf(const FigureMetadata &metadata)
{
    return linesOf(metadata, kHtml);
}

QByteArray markdownCommentOf(const FigureMetadata &metadata)
{
    return linesOf(metadata, kMarkdown);
}

std::optional<FigureMetadata> findFigureMetadata(const QByteArray &file)
{
    const std::optional<Places> places = placesIn(file);
    if (!places)
        return std::nullopt;
    FigureMetadata metadata;
    for (const ByteRange &plan : places->plans)
        metadata.plans << textAt(file, plan);
    if (places->fingerprint)
        metadata.fingerprint = textAt(file, *places->fingerprint);
    metadata.checksum = file.mid(places->checksum.begin, places->checksum.size);
    return metadata;
}

QByteArray withChecksum(QByteArray file, const QByteArray &checksum)
{
    if (const std::optional<Places> places = placesIn(file); places && checksum.size() == kChecksumSize)
        file.replace(places->checksum.begin, kChecksumSize, checksum);
    return file;
}

} // namespace plimsoll
