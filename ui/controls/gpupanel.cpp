// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/gpupanel.h"
#include "ui/controls/besidefield.h"

#include "core/engines/enginerules.h"
#include "core/planning/layouts.h"
#include "core/units/quantity.h"
#include "ui/controls/combobox.h"
#include "ui/controls/countbox.h"
#include "ui/controls/foldbutton.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/quantityfield.h"
#include "ui/controls/searchpicker.h"
#include "ui/plandocument.h"
#include "ui/thiscomputer/computersection.h"
#include "ui/views/gpustrip.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kStaleOpacity = 0.4;

CatalogEntry noGpuRow()
{
    CatalogEntry row;
    row.name = GpuPanel::tr("No GPU");
    row.detail = GpuPanel::tr("Only the memory that the plan takes");
    row.searchText = QStringLiteral("no gpu none ") + row.name.toLower();
    return row;
}

/// A size that stays in one line with its unit.
QString unbroken(QString size)
{
    return size.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

QString capacityText(const PlanDocument &document, SizeUnit unit)
{
    const ResolvedPlan &resolved = document.resolved();
    const Estimate &estimate = document.estimate();
    if (!estimate.hasGpus || resolved.gpus.empty())
        return GpuPanel::tr("Without a GPU: the memory it takes, as one device.");
    const DeviceEstimate &device = estimate.devices[size_t(estimate.fullest)];
    QString usable = unbroken(formatSize(device.usable, unit, QLocale()));
    if (resolved.reserved() > Bytes())
        usable = GpuPanel::tr("%1 beside %2 reserved")
                     .arg(usable, unbroken(formatSize(resolved.reserved(), unit, QLocale())));
    if (device.budget == device.usable || device.usable.count() <= 0)
        return GpuPanel::tr("Each holds %1").arg(usable);
    const double share = 100.0 * double(device.budget.count()) / double((device.usable + resolved.reserved()).count());
    return GpuPanel::tr("Each holds %1, %2 may use %3 %: %4")
        .arg(usable, resolved.engine->name(), QString::number(share, 'f', 0),
             unbroken(formatSize(device.budget, unit, QLocale())));
}

} // namespace

std::vector<Parallel> layoutsFor(qint64 gpus)
{
    std::vector<Parallel> layouts;
    for (qint64 data = 1; data <= gpus; ++data) {
        if (gpus % data != 0)
            continue;
        for (qint64 pipeline = 1; pipeline <= gpus / data; ++pipeline) {
            if (gpus / data % pipeline == 0)
                layouts.push_back({qint32(gpus / data / pipeline), qint32(pipeline), qint32(data), 1});
        }
    }
    return layouts;
}

