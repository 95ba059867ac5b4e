// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whatfits/fitview.h"

#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/views/flatheader.h"
#include "ui/views/panelcolors.h"
#include "ui/views/roomydelegate.h"
#include "ui/whatfits/fitmatrix.h"
#include "ui/whatfits/fitsearch.h"
#include "ui/whatfits/fittable.h"
#include "ui/whatfits/matrixview.h"
#include "ui/whatfits/modelmatrix.h"

#include <QCheckBox>
#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace plimsoll {
namespace {

/// US dollars; no GPU costs more, so a longer number is a slip.
constexpr double kMostPerHour = 100'000;
constexpr int kPriceDigits = 4;
constexpr int kApart = 14; ///< pixels between choices
/// Heights of a line below which the page keeps its room for rows.
constexpr int kLeastLines = 11;
constexpr int kLeastLinesForBoxes = 8;
constexpr int kFieldMargin = 4; ///< pixels, as the fields of the left-hand side have
/// Letters of the name that a column of numbers must not take away.
constexpr int kLeastName = 20;

} // namespace

FitView::FitView(const Catalog &catalog, const FitPreferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_search(new FitSearch(catalog, this))
    , m_table(new FitTable(this))
    , m_filter(new FitFilter(m_table, this))
    , m_line(new QLineEdit(this))
    , m_shape(new ComboBox(12, this))
    , m_own(new QCheckBox(tr("Only m&ine"), this))
    , m_all(new QCheckBox(tr("Also too small o&nes"), this))
    , m_priceLabel(new QLabel(tr("Your $ per GPU-&hour"), this))
    , m_price(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QTreeView(this))
    , m_matrix(new MatrixView(new FitMatrix(catalog), tr("GPU"), this))
    , m_models(new MatrixView(new ModelMatrix(catalog), tr("Model"), this))
    , m_status(new ElidedLabel(this))
{
    arrange();
    takePreferences();
    connectParts();
    applyTheme();
}

void FitView::connectParts()
{
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_filter->setTyped(typed);
        for (MatrixView *matrix : {m_matrix, m_models})
            matrix->filter()->setTyped(typed);
        showStatus();
    });
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        m_filter->setShowsAll(all);
        for (MatrixView *matrix : {m_matrix, m_models})
            matrix->filter()->setShowsAll(all);
    });
    connect(m_own, &QCheckBox::toggled, this, [this](bool only) {
        m_preferences.onlyOwn = only;
        takePreferences();
        askWhatIsShown();
        showStatus();
    });
    connect(m_table, &FitTable::ownEdited, this, [this](const QStringList &gpus) {
        m_preferences.ownGpus = gpus;
        takePreferences();
        showStatus();
    });
    connect(m_shape, &QComboBox::activated, this, [this](int index) {
        m_preferences.shape = FitShape(std::clamp(index, 0, int(FitShape::Models)));
        takePreferences();
        askWhatIsShown();
        showStatus();
    });
    connect(m_price, &QLineEdit::textChanged, this, &FitView::takePrice);
    connect(m_list, &QTreeView::activated, this, &FitView::choose);
    for (MatrixView *matrix : {m_matrix, m_models}) {
        connect(matrix, &MatrixView::cellChosen, this, &FitView::fitChosen);
        connect(matrix->matrix(), &CellMatrix::started, this, &FitView::showStatus);
        connect(matrix->matrix(), &CellMatrix::answered, this, &FitView::showStatus);
    }
    connect(m_search, &FitSearch::started, this, &FitView::showStatus);
    connect(m_search, &FitSearch::answered, this, [this](const std::vector<GpuFit> &fits) {
        m_problem.clear();
        m_table->setFits(fits);
        showStatus();
    });
    connect(m_search, &FitSearch::failed, this, [this](const QString &why) {
        m_problem = why;
        m_table->setFits({});
        showStatus();
    });
}

