// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinedits.h"
#include "core/planning/plandocumentjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

/// Pinned plans: in and out of a document, and what a person does with them.
class PinsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAndWritten();
    void unknownFieldsStay();
    void whatAPinIsComparedWithIsKept();
    void mistakes_data();
    void mistakes();
    void tooMany();
    void relativePathsOfModels();
    void edits();
    void ofNoPinNothingChanges();
    void backUnderTheNameAndPinsOfNow();
};

namespace {

const QByteArray kPinned = R"({"schema": "plimsoll.plan/1", "weights": "int4", "contextLength": 4096})";

Result<Plan> read(const QByteArray &compare)
{
    return planFromBytes("{\"schema\": \"plimsoll.plan/1\", \"compare\": " + compare + "}",
                         QStringLiteral("plan.json"));
}

Plan planNamed(const char *names)
{
    Plan plan;
    for (const char *name = names; *name; ++name) {
        plan.contextLength = 1000 + (name - names);
        plan = withPin(plan, QString(QLatin1Char(*name)));
    }
    return plan;
}

QString namesOf(const Pins &pins)
{
    QString names;
    for (const PinnedPlan &pin : pins.list())
        names += pin.name;
    return names;
}

} // namespace

void PinsTest::readAndWritten()
{
    const Result<Plan> plan =
        read("[{\"name\": \"as today\", \"plan\": " + kPinned + "}, {\"plan\": " + kPinned + "}]");
    QVERIFY2(plan.ok(), qPrintable(plan.ok() ? QString() : plan.error().text));
    QCOMPARE(plan->pins.size(), size_t(2));
    QCOMPARE(plan->pins.list()[0].name, QStringLiteral("as today"));
    QCOMPARE(plan->pins.list()[0].plan.weights, QStringLiteral("int4"));
    QCOMPARE(plan->pins.list()[0].plan.contextLength, std::optional<qint64>(4096));
    QVERIFY(plan->pins.list()[1].name.isEmpty());
    QVERIFY(plan->unknown.isEmpty());

    const QJsonObject document = planToJson(*plan);
    const Result<Plan> again = planFromBytes(QJsonDocument(document).toJson(), QStringLiteral("again"));
    QVERIFY(again.ok());
    QVERIFY(*again == *plan);
    QCOMPARE(planToJson(*again), document);
    QVERIFY(!planToJson(Plan()).contains(QStringLiteral("compare")));
    QCOMPARE(planToJson(*read("[]")).keys(), planToJson(Plan()).keys());
}

void PinsTest::unknownFieldsStay()
{
    const Result<Plan> plan =
        read(R"([{"name": "a", "colour": "red", "plan": {"schema": "plimsoll.plan/1", "zeta": 7}}])");
    QVERIFY(plan.ok());
    Plan changed = *plan;
    changed.pins = renamedPin(changed.pins, 0, QStringLiteral("b"));
    const QJsonValue entry = planToJson(changed)[QStringLiteral("compare")].toArray().at(0);
    QCOMPARE(entry[QStringLiteral("name")].toString(), QStringLiteral("b"));
    QCOMPARE(entry[QStringLiteral("colour")].toString(), QStringLiteral("red"));
    QCOMPARE(entry[QStringLiteral("plan")][QStringLiteral("zeta")].toInt(), 7);
}

void PinsTest::whatAPinIsComparedWithIsKept()
{
    const Result<Plan> plan =
        read("[{\"plan\": {\"schema\": \"plimsoll.plan/1\", \"compare\": [{\"plan\": " + kPinned + "}]}}]");
    QVERIFY(plan.ok());
    QVERIFY(plan->pins.list()[0].plan.pins.isEmpty());
    const QJsonValue kept = planToJson(*plan)[QStringLiteral("compare")].toArray().at(0)[QStringLiteral("plan")];
    QCOMPARE(kept[QStringLiteral("compare")].toArray().at(0)[QStringLiteral("plan")][QStringLiteral("weights")],
             QJsonValue(QStringLiteral("int4")));
    // It does not come back as pins of the plan.
    const Plan back = backToPin(*plan, 0);
    QVERIFY(back.pins == plan->pins);
    QCOMPARE(planToJson(withPin(Plan(), QString())).value(QStringLiteral("compare")).toArray().size(), 1);
    QVERIFY(back.unknown.isEmpty());
}

