// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings.h"

#include "ui/plandocument.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAcrossInstances();
    void nothingThereIsTheDefaults();
    void brokenPlanIsNone_data();
    void brokenPlanIsNone();
    void unwritablePlaceIsReported();
    void liesInTheConfigLocation();
};

void SettingsTest::remembersAcrossInstances()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("deep/window.ini"));
    Plan plan = PlanDocument::startPlan();
    plan.sequences = 12;
    plan.contextLength = 131072;
    plan.unknown.insert(QStringLiteral("later"), QStringLiteral("kept; with = signs, \"quotes\" and \u00e9"));
    {
        Settings settings(file);
        settings.setLastPlan(plan);
        settings.setUnit(SizeUnit::GB);
        settings.setTheme(ThemeChoice::Dark);
        settings.setWindowGeometry(QByteArray("\0geometry\xff", 10));
        settings.setSplitterState(QStringLiteral("sides"), "state");
        settings.setLastFolder(QStringLiteral("/home/someone/plans"));
        QVERIFY(settings.save());
    }
    const Settings settings(file);
    QVERIFY(settings.lastPlan().has_value());
    QCOMPARE(*settings.lastPlan(), plan);
    QCOMPARE(settings.unit(), SizeUnit::GB);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QCOMPARE(settings.windowGeometry(), QByteArray("\0geometry\xff", 10));
    QCOMPARE(settings.splitterState(QStringLiteral("sides")), QByteArray("state"));
    QCOMPARE(settings.lastFolder(), QStringLiteral("/home/someone/plans"));
}

void SettingsTest::nothingThereIsTheDefaults()
{
    QTemporaryDir folder;
    const Settings settings(folder.filePath(QStringLiteral("window.ini")));
    QVERIFY(!settings.lastPlan().has_value());
    QCOMPARE(settings.unit(), SizeUnit::GiB);
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QVERIFY(settings.windowGeometry().isEmpty());
}

void SettingsTest::brokenPlanIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no JSON") << QByteArray("[plan]\nlast=plim\n");
    QTest::newRow("other schema") << QByteArray("[plan]\nlast=\"{\\\"schema\\\": \\\"plimsoll.plan/9\\\"}\"\n");
    QTest::newRow("binary") << QByteArray("[plan]\nlast=@ByteArray(\\x1\\x2\\xff)\n");
    QTest::newRow("no INI at all") << QByteArray(1000, '\xfe');
}

void SettingsTest::brokenPlanIsNone()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("window.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Settings settings(file.fileName());
    QVERIFY(!settings.lastPlan().has_value());
    QCOMPARE(settings.theme(), ThemeChoice::System);
}

void SettingsTest::unwritablePlaceIsReported()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("not-a-folder")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Settings settings(file.fileName() + QStringLiteral("/window.ini"));
    settings.setUnit(SizeUnit::GB);
    QVERIFY(!settings.save());
}

void SettingsTest::liesInTheConfigLocation()
{
    QVERIFY(Settings::defaultFile().endsWith(QStringLiteral("/plimsoll/window.ini")));
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::SettingsTest)
#include "tst_settings.moc"
