// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/answerextras.h"
#include "core/planning/estimatejson.h"
#include "core/planning/planning.h"
#include "ui/actions.h"
#include "ui/charts/chartview.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPixmapCache>
#include <QRandomGenerator>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

#if defined(__SANITIZE_ADDRESS__)
// Of sanitizer/allocator_interface.h, which GCC does not bring along.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

using namespace plimsoll;

namespace {

constexpr int kShort = 400;    ///< actions where the environment asks for none
constexpr int kCounted = 5000; ///< from so many on the heap is watched
/// Times as many actions come before. Caches fill slowly: the heap rose from 20 MiB after 4,000 actions to 31.9 after
/// 28,000 and was 31.9 after 32,000, 36,000 and 40,000.
constexpr int kWarmUp = 3;
constexpr quint32 kSeed = 20'261; ///< any; the same every time
/// A list that is asked for by a click must not hold the keyboard for ever.
constexpr int kMostWidgets = 4000;

/// Bytes that the program holds; 0 = not known here.
qint64 heapBytes()
{
#if defined(__SANITIZE_ADDRESS__)
    return qint64(__sanitizer_get_current_allocated_bytes());
#elif defined(__GLIBC__)
    return qint64(mallinfo2().uordblks);
#else
    return 0;
#endif
}

} // namespace

/// Random actions of a person on the real window: after each, the answer that it shows is the one that the plan has
/// when it is asked afresh.
class SoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soak();

private:
    template <typename T>
    const T &oneOf(const std::vector<T> &list)
    {
        return list[m_random.bounded(quint32(list.size()))];
    }
    QWidget *anyControl();
    QString act();
    QString actOn(QWidget *control);
    void typeInto(QLineEdit *line);
    void drag(QSlider *slider);
    void pickIn(SearchPicker *picker);
    void press(QWidget *control, const std::vector<Qt::Key> &keys);
    bool answerIsFresh(const QString &after);
    qint64 heapAtRest();

    QRandomGenerator m_random{kSeed};
    std::shared_ptr<const Catalog> m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

QWidget *SoakTest::anyControl()
{
    std::vector<QWidget *> controls;
    for (QWidget *each : m_window->findChildren<QWidget *>()) {
        const bool inPopup = each->window() != m_window.get();
        const bool isInner =
            qobject_cast<QAbstractSpinBox *>(each->parentWidget()) || qobject_cast<QComboBox *>(each->parentWidget());
        const bool known = qobject_cast<QSlider *>(each) || qobject_cast<QLineEdit *>(each)
                           || qobject_cast<QComboBox *>(each) || qobject_cast<QCheckBox *>(each)
                           || qobject_cast<FoldButton *>(each) || qobject_cast<SearchPicker *>(each)
                           || qobject_cast<QSpinBox *>(each) || qobject_cast<QTabBar *>(each)
                           || qobject_cast<ChartView *>(each) || qobject_cast<QAbstractItemView *>(each);
        if (known && !inPopup && !isInner && each->isVisible() && each->isEnabled())
            controls.push_back(each);
    }
    return controls.empty() ? nullptr : oneOf(controls);
}

void SoakTest::typeInto(QLineEdit *line)
{
    static const std::vector<QString> texts = {QStringLiteral("1"),       QStringLiteral("8192"),
                                               QStringLiteral("128k"),    QStringLiteral("70b"),
                                               QStringLiteral("0.5 GiB"), QStringLiteral("13 B"),
                                               QStringLiteral("-3"),      QStringLiteral("abc"),
                                               QStringLiteral(""),        QStringLiteral("999999999999999999999"),
                                               QStringLiteral("0.9"),     QStringLiteral("h100"),
                                               QStringLiteral("64"),      QStringLiteral("none"),
                                               QStringLiteral("1e6")};
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, oneOf(texts));
    QTest::keyClick(line, Qt::Key_Return);
}

void SoakTest::drag(QSlider *slider)
{
    const int y = slider->height() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, {m_random.bounded(std::max(1, slider->width())), y});
    for (int i = 0; i < 4; ++i)
        QTest::mouseMove(slider, {m_random.bounded(std::max(1, slider->width())), y});
    QTest::mouseRelease(slider, Qt::LeftButton, {}, {m_random.bounded(std::max(1, slider->width())), y});
}

void SoakTest::pickIn(SearchPicker *picker)
{
    static const std::vector<QString> words = {
        QStringLiteral("llama 70"), QStringLiteral("qwen3 moe"), QStringLiteral("deepseek v3"),
        QStringLiteral("gemma 27"), QStringLiteral("mamba"),     QStringLiteral("4090"),
        QStringLiteral("h100"),     QStringLiteral("mi300"),     QStringLiteral("no gpu"),
        QStringLiteral("xyzzy"),    QStringLiteral("b200"),      QStringLiteral("gpt-oss")};
    QTest::mouseClick(picker, Qt::LeftButton);
    if (!picker->isOpen())
        return;
    QTest::keyClicks(picker->popup()->searchLine(), oneOf(words));
    QTest::keyClick(picker->popup()->searchLine(), m_random.bounded(4) == 0 ? Qt::Key_Escape : Qt::Key_Return);
    picker->popup()->hide();
}

