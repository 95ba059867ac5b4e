// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogdate.h"

#include "core/catalog/catalog.h"

namespace plimsoll {

QString catalogDate(const Catalog &catalog)
{
    return catalog.engineConstants(QStringLiteral("catalog")).value(QLatin1String("date")).toString();
}

} // namespace plimsoll
