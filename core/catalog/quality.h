// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// What a measurement of a quantised model counts.
enum class QualityMetric : quint8 {
    Perplexity,   ///< of a text; lower is better, and only comparable within one model and text
    KlDivergence, ///< mean, of the next token's distribution against the unquantised model; 0 is best
    SameTopToken, ///< per cent of tokens whose likeliest one is that of the unquantised model
    Accuracy,     ///< per cent of a test's questions
    Recovery,     ///< per cent of the unquantised model's accuracy
};

/// One published figure of one model in one format.
struct MeasuredQuality {
    QualityMetric metric = QualityMetric::Perplexity;
    double value = 0;
    std::optional<double> baseline; ///< of the unquantised model in the same table; absent where it has none
    double plusMinus = 0;           ///< as printed; 0 = none printed
    QString method;                 ///< how it was quantised, where the source says so: "importance matrix"
    QString evaluation;             ///< "WikiText-2 test"
    QString source;                 ///< address

    /// What the format costs: the share by which perplexity rises, the divergence, or the percentage points lost.
    /// Absent without a baseline.
    std::optional<double> loss() const;
};

/// What was measured for exactly this model in exactly this format, in the order of resources/catalog/quality.json.
/// Empty where nothing was: a base model says nothing about its tuned version, one size nothing about another.
/// For many formats of one model make a ModelQuality.
std::vector<MeasuredQuality> measuredQuality(const Catalog &catalog, const QString &modelId, const QString &formatId);

/// What was measured of one model, read from the catalog once.
class ModelQuality
{
public:
    ModelQuality(const Catalog &catalog, const QString &modelId);

    std::vector<MeasuredQuality> in(const QString &formatId) const;

private:
    QJsonObject m_document;
};

} // namespace plimsoll
