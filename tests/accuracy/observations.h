// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/estimate.h"

#include <QString>

#include <array>
#include <map>
#include <optional>
#include <set>
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
    int rows = 1;            ///< of the source that say the same
    bool isUnstated = false; ///< the row does not state what the figure follows from

    double error() const
    {
        return unit == Unit::Percent ? 100 * (estimated - measured) / measured : estimated - measured;
    }
};

/// A deployment's whole memory beside its estimate: what the interval is about. GiB, on one GPU, or on all of them
/// where the engine's rules say so.
struct Total {
    QString engine, range, rangeFrom, kind, model;
    QString family; ///< models that one graph stands for; the model itself where the engine has none
    QString configuration, row;
    double measured = 0, estimated = 0;
    plimsoll::ItemBytes items; ///< estimated, as the program has them
    /// Estimated - measured by item, GiB; none where the row does not print the item apart.
    std::array<std::optional<double>, plimsoll::kItemCount> itemErrors{};
    int rows = 1;
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
    /// By engine, of those that plan an architecture by name: the architectures that rows stand for.
    std::map<QString, std::set<QString>> architectures;
};

/// Each adds the rows of one source. A new engine's rows are one more of these, and a line in addAll().
void addVllmRuns(const plimsoll::Catalog &catalog, Measurements &out);
void addVllmObservations(const plimsoll::Catalog &catalog, Measurements &out);
void addSglangObservations(const plimsoll::Catalog &catalog, Measurements &out);
void addLlamaCppRuns(const plimsoll::Catalog &catalog, Measurements &out);
void addOtherObservations(Measurements &out);

Measurements addAll(const plimsoll::Catalog &catalog);

} // namespace accuracy
