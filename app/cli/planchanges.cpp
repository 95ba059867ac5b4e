// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planchanges.h"

#include "app/cli/command.h"
#include "core/units/quantity.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanOptions)
};

struct ParallelOption {
    const char *name;
    qint32 Parallel::*ranks;
};
constexpr ParallelOption kParallelOptions[] = {
    {"tp", &Parallel::tensor}, {"pp", &Parallel::pipeline}, {"dp", &Parallel::data}, {"ep", &Parallel::expert}};

Error wrong(const char *code, const QString &option, const QString &text)
{
    return {QLatin1String(code), option, Text::tr("%1: %2").arg(option, text), ErrorKind::Typed};
}

/// Applies the options to a plan one by one; the first mistake is kept.
class Changes
{
public:
    Changes(const CommandLine &line, Plan &plan, QStringList &typedParts)
        : m_line(line)
        , m_plan(plan)
        , m_typedParts(typedParts)
    {
    }

    std::optional<Error> apply()
    {
        engine();
        model();
        text("weights", "weights", m_plan.weights);
        kvCache();
        engineOptions();
        if (const auto tokens = parsed("context", "contextLength", parseTokens))
            m_plan.contextLength = *tokens;
        if (const auto count = integer("sequences", "sequences", kMaxSequences))
            m_plan.sequences = *count;
        if (const auto tokens = parsed("average-context", "workload", parseTokens))
            m_plan.requests.averageContext = *tokens;
        if (const auto tokens = parsed("prompt", "workload", parseTokens))
            m_plan.requests.promptTokens = *tokens;
        if (const auto tokens = parsed("answer", "workload", parseTokens))
            m_plan.requests.answerTokens = *tokens;
        if (const auto tokens = parsed("shared-prefix", "workload", parseTokens))
            m_plan.requests.sharedPrefix = *tokens;
        gpus();
        parallel();
        if (const auto size = parsed("reserve", "reserve", parseSize))
            m_plan.reserve = *size;
        return m_error;
    }

private:
    /// What was typed for an option, which sets that part of the document; nothing where it was not given.
    std::optional<QString> take(const char *name, const char *part)
    {
        const QLatin1String option(name);
        if (m_error || !m_line.isSet(option))
            return {};
        m_typedParts << QLatin1String(part);
        return m_line.value(option);
    }

    static QString dashed(const char *name) { return QLatin1String("--") + QLatin1String(name); }

