// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documents/autosave.h"

#include "core/files/setaside.h"
#include "ui/documents/documentstore.h"
#include "ui/plandocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

/// The copy on disk of unsaved changes: when it is there, whose it is, and what becomes of one that cannot be read.
class AutosaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_shared<const Catalog>(Catalog::builtIn()); }

    void nothingChangedIsNoFile();
    void changeIsKeptByItself();
    void savedIsGone();
    void forgottenIsGone();
    void severalWindowsKeepTheirOwn();
    void liveOwnerKeepsItsWork();
    void workOfADeadOwnerIsTakenUp();
    void deadOwnersLockIsFree();
    void foundIsTakenOnlyOnce();
    void severalAreCounted();
    void brokenIsSetAside();
    void folderThatCannotBeWrittenIsTold();
    void setAsideKeepsBoth();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

namespace {

QStringList copies(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList({QStringLiteral("*.unsaved")}, QDir::Files);
}

/// Of the plan in a copy; 0 where it cannot be read.
qint64 usersIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const Result<UnsavedState> state = unsavedFromBytes(file.readAll(), {});
    return state ? state->history.plan().sequences.value_or(0) : 0;
}

/// A window without its widgets.
struct Window {
    explicit Window(const std::shared_ptr<const Catalog> &catalog, const QTemporaryDir &folder)
        : document(catalog)
        , store(&document)
        , autosave(&document, &store, folder.path())
    {
    }

    void change(qint64 users)
    {
        document.setSequences(users);
        document.flush();
    }

    PlanDocument document;
    DocumentStore store;
    Autosave autosave;
};

} // namespace

void AutosaveTest::nothingChangedIsNoFile()
{
    QTemporaryDir folder;
    Window window(m_catalog, folder);
    window.autosave.flush();
    window.change(2);
    window.document.undoStack()->undo();
    window.document.flush();
    window.autosave.flush();
    QVERIFY(copies(folder).isEmpty());
}

void AutosaveTest::changeIsKeptByItself()
{
    QTemporaryDir folder;
    Window window(m_catalog, folder);
    window.change(2);
    QTRY_COMPARE(usersIn(window.autosave.file()), 2);
    window.change(3);
    QTRY_COMPARE(usersIn(window.autosave.file()), 3);
    QCOMPARE(copies(folder).size(), 1);
}

void AutosaveTest::savedIsGone()
{
    QTemporaryDir folder;
    Window window(m_catalog, folder);
    window.change(2);
    window.autosave.flush();
    QCOMPARE(copies(folder).size(), 1);
    QVERIFY(!window.store.save(folder.filePath(QStringLiteral("a.plimsoll"))));
    QTRY_VERIFY(copies(folder).isEmpty());
    window.change(3);
    QTRY_COMPARE(copies(folder).size(), 1);
}

void AutosaveTest::forgottenIsGone()
{
    QTemporaryDir folder;
    {
        Window window(m_catalog, folder);
        window.change(2);
        window.autosave.flush();
        window.change(3);
        window.autosave.forget();
    }
    QVERIFY(copies(folder).isEmpty());
    QVERIFY(!findUnsavedWork(folder.path()).newest);
}

void AutosaveTest::severalWindowsKeepTheirOwn()
{
    QTemporaryDir folder;
    Window one(m_catalog, folder);
    Window two(m_catalog, folder);
    one.change(2);
    two.change(3);
    one.autosave.flush();
    two.autosave.flush();
    QCOMPARE(copies(folder).size(), 2);
    QCOMPARE(usersIn(one.autosave.file()), 2);
    QCOMPARE(usersIn(two.autosave.file()), 3);
    two.autosave.forget();
    QCOMPARE(copies(folder), QStringList(QFileInfo(one.autosave.file()).fileName()));
}

void AutosaveTest::liveOwnerKeepsItsWork()
{
    QTemporaryDir folder;
    Window window(m_catalog, folder);
    window.change(2);
    window.autosave.flush();
    const FoundWork found = findUnsavedWork(folder.path());
    QVERIFY(!found.newest);
    QCOMPARE(found.more, 0);
    QCOMPARE(copies(folder).size(), 1);
}

