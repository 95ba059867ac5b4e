// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/estimatejson.h"
#include "core/planning/pinedits.h"
#include "core/planning/plancomparison.h"
#include "tests/core/resolvedplan.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using test::planOn;
using test::resolvedPlan;

/// Plans side by side: each column is what its plan answers alone.
class PlanComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachColumnIsItsPlanAlone();
    void numbersByHand();
    void whatDiffersIsMarked();
    void onlyTheWayANumberIsWrittenCounts();
    void aPlanWithoutAnAnswer();
    void withoutGpus();
    void rowsThatSayNothingAreLeftOut();
    void noAnswerDependsOnPins();
    void names();

private:
    const ComparisonRow *find(const PlanComparison &comparison, const char *id)
    {
        const auto found = std::find_if(comparison.rows.begin(), comparison.rows.end(),
                                        [&](const ComparisonRow &row) { return row.id == QLatin1String(id); });
        return found == comparison.rows.end() ? nullptr : &*found;
    }
    const ComparisonRow &row(const PlanComparison &comparison, const char *id)
    {
        const ComparisonRow *found = find(comparison, id);
        if (!found)
            qFatal("there is no row %s", id);
        return *found;
    }
    PlanComparison compared(const Plan &plan) { return comparePlans(comparedPlans(plan, m_catalog), SizeUnit::GiB); }

    Catalog m_catalog = Catalog::builtIn();
};

namespace {

constexpr const char *k8B = "meta-llama/Llama-3.1-8B";
constexpr const char *kH100 = "nvidia-h100-sxm-80gb";

Plan small(qint64 context = 8192)
{
    Plan plan = planOn(k8B, "vllm@0.19", kH100, 1);
    plan.contextLength = context;
    return plan;
}

Plan with(Plan plan, const std::vector<Plan> &pinned)
{
    for (const Plan &each : pinned) {
        Plan pin = each;
        pin.pins = plan.pins;
        plan.pins = withPin(pin, QString()).pins;
    }
    return plan;
}

} // namespace

void PlanComparisonTest::eachColumnIsItsPlanAlone()
{
    Plan int4 = planOn("meta-llama/Llama-3.1-70B-Instruct", "vllm@0.19", kH100, 2);
    int4.weights = QStringLiteral("int4");
    int4.sequences = 16;
    const std::vector<Plan> plans{small(), int4, planOn("deepseek-ai/DeepSeek-V3", "sglang", kH100, 8),
                                  planOn(k8B, "llama.cpp", "nvidia-rtx-4090-24gb", 1)};
    const Plan all = with(plans.front(), {plans.begin() + 1, plans.end()});
    const PlanComparison comparison = compared(all);
    QCOMPARE(comparison.names.size(), plans.size());
    for (size_t i = 0; i < plans.size(); ++i) {
        const ResolvedPlan resolved = resolvedPlan(plans[i], m_catalog);
        const Estimate alone = estimate(resolved);
        const SpeedEstimate speed = speedOf(resolved);
        const auto value = [&](const char *id) { return row(comparison, id).cells[i].value.value_or(0); };
        QCOMPARE(value("total"), double(alone.total.total().count()));
        QCOMPARE(value("weights"), double(alone.total[Item::Weights].count()));
        QCOMPARE(value("kvCache"), double(alone.total[Item::KvCache].count()));
        QCOMPARE(value("activations"), double(alone.total[Item::Activations].count()));
        QCOMPARE(value("headroom"), double(alone.headroom.count()));
        QCOMPARE(value("gpusNeeded"), double(alone.gpusNeeded));
        QCOMPARE(value("decode"), speed.isKnown ? speed.decodeTokensPerSecond : 0);
        QCOMPARE(value("timeToFirstToken"), speed.hasPrompt ? speed.timeToFirstToken : 0);
        const std::optional<Cost> cost = costOf(resolved, speed);
        QCOMPARE(value("pricePerHour"), std::max(cost->pricePerHour, 0.0));
        QCOMPARE(row(comparison, "total").cells[i].text, formatSize(alone.total.total(), SizeUnit::GiB));
        QCOMPARE(row(comparison, "contextLength").cells[i].value, double(resolved.workload.contextLength));
    }
}

/// 2 x 32 layers x 8 heads x 128 x 2 bytes = 128 KiB a token; $/h of two cards is twice that of one.
void PlanComparisonTest::numbersByHand()
{
    Plan two = small(16384);
    two.gpus.front().count = 2;
    const PlanComparison comparison = compared(with(small(), {small(16384), two}));
    const auto &cache = row(comparison, "kvCache").cells;
    QCOMPARE(cache[0].text, QStringLiteral("1.00 GiB"));
    QCOMPARE(cache[1].text, QStringLiteral("2.00 GiB"));
    const auto &price = row(comparison, "pricePerHour").cells;
    QVERIFY(*price[0].value > 0);
    QCOMPARE(*price[2].value, 2 * *price[0].value);
    QCOMPARE(row(comparison, "parallel").cells[2].text, QStringLiteral("TP 2 · PP 1"));
}

