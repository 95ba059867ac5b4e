// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/pinedits.h"
#include "tests/core/tables/htmlrows.h"
#include "ui/actions.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/compare/compareview.h"
#include "ui/controls/combobox.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"
#include "ui/whatfits/fitview.h"
#include "ui/whatfits/limitsview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace plimsoll {

namespace {

constexpr int kLong = 60000; ///< the whole catalog is asked

std::vector<QStringList> lineCells(const QString &text)
{
    std::vector<QStringList> rows;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows.push_back(line.split(QLatin1Char('\t')));
    return rows;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Tables taken out of the window with the keys and menus that a person uses.
class WindowTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void copiesByHand();
    void copiesEveryPage_data();
    void copiesEveryPage();
    void copiesMarkdown();
    void copiesTheBreakdownWithTheKeyboardInIt();
    void copiesRowsAsTheyStand();
    void saysThatItIsNotReady();
    void comparesPinnedPlans();
    void savesByEnding_data();
    void savesByEnding();
    void savesThroughTheDialog();
    void whatCannotBeWritten();
    void contextMenus();

private:
    const QMimeData *copied()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        return QGuiApplication::clipboard()->mimeData();
    }
    void take(const Plan &plan)
    {
        m_document->setPlan(plan, QStringLiteral("test"));
        m_document->flush();
    }
    FitView *fits() { return m_window->answers()->whatFits(); }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void WindowTablesTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void WindowTablesTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowTablesTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

/// 13e9 parameters x 2 bytes = 26.0e9, a fifth for all else: 31.2e9 bytes.
void WindowTablesTest::copiesByHand()
{
    Plan plan;
    plan.model = FreeSize{13'000'000'000};
    plan.weights = QStringLiteral("fp16");
    plan.engine = QStringLiteral("rule-of-thumb");
    take(plan);
    m_window->setUnit(SizeUnit::GB);
    const QMimeData *content = copied();
    const std::vector<QStringList> rows = lineCells(content->text());
    QCOMPARE(rows.size(), size_t(5));
    QCOMPARE(rows[0].mid(0, 5), (QStringList{"Precision", "Stored as", "Weights, GB", "Overhead, GB", "In all, GB"}));
    QCOMPARE(rows[2].mid(0, 5), (QStringList{"FP16 (this plan)", "16 bits on all parameters", "26.0", "5.20", "31.2"}));
    QVERIFY(htmlRows(content->html()) == rows);
}

void WindowTablesTest::copiesEveryPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("head");
    QTest::newRow("precisions") << "precisions"
                                << "Precision";
    QTest::newRow("context") << "context"
                             << "Context, tokens a sequence";
    QTest::newRow("users") << "users"
                           << "Users at once";
    QTest::newRow("parameters") << "parameters"
                                << "Parameters (rows are of typical shapes, the plan is Llama 3.1 8B)";
    QTest::newRow("speed") << "speed"
                           << "Users at once";
    QTest::newRow("gpus") << "gpus"
                          << "GPU";
    QTest::newRow("compare") << "compare"
                             << "Plan";
    QTest::newRow("limits") << "limits"
                            << "Question";
    QTest::newRow("explain") << "explain"
                             << "Step";
}

void WindowTablesTest::copiesEveryPage()
{
    QFETCH(QString, page);
    QFETCH(QString, head);
    QVERIFY(m_window->answers()->showPage(page));
    if (page == QLatin1String("limits"))
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->answers()->limits()->isRunning()
                                     && !m_window->answers()->limits()->table()->rows().empty(),
                                 kLong);
    const QMimeData *content = copied();
    QVERIFY2(content, qPrintable(m_window->fileNotice()->isHidden() ? QStringLiteral("nothing") : page));
    const std::vector<QStringList> rows = lineCells(content->text());
    QVERIFY2(rows.size() >= 2, qPrintable(content->text()));
    QCOMPARE(rows[0][0], head);
    QVERIFY(htmlRows(content->html()).size() == rows.size());
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), rows[0].size());
}

void WindowTablesTest::copiesMarkdown()
{
    (*m_window->actions())[ActionId::CopyTableMarkdown]->trigger();
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    QVERIFY2(content->text().startsWith(QStringLiteral("| Precision | Stored as | Weights, GiB |")),
             qPrintable(content->text()));
    QCOMPARE(content->data(QStringLiteral("text/markdown")), content->text().toUtf8());
    QVERIFY(!content->hasHtml()); // an editor would take that
}

void WindowTablesTest::copiesTheBreakdownWithTheKeyboardInIt()
{
    QTest::mouseClick(m_window->breakdown()->tree()->viewport(), Qt::LeftButton, {}, QPoint(40, 10));
    QVERIFY(m_window->breakdown()->tree()->hasFocus());
    QCOMPARE(lineCells(copied()->text()).at(0).mid(0, 3), (QStringList{"Item", "Per GPU, GiB", "In all, GiB"}));
    QTest::mouseClick(m_window->answers()->currentChart(), Qt::LeftButton, {}, QPoint(4, 4));
    m_window->answers()->currentChart()->setFocus();
    QCOMPARE(lineCells(copied()->text()).at(0).at(0), QStringLiteral("Precision"));
}

