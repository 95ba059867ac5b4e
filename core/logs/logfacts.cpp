// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfacts.h"

#include "core/engines/enginerules.h"
#include "core/planning/layouts.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogFacts)
};

class Facts
{
public:
    Facts(const LogReading &reading, const LogPlan &logPlan, qint32 start)
        : m_reading(reading)
        , m_log(logPlan)
        , m_start(start < 0 ? reading.starts - 1 : start)
    {
    }

    std::vector<LogFact> all()
    {
        engine();
        model();
        gpu();
        layout();
        formats();
        context();
        options();
        return std::move(m_facts);
    }

private:
    void add(const QString &name, const QString &value, std::vector<qint64> lines)
    {
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        m_facts.push_back({name, value, std::move(lines)});
    }

    /// Where the values stand that LogReading::setting() gives.
    std::vector<qint64> linesOf(std::initializer_list<const char *> keys) const
    {
        std::vector<qint64> lines;
        for (const char *key : keys) {
            const auto value = m_reading.setting(key, m_start);
            const auto line =
                std::find_if(m_reading.settings.begin(), m_reading.settings.end(), [&](const LogSetting &each) {
                    return each.start == m_start && each.key == QLatin1String(key) && each.value == value
                           && each.line > 0;
                });
            if (line != m_reading.settings.end())
                lines.push_back(line->line);
        }
        return lines;
    }
    QString value(const char *key) const { return m_reading.setting(key, m_start).value_or(QString()); }

    void engine()
    {
        std::vector<qint64> lines = linesOf({"version"});
        // Without a version the first line that only this engine writes is what told it.
        for (const LogFigure &each : m_reading.figures) {
            if (lines.empty() && each.start == m_start)
                lines.push_back(each.line);
        }
        const QString name = engineOfLog(m_reading, m_start);
        add(Text::tr("Engine"), name.isEmpty() ? Text::tr("not recognised") : name, lines);
    }

    void model()
    {
        const auto *named = std::get_if<NamedModel>(&m_log.plan.model);
        QString text = m_log.printedModel;
        if (text.isEmpty())
            text = Text::tr("not named in the log");
        else if (!m_log.knowsModel)
            text = Text::tr("%1 (not in the catalog)").arg(text);
        else if (named && named->id != text)
            text = Text::tr("%1, which is %2").arg(text, named->id);
        std::vector<qint64> lines;
        for (const char *key : {"model", "modelName", "file"}) {
            if (lines.empty())
                lines = linesOf({key});
        }
        add(Text::tr("Model"), text, lines);
    }

    void gpu()
    {
        QStringList names;
        std::vector<qint64> lines;
        for (const LogFigure &each : m_reading.figuresOf(Measured::FreeMemory, m_start)) {
            if (each.detail.isEmpty() || each.detail == QLatin1String("breakdown"))
                continue;
            names.append(each.detail);
            lines.push_back(each.line);
        }
        if (names.isEmpty() && !value("gpuName").isEmpty()) {
            names.append(value("gpuName"));
            lines = linesOf({"gpuName"});
        }
        QStringList counted;
        QStringList distinct = names;
        distinct.removeDuplicates();
        for (const QString &name : std::as_const(distinct)) {
            const qsizetype count = names.count(name);
            counted.append(count > 1 ? Text::tr("%1 × %2").arg(count).arg(name) : name);
        }
        QString text = counted.join(QLatin1String(", "));
        if (text.isEmpty())
            text = m_log.plan.engineOptions.value(QLatin1String("backend")) == QLatin1String("cpu")
                       ? Text::tr("none: it ran on the processor")
                       : Text::tr("not named in the log");
        else if (!m_log.carries("gpus"))
            text = Text::tr("%1 (not in the catalog)").arg(text);
        const auto total = m_reading.figuresOf(Measured::TotalMemory, m_start);
        if (names.isEmpty() && !total.empty()) {
            text = Text::tr("%1; the card has %2").arg(text, formatSmallSize(total.front().bytes));
            lines.push_back(total.front().line);
        }
        add(Text::tr("GPU"), text, lines);
    }

    void layout()
    {
        if (m_log.plan.parallel)
            add(Text::tr("Layout"), layoutText(*m_log.plan.parallel),
                linesOf({"tensorParallel", "pipelineParallel", "dataParallel", "expertParallel"}));
    }

    void formats()
    {
        QStringList said;
        for (const char *key : {"quantization", "dtype", "kvCacheFormat", "kvKeys", "kvValues"}) {
            if (const QString text = value(key); !text.isEmpty())
                said.append(key == QLatin1String("dtype") || key == QLatin1String("quantization")
                                ? text
                                : Text::tr("KV cache %1").arg(text));
        }
        said.removeDuplicates();
        if (!said.isEmpty())
            add(Text::tr("Formats"), said.join(QLatin1String(", ")),
                linesOf({"quantization", "dtype", "kvCacheFormat", "kvKeys", "kvValues"}));
    }

    void context()
    {
        if (!m_log.carries("contextLength"))
            return;
        const QString tokens = Text::tr("%1 tokens").arg(formatCount(m_log.plan.contextLength.value_or(0)));
        std::vector<qint64> lines = linesOf({"contextLength", "contextTotal"});
        const auto printed = m_reading.figuresOf(Measured::ContextLength, m_start);
        if (lines.empty() && !printed.empty())
            lines.push_back(printed.front().line);
        const qint64 sequences = m_log.carries("sequences") ? m_log.plan.sequences.value_or(1) : 1;
        add(Text::tr("Context"), sequences > 1 ? Text::tr("%1 × %2").arg(sequences).arg(tokens) : tokens, lines);
    }

    void options()
    {
        QStringList said;
        std::vector<qint64> lines;
        const QJsonObject &options = m_log.plan.engineOptions;
        for (auto each = options.begin(); each != options.end(); ++each) {
            if (each.key() == QLatin1String("preset"))
                continue;
            said.append(QStringLiteral("%1 %2").arg(each.key(), each.value().toVariant().toString()));
            const std::vector<qint64> own = linesOf({qPrintable(each.key())});
            lines.insert(lines.end(), own.begin(), own.end());
        }
        if (!said.isEmpty())
            add(Text::tr("Options"), said.join(QLatin1String(", ")), lines);
    }

    const LogReading &m_reading;
    const LogPlan &m_log;
    const qint32 m_start;
    std::vector<LogFact> m_facts;
};

} // namespace

QString engineOfLog(const LogReading &reading, qint32 start)
{
    // Ollama runs llama.cpp and is no engine of its own.
    QString name = reading.engine == QLatin1String("ollama") ? QStringLiteral("Ollama") : engineName(reading.engine);
    if (const auto version = reading.setting("version", start))
        name += QLatin1Char(' ') + *version;
    if (const auto generation = reading.setting("generation", start))
        name += QStringLiteral(" (%1)").arg(*generation);
    return name;
}

std::vector<LogFact> factsOfLog(const LogReading &reading, const LogPlan &logPlan, qint32 start)
{
    return Facts(reading, logPlan, start).all();
}

} // namespace plimsoll
