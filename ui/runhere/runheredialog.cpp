// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runhere/runheredialog.h"

#include "core/detect/gpumatch.h"
#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/listkeys.h"
#include "ui/plandocument.h"
#include "ui/runhere/runherechoice.h"
#include "ui/runhere/runheretree.h"
#include "ui/thiscomputer/computerchoice.h"
#include "ui/thiscomputer/gpuprobing.h"
#include "ui/views/roomydelegate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr int kPlansGpus = -1; ///< data of the entry of the box
constexpr int kIdRole = ComboBox::kFieldTextRole + 1;

} // namespace

RunHereDialog::RunHereDialog(PlanDocument *document, GpuProbing *probing, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_probing(probing)
    , m_environment(QProcessEnvironment::systemEnvironment())
    , m_home(QDir::homePath())
    , m_tree(new RunHereTree(this))
    , m_filter(new RunHereFilter(m_tree, this))
    , m_gpus(new ComboBox(24, this))
    , m_line(new QLineEdit(this))
    , m_local(new QCheckBox(tr("Only what is on this &disk"), this))
    , m_list(new QTreeView(this))
    , m_status(new ElidedLabel(this))
    , m_busy(new QProgressBar(this))
    , m_again(new QPushButton(this))
    , m_take(new QPushButton(tr("&Plan with it"), this))
    , m_answer(this, [this](const Answer &answer) { showAnswer(answer); })
{
    setWindowTitle(tr("What can I run here?"));
    arrange();
    connectParts();
}

void RunHereDialog::arrange()
{
    auto *label = new QLabel(tr("&On"), this);
    label->setBuddy(m_gpus);
    m_gpus->setAccessibleName(tr("On which GPUs"));
    m_line->setPlaceholderText(tr("Search: qwen, coder, q4_k_m ..."));
    m_line->setAccessibleName(tr("Search the models that run"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);

    m_list->setModel(m_filter);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAccessibleName(tr("Models that run"));
    m_list->setAccessibleDescription(tr("The one to take first; Right opens the other formats of a model"));
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(RunHereTree::Name, QHeaderView::Stretch);
    for (const auto &[column, letters] :
         {std::pair(int(RunHereTree::Weights), 30), std::pair(int(RunHereTree::Speed), 13),
          std::pair(int(RunHereTree::Context), 15), std::pair(int(RunHereTree::ToSpare), 17),
          std::pair(int(RunHereTree::Place), 15)})
        header->resizeSection(column, std::max(letters * letter, header->sectionSizeHint(column)));

    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(12 * letter);
    m_busy->setAccessibleName(tr("Working"));
    m_again->setAutoDefault(false);
    m_take->setAutoDefault(false);

    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_gpus, 1);
    auto *narrow = new QHBoxLayout;
    narrow->addWidget(m_line, 1);
    narrow->addWidget(m_local);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_busy);
    bottom->addWidget(m_status, 1);
    bottom->addWidget(m_again);
    bottom->addWidget(m_take);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(narrow);
    column->addWidget(m_list, 1);
    column->addLayout(bottom);
    resize(140 * letter, 32 * fontMetrics().height());
}

void RunHereDialog::connectParts()
{
    connect(m_line, &QLineEdit::textChanged, m_filter, &RunHereFilter::setTyped);
    connect(m_local, &QCheckBox::toggled, m_filter, &RunHereFilter::setOnlyLocal);
    connect(m_line, &QLineEdit::textChanged, this, &RunHereDialog::showState);
    connect(m_local, &QCheckBox::toggled, this, &RunHereDialog::showState);
    connect(m_gpus, &QComboBox::activated, this, [this] {
        m_wanted = m_gpus->currentData(kIdRole).toString();
        askIfChanged();
    });
    connect(m_list, &QTreeView::activated, this, &RunHereDialog::plan);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunHereDialog::showState);
    connect(m_take, &QPushButton::clicked, this, [this] { plan(m_list->currentIndex()); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (isWorking()) {
            stop();
        } else {
            m_asked.reset();
            probe();
        }
    });
    connect(m_document, &PlanDocument::planChanged, this, [this] {
        if (!isVisible())
            return;
        fillGpus();
        askIfChanged();
    });
    connect(m_document, &PlanDocument::catalogChanged, this, [this] {
        m_asked.reset();
        if (m_hasDetection && !m_isProbing)
            takeDetection(m_detection);
    });
    if (m_probing)
        connect(m_probing, &GpuProbing::finished, this, [this](const Detection &detection) {
            if (m_isProbing)
                takeDetection(detection);
        });
}

