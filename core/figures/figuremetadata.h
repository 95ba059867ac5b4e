// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace plimsoll {

/// What a document says of its origin. All texts are ASCII.
struct FigureMetadata {
    QByteArrayList plans;   ///< the JSON of each; none in Markdown
    QByteArray fingerprint; ///< of all that it was made from, hexadecimal; may be empty
    QByteArray checksum;    ///< of the file with zeros in this place: 64 hexadecimal digits
};

/// How it is written: as RDF in SVG and PDF, as meta elements in HTML, as comments at the end of Markdown.
enum class MetadataDialect : quint8 { Rdf, Html, Markdown };

/// By the first bytes of a file; whatever is neither XML, PDF nor HTML is taken for Markdown.
MetadataDialect metadataDialect(const QByteArray &file);

/// The checksum before it is known.
QByteArray blankChecksum();

/// An rdf:RDF element. `title` may be empty.
QByteArray rdfOf(const FigureMetadata &metadata, const QString &title);

/// Lines for the head of an HTML page.
QByteArray htmlMetaOf(const FigureMetadata &metadata);

/// Lines for the end of a Markdown text.
QByteArray markdownCommentOf(const FigureMetadata &metadata);

/// What a file says; nothing where it says nothing or where that is not whole.
std::optional<FigureMetadata> findFigureMetadata(const QByteArray &file);

/// The file with another checksum in its place; as it was where it has none.
QByteArray withChecksum(QByteArray file, const QByteArray &checksum);

} // namespace plimsoll
