// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/limitsview.h"

#include "core/catalog/catalog.h"
#include "ui/controls/elidedlabel.h"
#include "ui/views/flatheader.h"
#include "ui/views/panelcolors.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr int kLeastLetters = 24;
constexpr double kMostForQuestions = 0.45; ///< of the width; the answers have the rest

/// Roomy rows; a title stands at the bottom of a higher one, below a line.
class LimitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const double lines = isTitle(index) ? 2.6 : 1.6;
        return {QStyledItemDelegate::sizeHint(option, index).width(), qRound(lines * option.fontMetrics.height())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!isTitle(index)) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        const Theme theme = Theme::forPalette(option.palette);
        const int line = option.rect.top() + option.fontMetrics.height() / 2;
        painter->setPen(theme.color(ThemeColor::Outline));
        painter->drawLine(option.rect.left() + kTextMargin, line, option.rect.right(), line);
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->setPen(theme.color(ThemeColor::MutedText));
        painter->drawText(option.rect.adjusted(kTextMargin, 0, 0, -option.fontMetrics.height() / 4),
                          Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    }

private:
    static constexpr int kTextMargin = 3; ///< as an item view indents the text of a cell

    static bool isTitle(const QModelIndex &index) { return !(index.flags() & Qt::ItemIsEnabled); }
};

} // namespace

struct LimitsView::CatalogCopy {
    Catalog catalog;
};

LimitsView::LimitsView(const Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_catalog(new CatalogCopy{catalog})
    , m_table(new LimitsTable(this))
    , m_list(new QTreeView(this))
    , m_status(new ElidedLabel(this))
    , m_answer(this, [this](const std::vector<LimitRow> &rows) {
        m_table->setRows(rows);
        fitRows();
        m_status->setText(tr("Enter or a double click takes a row over into the plan."));
    })
{
    m_list->setHeader(new FlatHeader(m_list));
    m_list->setModel(m_table);
    m_list->setAccessibleName(tr("Limits of the plan"));
    m_list->setAccessibleDescription(tr("Enter takes a row over into the plan"));
    m_list->setItemDelegate(new LimitDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(true);
    applyTheme();
    m_status->setForegroundRole(QPalette::PlaceholderText);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->addWidget(m_list, 1);
    column->addWidget(m_status);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const LimitRow &row = m_table->row(index.row());
        if (row.plan)
            Q_EMIT planChosen(*row.plan, row.question);
    });
}

LimitsView::~LimitsView() = default;

/// Titles over the whole width, and the questions whole, whatever their language.
void LimitsView::fitRows()
{
    const int most = int(kMostForQuestions * m_list->viewport()->width());
    int widest = kLeastLetters * fontMetrics().averageCharWidth();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!m_table->row(row).isTitle)
            widest = std::max(widest, fontMetrics().horizontalAdvance(m_table->row(row).question));
    }
    m_list->header()->resizeSection(LimitsTable::Question, std::min(most, widest + 2 * fontMetrics().height()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_list->setFirstColumnSpanned(row, QModelIndex(), m_table->row(row).isTitle);
}

void LimitsView::applyTheme()
{
    takePanelColors(m_list, Theme::forPalette(palette()));
    fitRows();
}

void LimitsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

void LimitsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void LimitsView::show(const ChartValues &values)
{
    if (m_table->rowCount() == 0)
        m_status->setText(tr("Working it out ..."));
    m_answer.ask([resolved = values.plan, unit = values.unit,
                  catalog = m_catalog->catalog](const LatestAnswer<std::vector<LimitRow>>::Stopped &stopped) {
        return limitRows(resolved.plan, resolved, catalog, unit, stopped, QLocale());
    });
}

} // namespace plimsoll
