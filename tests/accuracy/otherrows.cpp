// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/csvfile.h"
#include "tests/accuracy/observations.h"

namespace accuracy {

void addOtherObservations(Measurements &out)
{
    const CsvFile file(QStringLiteral("engine_observations.csv"));
    for (const CsvRow &row : file.rows()) {
        const QString engine = row.text("engine");
        if (engine == QLatin1String("vllm") || engine == QLatin1String("sglang"))
            continue;
        ++out.rows;
        out.unused.push_back(
            {engine, row.text("id"),
             row.has("unusable")
                 ? row.text("unusable")
                 : QStringLiteral("the row does not state the engine's build, from which all follows")});
    }
}

} // namespace accuracy
