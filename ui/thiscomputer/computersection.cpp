// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thiscomputer/computersection.h"

#include "core/detect/gpumatch.h"
#include "ui/plandocument.h"
#include "ui/thiscomputer/computerchoice.h"
#include "ui/thiscomputer/gpudelegate.h"
#include "ui/thiscomputer/gpuprobing.h"
#include "ui/thiscomputer/gputree.h"
#include "ui/views/panelcolors.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

constexpr int kRefreshMs = 3000;
constexpr int kMostLines = 14; ///< of the list before it scrolls
constexpr int kFewGpus = 2;    ///< so many are shown with their details at once

} // namespace

ComputerSection::ComputerSection(GpuProbing *probing, PlanDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_probing(probing)
    , m_document(document)
    , m_tree(new GpuTree(this))
    , m_list(new QTreeView(this))
    , m_status(new QLabel(this))
    , m_choice(new QLabel(this))
    , m_free(new QCheckBox(tr("Use only what is free now"), this))
    , m_take(new QPushButton(tr("Plan with it"), this))
    , m_runHere(new QPushButton(tr("What can I run here?"), this))
    , m_browse(new QPushButton(tr("Choose from the catalog"), this))
{
    m_next.setSingleShot(true);
    m_next.setInterval(kRefreshMs);
    arrange();
    connectParts();
    showList();
}

void ComputerSection::arrange()
{
    m_list->setModel(m_tree);
    m_list->setItemDelegate(new GpuDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("GPUs of this computer"));
    m_list->setAccessibleDescription(tr("Enter plans with the chosen one and all that are equal"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIndentation(fontMetrics().averageCharWidth() * 2);
    takePanelColors(m_list, Theme::forPalette(palette()));
    for (QLabel *label : {m_status, m_choice}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1); // as wide as the panel, which it must not widen
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_free->setChecked(true);
    m_free->setToolTip(tr("What others take at this moment becomes the reserved memory of the plan"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_runHere);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(5);
    for (QWidget *part : QList<QWidget *>{m_list, m_status, m_browse, m_choice, m_free})
        column->addWidget(part);
    column->addLayout(buttons);
}

void ComputerSection::connectParts()
{
    connect(m_probing, &GpuProbing::answered, this, &ComputerSection::take);
    connect(m_probing, &GpuProbing::finished, this, &ComputerSection::takeAll);
    connect(&m_next, &QTimer::timeout, this, &ComputerSection::ask);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ComputerSection::showChoice);
    connect(m_list, &QTreeView::activated, this, &ComputerSection::plan);
    connect(m_list, &QTreeView::expanded, this, &ComputerSection::fitList);
    connect(m_list, &QTreeView::collapsed, this, &ComputerSection::fitList);
    connect(m_take, &QPushButton::clicked, this, &ComputerSection::plan);
    connect(m_free, &QCheckBox::clicked, this, &ComputerSection::replan);
    connect(m_runHere, &QPushButton::clicked, this, &ComputerSection::runHereAsked);
    connect(m_browse, &QPushButton::clicked, this, &ComputerSection::catalogAsked);
    connect(m_document, &PlanDocument::catalogChanged, this, [this] {
        matchKinds({});
        showList();
    });
}

QList<QWidget *> ComputerSection::tabOrder() const
{
    return {m_list, m_browse, m_free, m_take, m_runHere};
}

void ComputerSection::setUnit(SizeUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    showList();
}

void ComputerSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void ComputerSection::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_next.stop();
}

void ComputerSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takePanelColors(m_list, Theme::forPalette(palette()));
    if (event->type() == QEvent::FontChange)
        fitList();
}

void ComputerSection::ask()
{
    if (m_probing->isAsking())
        return; // somebody else did
    m_awaited = QList<GpuVendor>(kGpuVendors.begin(), kGpuVendors.end());
    m_probing->ask();
    showStatus();
}

void ComputerSection::take(const VendorAnswer &answer)
{
    m_awaited.removeOne(answer.vendor);
    showStatus();
}

void ComputerSection::takeAll(const Detection &detection)
{
    m_awaited.clear();
    const Detection before = std::exchange(m_detection, detection);
    m_hasAnswer = true;
    matchKinds(before);
    showList();
    if (isVisible())
        m_next.start();
}

void ComputerSection::matchKinds(const Detection &known)
{
    matchAll(m_detection, m_document->catalog(), known);
    m_kinds = gpuKinds(m_detection, m_document->catalog());
}

void ComputerSection::showList()
{
    const bool wasEmpty = m_tree->rowCount() == 0;
    m_tree->show(m_detection, m_kinds, m_unit);
    const int count = m_tree->rowCount();
    if (wasEmpty && count > 0) {
        for (int row = 0; row < count && count <= kFewGpus; ++row)
            m_list->expand(m_tree->index(row, 0));
        const QModelIndex first = m_tree->rowOf(mainKind(m_kinds));
        m_list->setCurrentIndex(first.isValid() ? first : m_tree->index(0, 0));
    }
    const bool any = count > 0;
    for (QWidget *part : QList<QWidget *>{m_list, m_choice, m_free, m_take, m_runHere})
        part->setVisible(any);
    m_browse->setVisible(m_hasAnswer && !any);
    fitList();
    showStatus();
    showChoice();
}

void ComputerSection::showStatus()
{
    QStringList lines;
    for (const VendorAnswer &answer : std::as_const(m_detection.answers)) {
        if (!answer.problem.isEmpty())
            lines << answer.problem;
    }
    // Old answers stay while new ones are on their way, so that nothing flickers.
    if (!m_awaited.isEmpty() && !m_hasAnswer) {
        QStringList names;
        for (const GpuVendor vendor : std::as_const(m_awaited))
            names << vendorName(vendor);
        lines << tr("Waiting for the driver of %1 ...").arg(names.join(QLatin1String(", ")));
    } else if (m_hasAnswer && m_kinds.isEmpty() && m_tree->rowCount() == 0) {
        if (lines.isEmpty())
            lines << tr("No GPU was found on this computer.");
        lines << tr("Any GPU of the catalog can be planned with.");
    }
    m_status->setText(lines.join(QLatin1Char('\n')));
    m_status->setVisible(!lines.isEmpty());
}

const GpuKind *ComputerSection::current() const
{
    const int kind = GpuTree::kindAt(m_list->currentIndex());
    return kind >= 0 && kind < m_kinds.size() ? &m_kinds[kind] : nullptr;
}

QString ComputerSection::chosen() const
{
    const GpuKind *kind = current();
    return kind ? kind->id : QString();
}

void ComputerSection::showChoice()
{
    const GpuKind *kind = current();
    const bool canPlan = kind && kind->canBePlanned();
    m_take->setEnabled(canPlan);
    m_free->setEnabled(canPlan && kind->free);
    if (!kind) {
        m_choice->setText(tr("Of a GPU that is divided by MIG, an instance can be planned with."));
        return;
    }
    QStringList parts{kindText(*kind)};
    if (!canPlan)
        parts << tr("how much memory it has is not known, so it cannot be planned with");
    else if (kind->record)
        parts << tr("in no catalog: planning with it adds it to yours");
    else if (!kind->free)
        parts << tr("what is free of it is not known");
    m_choice->setText(parts.join(QStringLiteral("; ")));
}

/// As high as its rows, up to a limit.
void ComputerSection::fitList()
{
    const int line = fontMetrics().height();
    int height = 2 * m_list->frameWidth();
    for (QModelIndex row = m_tree->index(0, 0); row.isValid(); row = m_list->indexBelow(row))
        height += std::max(line, m_list->visualRect(row).height());
    m_list->setFixedHeight(std::min(height, kMostLines * line) + 2);
}

void ComputerSection::plan()
{
    const GpuKind *chosen = current();
    if (!chosen || !chosen->canBePlanned())
        return;
    const GpuKind kind = *chosen; // the list is made anew with the catalog
    if (knowKind(*m_document, kind))
        Q_EMIT kindAdded(kind);
    planWithKind(*m_document, kind, m_free->isChecked() && kind.free);
}

/// The check box follows a plan that was made with this very choice.
void ComputerSection::replan()
{
    const GpuKind *kind = current();
    if (kind && m_document->plan().gpus == std::vector{GpuChoice{kind->id, kind->planCount()}})
        plan();
}

} // namespace plimsoll
