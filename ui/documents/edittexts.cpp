// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/edittexts.h"

#include "core/engines/enginerules.h"
#include "core/planning/layouts.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EditTexts)
};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

/// Of an entry of the catalog; of a file or a folder the last part of its path.
QString nameOf(const QString &id, const std::vector<CatalogEntry> &entries)
{
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const CatalogEntry &entry) { return entry.id == id; });
    if (found != entries.end())
        return found->name;
    const QFileInfo path(id);
    return path.isAbsolute() ? path.fileName() : id;
}

QString formatName(const QString &id, const Catalog &catalog)
{
    if (id.isEmpty() || id == QLatin1String("auto"))
        return Text::tr("automatic");
    if (id == QLatin1String("native"))
        return Text::tr("those of the checkpoint");
    const Format *format = catalog.findFormat(id);
    return format ? format->name : id;
}

QString optionText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return value.toVariant().toString();
}

} // namespace

QString editModelText(const ModelChoice &model, const Catalog &catalog)
{
    if (const auto *named = std::get_if<NamedModel>(&model))
        return Text::tr("Choose model %1").arg(nameOf(named->id, catalog.models()));
    if (const auto *free = std::get_if<FreeSize>(&model))
        return Text::tr("Change parameters to %1").arg(formatParameters(free->parameters, QLocale()));
    return Text::tr("Choose model");
}

QString editWeightsText(const QString &format, const Catalog &catalog)
{
    return Text::tr("Change weights to %1").arg(formatName(format, catalog));
}

QString editKvCacheText(const QString &keys, const QString &values, const Catalog &catalog)
{
    const QString both = formatName(keys, catalog);
    if (keys == values)
        return Text::tr("Change KV cache to %1").arg(both);
    return Text::tr("Change KV cache to %1 for keys, %2 for values").arg(both, formatName(values, catalog));
}

QString editContextText(qint64 tokens)
{
    return Text::tr("Change context to %1").arg(number(tokens));
}

QString editUsersText(qint64 sequences)
{
    return Text::tr("Change users to %1").arg(number(sequences));
}

QString editRequestsText(const Requests &requests)
{
    QStringList parts;
    const auto add = [&](const QString &text, std::optional<qint64> count) {
        if (count)
            parts += text.arg(number(*count));
    };
    add(Text::tr("average %1"), requests.averageContext);
    add(Text::tr("prompt %1"), requests.promptTokens);
    add(Text::tr("answer %1"), requests.answerTokens);
    add(Text::tr("shared prefix %1"), requests.sharedPrefix);
    if (parts.isEmpty())
        return Text::tr("Clear lengths of requests");
    return Text::tr("Change requests to %1").arg(parts.join(QStringLiteral(", ")));
}

QString editEngineText(const QString &id, const QString &version, const Catalog &catalog)
{
    const Result<std::shared_ptr<const EngineRules>> engine = findEngine(id, catalog, {});
    if (!engine)
        return Text::tr("Choose engine %1").arg(id);
    const QString name = (*engine)->name();
    if (version.isEmpty())
        return Text::tr("Choose engine %1").arg(name);
    return Text::tr("Choose engine %1 %2").arg(name, shortVersionName(**engine, version));
}

QString editOptionText(const QString &key, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return Text::tr("Change %1 to its default").arg(key);
    return Text::tr("Change %1 to %2").arg(key, optionText(value));
}

QString editGpuText(const QString &id, const Catalog &catalog)
{
    return id.isEmpty() ? Text::tr("Choose no GPU") : Text::tr("Choose GPU %1").arg(nameOf(id, catalog.gpus()));
}

QString editGpuCountText(int count)
{
    return Text::tr("Change number of GPUs to %1").arg(number(count));
}

QString editLayoutText(const Parallel &parallel)
{
    return Text::tr("Change layout to %1").arg(layoutText(parallel));
}

QString editBesideText(const std::vector<Plan> &plans, const Catalog &catalog)
{
    QStringList names;
    for (const Plan &plan : plans) {
        if (const auto *named = std::get_if<NamedModel>(&plan.model))
            names += nameOf(named->id, catalog.models());
        else if (const auto *free = std::get_if<FreeSize>(&plan.model))
            names += formatParameters(free->parameters, QLocale());
        else
            names += Text::tr("a model of the plan");
    }
    if (names.isEmpty())
        return Text::tr("Remove the models beside it");
    return Text::tr("Change models beside it to %1").arg(names.join(QStringLiteral(", ")));
}

QString editReserveText(Bytes reserve)
{
    return Text::tr("Change reserved memory to %1").arg(formatSize(reserve, SizeUnit::GiB, QLocale()));
}

} // namespace plimsoll
