// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace plimsoll {

/// Lists of module names as quantisation configurations have them, each name with a verdict: exact names and prefixes
/// ("lm_head", "model.layers.3.mlp"), parts of names ("gate"), wildcards ("*.self_attn*") and "re:" expressions.
///
/// Checkpoints name modules in many ways, so what is asked is whether a list covers any of the names that a module
/// goes by. Names that hold a layer's number are kept by layer: such lists have tens of thousands of entries.
class ModuleRules
{
public:
    /// Adds a name. Ignored past a number that no published list reaches; isCut() tells.
    void add(const QString &pattern, int verdict);
    void add(const QStringList &patterns, int verdict);
    bool isEmpty() const { return m_exact.isEmpty() && m_general.empty() && m_byLayer.isEmpty(); }
    bool isCut() const { return m_isCut; }
    /// False where the verdict on a name in this layer is that in any other such layer.
    bool tellsApart(int layer) const { return m_numbersInGeneral || m_layers.contains(layer); }

    /// The verdict on a module of a layer by its names within the layer ("mlp.experts.0.gate_proj").
    std::optional<int> inLayer(int layer, const QStringList &names) const;
    /// The verdict on a module outside the layers ("lm_head").
    std::optional<int> outside(const QStringList &names) const;

private:
    struct Rule {
        QString text;
        QRegularExpression expression;
        bool isExpression = false, isWildcard = false;
        int verdict = 0;
    };

    bool covers(const Rule &rule, const QString &name) const;
    std::optional<int> general(const QString &name) const;

    QHash<QString, int> m_exact;             ///< "3.mlp.experts": layer number and the name within
    QHash<int, std::vector<Rule>> m_byLayer; ///< wildcards within one layer
    std::vector<Rule> m_general;
    QSet<int> m_layers; ///< that some rule names
    bool m_numbersInGeneral = false;
    qsizetype m_count = 0;
    mutable qsizetype m_cost = 0; ///< of matching so far
    mutable bool m_isCut = false;
};

/// True when a pattern of * and ? covers the whole name. Takes time in proportion to both lengths' product at worst.
bool wildcardCovers(QStringView pattern, QStringView name);

} // namespace plimsoll
