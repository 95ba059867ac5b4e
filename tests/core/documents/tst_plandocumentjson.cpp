// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plandocumentjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace plimsoll;

/// Plans to documents and back; what is wrong in a document is named by its field.
class PlanDocumentJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheSchemaIsNeeded();
    void everyField();
    void roundTrip_data();
    void roundTrip();
    void unknownFieldsStay();
    void unknownFieldsOfAModelGoWithIt();
    void writesOnlyWhatThePlanSays();
    void minorVersions_data();
    void minorVersions();
    void mistakes_data();
    void mistakes();
    void message();
    void nesting();
};

namespace {

QByteArray planOf(const QByteArray &fields)
{
    return "{\"schema\": \"plimsoll.plan/1\"" + (fields.isEmpty() ? QByteArray() : ", " + fields) + "}";
}

Result<Plan> read(const QByteArray &fields)
{
    return planFromBytes(planOf(fields), QStringLiteral("plan.json"));
}

} // namespace

void PlanDocumentJsonTest::onlyTheSchemaIsNeeded()
{
    const Result<Plan> plan = read({});
    QVERIFY(plan.ok());
    QVERIFY(*plan == Plan());
}

void PlanDocumentJsonTest::everyField()
{
    const Result<Plan> plan = read(R"("name": "chat", "model": "Qwen/Qwen2.5-7B-Instruct", "weights": "fp8",
        "kvCache": {"k": "fp16", "v": "fp8"},
        "engine": {"id": "vllm", "version": "0.19", "options": {"enforceEager": true}},
        "contextLength": 32768, "sequences": 12,
        "gpus": [{"id": "a", "count": 2}, {"id": "b"}],
        "parallel": {"tensor": 3, "pipeline": 1, "data": 1, "expert": 3}, "reserve": "1 GiB")");
    QVERIFY2(plan.ok(), qPrintable(plan.ok() ? QString() : plan.error().text));
    QCOMPARE(plan->name, QStringLiteral("chat"));
    QCOMPARE(std::get<NamedModel>(plan->model).id, QStringLiteral("Qwen/Qwen2.5-7B-Instruct"));
    QCOMPARE(plan->weights, QStringLiteral("fp8"));
    QCOMPARE(plan->kvKeys, QStringLiteral("fp16"));
    QCOMPARE(plan->kvValues, QStringLiteral("fp8"));
    QCOMPARE(plan->engine, QStringLiteral("vllm"));
    QCOMPARE(plan->engineVersion, QStringLiteral("0.19"));
    QCOMPARE(plan->engineOptions, (QJsonObject{{QStringLiteral("enforceEager"), true}}));
    QCOMPARE(plan->contextLength, std::optional<qint64>(32768));
    QCOMPARE(plan->sequences, std::optional<qint64>(12));
    QVERIFY((plan->gpus == std::vector<GpuChoice>{{QStringLiteral("a"), 2}, {QStringLiteral("b"), 1}}));
    QVERIFY(plan->parallel == (Parallel{3, 1, 1, 3}));
    QCOMPARE(plan->reserve.count(), Q_INT64_C(1) << 30);
    QVERIFY(plan->unknown.isEmpty());
}

void PlanDocumentJsonTest::roundTrip_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a size") << QByteArray(R"("model": {"parameters": 13000000000})");
    QTest::newRow("a size as people write it") << QByteArray(R"("model": {"parameters": 13e9})");
    QTest::newRow("the largest size") << QByteArray(R"("model": {"parameters": 1000000000000000})");
    QTest::newRow("a config") << QByteArray(
        R"("model": {"config": {"hidden_size": 4096, "rope": {"factor": 8.5}, "x": [1, null]}})");
    QTest::newRow("half a cache") << QByteArray(R"("kvCache": {"k": "fp8"})");
    QTest::newRow("engine version alone") << QByteArray(R"("engine": {"version": "0.19"})");
    QTest::newRow("options") << QByteArray(
        R"("engine": {"options": {"a": 0.1, "b": 9007199254740993, "c": "x", "d": false}})");
    QTest::newRow("GPUs") << QByteArray(R"("gpus": [{"id": "a", "count": 4}, {"id": "a"}])");
    QTest::newRow("half a layout") << QByteArray(R"("parallel": {"pipeline": 2})");
    QTest::newRow("reserve beyond 2^53") << QByteArray(R"("reserve": 9007199254740993)");
    QTest::newRow("unknown fields") << QByteArray(
        R"("zeta": 1, "alpha": {"b": [true]}, "engine": {"id": "x", "note": 1},
        "kvCache": {"note": 2}, "parallel": {"note": 3}, "gpus": [{"id": "a", "note": 4}, {"id": "a"}, {"id": "a", "note": 5}])");
}