void PlanComparisonTest::whatDiffersIsMarked()
{
    const PlanComparison comparison = compared(with(small(), {small(16384), small()}));
    for (const char *id : {"contextLength", "kvCache", "total", "headroom"}) {
        QVERIFY2(row(comparison, id).differs(), id);
        QVERIFY2(!row(comparison, id).cells[0].differs && row(comparison, id).cells[1].differs
                     && !row(comparison, id).cells[2].differs,
                 id);
    }
    for (const char *id : {"model", "precision", "engine", "gpus", "parallel", "pricePerHour"})
        QVERIFY2(!row(comparison, id).differs(), id);
}

void PlanComparisonTest::onlyTheWayANumberIsWrittenCounts()
{
    const PlanComparison comparison = compared(with(small(8192), {small(8193)}));
    const ComparisonRow &weights = row(comparison, "total");
    QVERIFY(*weights.cells[0].value != *weights.cells[1].value);
    QCOMPARE(weights.cells[0].text, weights.cells[1].text);
    QVERIFY(!weights.differs());
    QVERIFY(row(comparison, "contextLength").differs());
}

void PlanComparisonTest::aPlanWithoutAnAnswer()
{
    Plan broken = small();
    broken.gpus.front().id = QStringLiteral("nvidia-h1000");
    const std::vector<ComparedPlan> plans = comparedPlans(with(small(), {broken, small()}), m_catalog);
    QVERIFY(plans[0].answer && !plans[1].answer && plans[2].answer);
    QCOMPARE(plans[1].error.code, QStringLiteral("unknown-gpu"));
    const PlanComparison comparison = comparePlans(plans, SizeUnit::GiB);
    QVERIFY(row(comparison, "verdict").cells[1].text.contains(plans[1].error.text));
    QVERIFY(row(comparison, "verdict").cells[1].differs);
    QCOMPARE(row(comparison, "gpus").cells[1].text, QStringLiteral("1 × nvidia-h1000"));
    QVERIFY(row(comparison, "gpus").cells[1].differs);
    QVERIFY(!row(comparison, "model").cells[1].differs); // it is written otherwise, but is the same
    QCOMPARE(row(comparison, "contextLength").cells[1].text, QStringLiteral("8,192"));
    for (const char *id : {"total", "kvCache", "headroom", "decode", "pricePerHour"}) {
        QVERIFY2(!row(comparison, id).cells[1].value, id);
        QCOMPARE(row(comparison, id).cells[1].text, QStringLiteral("–"));
        QVERIFY2(row(comparison, id).cells[2].value, id);
    }
}

void PlanComparisonTest::withoutGpus()
{
    Plan none = small();
    none.gpus.clear();
    const PlanComparison comparison = compared(with(none, {small()}));
    QCOMPARE(row(comparison, "verdict").cells[0].text, QStringLiteral("No GPU chosen"));
    QVERIFY(!row(comparison, "headroom").cells[0].value);
    QVERIFY(row(comparison, "headroom").cells[1].value);
    QCOMPARE(row(comparison, "parallel").cells[0].text, QStringLiteral("–"));
}

void PlanComparisonTest::rowsThatSayNothingAreLeftOut()
{
    const PlanComparison plain = compared(small());
    for (const char *id : {"reserve", "requests", "engineOptions", "recurrentState", "beside"})
        QVERIFY2(!find(plain, id), id);
    Plan more = small();
    more.reserve = Bytes::fromGiB(2);
    more.requests.promptTokens = 1000;
    more.engineOptions = {{QStringLiteral("gpuMemoryUtilization"), 0.8}};
    more.beside = {planOn("Qwen/Qwen2.5-0.5B", "vllm@0.19", kH100, 1)};
    more.beside.front().name = QStringLiteral("a small one");
    const PlanComparison comparison = compared(with(small(), {more}));
    QCOMPARE(row(comparison, "beside").cells[1].text, QStringLiteral("a small one"));
    QCOMPARE(row(comparison, "reserve").cells[1].text, QStringLiteral("2.00 GiB"));
    QCOMPARE(row(comparison, "requests").cells[1].text, QStringLiteral("prompt 1,000"));
    QCOMPARE(row(comparison, "engineOptions").cells[1].text, QStringLiteral("gpuMemoryUtilization=0.8"));
}

void PlanComparisonTest::noAnswerDependsOnPins()
{
    const auto document = [&](const Plan &plan) {
        const Result<PlanAnswer> answer = answerPlan(plan, m_catalog);
        return answer ? estimateToJson(answer->plan, answer->estimate, answer->comparison,
                                       extrasOf(answer->plan, m_catalog))
                      : QJsonObject();
    };
    QVERIFY(!document(small()).isEmpty());
    QCOMPARE(document(with(small(), {small(4096)})), document(small()));
}

void PlanComparisonTest::names()
{
    Plan plan = small();
    const ResolvedPlan resolved = resolvedPlan(plan, m_catalog);
    const QString first = proposedPinName(plan, &resolved, plan.pins);
    QCOMPARE(first, QStringLiteral("Llama 3.1 8B BF16"));
    plan = withPin(plan, first);
    const QString second = proposedPinName(plan, &resolved, plan.pins);
    QVERIFY(second != first && second.startsWith(first));
    QVERIFY(proposedPinName(withPin(plan, second), &resolved, withPin(plan, second).pins) != second);
    QCOMPARE(proposedPinName(plan, nullptr, {}), QStringLiteral("Llama-3.1-8B"));
    QCOMPARE(pinName({}, 2), QStringLiteral("Plan 3"));
}

QTEST_GUILESS_MAIN(PlanComparisonTest)
#include "tst_plancomparison.moc"
