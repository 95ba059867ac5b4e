// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/views/sampleanswer.h"
#include "ui/itemmodels/breakdownmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;

namespace {

/// Looks at every change of the model. Rows are opened by the tests: the tester would open them in the
/// middle of another insertion.
struct Tester {
    explicit Tester(BreakdownModel &model)
        : tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        tester.setUseFetchMore(false);
    }
    QAbstractItemModelTester tester;
};

} // namespace

class TestBreakdownModel : public QObject
{
    Q_OBJECT

    static void set(BreakdownModel &model, const SampleAnswer &answer, SizeUnit unit = SizeUnit::GiB)
    {
        model.setAnswer(answer.plan, answer.estimate, unit);
    }

    static QStringList column(const BreakdownModel &model, int column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }

    static SampleAnswer only(std::initializer_list<Item> items)
    {
        SampleShape shape;
        for (auto &column : shape.gib) {
            for (Item item : items)
                column[size_t(item)] = 2.0;
        }
        return makeAnswer(shape);
    }

private Q_SLOTS:
    void drawing()
    {
        BreakdownModel model;
        Tester tester(model);
        QCOMPARE(model.rowCount(), 0);
        set(model, sampleAnswer());
        QCOMPARE(model.rowCount(), 7); // five items, total, rule of thumb
        QCOMPARE(column(model, BreakdownModel::PerGpu).first(), QStringLiteral("32.9 GiB"));
        QCOMPARE(column(model, BreakdownModel::All).first(), QStringLiteral("131.5 GiB"));
        QCOMPARE(column(model, BreakdownModel::Share), QStringList({"56 %", "34 %", "3 %", "3 %", "4 %", "", ""}));
        QCOMPARE(column(model, BreakdownModel::All).at(5), QStringLiteral("235.0 GiB"));
        QCOMPARE(column(model, BreakdownModel::PerGpu).at(5), QStringLiteral("58.8 GiB"));
        QVERIFY(!column(model, BreakdownModel::Why).first().isEmpty());
        QVERIFY(!column(model, BreakdownModel::Why).last().isEmpty());
    }

    void swatchesAreTheCharts()
    {
        BreakdownModel model;
        set(model, sampleAnswer());
        for (Theme theme : {Theme::light(), Theme::dark()}) {
            model.setTheme(theme);
            QCOMPARE(model.index(0, 0).data(Qt::DecorationRole).value<QColor>(), theme.itemFill(Item::Weights));
            QCOMPARE(model.index(1, 0).data(Qt::DecorationRole).value<QColor>(), theme.itemFill(Item::KvCache));
            QVERIFY(!model.index(5, 0).data(Qt::DecorationRole).isValid());
        }
    }

    void explanationIsFetchedWhenOpened()
    {
        BreakdownModel model;
        Tester tester(model);
        set(model, sampleAnswer());
        const QPersistentModelIndex weights = model.index(0, 0);
        QCOMPARE(model.rowCount(weights), 0);
        QVERIFY(model.hasChildren(weights));
        QVERIFY(model.canFetchMore(weights));
        model.fetchMore(weights);
        QVERIFY(!model.canFetchMore(weights));
        QCOMPARE(model.rowCount(weights), 3);
        QVERIFY(model.index(0, 0, weights).data().toString().startsWith(QLatin1String("bytes = ")));
        QCOMPARE(model.index(1, 0, weights).data().toString(),
                 QStringLiteral("%1 bytes").arg(sampleAnswer().estimate.total[Item::Weights].count()));
        QVERIFY(model.index(2, 0, weights).data().toString().contains(QLatin1String("linear.py")));
        QCOMPARE(model.index(2, 0, weights).data(BreakdownModel::LineKindRole).toInt(),
                 int(BreakdownModel::LineKind::Source));
        QCOMPARE(model.index(2, 0, weights).parent(), QModelIndex(weights));
    }

    void totalHasNothingToOpen()
    {
        BreakdownModel model;
        set(model, sampleAnswer());
        QVERIFY(!model.hasChildren(model.index(5, 0)));
        QVERIFY(model.hasChildren(model.index(6, 0)));
    }

    void openedRowsFollowTheAnswer()
    {
        BreakdownModel model;
        Tester tester(model);
        set(model, only({Item::Weights, Item::KvCache, Item::Runtime}));
        const QPersistentModelIndex runtime = model.index(2, 0);
        model.fetchMore(runtime);
        const QPersistentModelIndex line = model.index(1, 0, runtime);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        set(model, only({Item::Weights, Item::Activations, Item::Graphs, Item::Runtime}));
        QVERIFY(runtime.isValid());
        QCOMPARE(runtime.row(), 3);
        QVERIFY(line.isValid());
        QCOMPARE(line.parent(), QModelIndex(runtime));
        set(model, only({Item::Runtime}));
        QCOMPARE(runtime.row(), 0);
        QCOMPARE(model.rowCount(), 3);
        set(model, sampleAnswer());
        QCOMPARE(runtime.row(), 4);
        QCOMPARE(line.data().toString(),
                 QStringLiteral("%1 bytes").arg(sampleAnswer().estimate.total[Item::Runtime].count()));
        QCOMPARE(resets.count(), 0);
    }

    void withoutGpu()
    {
        BreakdownModel model;
        Tester tester(model);
        set(model, sampleWithoutGpu());
        for (const QString &text : column(model, BreakdownModel::PerGpu))
            QVERIFY(text.isEmpty());
    }

    void nothingAtAll()
    {
        BreakdownModel model;
        Tester tester(model);
        set(model, makeAnswer(SampleShape()));
        QCOMPARE(model.rowCount(), 2);
    }

    void tinyShare()
    {
        SampleShape shape;
        for (auto &column : shape.gib)
            column = {1000, 1, 0, 0, 0, 0, 0};
        BreakdownModel model;
        set(model, makeAnswer(shape));
        QCOMPARE(column(model, BreakdownModel::Share).at(1), QStringLiteral("< 1 %"));
    }

    void unequalRanksNameTheFullest()
    {
        SampleAnswer answer = sampleAnswer();
        answer.estimate.deviceClasses = 2;
        answer.estimate.devices[1] = answer.estimate.devices[0];
        BreakdownModel model;
        set(model, sampleAnswer());
        QCOMPARE(model.headerData(BreakdownModel::PerGpu, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Per GPU"));
        set(model, answer);
        QCOMPARE(model.headerData(BreakdownModel::PerGpu, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Fullest GPU"));
    }

    void unit()
    {
        BreakdownModel model;
        set(model, sampleAnswer(), SizeUnit::GB);
        QCOMPARE(column(model, BreakdownModel::All).first(), QStringLiteral("141.2 GB")); // 131.5 x 2^30
    }
};

QTEST_MAIN(TestBreakdownModel)
#include "tst_breakdownmodel.moc"
