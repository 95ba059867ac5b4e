// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/fieldslider.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/workloadpanel.h"
#include "ui/documents/autosave.h"
#include "ui/documents/documentstore.h"
#include "ui/documents/recentmenu.h"
#include "ui/documents/unsavedquestion.h"
#include "ui/documents/unsavedwork.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"
#include "ui/settings.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

/// Plans as documents in the window: new, open, save, recent, dropped, closed with changes, and back after a crash.
class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void titleTellsNameAndChange();
    void newAsksOnlyWhenChanged();
    void openingAsks();
    void droppedPlanAsks();
    void closingAsks_data();
    void closingAsks();
    void untouchedClosesAtOnce();
    void savingAnUnnamedPlanAsksWhere();
    void recentFiles();
    void recentFileThatIsGone();
    void lastFileComesBack();
    void lastFileThatIsGone();
    void discardedChangesAreNotRemembered();
    void crashLosesNothing();
    void restoredChangesCanBeDiscarded();
    void anotherPlanWasAskedFor();
    void brokenSettingsAreSetAside();

private:
    void change(qint64 users);
    void drop(const QString &file);
    void answer(QMessageBox::StandardButton button);
    void typeFileName(const QString &file);
    QString planFile(const QString &name, qint64 users);
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<Settings> settings() const
    {
        return std::make_unique<Settings>(path(QStringLiteral("window.ini")));
    }
    void trigger(ActionId id);
    void startAgain();

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void DocumentsTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void DocumentsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    startAgain();
}

void DocumentsTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void DocumentsTest::startAgain()
{
    cleanup();
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DocumentsTest::trigger(ActionId id)
{
    (*m_window->actions())[id]->trigger();
    m_document->flush();
}

void DocumentsTest::change(qint64 users)
{
    QLineEdit *field = m_window->planPanel()->workload()->users()->field();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::number(users));
    QTest::keyClick(field, Qt::Key_Return);
    m_document->flush();
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(users));
}

void DocumentsTest::drop(const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

/// Answers the question, which has to be there.
void DocumentsTest::answer(QMessageBox::StandardButton button)
{
    auto *question = m_window->findChild<UnsavedQuestion *>();
    QVERIFY(question && question->isVisible());
    QTest::mouseClick(question->button(button), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<UnsavedQuestion *>());
    m_document->flush();
}

/// Into the file dialog, which has to be there.
void DocumentsTest::typeFileName(const QString &file)
{
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(line);
    line->selectAll();
    const bool isHere = dialog->directory() == QFileInfo(file).dir(); // a typed "/" would lead elsewhere
    QTest::keyClicks(line, isHere ? QFileInfo(file).fileName() : file);
    if (line->completer() && line->completer()->popup()->isVisible())
        QTest::keyClick(line->completer()->popup(), Qt::Key_Escape);
    auto *buttons = dialog->findChild<QDialogButtonBox *>();
    const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
    QPushButton *take = buttons->button(saves ? QDialogButtonBox::Save : QDialogButtonBox::Open);
    QTRY_VERIFY(take->isEnabled());
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
}

QString DocumentsTest::planFile(const QString &name, qint64 users)
{
    Plan plan = PlanDocument::startPlan();
    plan.sequences = users;
    return savePlanFile(path(name), plan) ? QString() : path(name);
}

void DocumentsTest::titleTellsNameAndChange()
{
    QVERIFY2(m_window->windowTitle().contains(QStringLiteral("Llama 3.1 8B")), qPrintable(m_window->windowTitle()));
    QVERIFY(!m_window->isWindowModified());
    change(2);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->savePlan(path(QStringLiteral("two.plimsoll"))));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("two.plimsoll[*] - Plimsoll"));
    QVERIFY(!m_window->isWindowModified());
    change(3);
    QVERIFY(m_window->isWindowModified());
    trigger(ActionId::Undo);
    QVERIFY(!m_window->isWindowModified());
}

void DocumentsTest::newAsksOnlyWhenChanged()
{
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("a.plimsoll"), 5)));
    trigger(ActionId::New);
    QVERIFY(!m_window->findChild<UnsavedQuestion *>());
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    QVERIFY(m_window->store()->path().isEmpty());
    change(2);
    trigger(ActionId::New);
    answer(QMessageBox::Cancel);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(2));
    trigger(ActionId::New);
    answer(QMessageBox::Discard);
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    QVERIFY(!m_document->undoStack()->canUndo());
}

