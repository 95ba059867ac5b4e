// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/logs/expectedlogs.h"

#include <QJsonArray>

namespace plimsoll::test {
namespace {

using enum Measured;

/// A field of the expectation's objects and the figure that it is.
struct FigureField {
    const char *list;
    const char *value;
    Measured what;
    const char *detail = nullptr; ///< field that LogFigure::detail holds
};

constexpr FigureField kRankFigures[] = {
    {"weights_gib", "value", Weights},
    {"kv_cache_gib", "value", KvCache},
    {"kv_cache_tokens", "value", KvTokens},
    {"gpu_blocks", "value", KvBlocks, "device"},
    {"cpu_blocks", "value", HostKvBlocks},
    {"max_concurrency", "value", Concurrency, "tokens"},
    {"activation_gib", "value", Activations},
    {"non_torch_gib", "value", NonTorch},
    {"total_gpu_gib", "value", TotalMemory},
    {"usable_gib", "value", Budget},
    {"profiled_weights_gib", "value", ProfiledWeights},
    {"peak_torch_gib", "value", PeakTorch},
    {"cudagraph_gib", "value", Graphs},
    {"cudagraph_estimated_gib", "value", GraphsEstimated},
    {"cudagraph_pool_gib", "value", GraphPool},
    {"num_gpu_blocks_reported", "value", ReportedBlocks},
    {"avail_before_load_gib", "value", FreeBeforeLoad},
    {"avail_after_load_gib", "value", FreeAfterLoad, "type"},
    {"dist_init_gib", "value", Distributed},
    {"kv_pools", "k_gib", KvKeys},
    {"kv_pools", "v_gib", KvValues},
    {"kv_pools", "kv_gib", KvCache},
    {"kv_pools", "tokens", PoolTokens},
    {"avail_after_pool_gib", "value", FreeAfterPool},
    {"avail_before_graph_gib", "value", FreeBeforeGraphs},
    {"avail_after_graph_gib", "value", FreeAfterGraphs},
    {"available_gpu_mem_gib", "value", FreeAtEnd},
    {"context_len", "value", ContextLength},
    {"max_running_requests", "value", MaxRunning},
    {"state_pools", "conv_gib", ConvolutionState},
    {"state_pools", "ssm_gib", StateCache},
    {"state_pools", "slots", StateSlots},
    {"swa_pool", "value", WindowPool},
    {"swa_pool", "swa_tokens", WindowTokens},
    {"swa_pool", "full_tokens", FullTokens},
};

constexpr FigureField kDeviceFigures[] = {
    {"model_buffers_mib", "mib", Weights},
    {"kv_buffers_mib", "mib", KvCache},
    {"state_buffers_mib", "mib", StateCache},
    {"compute_buffers_mib", "mib", Compute},
    {"output_buffers_mib", "mib", Output},
    {"input_buffers_mib", "mib", Input},
    {"projector_buffers_mib", "mib", Projector, "kind"},
    {"device_free_mib", "mib", FreeMemory},
};

constexpr FigureField kBreakdown[] = {
    {"memory_breakdown_mib", "total", TotalMemory},       {"memory_breakdown_mib", "free", FreeMemory},
    {"memory_breakdown_mib", "self", OwnMemory},          {"memory_breakdown_mib", "model", Weights},
    {"memory_breakdown_mib", "context", ContextMemory},   {"memory_breakdown_mib", "compute", Compute},
    {"memory_breakdown_mib", "unaccounted", Unaccounted},
};

constexpr FigureField kTotals[] = {
    {"kv_self_mib", "total", KvTotal},    {"kv_self_mib", "k", KvTotalKeys},      {"kv_self_mib", "v", KvTotalValues},
    {"kv_self_mib", "r", StateTotalRows}, {"kv_self_mib", "s", StateTotalStates},
};

struct Legacy {
    const char *what;
    Measured figure;
};
constexpr Legacy kLegacy[] = {
    {"mem_required", LegacyRequired},     {"per_state", LegacyPerState},        {"total_vram_used", LegacyVideoTotal},
    {"compute_total", LegacyCompute},     {"vram_scratch", LegacyVideoScratch}, {"vram_model", LegacyVideoModel},
    {"vram_context", LegacyVideoContext}, {"vram_used", LegacyVideoUsed},       {"vram_kv_self", LegacyVideoKv},
};

struct Profile {
    const char *what;
    Measured figure;
};
constexpr Profile kProfile[] = {
    {"weights_inside_torch", ProfiledWeights},
    {"outside_torch_after_weights", OutsideTorchAfterLoad},
    {"activation_inside_torch", Activations},
    {"outside_torch", NonTorch},
    {"peak", Peak},
    {"kv_available", KvAvailable},
    {"kv_fraction", MemoryFraction},
    {"kv_bytes_per_token", BytesPerToken},
};

struct SettingField {
    const char *field;
    const char *key;
};
constexpr SettingField kSettings[] = {
    {"engine_version", "version"},
    {"engine_generation", "generation"},
    {"dtype", "dtype"},
    {"kv_cache_dtype", "kvCacheFormat"},
    {"tp", "tensorParallel"},
    {"pp", "pipelineParallel"},
    {"dp", "dataParallel"},
    {"ep", "expertParallel"},
    {"max_num_batched_tokens", "maxNumBatchedTokens"},
    {"max_num_seqs", "maxNumSeqs"},
    {"block_size", "blockSize"},
    {"enforce_eager", "enforceEager"},
    {"cpu_offload_gib", "cpuOffloadGb"},
    {"quantization", "quantization"},
    {"model_size", "fileSize"},
    {"max_model_len", "contextLength"},
    {"gpu_memory_utilization", "gpuMemoryUtilization"},
    {"n_ctx_slot", "contextOfSlot"},
};
/// Lists of strings.
constexpr SettingField kSettingLists[] = {
    {"n_ctx", "contextTotal"},        {"n_batch", "nBatch"},
    {"n_ubatch", "nUbatch"},          {"n_seq_max", "sequences"},
    {"flash_attn", "flashAttention"}, {"offloaded_layers", "offloadedLayers"},
    {"models", "modelName"},
};

class Check
{
public:
    Check(const LogReading &reading, const QJsonObject &expected, const QStringList &further)
        : m_reading(reading)
        , m_expected(expected)
        , m_further(further)
    {
    }

