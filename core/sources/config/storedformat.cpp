// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/storedformat.h"

#include "core/sources/config/modulenames.h"

#include <QCoreApplication>

#include <array>
#include <map>
#include <numeric>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StoredFormat)
};

bool isExpert(TensorRole role)
{
    return role == TensorRole::ExpertGate || role == TensorRole::ExpertUp || role == TensorRole::ExpertDown;
}

/// Bytes and weights of a role over all layers.
struct RoleSum {
    Bytes bytes;
    qint64 weights = 0;
};

/// The ratio as a block of a size that real tensors are many times larger than.
BitsPerWeight blockOf(const RoleSum &sum)
{
    constexpr qint64 most = 16384;
    const qint64 divisor = std::gcd(sum.bytes.count(), sum.weights);
    const qint64 bytes = sum.bytes.count() / divisor, weights = sum.weights / divisor;
    if (weights <= most)
        return {qint32(bytes), qint32(weights)};
    return {qint32(double(bytes) / double(weights) * most + 0.5), qint32(most)};
}

class RoleSchemes
{
public:
    RoleSchemes(const ModelArchitecture &model, const Quantization &quantization, qint32 keptBits)
        : m_model(model)
        , m_quantization(quantization)
        , m_kept(schemes::kept(keptBits))
    {
        std::vector<std::vector<TensorClass>> tensors;
        for (const LayerGroup &group : model.groups)
            tensors.push_back(layerTensors(model, group));
        m_modules.resize(model.groups.size());
        for (int layer = 0; layer < model.layers(); ++layer) {
            const size_t group = model.layerGroups[size_t(layer)];
            for (const TensorClass &tensor : tensors[group]) {
                if (const WeightScheme *how = schemeIn(layer, group, tensor.role))
                    add(tensor, *how);
            }
        }
        for (const TensorClass &tensor : outputTensors(model)) {
            if (tensor.role == TensorRole::Head)
                add(tensor, headScheme());
        }
    }

    const std::map<TensorRole, RoleSum> &sums() const { return m_sums; }

    /// "NVFP4 experts, BF16 rest"; the layout with the most bytes first.
    QString name() const
    {
        std::vector<std::pair<Bytes, QString>> parts;
        for (const auto &[label, bytes] : m_quantised)
            parts.emplace_back(bytes, label);
        std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
        if (parts.empty())
            return m_kept.label;
        if (m_onlyExperts && m_keptMatrices > Bytes())
            return Text::tr("%1 experts, %2 rest").arg(parts.front().second, m_kept.label);
        if (parts.size() > 1 && m_expertLabel == parts.front().second)
            return Text::tr("%1 experts, %2 rest").arg(parts[0].second, parts[1].second);
        QStringList labels;
        for (const auto &[bytes, label] : parts)
            labels.append(label);
        if (m_keptMatrices > Bytes())
            labels.append(m_kept.label);
        return labels.join(QLatin1String(" + "));
    }

private:
    const WeightScheme &scheme(int index) const
    {
        return index >= 0 && size_t(index) < m_quantization.schemes.size() ? m_quantization.schemes[size_t(index)]
                                                                           : m_kept;
    }

    /// The modules of a role in one group of layers.
    struct Modules {
        QStringList names;
        const WeightScheme *usual = nullptr; ///< in layers that no rule tells apart, once it was asked for
    };

    /// How a role of a layer is stored; null where no checkpoint quantises it.
    const WeightScheme *schemeIn(int layer, size_t group, TensorRole role)
    {
        auto found = m_modules[group].find(role);
        if (found == m_modules[group].end())
            found = m_modules[group].emplace(role, Modules{moduleNames(m_model.groups[group], role)}).first;
        Modules &modules = found->second;
        if (modules.names.isEmpty())
            return nullptr;
        if (m_quantization.keeps.tellsApart(layer) || m_quantization.assigns.tellsApart(layer))
            return &schemeOf(layer, role, modules.names);
        if (!modules.usual)
            modules.usual = &schemeOf(layer, role, modules.names);
        return modules.usual;
    }

    const WeightScheme &schemeOf(int layer, TensorRole role, const QStringList &names) const
    {
        if (m_quantization.keeps.inLayer(layer, names))
            return m_kept;
        if (const auto assigned = m_quantization.assigns.inLayer(layer, names))
            return scheme(*assigned);
        if (m_quantization.onlyExperts && !isExpert(role))
            return m_kept;
        return scheme(isExpert(role) && m_quantization.experts >= 0 ? m_quantization.experts : m_quantization.linear);
    }

    const WeightScheme &headScheme() const
    {
        const QStringList names = {QStringLiteral("lm_head"), QStringLiteral("language_model.lm_head"),
                                   QStringLiteral("head")};
        if (m_quantization.keeps.outside(names))
            return m_kept;
        if (const auto assigned = m_quantization.assigns.outside(names))
            return scheme(*assigned);
        return m_quantization.coversHead ? scheme(m_quantization.linear) : m_kept;
    }

    void add(const TensorClass &tensor, const WeightScheme &how)
    {
        RoleSum &sum = m_sums[tensor.role];
        const Bytes bytes = how.bytesOf(tensor);
        sum.bytes += bytes;
        sum.weights += tensor.elements();
        if (&how == &m_kept) {
            m_keptMatrices += tensor.role == TensorRole::Head ? Bytes() : bytes;
            return;
        }
        m_quantised[how.label] += bytes;
        if (isExpert(tensor.role))
            m_expertLabel = how.label;
        else
            m_onlyExperts = false;
    }

    const ModelArchitecture &m_model;
    const Quantization &m_quantization;
    WeightScheme m_kept;
    std::vector<std::map<TensorRole, Modules>> m_modules; ///< by group
    std::map<TensorRole, RoleSum> m_sums;
    std::map<QString, Bytes> m_quantised;
    QString m_expertLabel;
    Bytes m_keptMatrices;
    bool m_onlyExperts = true;
};

} // namespace

Format storedFormat(const ModelArchitecture &model, const Quantization &quantization, qint32 keptBits)
{
    const RoleSchemes roles(model, quantization, keptBits);
    Format format;
    format.id = QStringLiteral("native-stored");
    format.name = roles.name();
    format.family = FormatFamily::Native;
    format.block = format.keptBlock = BitsPerWeight{keptBits / 8, 1};
    format.source = QStringLiteral("quantization_config");
    for (const auto &[role, sum] : roles.sums()) {
        const BitsPerWeight block = blockOf(sum);
        if (block != format.keptBlock) {
            MixRule rule;
            rule.role = role;
            rule.block = block;
            format.mix.push_back(rule);
        }
    }
    return format;
}

} // namespace plimsoll
