// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/modelfile.h"

#include "core/planning/launch/launchcommand.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Modelfile)
};

QString valueAfter(const QStringList &words, const char *flag)
{
    const qsizetype at = words.indexOf(QLatin1String(flag));
    return at < 0 || at + 1 >= words.size() ? QString() : words.at(at + 1);
}

} // namespace

Result<QString> ollamaModelfile(const ResolvedPlan &resolved)
{
    if (resolved.plan.engine != QLatin1String("llama.cpp")) {
        return Error{QStringLiteral("no-launch-target"), QStringLiteral("engine.id"),
                     Text::tr("engine: a Modelfile is for plans with llama.cpp; choose that engine"), ErrorKind::Typed};
    }
    const Result<LaunchCommand> command = launchCommand(resolved);
    if (!command)
        return command.error();
    const QStringList &words = command->arguments;
    QString text = QLatin1String("# ") + Text::tr("Ollama takes these from its environment:") + QLatin1Char('\n');
    const auto environment = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("#   %1=%2\n").arg(QLatin1String(name), value);
    };
    environment("OLLAMA_NUM_PARALLEL", QString::number(resolved.workload.sequences));
    environment("OLLAMA_KV_CACHE_TYPE", valueAfter(words, "-ctk"));
    const QString flash = valueAfter(words, "-fa");
    environment("OLLAMA_FLASH_ATTENTION", flash.isEmpty()                ? QString()
                                          : flash == QLatin1String("on") ? QStringLiteral("1")
                                                                         : QStringLiteral("0"));
    for (const QString &note : command->notes)
        text += QLatin1String("# ") + note + QLatin1Char('\n');
    const QString file = valueAfter(words, "-m");
    text +=
        QLatin1String("FROM ")
        + (file.startsWith(QLatin1Char('/')) || file.startsWith(QLatin1Char('.')) ? file : QLatin1String("./") + file)
        + QLatin1Char('\n');
    const auto parameter = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("PARAMETER %1 %2\n").arg(QLatin1String(name), value);
    };
    parameter("num_ctx", QString::number(resolved.workload.contextLength)); // Ollama multiplies by OLLAMA_NUM_PARALLEL
    parameter("num_gpu", valueAfter(words, "-ngl"));
    parameter("num_batch", valueAfter(words, "-b"));
    return text;
}

} // namespace plimsoll