    ExpectedCheck run()
    {
        const QString engine = m_expected.value(QLatin1String("engine")).toString();
        if (!engine.isEmpty())
            settingEquals(QStringLiteral("engine"), m_reading.engine, engine);
        const bool trt = engine == QLatin1String("tensorrt-llm");
        for (const FigureField &field : kRankFigures) {
            if (!trt)
                figures(field, "rank");
        }
        for (const FigureField &field : kDeviceFigures)
            figures(field, "device");
        for (const FigureField &field : kBreakdown)
            figures(field, "device");
        for (const FigureField &field : kTotals)
            totals(field);
        legacy();
        ollama();
        if (trt)
            tensorRt();
        failedStart();
        settings();
        return m_check;
    }

private:
    QJsonArray list(const char *key) const
    {
        const QJsonValue value = m_expected.value(QLatin1String(key));
        return value.isObject() ? QJsonArray{value} : value.toArray();
    }

    void wrong(const QString &where, const QString &found, const QString &wanted)
    {
        m_check.mistakes.append(QStringLiteral("%1: \"%2\", expected \"%3\"").arg(where, found, wanted));
    }

    void settingEquals(const QString &where, const QString &found, const QString &wanted)
    {
        ++m_check.settings;
        if (found != wanted)
            wrong(where, found, wanted);
    }

    static QString text(const LogFigure &figure, bool ranked, bool detailed)
    {
        QString text = figure.printed;
        if (ranked)
            text += QLatin1String(" of ") + figure.rank;
        if (figure.repeated > 0)
            text += QStringLiteral(" x%1").arg(figure.repeated);
        if (detailed)
            text += QLatin1String(" (") + figure.detail + QLatin1Char(')');
        return text;
    }

    /// The found ones must be the expected ones, all of them and in their order.
    void compare(const QString &where, const QStringList &found, const QStringList &wanted)
    {
        m_check.figures += int(wanted.size());
        if (wanted.isEmpty() && m_further.contains(where)) {
            m_check.further += int(found.size());
            return;
        }
        if (found != wanted)
            wrong(where, found.join(QLatin1String("; ")), wanted.join(QLatin1String("; ")));
    }

