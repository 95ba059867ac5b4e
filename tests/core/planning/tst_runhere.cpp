// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/runhereanswer.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/planning.h"
#include "tests/core/sources/local/storefiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace plimsoll;

namespace {

const QString k4090 = QStringLiteral("nvidia-rtx-4090-24gb"), k3060 = QStringLiteral("nvidia-rtx-3060-12gb");

class Collected final : public LocalSearch
{
public:
    bool stopped() override { return false; }
    void entered(const QString &) override { }
    void found(const LocalModel &model) override { models.push_back(model); }

    std::vector<LocalModel> models;
};

} // namespace

/// "What can I run here?"
class RunHereTest : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = Catalog::builtIn();
    std::vector<std::pair<Plan, std::vector<RunnableModel>>> m_known;

    static Plan planOn(const QString &gpu, const QString &engine, int count = 1)
    {
        Plan plan;
        plan.engine = engine;
        plan.gpus = {{gpu, count}};
        return plan;
    }
    /// Asked once for each plan.
    std::vector<RunnableModel> found(const Plan &plan, const std::vector<LocalModel> &local = {})
    {
        for (const auto &[known, models] : m_known) {
            if (known == plan && local.empty())
                return models;
        }
        const auto models = modelsThatRun(plan, m_catalog, local);
        if (!models)
            qFatal("%s", qPrintable(models.error().text));
        if (local.empty())
            m_known.emplace_back(plan, *models);
        return *models;
    }
    static const RunnableModel *named(const std::vector<RunnableModel> &models, const char *id)
    {
        const auto at = std::find_if(models.begin(), models.end(),
                                     [&](const RunnableModel &each) { return each.model == QLatin1String(id); });
        return at == models.end() ? nullptr : &*at;
    }
    static QStringList formats(const RunnableModel &model)
    {
        QStringList ids;
        for (const RunnableFormat &each : model.formats)
            ids << each.format;
        return ids;
    }

