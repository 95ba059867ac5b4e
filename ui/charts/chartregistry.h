// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartpanel.h"

#include <memory>
#include <span>

namespace plimsoll {

/// A chart the program can draw. Tabs, menus, export and the snapshot tests follow from the list.
struct ChartEntry {
    const char *id;
    std::unique_ptr<ChartPanel> (*make)();
    QString (*title)();         ///< for a tab, before the chart is made
    const char *page = nullptr; ///< or part of the window, that it belongs to; null: it has a tab of its own
};

/// All charts, in the order of their tabs.
std::span<const ChartEntry> chartRegistry();

/// The chart of that id, or null.
std::unique_ptr<ChartPanel> makeChart(const QString &id);

/// The id of the chart that belongs to that page or part of the window; empty where none does.
QString chartOfPage(const QString &page);

} // namespace plimsoll