void PinsTest::mistakes_data()
{
    QTest::addColumn<QByteArray>("compare");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &compare, const char *field) {
        QTest::newRow(name) << compare << QString::fromLatin1(field);
    };
    row("an object", "{}", "compare");
    row("a number in the list", "[1]", "compare[0]");
    row("no plan", R"([{"name": "a"}])", "compare[0].plan");
    row("a plan that is none", R"([{"plan": 3}])", "compare[0].plan");
    row("a name that is none", "[{\"name\": 1, \"plan\": " + kPinned + "}]", "compare[0].name");
    row("no schema", R"([{"plan": {}}])", "compare[0].plan.schema");
    row("in the second", "[{\"plan\": " + kPinned + R"(}, {"plan": {"schema": "plimsoll.plan/1", "gpus": [{}]}}])",
        "compare[1].plan.gpus[0].id");
    row("a newer plan", R"([{"plan": {"schema": "plimsoll.plan/2"}}])", "compare[0].plan.schema");
}

void PinsTest::mistakes()
{
    QFETCH(QByteArray, compare);
    QFETCH(QString, field);
    const Result<Plan> plan = read(compare);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().field, field);
    QCOMPARE(plan.error().kind, ErrorKind::File);
    QVERIFY2(plan.error().text.startsWith(QStringLiteral("plan.json: compare")), qPrintable(plan.error().text));
}

void PinsTest::tooMany()
{
    const auto list = [](int count) -> QByteArray {
        return "[" + QByteArray("{\"plan\":" + kPinned + "},").repeated(count).chopped(1) + "]";
    };
    QVERIFY(read(list(1024)).ok());
    QVERIFY(!read(list(1025)).ok());
}

void PinsTest::relativePathsOfModels()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("model.gguf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Plan plan;
    plan.model = NamedModel{QStringLiteral("model.gguf")};
    plan = withPin(plan, QStringLiteral("a file"));
    anchorModelPath(plan, folder.path());
    QCOMPARE(std::get<NamedModel>(plan.pins.list()[0].plan.model).id,
             QFileInfo(folder.filePath(QStringLiteral("model.gguf"))).absoluteFilePath());
}

void PinsTest::edits()
{
    const Plan plan = planNamed("abcd");
    QCOMPARE(namesOf(plan.pins), QStringLiteral("abcd"));
    QCOMPARE(plan.pins.list()[2].plan.contextLength, std::optional<qint64>(1002));
    for (const PinnedPlan &pin : plan.pins.list())
        QVERIFY(pin.plan.pins.isEmpty());
    QCOMPARE(namesOf(movedPin(plan.pins, 0, 2)), QStringLiteral("bcad"));
    QCOMPARE(namesOf(movedPin(plan.pins, 3, 0)), QStringLiteral("dabc"));
    QCOMPARE(namesOf(movedPin(plan.pins, 1, 1)), QStringLiteral("abcd"));
    QCOMPARE(namesOf(withoutPin(plan.pins, 1)), QStringLiteral("acd"));
    QCOMPARE(namesOf(renamedPin(plan.pins, 3, QStringLiteral("z"))), QStringLiteral("abcz"));
    QCOMPARE(namesOf(plan.pins), QStringLiteral("abcd")); // what was shared is not written
    QVERIFY(withoutPin(planNamed("a").pins, 0) == Pins());
}

void PinsTest::ofNoPinNothingChanges()
{
    const Plan plan = planNamed("ab");
    QVERIFY(movedPin(plan.pins, 0, 2) == plan.pins);
    QVERIFY(movedPin(plan.pins, 2, 0) == plan.pins);
    QVERIFY(withoutPin(plan.pins, 2) == plan.pins);
    QVERIFY(renamedPin(plan.pins, 2, QStringLiteral("z")) == plan.pins);
    QVERIFY(backToPin(plan, 2) == plan);
}

void PinsTest::backUnderTheNameAndPinsOfNow()
{
    Plan plan = planNamed("ab");
    plan.name = QStringLiteral("now");
    plan.contextLength = 5;
    const Plan back = backToPin(plan, 0);
    QCOMPARE(back.contextLength, std::optional<qint64>(1000));
    QCOMPARE(back.name, QStringLiteral("now"));
    QVERIFY(back.pins == plan.pins);
}

QTEST_GUILESS_MAIN(PinsTest)
#include "tst_pins.moc"
