// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/planning.h"
#include "tests/core/engines/dryruns.h"

#include <QTest>

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
