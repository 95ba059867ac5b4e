// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/cutoff.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/enginepanel.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace plimsoll {

using namespace test;

namespace {

bool isNamed(const QWidget &window, const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return true;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !button->text().isEmpty())
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty())
        return true; // read as it stands
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->buddy() == widget; });
}

} // namespace

class WindowLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void everyControlHasAName();
    void mnemonicsAreUnique();
    void tabGoesInReadingOrder();
    void tabReachesEverythingAndComesRound();
    void focusedControlScrollsIntoView();

private:
    void open(QSize size, double fontScale = 1);
    QList<QWidget *> walk();

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    QFont m_font;
};

void WindowLayoutTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_font = QApplication::font();
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void WindowLayoutTest::cleanup()
{
    m_window.reset();
    m_document.reset();
    QApplication::setFont(m_font);
}

void WindowLayoutTest::open(QSize size, double fontScale)
{
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * fontScale);
    QApplication::setFont(font);
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowLayoutTest::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("fontScale");
    QTest::addColumn<int>("gpus");
    QTest::newRow("1024 x 700") << QSize(1024, 700) << 1.0 << 1;
    QTest::newRow("1024 x 700, 8 GPUs") << QSize(1024, 700) << 1.0 << 8;
    QTest::newRow("1024 x 700, an error") << QSize(1024, 700) << 1.0 << 3;
    QTest::newRow("1360 x 860") << QSize(1360, 860) << 1.0 << 4;
    QTest::newRow("1360 x 860, type at 150 %") << QSize(1360, 860) << 1.5 << 4;
    QTest::newRow("1024 x 700, type at 150 %") << QSize(1024, 700) << 1.5 << 2;
    QTest::newRow("1360 x 860, type at 200 %") << QSize(1360, 860) << 2.0 << 2;
}

void WindowLayoutTest::nothingIsCutOff()
{
    QFETCH(QSize, size);
    QFETCH(double, fontScale);
    QFETCH(int, gpus);
    open(size, fontScale);
    m_document->setGpuCount(gpus);
    m_document->flush();
    m_window->planPanel()->engine()->optionsButton()->setChecked(true);
    QTRY_COMPARE(m_window->size(), size);
    QStringList found;
    const bool nothing = QTest::qWaitFor([&] { return (found = cutOff(*m_window)).isEmpty(); });
    QVERIFY2(nothing, qPrintable(found.join(QLatin1Char('\n'))));
    const QWidget *contents = m_window->planPanel()->widget();
    QVERIFY(contents->minimumSizeHint().width() <= m_window->planPanel()->viewport()->width());
}

void WindowLayoutTest::everyControlHasAName()
{
    open({1360, 860});
    m_document->setGpuCount(3);
    m_document->flush();
    m_window->planPanel()->engine()->optionsButton()->setChecked(true);
    QStringList nameless;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isInner(widget)
            && !isNamed(*m_window, widget))
            nameless += describe(widget);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void WindowLayoutTest::mnemonicsAreUnique()
{
    open({1360, 860});
    m_document->setGpuCount(3);
    m_document->flush();
    QMap<QString, QStringList> users;
    const auto note = [&](const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            users[key.toString()] += text;
    };
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->buddy())
            note(label->text());
    }
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (!qobject_cast<const SearchPicker *>(button) && button->isVisible())
            note(button->text());
    }
    for (const QAction *action : m_window->menuBar()->actions())
        note(action->text());
    QVERIFY(users.size() >= 13);
    for (const QStringList &texts : std::as_const(users))
        QVERIFY2(texts.size() == 1, qPrintable(texts.join(QStringLiteral(" / "))));
}

QList<QWidget *> WindowLayoutTest::walk()
{
    QList<QWidget *> order;
    for (int i = 0; i < 100; ++i) {
        QWidget *focused = QApplication::focusWidget();
        if (!focused || order.contains(focused))
            break;
        order += focused;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    return order;
}

void WindowLayoutTest::tabGoesInReadingOrder()
{
    open({1360, 860});
    const QList<QWidget *> expected = m_window->planPanel()->tabOrder();
    expected.front()->setFocus();
    const QList<QWidget *> order = walk();
    qsizetype at = 0;
    for (QWidget *widget : expected) {
        if (!widget->isVisible())
            continue;
        QVERIFY2(at < order.size() && order[at] == widget, qPrintable(describe(widget)));
        ++at;
    }
    QVERIFY(order.size() > at); // and on to the chart and the table
}

void WindowLayoutTest::tabReachesEverythingAndComesRound()
{
    open({1360, 860});
    QWidget *first = m_window->planPanel()->tabOrder().front();
    first->setFocus();
    const QList<QWidget *> order = walk();
    QCOMPARE(QApplication::focusWidget(), first);
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)
            || widget->focusProxy())
            continue;
        const bool reached = std::any_of(order.begin(), order.end(), [&](QWidget *each) {
            return each == widget || widget->isAncestorOf(each) || each->isAncestorOf(widget);
        });
        QVERIFY2(reached, qPrintable(describe(widget)));
    }
}

void WindowLayoutTest::focusedControlScrollsIntoView()
{
    open({1024, 600});
    PlanPanel *panel = m_window->planPanel();
    panel->verticalScrollBar()->setValue(0);
    QWidget *last = panel->gpu()->picker();
    panel->tabOrder().front()->setFocus();
    for (int i = 0; i < 40 && QApplication::focusWidget() != last; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), last);
    const QRect place(last->mapTo(panel->viewport(), QPoint()), last->size());
    QVERIFY(panel->viewport()->rect().contains(place));
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::WindowLayoutTest)
#include "tst_windowlayout.moc"
