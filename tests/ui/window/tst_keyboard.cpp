// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/controls/combobox.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/searchpicker.h"
#include "ui/explain/explainpage.h"
#include "ui/explain/explainview.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"
#include "ui/views/verdictview.h"
#include "ui/whatfits/fitview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

namespace plimsoll {

/// The whole main job with the keyboard alone, as somebody does who has no mouse: every step is a key, and each
/// control is reached by its mnemonic or by Tab.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void fromModelToVerdict();
    void throughThePages();
    void breakdownRowsOpen();
    void menus();

private:
    QWidget *focused() { return QApplication::focusWidget(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup && !popup->isAncestorOf(focused()) ? popup : focused(), key, modifiers);
        m_document->flush();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(focused(), text);
        m_document->flush();
    }
    void typeOver(const QString &text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        press(Qt::Key_Return);
    }
    /// Tab until the control of that accessible name has the focus.
    void tabTo(const QString &name);

    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void KeyboardTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void KeyboardTest::init()
{
    m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->planPanel()->tabOrder().front()->setFocus();
}

void KeyboardTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void KeyboardTest::tabTo(const QString &name)
{
    for (int i = 0; i < 60; ++i) {
        if (focused()->accessibleName().startsWith(name))
            return;
        press(Qt::Key_Tab);
    }
    QFAIL(qPrintable(QStringLiteral("Tab never reached \"%1\"").arg(name)));
}

void KeyboardTest::fromModelToVerdict()
{
    press(Qt::Key_M, Qt::AltModifier); // &Model opens the search
    QTRY_VERIFY(m_window->planPanel()->model()->picker()->popup()->isVisible());
    type(QStringLiteral("llama 3.1 70b instruct"));
    press(Qt::Key_Return);
    QCOMPARE(m_document->resolved().parameters.text, 70'553'706'496); // models.json

    press(Qt::Key_C, Qt::AltModifier); // &Context
    typeOver(QStringLiteral("32k"));
    QCOMPARE(m_document->plan().contextLength, std::optional<qint64>(32768));

    press(Qt::Key_U, Qt::AltModifier); // &Users at once
    typeOver(QStringLiteral("8"));
    press(Qt::Key_Up);
    press(Qt::Key_Down);
    QCOMPARE(m_document->plan().sequences, std::optional<qint64>(8));

    press(Qt::Key_G, Qt::AltModifier); // &GPU
    QTRY_VERIFY(m_window->planPanel()->gpu()->picker()->popup()->isVisible());
    type(QStringLiteral("h100 sxm5 80"));
    press(Qt::Key_Return);
    QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
    QVERIFY(!m_document->estimate().fits);

    press(Qt::Key_Y, Qt::AltModifier); // How man&y
    typeOver(QStringLiteral("4"));
    QVERIFY(m_document->estimate().fits);
    QCOMPARE(m_window->verdict()->sign(), VerdictMark::Sign::Fits);

    press(Qt::Key_K, Qt::AltModifier); // &KV cache
    press(Qt::Key_Down);
    QVERIFY(m_document->plan().kvKeys != QStringLiteral("auto"));

    tabTo(QStringLiteral("K and V apart"));
    press(Qt::Key_Space);
    press(Qt::Key_A, Qt::AltModifier); // V c&ache
    QCOMPARE(focused()->accessibleName(), QStringLiteral("Format of the values in the KV cache"));

    press(Qt::Key_S, Qt::AltModifier);                                 // Slice and re&served memory
    QTRY_VERIFY(m_window->planPanel()->gpu()->reserve()->isVisible()); // a button shows first that it was pressed
    press(Qt::Key_R, Qt::AltModifier);                                 // &Reserved
    QCOMPARE(focused()->accessibleName(), QStringLiteral("Memory reserved on each GPU"));
    typeOver(QStringLiteral("2 GiB"));
    QCOMPARE(m_document->plan().reserve, Bytes::fromGiB(2));

    const int steps = m_document->undoStack()->count();
    for (int i = 0; i < steps; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_document->undoStack()->index(), 0);
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
}

void KeyboardTest::throughThePages()
{
    tabTo(m_window->answers()->bar()->accessibleName());
    const QStringList pages{QStringLiteral("context"), QStringLiteral("users"),     QStringLiteral("parameters"),
                            QStringLiteral("speed"),   QStringLiteral("gpus"),      QStringLiteral("compare"),
                            QStringLiteral("limits"),  QStringLiteral("what-fits"), QStringLiteral("explain")};
    for (const QString &page : pages) {
        press(Qt::Key_Right);
        QCOMPARE(m_window->answers()->currentId(), page);
        if (page == QLatin1String("what-fits")) { // its parts in reading order, and back
            FitView *fits = m_window->answers()->whatFits();
            const QList<QWidget *> parts{fits->searchLine(), fits->shapeBox(),   fits->ownBox(),
                                         fits->allBox(),     fits->priceField(), fits->list()};
            for (QWidget *part : parts) {
                press(Qt::Key_Tab);
                QCOMPARE(focused(), part);
            }
            for (qsizetype i = 0; i < parts.size(); ++i)
                press(Qt::Key_Backtab, Qt::ShiftModifier);
        }
    }
    const QList<QWidget *> explaining = m_window->answers()->explainPage()->tabOrder();
    QCOMPARE(explaining.last(), m_window->answers()->explanation());
    for (QWidget *part : explaining) {
        press(Qt::Key_Tab);
        QCOMPARE(focused(), part);
    }
    for (qsizetype i = 0; i < explaining.size(); ++i)
        press(Qt::Key_Backtab, Qt::ShiftModifier);
    for (int i = 0; i < pages.size(); ++i)
        press(Qt::Key_Left);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), m_window->answers()->currentChart());
    press(Qt::Key_End); // INT4
    press(Qt::Key_Return);
    QCOMPARE(m_document->resolved().ownSlot, 3);
}

void KeyboardTest::breakdownRowsOpen()
{
    QTreeView *tree = m_window->breakdown()->tree();
    tabTo(tree->accessibleName());
    QCOMPARE(focused(), tree);
    press(Qt::Key_Home);
    const QModelIndex first = tree->currentIndex();
    QVERIFY(first.isValid());
    press(Qt::Key_Right);
    QVERIFY(tree->isExpanded(first));
    press(Qt::Key_Left);
    QVERIFY(!tree->isExpanded(first));
}

void KeyboardTest::menus()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->unit(), SizeUnit::GB);
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->unit(), SizeUnit::GiB);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("plimsoll estimate ")));
    for (QAction *action : m_window->menuBar()->actions()) {
        for (QAction *entry : action->menu()->actions())
            QVERIFY2(entry->isSeparator() || entry->text().contains(QLatin1Char('&')), qPrintable(entry->text()));
    }
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::KeyboardTest)
#include "tst_keyboard.moc"
