// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/bitsperweight.h"
#include "core/units/bytes.h"
#include "core/units/quantity.h"
#include "core/units/sizeformat.h"

#include <QTest>

#include <limits>

using namespace plimsoll;

class UnitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesSaturate()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QCOMPARE((Bytes(most) + Bytes(1)).count(), most);
        QCOMPARE((Bytes(most / 2) * 3).count(), most);
        QVERIFY((Bytes(most) * 2).isSaturated());
        QCOMPARE((Bytes(1) - Bytes(3)).count(), -2);
        QCOMPARE((Bytes(std::numeric_limits<qint64>::min()) - Bytes(1)).count(), std::numeric_limits<qint64>::min());
        QCOMPARE(Bytes::rounded(1e300).count(), most);
        QCOMPARE(Bytes::rounded(std::numeric_limits<double>::quiet_NaN()).count(), most);
        QCOMPARE(Bytes::rounded(2.5).count(), 3);
        QCOMPARE(Bytes::fromMiB(10).count(), 10'485'760);
    }

    void bitsPerWeight()
    {
        // ggml-common.h: block_q4_K is 144 bytes for 256 weights.
        constexpr BitsPerWeight q4k{144, 256};
        QCOMPARE(q4k.bits(), 4.5);
        QCOMPARE(q4k.bytesFor(256).count(), 144);
        QCOMPARE(q4k.bytesFor(257).count(), 288);
        QCOMPARE((BitsPerWeight{2, 1}.bytesFor(13'000'000'000).count()), 26'000'000'000);
        QVERIFY((BitsPerWeight{8, 1}.bytesFor(std::numeric_limits<qint64>::max()).isSaturated()));
    }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("both");
        QTest::addColumn<QString>("gib");
        // By hand: 31.2e9 / 2^30 = 29.057; 168e9 / 2^30 = 156.46.
        QTest::newRow("13 B at 16 bits") << 31'200'000'000LL << "31.2 GB (29.1 GiB)"
                                         << "29.1 GiB";
        QTest::newRow("70 B at 16 bits") << 168'000'000'000LL << "168 GB (156.5 GiB)"
                                         << "156.5 GiB";
        QTest::newRow("8 GiB") << (8LL << 30) << "8.59 GB (8 GiB)"
                               << "8.00 GiB";
        QTest::newRow("zero") << 0LL << "0 GB (0 GiB)"
                              << "0.0 GiB";
        QTest::newRow("58 MB") << 58'000'000LL << "0.058 GB (0.054 GiB)"
                               << "0.054 GiB";
        QTest::newRow("missing") << -2'147'483'648LL << "-2.15 GB (-2 GiB)"
                                 << "-2.00 GiB";
    }
    void sizes()
    {
        QFETCH(qint64, bytes);
        QTEST(formatSizeBoth(Bytes(bytes)), "both");
        QTEST(formatSize(Bytes(bytes), SizeUnit::GiB), "gib");
    }

    void otherTexts()
    {
        QCOMPARE(formatCount(8'030'261'248), QStringLiteral("8,030,261,248"));
        QCOMPARE(formatParameters(70'553'706'496), QStringLiteral("70.6 B"));
        QCOMPARE(formatParameters(494'032'768), QStringLiteral("494 M"));
        QCOMPARE(formatParameters(13'000'000'000), QStringLiteral("13 B"));
        QCOMPARE(formatParameters(1'026'408'232'448), QStringLiteral("1.03 T"));
        QCOMPARE(formatSmallSize(Bytes(131'072)), QStringLiteral("128 KiB"));
        QCOMPARE(formatSmallSize(Bytes(640)), QStringLiteral("640 B"));
        QCOMPARE(formatSize(Bytes(31'200'000'000), SizeUnit::GB), QStringLiteral("31.2 GB"));
    }

    void parameters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("expected"); // 0 = refused
        QTest::newRow("exponent") << "13e9" << 13'000'000'000LL;
        QTest::newRow("capital B") << "13B" << 13'000'000'000LL;
        QTest::newRow("half a billion") << "0.5b" << 500'000'000LL;
        QTest::newRow("millions") << "494M" << 494'000'000LL;
        QTest::newRow("trillions") << "1.5T" << 1'500'000'000'000LL;
        QTest::newRow("spaces group") << "13 000 000 000" << 13'000'000'000LL;
        QTest::newRow("underscores group") << "13_000_000_000" << 13'000'000'000LL;
        QTest::newRow("no-break spaces group") << QStringLiteral("13\u00a0000\u202f000 000") << 13'000'000'000LL;
        QTest::newRow("space before the unit") << "7 b" << 7'000'000'000LL;
        QTest::newRow("fraction of a digit") << "1.1b" << 1'100'000'000LL;
        QTest::newRow("one") << "1" << 1LL;
        QTest::newRow("zero") << "0" << 0LL;
        QTest::newRow("negative") << "-7b" << 0LL;
        QTest::newRow("empty") << "" << 0LL;
        QTest::newRow("blank") << "   " << 0LL;
        QTest::newRow("NaN") << "nan" << 0LL;
        QTest::newRow("infinite") << "inf" << 0LL;
        QTest::newRow("overflowing exponent") << "1e400" << 0LL;
        QTest::newRow("beyond 64 bits") << "99999999999999999999999" << 0LL;
        QTest::newRow("above the limit") << "1001T" << 0LL;
        QTest::newRow("full-width digits") << QStringLiteral("\uff11\uff13b") << 0LL;
        QTest::newRow("Arabic digits") << QStringLiteral("\u0661\u0663") << 0LL;
        QTest::newRow("hexadecimal") << "0x10" << 0LL;
        QTest::newRow("a word") << "big" << 0LL;
        QTest::newRow("unit alone") << "b" << 0LL;
        QTest::newRow("two units") << "7bb" << 0LL;
        QTest::newRow("comma") << "13,000" << 0LL;
        QTest::newRow("fraction of a parameter") << "1.5" << 0LL;
        QTest::newRow("separator first") << "_7b" << 0LL;
        QTest::newRow("two separators") << "7__0" << 0LL;
        QTest::newRow("control character") << QString(QChar(7)) + QStringLiteral("7b") << 0LL;
    }
    void parameters()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, expected);
        const Result<qint64> result = parseParameters(typed, QStringLiteral("parameters"));
        QCOMPARE(result.ok() ? *result : 0, expected);
        if (!result) {
            QCOMPARE(result.error().code, QStringLiteral("bad-number"));
            QVERIFY(result.error().text.startsWith(QStringLiteral("parameters: ")));
            QVERIFY2(result.error().text.contains(QStringLiteral("13B")), "the error shows what is expected");
        }
    }

    void tokens_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("k is 1024") << "128k" << 131'072LL;
        QTest::newRow("capital K") << "8K" << 8'192LL;
        QTest::newRow("M is 1024 x 1024") << "1M" << 1'048'576LL;
        QTest::newRow("half a k") << "0.5k" << 512LL;
        QTest::newRow("plain") << "8192" << 8'192LL;
        QTest::newRow("zero") << "0" << 0LL;
        QTest::newRow("negative") << "-1" << 0LL;
        QTest::newRow("fraction of a token") << "0.3" << 0LL;
        QTest::newRow("above the limit") << "2000G" << 0LL;
    }
    void tokens()
    {
        QFETCH(QString, typed);
        const Result<qint64> result = parseTokens(typed, QStringLiteral("contextLength"));
        QTEST(result.ok() ? *result : 0, "expected");
    }

    void sizesTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("expected"); // -1 = refused
        QTest::newRow("GiB") << "80 GiB" << 85'899'345'920LL;
        QTest::newRow("GB") << "80GB" << 80'000'000'000LL;
        QTest::newRow("MiB") << "512 MiB" << 536'870'912LL;
        QTest::newRow("fraction") << "1.5 GiB" << 1'610'612'736LL;
        QTest::newRow("bytes") << "1073741824" << 1'073'741'824LL;
        QTest::newRow("nothing reserved") << "0" << 0LL;
        QTest::newRow("negative") << "-1GiB" << -1LL;
        QTest::newRow("unknown unit") << "80 GiBB" << -1LL;
        QTest::newRow("beyond 64 bits") << "99999999999 TiB" << -1LL;
        QTest::newRow("empty") << "" << -1LL;
    }
    void sizesTyped()
    {
        QFETCH(QString, typed);
        const Result<Bytes> result = parseSize(typed, QStringLiteral("reserve"));
        QTEST(result.ok() ? result->count() : -1, "expected");
    }
};

QTEST_APPLESS_MAIN(UnitsTest)
#include "tst_units.moc"