GpuPanel::GpuPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("GPUs"), parent)
    , m_gpus(new CatalogModel(noGpuRow(), document->catalog().gpus(), this))
    , m_picker(new SearchPicker(tr("GPU"), tr("Search: h100, 24gb nvidia, mac ..."), m_gpus, this))
    , m_computer(new FoldButton(tr("This c&omputer"), this))
    , m_computerPlace(new QVBoxLayout)
    , m_count(new CountBox(this))
    , m_layout(new ComboBox(10, this))
    , m_more(new FoldButton(tr("Slice, re&served memory, other models"), this))
    , m_slice(new ComboBox(10, this))
    , m_reserve(new QuantityField(this))
    , m_beside(new BesideField(this))
    , m_problem(new ProblemLabel(this))
    , m_capacity(new QLabel(this))
    , m_strip(new GpuStrip(this))
    , m_entries(&document->catalog().gpus())
{
    m_count->setRange(1, int(kMaxGpus));
    m_count->setAccessibleName(tr("Number of GPUs"));
    m_layout->setAccessibleName(tr("Layout over the GPUs"));
    m_layout->setToolTip(tr("TP: tensor parallel, each layer divided over so many GPUs\n"
                            "PP: pipeline parallel, the layers divided in so many stages\n"
                            "DP: data parallel, so many copies of the model"));
    m_capacity->setWordWrap(true);
    m_capacity->setForegroundRole(QPalette::PlaceholderText);
    takeSmallFont();

    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_count);
    row->addWidget(m_layout, 1);
    m_slice->setAccessibleName(tr("MIG slice of the GPU"));
    m_slice->setToolTip(tr("A part of a GPU that is divided by MIG (multi-instance GPU)"));
    m_reserve->setAccessibleName(tr("Memory reserved on each GPU"));
    m_reserve->setToolTip(tr("Memory that the desktop or other programs already take on each GPU:\n"
                             "1.5 GiB, 2 GB, 800 MiB; a number alone is in the unit of the window"));
    m_reserve->setReader([this](const QString &text) { return readReserve(text); });
    m_reserve->setWriter(
        [this](qint64 bytes) { return bytes == 0 ? tr("none") : formatSize(Bytes(bytes), m_unit, QLocale()); });
    m_reserve->setValue(0);
    addRow(tr("&GPU"), m_picker);
    m_computer->hide();
    addRow(m_computer);
    addRow(m_computerPlace);
    addRow(tr("How man&y"), both, m_count);
    auto *fold = new QHBoxLayout;
    fold->addWidget(m_more);
    fold->addStretch();
    addRow(fold);
    m_sliceLabel = addRow(tr("S&lice"), m_slice);
    m_reserveLabel = addRow(tr("&Reserved"), m_reserve);
    m_besideLabel = addRow(tr("&Beside it"), m_beside, m_beside->button());
    addRow(m_problem);
    addRow(m_capacity);
    addRow(m_strip);

    m_dimming = new QGraphicsOpacityEffect(m_strip);
    m_dimming->setOpacity(kStaleOpacity);
    m_dimming->setEnabled(false);
    m_strip->setGraphicsEffect(m_dimming);

    connect(m_picker, &SearchPicker::chosen, document, &PlanDocument::setGpu);
    connect(document, &PlanDocument::catalogChanged, m_gpus, [this, document] {
        m_entries = &document->catalog().gpus();
        m_gpus->setEntries(*m_entries);
    });
    connect(m_count, &CountBox::valueChanged, document, [document](int count) {
        // Set by code, the number is the document's own and nothing happens.
        if (!document->plan().gpus.empty())
            document->setGpuCount(count);
    });
    connect(m_more, &FoldButton::toggled, this, &GpuPanel::showMore);
    connect(m_slice, &QComboBox::activated, document,
            [this, document](int index) { document->setGpu(m_slice->itemData(index).toString()); });
    connect(m_reserve, &QuantityField::valueEdited, document,
            [document](qint64 bytes) { document->setReserve(Bytes(bytes)); });
    connect(m_reserve, &QuantityField::problemChanged, m_problem, &ProblemLabel::setProblem);
    connect(m_beside, &BesideField::plansEdited, document, &PlanDocument::setBeside);
    connect(m_beside, &BesideField::problemChanged, m_problem, &ProblemLabel::setProblem);
    connect(m_layout, &QComboBox::activated, document, [this, document](int index) {
        if (index >= 0 && size_t(index) < m_layouts.size())
            document->setParallel(m_layouts[size_t(index)]);
    });
}

void GpuPanel::setComputerSection(ComputerSection *section)
{
    m_section = section;
    if (section)
        m_computerPlace->addWidget(section);
}

QList<QWidget *> GpuPanel::tabOrder() const
{
    QList<QWidget *> order{m_picker, m_computer};
    if (m_section)
        order += m_section->tabOrder();
    order += {m_count, m_layout, m_more, m_slice, m_reserve, m_beside->button()};
    return order;
}

void GpuPanel::changeEvent(QEvent *event)
{
    ControlGroup::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_capacity)
        takeSmallFont();
}

void GpuPanel::takeSmallFont()
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    m_capacity->setFont(small);
}

