// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/tables/table.h"
#include "core/units/sizeformat.h"

#include <QByteArray>
#include <QLocale>

namespace plimsoll {

/// How people read a table.
struct TableLook {
    SizeUnit unit = SizeUnit::GiB;
    QLocale locale = QLocale::c();
};

/// RFC 4180 in UTF-8: a header line of keys, sizes as whole bytes, numbers as exact as they are known, nothing where
/// nothing is known. A text that a spreadsheet would take for a formula has an apostrophe before it.
QByteArray tableCsv(const Table &table);

/// Title, a table of GitHub's Markdown, and the note. Sizes are in the unit that the header names.
QByteArray tableMarkdown(const Table &table, const TableLook &look);

/// A page of its own with the table in it, well-formed XML too.
QByteArray tableHtml(const Table &table, const TableLook &look);

/// The table alone, each for its place on a clipboard: as an element of HTML, as lines with tabs for spreadsheets, and
/// in Markdown. The first two have no group separators, and an apostrophe as in tableCsv().
QString tableElement(const Table &table, const TableLook &look);
QString tableLines(const Table &table, const TableLook &look);
QString tableMarkdownAlone(const Table &table, const TableLook &look);

/// What people read, as texts: columns and rows for people, units in the header.
ReportTable shownTable(const Table &table, const TableLook &look);

/// A text that a spreadsheet takes for text, whatever it begins with.
QString guardedFromFormulas(const QString &text);

} // namespace plimsoll