void DocumentsTest::openingAsks()
{
    const QString file = planFile(QStringLiteral("a.plimsoll"), 5);
    QVERIFY(m_window->savePlan(path(QStringLiteral("mine.plimsoll"))));
    change(2);
    trigger(ActionId::Open);
    typeFileName(file);
    answer(QMessageBox::Save);
    QCOMPARE(loadPlanFile(path(QStringLiteral("mine.plimsoll")))->sequences, std::optional<qint64>(2));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(5));
    QCOMPARE(m_window->store()->path(), file);
}

void DocumentsTest::droppedPlanAsks()
{
    const QString file = planFile(QStringLiteral("a.plimsoll"), 5);
    change(2);
    drop(file);
    answer(QMessageBox::Cancel);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(2));
    drop(file);
    answer(QMessageBox::Discard);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(5));
    drop(planFile(QStringLiteral("b.json"), 6));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(6));
}

void DocumentsTest::closingAsks_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<qint64>("users");
    QTest::newRow("save") << QMessageBox::Save << true << qint64(2);
    QTest::newRow("discard") << QMessageBox::Discard << true << qint64(5);
    QTest::newRow("cancel") << QMessageBox::Cancel << false << qint64(5);
}

void DocumentsTest::closingAsks()
{
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(bool, closes);
    QFETCH(qint64, users);
    const QString file = planFile(QStringLiteral("a.plimsoll"), 5);
    const QString unsaved = path(QStringLiteral("unsaved"));
    m_window->keepUnsaved(unsaved);
    QVERIFY(m_window->openPlan(file));
    change(2);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    answer(button);
    QCOMPARE(m_window->isVisible(), !closes);
    QCOMPARE(loadPlanFile(file)->sequences, std::optional<qint64>(users));
    m_window.reset();
    QCOMPARE(findUnsavedWork(unsaved).newest.has_value(), !closes);
}

void DocumentsTest::untouchedClosesAtOnce()
{
    change(2);
    trigger(ActionId::Undo);
    QVERIFY(m_window->close());
    QVERIFY(!m_window->findChild<UnsavedQuestion *>());
}

void DocumentsTest::savingAnUnnamedPlanAsksWhere()
{
    change(2);
    QVERIFY(!m_window->close());
    answer(QMessageBox::Save);
    typeFileName(path(QStringLiteral("typed")));
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(loadPlanFile(path(QStringLiteral("typed.plimsoll")))->sequences, std::optional<qint64>(2));
}

void DocumentsTest::recentFiles()
{
    m_window->remember(settings());
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("a&b.plimsoll"), 5)));
    QVERIFY(m_window->savePlan(path(QStringLiteral("c.plimsoll"))));
    RecentMenu *menu = m_window->recentMenu();
    QCOMPARE(menu->files(), QStringList({path(QStringLiteral("c.plimsoll")), path(QStringLiteral("a&b.plimsoll"))}));
    QVERIFY(menu->actions().at(1)->text().contains(QStringLiteral("a&&b.plimsoll")));
    QCOMPARE((*m_window->actions())[ActionId::OpenRecent]->menu(), menu);
    menu->actions().at(1)->trigger();
    QCOMPARE(m_window->store()->path(), path(QStringLiteral("a&b.plimsoll")));
    startAgain();
    m_window->remember(settings());
    QCOMPARE(m_window->recentMenu()->files().size(), 2);
    m_window->recentMenu()->actions().last()->trigger(); // "Clear list"
    QVERIFY(m_window->recentMenu()->files().isEmpty());
    m_window.reset();
    QVERIFY(settings()->recentFiles().isEmpty());
}

void DocumentsTest::recentFileThatIsGone()
{
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("gone.plimsoll"), 5)));
    QVERIFY(m_window->savePlan(path(QStringLiteral("c.plimsoll"))));
    QVERIFY(QFile::remove(path(QStringLiteral("gone.plimsoll"))));
    RecentMenu *menu = m_window->recentMenu();
    menu->popup(m_window->mapToGlobal(QPoint(20, 20)));
    QTRY_VERIFY(menu->actions().at(1)->text().contains(QStringLiteral("not there")));
    QVERIFY(!menu->actions().at(0)->text().contains(QStringLiteral("not there")));
    menu->close();
    menu->actions().at(1)->trigger();
    QVERIFY(m_window->fileNotice()->text().contains(QStringLiteral("gone.plimsoll")));
    QCOMPARE(m_window->store()->path(), path(QStringLiteral("c.plimsoll")));
}

