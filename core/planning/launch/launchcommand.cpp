// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/launchcommand.h"

#include "core/engines/enginerules.h"
#include "core/planning/commandline.h"
#include "core/planning/launch/launchflags.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LaunchCommand)
};

QString nameOf(std::span<const FormatName> names, const QString &format)
{
    for (const FormatName &each : names) {
        if (format == QLatin1String(each.format))
            return QLatin1String(each.name);
    }
    return {};
}

/// The values of a plan as one engine's command spells them.
class LaunchWriter
{
public:
    LaunchWriter(const ResolvedPlan &resolved, const LaunchDialect &dialect)
        : m_resolved(resolved)
        , m_plan(resolved.plan)
        , m_dialect(dialect)
    {
    }

    LaunchCommand command()
    {
        m_command.engine = m_resolved.engine->name();
        m_command.version = m_resolved.engineVersion;
        m_command.image = QString::fromLatin1(m_dialect.image);
        if (m_command.image.contains(QLatin1String("%1")))
            m_command.image =
                m_command.image.arg(m_command.version.isEmpty() ? QStringLiteral("latest") : m_command.version);
        for (const char *word : m_dialect.program) {
            if (word)
                m_command.arguments.append(QLatin1String(word));
        }
        if (m_dialect.modelIsPositional)
            m_command.arguments.append(model());
        for (const LaunchFlag &flag : m_dialect.flags)
            add(flag);
        addNotes();
        return std::move(m_command);
    }

private:
    bool isLlamaCpp() const { return m_plan.engine == QLatin1String("llama.cpp"); }

    void put(const LaunchFlag &flag, const QString &value)
    {
        if (!value.isEmpty())
            m_command.arguments << QLatin1String(flag.names.front()) << value;
    }
    void putMoreThanOne(const LaunchFlag &flag, qint32 count)
    {
        if (count > 1)
            put(flag, QString::number(count));
    }
    void putSwitch(const LaunchFlag &flag, bool on)
    {
        if (on)
            m_command.arguments << QLatin1String(flag.names.front());
    }

    /// SGLang counts them with --dp-size, too; a plan has either these or replicas.
    qint32 attentionReplicas() const
    {
        return qint32(m_plan.engineOptions.value(QLatin1String("dpAttention")).toInteger(1));
    }

    void add(const LaunchFlag &flag)
    {
        const Parallel &parallel = m_resolved.layout.parallel;
        switch (flag.carries) {
        case Carries::Model:
            if (!m_dialect.modelIsPositional)
                put(flag, isLlamaCpp() ? modelFile() : model());
            return;
        case Carries::Alias:
            if (!isFile())
                put(flag, model());
            return;
        case Carries::Tensor:
            return putMoreThanOne(flag, parallel.tensor);
        case Carries::Pipeline:
            return putMoreThanOne(flag, parallel.pipeline);
        case Carries::Data:
            return putMoreThanOne(flag, attentionReplicas() > 1 ? attentionReplicas() : parallel.data);
        case Carries::DataAttention:
            return putSwitch(flag, attentionReplicas() > 1);
        case Carries::Expert:
            return putMoreThanOne(flag, parallel.expert);
        case Carries::ExpertSwitch:
            return putSwitch(flag, parallel.expert > 1);
        case Carries::Context: {
            const QJsonValue option =
                flag.option ? m_plan.engineOptions.value(QLatin1String(flag.option)) : QJsonValue();
            return put(flag, QString::number(option.toInteger(m_resolved.workload.contextLength)));
        }
        case Carries::TotalContext:
            return put(flag, QString::number(m_resolved.workload.contextLength * m_resolved.workload.sequences));
        case Carries::Sequences:
            return put(flag, QString::number(m_resolved.workload.sequences));
        case Carries::KvCache:
            return put(flag, m_plan.kvKeys == m_plan.kvValues ? nameOf(m_dialect.kvFormats, m_plan.kvKeys) : QString());
        case Carries::KvKeys:
            return put(flag, nameOf(m_dialect.kvFormats, m_plan.kvKeys));
        case Carries::KvValues:
            return put(flag, nameOf(m_dialect.kvFormats, m_plan.kvValues));
        case Carries::DataType:
            return put(flag, nameOf(m_dialect.dataTypes, m_plan.weights));
        case Carries::Quantization:
            return put(flag, nameOf(m_dialect.quantizations, m_plan.weights));
        case Carries::Speculative:
            return put(flag, speculative());
        case Carries::Implied:
            return putSwitch(flag, m_plan.engineOptions.contains(QLatin1String(flag.option)));
        case Carries::Option:
            return addOption(flag);
        }
    }

    /// What the plan says, or what has to be said because the engine's own default is another than Plimsoll's:
    /// llama-server shares its cells only where nobody names the number of slots.
    QJsonValue optionValue(const QString &key) const
    {
        const QJsonObject &options = m_plan.engineOptions;
        if (options.contains(key))
            return options.value(key);
        const QJsonValue implied = m_resolved.engine->impliedOption(key, options);
        if (key != QLatin1String("kvUnified"))
            return implied;
        return m_resolved.workload.sequences > 1 ? implied.toBool(true) : QJsonValue(QJsonValue::Undefined);
    }

