// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sharedplan.h"

#include "core/planning/pinnedplan.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace plimsoll {
namespace {

/// The innermost folder that both lie in, with a slash behind it.
QString commonFolder(const QString &a, const QString &b)
{
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    const QString same = a.left(end - a.begin());
    return same.left(same.lastIndexOf(QLatin1Char('/')) + 1);
}

/// The way over such a folder names a person: homes lie in it, or everything does.
bool leadsPastHomes(const QString &folder)
{
    static const QStringList homes{QString(), QStringLiteral("/"), QStringLiteral("/home/"), QStringLiteral("/Users/")};
    const QString home = QDir::cleanPath(QDir::homePath()) + QLatin1Char('/');
    return homes.contains(folder) || (home != folder && home.startsWith(folder));
}

QJsonObject sharedOptions(QJsonObject options, const QString &folder)
{
    for (auto option = options.begin(); option != options.end(); ++option) {
        if (option.value().isString())
            option.value() = sharedPath(option.value().toString(), folder);
    }
    return options;
}

void share(Plan &plan, const QString &folder)
{
    if (auto *named = std::get_if<NamedModel>(&plan.model))
        named->id = sharedPath(named->id, folder);
    plan.engineOptions = sharedOptions(plan.engineOptions, folder);
    for (Plan &other : plan.beside)
        share(other, folder);
    std::vector<PinnedPlan> pins = plan.pins.list();
    for (PinnedPlan &pin : pins)
        share(pin.plan, folder);
    plan.pins = Pins(std::move(pins));
}

} // namespace

QString sharedPath(const QString &path, const QString &folder)
{
    if (!QDir::isAbsolutePath(path))
        return path;
    const QString model = QDir::cleanPath(path);
    const QString nameAlone = QStringLiteral("./") + QFileInfo(model).fileName();
    if (folder.isEmpty())
        return nameAlone;
    const QString from = QDir::cleanPath(QDir(folder).absolutePath()) + QLatin1Char('/');
    if (leadsPastHomes(commonFolder(from, model)))
        return nameAlone;
    const QString relative = QDir(from).relativeFilePath(model);
    return relative.startsWith(QLatin1String("../")) ? relative : QStringLiteral("./") + relative;
}

void anchorTypedModel(Plan &plan, const Catalog &catalog)
{
    auto *named = std::get_if<NamedModel>(&plan.model);
    if (named && QFileInfo(named->id).isRelative() && QFileInfo::exists(named->id)
        && !catalog.model(named->id, {}).ok())
        named->id = QDir::cleanPath(QFileInfo(named->id).absoluteFilePath());
}

Plan sharedPlan(const Plan &plan, const QString &folder)
{
    Plan shared = plan;
    share(shared, folder);
    return shared;
}

PlanAnswer sharedAnswer(const PlanAnswer &answer, const QString &folder)
{
    PlanAnswer shared = answer;
    share(shared.plan.plan, folder);
    shared.plan.options = sharedOptions(shared.plan.options, folder);
    const QString path = answer.plan.model->id;
    if (QDir::isAbsolutePath(path)) {
        ModelArchitecture model = *answer.plan.model;
        model.id = sharedPath(path, folder);
        model.source.replace(path, model.id);
        shared.plan.model = std::make_shared<const ModelArchitecture>(std::move(model));
    }
    return shared;
}

} // namespace plimsoll
