// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plandocumentjson.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;

namespace {

const QString kPlan = QStringLiteral("application/vnd.plimsoll.plan+json");

/// As the window saves it, with as many kinds of GPU before the schema as a plan ever has.
QByteArray savedPlan(int gpus)
{
    Plan plan;
    plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B")};
    for (int i = 0; i < gpus; ++i)
        plan.gpus.push_back({QStringLiteral("nvidia-rtx-pro-6000-blackwell-server-96gb"), 1});
    return QJsonDocument(planToJson(plan)).toJson(QJsonDocument::Indented);
}

} // namespace

/// What a desktop takes a file for, once plimsoll.mime.xml is installed.
class TestMimeType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_data.path()).mkpath(QStringLiteral("mime/packages")));
        QVERIFY(QFile::copy(QStringLiteral(PLIMSOLL_SOURCE_DIR "/packaging/linux/plimsoll.mime.xml"),
                            m_data.filePath(QStringLiteral("mime/packages/plimsoll.xml"))));
        // The types of this computer stay out.
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
        qputenv("XDG_DATA_DIRS", QFile::encodeName(m_data.filePath(QStringLiteral("none"))));
    }

    void byName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isPlan");
        QTest::newRow("own ending") << "70B.plimsoll" << true;
        QTest::newRow("both endings") << "70B.plimsoll.json" << true;
        QTest::newRow("capitals") << "70B.PLIMSOLL" << true;
        QTest::newRow("any JSON") << "70B.json" << false;
    }

    void byName()
    {
        QFETCH(QString, name);
        QFETCH(bool, isPlan);
        QCOMPARE(QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name() == kPlan, isPlan);
    }

    void byContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isPlan");
        QTest::newRow("written by hand") << QByteArray(R"({"schema": "plimsoll.plan/1", "model": "x"})") << true;
        QTest::newRow("saved") << savedPlan(1) << true;
        QTest::newRow("saved with 64 GPUs, each on its own") << savedPlan(64) << true;
        QTest::newRow("another document") << QByteArray(R"({"schema": "plimsoll.estimate/1"})") << false;
        QTest::newRow("a sentence about plans") << QByteArray(R"(See "plimsoll.plan/1")") << false;
    }

    void byContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isPlan);
        QCOMPARE(QMimeDatabase().mimeTypeForData(content).name() == kPlan, isPlan);
    }

    void isJsonToOthers()
    {
        QVERIFY(QMimeDatabase().mimeTypeForName(kPlan).inherits(QStringLiteral("application/json")));
    }

private:
    QTemporaryDir m_data;
};

QTEST_GUILESS_MAIN(TestMimeType)
#include "tst_mimetype.moc"