void DocumentsTest::lastFileComesBack()
{
    m_window->remember(settings());
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("a.plimsoll"), 5)));
    QVERIFY(m_window->close());
    startAgain();
    m_window->remember(settings());
    QCOMPARE(m_window->store()->path(), path(QStringLiteral("a.plimsoll")));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(5));
    QVERIFY(!m_document->undoStack()->canUndo());
}

void DocumentsTest::lastFileThatIsGone()
{
    m_window->remember(settings());
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("a.plimsoll"), 5)));
    QVERIFY(m_window->close());
    QVERIFY(QFile::remove(path(QStringLiteral("a.plimsoll"))));
    startAgain();
    m_window->remember(settings());
    QVERIFY(m_window->fileNotice()->text().contains(QStringLiteral("a.plimsoll")));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(5));
    QVERIFY(m_window->store()->path().isEmpty());
}

void DocumentsTest::discardedChangesAreNotRemembered()
{
    m_window->remember(settings());
    change(2);
    QVERIFY(!m_window->close());
    answer(QMessageBox::Discard);
    QVERIFY(!m_window->isVisible());
    startAgain();
    m_window->remember(settings());
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
}

/// The window goes away without closing, as when the program is killed.
void DocumentsTest::crashLosesNothing()
{
    const QString file = planFile(QStringLiteral("a.plimsoll"), 5);
    m_window->remember(settings());
    m_window->keepUnsaved(path(QStringLiteral("unsaved")));
    QVERIFY(m_window->unsavedNotice()->isHidden());
    QVERIFY(m_window->openPlan(file));
    change(6);
    change(7);
    startAgain();
    m_window->remember(settings());
    m_window->keepUnsaved(path(QStringLiteral("unsaved")));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(7));
    QCOMPARE(m_window->store()->path(), file);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->unsavedNotice()->isVisible());
    QVERIFY(m_window->unsavedNotice()->text().contains(QStringLiteral("a.plimsoll")));
    trigger(ActionId::Undo);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(6));
    trigger(ActionId::Redo);
    QVERIFY(m_window->savePlan(file));
    QVERIFY(m_window->unsavedNotice()->isHidden());
    QCOMPARE(loadPlanFile(file)->sequences, std::optional<qint64>(7));
}

void DocumentsTest::restoredChangesCanBeDiscarded()
{
    m_window->keepUnsaved(path(QStringLiteral("unsaved")));
    change(7);
    startAgain();
    m_window->keepUnsaved(path(QStringLiteral("unsaved")));
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(7));
    QTest::mouseClick(m_window->unsavedNotice()->secondButton(), Qt::LeftButton);
    m_document->flush();
    QVERIFY(m_window->unsavedNotice()->isHidden());
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    trigger(ActionId::Undo); // it was clicked by mistake
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(7));
}

/// A plan that was opened by a double click is shown; what was found waits until it is asked for.
void DocumentsTest::anotherPlanWasAskedFor()
{
    const QString unsaved = path(QStringLiteral("unsaved"));
    m_window->keepUnsaved(unsaved);
    change(7);
    startAgain();
    QVERIFY(m_window->openPlan(planFile(QStringLiteral("a.plimsoll"), 5)));
    m_window->keepUnsaved(unsaved, true);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(5));
    QVERIFY(m_window->unsavedNotice()->isVisible());
    QTest::mouseClick(m_window->unsavedNotice()->firstButton(), Qt::LeftButton); // "Later"
    QVERIFY(findUnsavedWork(unsaved).newest.has_value());

    startAgain();
    QVERIFY(m_window->openPlan(path(QStringLiteral("a.plimsoll"))));
    m_window->keepUnsaved(unsaved, true);
    QTest::mouseClick(m_window->unsavedNotice()->secondButton(), Qt::LeftButton); // "Restore"
    m_document->flush();
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(7));
    QVERIFY(m_window->store()->path().isEmpty());
    QCOMPARE(loadPlanFile(path(QStringLiteral("a.plimsoll")))->sequences, std::optional<qint64>(5));
}

void DocumentsTest::brokenSettingsAreSetAside()
{
    QFile file(path(QStringLiteral("window.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[view\ntheme dark, please\n");
    file.close();
    m_window->remember(settings());
    QVERIFY(m_window->fileNotice()->isVisible());
    QVERIFY2(m_window->fileNotice()->text().contains(QStringLiteral("window.ini.broken-")),
             qPrintable(m_window->fileNotice()->text()));
    QVERIFY(m_window->close());
    QVERIFY(settings()->setAsideAs().isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("window.ini.broken-*")}).size(), 1);
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::DocumentsTest)
#include "tst_documents.moc"
