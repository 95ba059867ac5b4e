// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace plimsoll {

/// A plan and a checksum as RDF, which SVG and PDF share. Both texts are ASCII.
struct FigureMetadata {
    QByteArray plan;     ///< its JSON
    QByteArray checksum; ///< of the file with zeros in this place: 64 hexadecimal digits
};

/// The checksum before it is known.
QByteArray blankChecksum();

/// An rdf:RDF element. `title` may be empty.
QByteArray rdfOf(const FigureMetadata &metadata, const QString &title);

/// What the first such element in a file says; nothing where there is none or where it is not whole.
std::optional<FigureMetadata> findFigureMetadata(const QByteArray &file);

/// The file with another checksum in its place; as it was where it has none.
QByteArray withChecksum(QByteArray file, const QByteArray &checksum);

} // namespace plimsoll
