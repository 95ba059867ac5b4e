// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QColor>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

/// The program as a whole: its commands, their help, and what it says where there is no display.
class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void version_data();
    void version();
    void help_data();
    void help();
    void unknown_data();
    void unknown();
    void bareSystem();
    void outputThatCannotBeWritten();
    void noDisplay();
    void snapshot();
    void snapshotWrong_data();
    void snapshotWrong();
};

void CommandsTest::version_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("--version") << "--version";
    QTest::newRow("-v") << "-v";
}

void CommandsTest::version()
{
    QFETCH(QString, option);
    const Run run = runPlimsoll({option});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QCOMPARE(run.out, QByteArray("plimsoll " PLIMSOLL_VERSION "\n"));
}

void CommandsTest::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("--help") << QStringList{"--help"} << QStringList{"estimate", "inspect", "catalog", "--version"};
    QTest::newRow("help") << QStringList{"help"} << QStringList{"estimate"};
    QTest::newRow("estimate --help") << QStringList{"estimate", "--help"} << QStringList{"--plan",
                                                                                         "--model",
                                                                                         "--parameters",
                                                                                         "--weights",
                                                                                         "--kv-cache",
                                                                                         "--engine",
                                                                                         "--engine-option",
                                                                                         "--context",
                                                                                         "--sequences",
                                                                                         "--gpu",
                                                                                         "--tp",
                                                                                         "--pp",
                                                                                         "--dp",
                                                                                         "--ep",
                                                                                         "--reserve",
                                                                                         "--json",
                                                                                         "--check",
                                                                                         "--batch",
                                                                                         "--unit",
                                                                                         "--no-user-data"};
    QTest::newRow("help estimate") << QStringList{"help", "estimate"} << QStringList{"--kv-cache"};
    QTest::newRow("inspect --help") << QStringList{"inspect", "--help"} << QStringList{"--json", "--parameters"};
    QTest::newRow("catalog -h") << QStringList{"catalog", "-h"} << QStringList{"models|gpus|formats|engines"};
    QTest::newRow("window") << QStringList{"--snapshot", "x.png", "--help"}
                            << QStringList{"--size", "--theme", "--scale"};
}

void CommandsTest::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, words);
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.status == 0 && run.err.isEmpty(), run.described().constData());
    for (const QString &word : words)
        QVERIFY2(run.out.contains(word.toUtf8()), qPrintable(word));
}

void CommandsTest::unknown_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nearly a command") << QStringList{"estimat"};
    QTest::newRow("a word") << QStringList{"hello"};
    QTest::newRow("an empty word") << QStringList{""};
    QTest::newRow("an option of no command") << QStringList{"--bogus"};
    QTest::newRow("a letter") << QStringList{"-q"};
}

void CommandsTest::unknown()
{
    QFETCH(QStringList, arguments);
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
}

void CommandsTest::bareSystem()
{
    const Run run =
        runPlimsollWith({QStringLiteral("estimate"), QStringLiteral("--parameters"), QStringLiteral("13e9")}, {},
                        QProcessEnvironment());
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    QVERIFY(run.out.contains("31.2 GB (29.1 GiB)"));
    QVERIFY2(run.err.isEmpty(), run.err.constData());
}

void CommandsTest::outputThatCannotBeWritten()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        return; // this system has no such device
    const QStringList script{QStringLiteral("-c"),
                             QStringLiteral("\"" PLIMSOLL_PROGRAM "\" catalog models --no-user-data > /dev/full")};
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), script);
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 3);
    QVERIFY(shell.readAllStandardError().startsWith("plimsoll: "));
}

void CommandsTest::noDisplay()
{
    const Run run = runPlimsollWith({}, {}, QProcessEnvironment());
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains("display"), run.err.constData());
}

void CommandsTest::snapshot()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.png"));
    const QString plan = writeFile(folder.path(), QStringLiteral("plan.json"),
                                   R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000}})");
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
    const Run run =
        runPlimsollWith({plan, QStringLiteral("--snapshot"), path, QStringLiteral("--size"), QStringLiteral("1200x800"),
                         QStringLiteral("--scale"), QStringLiteral("2"), QStringLiteral("--theme"),
                         QStringLiteral("dark"), QStringLiteral("--no-user-data")},
                        {}, environment);
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
    const QImage picture(path);
    QCOMPARE(picture.size(), QSize(2400, 1600));
    QVERIFY(QColor(picture.pixel(5, 5)).lightness() < 128);
    const Run carried =
        runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), path});
    QVERIFY2(carried.status == 0, carried.described().constData());
    QCOMPARE(at(carried.json(), QStringLiteral("plan.model.parameters")).toDouble(), 13e9);
}

void CommandsTest::snapshotWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("no file") << QStringList{"--snapshot", ""} << 2;
    QTest::newRow("not a size") << QStringList{"--snapshot", "x.png", "--size", "large"} << 2;
    QTest::newRow("half a size") << QStringList{"--snapshot", "x.png", "--size", "100x"} << 2;
    QTest::newRow("a size beyond 64 bits")
        << QStringList{"--snapshot", "x.png", "--size", "99999999999999999999x5"} << 2;
    QTest::newRow("not a theme") << QStringList{"--snapshot", "x.png", "--theme", "pink"} << 2;
    QTest::newRow("not a scale") << QStringList{"--snapshot", "x.png", "--scale", "nan"} << 2;
    QTest::newRow("a huge scale") << QStringList{"--snapshot", "x.png", "--scale", "1e9"} << 2;
    QTest::newRow("a folder that is not there") << QStringList{"--snapshot", "/nowhere/x.png"} << 3;
}

void CommandsTest::snapshotWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.complainedOnce(), run.described().constData());
    QCOMPARE(run.status, status);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
