// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/nearestnames.h"

#include <QtTest>

using namespace plimsoll;

class TestNearestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
};

void TestNearestNames::nearest_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("known");
    QTest::addColumn<QStringList>("expected");
    const QStringList gpus = {QStringLiteral("nvidia-h100-sxm-80gb"), QStringLiteral("nvidia-h100-sxm-80gb/1g.10gb"),
                              QStringLiteral("nvidia-a100-sxm-80gb"), QStringLiteral("amd-mi300x-192gb")};
    QTest::newRow("one edit") << "fp15" << QStringList{"fp16", "fp8", "nf4"} << QStringList{"fp16", "fp8"};
    QTest::newRow("a word that is there") << "mi300x" << gpus << QStringList{"amd-mi300x-192gb"};
    QTest::newRow("the plain one before its slices") << "h100" << gpus << QStringList{gpus[0], gpus[1], gpus[2]};
    QTest::newRow("at most three") << "a" << QStringList{"a1", "a2", "a3", "a4"} << QStringList{"a1", "a2", "a3"};
    QTest::newRow("nothing is near") << "zzzzzz" << gpus << QStringList{};
    QTest::newRow("nothing typed") << "" << gpus << QStringList{};
    QTest::newRow("nothing known") << "h100" << QStringList{} << QStringList{};
    QTest::newRow("only punctuation") << "---" << gpus << QStringList{};
    QTest::newRow("other case") << "VLLM" << QStringList{"rule-of-thumb", "vllm"} << QStringList{"vllm"};
    QTest::newRow("very long") << QString(200'000, QLatin1Char('h')) << gpus << QStringList{};
}

void TestNearestNames::nearest()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, known);
    QFETCH(QStringList, expected);
    QCOMPARE(nearestNames(typed, known), expected);
}

QTEST_APPLESS_MAIN(TestNearestNames)
#include "tst_nearestnames.moc"