    void figures(const FigureField &field, const char *rankField)
    {
        if (!m_expected.contains(QLatin1String(field.list)))
            return;
        QStringList wanted, found;
        const bool isBreakdown = QLatin1String(field.list).startsWith(QLatin1String("memory_breakdown"));
        for (const QJsonValue &each : list(field.list)) {
            const QJsonObject object = each.toObject();
            const QString value = object.value(QLatin1String(field.value)).toString();
            if (value.isEmpty())
                continue;
            LogFigure figure;
            figure.printed = value;
            figure.rank = object.value(QLatin1String(rankField)).toString();
            figure.repeated = object.value(QLatin1String("repeated")).toString().toInt();
            if (field.detail)
                figure.detail = object.value(QLatin1String(field.detail)).toString();
            wanted.append(text(figure, true, field.detail));
        }
        for (const LogFigure &figure : m_reading.figuresOf(field.what)) {
            if (isBreakdown == (figure.detail == QLatin1String("breakdown")))
                found.append(text(figure, true, field.detail));
        }
        compare(QLatin1String(field.list) + QLatin1Char('.') + QLatin1String(field.value), found, wanted);
    }

    void totals(const FigureField &field)
    {
        if (!m_expected.contains(QLatin1String(field.list)))
            return;
        QStringList wanted, found;
        for (const QJsonValue &each : list(field.list)) {
            const QJsonObject object = each.toObject();
            const QString value = object.value(QLatin1String(field.value)).toString();
            if (value.isEmpty())
                continue;
            const bool state = object.contains(QLatin1String("r_type")) && field.what == KvTotal;
            if (!state)
                wanted.append(value);
            else
                compare(QStringLiteral("state total"),
                        {m_reading.figuresOf(StateTotal).empty() ? QString()
                                                                 : m_reading.figuresOf(StateTotal).front().printed},
                        {value});
        }
        for (const LogFigure &figure : m_reading.figuresOf(field.what))
            found.append(figure.printed);
        compare(QLatin1String(field.list) + QLatin1Char('.') + QLatin1String(field.value), found, wanted);
    }

    void legacy()
    {
        for (const Legacy &each : kLegacy) {
            QStringList wanted, found;
            for (const QJsonValue &entry : list("legacy")) {
                if (entry[QLatin1String("what")].toString() == QLatin1String(each.what))
                    wanted.append(entry[QLatin1String("value")].toString());
            }
            for (const LogFigure &figure : m_reading.figuresOf(each.figure))
                found.append(figure.printed);
            compare(QLatin1String(each.what), found, wanted);
        }
        QStringList wanted, found;
        for (const QJsonValue &entry : list("projected_mib"))
            wanted << entry[QLatin1String("used")].toString() << entry[QLatin1String("free")].toString();
        const auto use = m_reading.figuresOf(ProjectedUse), free = m_reading.figuresOf(ProjectedFree);
        for (size_t i = 0; i < use.size(); ++i)
            found << use[i].printed << free[i].printed;
        compare(QStringLiteral("projected"), found, wanted);
    }

    void ollama()
    {
        QStringList wanted, found;
        for (const QJsonValue &entry : list("estimate")) {
            wanted.append(QStringLiteral("%1 %2 of %3")
                              .arg(entry[QLatin1String("value")].toString(), entry[QLatin1String("unit")].toString(),
                                   entry[QLatin1String("device")].toString()));
        }
        for (const LogFigure &figure : m_reading.figures) {
            if (figure.what >= EstimatedWeights && figure.what <= EstimatedTotal)
                found.append(QStringLiteral("%1 %2 of %3").arg(figure.printed, figure.detail, figure.rank));
        }
        compare(QStringLiteral("estimate"), found, wanted);
    }

