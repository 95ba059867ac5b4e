// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace plimsoll {

struct ReportTable {
    QStringList head;
    std::vector<QStringList> rows;
    QList<qsizetype> numbers; ///< columns that stand right
    bool endsInTotal = false;
};

struct ReportFigure {
    QString title;
    QString words; ///< all that it shows, for people who cannot see it
    QByteArray svg;
    QString file; ///< name of the file beside the report
};

/// One part of a report, from top to bottom.
struct ReportBlock {
    enum class Kind : quint8 {
        Heading,
        Text,
        Strong,
        Point, ///< of a list
        Formula,
        Source, ///< where a number is from
        Code,
        Table,
        Figure,
    };
    Kind kind = Kind::Text;
    QString text;
    int level = 0; ///< of a heading: 1 is the title of the report
    ReportTable table;
    ReportFigure figure;
};
using Report = std::vector<ReportBlock>;

/// A page of its own in HTML, with its figures in it, that prints well. The same report gives the same bytes.
QByteArray reportHtml(const Report &report, const QString &title);

/// CommonMark with tables of GitHub's; figures are the files beside it.
QByteArray reportMarkdown(const Report &report);

} // namespace plimsoll
