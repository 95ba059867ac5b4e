// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/calibration/calibrationbook.h"
#include "ui/controls/countbox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/problemlabel.h"
#include "ui/logs/logdialog.h"
#include "ui/logs/logfactsview.h"
#include "ui/logs/logtable.h"
#include "ui/logs/logview.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace plimsoll;

namespace {

QString sample(const char *name)
{
    return QStringLiteral(PLIMSOLL_LOG_SAMPLES "/") + QLatin1String(name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The numbers of a list of expected.json, which are written there by hand.
std::vector<double> expected(const char *log, const char *list)
{
    static const QJsonObject all = QJsonDocument::fromJson(contentOf(sample("expected.json"))).object();
    std::vector<double> values;
    for (const QJsonValue &each : all.value(QLatin1String(log)).toObject().value(QLatin1String(list)).toArray())
        values.push_back(each.toObject().value(QLatin1String("value")).toString().remove(QLatin1Char(',')).toDouble());
    return values;
}

/// What two threads share: the log waits at the gate before every read.
struct Gate {
    QSemaphore open;
    QSemaphore gone; ///< released when the device was deleted
};

class WaitingDevice final : public QIODevice
{
public:
    WaitingDevice(std::shared_ptr<Gate> gate, QByteArray log)
        : m_gate(std::move(gate))
        , m_log(std::move(log))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~WaitingDevice() override { m_gate->gone.release(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        m_gate->open.acquire();
        m_gate->open.release();
        const qint64 count = std::min(size, qint64(m_log.size()));
        std::copy_n(m_log.constData(), count, data);
        m_log.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::shared_ptr<Gate> m_gate;
    QByteArray m_log;
};

LogInput waitingLog(const std::shared_ptr<Gate> &gate, const QByteArray &log)
{
    return {QStringLiteral("slow.log"), [gate, log] { return std::make_unique<WaitingDevice>(gate, log); }};
}

} // namespace

/// Start-up logs in the window: dropped, pasted and opened; what is shown of them, stopping, and what one does with
/// them.
class LogDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = std::make_shared<const Catalog>(Catalog::builtIn()); }

    void init()
    {
        m_document = std::make_unique<PlanDocument>(m_catalog);
        m_window = std::make_unique<MainWindow>(m_document.get());
        m_window->show();
        m_document->flush();
    }

    void cleanup()
    {
        m_window.reset();
        m_document.reset();
    }

    void droppedLogOfVllm()
    {
        const Plan before = m_document->plan();
        drop(sample("vllm-v1-two-ranks.log"));
        QVERIFY(dialog()->isVisible());
        QTRY_VERIFY(view()->answer());
        const auto weights = expected("vllm-v1-two-ranks.log", "weights_gib");
        const auto pool = expected("vllm-v1-two-ranks.log", "kv_cache_gib");
        const auto tokens = expected("vllm-v1-two-ranks.log", "kv_cache_tokens");
        QCOMPARE(weights.size(), size_t(2));
        const auto gib = [](double value) -> QString {
            return QString::number(value, 'f', 3) + QStringLiteral(" GiB");
        };
        QCOMPARE(cell("Weights", LogTable::Measured), gib(*std::max_element(weights.begin(), weights.end())));
        QCOMPARE(cell("Weights", LogTable::Ranks), QStringLiteral("7.650 to 7.651"));
        QVERIFY(rowOf("Weights").data(Qt::ToolTipRole).toString().contains(QLatin1String("largest of 2")));
        QCOMPARE(cell("KV cache", LogTable::Measured), gib(*std::min_element(pool.begin(), pool.end())));
        QCOMPARE(cell("Tokens in the KV cache", LogTable::Measured),
                 QLocale().toString(*std::min_element(tokens.begin(), tokens.end()), 'f', 0));
        QCOMPARE(cell("Activations", LogTable::Measured),
                 gib(expected("vllm-v1-two-ranks.log", "activation_gib").at(0)));
        // Every rank, with its line.
        const QModelIndex top = rowOf("Weights");
        QStringList ranks;
        for (int row = 0; row < view()->table()->rowCount(top); ++row) {
            const QModelIndex child = view()->table()->index(row, 0, top);
            if (child.data(LogTable::KindRole) == LogTable::Rank)
                ranks += child.data().toString() + QStringLiteral(", ")
                         + child.siblingAtColumn(LogTable::Inside).data().toString();
        }
        QCOMPARE(ranks, (QStringList{"Worker_TP1 pid=91, inside, line 5", "Worker_TP0 pid=90, inside, line 6"}));
        const QString facts = view()->facts()->text();
        for (const char *fact : {"vLLM 0.11.0 (V1)", "Qwen/Qwen3-8B", "TP 2", "12,288 tokens", "not named in the log"})
            QVERIFY2(facts.contains(QLatin1String(fact)), qPrintable(facts));
        QCOMPARE(m_document->plan(), before);
    }

    void droppedLogOfLlamaCpp()
    {
        drop(sample("llamacpp-two-cards.log"));
        QTRY_VERIFY(view()->answer());
        const QString facts = view()->facts()->text();
        QVERIFY2(facts.contains(QString::fromUtf8("2 × NVIDIA GeForce RTX 4090, lines 2, 3")), qPrintable(facts));
        QVERIFY(view()->gpuBox()->isHidden()); // the log says which
        QCOMPARE(cell("CUDA0: KV cache", LogTable::Inside), QStringLiteral("inside"));
        const QModelIndex weights = rowOf("CUDA0: Weights");
        QCOMPARE(weights.siblingAtColumn(LogTable::Inside).data().toString(), QStringLiteral("outside"));
        // What lies outside is open, and says why.
        QVERIFY(view()->list()->isExpanded(weights));
        const QString reason = view()->table()->index(0, 0, weights).data().toString();
        QVERIFY2(reason.startsWith(QLatin1String("Likely reason: ")), qPrintable(reason));
        QVERIFY(!view()->list()->isExpanded(rowOf("CUDA0: KV cache")));
        QVERIFY2(facts.contains(QLatin1String("Compared with: Llama 3.1 8B Instruct")), qPrintable(facts));
    }

    void predictionOfWeights()
    {
        drop(sample("vllm-v0-profile.log"));
        QTRY_VERIFY(view()->answer());
        // 7,248,023,552 parameters of two bytes each are 13.5005 GiB; a few MiB of buffers are loaded with them.
        const double predicted = cell("Weights", LogTable::Predicted).section(QLatin1Char(' '), 0, 0).toDouble();
        QVERIFY2(predicted >= 13.500 && predicted < 13.520, qPrintable(QString::number(predicted)));
        QCOMPARE(cell("Weights", LogTable::Inside), QStringLiteral("inside"));
        QCOMPARE(rowOf("Weights").data(LogTable::VerdictRole).toInt(), int(LogTable::IsInside));
    }

    void unitFollowsTheWindow()
    {
        drop(sample("vllm-v1-two-ranks.log"));
        QTRY_VERIFY(view()->answer());
        view()->list()->setExpanded(rowOf("Weights"), true);
        m_window->setUnit(SizeUnit::GB);
        QCOMPARE(cell("Weights", LogTable::Measured), QStringLiteral("8.215 GB")); // 7.6512 x 1.073741824
        QVERIFY(cell("KV cache", LogTable::Difference).contains(QLatin1String(" GB ")));
        QCOMPARE(cell("Tokens in the KV cache", LogTable::Measured), QStringLiteral("731,376"));
        QVERIFY(view()->list()->isExpanded(rowOf("Weights"))); // what was opened stays
    }

    void theGpuOfThePlanStandsIn()
    {
        m_document->setGpu(QStringLiteral("nvidia-a100-pcie-40gb"));
        m_document->flush();
        drop(sample("vllm-v1-two-ranks.log"));
        QTRY_VERIFY(view()->answer());
        QVERIFY(view()->gpuBox()->isVisible());
        QVERIFY(view()->gpuBox()->isChecked());
        QVERIFY(view()->gpuBox()->text().contains(QLatin1String("A100")));
        QVERIFY(view()->modelBox()->isHidden());
        QCOMPARE(view()->answer()->plan.gpuCount(), 2); // the log knows how many
        const QString onA100 = cell("KV cache", LogTable::Predicted);
        QVERIFY(!onA100.isEmpty());
        // Another one in the window: the table follows.
        m_document->setGpu(QStringLiteral("nvidia-h100-sxm-80gb"));
        QTRY_VERIFY(cell("KV cache", LogTable::Predicted) != onA100);
        QTest::mouseClick(view()->gpuBox(), Qt::LeftButton, {}, QPoint(8, view()->gpuBox()->height() / 2));
        QTRY_VERIFY(view()->answer()->plan.gpus.empty());
        QVERIFY(view()->summary()->text().startsWith(QLatin1String("No prediction")));
        QVERIFY(!dialog()->planButton()->isEnabled());
    }

    void theModelOfThePlanStandsIn()
    {
        drop(sample("sglang-pools.log"));
        QTRY_VERIFY(view()->answer());
        QVERIFY(view()->summary()->text().contains(QLatin1String("acme/window-model is not in the catalog")));
        QCOMPARE(cell("Weights", LogTable::Inside), QStringLiteral("no prediction"));
        QVERIFY(view()->modelBox()->isVisible());
        QTest::mouseClick(view()->modelBox(), Qt::LeftButton, {}, QPoint(8, view()->modelBox()->height() / 2));
        QTRY_VERIFY(!cell("Weights", LogTable::Predicted).isEmpty());
        QVERIFY(dialog()->planButton()->isEnabled());
    }

    void severalStarts()
    {
        drop(sample("vllm-two-starts.log"));
        QTRY_VERIFY(view()->answer());
        const auto weights = expected("vllm-two-starts.log", "weights_gib");
        QCOMPARE(weights, (std::vector<double>{13.5, 13.5083}));
        QVERIFY(view()->startBox()->isVisible());
        QCOMPARE(view()->startBox()->count(), 2);
        QCOMPARE(cell("Weights", LogTable::Measured), QStringLiteral("13.508 GiB")); // the last one
        view()->startBox()->setFocus();
        QTest::keyClick(view()->startBox(), Qt::Key_Up);
        QTRY_COMPARE(cell("Weights", LogTable::Measured), QStringLiteral("13.500 GiB"));
        QCOMPARE(view()->answer()->start, 0);
    }

    void failedStart()
    {
        drop(sample("vllm-failed-start.log"));
        QTRY_VERIFY(view()->answer());
        const QString notes = view()->notes()->text();
        for (const char *said : {"needs 3.12 GiB", "409.6 MiB", "16,640 tokens"})
            QVERIFY2(notes.contains(QLatin1String(said)), qPrintable(notes));
    }

    void pasted()
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(contentOf(sample("ollama.log"))));
        (*m_window->actions())[ActionId::PasteLog]->trigger();
        QTRY_VERIFY(view()->answer());
        QVERIFY(view()->facts()->text().contains(QLatin1String("Ollama")));
        QVERIFY(rowOf("CUDA0: Weights").isValid());
        QVERIFY(dialog()->title()->text().startsWith(QLatin1String("the clipboard")));
    }