void RunHereDialog::lookIn(const QProcessEnvironment &environment, const QString &home)
{
    m_environment = environment;
    m_home = home;
}

void RunHereDialog::setUnit(SizeUnit unit)
{
    m_unit = unit;
    m_tree->setUnit(unit);
    fillGpus();
}

void RunHereDialog::startWith(const QString &gpu)
{
    m_wanted = gpu;
    fillGpus();
}

void RunHereDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_line->setFocus();
    fillGpus();
    if (!m_asked || m_wasStopped)
        probe();
    else
        askIfChanged();
}

void RunHereDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (isWorking())
        stop();
}

void RunHereDialog::probe()
{
    if (m_wasStopped)
        m_asked.reset(); // it has no answer yet
    m_wasStopped = false;
    if (m_probing) {
        m_isProbing = true;
        m_probing->ask();
        showState();
    } else {
        askIfChanged();
    }
}

void RunHereDialog::takeDetection(const Detection &detection)
{
    m_isProbing = false;
    m_hasDetection = true;
    m_detection = detection;
    matchAll(m_detection, m_document->catalog());
    m_kinds = gpuKinds(m_detection, m_document->catalog());
    fillGpus();
    askIfChanged();
}

/// What a person chose, where it is there.
void RunHereDialog::fillGpus()
{
    m_gpus->clear();
    int chosen = -1;
    const auto add = [&](const QString &text, int kind, const QString &id) {
        m_gpus->addItem(text, kind);
        m_gpus->setItemData(m_gpus->count() - 1, id, kIdRole);
        if (id == m_wanted)
            chosen = m_gpus->count() - 1;
    };
    for (int i = 0; i < m_kinds.size(); ++i) {
        const GpuKind &each = m_kinds[i];
        if (!each.canBePlanned())
            continue;
        const QString free = each.free ? tr("%1 free of each").arg(formatSize(*each.free, m_unit, QLocale()))
                                       : tr("what is free is not known");
        add(tr("This computer: %1, %2").arg(kindText(each), free), i, each.id);
    }
    const Plan &plan = m_document->plan();
    if (!plan.gpus.empty()) {
        QStringList names;
        for (const GpuChoice &gpu : plan.gpus) {
            const Result<Gpu> known = m_document->catalog().gpu(gpu.id, {});
            names << tr("%1 \u00d7 %2").arg(gpu.count).arg(known.ok() ? known->name : gpu.id);
        }
        const QString all = names.join(QLatin1String(" + "));
        add(plan.reserve > Bytes()
                ? tr("The plan's GPUs: %1, %2 reserved").arg(all, formatSize(plan.reserve, m_unit, QLocale()))
                : tr("The plan's GPUs: %1").arg(all),
            kPlansGpus, QStringLiteral("plan"));
    }
    if (chosen < 0) {
        const int main = mainKind(m_kinds);
        chosen = main >= 0 ? m_gpus->findData(main) : m_gpus->count() - 1;
    }
    m_gpus->setCurrentIndex(chosen);
}

const GpuKind *RunHereDialog::kind() const
{
    const int index = m_gpus->currentIndex() < 0 ? kPlansGpus : m_gpus->currentData().toInt();
    return index >= 0 && index < m_kinds.size() ? &m_kinds[index] : nullptr;
}