    void addOption(const LaunchFlag &flag)
    {
        const QJsonValue value = optionValue(QLatin1String(flag.option));
        if (value.isUndefined())
            return;
        switch (flag.shape) {
        case FlagShape::Value:
            return put(flag, value.toVariant().toString());
        case FlagShape::Switch:
            return putSwitch(flag, value.toBool());
        case FlagShape::Off:
            return putSwitch(flag, !value.toBool());
        case FlagShape::OnOff:
            return put(flag, value.toBool() ? QStringLiteral("on") : QStringLiteral("off"));
        }
    }

    QString model() const
    {
        if (const auto *named = std::get_if<NamedModel>(&m_plan.model))
            return named->id;
        return QStringLiteral("MODEL");
    }
    /// A file or folder of this computer, not an id of the Hub.
    bool isFile() const
    {
        const QString id = model();
        return id.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive) || id.startsWith(QLatin1Char('/'))
               || id.startsWith(QLatin1Char('.'));
    }
    /// llama.cpp takes a file; of a model of the catalog its usual name stands for it.
    QString modelFile() const
    {
        if (isFile())
            return model();
        const QString name = model().section(QLatin1Char('/'), -1);
        const QString format = m_plan.weights == QLatin1String("native") ? m_resolved.nativeName : m_plan.weights;
        return QStringLiteral("%1-%2.gguf").arg(name, format.toUpper());
    }
    /// An empty string where the plan drafts nothing.
    QString speculative() const
    {
        const QString method = m_plan.engineOptions.value(QLatin1String("speculativeMethod")).toString();
        const QString draft = m_plan.engineOptions.value(QLatin1String("speculativeModel")).toString();
        if (method == QLatin1String("none") || (method.isEmpty() && draft.isEmpty()))
            return {};
        QJsonObject config{{QStringLiteral("num_speculative_tokens"), kDraftTokens}};
        if (!method.isEmpty())
            config.insert(QStringLiteral("method"), method);
        if (!draft.isEmpty())
            config.insert(QStringLiteral("model"), draft);
        return QString::fromUtf8(QJsonDocument(config).toJson(QJsonDocument::Compact));
    }

    void note(const QString &text) { m_command.notes.append(text); }
    void addNotes()
    {
        if (!std::holds_alternative<NamedModel>(m_plan.model))
            note(Text::tr("Put the model in the place of MODEL: the plan has none that an engine could load."));
        else if (isLlamaCpp() && !isFile())
            note(Text::tr("The name of the GGUF file is an example."));
        const bool carried = m_plan.weights == QLatin1String("native") || isLlamaCpp()
                             || !nameOf(m_dialect.dataTypes, m_plan.weights).isEmpty()
                             || !nameOf(m_dialect.quantizations, m_plan.weights).isEmpty();
        if (!carried)
            note(Text::tr("Weights in %1 need a checkpoint that is stored so.")
                     .arg(m_resolved.formats[kOwnFormat].name));
        const QString automatic = QStringLiteral("auto");
        if (m_plan.kvKeys != automatic && nameOf(m_dialect.kvFormats, m_plan.kvKeys).isEmpty())
            note(Text::tr("%1 has no flag for a KV cache in %2.").arg(m_command.engine, m_resolved.kvKeysName));
        if (!speculative().isEmpty())
            note(Text::tr("num_speculative_tokens is an example: it does not change the memory of this plan."));
        if (m_resolved.reserved().count() > 0)
            note(Text::tr("The plan leaves %1 of every GPU to others; no flag says so.")
                     .arg(formatSize(m_resolved.reserved(), SizeUnit::GiB, QLocale::c())));
        for (const Neighbour &each : m_resolved.neighbours.all)
            note(Text::tr("Start %1 (%2) first, on the same GPUs.").arg(each.name, each.engine));
    }

    static constexpr int kDraftTokens = 3;

    const ResolvedPlan &m_resolved;
    const Plan &m_plan;
    const LaunchDialect &m_dialect;
    LaunchCommand m_command;
};

} // namespace

Result<LaunchCommand> launchCommand(const ResolvedPlan &resolved)
{
    const LaunchDialect *dialect = launchDialect(resolved.plan.engine);
    if (!dialect) {
        QStringList known;
        for (const LaunchDialect &each : launchDialects())
            known.append(QLatin1String(each.engine));
        return Error{QStringLiteral("no-launch-command"), QStringLiteral("engine.id"),
                     Text::tr("engine: no command starts %1; choose one of %2")
                         .arg(resolved.engine->name(), known.join(QLatin1String(", "))),
                     ErrorKind::Typed};
    }
    return LaunchWriter(resolved, *dialect).command();
}

QString launchScript(const LaunchCommand &command)
{
    QString text = QLatin1String("# ")
                   + (command.version.isEmpty() ? Text::tr("For %1").arg(command.engine)
                                                : Text::tr("For %1 %2").arg(command.engine, command.version))
                   + QLatin1Char('\n');
    for (const QString &note : command.notes)
        text += QLatin1String("# ") + note + QLatin1Char('\n');
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const QString &argument = command.arguments.at(i);
        // "-1" is a value, and "-m" of "python -m" belongs to the program.
        const bool flag =
            i > 1 && argument.size() > 1 && argument.startsWith(QLatin1Char('-')) && !argument.at(1).isDigit();
        if (i > 0)
            text += flag ? QStringLiteral(" \\\n  ") : QStringLiteral(" ");
        text += shellQuoted(argument);
    }
    return text + QLatin1Char('\n');
}

} // namespace plimsoll
