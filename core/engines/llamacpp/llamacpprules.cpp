// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacpprules.h"

#include "core/engines/llamacpp/llamacppconstants.h"
#include "core/engines/llamacpp/llamacppexplain.h"
#include "core/engines/llamacpp/llamacpplayout.h"
#include "core/engines/residuals.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

using namespace llamacpp;

class LlamaCppRules : public EngineRules
{
    Q_DECLARE_TR_FUNCTIONS(LlamaCppRules)

public:
    explicit LlamaCppRules(const QJsonObject &constants)
        : m_constants(constants)
    {
    }

    QString id() const override { return QStringLiteral("llama.cpp"); }
    QString name() const override { return QStringLiteral("llama.cpp"); }
    QStringList versions() const override;
    QString versionOfBuild(qint64 build) const override;
    QString versionName(const QString &version) const override;
    QString hardlyMeasured(const QString &version, const QJsonObject &options) const override;
    bool measuresRecurrentState(const ModelArchitecture &model) const override;
    QList<EngineOption> options() const override { return optionList(m_constants.presets); }
    QJsonValue impliedOption(const QString &key, const QJsonObject &options) const override;

    std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const override
    {
        return {{{QStringLiteral("fp32"), QStringLiteral("F32")},
                 {QStringLiteral("fp16"), QStringLiteral("F16")},
                 {QStringLiteral("q8_0"), QStringLiteral("Q8_0")},
                 {QStringLiteral("q4_k_m"), QStringLiteral("Q4_K_M")}}};
    }

    QString defaultKvFormat(const ModelArchitecture &, const Format &) const override { return QStringLiteral("fp16"); }

    QString whyIllegal(const ModelArchitecture &, const Parallel &parallel, Parallel *nearest) const override
    {
        if (nearest)
            *nearest = {1, 1, 1, 1};
        if (parallel == Parallel{1, 1, 1, 1})
            return {};
        return tr("%1 has no tensor, pipeline or data parallelism; splitMode divides the layers among all GPUs")
            .arg(name());
    }

    bool splitsLayers() const override { return true; }
    std::shared_ptr<const EngineData> prepare(const EngineInput &input) const override;
    LayoutLoad load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                    std::span<const qint32> gpuIndices) const override;
    QString gpuClass(const Gpu &, const EngineInput &) const override { return id(); }
    void moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const override;
    void applyWorkload(LayoutLoad &layout, Workload workload) const override;
    void takeWorkload(LayoutLoad &layout, const LayoutLoad &known) const override;
    void chargeRank(const RankLoad &rank, int format, Workload workload, qint32 dataParallel,
                    DeviceEstimate &device) const override;
    /// The budget is all that the CUDA context leaves.
    double chargedShare(Item item, const EngineInput &) const override { return item == Item::Runtime ? 0 : 1; }
    void describePool(const ResolvedPlan &resolved, Estimate &estimate) const override;

    Explanation explain(Item item, const ResolvedPlan &resolved, const Estimate &estimate,
                        const QLocale &locale) const override
    {
        return llamacpp::explain(m_constants, optionsOf(resolved.options, resolved.engineVersion), item, resolved,
                                 estimate, locale);
    }

    Interval interval(const ResolvedPlan &resolved) const override
    {
        return intervalOf(m_constants.residuals, resolved.engineVersion, *resolved.model,
                          tr("%1 by its own reports, the CUDA context apart").arg(QLatin1String("llama.cpp")),
                          Encoders::Apart);
    }

private:
    Options optionsOf(const QJsonObject &given, const QString &version) const
    {
        return {given, m_constants.presetOf(given), m_constants.rulesOf(version)};
    }

    Constants m_constants;
};

/// Builds are the versions below 0.1.
const QLatin1String kBuild("0.0.");

QStringList LlamaCppRules::versions() const
{
    QStringList versions;
    for (const VersionRules &rules : m_constants.versions)
        versions.append(rules.from);
    return versions;
}

QString LlamaCppRules::versionOfBuild(qint64 build) const
{
    return build < 0 ? QString() : kBuild + QString::number(build);
}

QString LlamaCppRules::versionName(const QString &version) const
{
    return version.startsWith(kBuild) ? QLatin1Char('b') + version.mid(kBuild.size()) : version;
}

