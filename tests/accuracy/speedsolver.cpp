// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/speedsolver.h"

#include <algorithm>
#include <cmath>

namespace accuracy {
namespace {

constexpr int kReweightings = 15;
constexpr int kSweeps = 400;
constexpr double kNoise = 0.03; ///< errors below are not told apart: repeated measurements differ by as much

struct Normal {
    std::vector<std::vector<double>> a;
    std::vector<double> b;
};

Normal normalEquations(const std::vector<SpeedEquation> &equations, const std::vector<double> &weights,
                       const std::vector<double> &expected, double strength)
{
    const size_t n = expected.size();
    Normal normal{std::vector(n, std::vector<double>(n)), std::vector<double>(n)};
    double sum = 0;
    for (size_t i = 0; i < equations.size(); ++i) {
        const std::vector<double> &terms = *equations[i].terms;
        const double scale = 1 / equations[i].measured;
        sum += weights[i];
        for (size_t j = 0; j < n; ++j) {
            const double term = terms[j] * scale * weights[i];
            if (term == 0)
                continue;
            normal.b[j] += term;
            for (size_t k = 0; k < n; ++k)
                normal.a[j][k] += term * terms[k] * scale;
        }
    }
    for (size_t j = 0; j < n; ++j) {
        normal.a[j][j] += strength * sum / (expected[j] * expected[j]);
        normal.b[j] += strength * sum / expected[j];
    }
    return normal;
}

/// Coordinate descent: each cost in turn takes its best value that is not below its least.
std::vector<double> bounded(const Normal &normal, const std::vector<double> &least)
{
    const size_t n = normal.b.size();
    std::vector<double> costs = least;
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (size_t j = 0; j < n; ++j) {
            double gradient = normal.b[j];
            for (size_t k = 0; k < n; ++k)
                gradient -= normal.a[j][k] * costs[k];
            costs[j] = std::max(least[j], costs[j] + gradient / normal.a[j][j]);
        }
    }
    return costs;
}

} // namespace

std::vector<double> solveCosts(const std::vector<SpeedEquation> &equations, const std::vector<double> &expected,
                               const std::vector<double> &least, double strength)
{
    std::vector<double> weights;
    for (const SpeedEquation &equation : equations)
        weights.push_back(equation.groupWeight);
    std::vector<double> costs;
    for (int i = 0; i < kReweightings; ++i) {
        costs = bounded(normalEquations(equations, weights, expected, strength), least);
        for (size_t r = 0; r < equations.size(); ++r) {
            double ratio = 0;
            for (size_t j = 0; j < costs.size(); ++j)
                ratio += costs[j] * (*equations[r].terms)[j];
            ratio /= equations[r].measured;
            const double error = std::abs(std::log(std::max(ratio, 1e-6)));
            // Dividing by the ratio makes half the time as wrong as double the time.
            weights[r] = equations[r].groupWeight / std::max(error, kNoise) / std::max(ratio, 0.1);
        }
    }
    return costs;
}

} // namespace accuracy
