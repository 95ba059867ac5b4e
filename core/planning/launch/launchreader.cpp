// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/launch/launchreader.h"

#include "core/planning/launch/launchflags.h"
#include "core/planning/launch/shellwords.h"
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LaunchReader)
};

Error badCommand(const QString &text)
{
    return {QStringLiteral("bad-command"), {}, text, ErrorKind::Typed};
}

QString formatOf(std::span<const FormatName> names, const QString &name)
{
    for (const FormatName &each : names) {
        if (name.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0)
            return QLatin1String(each.format);
    }
    return {};
}

/// Programs by the words that start them, and where their arguments begin.
struct Program {
    const LaunchDialect *dialect = nullptr;
    qsizetype arguments = 0;
};

Program findProgram(const QStringList &words)
{
    const auto fileName = [](const QString &word) { return word.section(QLatin1Char('/'), -1); };
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString word = fileName(words.at(i));
        const QString next = i + 1 < words.size() ? words.at(i + 1) : QString();
        if (word == QLatin1String("vllm") && next == QLatin1String("serve"))
            return {launchDialect(QStringLiteral("vllm")), i + 2};
        if (word == QLatin1String("vllm.entrypoints.openai.api_server")
            || words.at(i).startsWith(QLatin1String("vllm/vllm-openai")))
            return {launchDialect(QStringLiteral("vllm")), i + 1};
        if (word == QLatin1String("sglang.launch_server"))
            return {launchDialect(QStringLiteral("sglang")), i + 1};
        if (word == QLatin1String("sglang") && next == QLatin1String("serve"))
            return {launchDialect(QStringLiteral("sglang")), i + 2};
        if (word == QLatin1String("llama-server") || word == QLatin1String("llama-cli")
            || word == QLatin1String("llama-server.exe"))
            return {launchDialect(QStringLiteral("llama.cpp")), i + 1};
        if (word == QLatin1String("trtllm-serve"))
            return {launchDialect(QStringLiteral("tensorrt-llm")), next == QLatin1String("serve") ? i + 2 : i + 1};
    }
    return {};
}

class LaunchReader
{
public:
    LaunchReader(const LaunchDialect &dialect, const Plan &base)
        : m_dialect(dialect)
    {
        m_reading.plan = base;
        const QString engine = QLatin1String(dialect.engine);
        if (base.engine != engine) {
            m_reading.plan.engine = engine;
            m_reading.plan.engineVersion.clear();
            m_reading.plan.engineOptions = {};
        }
        m_reading.fields.append(QStringLiteral("engine.id"));
    }

    Result<LaunchReading> read(const QStringList &words)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            QString word = words.at(i), value;
            if (!looksLikeFlag(word)) {
                if (i == 0 && m_dialect.modelIsPositional)
                    setModel(word);
                else
                    m_reading.unread.append(word);
                continue;
            }
            bool joined = false; // --flag=value
            if (const qsizetype equals = word.indexOf(QLatin1Char('=')); equals > 0) {
                value = word.mid(equals + 1);
                word.truncate(equals);
                joined = true;
            }
            const LaunchFlag *flag = flagNamed(word);
            const bool next = i + 1 < words.size() && !looksLikeFlag(words.at(i + 1));
            if (!flag) {
                const bool own = !joined && next;
                m_reading.unread.append(own ? word + QLatin1Char(' ') + words.at(++i) : words.at(i));
                continue;
            }
            if (flag->shape == FlagShape::Switch || flag->shape == FlagShape::Off) {
                take(*flag, {});
                continue;
            }
            if (!joined) {
                if (!next && flag->shape == FlagShape::Value)
                    return badCommand(Text::tr("%1 has no value.").arg(word));
                value = next ? words.at(++i) : QStringLiteral("on");
            }
            if (const auto error = take(*flag, value))
                return *error;
        }
        finish();
        return std::move(m_reading);
    }

