// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fithere.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/planoptions.h"
#include "app/cli/texttable.h"
#include "app/detect/detectnow.h"
#include "core/catalog/catalog.h"
#include "core/detect/gpukinds.h"
#include "core/detect/gpumatch.h"
#include "core/planning/fit/runhereanswer.h"
#include "core/planning/speed/speedtext.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FitCommand)
};

constexpr QLatin1String kRoot("root");
constexpr int kTimeoutMs = 10000;
constexpr qint64 kKibi = 1024;

/// Ctrl+C ends the program, so nothing here needs to stop early.
class Collected final : public LocalSearch
{
public:
    bool stopped() override { return false; }
    void entered(const QString &) override { }
    void found(const LocalModel &model) override { models.push_back(model); }

    std::vector<LocalModel> models;
};

/// A GPU that matches no record is taken into the catalog of this call. False where there is none to plan with.
bool takeThisComputer(const CommandLine &line, const QString &language, bool keepsReserve, Catalog &catalog, Plan &plan)
{
    const QString root = line.isSet(kRoot) ? line.value(kRoot) : QStringLiteral("/");
    Detection detection = detectNow({QCoreApplication::applicationFilePath(), root, language, kTimeoutMs});
    matchAll(detection, catalog);
    for (const VendorAnswer &answer : detection.answers) {
        if (!answer.problem.isEmpty())
            note(answer.problem);
    }
    const QList<GpuKind> kinds = gpuKinds(detection, catalog);
    const int main = mainKind(kinds);
    if (main < 0) {
        complain(Text::tr("gpus: no GPU of this computer was found; name those of the question: --gpu ID[:COUNT] with "
                          "an id of plimsoll catalog gpus"));
        return false;
    }
    const GpuKind &kind = kinds[main];
    if (const std::optional<Error> error = takeInto(catalog, kind)) {
        complain(*error);
        return false;
    }
    plan.gpus = {{kind.id, kind.planCount()}};
    if (!keepsReserve)
        plan.reserve = takenNow(kind, catalog);
    note(Text::tr("on %1 × %2, %3 of each taken by others")
             .arg(kind.planCount())
             .arg(kind.name, formatSize(plan.reserve, SizeUnit::GiB)));
    return true;
}

QString contextText(qint64 tokens)
{
    return tokens >= kKibi ? QStringLiteral("%1k").arg(tokens / kKibi) : QString::number(tokens);
}

QString tableOf(const std::vector<RunnableModel> &models)
{
    TextTable table({1, 3, 4, 5, 7});
    table.addRow({Text::tr("Model"), Text::tr("Parameters"), Text::tr("Format"), Text::tr("Tokens/s"),
                  Text::tr("Context up to"), Text::tr("To spare"), Text::tr("Found in"), Text::tr("Other formats")});
    for (const RunnableModel &model : models) {
        const RunnableFormat &best = model.best();
        const QString speed = best.decodeTokensPerSecond < 0 ? QStringLiteral("?")
                                                             : speedNumber(best.decodeTokensPerSecond, QLocale::c());
        table.addRow({model.name, formatParameters(model.parameters), best.name, speed,
                      contextText(best.longestContext), formatSize(best.headroom, SizeUnit::GiB),
                      model.isLocal() ? model.store : Text::tr("catalog"), QString::number(model.formats.size() - 1)});
    }
    return table.text();
}

} // namespace

void addHereOptions(CommandLine &line)
{
    line.add({kRoot, QStringLiteral("PATH"),
              Text::tr("of the question \"here\": read /sys, /proc and /usr/share below this folder")});
}

int answerHere(const CommandLine &line, const TypedPlan &typed, bool asJson, const QString &language)
{
    Catalog catalog = openCatalog(line);
    Plan plan = typed.plan;
    const bool keepsReserve = plan.reserve > Bytes() || typed.typedParts.contains(QLatin1String("reserve"));
    if (plan.gpus.empty() && !takeThisComputer(line, language, keepsReserve, catalog, plan))
        return ExitTyped;
    Collected search;
    findLocalModels(localStores(QProcessEnvironment::systemEnvironment(), QDir::homePath()), search);
    const Result<std::vector<RunnableModel>> models = modelsThatRun(plan, catalog, search.models);
    if (!models.ok())
        return complain(typed.placed(models.error()));
    const FitAnswer answer = runHereAnswer(plan, *models);
    if (asJson)
        print(QJsonDocument(answer.document).toJson(QJsonDocument::Indented));
    else
        print(answer.answered ? tableOf(*models) : QString(answer.sentence + QLatin1Char('\n')));
    return finish(ExitAnswered);
}

} // namespace plimsoll