void GpuPanel::show(const PlanDocument &document)
{
    const Plan plan = document.effectivePlan();
    const bool any = !plan.gpus.empty();
    showGpu(any ? plan.gpus.front().id : QString());
    m_reserve->setEnabled(any);
    m_reserve->setValue(plan.reserve.count());
    m_beside->setPlans(plan.beside);
    m_beside->setEnabled(any);
    if (plan.reserve > Bytes() || !plan.beside.empty() || (any && plan.gpus.front().id.contains(QLatin1Char('/'))))
        m_more->setChecked(true);
    showMore();
    m_count->setEnabled(any);
    m_count->setValue(any ? plan.gpus.front().count : 1);
    const bool divides = document.hasAnswer() && document.resolved().engine->dividesFreely();
    showLayouts(plan, any && !divides);
}

/// The picker has the whole GPU, the box below it the slice.
void GpuPanel::showGpu(const QString &id)
{
    const QString whole = id.section(QLatin1Char('/'), 0, 0);
    m_picker->setCurrent(whole, whole);
    if (whole != m_whole) {
        m_whole = whole;
        m_slice->clear();
        m_slice->addItem(tr("The whole GPU"), whole);
        for (const CatalogEntry &entry : *m_entries) {
            if (!whole.isEmpty() && entry.id.startsWith(whole + QLatin1Char('/'), Qt::CaseInsensitive)) {
                m_slice->addItem(tr("%1 \u00b7 %2")
                                     .arg(entry.id.section(QLatin1Char('/'), 1),
                                          entry.detail.section(QStringLiteral(" \u00b7 "), 0, 0)),
                                 entry.id);
            }
        }
    }
    m_slice->setCurrentIndex(m_slice->findData(id, Qt::UserRole, Qt::MatchFixedString));
}

void GpuPanel::showMore()
{
    const bool open = m_more->isChecked();
    const bool hasSlices = m_slice->count() > 1;
    m_slice->setVisible(open && hasSlices);
    m_sliceLabel->setVisible(open && hasSlices);
    m_reserve->setVisible(open);
    m_reserveLabel->setVisible(open);
    m_beside->setVisible(open);
    m_besideLabel->setVisible(open);
}

Result<qint64> GpuPanel::readReserve(const QString &text) const
{
    QString typed = text.trimmed();
    if (typed.isEmpty() || typed.compare(tr("none"), Qt::CaseInsensitive) == 0)
        return qint64(0);
    if (typed.back().isDigit())
        typed += QLatin1Char(' ') + unitName(m_unit);
    const Result<Bytes> size = parseSize(typed, tr("Reserved"));
    if (!size)
        return size.error();
    return size->count();
}

void GpuPanel::showLayouts(const Plan &plan, bool offered)
{
    std::vector<Parallel> layouts = offered ? layoutsFor(plan.gpuCount()) : std::vector<Parallel>();
    const Parallel chosen = plan.parallel.value_or(Parallel());
    if (offered && std::find(layouts.begin(), layouts.end(), chosen) == layouts.end())
        layouts.push_back(chosen);
    if (layouts != m_layouts) {
        m_layouts = layouts;
        m_layout->clear();
        for (const Parallel &each : m_layouts)
            m_layout->addItem(layoutText(each));
    }
    m_layout->setVisible(m_layouts.size() > 1);
    const auto found = std::find(m_layouts.begin(), m_layouts.end(), chosen);
    m_layout->setCurrentIndex(found == m_layouts.end() ? -1 : int(found - m_layouts.begin()));
}

void GpuPanel::setStale(bool stale)
{
    m_dimming->setEnabled(stale);
    m_capacity->setEnabled(!stale);
}

void GpuPanel::showAnswer(const PlanDocument &document, SizeUnit unit)
{
    setStale(false);
    if (unit != m_unit) {
        m_unit = unit;
        m_reserve->rewrite();
    }
    m_beside->showTaken(document.resolved().neighbours, unit);
    m_capacity->setText(capacityText(document, unit));
    m_strip->show(document.resolved(), document.estimate(), document.comparison(), unit);
}

} // namespace plimsoll
