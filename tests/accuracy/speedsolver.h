// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace accuracy {

/// One equation: the sum of terms x costs should be `measured`. Rows of a group share a weight of sqrt(their number),
/// so that a model with a thousand rows does not drown one with twenty.
struct SpeedEquation {
    const std::vector<double> *terms = nullptr;
    double measured = 0;
    double groupWeight = 1;
};

/// Costs of at least `least` that make the relative errors' absolute sum small, by iteratively reweighted least
/// squares. `expected` pulls with `strength`: a cost that is off by its whole expected value counts as that share of
/// all rows being wrong by 100 %.
std::vector<double> solveCosts(const std::vector<SpeedEquation> &equations, const std::vector<double> &expected,
                               const std::vector<double> &least, double strength);

} // namespace accuracy
