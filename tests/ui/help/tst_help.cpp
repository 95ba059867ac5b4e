// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogdate.h"
#include "ui/actions.h"
#include "ui/controls/controlgroup.h"
#include "ui/controls/engineoptionsform.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/workloadpanel.h"
#include "ui/help/aboutdialog.h"
#include "ui/help/controlhelp.h"
#include "ui/help/helpwindow.h"
#include "ui/help/shortcutsdialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QWhatsThis>

namespace plimsoll {

class HelpTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;

    QAction *action(ActionId id) { return (*m_window->actions())[id]; }

    /// The widget itself, or what it is a part of: a slider with its field, a page. A card of many controls and the
    /// window say nothing about one of them.
    static bool hasHelp(const QWidget *widget)
    {
        for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
            if (!widget->whatsThis().trimmed().isEmpty())
                return true;
            if (qobject_cast<const ControlGroup *>(widget) || qobject_cast<const AnswerTabs *>(widget)
                || qobject_cast<const PlanPanel *>(widget))
                return false;
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->resize(1360, 860);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    /// Of everything that takes the keyboard, on every page, with all that folds out.
    void everyControlSaysWhatItIs()
    {
        const PlanPanel *panel = m_window->planPanel();
        for (FoldButton *fold : panel->findChildren<FoldButton *>())
            fold->setChecked(true);
        panel->precision()->apart()->click();
        QStringList silent;
        for (const char *engine : {"vllm", "llama.cpp", "sglang"}) {
            m_document->setEngine(QString::fromLatin1(engine));
            m_document->flush();
            for (const QString &page : m_window->answers()->pageIds()) {
                QVERIFY(m_window->answers()->showPage(page));
                int looked = 0;
                for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
                    if (widget->focusPolicy() == Qt::NoFocus || widget->window() != m_window.get())
                        continue;
                    ++looked;
                    if (!hasHelp(widget)) {
                        silent +=
                            QStringLiteral("%1 \"%2\" on the page %3")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName(), page);
                    }
                }
                QVERIFY(looked > 25);
            }
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    void everyPageHasItsOwnHelp()
    {
        QSet<QString> texts;
        for (const QString &page : m_window->answers()->pageIds()) {
            const QString text = pageHelp(page);
            QVERIFY2(text != pageHelp(QStringLiteral("no page")), qPrintable(page));
            QVERIFY2(!texts.contains(text), qPrintable(page));
            texts += text;
        }
        for (const QAction *action : m_window->actions()->all())
            QVERIFY2(!action->whatsThis().isEmpty(), qPrintable(action->text()));
    }

    void f1TellsOfTheControlWithTheKeyboard()
    {
        QWidget *weights = m_window->planPanel()->tabOrder().at(3);
        weights->setFocus();
        QTest::keyClick(weights, Qt::Key_F1);
        auto *help = m_window->findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->title(), weights->accessibleName());
        QVERIFY(help->text()->toPlainText().contains(weights->whatsThis()));
        // For a screen reader: the text has the keyboard, a name and itself as its description.
        QTRY_VERIFY(help->text()->hasFocus());
        QVERIFY(help->text()->accessibleName().contains(weights->accessibleName()));
        QVERIFY(help->text()->accessibleDescription().contains(weights->whatsThis()));
        QTest::keyClick(help, Qt::Key_Escape);
        QVERIFY(!help->isVisible());

        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QCOMPARE(m_window->focusWidget(), weights);
        m_window->answers()->bar()->setFocus();
        QTest::keyClick(m_window->answers()->bar(), Qt::Key_F1);
        QCOMPARE(m_window->findChildren<HelpWindow *>().size(), 1);
        QVERIFY(help->isVisible());
        QVERIFY(help->text()->toPlainText().contains(m_window->answers()->bar()->whatsThis()));
    }

    void f1OnAPartTellsOfTheWhole()
    {
        m_window->answers()->showPage(QStringLiteral("limits"));
        m_window->answers()->pageTabOrder().constFirst()->setFocus();
        action(ActionId::Help)->trigger();
        const auto *help = m_window->findChild<HelpWindow *>();
        QVERIFY(help->text()->toPlainText().contains(pageHelp(QStringLiteral("limits"))));
    }

    void shiftF1AsksByClicking()
    {
        QVERIFY(!QWhatsThis::inWhatsThisMode());
        QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
        QVERIFY(QWhatsThis::inWhatsThisMode());
        QWhatsThis::leaveWhatsThisMode();
    }

    void shortcutsAreThoseOfTheTable()
    {
        action(ActionId::Shortcuts)->trigger();
        QPointer<ShortcutsDialog> dialog = m_window->findChild<ShortcutsDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const auto withKeys = [&] {
            int count = 0;
            for (const QAction *each : m_window->actions()->all())
                count += each->shortcuts().isEmpty() ? 0 : 1;
            return count;
        };
        QCOMPARE(dialog->list()->model()->rowCount(), withKeys());
        QTest::keyClicks(dialog->searchLine(), QStringLiteral("ctrl+k"));
        QCOMPARE(dialog->list()->model()->rowCount(), 1);
        QCOMPARE(dialog->list()->model()->index(0, 1).data().toString(), QStringLiteral("Search everywhere"));
        dialog->searchLine()->clear();
        QTest::keyClicks(dialog->searchLine(), QStringLiteral("FIGURE"));
        QCOMPARE(dialog->list()->model()->rowCount(), 2);
        QGuiApplication::clipboard()->clear();
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("&Copy as text"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, shortcutsText(m_window->actions()->all()));
        QCOMPARE(int(text.count(QLatin1Char('\n'))), withKeys());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void aboutNamesVersionsDataAndLicences()
    {
        action(ActionId::About)->trigger();
        QPointer<AboutDialog> about = m_window->findChild<AboutDialog *>();
        QVERIFY(about && about->isVisible());
        const QString text = about->text()->toPlainText();
        for (const QString &part :
             {QStringLiteral(PLIMSOLL_VERSION), QString::fromLatin1(qVersion()), QStringLiteral("Compiler: "),
              QStringLiteral("GPL-3.0-or-later"), QStringLiteral("LGPL-3.0"), QStringLiteral("Apache-2.0"),
              QString::number(m_document->catalog().models().size())})
            QVERIFY2(text.contains(part), qPrintable(part));
        const QString year = catalogDate(m_document->catalog()).left(4);
        QCOMPARE(year.size(), 4);
        QVERIFY(text.contains(year));
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(!about);
    }
};

} // namespace plimsoll

QTEST_MAIN(plimsoll::HelpTest)
#include "tst_help.moc"
