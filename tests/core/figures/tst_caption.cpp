// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogdate.h"
#include "core/figures/caption.h"
#include "core/planning/planning.h"

#include <QTest>

using namespace plimsoll;

class CaptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputs_data();
    void inputs();
    void sentence();

private:
    Catalog m_catalog = Catalog::builtIn();
};

void CaptionTest::inputs_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QStringList>("inputs");
    const QString times(QChar(0xd7));

    Plan serving;
    serving.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")};
    serving.engineVersion = QStringLiteral("0.19.0");
    serving.engineOptions = {{QStringLiteral("maxNumSeqs"), 32}, {QStringLiteral("enforceEager"), true}};
    serving.kvKeys = serving.kvValues = QStringLiteral("fp8");
    serving.contextLength = 32768;
    serving.sequences = 8;
    serving.requests.averageContext = 4096;
    serving.gpus = {GpuChoice{QStringLiteral("nvidia-h100-sxm-80gb"), 4}};
    serving.parallel = Parallel{2, 2, 1, 1};
    serving.reserve = Bytes(3 * (qint64(1) << 29));
    QTest::newRow("served") << serving
                            << QStringList{"meta-llama/Llama-3.1-70B-Instruct",
                                           "weights BF16",
                                           "KV cache FP8",
                                           "8 " + times + " 32,768 tokens",
                                           "4,096 on average",
                                           "vLLM 0.19.0",
                                           "enforceEager=true",
                                           "maxNumSeqs=32",
                                           "4 " + times + " H100 SXM5 80GB",
                                           "tensor parallel 2",
                                           "1.50 GiB reserved"};

    Plan rule;
    rule.model = FreeSize{13'000'000'000};
    rule.weights = QStringLiteral("int8");
    QTest::newRow("rule of thumb") << rule << QStringList{"13 B parameters", "weights INT8", "Rule of thumb"};

    Plan split;
    split.engine = QStringLiteral("llama.cpp");
    split.weights = QStringLiteral("q4_k_m");
    split.gpus = {GpuChoice{QStringLiteral("nvidia-rtx-4090-24gb"), 2}};
    QTest::newRow("layers split") << split
                                  << QStringList{"meta-llama/Llama-3.1-8B", "weights Q4_K_M",
                                                 "2 " + times + " GeForce RTX 4090"};
}

/// Nothing that the answer follows from is left out, and defaults are said.
void CaptionTest::inputs()
{
    QFETCH(Plan, plan);
    QFETCH(QStringList, inputs);
    const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
    QVERIFY2(resolved.ok(), resolved ? "" : qPrintable(resolved.error().text));
    const QString said = planInputs(*resolved).join(QStringLiteral(", "));
    for (const QString &input : inputs)
        QVERIFY2(said.contains(input), qPrintable(input + QStringLiteral(" is not in ") + said));
    QCOMPARE(said.contains(QStringLiteral("parallel")), plan.parallel.has_value());
}

void CaptionTest::sentence()
{
    const Result<ResolvedPlan> resolved = resolve(Plan(), m_catalog);
    QVERIFY(resolved.ok());
    QVERIFY(!catalogDate(m_catalog).isEmpty());
    const QString caption = figureCaption(*resolved, m_catalog);
    QVERIFY2(caption.startsWith(QStringLiteral("meta-llama/Llama-3.1-8B, ")), qPrintable(caption));
    QVERIFY2(
        caption.endsWith(QStringLiteral(". Plimsoll " PLIMSOLL_VERSION ", catalog of %1.").arg(catalogDate(m_catalog))),
        qPrintable(caption));
}

QTEST_APPLESS_MAIN(CaptionTest)
#include "tst_caption.moc"