void PlanDocumentJsonTest::roundTrip()
{
    QFETCH(QByteArray, fields);
    const Result<Plan> plan = read(fields);
    QVERIFY2(plan.ok(), qPrintable(plan.ok() ? QString() : plan.error().text));
    const QJsonObject document = planToJson(*plan);
    const Result<Plan> again = planFromBytes(QJsonDocument(document).toJson(), QStringLiteral("again"));
    QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().text));
    QCOMPARE(planToJson(*again), document);
    if (!fields.contains("note")) // kept places of list entries may move
        QVERIFY(*again == *plan);
}

void PlanDocumentJsonTest::unknownFieldsStay()
{
    const Result<Plan> read1 = read(R"("zeta": {"deep": [1, 2]}, "engine": {"id": "vllm", "note": "kept"},
        "gpus": [{"id": "a", "rack": 7}, {"id": "b"}], "parallel": {"tensor": 2, "sequence": true})");
    QVERIFY(read1.ok());
    Plan plan = *read1;
    plan.engine = QStringLiteral("sglang");
    const QJsonObject document = planToJson(plan);
    QCOMPARE(document[QStringLiteral("zeta")][QStringLiteral("deep")].toArray(), (QJsonArray{1, 2}));
    QCOMPARE(document[QStringLiteral("engine")][QStringLiteral("id")].toString(), QStringLiteral("sglang"));
    QCOMPARE(document[QStringLiteral("engine")][QStringLiteral("note")].toString(), QStringLiteral("kept"));
    QCOMPARE(document[QStringLiteral("gpus")].toArray().at(0)[QStringLiteral("rack")].toInt(), 7);
    QVERIFY(document[QStringLiteral("gpus")].toArray().at(1)[QStringLiteral("rack")].isUndefined());
    QCOMPARE(document[QStringLiteral("parallel")][QStringLiteral("sequence")].toBool(), true);
}

void PlanDocumentJsonTest::unknownFieldsOfAModelGoWithIt()
{
    const Result<Plan> read1 = read(R"("model": {"parameters": 7000000000, "note": "kept"})");
    QVERIFY(read1.ok());
    Plan plan = *read1;
    QCOMPARE(planToJson(plan)[QStringLiteral("model")][QStringLiteral("note")].toString(), QStringLiteral("kept"));
    plan.model = NamedModel{QStringLiteral("a/b")};
    QCOMPARE(planToJson(plan)[QStringLiteral("model")], QJsonValue(QStringLiteral("a/b")));
}

void PlanDocumentJsonTest::writesOnlyWhatThePlanSays()
{
    Plan plan;
    plan.model = FreeSize{1};
    QCOMPARE(planToJson(plan).keys(), (QStringList{QStringLiteral("model"), QStringLiteral("schema")}));
    plan.contextLength = 1;
    QCOMPARE(planToJson(plan).keys(),
             (QStringList{QStringLiteral("contextLength"), QStringLiteral("model"), QStringLiteral("schema")}));
}

