// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinnedplan.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/sharedplan.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

/// What a picture that leaves the house says of the folders at home.
class SharedPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("HOME", "/home/anna"); }
    void paths_data();
    void paths();
    void wholePlan();
    void foundAgain();
};

void SharedPlanTest::paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("shared");
    const auto row = [](const char *name, const char *path, const char *folder, const char *shared) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(folder) << QString::fromLatin1(shared);
    };
    row("an id", "Qwen/Qwen3-8B", "/home/anna/docs", "Qwen/Qwen3-8B");
    row("an address", "https://huggingface.co/Qwen/Qwen3-8B", "/home/anna/docs",
        "https://huggingface.co/Qwen/Qwen3-8B");
    row("relative already", "../models/a.gguf", "/home/anna/docs", "../models/a.gguf");
    row("beside", "/home/anna/docs/a.gguf", "/home/anna/docs", "./a.gguf");
    row("below", "/home/anna/docs/models/a.gguf", "/home/anna/docs", "./models/a.gguf");
    row("within the home", "/home/anna/models/a.gguf", "/home/anna/work/docs", "../../models/a.gguf");
    row("within a project elsewhere", "/srv/team/models/a.gguf", "/srv/team/docs", "../models/a.gguf");
    row("from a home to another place", "/home/anna/models/a.gguf", "/srv/www", "./a.gguf");
    row("from another place to a home", "/srv/models/a.gguf", "/home/anna/docs", "./a.gguf");
    row("of somebody else", "/home/berta/models/a.gguf", "/home/anna/docs", "./a.gguf");
    row("of somebody whose name goes on", "/home/anna2/models/a.gguf", "/home/anna/docs", "./a.gguf");
    row("without a folder", "/home/anna/models/a.gguf", "", "./a.gguf");
    row("a folder with a model", "/home/anna/models/Qwen3-8B/", "", "./Qwen3-8B");
    row("not the shortest way", "/home/anna/docs/../docs//a.gguf", "/home/anna/docs/", "./a.gguf");
    row("at the root", "/a.gguf", "/home/anna/docs", "./a.gguf");
}

void SharedPlanTest::paths()
{
    QFETCH(QString, path);
    QFETCH(QString, folder);
    QFETCH(QString, shared);
    QCOMPARE(sharedPath(path, folder), shared);
    QCOMPARE(sharedPath(shared, folder), shared);
}

void SharedPlanTest::wholePlan()
{
    Plan plan;
    plan.model = NamedModel{QStringLiteral("/home/anna/models/a.gguf")};
    plan.engineOptions = {{QStringLiteral("speculativeModel"), QStringLiteral("/home/anna/models/draft")},
                          {QStringLiteral("maxNumSeqs"), 4}};
    const Plan alone = plan;
    plan.beside = {alone};
    plan.pins = Pins({{QStringLiteral("other"), alone, {}}});
    const QByteArray json = QJsonDocument(planToJson(sharedPlan(plan, {}))).toJson();
    QVERIFY2(!json.contains("anna"), json.constData());
    QCOMPARE(json.count("\"./a.gguf\""), 3);
    QCOMPARE(json.count("\"./draft\""), 3);
    QCOMPARE(sharedPlan(Plan(), {}), Plan());
}

void SharedPlanTest::foundAgain()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("models")) && QDir(folder.path()).mkpath(QStringLiteral("docs")));
    const QString model = folder.filePath(QStringLiteral("models/a.gguf"));
    QFile file(model);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Plan plan;
    plan.model = NamedModel{model};
    Plan again = sharedPlan(plan, folder.filePath(QStringLiteral("docs")));
    QVERIFY(again != plan);
    anchorModelPath(again, folder.filePath(QStringLiteral("docs")));
    QCOMPARE(again, plan);
}

QTEST_APPLESS_MAIN(SharedPlanTest)
#include "tst_sharedplan.moc"
