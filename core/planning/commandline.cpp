// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/commandline.h"

#include <QRegularExpression>

namespace plimsoll {
namespace {

class Arguments
{
public:
    void add(const char *option, const QString &value)
    {
        if (!value.isEmpty())
            m_list << QLatin1String(option) << value;
    }
    void add(const char *option, qint64 value) { add(option, QString::number(value)); }

    const QStringList &list() const { return m_list; }

private:
    QStringList m_list{QStringLiteral("estimate")};
};

QString optionValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

QString sizeValue(Bytes size)
{
    constexpr qint64 kMiB = 1 << 20;
    return size.count() % kMiB == 0 ? QString::number(size.count() / kMiB) + QStringLiteral("MiB")
                                    : QString::number(size.count());
}

void addModel(Arguments &arguments, const ModelChoice &model)
{
    if (const auto *named = std::get_if<NamedModel>(&model))
        arguments.add("--model", named->id);
    else if (const auto *size = std::get_if<FreeSize>(&model))
        arguments.add("--parameters", size->parameters);
}

void addKvCache(Arguments &arguments, const Plan &plan)
{
    if (plan.kvKeys.isEmpty() && plan.kvValues.isEmpty())
        return;
    const QString automatic = QStringLiteral("auto");
    const QString keys = plan.kvKeys.isEmpty() ? automatic : plan.kvKeys;
    const QString values = plan.kvValues.isEmpty() ? automatic : plan.kvValues;
    arguments.add("--kv-cache", keys == values ? keys : keys + QLatin1Char(',') + values);
}

void addParallel(Arguments &arguments, const Parallel &parallel)
{
    arguments.add("--tp", parallel.tensor);
    arguments.add("--pp", parallel.pipeline);
    if (parallel.data != 1)
        arguments.add("--dp", parallel.data);
    if (parallel.expert != 1)
        arguments.add("--ep", parallel.expert);
}

} // namespace

QStringList estimateArguments(const Plan &plan)
{
    if (std::holds_alternative<InlineConfig>(plan.model) || !plan.beside.empty())
        return {};
    Arguments arguments;
    addModel(arguments, plan.model);
    arguments.add("--weights", plan.weights);
    addKvCache(arguments, plan);
    arguments.add("--engine",
                  plan.engineVersion.isEmpty() ? plan.engine : plan.engine + QLatin1Char('@') + plan.engineVersion);
    for (auto option = plan.engineOptions.begin(); option != plan.engineOptions.end(); ++option)
        arguments.add("--engine-option", option.key() + QLatin1Char('=') + optionValue(option.value()));
    if (plan.contextLength)
        arguments.add("--context", *plan.contextLength);
    if (plan.sequences)
        arguments.add("--sequences", *plan.sequences);
    const auto addCount = [&](const char *option, std::optional<qint64> count) {
        if (count)
            arguments.add(option, *count);
    };
    addCount("--average-context", plan.requests.averageContext);
    addCount("--prompt", plan.requests.promptTokens);
    addCount("--answer", plan.requests.answerTokens);
    addCount("--shared-prefix", plan.requests.sharedPrefix);
    for (const GpuChoice &gpu : plan.gpus)
        arguments.add("--gpu", gpu.count == 1 ? gpu.id : gpu.id + QLatin1Char(':') + QString::number(gpu.count));
    if (plan.parallel)
        addParallel(arguments, *plan.parallel);
    if (plan.reserve.count() > 0)
        arguments.add("--reserve", sizeValue(plan.reserve));
    return arguments.list();
}

QString estimateCommand(const Plan &plan)
{
    const QStringList arguments = estimateArguments(plan);
    if (arguments.isEmpty())
        return {};
    QStringList quoted{QStringLiteral("plimsoll")};
    for (const QString &argument : arguments)
        quoted << shellQuoted(argument);
    return quoted.join(QLatin1Char(' '));
}

QString shellQuoted(const QString &argument)
{
    static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (harmless.match(argument).hasMatch())
        return argument;
    QString inside = argument;
    inside.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

} // namespace plimsoll
