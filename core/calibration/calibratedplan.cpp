// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibratedplan.h"

#include "core/planning/explain/calculation.h"
#include "core/planning/planning.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

qint32 gpusOfCopy(const LayoutLoad &layout)
{
    return layout.gpus / std::max(1, layout.parallel.data);
}

std::shared_ptr<const CalibrationRecord> recordOf(std::span<const std::shared_ptr<const CalibrationRecord>> records,
                                                  const LayoutLoad &layout, const Gpu &gpu, const QString &model)
{
    return recordFor(records, gpu.id, gpusOfCopy(layout), layout.parallel.tensor, model);
}

void addOnce(CalibrationRecords &records, const std::shared_ptr<const CalibrationRecord> &record)
{
    if (record && std::find(records.begin(), records.end(), record) == records.end())
        records.push_back(record);
}

QString titleOf(const QString &engine, const QString &version, const QString &gpu, const CalibrationRecord &record)
{
    QString what = version.isEmpty() ? engine : engine + QLatin1Char(' ') + version;
    if (!record.preset.isEmpty())
        what += QStringLiteral(" (%1)").arg(record.preset);
    const QString where = record.gpus > 1 ? QStringLiteral("%1 × %2").arg(record.gpus).arg(gpu) : gpu;
    return Text::tr("%1 on %2 (%3)", "engine on GPU (date)").arg(what, where, record.date.toString(Qt::ISODate));
}

QString versionOf(const EngineRules &engine, const CalibrationRecord &record)
{
    return record.engineVersion.isEmpty() ? QString() : shortVersionName(engine, record.engineVersion);
}

} // namespace

CalibrationRecords calibrationOf(const Catalog &catalog, const EngineRules &engine, const QString &version,
                                 const QJsonObject &options)
{
    CalibrationRecords found;
    const auto &calibration = catalog.calibration();
    if (!calibration || !calibration->isOn)
        return found;
    const QString release = releaseOf(engine, version), preset = presetOf(engine, options);
    for (const auto &record : calibration->records) {
        if (record->engine == engine.id() && record->preset == preset
            && releaseOf(engine, record->engineVersion) == release)
            found.push_back(record);
    }
    return found;
}

QString presetOf(const EngineRules &engine, const QJsonObject &options)
{
    const QLatin1String key("preset");
    const QString chosen = options.value(key).toString();
    const QList<EngineOption> known = engine.options();
    const bool isUsual = std::any_of(known.begin(), known.end(), [&](const EngineOption &each) {
        return each.key == key && each.defaultValue.toString() == chosen;
    });
    return isUsual ? QString() : chosen;
}

void calibrate(LayoutLoad &layout, const EngineRules &engine, const EngineInput &input, std::span<const Gpu> gpus)
{
    if (input.calibration.empty())
        return;
    for (RankLoad &rank : layout.ranks) {
        rank.corrections = {};
        if (size_t(rank.gpuIndex) >= gpus.size())
            continue; // a plan without GPUs
        const auto record = recordOf(input.calibration, layout, gpus[size_t(rank.gpuIndex)], input.model.id);
        if (!record)
            continue;
        for (size_t i = 0; i < kCalibratedCount; ++i) {
            rank.corrections.bytes[i] = record->residuals[i].value_or(Bytes());
            rank.corrections.charged[i] = engine.chargedShare(kCalibratedItems[i], input);
        }
        rank.corrections.any = record->hasResiduals();
    }
}

CalibrationRecords recordsUsed(const ResolvedPlan &resolved)
{
    CalibrationRecords used;
    for (const RankLoad &rank : resolved.layout.ranks) {
        if (rank.corrections.any)
            addOnce(used, recordOf(resolved.calibration, resolved.layout, resolved.gpus[size_t(rank.gpuIndex)],
                                   resolved.model->id));
    }
    for (const auto &record : resolved.neighbours.calibratedBy)
        addOnce(used, record);
    return used;
}

ResolvedPlan withoutCalibration(const ResolvedPlan &resolved)
{
    ResolvedPlan bare = resolved;
    const auto clear = [](LayoutLoad &layout) {
        for (RankLoad &rank : layout.ranks)
            rank.corrections = {};
    };
    clear(bare.layout);
    std::for_each(bare.candidates.begin(), bare.candidates.end(), clear);
    bare.calibration.clear();
    bare.warnings.reset(size_t(Warning::Calibrated));
    return bare;
}

QString recordTitle(const CalibrationRecord &record, const Catalog &catalog)
{
    const auto engine = findEngine(record.engine, catalog, {});
    const auto gpu = catalog.gpu(record.gpu, {});
    return titleOf(engine ? (*engine)->name() : record.engine,
                   engine ? versionOf(**engine, record) : record.engineVersion, gpu ? gpu->name : record.gpu, record);
}

QString residualsText(const CalibrationRecord &record, SizeUnit unit, const QLocale &locale)
{
    QStringList parts;
    for (size_t i = 0; i < kCalibratedCount; ++i) {
        if (record.residuals[i]) {
            parts << Text::tr("%1 %2", "item and change")
                         .arg(itemName(kCalibratedItems[i]), formatChange(*record.residuals[i], unit, locale));
        }
    }
    return parts.join(QLatin1String(", "));
}

QString calibrationNames(const ResolvedPlan &resolved)
{
    QStringList names;
    for (const auto &record : recordsUsed(resolved)) {
        const auto gpu = std::find_if(resolved.gpus.begin(), resolved.gpus.end(),
                                      [&](const Gpu &each) { return each.id == record->gpu; });
        const bool own = record->engine == resolved.engine->id(); // else of a plan beside it
        names << titleOf(own ? resolved.engine->name() : record->engine,
                         own ? versionOf(*resolved.engine, *record) : record->engineVersion,
                         gpu == resolved.gpus.end() ? record->gpu : gpu->name, *record);
    }
    return names.join(Text::tr(" and ", "between the logs of a calibration"));
}

} // namespace plimsoll
