// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/caption.h"

#include "core/calibration/calibratedplan.h"
#include "core/catalog/catalogdate.h"
#include "core/engines/enginerules.h"
#include "core/planning/fit/fitwords.h"
#include "core/planning/sentences.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Caption)
};

/// As on a command line.
QString optionText(const QString &key, const QJsonValue &value)
{
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    return key + QLatin1Char('=') + text;
}

QString modelText(const ResolvedPlan &resolved)
{
    // The id is what a person can look up; a path would name folders of this computer.
    const QString &id = resolved.model->id;
    const bool isId = std::holds_alternative<NamedModel>(resolved.plan.model) && id.count(QLatin1Char('/')) == 1;
    return isId ? id : resolved.model->displayName;
}

QString kvText(const ResolvedPlan &resolved)
{
    return resolved.kvKeysName == resolved.kvValuesName
               ? Text::tr("KV cache %1").arg(resolved.kvKeysName)
               : Text::tr("KV cache %1 and %2").arg(resolved.kvKeysName, resolved.kvValuesName);
}

QStringList workloadTexts(const ResolvedPlan &resolved, const QLocale &locale)
{
    const Workload &workload = resolved.workload;
    QStringList texts{Text::tr("%1 × %2 tokens")
                          .arg(formatCount(workload.sequences, locale), formatCount(workload.contextLength, locale))};
    if (workload.averageContext > 0)
        texts << Text::tr("%1 on average").arg(formatCount(workload.averageContext, locale));
    if (workload.sharedPrefix > 0)
        texts << Text::tr("%1 of them shared").arg(formatCount(workload.sharedPrefix, locale));
    return texts;
}

QString engineText(const ResolvedPlan &resolved)
{
    QString text = resolved.engine->name();
    if (!resolved.engineVersion.isEmpty())
        text += QLatin1Char(' ') + resolved.engine->versionName(resolved.engineVersion);
    return text;
}

} // namespace

QStringList planInputs(const ResolvedPlan &resolved, const QLocale &locale)
{
    QStringList inputs{modelText(resolved), Text::tr("weights %1").arg(resolved.formats[kOwnFormat].name)};
    if (!resolved.memoryIsDivisible) { // the rule of thumb counts no cache
        inputs << kvText(resolved);
        inputs += workloadTexts(resolved, locale);
    }
    inputs << engineText(resolved);
    for (auto it = resolved.options.begin(); it != resolved.options.end(); ++it)
        inputs << optionText(it.key(), it.value());
    if (!resolved.gpus.empty())
        inputs << gpuListText(resolved);
    if (resolved.layout.gpus > 1 && !resolved.engine->splitsLayers() && !resolved.memoryIsDivisible)
        inputs << layoutWords(resolved.layout.parallel);
    if (resolved.plan.reserve > Bytes())
        inputs << Text::tr("%1 reserved").arg(formatSize(resolved.plan.reserve, SizeUnit::GiB, locale));
    for (const Neighbour &each : resolved.neighbours.all)
        inputs << Text::tr("beside %1").arg(each.name);
    if (const QString names = calibrationNames(resolved); !names.isEmpty())
        inputs << Text::tr("calibrated with a start-up log of %1").arg(names);
    else if (!resolved.calibration.empty()) // a chart over GPUs or layouts may still rest on it
        inputs << Text::tr("own calibration of other GPUs or layouts");
    return inputs;
}

QString provenance(const Catalog &catalog)
{
    const QString version = QString::fromLatin1(PLIMSOLL_VERSION);
    return catalog.hasUserData()
               ? Text::tr("Plimsoll %1, catalog of %2 and own records.").arg(version, catalogDate(catalog))
               : Text::tr("Plimsoll %1, catalog of %2.").arg(version, catalogDate(catalog));
}

QString figureCaption(const ResolvedPlan &resolved, const Catalog &catalog, const QLocale &locale)
{
    return joinedSentences(
        {Text::tr("%1.").arg(planInputs(resolved, locale).join(Text::tr(", ", "between the inputs of a plan"))),
         provenance(catalog)});
}

} // namespace plimsoll