std::optional<Plan> RunHereDialog::question() const
{
    Plan plan = runHereQuestion(m_document->plan());
    if (const GpuKind *chosen = kind()) {
        plan.gpus = {{chosen->id, chosen->planCount()}};
        Catalog catalog = m_document->catalog();
        if (takeInto(catalog, *chosen))
            return {};
        plan.reserve = takenNow(*chosen, catalog);
    }
    return plan.gpus.empty() ? std::nullopt : std::optional(plan);
}

void RunHereDialog::askIfChanged()
{
    if (isVisible() && !m_isProbing && (question() != m_asked || m_wasStopped))
        ask();
    else
        showState();
}

void RunHereDialog::ask()
{
    m_wasStopped = false;
    m_problem.reset();
    m_asked = question();
    if (!m_asked) {
        m_isWorking = false;
        m_tree->setModels({});
        showState();
        return;
    }
    m_isWorking = true;
    showState();
    Catalog catalog = m_document->catalog();
    if (const GpuKind *chosen = kind())
        takeInto(catalog, *chosen);
    m_answer.ask([plan = *m_asked, catalog = std::move(catalog), environment = m_environment,
                  home = m_home](const LatestAnswer<Answer>::Stopped &stopped) -> Answer {
        return modelsThatRun(plan, catalog, modelsOfDisk(environment, home, stopped), stopped);
    });
}

void RunHereDialog::stop()
{
    m_answer.stop();
    m_isWorking = m_isProbing = false;
    m_wasStopped = true;
    showState();
}

void RunHereDialog::showAnswer(const Answer &answer)
{
    m_isWorking = false;
    if (answer)
        m_tree->setModels(*answer);
    else
        m_problem = answer.error();
    if (!answer)
        m_tree->setModels({});
    m_list->setCurrentIndex(m_filter->index(0, 0));
    showState();
}

void RunHereDialog::showState()
{
    const bool isCurrent = !isWorking() && !m_wasStopped;
    m_busy->setVisible(isWorking());
    m_again->setText(isWorking() ? tr("S&top") : tr("Ask &again"));
    m_list->setEnabled(isCurrent);
    m_take->setEnabled(isCurrent && m_list->currentIndex().isValid());
    QStringList problems;
    for (const VendorAnswer &answer : std::as_const(m_detection.answers)) {
        if (!answer.problem.isEmpty())
            problems << answer.problem;
    }
    if (m_isProbing)
        m_status->setText(tr("Asking the drivers ..."));
    else if (m_isWorking)
        m_status->setText(tr("Working it out ..."));
    else if (m_wasStopped)
        m_status->setText(tr("Stopped"));
    else if (m_problem)
        m_status->setText(m_problem->text);
    else if (!m_asked)
        m_status->setText(tr("No GPU was found, and the plan has none: choose one of the catalog first"));
    else {
        QStringList parts = problems;
        if (m_hasDetection && m_kinds.isEmpty())
            parts << tr("No GPU was found on this computer");
        parts << tr("%n model(s)", nullptr, m_filter->rowCount());
        m_status->setText(parts.join(QStringLiteral(" \u00b7 ")));
    }
}

void RunHereDialog::plan(const QModelIndex &index)
{
    const QModelIndex row = m_filter->mapToSource(index);
    if (!row.isValid() || isWorking() || m_wasStopped)
        return;
    // The list is made anew with the plan.
    const RunnableModel model = m_tree->model(row);
    const RunnableFormat format = m_tree->format(row);
    if (const GpuKind *chosen = kind()) {
        const GpuKind added = *chosen;
        if (knowKind(*m_document, added))
            Q_EMIT kindAdded(added);
    }
    m_document->setPlan(withRunnable(m_document->plan(), format),
                        tr("Plan with %1 as %2").arg(model.name, format.name));
}

bool RunHereDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && m_list->isEnabled()) {
        if (passToList(static_cast<QKeyEvent *>(event), m_list))
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace plimsoll
