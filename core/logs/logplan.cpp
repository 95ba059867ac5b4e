// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logplan.h"

#include "core/logs/catalognames.h"
#include "core/planning/launch/launchflags.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogPlan)
};

/// Engine options that a log prints under the key of its setting.
struct CarriedOption {
    const char *engine;
    const char *key;
};
constexpr CarriedOption kOptions[] = {
    {"vllm", "gpuMemoryUtilization"}, {"vllm", "maxNumSeqs"},
    {"vllm", "maxNumBatchedTokens"},  {"vllm", "blockSize"},
    {"vllm", "cpuOffloadGb"},         {"vllm", "enforceEager"},
    {"sglang", "memFractionStatic"},  {"sglang", "maxRunningRequests"},
    {"sglang", "chunkedPrefillSize"}, {"sglang", "cudaGraphMaxBs"},
    {"llama.cpp", "nBatch"},          {"llama.cpp", "nUbatch"},
    {"llama.cpp", "kvUnified"},       {"tensorrt-llm", "maxNumTokens"},
    {"tensorrt-llm", "maxBatchSize"}, {"tensorrt-llm", "freeGpuMemoryFraction"},
};

class PlanReader
{
public:
    PlanReader(const LogReading &reading, const Catalog &catalog, qint32 start)
        : m_reading(reading)
        , m_catalog(catalog)
        , m_start(start < 0 ? reading.starts - 1 : start)
    {
    }

    LogPlan read()
    {
        const bool ollama = m_reading.engine == QLatin1String("ollama");
        m_plan.engine = ollama ? QStringLiteral("llama.cpp") : m_reading.engine;
        carried("engine.id");
        if (ollama)
            option("preset", QStringLiteral("ollama"));
        version();
        model();
        formats();
        workload();
        options();
        layout();
        gpus();
        besides();
        return std::move(m_result);
    }

private:
    void carried(const char *field)
    {
        if (!m_result.carries(field))
            m_result.fields.append(QLatin1String(field));
    }
    std::optional<QString> setting(const char *key) const { return m_reading.setting(key, m_start); }
    qint64 integer(const char *key, qint64 otherwise) const
    {
        bool isNumber = false;
        const qint64 value = setting(key).value_or(QString()).toLongLong(&isNumber);
        return isNumber ? value : otherwise;
    }
    void option(const char *key, const QJsonValue &value)
    {
        m_plan.engineOptions.insert(QLatin1String(key), value);
        carried(qPrintable(QStringLiteral("engine.options.") + QLatin1String(key)));
    }
    void remark(const char *code, const QString &text) { m_result.remarks.push_back({QLatin1String(code), text}); }
    bool splitsLayers() const { return m_plan.engine == QLatin1String("llama.cpp"); }

    void version()
    {
        if (m_plan.engine == QLatin1String("tensorrt-llm"))
            return; // its rules have no versions
        const QString printed = setting("version").value_or(QString());
        if (printed.isEmpty()) {
            remark("version-not-printed",
                   Text::tr("The log does not print the engine's version: the newest known one is assumed."));
            return;
        }
        const bool build = splitsLayers() && printed.front().isDigit() && !printed.contains(QLatin1Char('.'));
        m_plan.engineVersion = build ? QLatin1Char('b') + printed : printed;
        carried("engine.version");
    }

    void model()
    {
        QStringList printed;
        for (const char *key : {"model", "modelName", "file"}) {
            if (const auto name = setting(key))
                printed.append(*name);
        }
        if (printed.isEmpty())
            return;
        m_result.printedModel = printed.constFirst();
        MeantModel meant;
        for (const QString &name : printed) {
            if (meant.id.isEmpty())
                meant = modelMeant(name, m_catalog);
        }
        if (meant.id.isEmpty()) {
            // The path is still what the person's own computer may have.
            m_plan.model = NamedModel{printed.constFirst()};
            return;
        }
        m_plan.model = NamedModel{meant.id};
        m_result.knowsModel = true;
        carried("model");
        if (!meant.weights.isEmpty()) {
            m_plan.weights = meant.weights;
            carried("weights");
        }
        if (meant.isGuess) {
            remark("model-taken-as",
                   Text::tr("%1 is not in the catalog; %2 has the same shape.").arg(m_result.printedModel, meant.id));
        }
    }