    void pasteKeyIsTheTextFieldsOwn()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("17"));
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QWidget *field = m_window->planPanel()->gpu()->count();
        field->setFocus();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_window->findChild<LogDialog *>());
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_window->findChild<LogDialog *>());
    }

    void logWithoutFigures_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<QString>("says");
        QTest::newRow("of vLLM") << "negative-arguments.log"
                                 << "vLLM 0.10.0 wrote negative-arguments.log";
        QTest::newRow("empty") << "negative-empty.log"
                               << "No line of a known engine";
        QTest::newRow("words alone") << "negative-words.log"
                                     << "Give the log from the engine's start";
    }

    void logWithoutFigures()
    {
        QFETCH(QString, log);
        QFETCH(QString, says);
        drop(sample(qPrintable(log)));
        QTRY_VERIFY(!dialog()->isReading() && !dialog()->problem()->text().isEmpty());
        QVERIFY2(dialog()->problem()->text().contains(says), qPrintable(dialog()->problem()->text()));
        QVERIFY(!view()->isVisible());
        QVERIFY(!dialog()->planButton()->isEnabled());
        QVERIFY(!dialog()->markdownButton()->isEnabled());
    }

    void logThatCannotBeRead()
    {
        m_window->openLog(QStringLiteral("/nowhere/serve.log"));
        QTRY_VERIFY(dialog()->problem()->text().contains(QLatin1String("cannot be read")));
    }

    void stopsAndReadsAgain()
    {
        const auto gate = std::make_shared<Gate>();
        dialog()->read(waitingLog(gate, contentOf(sample("ollama.log"))));
        QVERIFY(dialog()->isReading());
        QVERIFY(dialog()->progress()->isVisible());
        // The window is of use meanwhile.
        m_document->setContextLength(4096);
        m_document->flush();
        QVERIFY(m_document->valid());
        QTest::mouseClick(dialog()->stopButton(), Qt::LeftButton);
        QVERIFY(!dialog()->isReading());
        QVERIFY(dialog()->problem()->text().contains(QLatin1String("was stopped")));
        gate->open.release();
        gate->gone.acquire(); // the reader has ended, and nothing came of it
        QVERIFY(!view()->answer());
        QTest::mouseClick(dialog()->stopButton(), Qt::LeftButton);
        QTRY_VERIFY(view()->answer());
        QVERIFY(view()->isVisible());
        QVERIFY(dialog()->problem()->text().isEmpty());
    }

    void droppedWhileAnotherIsRead()
    {
        const auto gate = std::make_shared<Gate>();
        dialog()->read(waitingLog(gate, contentOf(sample("ollama.log"))));
        QSignalSpy answered(view(), &LogView::answered);
        drop(sample("vllm-v1-two-ranks.log"));
        QTRY_COMPARE(answered.count(), 1);
        gate->open.release();
        gate->gone.acquire();
        // What the first one would still tell would come before this.
        m_window->setUnit(SizeUnit::GB);
        QTest::mouseClick(view()->gpuBox(), Qt::LeftButton, {}, QPoint(8, view()->gpuBox()->height() / 2));
        QTRY_COMPARE(answered.count(), 2);
        QVERIFY(!dialog()->isReading());
        QVERIFY(dialog()->title()->text().startsWith(QLatin1String("vllm-v1-two-ranks.log")));
        QVERIFY(rowOf("KV cache").isValid());
    }

    void droppedOnTheDialog()
    {
        drop(sample("negative-words.log"));
        QTRY_VERIFY(!dialog()->problem()->text().isEmpty());
        drop(sample("ollama.log"), dialog());
        QTRY_VERIFY(view()->answer());
    }

    void pasteKeyInTheDialog()
    {
        drop(sample("negative-words.log"));
        QTRY_VERIFY(!dialog()->problem()->text().isEmpty());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        QGuiApplication::clipboard()->setText(QString::fromUtf8(contentOf(sample("ollama.log"))));
        QTest::keyClick(dialog()->focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(view()->answer());
        QTRY_VERIFY(view()->list()->hasFocus()); // ready for the arrow keys
    }

    void anotherLanguageShowsTheSameLog()
    {
        drop(sample("vllm-two-starts.log"));
        QTRY_VERIFY(view()->answer());
        auto next = std::make_unique<MainWindow>(m_document.get());
        next->show();
        next->continueFrom(*m_window);
        m_window = std::move(next);
        QVERIFY(dialog()->isVisible());
        QTRY_VERIFY(view()->answer());
        QCOMPARE(cell("Weights", LogTable::Measured), QStringLiteral("13.508 GiB"));
    }

    void closingEndsTheReading()
    {
        const auto gate = std::make_shared<Gate>();
        dialog()->read(waitingLog(gate, contentOf(sample("ollama.log"))));
        dialog()->close();
        QVERIFY(!dialog()->isReading());
        m_window.reset(); // without waiting for the reader
        gate->open.release();
        gate->gone.acquire();
    }

    void largeLog()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.log"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contentOf(sample("vllm-v1-two-ranks.log")));
        const QByteArray noise =
            QByteArray("INFO 02-03 10:00:51 [loggers.py:22] Avg prompt throughput: 0.0 tokens/s\n").repeated(1 << 14);
        for (int i = 0; i < 20; ++i)
            file.write(noise);
        file.close();
        int most = 0;
        connect(dialog()->progress(), &QProgressBar::valueChanged, this,
                [&](int value) { most = std::max(most, value); });
        drop(path);
        QTRY_VERIFY_WITH_TIMEOUT(view()->answer(), 60'000);
        QVERIFY(most > 0 && most <= 1000);
        QVERIFY2(dialog()->title()->text().contains(QLatin1String("MB")), qPrintable(dialog()->title()->text()));
        QCOMPARE(cell("Weights", LogTable::Measured), QStringLiteral("7.651 GiB"));
    }

    void useThePlanAndUndo()
    {
        m_document->setSequences(7);
        m_document->flush();
        const Plan before = m_document->plan();
        const int steps = m_document->undoStack()->count();
        drop(sample("vllm-v1-two-ranks.log"));
        QTRY_VERIFY(view()->answer());
        QTest::mouseClick(dialog()->planButton(), Qt::LeftButton);
        m_document->flush();
        QVERIFY(m_document->valid());
        QCOMPARE(m_document->plan().engine, QStringLiteral("vllm"));
        QCOMPARE(m_document->plan().contextLength, 12288);
        QCOMPARE(m_document->plan().gpuCount(), 2);
        QCOMPARE(m_document->plan().sequences, 7); // no log of vLLM says how many there will be
        QCOMPARE(std::get<NamedModel>(m_document->plan().model).id, QStringLiteral("Qwen/Qwen3-8B"));
        QCOMPARE(m_document->undoStack()->count(), steps + 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan(), before);
    }

    void calibrateAndTakeBack()
    {
        drop(sample("vllm-v0-profile.log")); // on a card of 23.64 GiB, as the plan's RTX 4090 is
        QTRY_VERIFY(view()->answer());
        const QString before = cell("Activations", LogTable::Predicted);
        QCOMPARE(expected("vllm-v0-profile.log", "activation_gib"), std::vector<double>{0.71});
        QVERIFY(before != QLatin1String("0.710 GiB"));
        QTest::mouseClick(dialog()->calibrateButton(), Qt::LeftButton);
        QVERIFY2(dialog()->said()->text().contains(QLatin1String("Activations")), qPrintable(dialog()->said()->text()));
        QTRY_COMPARE(cell("Activations", LogTable::Predicted), QStringLiteral("0.710 GiB"));
        QVERIFY2(view()->facts()->text().contains(QLatin1String("Calibrated: vLLM")),
                 qPrintable(view()->facts()->text()));
        QCOMPARE(m_window->calibrationBook()->calibration().records.size(), size_t(1));
        QTest::mouseClick(dialog()->calibrateButton(), Qt::LeftButton);
        QVERIFY(m_window->calibrationBook()->calibration().records.empty());
        QTRY_COMPARE(cell("Activations", LogTable::Predicted), before);
    }

    void calibrationRemovedElsewhere()
    {
        drop(sample("vllm-v0-profile.log"));
        QTRY_VERIFY(view()->answer());
        const QString asks = dialog()->calibrateButton()->text();
        QTest::mouseClick(dialog()->calibrateButton(), Qt::LeftButton);
        QVERIFY(dialog()->calibrateButton()->text() != asks);
        CalibrationBook *book = m_window->calibrationBook();
        QVERIFY(book->remove(CalibrationRecord(*book->calibration().records.front())));
        QCOMPARE(dialog()->calibrateButton()->text(), asks);
    }

    void noCalibrationOnAnotherCard()
    {
        drop(sample("vllm-v1-two-ranks.log")); // on cards of 39.49 GiB
        QTRY_VERIFY(view()->answer());
        QTest::mouseClick(dialog()->calibrateButton(), Qt::LeftButton);
        QVERIFY(dialog()->refusal()->text().contains(QLatin1String("its card has another size")));
        QVERIFY(m_window->calibrationBook()->calibration().records.empty());
    }

    void copies()
    {
        drop(sample("llamacpp-two-cards.log"));
        QTRY_VERIFY(view()->answer());
        QTest::mouseClick(dialog()->markdownButton(), Qt::LeftButton);
        const QStringList markdown = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(markdown.size(), 2 + qsizetype(view()->answer()->comparison.rows.size()));
        for (const QString &line : markdown)
            QCOMPARE(line.count(QLatin1Char('|')), 9);
        QTest::mouseClick(dialog()->csvButton(), Qt::LeftButton);
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY(csv.startsWith(QLatin1String("Item,Rank,Line,Unit,Measured,Predicted,")));
        QVERIFY2(csv.contains(QLatin1String("CUDA0: KV cache,CUDA0,")), qPrintable(csv));
    }

    void othersAreNoLogs()
    {
        QTemporaryDir folder;
        const QString plan = folder.filePath(QStringLiteral("plan.txt"));
        QVERIFY(m_window->savePlan(folder.filePath(QStringLiteral("plan.plimsoll"))));
        QVERIFY(QFile::copy(folder.filePath(QStringLiteral("plan.plimsoll")), plan));
        QVERIFY(m_window->openFile(plan));
        QVERIFY(!m_window->findChild<LogDialog *>());
        // Without an ending its lines tell.
        const QString bare = folder.filePath(QStringLiteral("serve"));
        QVERIFY(QFile::copy(sample("tensorrtllm.log"), bare));
        QVERIFY(m_window->openFile(bare));
        QVERIFY(m_window->findChild<LogDialog *>());
    }

    void tableKeepsTheRulesOfItemModels()
    {
        LogTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LogComparison comparison;
        comparison.rows.resize(2);
        comparison.rows[0].ranks = {{QStringLiteral("TP0"), 1.0, 1, 4}, {QStringLiteral("TP1"), 2.0, 1, 5}};
        table.show(comparison, {LogFigure{}}, SizeUnit::GiB);
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(table.rowCount(table.index(0, 0)), 2);
        table.show(comparison, {LogFigure{}}, SizeUnit::GB);
        table.clear();
        QCOMPARE(table.rowCount(), 0);
    }

    void everyControlHasAName()
    {
        drop(sample("vllm-two-starts.log"));
        QTRY_VERIFY(view()->answer());
        for (const QWidget *each : dialog()->findChildren<QWidget *>()) {
            const bool reached = each->isVisible() && (each->focusPolicy() & Qt::TabFocus);
            const auto *button = qobject_cast<const QAbstractButton *>(each);
            if (reached && !(button && !button->text().isEmpty()) && each != view()->startBox())
                QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
        }
    }

private:
    LogDialog *dialog() { return m_window->logs(); }
    LogView *view() { return dialog()->view(); }

    void drop(const QString &path, QWidget *on = nullptr)
    {
        QWidget *target = on ? on : m_window.get();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &event);
    }

    QModelIndex rowOf(const char *item)
    {
        const LogTable *table = view()->table();
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->index(row, 0).data().toString() == QLatin1String(item))
                return table->index(row, 0);
        }
        return {};
    }

    QString cell(const char *item, LogTable::Column column)
    {
        const QModelIndex row = rowOf(item);
        return row.isValid() ? row.siblingAtColumn(column).data().toString() : QStringLiteral("(no row)");
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(LogDialogTest)
#include "tst_logdialog.moc"