void SoakTest::press(QWidget *control, const std::vector<Qt::Key> &keys)
{
    control->setFocus();
    for (int i = 1 + m_random.bounded(3); i > 0; --i)
        QTest::keyClick(control, oneOf(keys));
}

QString SoakTest::actOn(QWidget *control)
{
    const QString what =
        QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->accessibleName();
    if (auto *slider = qobject_cast<QSlider *>(control))
        drag(slider);
    else if (auto *line = qobject_cast<QLineEdit *>(control))
        typeInto(line);
    else if (qobject_cast<QComboBox *>(control))
        press(control, {Qt::Key_Down, Qt::Key_Up, Qt::Key_Home, Qt::Key_End});
    else if (auto *picker = qobject_cast<SearchPicker *>(control))
        pickIn(picker);
    else if (qobject_cast<QSpinBox *>(control))
        press(control, {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown});
    else if (qobject_cast<QTabBar *>(control))
        press(control, {Qt::Key_Left, Qt::Key_Right});
    else if (qobject_cast<QCheckBox *>(control) || qobject_cast<FoldButton *>(control))
        QTest::mouseClick(control, Qt::LeftButton);
    else if (qobject_cast<ChartView *>(control) && m_random.bounded(2) == 0)
        QTest::mouseClick(control, Qt::LeftButton, {},
                          {m_random.bounded(control->width()), m_random.bounded(control->height())});
    else if (qobject_cast<ChartView *>(control))
        press(control, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Return});
    else
        press(control, {Qt::Key_Down, Qt::Key_Up, Qt::Key_Right, Qt::Key_Left, Qt::Key_PageDown, Qt::Key_Return});
    return what;
}

QString SoakTest::act()
{
    static const std::vector<ActionId> actions = {
        ActionId::Undo,       ActionId::Undo,      ActionId::Redo,       ActionId::UnitGB,           ActionId::UnitGiB,
        ActionId::ThemeLight, ActionId::ThemeDark, ActionId::CopyFigure, ActionId::ThemeContrastDark};
    if (m_random.bounded(8) == 0) {
        const ActionId id = oneOf(actions);
        (*m_window->actions())[id]->trigger();
        return QStringLiteral("action %1").arg(int(id));
    }
    QWidget *control = anyControl();
    return control ? actOn(control) : QStringLiteral("nothing");
}

bool SoakTest::answerIsFresh(const QString &after)
{
    m_document->flush();
    const Plan &plan = m_document->plan();
    const Result<PlanAnswer> fresh = answerPlan(plan, *m_catalog);
    if (fresh.ok() != m_document->valid()) {
        qWarning("after %s: %s", qPrintable(after), fresh.ok() ? "an error stayed" : qPrintable(fresh.error().text));
        return false;
    }
    if (!fresh.ok())
        return fresh.error().text == m_document->error().text;
    const auto json = [&](const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison) {
        return estimateToJson(resolved, estimate, comparison, extrasOf(resolved, *m_catalog));
    };
    const bool same = json(fresh->plan, fresh->estimate, fresh->comparison)
                      == json(m_document->resolved(), m_document->estimate(), m_document->comparison());
    if (!same)
        qWarning("after %s: the answer is not that of a fresh start", qPrintable(after));
    return same;
}

/// On the plan of the start, with every page made, nothing to undo and nothing in the background.
qint64 SoakTest::heapAtRest()
{
    m_document->startWith(PlanDocument::startPlan());
    m_document->flush();
    const QString page = m_window->answers()->currentId();
    for (const QString &id : m_window->answers()->pageIds())
        m_window->answers()->showPage(id);
    m_window->answers()->showPage(page);
    [[maybe_unused]] const bool isIdle =
        QTest::qWaitFor([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }, 60'000);
    // What was only marked to be deleted goes by the event loop, which the wait may not have entered.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QPixmapCache::clear();
    return heapBytes();
}

void SoakTest::soak()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));

    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("PLIMSOLL_SOAK", &isNumber);
    const int actions = isNumber && asked > 0 ? asked : kShort;
    const bool isLong = actions >= kCounted;
    const int warmUp = isLong ? kWarmUp * actions : actions / 2;
    const int end = isLong ? warmUp + actions : actions;
    qint64 heap = 0;
    int widgets = 0;
    for (int i = 0; i < end; ++i) {
        if (i == warmUp) { // every page was made, every cache is full
            heap = heapAtRest();
            widgets = int(m_window->findChildren<QObject *>().size());
        }
        const QString what = act();
        QVERIFY2(answerIsFresh(what), qPrintable(QStringLiteral("action %1: %2").arg(i).arg(what)));
        QVERIFY2(!QApplication::activeModalWidget(), qPrintable(what));
    }
    const qint64 grown = heapAtRest() - heap;
    const int more = int(m_window->findChildren<QObject *>().size()) - widgets;
    qInfo("%d actions after %d: heap %+.2f MiB of %.1f, objects %+d of %d", end - warmUp, warmUp,
          double(grown) / (1 << 20), double(heap) / (1 << 20), more, widgets);
    QVERIFY(widgets < kMostWidgets);
    if (isLong) {
        QVERIFY2(grown < heap / 20, "the heap grows with what a person does");
        QVERIFY2(more < widgets / 10, "objects are left behind");
    }
    m_window.reset();
    m_document.reset();
}

QTEST_MAIN(SoakTest)
#include "tst_soak.moc"