void FitView::arrange()
{
    m_line->setPlaceholderText(tr("Search: h100, radeon, 24gb, qwen ..."));
    m_line->setAccessibleName(tr("Search what carries the plan"));
    m_line->setClearButtonEnabled(true);
    m_shape->addItem(tr("Speed and price"));
    m_shape->addItem(tr("Precisions"));
    m_shape->addItem(tr("Models"));
    m_shape->setAccessibleName(tr("What is shown of each GPU"));
    m_shape->setToolTip(tr("Speed, price and power in this precision, or how many\n"
                           "are needed in every precision, or for every model"));
    m_own->setToolTip(tr("Those with a check mark in the list of speed and price; the space bar sets it"));
    auto *validator = new QDoubleValidator(0, kMostPerHour, kPriceDigits, m_price);
    validator->setNotation(QDoubleValidator::StandardNotation);
    m_price->setValidator(validator);
    m_price->setPlaceholderText(tr("catalog"));
    m_price->setClearButtonEnabled(true);
    m_price->setAccessibleName(tr("Your own price in US dollars for one GPU and hour"));
    m_price->setToolTip(tr("US dollars for one GPU and hour; empty: the cheapest dated offer of the catalog"));
    m_priceLabel->setBuddy(m_price);
    for (QLineEdit *field : {m_line, m_price})
        field->setTextMargins(kFieldMargin, 1, 0, 1);
    if (m_preferences.pricePerGpuHour)
        m_price->setText(QLocale().toString(*m_preferences.pricePerGpuHour, 'f', QLocale::FloatingPointShortest));

    arrangeList();
    m_stack->addWidget(m_list);
    m_matrix->setAccessibleName(tr("GPUs by precisions"));
    m_matrix->setAccessibleDescription(tr("Enter plans with the GPU and the precision of a cell"));
    m_models->setAccessibleName(tr("Models by GPUs"));
    m_models->setAccessibleDescription(tr("Enter plans with the model and the GPU of a cell"));
    m_stack->addWidget(m_matrix);
    m_stack->addWidget(m_models);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_line, 1);
    top->addWidget(m_shape);
    auto *checks = new QHBoxLayout;
    checks->setSpacing(kApart);
    checks->addWidget(m_own);
    checks->addWidget(m_all);
    checks->addStretch(1);
    auto *price = new QHBoxLayout;
    price->addWidget(m_priceLabel);
    price->addWidget(m_price);
    price->addStretch(1);
    m_choices = new QBoxLayout(QBoxLayout::LeftToRight);
    m_choices->setSpacing(kApart);
    m_choices->addLayout(checks, 1);
    m_choices->addLayout(price);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 8);
    column->addLayout(top);
    column->addLayout(m_choices);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
}

void FitView::arrangeList()
{
    auto *header = new FlatHeader(m_list);
    header->setSectionsClickable(true);
    m_list->setHeader(header);
    m_list->setModel(m_filter);
    m_list->setAccessibleName(tr("GPUs that carry the plan"));
    m_list->setAccessibleDescription(tr("Enter plans with the GPU of a row, the space bar marks it as one you have"));
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setIndentation(0);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(FitTable::Count, Qt::AscendingOrder);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FitTable::Name, QHeaderView::Stretch);
}

/// A narrow page has the price below the check boxes, a low one neither price nor status line, and a very low one
/// rows alone.
void FitView::fitChoices()
{
    const int needed = m_own->sizeHint().width() + m_all->sizeHint().width() + m_priceLabel->sizeHint().width()
                       + m_price->width() + 6 * kApart;
    m_choices->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool isLow = height() < kLeastLines * fontMetrics().height();
    m_status->setVisible(!isLow);
    for (QCheckBox *box : {m_own, m_all})
        box->setVisible(height() >= kLeastLinesForBoxes * fontMetrics().height());
    m_priceLabel->setVisible(!isLow && !shownMatrix());
    m_price->setVisible(!isLow && !shownMatrix());
}

void FitView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitChoices();
}

void FitView::applyTheme()
{
    m_price->setFixedWidth(12 * fontMetrics().averageCharWidth());
    fitChoices();
    const Theme theme = Theme::forPalette(palette());
    takePanelColors(m_list, theme);
    for (MatrixView *matrix : {m_matrix, m_models})
        matrix->setTheme(theme);
    dropColumns();
}

/// Columns as wide as their titles and usual numbers; a narrow page shows fewer of them, whole.
void FitView::dropColumns()
{
    const QFontMetrics metrics(m_list->header()->font());
    const std::pair<int, QString> usual[] = {
        {FitTable::Count, tr("100 ×")},         {FitTable::Headroom, tr("100.0 GiB")},
        {FitTable::Speed, tr("≤ 1,000")},       {FitTable::Price, tr("$100.00")},
        {FitTable::TokenPrice, tr("≥ $10.00")}, {FitTable::MonthPrice, tr("$100,000")},
        {FitTable::Watts, tr("10,000 W")}};
    int room = m_list->viewport()->width() - kLeastName * fontMetrics().averageCharWidth();
    bool isFull = false;
    for (const auto &[column, text] : usual) {
        const QString title = m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int width = std::max(metrics.horizontalAdvance(text),
                                   metrics.horizontalAdvance(title) + FlatHeader::sortMarkWidth(metrics))
                          + metrics.height();
        room -= width;
        isFull = isFull || (room < 0 && column != FitTable::Count);
        m_list->setColumnHidden(column, isFull);
        if (!isFull)
            m_list->setColumnWidth(column, width);
    }
}

