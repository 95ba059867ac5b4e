// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/accessibility.h"

#include "ui/accessibility/accessiblechart.h"
#include "ui/accessibility/accessiblepicker.h"
#include "ui/charts/chartview.h"
#include "ui/controls/searchpicker.h"

#include <QAccessible>

namespace plimsoll {
namespace {

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    if (auto *chart = qobject_cast<ChartView *>(object))
        return new AccessibleChart(chart);
    if (auto *picker = qobject_cast<SearchPicker *>(object))
        return new AccessiblePicker(picker);
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(interfaceOf);
}

} // namespace plimsoll
