// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"
#include "ui/charts/barinput.h"
#include "ui/loadline.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GpusChart)
};

constexpr int kMostBars = 8;

QString gpuName(const ChartValues &values, const DeviceEstimate &device)
{
    return device.gpuIndex < qint32(values.plan.gpus.size()) ? values.plan.gpus[size_t(device.gpuIndex)].name
                                                             : QString();
}

BarColumn columnOf(const ChartValues &values, const DeviceEstimate &device)
{
    BarColumn column;
    column.items = device.items;
    if (!values.estimate.hasGpus)
        return column;
    column.capacity = deviceCapacity(device);
    const QString load = barNumber(device.items.total(), values.unit);
    column.note = Text::tr("%1 of %2").arg(load, formatSize(column.capacity, values.unit, QLocale()));
    column.facts << Text::tr("%1, holds %2, of which %3 may be used")
                        .arg(gpuName(values, device), formatSize(device.usable, values.unit, QLocale()),
                             formatSize(column.capacity, values.unit, QLocale()));
    const Bytes room = column.capacity - device.items.total();
    column.facts << (room < Bytes() ? Text::tr("%1 missing").arg(formatSize(Bytes() - room, values.unit, QLocale()))
                                    : Text::tr("%1 to spare").arg(formatSize(room, values.unit, QLocale())));
    return column;
}

void addOneEach(BarInput &input, const ChartValues &values, const DeviceEstimate &device)
{
    for (int i = 0; i < device.count; ++i) {
        BarColumn column = columnOf(values, device);
        column.name = Text::tr("GPU %1").arg(input.columns.size());
        column.shortNote = barNumber(device.items.total(), values.unit);
        input.columns.push_back(column);
    }
}

void addKind(BarInput &input, const ChartValues &values, const DeviceEstimate &device, bool stages)
{
    BarColumn column = columnOf(values, device);
    column.name = Text::tr("%1 \u00d7 %2").arg(device.count).arg(gpuName(values, device));
    if (stages)
        column.as = Text::tr("stage %1").arg(device.stage + 1);
    column.shortNote = barNumber(device.items.total(), values.unit);
    input.columns.push_back(column);
}

} // namespace

BarInput gpusInput(const ChartValues &values)
{
    BarInput input;
    input.unit = values.unit;
    input.title = Text::tr("Memory per GPU: %1").arg(planTitle(values.plan, QLocale()));
    const Estimate &estimate = values.estimate;
    const std::span devices(estimate.devices.data(), size_t(estimate.deviceClasses));
    if (!estimate.hasGpus) {
        input.columns.push_back(columnOf(values, devices.empty() ? DeviceEstimate() : devices.front()));
        input.columns.back().name = Text::tr("One device");
        return input;
    }
    qint64 gpus = 0;
    for (const DeviceEstimate &device : devices)
        gpus += device.count;
    const bool stages = std::any_of(devices.begin(), devices.end(), [](const auto &each) { return each.stage > 0; });
    for (size_t i = 0; i < devices.size(); ++i) {
        if (devices.size() > 1 && qint32(i) == estimate.fullest)
            input.chosen = int(input.columns.size());
        if (gpus <= kMostBars)
            addOneEach(input, values, devices[i]);
        else
            addKind(input, values, devices[i], stages);
    }
    const auto same = [&](const BarColumn &column) { return column.capacity == input.columns.front().capacity; };
    if (std::all_of(input.columns.begin(), input.columns.end(), same)) {
        input.capacity.own = input.columns.front().capacity;
        input.capacity.ownName = Text::tr("each GPU");
    }
    return input;
}

} // namespace plimsoll