private:
    static bool looksLikeFlag(const QString &word)
    {
        return word.size() > 1 && word.startsWith(QLatin1Char('-')) && !word.at(1).isDigit();
    }

    /// vLLM takes underscores for hyphens, so all are read so.
    const LaunchFlag *flagNamed(const QString &word) const
    {
        const auto hyphens = [](const QString &text) -> QString {
            const qsizetype dashes = text.startsWith(QLatin1String("--")) ? 2 : 1;
            return text.left(dashes) + text.mid(dashes).replace(QLatin1Char('_'), QLatin1Char('-'));
        };
        const QString wanted = hyphens(word);
        for (const LaunchFlag &flag : m_dialect.flags) {
            for (const char *name : flag.names) {
                if (name && wanted == hyphens(QLatin1String(name)))
                    return &flag;
            }
        }
        return nullptr;
    }

    void carried(const QString &field)
    {
        if (!m_reading.fields.contains(field))
            m_reading.fields.append(field);
    }

    void setModel(const QString &id)
    {
        m_reading.plan.model = NamedModel{id};
        carried(QStringLiteral("model"));
    }

    std::optional<Error> take(const LaunchFlag &flag, const QString &value)
    {
        Plan &plan = m_reading.plan;
        const auto rank = [&](qint32 Parallel::*dimension, const char *field) -> std::optional<Error> {
            return whole(flag, value, [&](qint64 count) {
                if (!m_parallel)
                    m_parallel.emplace();
                (*m_parallel).*dimension = qint32(std::min<qint64>(count, 1'000'000));
                carried(QLatin1String(field));
            });
        };
        switch (flag.carries) {
        case Carries::Model:
            setModel(value);
            return std::nullopt;
        case Carries::Alias:
            m_alias = value;
            return std::nullopt;
        case Carries::Tensor:
            return rank(&Parallel::tensor, "parallel.tensor");
        case Carries::Pipeline:
            return rank(&Parallel::pipeline, "parallel.pipeline");
        case Carries::Data:
            return rank(&Parallel::data, "parallel.data");
        case Carries::Expert:
            return rank(&Parallel::expert, "parallel.expert");
        case Carries::DataAttention:
            m_dataOfAttention = QLatin1String(flag.option);
            return std::nullopt;
        case Carries::ExpertSwitch:
            m_expertsOverAll = true;
            carried(QStringLiteral("parallel.expert"));
            return std::nullopt;
        case Carries::Context:
            return whole(flag, value, [&](qint64 tokens) {
                const QString option = QLatin1String(flag.option);
                if (!option.isEmpty() && plan.engineOptions.contains(option)) {
                    setOption(option, tokens);
                    return;
                }
                plan.contextLength = tokens;
                carried(QStringLiteral("contextLength"));
            });
        case Carries::TotalContext:
            return whole(flag, value, [&](qint64 tokens) { m_totalContext = tokens; });
        case Carries::Sequences:
            return whole(flag, value, [&](qint64 count) {
                plan.sequences = count;
                carried(QStringLiteral("sequences"));
            });
        case Carries::KvCache:
            if (setFormat(m_dialect.kvFormats, value, plan.kvKeys, "kvCache.k"))
                setFormat(m_dialect.kvFormats, value, plan.kvValues, "kvCache.v");
            return std::nullopt;
        case Carries::KvKeys:
            setFormat(m_dialect.kvFormats, value, plan.kvKeys, "kvCache.k");
            return std::nullopt;
        case Carries::KvValues:
            setFormat(m_dialect.kvFormats, value, plan.kvValues, "kvCache.v");
            return std::nullopt;
        case Carries::DataType:
            setFormat(m_dialect.dataTypes, value, plan.weights, "weights");
            return std::nullopt;
        case Carries::Quantization:
            setFormat(m_dialect.quantizations, value, plan.weights, "weights");
            return std::nullopt;
        case Carries::Speculative:
            return readDraft(value);
        case Carries::Implied:
            return std::nullopt;
        case Carries::Option:
            return takeOption(flag, value);
        }
        return std::nullopt;
    }

    std::optional<Error> takeOption(const LaunchFlag &flag, const QString &value)
    {
        const QString key = QLatin1String(flag.option);
        switch (flag.shape) {
        case FlagShape::Switch:
            setOption(key, true);
            return std::nullopt;
        case FlagShape::Off:
            setOption(key, false);
            return std::nullopt;
        case FlagShape::OnOff:
            if (value == QLatin1String("auto"))
                m_reading.unread.append(QLatin1String(flag.names.front()) + QStringLiteral(" auto"));
            else
                setOption(key, value == QLatin1String("on") || value == QLatin1String("1"));
            return std::nullopt;
        case FlagShape::Value:
            break;
        }
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        setOption(key, isNumber ? QJsonValue(number) : QJsonValue(value));
        return std::nullopt;
    }

    void setOption(const QString &key, const QJsonValue &value)
    {
        m_reading.plan.engineOptions.insert(key, value);
        carried(QLatin1String("engine.options.") + key);
    }

    /// False where the engine's name of a format is not one that the catalog has; then it is listed.
    bool setFormat(std::span<const FormatName> names, const QString &value, QString &field, const char *name)
    {
        const QString format = formatOf(names, value);
        if (format.isEmpty() && value != QLatin1String("auto")) {
            m_reading.unread.append(value);
            return false;
        }
        if (!format.isEmpty() || QLatin1String(name).startsWith(QLatin1String("kvCache"))) {
            field = format.isEmpty() ? QStringLiteral("auto") : format;
            carried(QLatin1String(name));
        }
        return true;
    }

    std::optional<Error> readDraft(const QString &value)
    {
        const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
        if (!document.isObject())
            return badCommand(Text::tr("--speculative-config: expected a JSON object"));
        const QString method = document.object().value(QLatin1String("method")).toString();
        const QString model = document.object().value(QLatin1String("model")).toString();
        // Modules of one model have names of their own in older versions: deepseek_mtp, qwen3_next_mtp.
        if (!method.isEmpty())
            setOption(QStringLiteral("speculativeMethod"),
                      method.endsWith(QLatin1String("mtp")) ? QStringLiteral("mtp") : method);
        if (!model.isEmpty())
            setOption(QStringLiteral("speculativeModel"), model);
        return std::nullopt;
    }

    template <typename Set>
    static std::optional<Error> whole(const LaunchFlag &flag, const QString &value, const Set &set)
    {
        const Result<qint64> count = parseTokens(value, QLatin1String(flag.names.front()));
        if (!count)
            return count.error();
        set(*count);
        return std::nullopt;
    }

    /// What only several flags together say.
    void finish()
    {
        Plan &plan = m_reading.plan;
        if (m_totalContext && *m_totalContext > 0) {
            plan.contextLength = *m_totalContext / std::max<qint64>(1, plan.sequences.value_or(1));
            carried(QStringLiteral("contextLength"));
        }
        if (m_expertsOverAll && !m_parallel)
            m_parallel.emplace();
        if (!m_dataOfAttention.isEmpty() && m_parallel && m_parallel->data > 1) {
            setOption(m_dataOfAttention, m_parallel->data);
            m_parallel->data = 1;
            m_reading.fields.removeAll(QStringLiteral("parallel.data"));
        }
        if (m_parallel) {
            if (m_expertsOverAll)
                m_parallel->expert = m_parallel->tensor * m_parallel->data;
            plan.parallel = m_parallel;
            setCount(*m_parallel);
        }
        if (m_alias.contains(QLatin1Char('/')))
            readFileOfAlias();
    }

    /// The ranks say how many GPUs there are, where the plan has one kind of them.
    void setCount(const Parallel &parallel)
    {
        Plan &plan = m_reading.plan;
        const qint64 ranks = qint64(parallel.tensor) * parallel.pipeline * parallel.data;
        if (plan.gpus.size() != 1 || ranks > kMaxGpus || plan.gpus.front().count == ranks)
            return;
        plan.gpus.front().count = qint32(ranks);
        carried(QStringLiteral("gpus[0].count"));
    }

    /// A file that is served under the id of a model: the id says what it is, the end of the file's name how its
    /// weights are stored ("Llama-3.1-8B-Q4_K_M.gguf").
    void readFileOfAlias()
    {
        static const QRegularExpression type(
            QStringLiteral("[-.]((?:i?q|tq)\\d\\w*|b?f16|f32|fp16|fp32|mxfp4\\w*)\\.gguf$"),
            QRegularExpression::CaseInsensitiveOption);
        const auto *file = std::get_if<NamedModel>(&m_reading.plan.model);
        const QRegularExpressionMatch match = type.match(file ? file->id : QString());
        setModel(m_alias);
        if (!match.hasMatch())
            return;
        m_reading.plan.weights = match.captured(1).toLower();
        carried(QStringLiteral("weights"));
    }

    const LaunchDialect &m_dialect;
    LaunchReading m_reading;
    std::optional<Parallel> m_parallel;
    std::optional<qint64> m_totalContext;
    QString m_alias;
    bool m_expertsOverAll = false;
    QString m_dataOfAttention; ///< option that the data parallel size stands for
};

} // namespace

Result<LaunchReading> readLaunchCommand(const QString &text, const Plan &base)
{
    const Result<QStringList> words = shellWords(text);
    if (!words)
        return words.error();
    const Program program = findProgram(*words);
    if (!program.dialect) {
        return badCommand(Text::tr("This is no command of an engine that Plimsoll reads: vllm serve, "
                                   "sglang.launch_server, llama-server or trtllm-serve."));
    }
    return LaunchReader(*program.dialect, base).read(words->mid(program.arguments));
}

} // namespace plimsoll