QString LlamaCppRules::hardlyMeasured(const QString &version, const QJsonObject &options) const
{
    const Preset &preset = m_constants.presetOf(options);
    if (!m_constants.rulesOf(version).isMeasured)
        return name() + QLatin1Char(' ') + versionName(version);
    return preset.isMeasured ? QString() : preset.name;
}

/// Mamba and Mamba 2, alone or in turn with attention.
bool LlamaCppRules::measuresRecurrentState(const ModelArchitecture &model) const
{
    return std::all_of(model.groups.begin(), model.groups.end(), [](const LayerGroup &group) {
        return !std::holds_alternative<LinearAttention>(group.mixer)
               && !std::holds_alternative<ShortConvolution>(group.mixer)
               && !std::holds_alternative<ParallelHybrid>(group.mixer);
    });
}

QJsonValue LlamaCppRules::impliedOption(const QString &key, const QJsonObject &options) const
{
    const Preset &chosen = m_constants.presetOf(options), &server = m_constants.presets.front();
    const auto unlessSame = [](const auto &value, const auto &usual) {
        return value == usual ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value);
    };
    if (key == QLatin1String("nBatch"))
        return unlessSame(chosen.batch, server.batch);
    if (key == QLatin1String("nUbatch"))
        return unlessSame(chosen.microBatch, server.microBatch);
    if (key == QLatin1String("kvUnified"))
        return unlessSame(chosen.unified, server.unified);
    if (key == QLatin1String("flashAttention"))
        return unlessSame(chosen.flashAttention, server.flashAttention);
    return QJsonValue::Undefined;
}

std::shared_ptr<const EngineData> LlamaCppRules::prepare(const EngineInput &input) const
{
    return std::make_shared<const ModelData>(input, optionsOf(input.options, input.version));
}

LayoutLoad LlamaCppRules::load(const EngineInput &input, const Parallel &parallel, std::span<const Gpu *const> gpus,
                               std::span<const qint32> gpuIndices) const
{
    LayoutLoad result;
    result.parallel = parallel;
    result.gpus = std::max<qint32>(1, qint32(gpus.size()));
    const auto data = std::static_pointer_cast<const ModelData>(input.data);
    std::vector<double> shares;
    for (const Gpu *gpu : gpus)
        shares.push_back(double(std::max(Bytes(), gpu->usable - input.reserve).count()));
    if (shares.empty())
        shares.push_back(1);
    for (size_t i = 0; i < shares.size() && !data->options.shares.empty(); ++i)
        shares[i] = i < data->options.shares.size() ? data->options.shares[i] : 0;
    for (size_t i = 1; i < shares.size() && data->options.oneGpu; ++i)
        shares[i] = 0;
    const auto layout = std::make_shared<const Layout>(data, shares);
    for (qint32 i = 0; i < result.gpus; ++i) {
        const Gpu *gpu = gpus.empty() ? nullptr : gpus[size_t(i)];
        RankLoad rank;
        rank.gpuIndex = gpus.empty() ? 0 : gpuIndices[size_t(i)];
        rank.count = 1;
        if (gpu)
            rank.usable = rank.budget = std::max(Bytes(), gpu->usable - input.reserve);
        for (int f = 0; f < kFormatSlots; ++f) {
            ItemBytes &items = rank.fixed[size_t(f)];
            if (i < layout->gpus()) {
                items[Item::Weights] = layout->weights(qint16(i), f);
                items[Item::Runtime] = data->options.cuda ? m_constants.runtime(gpu) : Bytes();
            } else if (gpus.empty()) {
                items[Item::Weights] = layout->weights(0, f); // without GPUs the host is the one device
            }
        }
        result.ranks.push_back(rank);
    }
    for (int f = 0; f < kFormatSlots; ++f)
        result.host[size_t(f)][Item::Weights] = layout->weights(layout->gpus(), f);
    const auto placed = std::make_shared<PlacedLayout>();
    placed->layout = layout;
    result.detail = placed;
    return result;
}

