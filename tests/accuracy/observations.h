// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QString>

#include <vector>

namespace accuracy {

/// What an error is measured in.
enum class Unit { Percent, GiB };

/// One measured figure beside the estimate of the same plan.
struct Observation {
    QString engine;        ///< "vllm"
    QString range;         ///< version range of the engine's rules, "V1 from 0.15"
    QString item;          ///< "weights", "activation", ...
    QString kind;          ///< of architecture, see plimsoll::architectureKind()
    QString model;         ///< catalog id: errors are told apart, and left out, by it
    QString configuration; ///< what makes a deployment distinct: its rows count once
    QString row;           ///< id of the row in its file
    Unit unit = Unit::GiB;
    double measured = 0, estimated = 0;

    double error() const
    {
        return unit == Unit::Percent ? 100 * (estimated - measured) / measured : estimated - measured;
    }
};

/// A deployment's whole memory on one GPU beside its estimate: what the interval is about. GiB.
struct Total {
    QString engine, range, rangeFrom, kind, model, configuration, row;
    double measured = 0, estimated = 0;
    double uncertain = 0; ///< what the interval is a share of
};

/// A row, or one figure of it, that cannot be compared.
struct Unused {
    QString engine, row, why;
};

struct Measurements {
    std::vector<Observation> observations;
    std::vector<Total> totals;
    std::vector<Unused> unused;
    int rows = 0; ///< read, used or not
};

/// Each adds the rows of one source. A new engine's rows are one more of these, and a line in addAll().
void addVllmRuns(const plimsoll::Catalog &catalog, Measurements &out);
void addVllmObservations(const plimsoll::Catalog &catalog, Measurements &out);
void addSglangObservations(const plimsoll::Catalog &catalog, Measurements &out);
void addOtherObservations(Measurements &out);

Measurements addAll(const plimsoll::Catalog &catalog);

} // namespace accuracy