    void fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }

    template <typename Parse>
    auto parsed(const char *name, const char *part, Parse parse)
        -> std::optional<std::decay_t<decltype(parse(QString(), QString()).value())>>
    {
        const auto typed = take(name, part);
        if (!typed)
            return {};
        const auto result = parse(*typed, dashed(name));
        if (result.ok())
            return *result;
        fail(result.error());
        return {};
    }

    std::optional<qint64> integer(const char *name, const char *part, qint64 high)
    {
        return parsed(name, part, [high](const QString &typed, const QString &field) {
            return parseInteger(typed, field, 1, high);
        });
    }

    /// False where the text is empty, which is an error.
    bool filled(const char *name, const QString &typed, const QString &expected)
    {
        if (!typed.trimmed().isEmpty())
            return true;
        fail(wrong("empty-value", dashed(name), Text::tr("nothing was given; expected %1").arg(expected)));
        return false;
    }

    void text(const char *name, const char *part, QString &into)
    {
        const auto typed = take(name, part);
        if (typed && filled(name, *typed, Text::tr("an id; plimsoll catalog lists them")))
            into = typed->trimmed();
    }

    void model()
    {
        if (m_line.isSet(QStringLiteral("model")) && m_line.isSet(QStringLiteral("parameters"))) {
            fail(wrong("contradiction", QStringLiteral("--model"),
                       Text::tr("it contradicts --parameters: give one of them")));
            return;
        }
        QString id;
        text("model", "model", id);
        if (!id.isEmpty())
            m_plan.model = NamedModel{id};
        if (const auto parameters = parsed("parameters", "model", parseParameters))
            m_plan.model = FreeSize{*parameters};
    }

    void kvCache()
    {
        const auto typed = take("kv-cache", "kvCache");
        if (!typed)
            return;
        const QStringList formats = typed->split(QLatin1Char(','));
        const bool empty =
            std::any_of(formats.begin(), formats.end(), [](const QString &f) { return f.trimmed().isEmpty(); });
        if (empty || formats.size() > 2) {
            fail(wrong("bad-format", QStringLiteral("--kv-cache"),
                       Text::tr("\"%1\" is not one format, or two with a comma between (keys, values)").arg(*typed)));
            return;
        }
        m_plan.kvKeys = formats.constFirst().trimmed();
        m_plan.kvValues = formats.constLast().trimmed();
    }

    void engine()
    {
        const auto typed = take("engine", "engine");
        if (!typed || !filled("engine", *typed, Text::tr("an engine; plimsoll catalog engines lists them")))
            return;
        const QString id = typed->section(QLatin1Char('@'), 0, 0).trimmed();
        const bool hasVersion = typed->contains(QLatin1Char('@'));
        const QString version = typed->section(QLatin1Char('@'), 1).trimmed();
        if (id.isEmpty() || (hasVersion && version.isEmpty())) {
            fail(wrong("bad-engine", QStringLiteral("--engine"),
                       Text::tr("\"%1\" is not an engine, or an engine and a version such as vllm@0.19").arg(*typed)));
            return;
        }
        const QString byDefault =
            std::holds_alternative<FreeSize>(m_plan.model) ? QStringLiteral("rule-of-thumb") : QStringLiteral("vllm");
        const QString saved = m_plan.engine.isEmpty() ? byDefault : m_plan.engine;
        if (id.compare(saved, Qt::CaseInsensitive) != 0)
            m_plan.engineOptions = {}; // they belong to the engine that is replaced
        m_plan.engine = id;
        m_plan.engineVersion = version;
    }

    void engineOptions()
    {
        const QString name = QStringLiteral("engine-option");
        if (m_error || !m_line.isSet(name))
            return;
        m_typedParts << QStringLiteral("engine");
        for (const QString &typed : m_line.values(name)) {
            const qsizetype equals = typed.indexOf(QLatin1Char('='));
            const QString key = typed.left(std::max<qsizetype>(equals, 0)).trimmed();
            const QString value = typed.mid(equals + 1).trimmed();
            if (key.isEmpty() || value.isEmpty()) {
                fail(wrong("bad-option", QStringLiteral("--engine-option"),
                           Text::tr("\"%1\" is not KEY=VALUE, such as gpuMemoryUtilization=0.85").arg(typed)));
                return;
            }
            m_plan.engineOptions.insert(key, optionValue(value));
        }
    }

    /// Booleans and numbers as such, all else as text; the engine says what it expected.
    static QJsonValue optionValue(const QString &text)
    {
        if (text == QLatin1String("true") || text == QLatin1String("false"))
            return text == QLatin1String("true");
        bool isInteger = false;
        const qint64 integer = text.toLongLong(&isInteger);
        if (isInteger)
            return integer;
        const Result<double> number = parseNumber(text, {}, -1e300, 1e300);
        return number.ok() ? QJsonValue(*number) : QJsonValue(text);
    }

    void gpus()
    {
        const QString name = QStringLiteral("gpu");
        if (m_error || !m_line.isSet(name))
            return;
        m_typedParts << QStringLiteral("gpus");
        m_plan.gpus.clear();
        for (const QString &typed : m_line.values(name)) {
            const qsizetype colon = typed.lastIndexOf(QLatin1Char(':'));
            GpuChoice gpu{(colon < 0 ? typed : typed.left(colon)).trimmed(), 1};
            if (!filled("gpu", gpu.id, Text::tr("the id of a GPU; plimsoll catalog gpus lists them")))
                return;
            if (colon >= 0) {
                const Result<qint64> count = parseInteger(typed.mid(colon + 1), QStringLiteral("--gpu"), 1, kMaxGpus);
                if (!count.ok()) {
                    fail(count.error());
                    return;
                }
                gpu.count = qint32(*count);
            }
            m_plan.gpus.push_back(gpu);
        }
        dropLayoutThatNoLongerMatches();
    }

    /// A saved layout for another number of GPUs gives way to the default one.
    void dropLayoutThatNoLongerMatches()
    {
        const auto &saved = m_plan.parallel;
        if (saved && qint64(saved->tensor) * saved->pipeline * saved->data != m_plan.gpuCount())
            m_plan.parallel.reset();
    }

    void parallel()
    {
        const bool wasSaved = m_plan.parallel.has_value();
        Parallel layout = m_plan.parallel.value_or(Parallel());
        bool any = false;
        for (const ParallelOption &option : kParallelOptions) {
            if (const auto ranks = integer(option.name, "parallel", kMaxGpus)) {
                layout.*option.ranks = qint32(*ranks);
                any = true;
            }
        }
        if (!any || m_error)
            return;
        // Tensor parallelism takes what the others leave, as it takes all GPUs when no layout is given.
        const qint64 others = qint64(layout.pipeline) * layout.data;
        const bool divides = m_plan.gpuCount() > 0 && m_plan.gpuCount() % others == 0;
        const bool splitsByTensor = m_plan.engine.compare(QLatin1String("llama.cpp"), Qt::CaseInsensitive) != 0;
        if (!m_line.isSet(QStringLiteral("tp")) && !wasSaved && divides && splitsByTensor)
            layout.tensor = qint32(m_plan.gpuCount() / others);
        m_plan.parallel = layout;
    }

    const CommandLine &m_line;
    Plan &m_plan;
    QStringList &m_typedParts;
    std::optional<Error> m_error;
};

} // namespace

std::optional<Error> applyPlanOptions(const CommandLine &line, Plan &plan, QStringList &typedParts)
{
    return Changes(line, plan, typedParts).apply();
}

} // namespace plimsoll
