// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/fitquestions.h"
#include "core/planning/planning.h"
#include "ui/actions.h"
#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/whatfits/fitmatrix.h"
#include "ui/whatfits/fitsearch.h"
#include "ui/whatfits/fittable.h"
#include "ui/whatfits/fitview.h"
#include "ui/whatfits/limitsview.h"
#include "ui/whatfits/matrixview.h"
#include "ui/whatfits/modelmatrix.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <limits>
#include <set>

using namespace plimsoll;

/// The page that lists GPUs, in the window, and the engine's command out of it and into it.
class WhatFitsTest : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;

    FitView *page()
    {
        m_window->answers()->showPage(QStringLiteral("what-fits"));
        return m_window->answers()->whatFits();
    }
    FitView *matrixPage()
    {
        FitView *view = page();
        QTest::keyClick(view->shapeBox(), Qt::Key_Down);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(!view->matrix()->matrix()->isRunning() && view->matrix()->model()->rowCount() > 0,
                                     30000);
        }();
        return view;
    }
    static const FitMatrix *precisions(const FitView *view)
    {
        return static_cast<const FitMatrix *>(view->matrix()->matrix());
    }
    static int rowOf(const FitMatrix &matrix, const QString &gpu)
    {
        for (int row = 0; row < matrix.rowCount(); ++row) {
            if (matrix.answer().gpus[size_t(row)].id == gpu)
                return row;
        }
        return -1;
    }
    static QModelIndex first(const FitView *view, int column = 0) { return view->list()->model()->index(0, column); }
    static bool isReady(const FitView *view)
    {
        return !view->search()->isRunning() && view->list()->model()->rowCount() > 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStringLiteral("Fusion"));
        m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    }
    void init()
    {
        m_document = std::make_unique<PlanDocument>(m_catalog);
        m_document->setModel(QStringLiteral("Qwen/Qwen3-32B"));
        m_document->flush();
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void listsWhatCoreFinds()
    {
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        const auto expected = fitOfGpus(m_document->plan(), *m_catalog);
        QVERIFY(expected);
        const auto fitting =
            std::count_if(expected->begin(), expected->end(), [](const GpuFit &fit) { return fit.fits; });
        QCOMPARE(view->list()->model()->rowCount(), int(fitting));
        view->allBox()->click();
        QCOMPARE(view->list()->model()->rowCount(), int(expected->size()));
        QVERIFY(view->status()->text().contains(QString::number(fitting)));
        // Those that do not carry the plan come last.
        const QAbstractItemModel *rows = view->list()->model();
        QVERIFY(rows->index(0, 0).data(FitTable::FitsRole).toBool());
        QVERIFY(!rows->index(rows->rowCount() - 1, 0).data(FitTable::FitsRole).toBool());
    }

    void modelKeepsItsPromises()
    {
        FitTable table;
        FitFilter filter(&table);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester filtered(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        GpuFit one;
        one.gpu = QStringLiteral("a");
        one.name = QStringLiteral("A 24GB");
        one.count = 2;
        one.fits = true;
        one.watts = 700;
        one.pricePerHour = 3.6;
        one.decodeTokensPerSecond = 50;
        one.decodeTokensPerSecondTotal = 1000;
        GpuFit other = one;
        other.name = QStringLiteral("Beta");
        other.fits = false;
        table.setFits({one, other});
        QCOMPARE(table.fitting(), 1);
        QCOMPARE(filter.rowCount(), 1);
        filter.setShowsAll(true);
        filter.setTyped(QStringLiteral("beta"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setTyped(QString());
        QCOMPARE(table.index(0, FitTable::Count).data().toString(), QStringLiteral("2 ×"));
        // $3.60 an hour over 3.6 million tokens an hour.
        QCOMPARE(table.index(0, FitTable::TokenPrice).data().toString(), QStringLiteral("$1.00"));
        table.setUnit(SizeUnit::GB);
        table.setFits({});
    }

    /// Each cell of the matrix is what a plan with that GPU and precision answers; one GPU less does not carry it.
    void matrixIsWhatEstimateSays()
    {
        FitView *view = matrixPage();
        const FitMatrix *matrix = precisions(view);
        int checked = 0;
        for (const char *gpu : {"nvidia-h100-sxm-80gb", "nvidia-rtx-4090-24gb", "amd-mi300x-192gb"}) {
            const int row = rowOf(*matrix, QLatin1String(gpu));
            QVERIFY2(row >= 0, gpu);
            for (int column = 0; column < matrix->columnCount(); ++column) {
                const FitCell &cell = matrix->answer().cell(row, column);
                if (!cell.fits())
                    continue;
                Plan plan = m_document->plan();
                plan.weights = matrix->answer().formats.at(column);
                plan.gpus = {{QLatin1String(gpu), cell.count}};
                plan.parallel = cell.parallel;
                const Result<PlanAnswer> whole = answerPlan(plan, *m_catalog);
                QVERIFY2(whole.ok(), gpu);
                QVERIFY2(whole->estimate.fits, gpu);
                QCOMPARE(whole->estimate.headroom, cell.headroom);
                QCOMPARE(whole->estimate.gpusNeeded, cell.count);
                ++checked;
            }
        }
        QVERIFY(checked > 15);
    }

    /// A click plans with the GPU, the count and the precision of a cell, Enter too; undo takes it back.
    void plansWithACell()
    {
        FitView *view = matrixPage();
        QTest::keyClicks(view->searchLine(), QStringLiteral("h100 sxm5 80gb"));
        const QAbstractItemModel *cells = view->matrix()->model();
        QVERIFY(cells->rowCount() >= 1);
        const int column = int(precisions(view)->answer().formats.indexOf(QStringLiteral("awq-int4")));
        QVERIFY(column > 0);
        QModelIndex cell;
        for (int row = 0; row < cells->rowCount(); ++row) {
            if (cells->index(row, column).data(FitTable::GpuRole) == QLatin1String("nvidia-h100-sxm-80gb"))
                cell = cells->index(row, column);
        }
        QVERIFY(cell.isValid());
        // 32.8e9 weights in 4 bits are some 17 GiB.
        QCOMPARE(cell.data().toString(), QStringLiteral("1×"));
        const Plan before = m_document->plan();
        view->matrix()->scrollTo(cell);
        QTest::mouseClick(view->matrix()->viewport(), Qt::LeftButton, {}, view->matrix()->visualRect(cell).center());
        m_document->flush();
        QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(m_document->plan().gpus.front().count, 1);
        QCOMPARE(m_document->plan().weights, QStringLiteral("awq-int4"));
        QVERIFY(m_document->estimate().fits);
        m_document->undoStack()->undo();
        m_document->flush();
        QVERIFY(m_document->plan() == before);

        // From there with the keyboard: one column to the left, and Enter.
        view->matrix()->setFocus();
        QTest::keyClick(view->matrix(), Qt::Key_Left);
        QCOMPARE(view->matrix()->currentIndex().column(), column - 1);
        QVERIFY(view->matrix()->currentIndex().data(FitTable::FitsRole).toBool());
        QTest::keyClick(view->matrix(), Qt::Key_Return);
        m_document->flush();
        QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
        QCOMPARE(m_document->plan().weights, precisions(view)->answer().formats.at(column - 1));
    }

    /// What a colour says the text says: a bare number, a star for several machines, nothing.
    /// A cell of the models' matrix plans with that model on that GPU; marks add columns.
    void modelsMatrix()
    {
        FitView *view = page();
        QTest::keyClick(view->shapeBox(), Qt::Key_Down);
        QTest::keyClick(view->shapeBox(), Qt::Key_Down);
        QVERIFY(view->models()->isVisible());
        const auto *matrix = static_cast<const ModelMatrix *>(view->models()->matrix());
        QTRY_VERIFY_WITH_TIMEOUT(!view->isRunning() && matrix->rowCount() > 300, 60000);
        const int common = matrix->columnCount();
        QVERIFY(common >= 8);
        view->searchLine()->setText(QStringLiteral("qwen3 14b"));
        const QAbstractItemModel *shown = view->models()->model();
        QVERIFY(shown->rowCount() >= 1 && shown->rowCount() < 20);
        int row = 0;
        while (row < shown->rowCount()
               && shown->index(row, 0).data(FitTable::GpuRole).toString() != QLatin1String("Qwen/Qwen3-14B"))
            ++row;
        QVERIFY(row < shown->rowCount());
        int column = 0;
        while (matrix->gpus()[size_t(column)].id != QLatin1String("nvidia-h100-sxm-80gb"))
            ++column;
        const QModelIndex cell = shown->index(row, column);
        QCOMPARE(cell.data().toString(), QStringLiteral("1×"));
        QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("1 × H100 SXM5 80GB with Qwen3 14B")));
        view->models()->scrollTo(cell);
        QTest::mouseClick(view->models()->viewport(), Qt::LeftButton, {}, view->models()->visualRect(cell).center());
        QCOMPARE(std::get<NamedModel>(m_document->plan().model).id, QStringLiteral("Qwen/Qwen3-14B"));
        QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->flush();
        QVERIFY(m_document->estimate().fits);
        m_document->undoStack()->undo();
        QVERIFY(std::get<NamedModel>(m_document->plan().model).id != QLatin1String("Qwen/Qwen3-14B"));
    }

    void matrixIsReadWithoutColours()
    {
        m_document->setModel(QStringLiteral("deepseek-ai/DeepSeek-V3"));
        m_document->flush();
        FitView *view = matrixPage();
        const FitMatrix *matrix = precisions(view);
        const Theme theme = Theme::forPalette(view->palette());
        std::set<QRgb> colours;
        std::set<QString> kinds;
        for (int row = 0; row < matrix->rowCount(); ++row) {
            for (int column = 0; column < matrix->columnCount(); ++column) {
                const QModelIndex index = matrix->index(row, column);
                const FitCell &cell = matrix->cell(index);
                const QString text = index.data().toString();
                const bool several = cell.count > matrix->answer().gpus[size_t(row)].maxPerNode;
                const QColor colour = index.data(Qt::BackgroundRole).value<QColor>();
                QCOMPARE(text.isEmpty(), !cell.fits());
                QCOMPARE(text.endsWith(QLatin1Char('*')), several);
                QCOMPARE(index.data(Qt::FontRole).value<QFont>().bold(), cell.count == 1);
                QCOMPARE(colour, theme.color(!cell.fits()      ? ThemeColor::Panel
                                             : cell.count == 1 ? ThemeColor::OkFill
                                             : several         ? ThemeColor::WarnFill
                                                               : ThemeColor::NeutralFill));
                QVERIFY(contrastRatio(index.data(Qt::ForegroundRole).value<QColor>(), colour) >= 4.5);
                QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
                colours.insert(colour.rgb());
            }
        }
        QVERIFY(colours.size() >= 3);
    }

    void matrixKeepsItsPromises()
    {
        FitView *view = matrixPage();
        const QAbstractItemModelTester tester(view->matrix()->matrix(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester filtered(view->matrix()->filter(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        // A click on a precision sorts by it, with those that it does not fit last.
        QHeaderView *header = view->matrix()->horizontalHeader();
        const int column = int(precisions(view)->answer().formats.indexOf(QStringLiteral("fp8")));
        QVERIFY(column > 0);
        const int x = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
        const QAbstractItemModel *cells = view->matrix()->model();
        int before = 0;
        for (int row = 0; row < cells->rowCount(); ++row) {
            const QVariant count = cells->index(row, column).data(FitTable::SortRole);
            const int now = count.isValid() ? count.toInt() : std::numeric_limits<int>::max();
            QVERIFY(before <= now);
            before = now;
        }
        m_document->setContextLength(16384);
        m_document->flush();
        QTRY_VERIFY_WITH_TIMEOUT(!view->matrix()->matrix()->isRunning(), 30000);
        m_document->setEngine(QStringLiteral("transformers"));
        m_document->flush();
        QTRY_COMPARE_WITH_TIMEOUT(precisions(view)->answer().formats.value(1), QStringLiteral("fp32"), 30000);
    }

    /// The space bar marks a GPU as one's own; the check box keeps to these, in the matrix too.
    void onlyWhatIHave()
    {
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        const int all = view->list()->model()->rowCount();
        view->ownBox()->click();
        QCOMPARE(view->list()->model()->rowCount(), 0);
        QVERIFY(view->status()->text().contains(QLatin1String("marked as yours")));
        view->ownBox()->click();
        QCOMPARE(view->list()->model()->rowCount(), all);
        QTest::keyClicks(view->searchLine(), QStringLiteral("h100 sxm5 80gb"));
        view->list()->setCurrentIndex(first(view, FitTable::Count));
        view->list()->setFocus();
        QTest::keyClick(view->list(), Qt::Key_Space);
        QCOMPARE(first(view).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        const QString gpu = first(view).data(FitTable::GpuRole).toString();
        QCOMPARE(view->preferences().ownGpus, QStringList{gpu});
        view->searchLine()->clear();
        view->ownBox()->click();
        QCOMPARE(view->list()->model()->rowCount(), 1);
        QTest::keyClick(view->shapeBox(), Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!view->matrix()->matrix()->isRunning() && view->matrix()->model()->rowCount() > 0,
                                 30000);
        QCOMPARE(view->matrix()->model()->rowCount(), 1);
        QVERIFY(view->matrix()->model()->headerData(0, Qt::Vertical).toString().startsWith(QChar(0x2713)));
    }

    /// Typed like a price, kept like one, and the catalog's again where the field is empty.
    void ownPrice()
    {
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        const int count = first(view, FitTable::Count).data(FitTable::SortRole).toInt();
        QVERIFY(count > 0);
        QTest::keyClicks(view->priceField(), QStringLiteral("x1.5y"));
        QCOMPARE(view->priceField()->text(), QStringLiteral("1.5"));
        QCOMPARE(view->preferences().pricePerGpuHour.value_or(0), 1.5);
        for (int row = 0; row < view->list()->model()->rowCount(); ++row) {
            const auto at = [&](int column) { return view->list()->model()->index(row, column); };
            const int many = at(FitTable::Count).data(FitTable::SortRole).toInt();
            QCOMPARE(at(FitTable::Price).data(FitTable::SortRole).toDouble(), 1.5 * many);
            QCOMPARE(at(FitTable::MonthPrice).data().toString(),
                     QLatin1Char('$') + QLocale().toString(1.5 * many * 730, 'f', 0));
        }
        QVERIFY(view->status()->text().contains(QLatin1String("yours")));
        view->priceField()->clear();
        QVERIFY(!view->preferences().pricePerGpuHour);
        QVERIFY(view->status()->text().contains(QLatin1String("catalog")));
    }

    /// Marks, price and shape outlast the window.
    void remembers()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        FitPreferences set;
        set.ownGpus = QStringList{QStringLiteral("nvidia-rtx-4090-24gb"), QStringLiteral("amd-mi300x-192gb")};
        set.onlyOwn = true;
        set.pricePerGpuHour = 2.25;
        set.shape = FitShape::Precisions;
        {
            Settings settings(file);
            QVERIFY(settings.fitPreferences() == FitPreferences());
            settings.setFitPreferences(set);
            QVERIFY(settings.save());
        }
        m_window->remember(std::make_unique<Settings>(file), false);
        FitView *view = page();
        QVERIFY(view->preferences() == set);
        QVERIFY(view->ownBox()->isChecked());
        QVERIFY(view->matrix()->isVisible());
        QCOMPARE(view->priceField()->text(), QLocale().toString(2.25));
        view->ownBox()->click();
        m_window->close();
        QVERIFY(!Settings(file).fitPreferences().onlyOwn);
        QCOMPARE(Settings(file).fitPreferences().ownGpus, set.ownGpus);
    }

    void sortsByWhatIsClicked_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("count") << int(FitTable::Count);
        QTest::newRow("room") << int(FitTable::Headroom);
        QTest::newRow("speed") << int(FitTable::Speed);
        QTest::newRow("price") << int(FitTable::Price);
        QTest::newRow("price of a month") << int(FitTable::MonthPrice);
        QTest::newRow("price of tokens") << int(FitTable::TokenPrice);
        QTest::newRow("power") << int(FitTable::Watts);
    }
    void sortsByWhatIsClicked()
    {
        QFETCH(int, column);
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            view->list()->sortByColumn(column, order);
            const QAbstractItemModel *rows = view->list()->model();
            bool known = true;
            for (int row = 1; row < rows->rowCount(); ++row) {
                const QVariant before = rows->index(row - 1, column).data(FitTable::SortRole);
                const QVariant after = rows->index(row, column).data(FitTable::SortRole);
                QVERIFY2(known || !after.isValid(), "what is not known comes last");
                known = after.isValid();
                if (before.isValid() && after.isValid())
                    QVERIFY(order == Qt::AscendingOrder ? before.toDouble() <= after.toDouble()
                                                        : before.toDouble() >= after.toDouble());
            }
        }
    }

    /// Typing narrows the list, Enter plans with the row, and undo takes that back.
    void plansWithARow()
    {
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        QTest::keyClicks(view->searchLine(), QStringLiteral("h100 sxm5 80gb"));
        QVERIFY(view->list()->model()->rowCount() >= 1);
        const QString gpu = first(view).data(FitTable::GpuRole).toString();
        QCOMPARE(gpu, QStringLiteral("nvidia-h100-sxm-80gb"));
        view->list()->setCurrentIndex(first(view));
        view->list()->setFocus();
        QTest::keyClick(view->list(), Qt::Key_Return);
        m_document->flush();
        QCOMPARE(m_document->plan().gpus.front().id, gpu);
        QVERIFY(m_document->estimate().fits);
        m_document->undoStack()->undo();
        m_document->flush();
        QVERIFY(m_document->plan().gpus.front().id != gpu);
    }

    /// Only the last of many plans is answered, and another GPU is no other question.
    void answersTheLastPlan()
    {
        FitView *view = page();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(view), 20000);
        QSignalSpy started(view->search(), &FitSearch::started);
        QSignalSpy answered(view->search(), &FitSearch::answered);
        for (qint64 context = 1000; context <= 5000; context += 1000) {
            m_document->setContextLength(context);
            m_document->flush();
        }
        const auto expected = fitOfGpus(m_document->plan(), *m_catalog);
        QTRY_VERIFY_WITH_TIMEOUT(!view->search()->isRunning() && !answered.isEmpty(), 20000);
        QCOMPARE(started.size(), 5);
        QVERIFY(answered.size() <= 5);
        const auto last = answered.last().front().value<std::vector<GpuFit>>();
        QCOMPARE(last.size(), expected->size());
        for (size_t i = 0; i < last.size(); ++i)
            QCOMPARE(last[i].headroom, (*expected)[i].headroom);
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->flush();
        QCOMPARE(started.size(), 5);
    }

    /// The window may close while the catalog is looked through.
    void closesWhileSearching()
    {
        page();
        m_window.reset();
    }

    /// Every question and step has a row; one that is chosen becomes the plan, named in the undo list.
    void limits()
    {
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->setGpuCount(2);
        m_document->flush();
        m_window->answers()->showPage(QStringLiteral("limits"));
        LimitsView *view = m_window->answers()->limits();
        QVERIFY(view);
        QTRY_VERIFY_WITH_TIMEOUT(!view->isRunning() && view->table()->rowCount() > 0, 20000);
        QCOMPARE(view->table()->rowCount(), 8 + 1 + 4); // questions, a title, steps
        const auto row = [&](const QString &question) {
            for (int i = 0; i < view->table()->rowCount(); ++i) {
                if (view->table()->index(i, 0).data().toString() == question)
                    return view->table()->index(i, 0);
            }
            return QModelIndex();
        };
        const QAbstractItemModelTester tester(view->table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex users = row(QStringLiteral("1 more user"));
        QVERIFY(users.isValid());
        view->list()->setCurrentIndex(users);
        view->list()->setFocus();
        QTest::keyClick(view->list(), Qt::Key_Return);
        m_document->flush();
        QCOMPARE(m_document->plan().sequences.value_or(0), 2);
        QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("1 more user"));
        // The rows follow the plan: the next step leads to three.
        QTRY_VERIFY_WITH_TIMEOUT(!view->isRunning(), 20000);
        QTRY_COMPARE(view->table()->row(users.row()).plan->sequences.value_or(0), 3);
        const QModelIndex context = row(QStringLiteral("Longest context"));
        QVERIFY(context.isValid());
        view->list()->setCurrentIndex(context);
        QTest::keyClick(view->list(), Qt::Key_Return);
        m_document->flush();
        QVERIFY(m_document->estimate().fits);
        QVERIFY(m_document->plan().contextLength.value_or(0) > 8192);
    }

    void copiesTheEngineCommand()
    {
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        m_document->setGpuCount(2);
        m_document->flush();
        (*m_window->actions())[ActionId::CopyLaunch]->trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(QLatin1String("vllm serve Qwen/Qwen3-32B")), qPrintable(copied));
        QVERIFY2(copied.contains(QLatin1String("--tensor-parallel-size 2")), qPrintable(copied));
        m_document->setEngine(QStringLiteral("transformers"));
        m_document->flush();
        (*m_window->actions())[ActionId::CopyLaunch]->trigger();
        QVERIFY(m_window->fileNotice()->isVisible());
        QCOMPARE(QGuiApplication::clipboard()->text(), copied);
    }

    void pastesAnEngineCommand()
    {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("vllm serve Qwen/Qwen3-8B --max-model-len 16k --max-num-seqs 32 --api-key x"));
        (*m_window->actions())[ActionId::PasteLaunch]->trigger();
        m_document->flush();
        QCOMPARE(std::get<NamedModel>(m_document->plan().model).id, QStringLiteral("Qwen/Qwen3-8B"));
        QCOMPARE(m_document->plan().contextLength.value_or(0), 16384);
        QCOMPARE(m_document->plan().engineOptions.value(QLatin1String("maxNumSeqs")).toInt(), 32);
        QVERIFY(m_window->fileNotice()->text().contains(QLatin1String("--api-key x")));
        m_document->undoStack()->undo();
        m_document->flush();
        QCOMPARE(std::get<NamedModel>(m_document->plan().model).id, QStringLiteral("Qwen/Qwen3-32B"));

        QGuiApplication::clipboard()->setText(QStringLiteral("ls -l"));
        const Plan before = m_document->plan();
        (*m_window->actions())[ActionId::PasteLaunch]->trigger();
        QVERIFY(m_document->plan() == before);
        QVERIFY(m_window->fileNotice()->isVisible());
    }
};

QTEST_MAIN(WhatFitsTest)
#include "tst_whatfits.moc"
