// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"
#include "ui/itemmodels/breakdownmodel.h"
#include "ui/views/breakdownview.h"

#include <QHeaderView>
#include <QTest>
#include <QTreeView>

using namespace plimsoll;

class TestBreakdownView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<BreakdownView>();
        m_view->resize(800, 320);
        set(sampleAnswer());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup() { m_view.reset(); }

    void opensByKeyboard()
    {
        QTreeView *tree = m_view->tree();
        tree->setFocus();
        tree->setCurrentIndex(m_view->model()->index(1, 0));
        QTest::keyClick(tree, Qt::Key_Right);
        const QModelIndex row = m_view->model()->index(1, 0);
        QVERIFY(tree->isExpanded(row));
        QCOMPARE(m_view->model()->rowCount(row), 3);
        for (int line = 0; line < 3; ++line)
            QVERIFY(tree->isFirstColumnSpanned(line, row));
        QTest::keyClick(tree, Qt::Key_Left);
        QVERIFY(!tree->isExpanded(row));
    }

    void staysOpenWhileTheAnswerChanges()
    {
        const QModelIndex row = m_view->model()->index(0, 0);
        m_view->tree()->expand(row);
        SampleShape shape;
        shape.gib = {
            {{200, 1, 1, 1, 1, 1, 1}, {100, 1, 1, 1, 1, 1, 1}, {50, 1, 1, 1, 1, 1, 1}, {25, 1, 1, 1, 1, 1, 1}}};
        set(makeAnswer(shape));
        QVERIFY(m_view->tree()->isExpanded(m_view->model()->index(0, 0)));
        QVERIFY(!m_view->tree()->isExpanded(m_view->model()->index(1, 0)));
    }

    void aNarrowLineWrapsInsteadOfBeingCutOff()
    {
        QTreeView *tree = m_view->tree();
        const QModelIndex row = m_view->model()->index(0, 0);
        tree->expand(row);
        const QModelIndex formula = m_view->model()->index(0, 0, row);
        m_view->resize(1400, 400);
        const int wide = tree->visualRect(formula).height();
        m_view->resize(420, 400);
        QTRY_VERIFY(tree->visualRect(formula).height() > wide);
    }

    void numbersAreNeverElided_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("usual type") << 1.0;
        QTest::newRow("150 %") << 1.5;
    }

    void numbersAreNeverElided()
    {
        QFETCH(double, scale);
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(qRound(13 * scale));
        m_view->setFont(font);
        QTreeView *tree = m_view->tree();
        QFont bold = tree->font();
        bold.setBold(true);
        const QFontMetrics metrics(bold);
        for (int column : {BreakdownModel::PerGpu, BreakdownModel::All, BreakdownModel::Share}) {
            for (int row = 0; row < m_view->model()->rowCount(); ++row) {
                const QString text = m_view->model()->index(row, column).data().toString();
                QVERIFY(tree->columnWidth(column) >= metrics.horizontalAdvance(text) + 6);
            }
        }
    }

    void withoutGpuThereIsNoColumnForIt()
    {
        set(sampleWithoutGpu());
        QVERIFY(m_view->tree()->isColumnHidden(BreakdownModel::PerGpu));
        set(sampleAnswer());
        QVERIFY(!m_view->tree()->isColumnHidden(BreakdownModel::PerGpu));
        QVERIFY(m_view->tree()->columnWidth(BreakdownModel::PerGpu) > 40);
    }

    void aNarrowViewDropsColumnsWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("columns");
        const int name = BreakdownModel::Name, perGpu = BreakdownModel::PerGpu, all = BreakdownModel::All;
        QTest::newRow("wide") << 900 << QList<int>{name, perGpu, all, BreakdownModel::Share, BreakdownModel::Why};
        QTest::newRow("no room for reasons") << 520 << QList<int>{name, perGpu, all, BreakdownModel::Share};
        QTest::newRow("nor for shares") << 420 << QList<int>{name, perGpu, all};
        QTest::newRow("only the sums") << 360 << QList<int>{name, all};
    }

    void aNarrowViewDropsColumnsWhole()
    {
        QFETCH(int, width);
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(13);
        m_view->setFont(font);
        m_view->resize(width, 320);
        const QTreeView *tree = m_view->tree();
        QList<int> visible;
        int taken = 0;
        for (int column = 0; column < BreakdownModel::kColumns; ++column) {
            if (!tree->isColumnHidden(column)) {
                visible << column;
                taken += tree->columnWidth(column);
            }
        }
        QTEST(visible, "columns");
        QVERIFY(taken <= tree->viewport()->width());
    }

    void greyedWhenDisabled()
    {
        const auto hasWeights = [&] {
            const QImage image = m_view->grab().toImage();
            const QRgb fill = Theme::forPalette(m_view->palette()).itemFill(Item::Weights).rgb();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixel(x, y) == fill)
                        return true;
                }
            }
            return false;
        };
        m_view->tree()->setCurrentIndex(m_view->model()->index(5, 0)); // the focus would tint its row
        QVERIFY(hasWeights());
        m_view->setEnabled(false);
        QVERIFY(!hasWeights());
        m_view->setEnabled(true);
        QVERIFY(hasWeights());
    }

    void hasAName() { QVERIFY(!m_view->tree()->accessibleName().isEmpty()); }

private:
    void set(const SampleAnswer &answer)
    {
        m_view->show(answer.plan, answer.estimate, answer.comparison, SizeUnit::GiB);
    }

    std::unique_ptr<BreakdownView> m_view;
};

QTEST_MAIN(TestBreakdownView)
#include "tst_breakdownview.moc"
