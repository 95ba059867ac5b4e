// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/modulerules.h"

namespace plimsoll {
namespace {

constexpr qsizetype kMostRules = 200'000;
constexpr size_t kMostGeneral = 64;
// Of matching, about in characters. The longest published lists cost a tenth of it.
constexpr qsizetype kMostCost = 40'000'000;
constexpr qsizetype kExpressionCost = 200;
constexpr qsizetype kLongestPattern = 300;

/// "model.layers.12.mlp.up_proj" -> 12 and "mlp.up_proj".
struct InLayer {
    int layer = -1;
    QString rest;
};

InLayer splitLayer(const QString &pattern)
{
    for (const QLatin1String marker : {QLatin1String("layers."), QLatin1String("h.")}) {
        qsizetype at = pattern.startsWith(marker) ? 0 : pattern.indexOf(QLatin1Char('.') + marker);
        if (at < 0)
            continue;
        at += (at == 0 && pattern.startsWith(marker) ? 0 : 1) + marker.size();
        qsizetype end = at;
        while (end < pattern.size() && pattern.at(end).isDigit() && end - at < 5)
            ++end;
        const bool ends = end == pattern.size();
        if (end > at && (ends || pattern.at(end) == QLatin1Char('.')))
            return {pattern.mid(at, end - at).toInt(), ends ? QString() : pattern.mid(end + 1)};
    }
    return {};
}

/// Modules of other stacks of layers: drafts, encoders.
bool isElsewhere(const QString &pattern)
{
    for (const char *stack : {"mtp", "vision", "visual", "audio", "eagle", "draft", "projector"}) {
        if (pattern.startsWith(QLatin1String(stack)) || pattern.contains(QLatin1Char('.') + QLatin1String(stack)))
            return true;
    }
    return false;
}

bool hasWildcard(const QString &text)
{
    return text.contains(QLatin1Char('*')) || text.contains(QLatin1Char('?'));
}

/// Whole parts of a dotted name: "gate" is in "mlp.gate" and not in "mlp.gate_proj".
bool hasParts(const QString &name, const QString &parts)
{
    const QString dotted = QLatin1Char('.') + name + QLatin1Char('.');
    return dotted.contains(QString(QLatin1Char('.') + parts + QLatin1Char('.')));
}

} // namespace

bool wildcardCovers(QStringView pattern, QStringView name)
{
    qsizetype p = 0, n = 0, star = -1, resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && (pattern[p] == u'?' || pattern[p] == name[n]) && pattern[p] != u'*') {
            ++p;
            ++n;
        } else if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            resume = n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

bool ModuleRules::covers(const Rule &rule, const QString &name) const
{
    if (!rule.isExpression && !rule.isWildcard)
        return hasParts(name, rule.text);
    m_cost += rule.isExpression ? kExpressionCost : rule.text.size();
    m_isCut |= m_cost > kMostCost;
    if (m_cost > kMostCost)
        return false;
    if (rule.isExpression)
        return rule.expression.match(name).hasMatch();
    return wildcardCovers(rule.text, name) || wildcardCovers(QString(rule.text + QLatin1String(".*")), name);
}

void ModuleRules::add(const QString &pattern, int verdict)
{
    if (pattern.isEmpty() || pattern.size() > kLongestPattern || m_count >= kMostRules) {
        m_isCut |= !pattern.isEmpty();
        return;
    }
    if (isElsewhere(pattern))
        return;
    ++m_count;
    Rule rule;
    rule.verdict = verdict;
    if (pattern.startsWith(QLatin1String("re:"))) {
        // Matched from the start, as Python's re.match; the limit keeps a hostile expression short.
        rule.isExpression = true;
        rule.expression.setPattern(QStringLiteral("(*LIMIT_MATCH=2000)\\A(?:%1)").arg(pattern.mid(3)));
        if (!rule.expression.isValid())
            return;
    } else {
        const InLayer in = splitLayer(pattern);
        rule.text = in.layer >= 0 ? in.rest : pattern;
        rule.isWildcard = hasWildcard(rule.text);
        if (in.layer >= 0)
            m_layers.insert(in.layer);
        if (in.layer >= 0 && !rule.isWildcard) {
            m_exact.insert(QString::number(in.layer) + QLatin1Char('.') + in.rest, verdict);
            return;
        }
        if (in.layer >= 0) {
            std::vector<Rule> &rules = m_byLayer[in.layer];
            m_isCut |= rules.size() >= kMostGeneral;
            if (rules.size() < kMostGeneral)
                rules.push_back(rule);
            return;
        }
        // "model.layers.*.self_attn": what stands before the layers differs between checkpoints.
        const qsizetype layers = rule.text.indexOf(QLatin1String(".layers."));
        if (layers > 0 && !rule.text.startsWith(QLatin1Char('*')))
            rule.text = QLatin1Char('*') + rule.text.mid(layers);
    }
    m_isCut |= m_general.size() >= kMostGeneral;
    if (m_general.size() >= kMostGeneral)
        return;
    m_general.push_back(rule);
    // A digit can mean a layer, and so can what stands for one.
    const bool hasDigit = std::any_of(pattern.begin(), pattern.end(), [](QChar c) { return c.isDigit(); });
    m_numbersInGeneral |=
        hasDigit || pattern.contains(QLatin1Char('?')) || (rule.isExpression && pattern.contains(QLatin1String("\\d")));
}

void ModuleRules::add(const QStringList &patterns, int verdict)
{
    for (const QString &pattern : patterns)
        add(pattern, verdict);
}

std::optional<int> ModuleRules::general(const QString &name) const
{
    for (const Rule &rule : m_general) {
        if (covers(rule, name))
            return rule.verdict;
    }
    return std::nullopt;
}

std::optional<int> ModuleRules::inLayer(int layer, const QStringList &names) const
{
    const QString number = QString::number(layer) + QLatin1Char('.');
    for (const QString &name : names) {
        // The name itself and everything that it is in, down to the whole layer.
        for (qsizetype end = name.size(); end > 0; end = name.lastIndexOf(QLatin1Char('.'), end - 1)) {
            const auto found = m_exact.constFind(number + name.left(end));
            if (found != m_exact.constEnd())
                return *found;
        }
    }
    const auto whole = m_exact.constFind(number);
    if (whole != m_exact.constEnd())
        return *whole;
    const auto wildcards = m_byLayer.constFind(layer);
    for (const QString &name : names) {
        if (wildcards != m_byLayer.constEnd()) {
            for (const Rule &rule : *wildcards) {
                if (covers(rule, name))
                    return rule.verdict;
            }
        }
        if (const auto verdict = general(QLatin1String("model.layers.") + number + name))
            return verdict;
    }
    return std::nullopt;
}

std::optional<int> ModuleRules::outside(const QStringList &names) const
{
    for (const QString &name : names) {
        if (const auto verdict = general(name))
            return verdict;
    }
    return std::nullopt;
}

} // namespace plimsoll
