// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tables/tablewriters.h"

#include <optional>

namespace plimsoll {

enum class TableFormat : quint8 { Csv, Markdown, Html };

/// "csv", "md", "html" or "htm" in any case; nothing for any other.
std::optional<TableFormat> tableFormatNamed(const QString &name);
/// By the ending of a file's name.
std::optional<TableFormat> tableFormatOf(const QString &path);

QByteArray tableContent(const Table &table, TableFormat format, const TableLook &look);

/// Writes a whole file or leaves the old one as it was. Error "cannot-write".
std::optional<Error> saveTable(const QString &path, const QByteArray &content);

} // namespace plimsoll
