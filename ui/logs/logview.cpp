// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "core/calibration/calibratedplan.h"
#include "core/catalog/catalog.h"
#include "core/logs/logfacts.h"
#include "core/planning/sentences.h"
#include "ui/controls/combobox.h"
#include "ui/controls/problemlabel.h"
#include "ui/logs/logdelegate.h"
#include "ui/logs/logfactsview.h"
#include "ui/logs/lognotes.h"
#include "ui/logs/logtable.h"
#include "ui/views/flatheader.h"
#include "ui/views/panelcolors.h"

#include <QAccessible>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

constexpr int kMostMeasured = 64; ///< ranks of a row that the width of a column follows

} // namespace

LogView::LogView(const Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(catalog)
    , m_facts(new LogFactsView(this))
    , m_startLabel(new QLabel(tr("S&tart of the engine:"), this))
    , m_starts(new ComboBox(24, this))
    , m_takeModel(new QCheckBox(this))
    , m_takeGpu(new QCheckBox(this))
    , m_summary(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_table(new LogTable(this))
    , m_notes(new ProblemLabel(this, ThemeColor::WarnMark))
    , m_work(this, [this](const LogAnswer &answer) { take(answer); })
{
    arrange();
    m_takeGpu->setChecked(m_fill.gpus);
    m_takeModel->setChecked(m_fill.model);
    connect(m_starts, &QComboBox::activated, this, [this] {
        Q_EMIT startChosen();
        ask();
    });
    connect(m_takeGpu, &QCheckBox::clicked, this, [this](bool on) {
        m_fill.gpus = on;
        ask();
    });
    connect(m_takeModel, &QCheckBox::clicked, this, [this](bool on) {
        m_fill.model = on;
        ask();
    });
}

LogView::~LogView() = default;

void LogView::arrange()
{
    m_startLabel->setBuddy(m_starts);
    m_starts->setWhatsThis(tr("A log may hold several starts of the engine. Each is compared by itself."));
    m_takeGpu->setWhatsThis(tr("The log does not say on which GPU it ran. The KV cache is what the GPU has left, so it "
                               "is compared with the GPU of the plan in the window; choose the right one there."));
    m_takeModel->setWhatsThis(
        tr("The model of the log is not known. Choose it in the window, as a file, a folder or an "
           "address, and compare with that."));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);

    auto *header = new FlatHeader(m_list);
    m_list->setHeader(header);
    m_list->setModel(m_table);
    m_list->setItemDelegate(new LogDelegate(m_list));
    m_list->setAccessibleName(tr("Measured and predicted, item by item"));
    m_list->setAccessibleDescription(tr("Right opens a row to the likely reason and to its ranks"));
    m_list->setWhatsThis(tr("Every item that the log measures: of several ranks the one that decides, beside the "
                            "prediction of the same plan, the difference, and the interval that holds 9 of 10 measured "
                            "deployments. Right opens a row to the likely reason and to what each rank reported."));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAllColumnsShowFocus(true);
    m_list->setIndentation(fontMetrics().height());
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->installEventFilter(this);
    header->setGapsBesideNumbers(true);
    header->setSectionsMovable(false);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(20);
    header->setStretchLastSection(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_table, &QAbstractItemModel::modelReset, this, &LogView::fillTable);

    auto *start = new QHBoxLayout;
    start->addWidget(m_startLabel);
    start->addWidget(m_starts);
    start->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(start);
    column->addWidget(m_facts);
    column->addWidget(m_summary);
    column->addWidget(m_takeModel);
    column->addWidget(m_takeGpu);
    column->addWidget(m_list, 1);
    column->addWidget(m_notes);
    applyTheme();
}

void LogView::show(const std::shared_ptr<const LogReading> &reading)
{
    m_reading = reading;
    m_answer.reset();
    m_table->clear();
    fillStarts();
    ask();
}

void LogView::fillStarts()
{
    m_starts->clear();
    for (qint32 start = 0; start < m_reading->starts; ++start) {
        const auto first = std::find_if(m_reading->figures.begin(), m_reading->figures.end(),
                                        [start](const LogFigure &figure) { return figure.start == start; });
        const QString name = tr("%1 of %2").arg(start + 1).arg(m_reading->starts);
        m_starts->addItem(first == m_reading->figures.end()
                              ? tr("%1, without figures").arg(name)
                              : tr("%1, figures from line %2").arg(name).arg(first->line));
    }
    m_starts->setCurrentIndex(m_starts->count() - 1);
    const bool several = m_reading->starts > 1;
    m_startLabel->setVisible(several);
    m_starts->setVisible(several);
}

void LogView::setPlan(const Plan &own)
{
    const bool sameModel = own.model == m_own.model && own.weights == m_own.weights;
    const bool sameGpus = own.gpus == m_own.gpus;
    m_own = own;
    if (!m_answer)
        return;
    showGaps();
    if ((m_answer->gaps.model && m_fill.model && !sameModel) || (m_answer->gaps.gpus && m_fill.gpus && !sameGpus))
        ask();
}

void LogView::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (m_answer)
        showAnswer();
}

