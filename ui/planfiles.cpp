// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/planfiles.h"

#include "core/figures/figureplan.h"
#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanFiles)
};

constexpr qint64 kLargest = 16 << 20; ///< no plan is this large; whatever it is, it is something else

Error fileError(const char *code, const QString &text)
{
    return {QLatin1String(code), {}, text, ErrorKind::File};
}

} // namespace

Result<LoadedPlan> loadPlanOrFigure(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError("cannot-read", Text::tr("%1 could not be opened: %2. Check that it is there and may be read.")
                                            .arg(shown, file.errorString()));
    }
    if (file.size() > kLargest) {
        return fileError("too-large",
                         Text::tr("%1 is too large to be a plan. Choose a file that Plimsoll saved.").arg(shown));
    }
    const QByteArray content = file.readAll();
    Result<Plan> plan = planFromFile(content, shown);
    if (!plan)
        return plan.error();
    anchorModelPath(plan.value(), QFileInfo(path).path());
    return LoadedPlan{std::move(plan).value(), isFigure(content)};
}

Result<Plan> loadPlanFile(const QString &path)
{
    Result<LoadedPlan> loaded = loadPlanOrFigure(path);
    if (!loaded)
        return loaded.error();
    return std::move(loaded.value().plan);
}

std::optional<Error> savePlanFile(const QString &path, const Plan &plan)
{
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(planToJson(plan)).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return std::nullopt;
    return fileError(
        "cannot-write",
        Text::tr("The plan was not saved: %1 could not be written (%2). Choose another folder or free some room.")
            .arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace plimsoll
