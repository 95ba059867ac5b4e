// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

} // namespace

std::optional<TableFormat> tableFormatNamed(const QString &name)
{
    const QString known = name.toLower();
    if (known == QLatin1String("csv"))
        return TableFormat::Csv;
    if (known == QLatin1String("md"))
        return TableFormat::Markdown;
    if (known == QLatin1String("html") || known == QLatin1String("htm"))
        return TableFormat::Html;
    return std::nullopt;
}

std::optional<TableFormat> tableFormatOf(const QString &path)
{
    return tableFormatNamed(QFileInfo(path).suffix());
}

QByteArray tableContent(const Table &table, TableFormat format, const TableLook &look)
{
    switch (format) {
    case TableFormat::Csv:
        return tableCsv(table);
    case TableFormat::Markdown:
        return tableMarkdown(table, look);
    case TableFormat::Html:
        break;
    }
    return tableHtml(table, look);
}

std::optional<Error> saveTable(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return Error{QStringLiteral("cannot-write"),
                 {},
                 Text::tr("%1 could not be written (%2); choose another folder or free some room")
                     .arg(QDir::toNativeSeparators(path), file.errorString()),
                 ErrorKind::File};
}

} // namespace plimsoll