    void tensorRt()
    {
        const auto values = [&](Measured what) {
            QStringList printed;
            for (const LogFigure &figure : m_reading.figuresOf(what))
                printed.append(figure.printed);
            return printed;
        };
        const auto strings = [&](const char *key) {
            QStringList all;
            for (const QJsonValue &each : list(key))
                all.append(each.toString());
            return all;
        };
        compare(QStringLiteral("weights"), values(Weights), strings("weights_gib") + strings("engine_size_mib"));
        compare(QStringLiteral("total"), values(TotalMemory), strings("total_gpu_gib"));
        compare(QStringLiteral("blocks"), values(KvBlocks), strings("kv_blocks"));
        compare(QStringLiteral("tokens per block"), values(TokensPerBlock), strings("tokens_per_block"));
        QStringList bytes, tokens;
        for (const QJsonValue &each : list("kv_cache")) {
            bytes.append(each[QLatin1String("gib")].toString());
            tokens.append(each[QLatin1String("tokens")].toString());
        }
        compare(QStringLiteral("pool"), values(KvCache), bytes);
        compare(QStringLiteral("pool tokens"), values(KvTokens), tokens);
        for (const Profile &each : kProfile) {
            QStringList wanted;
            for (const QJsonValue &entry : list("profile_gib")) {
                if (entry[QLatin1String("what")].toString() == QLatin1String(each.what))
                    wanted.append(entry[QLatin1String("value")].toString());
            }
            compare(QLatin1String(each.what), values(each.figure), wanted);
        }
    }

    void failedStart()
    {
        const auto one = [&](const char *key, Measured what) {
            const QString wanted = m_expected.value(QLatin1String(key)).toString();
            const auto found = m_reading.figuresOf(what);
            if (!wanted.isEmpty() || !found.empty())
                compare(QLatin1String(key), {found.empty() ? QString() : found.front().printed}, {wanted});
        };
        one("error_kv_needed_gib", NeededKv);
        one("error_kv_available_gib", AvailableKv);
        one("error_estimated_max_model_len", LongestContext);
    }

    void settings()
    {
        const QString engine = m_expected.value(QLatin1String("engine")).toString();
        for (const SettingField &field : kSettings) {
            const QString wanted = m_expected.value(QLatin1String(field.field)).toString();
            QString key = QLatin1String(field.key);
            if (engine == QLatin1String("sglang") && key == QLatin1String("gpuMemoryUtilization"))
                key = QStringLiteral("memFractionStatic");
            if (engine == QLatin1String("sglang") && key == QLatin1String("maxNumSeqs"))
                key = QStringLiteral("maxRunningRequests");
            if (engine == QLatin1String("tensorrt-llm") && key == QLatin1String("maxNumBatchedTokens"))
                key = QStringLiteral("maxNumTokens");
            if (engine == QLatin1String("tensorrt-llm") && key == QLatin1String("maxNumSeqs"))
                key = QStringLiteral("maxBatchSize");
            // Of several starts the first stands for the file.
            if (!wanted.isEmpty())
                settingEquals(QLatin1String(field.field),
                              m_reading.setting(key.toLatin1().constData(), 0).value_or(QString()), wanted);
        }
        const QString model = m_expected.value(QLatin1String("model")).toString();
        if (!model.isEmpty()) {
            const bool file = engine == QLatin1String("llama.cpp") || engine == QLatin1String("ollama");
            settingEquals(QStringLiteral("model"),
                          m_reading.setting(file ? "modelName" : "model", 0).value_or(QString()), model);
        }
        for (const SettingField &field : kSettingLists) {
            QStringList wanted;
            for (const QJsonValue &each : list(field.field))
                wanted.append(each.toString());
            if (m_expected.contains(QLatin1String(field.field)))
                settingEquals(QLatin1String(field.field), m_reading.allSettings(field.key).join(QLatin1Char(' ')),
                              wanted.join(QLatin1Char(' ')));
        }
        QStringList files;
        for (const QJsonValue &each : list("model_files"))
            files.append(each.toString());
        for (const QString &file : files) {
            const bool found =
                m_reading.allSettings("file").contains(file) || m_reading.allSettings("projectorFile").contains(file);
            settingEquals(QStringLiteral("model_files"), found ? file : QString(), file);
        }
        settingEquals(QStringLiteral("starts"), QString::number(std::max(1, m_reading.starts)),
                      QString::number(m_expected.value(QLatin1String("starts")).toInt()));
    }

    const LogReading &m_reading;
    const QJsonObject &m_expected;
    const QStringList &m_further;
    ExpectedCheck m_check;
};

} // namespace

ExpectedCheck checkAgainst(const LogReading &reading, const QJsonObject &expected, const QStringList &further)
{
    return Check(reading, expected, further).run();
}

} // namespace plimsoll::test
