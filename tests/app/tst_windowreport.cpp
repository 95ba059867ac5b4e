// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/reports/reportmaker.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

namespace {

const QByteArray kPlan =
    "{\"schema\": \"plimsoll.plan/1\", \"name\": \"Chat\", \"model\": \"meta-llama/Llama-3.1-8B-Instruct\", "
    "\"engine\": {\"id\": \"vllm\", \"version\": \"0.19.0\"}, \"contextLength\": 16384, \"sequences\": 4, "
    "\"gpus\": [{\"id\": \"nvidia-l4-24gb\", \"count\": 2}]}";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Reports from the window beside those of the command line.
class WindowReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void sameBytes_data();
    void sameBytes();
    void throughTheDialog();
    void unit();
    void whatFails();
    void withoutACommand();

private:
    QTemporaryDir m_folder;
    QString m_plan;
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void WindowReportTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    // Numbers of the window are German, those of reports are not.
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    m_plan = writeFile(m_folder.path(), QStringLiteral("chat.plimsoll"), kPlan);
}

void WindowReportTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->setReportCommand({QStringLiteral(PLIMSOLL_PROGRAM), {QStringLiteral("--no-user-data")}});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->openPlan(m_plan));
}

void WindowReportTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void WindowReportTest::sameBytes_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("html") << QStringLiteral("html");
    QTest::newRow("markdown") << QStringLiteral("md");
}

void WindowReportTest::sameBytes()
{
    QFETCH(QString, ending);
    QTemporaryDir window, command;
    const QString name = QStringLiteral("report.") + ending;
    m_window->saveReport(window.filePath(name));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(window.filePath(name)), 30000);
    const Run run = runPlimsoll({QStringLiteral("report"), m_plan, QStringLiteral("-o"), command.filePath(name)});
    QVERIFY2(run.status == 0, run.described().constData());
    const QStringList files = QDir(command.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(QDir(window.path()).entryList(QDir::Files, QDir::Name), files);
    for (const QString &file : files)
        QVERIFY2(contentOf(window.filePath(file)) == contentOf(command.filePath(file)), qPrintable(file));
}

void WindowReportTest::throughTheDialog()
{
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    const QString path = m_folder.filePath(QStringLiteral("typed"));
    name->setText(path); // typed, it would be completed with whatever lies there
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(path + QStringLiteral(".html")).contains("<h1>Chat</h1>"), 30000);
}

void WindowReportTest::unit()
{
    m_window->setUnit(SizeUnit::GB);
    const QString path = m_folder.filePath(QStringLiteral("gb.md"));
    m_window->saveReport(path);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 30000);
    const QByteArray report = contentOf(path);
    QVERIFY(report.contains(" GB |") && !report.contains(" GiB |"));
}

void WindowReportTest::whatFails()
{
    m_window->saveReport(m_folder.filePath(QStringLiteral("nowhere/report.html")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->fileNotice()->isHidden(), 30000);
    m_window->setReportCommand({m_folder.filePath(QStringLiteral("no-program")), {}});
    m_window->fileNotice()->clear();
    m_window->saveReport(m_folder.filePath(QStringLiteral("never.html")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->fileNotice()->isHidden(), 30000);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("never.html"))));
}

void WindowReportTest::withoutACommand()
{
    MainWindow window(m_document.get());
    QVERIFY(!(*window.actions())[ActionId::SaveReport]->isEnabled());
    QVERIFY((*m_window->actions())[ActionId::SaveReport]->isEnabled());
    window.continueFrom(*m_window); // as another language does
    QVERIFY((*window.actions())[ActionId::SaveReport]->isEnabled());
}

QTEST_MAIN(WindowReportTest)
#include "tst_windowreport.moc"
