// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QXmlStreamReader>

#include <vector>

namespace plimsoll {

/// The cells of the first table of a document in XML, header line first; empty where it is not well-formed.
inline std::vector<QStringList> htmlRows(const QString &html)
{
    std::vector<QStringList> rows;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("tr"))
            rows.push_back({});
        else if (reader.name() == QLatin1String("td") || reader.name() == QLatin1String("th"))
            rows.back() << reader.readElementText();
    }
    return reader.hasError() ? std::vector<QStringList>() : rows;
}

} // namespace plimsoll
