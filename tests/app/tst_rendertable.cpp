// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

const QStringList kRule{QStringLiteral("--parameters"), QStringLiteral("13B"), QStringLiteral("--weights"),
                        QStringLiteral("fp16")};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// plimsoll render where it writes tables; what stands in them is compared in read_tables.py.
class RenderTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand_data();
    void byHand();
    void ofAChart();
    void standardOutput();
    void caption();
    void wrong_data();
    void wrong();
    void oldFileStays();

private:
    QTemporaryDir m_folder;
};

void RenderTableTest::byHand_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArrayList>("says");
    // 13e9 parameters x 2 bytes = 26.0e9, a fifth of that for all else: 31.2e9 bytes, which are 29.06 GiB.
    QTest::newRow("csv") << QStringLiteral("t.csv")
                         << QByteArrayList{"\r\nfp16,16 bits on all parameters,26000000000,0,0,0,0,0,5200000000,"
                                           "31200000000,"};
    QTest::newRow("markdown") << QStringLiteral("t.md")
                              << QByteArrayList{"| FP16 (this plan) | 16 bits on all parameters | 26.0 | 5.20 | 31.2 |",
                                                "| Weights, GB | Overhead, GB | In all, GB |"};
    QTest::newRow("html") << QStringLiteral("t.HTML")
                          << QByteArrayList{">FP16 (this plan)</td>", ">31.2</td>", ">In all, GB</th>"};
}

void RenderTableTest::byHand()
{
    QFETCH(QString, file);
    QFETCH(QByteArrayList, says);
    const QString path = m_folder.filePath(file);
    const Run run = runPlimsoll(
        QStringList{QStringLiteral("render"), path, QStringLiteral("--unit"), QStringLiteral("GB")} + kRule);
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
    QCOMPARE(QString::fromUtf8(run.out), path + QLatin1Char('\n'));
    const QByteArray written = contentOf(path);
    for (const QByteArray &each : std::as_const(says))
        QVERIFY2(written.contains(each), written.constData());
}

/// --chart names the table of that chart; --table wins over it.
void RenderTableTest::ofAChart()
{
    const auto header = [&](const QStringList &options) {
        const QString path = m_folder.filePath(QStringLiteral("chart.csv"));
        const Run run = runPlimsoll(QStringList{QStringLiteral("render"), path} + options);
        return run.status == 0 ? contentOf(path).split('\n').constFirst() : run.described();
    };
    QVERIFY(header({QStringLiteral("--chart"), QStringLiteral("context")}).startsWith("context_tokens,weights_bytes,"));
    QVERIFY(header({QStringLiteral("--chart"), QStringLiteral("context"), QStringLiteral("--table"),
                    QStringLiteral("gpus")})
                .startsWith("gpu,gpus,stage,"));
    QVERIFY(header({}).startsWith("precision,stored_as,"));
}

void RenderTableTest::standardOutput()
{
    const Run run =
        runPlimsoll(QStringList{QStringLiteral("render"), QStringLiteral("-"), QStringLiteral("--as"),
                                QStringLiteral("csv"), QStringLiteral("--table"), QStringLiteral("breakdown")}
                    + kRule);
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
    QVERIFY(run.out.startsWith("item,fullest_gpu_bytes,total_bytes,"));
    QVERIFY2(run.out.endsWith("total,31200000000,31200000000,100,0,\r\n"), run.out.constData());
}

void RenderTableTest::caption()
{
    const auto made = [&](const QStringList &options) {
        return runPlimsoll(QStringList{QStringLiteral("render"), QStringLiteral("-"), QStringLiteral("--as"),
                                       QStringLiteral("md")}
                           + kRule + options)
            .out;
    };
    QVERIFY(made({}).contains("*13 B parameters, weights FP16, Rule of thumb. Plimsoll " PLIMSOLL_VERSION));
    QVERIFY(!made({QStringLiteral("--no-caption")}).contains("catalog of"));
}

void RenderTableTest::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const QString out = m_folder.filePath(QStringLiteral("never.csv"));
    QTest::newRow("no such table") << QStringList{out, "--table", "pie"} << 2
                                   << QByteArray("breakdown, precisions, context");
    QTest::newRow("no table of that chart") << QStringList{out, "--chart", "pie"} << 2 << QByteArray("--chart");
    QTest::newRow("a table as a picture")
        << QStringList{m_folder.filePath(QStringLiteral("never.svg")), "--table", "gpus"} << 2
        << QByteArray(".csv, .md or .html");
    QTest::newRow("standard output as nothing") << QStringList{"-"} << 2 << QByteArray("--as");
    QTest::newRow("as what is none") << QStringList{"-", "--as", "xlsx"} << 2 << QByteArray("csv, md, html");
    QTest::newRow("a unit that is none") << QStringList{out, "--unit", "MB"} << 2 << QByteArray("--unit");
    QTest::newRow("an unknown GPU") << QStringList{out, "--gpu", "h1000"} << 2 << QByteArray("--gpu");
    QTest::newRow("a folder that is not there")
        << QStringList{m_folder.filePath(QStringLiteral("nowhere/a.csv"))} << 3 << QByteArray("nowhere");
}

void RenderTableTest::wrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Run run = runPlimsoll(QStringList{QStringLiteral("render")} + arguments);
    QVERIFY2(run.ended && run.status == status && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains(says), run.described().constData());
    for (const char *file : {"never.csv", "never.svg"})
        QVERIFY(!QFile::exists(m_folder.filePath(QLatin1String(file))));
}

void RenderTableTest::oldFileStays()
{
    const QString path = writeFile(m_folder.path(), QStringLiteral("old.csv"), "old");
    QCOMPARE(runPlimsoll({QStringLiteral("render"), path, QStringLiteral("--gpu"), QStringLiteral("h1000")}).status, 2);
    QCOMPARE(contentOf(path), QByteArray("old"));
}

QTEST_GUILESS_MAIN(RenderTableTest)
#include "tst_rendertable.moc"