void LogView::takeCatalog()
{
    ask();
}

void LogView::ask()
{
    if (!m_reading)
        return;
    m_work.ask([reading = m_reading, catalog = m_catalog, own = m_own, fill = m_fill,
                start = qint32(m_starts->currentIndex())](const LatestAnswer<LogAnswer>::Stopped &) {
        return answerLog(*reading, catalog, own, fill, start);
    });
}

void LogView::take(const LogAnswer &answer)
{
    m_answer = answer;
    std::vector<LogFact> facts = factsOfLog(*m_reading, answer.log, answer.start);
    if (answer.answer) {
        facts.push_back({tr("Compared with"), planTitle(answer.answer->plan, QLocale()), {}});
        if (const QString own = calibrationNames(answer.answer->plan); !own.isEmpty())
            facts.push_back({tr("Calibrated"), own, {}});
    }
    m_facts->setFacts(facts);
    showGaps();
    showAnswer();
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT answered();
}

void LogView::showGaps()
{
    m_takeModel->setVisible(m_answer->gaps.model);
    m_takeGpu->setVisible(m_answer->gaps.gpus);
    m_takeModel->setText(tr("Take the &model of the plan in the window: %1").arg(modelName(m_own, m_catalog)));
    m_takeGpu->setText(tr("Take the &GPU of the plan in the window: %1").arg(gpuName(m_own, m_catalog)));
    m_takeGpu->setEnabled(!m_own.gpus.empty());
}

void LogView::showAnswer()
{
    m_summary->setText(logSummary(*m_answer));
    m_table->show(m_answer->comparison, m_answer->besides, m_unit);
    m_notes->setProblems(logNotes(*m_reading, *m_answer));
    fitColumns();
}

/// A narrow view shows fewer columns, whole, instead of all of them cut off; what is left out stands in an opened row
/// and in the tool tip.
void LogView::fitColumns()
{
    QFont bold = m_list->font();
    bold.setBold(true);
    const QFontMetrics titles(bold), cells(m_list->font());
    const int gap = cells.height();
    std::array<int, LogTable::ColumnCount> widths{};
    std::array<bool, LogTable::ColumnCount> used{};
    int needed = 0;
    for (int column = 0; column < LogTable::ColumnCount; ++column) {
        int width = titles.horizontalAdvance(m_table->headerData(column, Qt::Horizontal).toString());
        const auto measure = [&](const QModelIndex &index, int indents) {
            const QString text = index.data().toString();
            used[size_t(column)] = used[size_t(column)] || !text.isEmpty();
            width = std::max(width, cells.horizontalAdvance(text) + indents * m_list->indentation());
        };
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const QModelIndex top = m_table->index(row, 0);
            measure(top.siblingAtColumn(column), column == 0 ? 1 : 0);
            for (int child = 0; child < std::min(kMostMeasured, m_table->rowCount(top)); ++child) {
                if (top.data(LogTable::KindRole) == LogTable::Row
                    && m_table->index(child, 0, top).data(LogTable::KindRole) == LogTable::Rank)
                    measure(m_table->index(child, column, top), column == 0 ? 2 : 0);
            }
        }
        const bool besideNumbers = column == LogTable::Ranks || column == LogTable::Interval;
        width += besideNumbers ? FlatHeader::lastColumnGap(cells) : 0;
        width += column == LogTable::Inside ? 2 * cells.height() : gap; // the sign, and the end
        widths[size_t(column)] = width;
        needed += used[size_t(column)] ? width : 0;
    }
    for (const int column : {LogTable::Ranks, LogTable::Interval, LogTable::Difference}) {
        const bool fits = needed <= m_list->viewport()->width();
        if (used[size_t(column)] && !fits)
            needed -= widths[size_t(column)];
        m_list->setColumnHidden(column, !used[size_t(column)] || !fits);
    }
    m_list->setColumnHidden(LogTable::Predicted, !used[LogTable::Predicted]);
    for (int column = 0; column < LogTable::Inside; ++column) {
        if (!m_list->isColumnHidden(column))
            m_list->setColumnWidth(column, widths[size_t(column)]);
    }
}

/// What lies outside is open, since its reason is what one looks for.
void LogView::fillTable()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QModelIndex top = m_table->index(row, 0);
        for (int child = 0; child < m_table->rowCount(top); ++child) {
            const bool isReason = m_table->index(child, 0, top).data(LogTable::KindRole).toInt() == LogTable::Reason;
            m_list->setFirstColumnSpanned(child, top, isReason);
        }
        m_list->setExpanded(top, top.data(LogTable::VerdictRole).toInt() == LogTable::IsOutside);
    }
}

void LogView::applyTheme()
{
    takePanelColors(m_list, Theme::forPalette(palette()));
    fitColumns();
}

void LogView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

bool LogView::eventFilter(QObject *watched, QEvent *event)
{
    // The height of a wrapped reason follows from the width.
    if (watched == m_list->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
        m_list->doItemsLayout();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plimsoll