void AutosaveTest::workOfADeadOwnerIsTakenUp()
{
    QTemporaryDir folder;
    {
        Window gone(m_catalog, folder);
        gone.change(2);
        gone.change(3);
    }
    QCOMPARE(copies(folder).size(), 1);
    Window window(m_catalog, folder);
    FoundWork found = findUnsavedWork(folder.path());
    QVERIFY(found.newest.has_value());
    const UnsavedState state = found.newest->state;
    const QString file = found.newest->file;
    window.autosave.adopt(std::move(*found.newest));
    window.store.restore(state);
    QCOMPARE(window.document.plan().sequences, std::optional<qint64>(3));
    window.autosave.flush();
    QCOMPARE(window.autosave.file(), file); // never only in memory
    QCOMPARE(copies(folder).size(), 1);
    window.store.discardChanges();
    window.document.flush();
    window.autosave.flush();
    QVERIFY(copies(folder).isEmpty());
}

/// As SIGKILL leaves it: the lock is still there and names a process that is not.
void AutosaveTest::deadOwnersLockIsFree()
{
    QTemporaryDir folder;
    {
        Window gone(m_catalog, folder);
        gone.change(2);
    }
    QFile lock(folder.filePath(copies(folder).first() + QStringLiteral(".lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    constexpr int kAbovePidMax = 4'194'305; // the largest that Linux allows is 4,194,304
    lock.write(QByteArray::number(kAbovePidMax) + "\nplimsoll\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n'
               + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    QVERIFY(findUnsavedWork(folder.path()).newest.has_value());
}

void AutosaveTest::foundIsTakenOnlyOnce()
{
    QTemporaryDir folder;
    {
        Window gone(m_catalog, folder);
        gone.change(2);
    }
    FoundWork first = findUnsavedWork(folder.path());
    QVERIFY(first.newest.has_value());
    QVERIFY(!findUnsavedWork(folder.path()).newest);
    first.newest.reset(); // "Later"
    QVERIFY(findUnsavedWork(folder.path()).newest.has_value());
}

void AutosaveTest::severalAreCounted()
{
    QTemporaryDir folder;
    {
        Window one(m_catalog, folder);
        Window two(m_catalog, folder);
        Window three(m_catalog, folder);
        one.change(2);
        two.change(3);
        three.change(4);
    }
    const FoundWork found = findUnsavedWork(folder.path());
    QVERIFY(found.newest.has_value());
    QCOMPARE(found.more, 2);
}

void AutosaveTest::brokenIsSetAside()
{
    QTemporaryDir folder;
    {
        Window gone(m_catalog, folder);
        gone.change(2);
    }
    QFile broken(folder.filePath(QStringLiteral("broken.unsaved")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"schema\": \"plimsoll.unsaved/1\", \"pla");
    broken.close();
    {
        const FoundWork found = findUnsavedWork(folder.path());
        QVERIFY(found.newest.has_value());
        QCOMPARE(found.setAside.size(), 1);
        QVERIFY(found.setAside.first().contains(QStringLiteral("broken.unsaved.broken-")));
        QVERIFY(QFile::exists(found.setAside.first()));
        QVERIFY(!broken.exists());
    }
    QVERIFY(findUnsavedWork(folder.path()).setAside.isEmpty());
}

void AutosaveTest::folderThatCannotBeWrittenIsTold()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    PlanDocument document(m_catalog);
    DocumentStore store(&document);
    Autosave autosave(&document, &store, file.fileName());
    QSignalSpy failed(&autosave, &Autosave::failed);
    for (const qint64 users : {2, 3}) {
        document.setSequences(users);
        document.flush();
        autosave.flush();
    }
    QCOMPARE(failed.count(), 1);
}

void AutosaveTest::setAsideKeepsBoth()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    QStringList names;
    for (int i = 0; i < 2; ++i) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        names += setAside(path);
    }
    QVERIFY(!names.contains(QString()));
    QVERIFY(names.first() != names.last());
    QVERIFY(setAside(path).isEmpty());
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::AutosaveTest)
#include "tst_autosave.moc"
