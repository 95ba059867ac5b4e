// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/loadlinechoice.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace plimsoll {

/// One bar, stacked by item.
struct BarColumn {
    QString name;      ///< "INT4", "GPU 0"
    QString shortName; ///< instead of it where columns are narrow; empty = the name is cut short
    QString as;        ///< beside the name in small type: what the engine makes of it, "W4A16"; may be empty
    QString note;      ///< below the name: "4 GPUs"
    QString shortNote; ///< the same where columns are narrow: "× 4"
    ItemBytes items;
    Bytes low, high;       ///< the 90 % interval of the total; equal = none is known
    Bytes capacity;        ///< what this bar's own device holds; 0 = the load line of the chart counts
    QStringList facts;     ///< sentences for the tool tip, after the numbers
    bool isAbsent = false; ///< nothing is known of it: no bar, and no number that would read as nothing
};

/// What a chart of bars shows, taken out of an answer.
struct BarInput {
    QString title;
    SizeUnit unit = SizeUnit::GiB;
    std::vector<BarColumn> columns;
    int chosen = -1;   ///< the bar that is marked; -1 = none
    int nameLines = 1; ///< that a name may take, 1 or 2
    QString lineNote;  ///< what the load lines of single bars are; said where there is one

    CapacityLines capacity;
    bool legend = false; ///< names the items by their colours, for pictures without the table beside them

    double inUnit(Bytes size) const { return plimsoll::inUnit(size, unit); }
    /// The items that any bar has, bottom to top.
    std::vector<Item> items() const;
    /// One bar in words, a line for each number.
    QString columnText(int column) const;
    /// Everything in words.
    QString description() const;
};

/// Memory at FP32, FP16, INT8 and INT4, and at the plan's own format where it is another.
BarInput precisionInput(const ChartValues &values);

/// The plan and those pinned to it, each with what its own GPUs hold.
BarInput compareInput(const ChartValues &values);

/// What each GPU of the plan carries: one bar a GPU up to eight of them, above that one a kind of load.
BarInput gpusInput(const ChartValues &values);

} // namespace plimsoll