private Q_SLOTS:
    /// 24,081 MiB are 25,250,758,656 bytes; the rule takes parameters x bits / 8 x 1.2.
    void byHand()
    {
        const auto models = found(planOn(k4090, QStringLiteral("rule-of-thumb")));
        // 8,030,261,248 parameters: 19.27 GB at 16 bits.
        const RunnableModel *small = named(models, "meta-llama/Llama-3.1-8B");
        QVERIFY(small);
        QCOMPARE(formats(*small), (QStringList{"native", "int8", "int4"}));
        QCOMPARE(small->best().name, QStringLiteral("BF16"));
        QCOMPARE(small->best().headroom.count(), 25'250'758'656 - 16'060'522'496 - 3'212'104'499);
        // 14,770,033,664: 35.4 GB at 16, 17.7 GB at 8 bits.
        const RunnableModel *middle = named(models, "Qwen/Qwen2.5-14B-Instruct");
        QVERIFY(middle);
        QCOMPARE(formats(*middle), (QStringList{"int8", "int4"}));
        QCOMPARE(middle->best().headroom.count(), 25'250'758'656 - 14'770'033'664 - 2'954'006'733);
        // 32,763,876,352: 39.3 GB at 8, 19.7 GB at 4 bits.
        const RunnableModel *large = named(models, "Qwen/Qwen2.5-32B-Instruct");
        QVERIFY(large);
        QCOMPARE(formats(*large), QStringList{"int4"});
        QCOMPARE(large->best().headroom.count(), 25'250'758'656 - 16'381'938'176 - 3'276'387'635);
        // 70,553,706,496: 42.3 GB at 4 bits.
        QVERIFY(!named(models, "meta-llama/Llama-3.1-70B"));
        QVERIFY(large < middle && middle < small); // of three that run as well, the largest first
    }

    /// With 6 GB less, the 8 B model no longer fits in 16 bits, by 21,868,339 bytes.
    void besideWhatIsTaken()
    {
        Plan plan = planOn(k4090, QStringLiteral("rule-of-thumb"));
        plan.reserve = Bytes(5'978'131'661);
        QCOMPARE(named(found(plan), "meta-llama/Llama-3.1-8B")->best().format, QStringLiteral("native"));
        plan.reserve = Bytes(6'000'000'000);
        const auto models = found(plan);
        const RunnableModel *model = named(models, "meta-llama/Llama-3.1-8B");
        QCOMPARE(model->best().format, QStringLiteral("int8"));
        QCOMPARE(model->best().plan.reserve, plan.reserve);
    }

    void equalsEstimate_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::newRow("vLLM, 24 GiB") << planOn(k4090, QStringLiteral("vllm"));
        QTest::newRow("llama.cpp, 12 GiB") << planOn(k3060, QStringLiteral("llama.cpp"));
        QTest::newRow("three GPUs") << planOn(k3060, QStringLiteral("sglang"), 3);
        Plan partly = planOn(k4090, QStringLiteral("transformers"));
        partly.reserve = Bytes::fromMiB(9000);
        partly.contextLength = 20000;
        partly.sequences = 3;
        QTest::newRow("what is free, three users") << partly;
    }

    void equalsEstimate()
    {
        QFETCH(Plan, plan);
        const auto models = found(plan);
        QVERIFY(models.size() > 20);
        for (const RunnableModel &model : models) {
            for (const RunnableFormat &format : {model.formats.front(), model.formats.back()}) {
                const Result<ResolvedPlan> resolved = resolve(format.plan, m_catalog);
                QVERIFY2(resolved.ok(), qPrintable(model.model));
                const Estimate answer = estimate(*resolved);
                QVERIFY(answer.fits);
                QCOMPARE(answer.total.total(), format.total);
                QCOMPARE(answer.headroom, format.headroom);
                QCOMPARE(resolved->parameters.text, model.parameters);
                QCOMPARE(format.plan.gpus, plan.gpus);
                QCOMPARE(format.plan.reserve, plan.reserve);
                QVERIFY(format.longestContext >= resolved->workload.contextLength);
            }
        }
    }

    /// Nothing that fits is left out because it was thought too large to be looked at.
    void nothingIsMissing_data()
    {
        QTest::addColumn<Plan>("plan");
        QTest::newRow("vLLM, 12 GiB") << planOn(k3060, QStringLiteral("vllm"));
        QTest::newRow("llama.cpp, 12 GiB") << planOn(k3060, QStringLiteral("llama.cpp"));
    }

    void nothingIsMissing()
    {
        QFETCH(Plan, plan);
        const auto models = found(plan);
        const QStringList ids = offeredFormats(m_catalog, plan.engine, false) + QStringList{"native"};
        constexpr qint64 fourTimesWhatFits = 80'000'000'000; // in three bits
        int missing = 0;
        for (const CatalogEntry &entry : m_catalog.models()) {
            if (named(models, qPrintable(entry.id)) || entry.size > fourTimesWhatFits)
                continue;
            ++missing;
            for (const QString &id : ids) {
                Plan one = plan;
                one.model = NamedModel{entry.id};
                one.weights = id;
                const Result<ResolvedPlan> resolved = resolve(one, m_catalog);
                QVERIFY2(!resolved || !estimate(*resolved).fits, qPrintable(entry.id + QLatin1Char(' ') + id));
            }
        }
        QVERIFY(missing > 10);
    }

    void isRanked()
    {
        const auto models = found(planOn(k3060, QStringLiteral("llama.cpp")));
        const auto isUsual = [](const RunnableModel &model) {
            return model.best().keepsQuality && !model.best().isSlow() && !model.isShort;
        };
        QVERIFY(isUsual(models.front()));
        const auto rest = std::find_if_not(models.begin(), models.end(), isUsual);
        QVERIFY(rest != models.end());
        QVERIFY(std::none_of(rest, models.end(), isUsual));
        QVERIFY(std::is_sorted(models.begin(), rest, [](const RunnableModel &a, const RunnableModel &b) {
            return a.parameters > b.parameters;
        }));
        QVERIFY(!models.back().best().keepsQuality);
        for (const RunnableModel &model : models) {
            // Where one of the formats is good and quick, the first is.
            const bool any = std::any_of(model.formats.begin(), model.formats.end(), [](const RunnableFormat &each) {
                return each.keepsQuality && !each.isSlow();
            });
            QCOMPARE(model.best().keepsQuality && !model.best().isSlow(), any);
        }
    }

    void knowsQuality()
    {
        const auto models = found(planOn(k3060, QStringLiteral("llama.cpp")));
        const RunnableModel *model = named(models, "meta-llama/Meta-Llama-3-8B");
        QVERIFY(model);
        const auto keeps = [&](const char *id) {
            const auto at = std::find_if(model->formats.begin(), model->formats.end(),
                                         [&](const RunnableFormat &each) { return each.format == QLatin1String(id); });
            return at != model->formats.end() && at->keepsQuality;
        };
        QVERIFY(keeps("q8_0") && keeps("q4_k_m"));
        QVERIFY(!keeps("q2_k")); // perplexity 8.65 instead of 6.23
    }

    /// FP4 is offered where the GPU computes in it.
    void knowsTheHardware()
    {
        const auto uses = [&](const QString &gpu) {
            const auto models = found(planOn(gpu, QStringLiteral("vllm")));
            return formats(*named(models, "meta-llama/Llama-3.1-8B")).contains(QLatin1String("nvfp4"));
        };
        QVERIFY(!uses(k4090));
        QVERIFY(uses(QStringLiteral("nvidia-rtx-5090-32gb")));
    }

    void anotherEngineWhereThatRuns()
    {
        const auto models = found(planOn(QStringLiteral("apple-m1-8gb"), QStringLiteral("vllm")));
        QVERIFY(!models.empty());
        QCOMPARE(models.front().best().plan.engine, QStringLiteral("llama.cpp"));
    }

    /// Files as they are, with llama.cpp where they are GGUF, before models of the catalog of the same size.
    void filesOfThisDisk()
    {
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral(".lmstudio/models/org/x/tiny.gguf"));
        storefiles::write(path, tinymodels::gguf());
        storefiles::write(home.filePath(QStringLiteral(".lmstudio/models/org/x/broken.gguf")), "GGUF");
        Collected search;
        findLocalModels(localStores({}, home.path()), search);
        QCOMPARE(search.models.size(), size_t(2));
        const auto models = found(planOn(k4090, QStringLiteral("vllm")), search.models);
        const auto local = std::find_if(models.begin(), models.end(), [](const auto &each) { return each.isLocal(); });
        QVERIFY(local != models.end());
        QCOMPARE(std::count_if(models.begin(), models.end(), [](const auto &each) { return each.isLocal(); }), 1);
        QCOMPARE(QFileInfo(local->model).canonicalFilePath(), QFileInfo(path).canonicalFilePath());
        QCOMPARE(local->store, QStringLiteral("LM Studio"));
        QCOMPARE(local->parameters, tinymodels::kParameters);
        QCOMPARE(formats(*local), QStringList{"native"});
        QCOMPARE(local->best().plan.engine, QStringLiteral("llama.cpp"));
    }

    void stops()
    {
        int asked = 0;
        const auto models =
            modelsThatRun(planOn(k4090, QStringLiteral("vllm")), m_catalog, {}, [&] { return ++asked > 3; });
        QVERIFY(models.ok() && models->empty());
        QVERIFY(asked < 10);
    }

    void saysWhatIsWrong()
    {
        Plan plan = planOn(k4090, QStringLiteral("vllm"));
        plan.gpus.clear();
        QCOMPARE(modelsThatRun(plan, m_catalog, {}).error().code, QStringLiteral("no-gpus"));
        plan.gpus = {{QStringLiteral("nvidia-rtx-4091"), 1}};
        QCOMPARE(modelsThatRun(plan, m_catalog, {}).error().code, QStringLiteral("unknown-gpu"));
    }

    void asDocument()
    {
        const Plan plan = planOn(k4090, QStringLiteral("rule-of-thumb"));
        const auto models = found(plan);
        const FitAnswer answer = runHereAnswer(plan, models);
        const QJsonArray rows = answer.document[QLatin1String("answer")].toArray();
        QCOMPARE(size_t(rows.size()), models.size());
        QCOMPARE(rows[0][QLatin1String("model")].toString(), models[0].model);
        QCOMPARE(rows[0][QLatin1String("others")].toArray().size() + 1, qsizetype(models[0].formats.size()));
        QVERIFY(rows[0][QLatin1String("store")].isNull());
        QCOMPARE(answer.document[QLatin1String("plan")].toObject()[QLatin1String("model")].toString(), models[0].model);

        const FitAnswer none = runHereAnswer(plan, {});
        QVERIFY(!none.answered);
        QVERIFY(none.document[QLatin1String("answer")].isNull());
        QVERIFY(!none.document[QLatin1String("reason")].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunHereTest)
#include "tst_runhere.moc"