void FitView::takePreferences()
{
    m_table->setOwn(m_preferences.ownGpus);
    for (MatrixView *matrix : {m_matrix, m_models})
        matrix->matrix()->setOwn(m_preferences.ownGpus);
    static_cast<ModelMatrix *>(m_models->matrix())->setOnlyOwn(m_preferences.onlyOwn);
    for (FitFilter *filter : {m_filter, m_matrix->filter()})
        filter->setOwn(m_preferences.ownGpus, m_preferences.onlyOwn);
    m_own->setChecked(m_preferences.onlyOwn);
    m_table->setOwnPrice(m_preferences.pricePerGpuHour);
    m_shape->setCurrentIndex(int(m_preferences.shape));
    m_stack->setCurrentWidget(shown());
    fitChoices();
}

MatrixView *FitView::shownMatrix() const
{
    switch (m_preferences.shape) {
    case FitShape::Precisions:
        return m_matrix;
    case FitShape::Models:
        return m_models;
    case FitShape::List:
        break;
    }
    return nullptr;
}

QWidget *FitView::shown() const
{
    return shownMatrix() ? static_cast<QWidget *>(shownMatrix()) : m_list;
}

bool FitView::isRunning() const
{
    return shownMatrix() ? shownMatrix()->matrix()->isRunning() : m_search->isRunning();
}

void FitView::takePrice(const QString &typed)
{
    bool isNumber = false;
    const double price = QLocale().toDouble(typed, &isNumber);
    m_preferences.pricePerGpuHour =
        isNumber && price >= 0 && price <= kMostPerHour ? std::optional(price) : std::nullopt;
    m_table->setOwnPrice(m_preferences.pricePerGpuHour);
    showStatus();
}

void FitView::show(const ChartValues &values)
{
    m_table->setUnit(values.unit);
    for (MatrixView *matrix : {m_matrix, m_models})
        matrix->matrix()->setUnit(values.unit);
    m_plan = values.plan.plan;
    askWhatIsShown();
}

void FitView::askWhatIsShown()
{
    if (!m_plan)
        return;
    if (shownMatrix())
        shownMatrix()->matrix()->ask(*m_plan);
    else
        m_search->ask(*m_plan);
}

QString FitView::tableStatus() const
{
    const QString prices = m_preferences.pricePerGpuHour ? tr("Prices are yours.")
                                                         : tr("Prices: cheapest offers of the catalog, indicative.");
    return tr("%1 of %2 GPUs carry this plan; Enter plans with one. %3")
        .arg(m_table->fitting())
        .arg(m_table->rowCount())
        .arg(prices);
}

QString FitView::matrixStatus() const
{
    return tr("%1 of %2 GPUs carry it in some precision. Bold: one is enough; *: several machines. A click plans so.")
        .arg(m_matrix->matrix()->fitting())
        .arg(m_matrix->matrix()->rowCount());
}

QString FitView::modelsStatus() const
{
    return tr("%1 of %2 models run on one of these GPUs. Bold: one is enough; *: several machines. A click plans so.")
        .arg(m_models->matrix()->fitting())
        .arg(m_models->matrix()->rowCount());
}

void FitView::showStatus()
{
    const MatrixView *matrix = shownMatrix();
    const QString &problem = matrix ? matrix->matrix()->problem() : m_problem;
    if (isRunning())
        m_status->setText(tr("Looking through the catalog ..."));
    else if (!problem.isEmpty())
        m_status->setText(problem);
    else if (m_preferences.onlyOwn && m_preferences.ownGpus.isEmpty())
        m_status->setText(tr("No GPU is marked as yours: check some in the list of speed and price."));
    else
        m_status->setText(!matrix ? tableStatus() : matrix == m_models ? modelsStatus() : matrixStatus());
}

void FitView::toggleOwn(const QModelIndex &index)
{
    const QModelIndex name = index.siblingAtColumn(FitTable::Name);
    const bool checked = name.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_filter->setData(name, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void FitView::choose(const QModelIndex &index)
{
    const GpuFit &fit = m_table->fit(m_filter->mapToSource(index).row());
    if (fit.fits)
        Q_EMIT fitChosen({fit, {}, {}});
}

void FitView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

bool FitView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        dropColumns();
    // Whatever column was clicked last: the row's mark.
    if (watched == m_list && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && m_list->currentIndex().isValid()) {
        toggleOwn(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace plimsoll