void PlanDocumentJsonTest::minorVersions_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("code");
    QTest::newRow("1") << QByteArray("plimsoll.plan/1") << QString();
    QTest::newRow("1.4") << QByteArray("plimsoll.plan/1.4") << QString();
    QTest::newRow("2") << QByteArray("plimsoll.plan/2") << "newer-schema";
    QTest::newRow("11.0") << QByteArray("plimsoll.plan/11.0") << "newer-schema";
    QTest::newRow("0") << QByteArray("plimsoll.plan/0") << "not-a-plan";
    QTest::newRow("-1") << QByteArray("plimsoll.plan/-1") << "not-a-plan";
    QTest::newRow("none") << QByteArray("plimsoll.plan/") << "not-a-plan";
    QTest::newRow("another document") << QByteArray("plimsoll.model/1") << "not-a-plan";
    QTest::newRow("another program") << QByteArray("x") << "not-a-plan";
}

void PlanDocumentJsonTest::minorVersions()
{
    QFETCH(QByteArray, schema);
    QFETCH(QString, code);
    const Result<Plan> plan = planFromBytes("{\"schema\": \"" + schema + "\"}", QStringLiteral("plan.json"));
    QCOMPARE(plan.ok() ? QString() : plan.error().code, code);
}

void PlanDocumentJsonTest::mistakes_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *fields, const char *field) {
        QTest::newRow(fields) << QByteArray(fields) << QString::fromLatin1(field);
    };
    row(R"("name": 1)", "name");
    row(R"("model": 1)", "model");
    row(R"("model": [])", "model");
    row(R"("model": " ")", "model");
    row(R"("model": {"parameters": 0})", "model.parameters");
    row(R"("model": {"parameters": 1000000000000001})", "model.parameters");
    row(R"("model": {"parameters": 0.5})", "model.parameters");
    row(R"("model": {"config": 1})", "model.config");
    row(R"("weights": [])", "weights");
    row(R"("kvCache": [])", "kvCache");
    row(R"("kvCache": {"v": 1})", "kvCache.v");
    row(R"("engine": {"id": 1})", "engine.id");
    row(R"("engine": {"version": ""})", "engine.version");
    row(R"("engine": {"options": "x"})", "engine.options");
    row(R"("contextLength": 0)", "contextLength");
    row(R"("contextLength": 1099511627777)", "contextLength");
    row(R"("contextLength": 9223372036854775808)", "contextLength");
    row(R"("contextLength": -9223372036854775808)", "contextLength");
    row(R"("contextLength": "8192")", "contextLength");
    row(R"("sequences": 1.5)", "sequences");
    row(R"("gpus": "a")", "gpus");
    row(R"("gpus": [{"id": "a"}, 1])", "gpus[1]");
    row(R"("gpus": [{"id": "a"}, {"id": ""}])", "gpus[1].id");
    row(R"("gpus": [{"id": "a", "count": 1025}])", "gpus[0].count");
    row(R"("gpus": [{"id": "a", "count": true}])", "gpus[0].count");
    row(R"("parallel": {"expert": -1})", "parallel.expert");
    row(R"("reserve": -1)", "reserve");
    row(R"("reserve": 0.5)", "reserve");
}

void PlanDocumentJsonTest::mistakes()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, field);
    const Result<Plan> plan = read(fields);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().field, field);
    QCOMPARE(plan.error().kind, ErrorKind::File);
    QVERIFY2(plan.error().text.startsWith(QStringLiteral("plan.json: ") + field), qPrintable(plan.error().text));
}

void PlanDocumentJsonTest::message()
{
    const Result<Plan> plan = read(R"("contextLength": "abc")");
    QVERIFY(!plan.ok());
    QVERIFY2(plan.error().text.contains(QStringLiteral("contextLength: expected a whole number from 1"))
                 && plan.error().text.contains(QStringLiteral("got \"abc\"")),
             qPrintable(plan.error().text));
}

void PlanDocumentJsonTest::nesting()
{
    const QByteArray opened = QByteArray("{\"a\":").repeated(100000);
    const QList<QByteArray> deep{opened, opened + "1" + QByteArray(100000, '}'), QByteArray(100000, '[')};
    for (const QByteArray &json : deep) {
        const Result<Plan> plan = planFromBytes(json, QStringLiteral("plan.json"));
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().code, QStringLiteral("too-deep"));
    }
}

QTEST_GUILESS_MAIN(PlanDocumentJsonTest)
#include "tst_plandocumentjson.moc"
