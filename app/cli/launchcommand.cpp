// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/launchcommand.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/planoptions.h"
#include "core/catalog/catalog.h"
#include "core/planning/launch/launchflags.h"
#include "core/planning/launch/launchtargets.h"
#include "core/planning/planning.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LaunchCommandLine)
};

constexpr QLatin1String kFor("for");

QStringList engineIdsWithCommand()
{
    QStringList ids;
    for (const LaunchDialect &each : launchDialects())
        ids.append(QLatin1String(each.engine));
    return ids;
}

/// What --for names: an engine, which the plan then takes, or where that engine is to be started.
std::optional<LaunchTarget> targetNamed(const QString &name, Plan &plan, bool keepOptions)
{
    if (name == QLatin1String("kubernetes"))
        return LaunchTarget::Kubernetes;
    if (name == QLatin1String("ray"))
        return LaunchTarget::Ray;
    const bool ollama = name == QLatin1String("ollama");
    if (!ollama && !engineIdsWithCommand().contains(name))
        return std::nullopt;
    const QString engine = ollama ? QStringLiteral("llama.cpp") : name;
    if (plan.engine != engine) {
        plan.engine = engine;
        plan.engineVersion.clear();
        if (!keepOptions)
            plan.engineOptions = {};
    }
    return ollama ? LaunchTarget::Modelfile : LaunchTarget::Shell;
}

} // namespace

int runLaunch(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("launch"), QStringLiteral("[options]"),
                     Text::tr("The command that starts the plan's engine with the plan's values."));
    const QStringList targets =
        engineIdsWithCommand()
        + QStringList{QStringLiteral("ollama"), QStringLiteral("kubernetes"), QStringLiteral("ray")};
    line.addHeading(Text::tr("The command"));
    line.add({kFor, QStringLiteral("TARGET"),
              Text::tr("%1; default the plan's engine").arg(targets.join(QLatin1String(", ")))});
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 0))
        return *status;
    Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    LaunchTarget target = LaunchTarget::Shell;
    if (line.isSet(kFor)) {
        // Options that were typed without an engine are meant for the one that --for names.
        const bool keepOptions = !line.isSet(QStringLiteral("engine")) && !line.isSet(QStringLiteral("plan"));
        const auto named = targetNamed(line.value(kFor), typed->plan, keepOptions);
        if (!named)
            return line.wrong(
                Text::tr("--for: \"%1\" is not one of %2").arg(line.value(kFor), targets.join(QLatin1String(", "))));
        target = *named;
    }
    const Catalog catalog = openCatalog(line);
    const Result<ResolvedPlan> resolved = resolve(typed->plan, catalog);
    if (!resolved.ok())
        return complain(typed->placed(resolved.error()));
    const Result<QString> text = launchText(*resolved, target);
    if (!text.ok())
        return complain(typed->placed(text.error()));
    print(*text);
    return finish(ExitAnswered);
}

} // namespace plimsoll