    QString formatOf(std::span<const FormatName> names, const QString &printed) const
    {
        for (const FormatName &each : names) {
            if (printed.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0)
                return QLatin1String(each.format);
        }
        return {};
    }

    void formats()
    {
        const LaunchDialect *dialect = launchDialect(m_plan.engine);
        const QString quantization = setting("quantization").value_or(QString());
        if (splitsLayers()) {
            if (const QString format = ggufFormatMeant(quantization, m_catalog); !format.isEmpty()) {
                m_plan.weights = format;
                carried("weights");
            }
        } else if (dialect && m_plan.weights.isEmpty()) {
            const QString dtype = setting("dtype").value_or(QString()).section(QLatin1Char('.'), -1);
            QString format = formatOf(dialect->quantizations, quantization);
            if (format.isEmpty() && quantization.isEmpty() && dtype == QLatin1String("float32"))
                format = QStringLiteral("fp32");
            if (!format.isEmpty()) {
                m_plan.weights = format;
                carried("weights");
            }
        }
        if (!dialect)
            return;
        const QString both = setting("kvCacheFormat").value_or(QString());
        const QString keys = formatOf(dialect->kvFormats, setting("kvKeys").value_or(both));
        const QString values = formatOf(dialect->kvFormats, setting("kvValues").value_or(both));
        if (!keys.isEmpty() && !values.isEmpty()) {
            m_plan.kvKeys = keys;
            m_plan.kvValues = values;
            carried("kvCache");
        }
    }

    void workload()
    {
        qint64 context = integer("contextLength", 0);
        if (splitsLayers()) {
            const qint64 sequences = std::max<qint64>(1, integer("sequences", 1));
            context = integer("contextTotal", 0) / sequences;
            m_plan.sequences = sequences;
            carried("sequences");
        }
        if (context <= 0) {
            const auto printed = m_reading.figuresOf(Measured::ContextLength, m_start);
            context = printed.empty() ? 0 : qint64(printed.front().number);
        }
        if (context > 0) {
            m_plan.contextLength = context;
            carried("contextLength");
        }
    }

    void options()
    {
        for (const CarriedOption &each : kOptions) {
            const auto value = setting(each.key);
            if (m_plan.engine != QLatin1String(each.engine) || !value)
                continue;
            bool isNumber = false;
            const double number = value->toDouble(&isNumber);
            const bool yes = value->compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
            const bool no = value->compare(QLatin1String("false"), Qt::CaseInsensitive) == 0;
            if (isNumber && number > 0)
                option(each.key, number);
            else if (yes || no)
                option(each.key, yes);
        }
        if (splitsLayers())
            llamaCppOptions();
        const QString method = setting("speculativeMethod").value_or(QString());
        if (method.endsWith(QLatin1String("mtp")))
            option("speculativeMethod", QStringLiteral("mtp"));
        if (setting("lora") == QStringLiteral("True")) {
            option("maxLoras", integer("maxLoras", 1));
            option("maxLoraRank", setting("maxLoraRank").value_or(QStringLiteral("16")));
        }
    }

    void llamaCppOptions()
    {
        const QString attention = setting("flashAttention").value_or(QString());
        if (attention == QLatin1String("1") || attention == QLatin1String("enabled"))
            option("flashAttention", true);
        if (attention == QLatin1String("0") || attention == QLatin1String("disabled"))
            option("flashAttention", false);
        // Without a card in it, everything was in the computer's memory.
        bool anyBuffer = false, anyCard = false;
        for (const LogFigure &each : m_reading.figures) {
            const bool buffer = each.what == Measured::Weights || each.what == Measured::Compute;
            anyBuffer = anyBuffer || (buffer && !each.rank.isEmpty());
            anyCard = anyCard || (buffer && !each.rank.isEmpty() && !isHostMemory(each.rank));
        }
        if (anyBuffer && !anyCard)
            option("backend", QStringLiteral("cpu"));
        const QStringList layers = setting("offloadedLayers").value_or(QString()).split(QLatin1Char('/'));
        if (layers.size() == 2 && layers.at(0) != layers.at(1))
            option("gpuLayers", layers.at(0).toInt());
    }