/// The list of GPUs as it is searched and sorted on the page.
void WindowTablesTest::copiesRowsAsTheyStand()
{
    QVERIFY(m_window->answers()->showPage(QStringLiteral("what-fits")));
    QTRY_VERIFY_WITH_TIMEOUT(!fits()->isRunning() && fits()->list()->model()->rowCount() > 0, kLong);
    const size_t all = lineCells(copied()->text()).size();
    QTest::keyClicks(fits()->searchLine(), QStringLiteral("rtx 4090"));
    fits()->list()->sortByColumn(0, Qt::DescendingOrder);
    const std::vector<QStringList> rows = lineCells(copied()->text());
    QVERIFY2(rows.size() > 1 && rows.size() < all, qPrintable(QStringLiteral("%1 of %2").arg(rows.size()).arg(all)));
    QAbstractItemModel *model = fits()->list()->model();
    QCOMPARE(rows.size(), size_t(model->rowCount()) + 1);
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(rows[size_t(row) + 1][0], model->index(row, 0).data().toString());

    for (const char *head : {"GPU", "Model"}) {
        fits()->searchLine()->clear();
        fits()->shapeBox()->setFocus();
        QTest::keyClick(fits()->shapeBox(), Qt::Key_Down);
        const auto *shown = qobject_cast<QAbstractItemView *>(fits()->shown());
        QVERIFY(shown);
        QTRY_VERIFY_WITH_TIMEOUT(!fits()->isRunning() && shown->model()->rowCount() > 0, kLong);
        const std::vector<QStringList> matrix = lineCells(copied()->text());
        QCOMPARE(matrix.at(0).at(0), QLatin1String(head));
        QVERIFY2(matrix.size() > 20 && matrix[0].size() > 4,
                 qPrintable(QStringLiteral("%1 rows, %2 columns").arg(matrix.size()).arg(matrix[0].size())));
    }
}

void WindowTablesTest::saysThatItIsNotReady()
{
    QVERIFY(m_window->answers()->showPage(QStringLiteral("what-fits")));
    QCOMPARE(fits()->list()->model()->rowCount(), 0); // the answer comes with the event loop
    (*m_window->actions())[ActionId::CopyTable]->trigger();
    QVERIFY(!m_window->fileNotice()->isHidden());
}

void WindowTablesTest::comparesPinnedPlans()
{
    Plan pinned = m_document->plan();
    pinned.weights = QStringLiteral("int4");
    Plan plan = m_document->plan();
    plan.pins = Pins({{QStringLiteral("=1+1"), pinned, {}}});
    take(plan);
    QVERIFY(m_window->answers()->showPage(QStringLiteral("compare")));
    const QMimeData *content = copied();
    QCOMPARE(lineCells(content->text()).at(0), (QStringList{"Plan", "This plan", "'=1+1"}));
    QCOMPARE(htmlRows(content->html()).at(0), (QStringList{"Plan", "This plan", "'=1+1"}));
}

void WindowTablesTest::savesByEnding_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("csv") << "t.csv" << QByteArray("precision,stored_as,weights_bytes,");
    QTest::newRow("markdown") << "t.md" << QByteArray("**Memory by precision: Llama 3.1 8B");
    QTest::newRow("html") << "t.html" << QByteArray("<!DOCTYPE html>");
}

void WindowTablesTest::savesByEnding()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, begins);
    QTemporaryDir folder;
    QVERIFY(m_window->saveTable(folder.filePath(file)));
    QVERIFY(contentOf(folder.filePath(file)).startsWith(begins));
}

void WindowTablesTest::savesThroughTheDialog()
{
    QTemporaryDir folder;
    QTest::mouseClick(m_window->breakdown()->tree()->viewport(), Qt::LeftButton, {}, QPoint(40, 10));
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name && name->text() == QLatin1String("plimsoll-breakdown.csv"));
    name->setText(folder.filePath(QStringLiteral("mine"))); // typed, it would be completed with whatever lies there
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("mine.csv")))); // with the ending of the kind
    QVERIFY(contentOf(folder.filePath(QStringLiteral("mine.csv"))).startsWith("item,fullest_gpu_bytes,"));
}

void WindowTablesTest::whatCannotBeWritten()
{
    QTemporaryDir folder;
    QVERIFY(!m_window->saveTable(folder.filePath(QStringLiteral("nowhere/t.csv"))));
    QVERIFY(!m_window->fileNotice()->isHidden());
    QVERIFY(!m_window->saveTable(folder.filePath(QStringLiteral("t.xlsx"))));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("t.xlsx"))));
}

/// A click with the right button on a chart and on the breakdown offers what can be done with its table and its figure.
void WindowTablesTest::contextMenus()
{
    const QList<QWidget *> places{m_window->answers()->currentChart(), m_window->breakdown()->tree()->viewport()};
    for (QWidget *place : places) {
        const QPoint at = place->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, place->mapToGlobal(at));
        QApplication::sendEvent(place, &event);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const ActionId offered : {ActionId::CopyTable, ActionId::CopyFigure, ActionId::SaveFigure})
            QVERIFY(menu->actions().contains((*m_window->actions())[offered]));
        menu->close();
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::WindowTablesTest)
#include "tst_windowtables.moc"