/// GPUs that are alike share the layers alike, whatever they hold. A GPU without layers has no context.
void LlamaCppRules::moveTo(LayoutLoad &layout, const Gpu &from, const Gpu &to, const EngineInput &input) const
{
    const Bytes more = m_constants.runtime(&to) - m_constants.runtime(&from);
    for (RankLoad &rank : layout.ranks) {
        rank.usable = rank.budget = std::max(Bytes(), to.usable - input.reserve);
        for (ItemBytes &items : rank.fixed) {
            if (items[Item::Runtime].count() > 0)
                items[Item::Runtime] += more;
        }
    }
}

void LlamaCppRules::applyWorkload(LayoutLoad &load, Workload workload) const
{
    const auto &known = static_cast<const PlacedLayout &>(*load.detail);
    const std::shared_ptr<const Layout> layout = known.layout;
    PlannedGraphs graphs = known.graphs;
    const auto buffers = layout->buffers(workload, graphs);
    if (graphs.step != known.graphs.step || graphs.scripts != known.graphs.scripts) {
        const auto placed = std::make_shared<PlacedLayout>();
        placed->layout = layout;
        placed->graphs = std::move(graphs);
        load.detail = placed;
    }
    for (int f = 0; f < kFormatSlots; ++f) {
        const Layout::DeviceBuffers &devices = buffers[size_t(f)];
        const auto set = [](ItemBytes &items, const Layout::Buffers &from) {
            items[Item::KvCache] = from.cache;
            items[Item::RecurrentState] = from.state;
            items[Item::Activations] = from.compute;
        };
        const bool hostIsDevice =
            layout->gpus() == 0 && load.ranks.size() == 1 && load.ranks.front().usable.count() == 0;
        for (size_t i = 0; i < load.ranks.size(); ++i) {
            ItemBytes &items = load.ranks[i].fixed[size_t(f)];
            if (qint64(i) < layout->gpus() || hostIsDevice)
                set(items, devices[i]);
            load.ranks[i].charged[size_t(f)] = items.total() - items[Item::Runtime];
        }
        // The document has no entry of its own for the state of the host: it is part of the context buffers there.
        ItemBytes &host = load.host[size_t(f)];
        set(host, devices.back());
        host[Item::KvCache] += host[Item::RecurrentState];
        host[Item::RecurrentState] = Bytes();
    }
}

void LlamaCppRules::takeWorkload(LayoutLoad &load, const LayoutLoad &known) const
{
    const auto &own = static_cast<const PlacedLayout &>(*load.detail);
    const auto &other = static_cast<const PlacedLayout &>(*known.detail);
    const auto placed = std::make_shared<PlacedLayout>();
    placed->layout = own.layout;
    placed->graphs = own.layout->sharedGraphs(*other.layout, other.graphs);
    load.detail = placed;
}

/// Everything is allocated at the start: nothing is left to add.
void LlamaCppRules::chargeRank(const RankLoad &rank, int format, Workload, qint32, DeviceEstimate &device) const
{
    device.gpuIndex = rank.gpuIndex;
    device.stage = rank.stage;
    device.count = rank.count;
    device.items = rank.fixed[size_t(format)];
    device.usable = rank.usable;
    device.budget = rank.budget;
    device.charged = rank.charged[size_t(format)] + rank.corrections.applyTo(device);
    device.pool = device.items[Item::KvCache];
    device.headroom = std::min(rank.budget - device.charged, rank.usable - device.items.total());
    device.fits = rank.usable.count() > 0 && device.headroom.count() >= 0;
}

void LlamaCppRules::describePool(const ResolvedPlan &resolved, Estimate &estimate) const
{
    const auto &placed = static_cast<const PlacedLayout &>(*resolved.layout.detail);
    const StepSpec step = stepOf(placed.layout->options(), resolved.workload, 0);
    for (qint32 i = 0; i < estimate.deviceClasses; ++i)
        estimate.poolBytes += estimate.devices[size_t(i)].pool;
    estimate.poolTokens = step.cells * step.streams;
    estimate.maxConcurrency = double(estimate.poolTokens) / double(resolved.workload.contextLength);
}

} // namespace

std::shared_ptr<const EngineRules> makeLlamaCppRules(const QJsonObject &constants)
{
    return std::make_shared<LlamaCppRules>(constants);
}

} // namespace plimsoll