    void layout()
    {
        if (splitsLayers())
            return;
        Parallel parallel;
        const auto rank = [&](const char *key, const char *field, qint32 Parallel::*dimension) {
            const qint64 value = integer(key, 0);
            if (value > 0 && value <= 4096) {
                parallel.*dimension = qint32(value);
                carried(field);
            }
        };
        rank("tensorParallel", "parallel.tensor", &Parallel::tensor);
        rank("pipelineParallel", "parallel.pipeline", &Parallel::pipeline);
        rank("dataParallel", "parallel.data", &Parallel::data);
        rank("expertParallel", "parallel.expert", &Parallel::expert);
        ranksOfNames(parallel);
        if (setting("expertParallel") == QStringLiteral("True")) {
            parallel.expert = parallel.tensor * parallel.data;
            carried("parallel.expert");
        }
        // Replicas that share the attention of one are an option of SGLang, not replicas.
        if (setting("dpAttention") == QStringLiteral("True") && parallel.data > 1) {
            option("dpAttention", parallel.data);
            parallel.data = 1;
            m_result.fields.removeAll(QStringLiteral("parallel.data"));
        }
        if (m_result.carries("parallel.tensor"))
            m_plan.parallel = parallel;
        m_result.gpusOfLayout = qint64(parallel.tensor) * parallel.pipeline * parallel.data;
    }

    /// A log that begins too late still names its ranks: "TP7" is one of eight.
    void ranksOfNames(Parallel &parallel)
    {
        if (m_result.carries("parallel.tensor"))
            return;
        static const QRegularExpression tensor(QStringLiteral(R"(\bTP(\d{1,3})\b|_TP(\d{1,3})\b)"));
        qint32 highest = -1;
        for (const LogFigure &each : m_reading.figures) {
            if (const auto match = tensor.match(each.rank); match.hasMatch())
                highest = std::max(highest, match.captured(match.lastCapturedIndex()).toInt());
        }
        if (highest < 0)
            return;
        parallel.tensor = highest + 1;
        carried("parallel.tensor");
    }

    void gpus()
    {
        struct Device {
            QString name;
            Bytes memory;
        };
        std::vector<Device> devices;
        for (const LogFigure &each : m_reading.figuresOf(Measured::FreeMemory, m_start)) {
            if (!each.detail.isEmpty() && each.detail != QLatin1String("breakdown"))
                devices.push_back({each.detail, each.bytes});
        }
        if (const auto name = setting("gpuName"); devices.empty() && name) {
            const auto total = m_reading.figuresOf(Measured::TotalMemory, m_start);
            devices.assign(size_t(m_result.gpusOfLayout), {*name, total.empty() ? Bytes() : total.front().bytes});
        }
        std::vector<GpuChoice> chosen;
        for (const Device &device : devices) {
            const QString id = gpuMeant(device.name, device.memory, m_catalog);
            if (id.isEmpty())
                return;
            if (!chosen.empty() && chosen.back().id == id)
                ++chosen.back().count;
            else
                chosen.push_back({id, 1});
        }
        if (chosen.empty())
            return;
        m_plan.gpus = chosen;
        carried("gpus");
    }

    /// What takes memory and is not in the plan.
    void besides()
    {
        qint32 models = 0;
        for (const LogFigure &each : m_reading.figuresOf(Measured::Weights, m_start))
            models = std::max(models, each.model);
        if (models > 0)
            remark("second-model",
                   Text::tr("The log loads another model beside the first; only the first is compared."));
        const QString method = setting("speculativeMethod").value_or(QString());
        if (!method.isEmpty() && !m_plan.engineOptions.contains(QStringLiteral("speculativeMethod")))
            remark("draft-not-in-plan",
                   Text::tr("Speculative decoding (%1) is on; its draft model is not in the plan.").arg(method));
        if (m_reading.allSettings("projectorFile").size() > 0
            || !m_reading.figuresOf(Measured::Projector, m_start).empty())
            remark("projector", Text::tr("A projector is loaded besides; it is listed and not compared."));
    }

    const LogReading &m_reading;
    const Catalog &m_catalog;
    const qint32 m_start;
    LogPlan m_result;
    Plan &m_plan = m_result.plan;
};

} // namespace

LogPlan planOfLog(const LogReading &reading, const Catalog &catalog, qint32 start)
{
    return PlanReader(reading, catalog, start).read();
}

} // namespace plimsoll
