// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kvcache.h"
#include "core/memory/parameters.h"
#include "core/sources/config/configreading.h"
#include "samplecounts.h"

#include <QFile>
#include <QTest>

using namespace plimsoll;
using namespace samples;

/// State spaces, linear attention and what is mixed with them: parameters, KV cache and recurrent state by hand.
class ConfigHybridsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hybrids_data()
    {
        QTest::addColumn<qint64>("text");
        QTest::addColumn<qint64>("kvBytes");
        QTest::addColumn<qint64>("stateElements"); // of a sequence, whole model, the convolution's window with it
        constexpr qint64 gqa = attention(4, 2, 16);
        constexpr qint64 kvLayer = 2 * 2 * 16 * 2;
        constexpr qint64 whole = 2 * V * H + H;
        constexpr qint64 mamba1State = 3 * 128 + 128 * 8;
        constexpr auto mamba2State = [](qint64 groups) { return 3 * (128 + 2 * groups * 8) + 128 * 8; };
        // time_step_rank "auto" is a sixteenth of the width.
        QTest::newRow("selective-state") << V * H + H + 4 * (mamba1(4) + H) << 0LL << 4 * mamba1State;
        QTest::newRow("state-heads") << whole + 4 * (mamba2(2) + 128 + H) << 0LL << 4 * mamba2State(2);
        // Two Mamba layers, eight plain experts with a shared one, attention, a plain block; one norm each.
        QTest::newRow("letters") << whole + 5 * H + 2 * (mamba2(2) + 128) + (H * 8 + 8 * 2 * H * 48 + 2 * H * 96) + gqa
                                        + 2 * H * 160
                                 << kvLayer << 2 * mamba2State(2);
        // Attention in layers 2 and 6, experts of the dense width in every second one; Jamba norms dt, B and C.
        QTest::newRow("periods") << whole + 8 * 2 * H + 2 * gqa + 6 * (mamba1(6) + 6 + 2 * 8)
                                        + 4 * (H * 8 + 8 * gated(160)) + 4 * gated(160)
                                 << 2 * kvLayer << 6 * mamba1State;
        // The query projection is doubled by a gate; the shared expert has one too.
        constexpr qint64 gatedAttention = H * 2 * 128 + 2 * H * 64 + 128 * H + 2 * 32;
        constexpr qint64 deltaNet = H * (2 * 32 + 2 * 96) + H * 2 * 4 + (2 * 32 + 96) * 4 + 2 * 4 + 24 + 96 * H;
        QTest::newRow("delta-net") << whole + gatedAttention + 3 * deltaNet
                                          + 4 * (samples::experts + gated(40) + H + 2 * H)
                                   << 2LL * 2 * 32 * 2 << 3LL * (3 * (2 * 32 + 96) + 96 * 16);
        constexpr qint64 kimi = 3 * H * 64 + 3 * 64 * 4 + 2 * (H * 16 + 16 * 64) + H * 4 + 4 + 64 + 64 * H + 16;
        constexpr qint64 latentFull = H * 4 * 20 + H * 28 + 20 + 20 * 4 * 28 + 4 * 16 * H;
        QTest::newRow("kimi-delta") << whole + 3 * kimi + latentFull + 4 * 2 * H + gated(160)
                                           + 3 * (expertsAndShared + 8)
                                    << 28LL * 2 << 3LL * (3 * 3 * 64 + 64 * 16);
        QTest::newRow("lightning") << whole + 3 * (5 * H * 64 + 64) + gqa + 4 * (samples::experts + 2 * H) << kvLayer
                                   << 3LL * 64 * 16;
        // block_ff_dim 240 is that of an ungated block: two thirds, a multiple of 32.
        QTest::newRow("convolutions") << V * H + H + 3 * (4 * H * H + 3 * H) + gqa + 2 * 16 + 4 * (gated(160) + 2 * H)
                                      << kvLayer << 3LL * 2 * H;
        QTest::newRow("side-by-side") << whole + 4 * (gqa + mamba2(1) + gated(160) + 2 * H) << 4 * kvLayer
                                      << 4 * mamba2State(1);
        QTest::newRow("experts-on-mamba")
            << V * H + H + 3 * (mamba2(1) + 128) + gqa + 4 * (samples::experts + gated(96) + 2 * H) << kvLayer
            << 3 * mamba2State(1);
    }
    void hybrids()
    {
        QFETCH(qint64, kvBytes);
        QFETCH(qint64, stateElements);
        const QString name = QLatin1String(QTest::currentDataTag());
        QFile file(QStringLiteral(PLIMSOLL_TEST_DATA "/configs/%1.json").arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<ConfigReading> reading = readConfigJson(file.readAll(), name);
        QVERIFY2(reading.ok(), qPrintable(reading.ok() ? name : reading.error().text));
        const ModelArchitecture &model = reading->architecture;
        QTEST(countParameters(model).text, "text");
        QCOMPARE(kvBytesPerToken(model, {{2, 1}, {2, 1}}).count(), kvBytes);
        QCOMPARE(recurrentStateBytes(model, {1, 1}, {1, 1}).count(), stateElements);
    }
};

QTEST_GUILESS_MAIN(ConfigHybridsTest)
#include "tst_confighybrids.moc"
