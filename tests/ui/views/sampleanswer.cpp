// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"

#include "core/engines/enginerules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Names the four precisions as vLLM does and explains every item in the same words.
class SampleEngine : public EngineRules
{
public:
    QString id() const override { return QStringLiteral("vllm"); }
    QString name() const override { return QStringLiteral("vLLM"); }
    QStringList versions() const override { return {QStringLiteral("0.19.0")}; }
    QList<EngineOption> options() const override { return {}; }
    std::array<ComparisonFormat, kComparisonFormats> comparisonFormats() const override
    {
        return {{{QStringLiteral("fp32"), QStringLiteral("FP32")},
                 {QStringLiteral("bf16"), QStringLiteral("BF16")},
                 {QStringLiteral("int8"), QStringLiteral("W8A8")},
                 {QStringLiteral("int4"), QStringLiteral("W4A16")}}};
    }
    QString defaultKvFormat(const ModelArchitecture &, const Format &) const override { return QStringLiteral("fp16"); }
    QString whyIllegal(const ModelArchitecture &, const Parallel &, Parallel *) const override { return {}; }
    LayoutLoad load(const EngineInput &, const Parallel &, std::span<const Gpu *const>,
                    std::span<const qint32>) const override
    {
        return {};
    }
    void describePool(const ResolvedPlan &, Estimate &) const override { }
    Explanation explain(Item item, const ResolvedPlan &, const Estimate &estimate, const QLocale &) const override
    {
        Explanation explanation;
        explanation.item = item;
        explanation.title = QStringLiteral("Item %1").arg(int(item));
        explanation.why = QStringLiteral("70,553,706,496 parameters \u00d7 2 bytes, split over 4 GPUs");
        explanation.formula =
            QStringLiteral("bytes = parameters \u00d7 bytes per weight / ranks, each rank rounded up to "
                           "whole tensors as the engine shards them over tensor parallel ranks");
        explanation.numbers = QStringLiteral("%1 bytes").arg(estimate.total[item].count());
        explanation.sources = {QStringLiteral("vLLM 0.19, vllm/model_executor/layers/linear.py")};
        return explanation;
    }
    Interval interval(const ResolvedPlan &) const override
    {
        Interval interval;
        interval.below = interval.above = 0.05;
        interval.basis = QStringLiteral("sample");
        return interval;
    }
};

void addItems(ItemBytes &items, const std::array<double, kItemCount> &gib, double share)
{
    for (int i = 0; i < kItemCount; ++i)
        items.bytes[size_t(i)] = Bytes::fromGiB(gib[size_t(i)] * share);
}

} // namespace

SampleAnswer makeAnswer(const SampleShape &shape)
{
    SampleAnswer answer;
    ResolvedPlan &plan = answer.plan;
    auto model = std::make_shared<ModelArchitecture>();
    model->displayName = QStringLiteral("Llama 3.1 70B Instruct");
    model->id = QStringLiteral("meta-llama/Llama-3.1-70B-Instruct");
    plan.model = model;
    plan.engine = std::make_shared<SampleEngine>();
    plan.engineVersion = QStringLiteral("0.19.0");
    plan.workload = {32768, 8};
    plan.parameters.text = 70'553'706'496;
    plan.ownSlot = shape.chosen;
    const char *names[] = {"FP32", "FP16", "INT8", "INT4", "FP8"};
    for (int i = 0; i < kFormatSlots; ++i) {
        plan.formats[size_t(i)].name = QString::fromLatin1(names[i]);
        plan.formats[size_t(i)].id = plan.formats[size_t(i)].name.toLower();
    }
    plan.plan.weights = plan.formats[size_t(shape.chosen)].id;

    Estimate &estimate = answer.estimate;
    estimate.hasGpus = shape.gpus > 0;
    const int ranks = std::max(shape.gpus, 1);
    const std::array<double, kItemCount> &own = shape.gib[size_t(shape.chosen)];
    DeviceEstimate device;
    device.count = ranks;
    addItems(device.items, own, 1.0 / ranks);
    const auto uncharged = [&](const ItemBytes &items) {
        return Bytes::rounded(double(items[Item::Runtime].count()) * shape.unchargedShare);
    };
    device.charged = device.items.total() - uncharged(device.items);
    if (estimate.hasGpus) {
        Gpu gpu;
        gpu.id = QStringLiteral("nvidia-h100-sxm-80gb");
        gpu.name = QStringLiteral("H100 SXM 80 GB");
        plan.gpus.push_back(gpu);
        plan.plan.gpus.push_back({gpu.id, shape.gpus});
        device.usable = Bytes::fromGiB(shape.usableGib);
        device.budget = Bytes::fromGiB(shape.budgetGib);
        device.headroom = std::min(device.budget - device.charged, device.usable - device.items.total());
        device.fits = device.headroom >= Bytes();
    }
    estimate.devices[0] = device;
    estimate.deviceClasses = 1;
    estimate.total.add(device.items, ranks);
    estimate.fits = device.fits;
    estimate.headroom = device.headroom;
    const Bytes total = estimate.total.total();
    estimate.low = Bytes::rounded(double(total.count()) * 0.97);
    estimate.high = Bytes::rounded(double(total.count()) * 1.03);
    estimate.ruleOfThumb = Bytes::fromGiB(own[0] * 1.2);

    Comparison &comparison = answer.comparison;
    comparison.count = kComparisonFormats;
    comparison.chosen = shape.chosen;
    for (int i = 0; i < kComparisonFormats; ++i) {
        ComparisonEntry &entry = comparison.entries[size_t(i)];
        ItemBytes rank;
        addItems(rank, shape.gib[size_t(i)], 1.0 / ranks);
        entry.items.add(rank, ranks);
        const Bytes charged = rank.total() - uncharged(rank);
        entry.headroom =
            std::min(Bytes::fromGiB(shape.budgetGib) - charged, Bytes::fromGiB(shape.usableGib) - rank.total());
        entry.fits = estimate.hasGpus && entry.headroom >= Bytes();
        const double needed = entry.items.total().gibibytes() / shape.budgetGib;
        entry.gpusNeeded =
            estimate.hasGpus ? std::max(1, int(std::exp2(std::ceil(std::log2(std::max(needed, 1e-9)))))) : 0;
    }
    estimate.gpusNeeded = comparison.entries[size_t(shape.chosen)].gpusNeeded;
    estimate.gpusByMemory = estimate.gpusNeeded;
    return answer;
}

SampleAnswer sampleAnswer()
{
    SampleShape shape;
    shape.gib = {{{263, 80, 0, 9.0, 6.6, 9.3, 0},
                  {131.5, 80, 0, 7.6, 6.6, 9.3, 0},
                  {67, 80, 0, 7.6, 6.6, 9.3, 0},
                  {37, 80, 0, 7.6, 6.6, 9.3, 0}}};
    return makeAnswer(shape);
}

SampleAnswer sampleWithoutGpu()
{
    SampleShape shape;
    shape.gib = {
        {{263, 80, 0, 9, 0, 0, 0}, {131.5, 80, 0, 8, 0, 0, 0}, {67, 80, 0, 8, 0, 0, 0}, {37, 80, 0, 8, 0, 0, 0}}};
    shape.gpus = 0;
    return makeAnswer(shape);
}

} // namespace plimsoll
