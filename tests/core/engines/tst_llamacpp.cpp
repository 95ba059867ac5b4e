// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/planning/planning.h"
#include "tests/core/engines/dryruns.h"

#include <QTest>
#include <QVersionNumber>

#include <algorithm>
#include <cmath>
#include <map>

using namespace plimsoll;

namespace {

/// Errors in percent of rows that each stand for some of the original table.
struct Errors {
    double sum = 0, worst = 0;
    std::map<double, qint64> counts; ///< rows by error
    qint64 rows = 0, exact = 0;
    QString worstRow;

    void add(double percent, qint64 count, const QString &row)
    {
        rows += count;
        counts[percent] += count;
        sum += std::abs(percent) * double(count);
        if (percent == 0)
            exact += count;
        if (std::abs(percent) > std::abs(worst)) {
            worst = percent;
            worstRow = row;
        }
    }
    /// The error that `share` of the rows do not exceed.
    double quantile(double share) const
    {
        qint64 sofar = 0;
        for (const auto &[percent, count] : counts) {
            sofar += count;
            if (double(sofar) >= share * double(rows))
                return percent;
        }
        return 0;
    }
    double mean() const { return rows == 0 ? 0 : sum / double(rows); }
};

/// What an estimate says of one place: the device's buffers, those of the host for the last.
struct Place {
    qint64 weights = 0, context = 0, compute = 0;
};

Place placeOf(const ItemBytes &items)
{
    return {items[Item::Weights].count(), (items[Item::KvCache] + items[Item::RecurrentState]).count(),
            items[Item::Activations].count()};
}

std::array<Place, 3> placesOf(const Estimate &estimate, qint32 gpus)
{
    std::array<Place, 3> places;
    for (qint32 i = 0; i < std::min(gpus, estimate.deviceClasses); ++i)
        places[size_t(i)] = placeOf(estimate.devices[size_t(i)].items);
    places[2] = placeOf(estimate.host);
    return places;
}

} // namespace

class LlamaCppTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();
    std::vector<DryRun> m_runs;

    static Plan llama(const QString &version, qint64 context, const QString &kv)
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
        plan.engine = QStringLiteral("llama.cpp");
        plan.engineVersion = version;
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
        plan.contextLength = context;
        plan.sequences = 1;
        plan.kvKeys = plan.kvValues = kv;
        return plan;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_runs = readDryRuns();
        qint64 rows = 0;
        for (const DryRun &run : m_runs)
            rows += run.rows;
        QCOMPARE(rows, 5688);
    }

    /// Weights and context buffers to the byte on every row; all of a GPU within the goals.
    void everyRow()
    {
        std::map<QString, Errors> compute, byFamily;
        Errors all, host;
        qint64 wrongWeights = 0, wrongContext = 0;
        QHash<QString, int> wrongIn; ///< one message a file
        const bool everything = qEnvironmentVariableIsSet("PLIMSOLL_LLAMACPP_ROWS");
        for (const DryRun &run : m_runs) {
            const Result<ResolvedPlan> resolved = resolve(run.plan, m_catalog);
            QVERIFY2(resolved.ok(), qPrintable(resolved.ok() ? QString() : resolved.error().text));
            const std::array<Place, 3> places = placesOf(estimate(*resolved), run.gpus);
            qint64 measured = 0, estimated = 0;
            for (size_t i = 0; i < places.size(); ++i) {
                if (places[i].weights != run.weights[i]) {
                    if (++wrongWeights, ++wrongIn[run.file + QString::number(i)] == 1) {
                        qWarning("weights at %d: %lld, measured %lld: %s", int(i), places[i].weights, run.weights[i],
                                 qPrintable(run.text()));
                    }
                }
                if (places[i].context != run.context[i]) {
                    if (++wrongContext, ++wrongIn[run.file + QLatin1Char('c') + QString::number(i)] == 1) {
                        qWarning("context at %d: %lld, measured %lld: %s", int(i), places[i].context, run.context[i],
                                 qPrintable(run.text()));
                    }
                }
                if (i == 2)
                    continue;
                measured += run.weights[i] + run.context[i] + run.compute[i];
                estimated += places[i].weights + places[i].context + places[i].compute;
            }
            if (everything) {
                for (size_t i = 0; i < places.size(); ++i) {
                    if (places[i].compute != run.compute[i]) {
                        qInfo("compute at %d: %lld, measured %lld (%+.3f MiB): %s", int(i), places[i].compute,
                              run.compute[i], double(places[i].compute - run.compute[i]) / 1048576,
                              qPrintable(run.text()));
                    }
                }
            }
            const double hostPercent = 100 * double(places[2].compute - run.compute[2]) / double(run.compute[2]);
            host.add(hostPercent, run.rows, run.text());
            if (measured == 0)
                continue;
            const double percent = 100 * double(estimated - measured) / double(measured);
            all.add(percent, run.rows, run.text());
            compute[run.kind()].add(percent, run.rows, run.text());
            byFamily[run.family].add(percent, run.rows, run.text());
        }
        const auto print = [](const QString &name, const Errors &errors) {
            qInfo("%-55s %5lld rows, %5lld exact, mean %.4f %%, worst %+.2f %% (%s)", qPrintable(name), errors.rows,
                  errors.exact, errors.mean(), errors.worst, qPrintable(errors.worstRow));
        };
        for (const auto &[name, errors] : compute)
            print(name, errors);
        for (const auto &[name, errors] : byFamily)
            print(name, errors);
        print(QStringLiteral("compute buffer of the host"), host);
        print(QStringLiteral("all bytes of the GPUs"), all);
        qInfo("nine of ten rows within %+.3f and %+.3f %%", all.quantile(0.05), all.quantile(0.95));
        QCOMPARE(wrongWeights, 0);
        QCOMPARE(wrongContext, 0);
        // The goal is 0.3 % and 4 %. The committed figures are tighter.
        QVERIFY2(all.mean() <= 0.005, qPrintable(QString::number(all.mean())));
        QVERIFY2(std::abs(all.worst) <= 1.5, qPrintable(all.worstRow));
        QVERIFY(all.exact >= 3436);
        QVERIFY(host.exact >= 5687);
        for (const char *family : {"llama", "qwen2", "qwen3", "gemma3", "phi3", "command-r", "glm4moe"})
            QCOMPARE(byFamily[QLatin1String(family)].exact, byFamily[QLatin1String(family)].rows);
    }

    /// Builds have numbers, which people write and read with a b before them.
    void namesOfVersions()
    {
        const auto engine = *findEngine(QStringLiteral("llama.cpp"), m_catalog, {});
        QCOMPARE(engine->versionName(engine->versions().first()), QStringLiteral("b6975"));
        QCOMPARE(engine->versionName(QStringLiteral("0.5.0")), QStringLiteral("0.5.0"));
        QCOMPARE(shortVersionName(*engine, QStringLiteral("0.0.9489")), QStringLiteral("b9489"));
        QCOMPARE(shortVersionName(*engine, QStringLiteral("0.5.3")), QStringLiteral("0.5"));
        VersionAge age{};
        QCOMPARE(*checkedVersion(*engine, QStringLiteral("b10488"), &age), QStringLiteral("0.0.10488"));
        QCOMPARE(age, VersionAge::Known);
        QCOMPARE(*checkedVersion(*engine, QStringLiteral("b4567"), &age), QStringLiteral("0.0.6975"));
        QCOMPARE(age, VersionAge::Older);
        QStringList sorted = engine->versions();
        std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
            return QVersionNumber::fromString(a) < QVersionNumber::fromString(b);
        });
        QCOMPARE(engine->versions(), sorted);
    }

    /// What each pull request changed by its own account, for Llama 3.1 8B with steps of 512 tokens. What is kept of
    /// the embeddings and the mask lies in the buffer of the host.
    void whatABuildChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("kv");
        QTest::addColumn<qint64>("host"); // bytes more on the host
        constexpr qint64 tokens = 512, width = 4096, cells = 8192, keyDim = 128, valueDim = 64;
        QTest::newRow("embeddings, 18550") << "b7773"
                                           << "b7774"
                                           << "auto" << 4 * width * tokens;
        QTest::newRow("rotation, 21038") << "b8618"
                                         << "b8619"
                                         << "q8_0" << 4 * (keyDim * keyDim + valueDim * valueDim);
        QTest::newRow("rotation of a cache in 16 bits") << "b8618"
                                                        << "b8619"
                                                        << "auto" << qint64(0);
        QTest::newRow("mask, 23764") << "b9409"
                                     << "b9410"
                                     << "auto" << -2 * cells * tokens;
        QTest::newRow("outputs, 23861") << "b9459"
                                        << "b9460"
                                        << "auto" << qint64(-4 * (tokens - 1)); // the indices of the rows
    }
    void whatABuildChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, kv);
        QFETCH(qint64, host);
        const auto hostBytes = [&](const QString &version) {
            return estimate(*resolve(llama(version, 8192, kv), m_catalog)).host[Item::Activations].count();
        };
        // Offsets are multiples of 32 bytes.
        QVERIFY2(std::abs(hostBytes(after) - hostBytes(before) - host) <= 32,
                 qPrintable(QString::number(hostBytes(after) - hostBytes(before))));
        const ResolvedPlan old = *resolve(llama(before, 8192, kv), m_catalog);
        QVERIFY(estimate(old).warnings.test(size_t(Warning::FewMeasurements)));
    }

    /// The logits of a whole step are the larger part of the buffer: 512 x 128,256 numbers and the rows before them.
    void outputsOfTheServer()
    {
        const Estimate old =
            estimate(*resolve(llama(QStringLiteral("b9459"), 8192, QStringLiteral("auto")), m_catalog));
        const Estimate now =
            estimate(*resolve(llama(QStringLiteral("b9460"), 8192, QStringLiteral("auto")), m_catalog));
        QCOMPARE(old.total[Item::Activations].count(), 4LL * 512 * (128256 + 4096));
        QVERIFY(now.total[Item::Activations].count() < 4LL * 512 * 128256);
    }

    /// Until they were part of the buffer, the copies of a quantised cache lay beside it: 8 heads of 128, keys and
    /// values.
    void copiesOfAQuantisedCache()
    {
        const auto bytes = [&](const char *version, const char *kv) {
            return estimate(*resolve(llama(QLatin1String(version), 131072, QLatin1String(kv)), m_catalog))
                .total[Item::Activations]
                .count();
        };
        constexpr qint64 copies = 2LL * 2 * 8 * 128 * 131072;
        QCOMPARE(bytes("b8618", "q8_0") - bytes("b8618", "auto"), copies); // not rotated yet, so nothing else differs
        QVERIFY(bytes("b9489", "q8_0") >= copies);
        QVERIFY(bytes("b9489", "q8_0") <= bytes("b9488", "q8_0"));
    }

    /// Mamba and Mamba 2 are measured; linear attention is not.
    void measuredKinds()
    {
        const auto warns = [&](const char *model, const char *engine) {
            Plan plan;
            plan.model = NamedModel{QLatin1String(model)};
            plan.engine = QLatin1String(engine);
            plan.gpus = {{QStringLiteral("nvidia-h200-sxm-141gb"), 4}};
            return estimate(*resolve(plan, m_catalog)).warnings.test(size_t(Warning::FewMeasurements));
        };
        QVERIFY(!warns("ibm-granite/granite-4.0-h-tiny", "llama.cpp"));
        QVERIFY(!warns("state-spaces/mamba-2.8b-hf", "llama.cpp"));
        QVERIFY(warns("Qwen/Qwen3-Next-80B-A3B-Instruct", "llama.cpp"));
        QVERIFY(warns("ibm-granite/granite-4.0-h-tiny", "vllm"));
    }

    /// A preset is what its program would say; an option given wins.
    void presets()
    {
        const auto bytes = [&](const QJsonObject &options, bool hardlyMeasured) {
            Plan plan = llama(QString(), 8192, QStringLiteral("auto"));
            plan.sequences = 4;
            plan.engineOptions = options;
            const Estimate answer = estimate(*resolve(plan, m_catalog));
            if (answer.warnings.test(size_t(Warning::FewMeasurements)) != hardlyMeasured)
                return qint64(-1);
            return answer.total[Item::Activations].count();
        };
        const auto preset = [](const char *name) {
            return QJsonObject{{QStringLiteral("preset"), QLatin1String(name)}};
        };
        const QJsonObject asOllama{
            {QStringLiteral("nBatch"), 512}, {QStringLiteral("nUbatch"), 512}, {QStringLiteral("kvUnified"), false}};
        QCOMPARE(bytes(preset("ollama"), true), bytes(asOllama, false));
        QVERIFY(bytes(preset("ollama"), true) != bytes({}, false));
        QCOMPARE(bytes(preset("lm-studio"), true), bytes({}, false));
        QCOMPARE(bytes(preset("server"), false), bytes({}, false));
        QJsonObject unified = preset("ollama");
        unified.insert(QStringLiteral("kvUnified"), true);
        QCOMPARE(bytes(unified, true), bytes({}, false));
    }

    /// Another context is laid out by what was planned for the first one; a plan made anew must say the same.
    void movingTheContext_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("gpus");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("kv");
        const auto row = [](const char *name, const char *model, int gpus, const QJsonObject &options, const char *kv) {
            QTest::newRow(name) << QString::fromLatin1(model) << gpus << options << QString::fromLatin1(kv);
        };
        const QJsonObject noFlash{{QStringLiteral("flashAttention"), false}};
        const QJsonObject half{{QStringLiteral("gpuLayers"), 20}};
        const QJsonObject hostCache{{QStringLiteral("offloadKqv"), false}};
        row("dense", "meta-llama/Llama-3.1-8B", 1, {}, "auto");
        row("dense, no flash attention", "meta-llama/Llama-3.1-8B", 1, noFlash, "auto");
        row("dense, cache in 8 bits", "meta-llama/Llama-3.1-70B", 2, {}, "q8_0");
        row("dense, cache on the host in 8 bits", "meta-llama/Llama-3.1-8B", 1, hostCache, "q8_0");
        row("sliding window", "google/gemma-3-12b-it", 1, {}, "q8_0");
        row("sliding window, no flash attention", "google/gemma-3-12b-it", 2, noFlash, "auto");
        row("sliding window, half on the host", "openai/gpt-oss-20b", 1, half, "auto");
        row("latent attention", "deepseek-ai/DeepSeek-V3", 8, {}, "q8_0");
        row("Mamba 2, half on the host", "ibm-granite/granite-4.0-h-tiny", 1, half, "q8_0");
        row("Mamba 2", "nvidia/NVIDIA-Nemotron-Nano-9B-v2", 3, {}, "auto");
    }
    void movingTheContext()
    {
        QFETCH(QString, model);
        QFETCH(int, gpus);
        QFETCH(QJsonObject, options);
        QFETCH(QString, kv);
        Plan plan;
        plan.model = NamedModel{model};
        plan.engine = QStringLiteral("llama.cpp");
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), gpus}};
        plan.engineOptions = options;
        plan.kvKeys = plan.kvValues = kv;
        plan.contextLength = 4096;
        plan.sequences = 1;
        const Result<ResolvedPlan> first = resolve(plan, m_catalog);
        QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().text));
        ResolvedPlan moving = *first;
        for (const qint64 context : {4096, 8192, 700, 65536, 300, 131072, 4096}) {
            plan.contextLength = context;
            const Result<ResolvedPlan> anew = resolve(plan, m_catalog);
            QVERIFY(anew.ok());
            setWorkload(moving, {context, 1});
            for (int f = 0; f < kFormatSlots; ++f) {
                for (size_t i = 0; i < moving.layout.ranks.size(); ++i) {
                    QCOMPARE(moving.layout.ranks[i].fixed[size_t(f)][Item::Activations],
                             anew->layout.ranks[i].fixed[size_t(f)][Item::Activations]);
                }
                QCOMPARE(moving.layout.host[size_t(f)][Item::Activations],
                         anew->layout.host[size_t(f)][Item::Activations]);
            }
        }
    }

    /// Of GPUs with the same layers one is planned. Each has its buffer, and those in the middle have the same.
    void gpusInTheMiddle()
    {
        Plan plan;
        plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B")};
        plan.engine = QStringLiteral("llama.cpp");
        plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 8}};
        const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
        QVERIFY(resolved.ok());
        const std::vector<RankLoad> &ranks = resolved->layout.ranks;
        QCOMPARE(ranks.size(), size_t(8));
        for (const RankLoad &rank : ranks)
            QVERIFY(rank.fixed[kOwnFormat][Item::Activations].count() > 0);
        for (size_t i = 2; i < 7; ++i)
            QCOMPARE(ranks[i].fixed[kOwnFormat][Item::Activations], ranks[1].fixed[kOwnFormat][Item::Activations]);
    }
};

QTEST_GUILESS_MAIN(LlamaCppTest)
#include "tst_llamacpp.moc"
