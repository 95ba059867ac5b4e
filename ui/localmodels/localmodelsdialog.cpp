// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/localmodels/localmodelsdialog.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/listkeys.h"
#include "ui/localmodels/localmodelssearch.h"
#include "ui/localmodels/localmodelstable.h"
#include "ui/views/roomydelegate.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace plimsoll {
LocalModelsDialog::LocalModelsDialog(QWidget *parent)
    : QDialog(parent)
    , m_environment(QProcessEnvironment::systemEnvironment())
    , m_home(QDir::homePath())
    , m_search(new LocalModelsSearch(this))
    , m_table(new LocalModelsTable(this))
    , m_filter(new LocalModelsFilter(m_table, this))
    , m_line(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_status(new ElidedLabel(this))
    , m_busy(new QProgressBar(this))
    , m_again(new QPushButton(this))
{
    setWindowTitle(tr("Models on this computer"));
    arrange();
    connectParts();
}

void LocalModelsDialog::arrange()
{
    m_line->setPlaceholderText(tr("Search: qwen, q4_k_m, ollama ..."));
    m_line->setAccessibleName(tr("Search the models on this computer"));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);

    m_list->setModel(m_filter);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_list->setAccessibleName(tr("Models on this computer"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setIndentation(0);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(LocalModelsTable::Name, Qt::AscendingOrder);
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(LocalModelsTable::Name, QHeaderView::Stretch);
    for (const auto &[column, letters] :
         {std::pair(int(LocalModelsTable::Weights), 16), std::pair(int(LocalModelsTable::Store), 17),
          std::pair(int(LocalModelsTable::Parameters), 15), std::pair(int(LocalModelsTable::Size), 15)})
        header->resizeSection(column, std::max(letters * letter, header->sectionSizeHint(column)));

    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(12 * letter);
    m_busy->setAccessibleName(tr("Searching"));
    m_again->setAutoDefault(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_busy);
    bottom->addWidget(m_status, 1);
    bottom->addWidget(m_again);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addLayout(bottom);
    resize(100 * letter, 26 * fontMetrics().height());
}

void LocalModelsDialog::connectParts()
{
    connect(m_line, &QLineEdit::textChanged, m_filter, &LocalModelsFilter::setTyped);
    connect(m_list, &QTreeView::clicked, this, &LocalModelsDialog::choose);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        choose(index);
        accept();
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_search->isRunning())
            m_search->stop();
        else
            search();
    });
    connect(m_search, &LocalModelsSearch::found, m_table, &LocalModelsTable::append);
    connect(m_search, &LocalModelsSearch::entered, this, &LocalModelsDialog::showFolder);
    connect(m_search, &LocalModelsSearch::finished, this, &LocalModelsDialog::showEnd);
}

void LocalModelsDialog::lookIn(const QProcessEnvironment &environment, const QString &home)
{
    m_environment = environment;
    m_home = home;
}

void LocalModelsDialog::setUnit(SizeUnit unit)
{
    m_table->setUnit(unit);
}

bool LocalModelsDialog::isSearching() const
{
    return m_search->isRunning();
}

void LocalModelsDialog::search()
{
    m_searched = true;
    m_table->clear();
    m_busy->show();
    m_again->setText(tr("S&top"));
    m_status->setText(tr("Searching ..."));
    m_search->start(m_environment, m_home);
}

void LocalModelsDialog::showFolder(const QString &folder)
{
    if (m_search->isRunning())
        m_status->setText(tr("Searching %1").arg(QDir::toNativeSeparators(folder)));
}

void LocalModelsDialog::showEnd(bool stopped)
{
    m_busy->hide();
    m_again->setText(tr("Search &again"));
    const int count = m_table->rowCount();
    if (stopped)
        m_status->setText(tr("Stopped: %n model(s) so far", nullptr, count));
    else if (m_table->problems() > 0)
        m_status->setText(tr("%n model(s)", nullptr, count) + QStringLiteral(" · ")
                          + tr("%n cannot be planned: its tool tip says why", nullptr, m_table->problems()));
    else if (count > 0)
        m_status->setText(tr("%n model(s)", nullptr, count));
    else
        m_status->setText(tr("None found in the folders of Hugging Face, llama.cpp, LM Studio and Ollama"));
}

void LocalModelsDialog::choose(const QModelIndex &index)
{
    if (index.flags().testFlag(Qt::ItemIsEnabled))
        Q_EMIT chosen(index.data(LocalModelsTable::PathRole).toString());
}

void LocalModelsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_line->setFocus();
    if (!m_searched)
        search();
}

/// A search that was cut short starts anew when the list is opened again.
void LocalModelsDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (m_search->isRunning()) {
        m_search->stop();
        m_searched = false;
    }
}

bool LocalModelsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        if (passToList(static_cast<QKeyEvent *>(event), m_list))
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace plimsoll
