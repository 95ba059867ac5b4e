// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figures/caption.h"
#include "core/tables/tablefile.h"
#include "core/tables/tablemakers.h"
#include "ui/actions.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartregistry.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/planfiledialogs.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/tables/pagetable.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QStatusBar>
#include <QTreeView>

namespace plimsoll {

namespace {

constexpr int kMessageMs = 6000;

} // namespace

void MainWindow::connectTables()
{
    const QList<QAction *> tables{(*m_actions)[ActionId::CopyTable], (*m_actions)[ActionId::CopyTableMarkdown],
                                  (*m_actions)[ActionId::SaveTable]};
    // The events of a scroll area come from its viewport.
    const std::pair<QWidget *, QWidget *> places[] = {{m_tabs, m_tabs},
                                                      {m_breakdown->tree(), m_breakdown->tree()->viewport()}};
    for (const auto &[place, ground] : places) {
        place->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(place, &QWidget::customContextMenuRequested, this,
                [this, place = place, ground = ground, tables](QPoint at) {
                    auto *menu = new QMenu(ground);
                    menu->setAttribute(Qt::WA_DeleteOnClose);
                    if (place != m_tabs || !chartOfPage(m_tabs->currentId()).isEmpty()) {
                        menu->addActions({(*m_actions)[ActionId::CopyFigure], (*m_actions)[ActionId::SaveFigure]});
                        menu->addSeparator();
                    }
                    menu->addActions(tables);
                    menu->popup(ground->mapToGlobal(at));
                });
    }
    connect(tables[0], &QAction::triggered, this, [this] {
        copyTable([](const Table &table, const TableLook &look) { return tableMimeData(table, look); });
    });
    connect(tables[1], &QAction::triggered, this, [this] {
        copyTable([](const Table &table, const TableLook &look) {
            auto *content = new QMimeData;
            content->setText(tableMarkdownAlone(table, look));
            content->setData(QStringLiteral("text/markdown"), content->text().toUtf8());
            return content;
        });
    });
    connect(tables[2], &QAction::triggered, this, &MainWindow::askSaveTable);
}

/// That of the page; of the breakdown while the keyboard is in it.
std::optional<Table> MainWindow::table()
{
    if (!m_document->hasAnswer())
        return std::nullopt;
    const ChartValues now = values();
    const auto found = [&]() -> Result<Table> {
        if (!m_breakdown->tree()->hasFocus())
            return pageTable(*m_tabs, m_document->plan(), now);
        Table breakdown = breakdownTable({now.plan, now.estimate, now.comparison, now.unit, QLocale()});
        breakdown.id = QStringLiteral("breakdown");
        return breakdown;
    }();
    if (!found) {
        m_fileNotice->setNotice(found.error().text, tr("D&ismiss"));
        return std::nullopt;
    }
    Table made = *found;
    made.note = figureCaption(now.plan, m_document->catalog(), QLocale());
    return made;
}

void MainWindow::copyTable(const std::function<QMimeData *(const Table &, const TableLook &)> &write)
{
    const std::optional<Table> copied = table();
    if (!copied)
        return;
    QGuiApplication::clipboard()->setMimeData(write(*copied, {m_unit, QLocale()}));
    statusBar()->showMessage(tr("On the clipboard: %1").arg(copied->title), kMessageMs);
}

bool MainWindow::saveTable(const QString &path)
{
    const std::optional<Table> saved = table();
    if (!saved)
        return false;
    const std::optional<TableFormat> format = tableFormatOf(path);
    if (!format) {
        m_fileNotice->setNotice(tr("%1: a table is a file that ends in .csv, .md or .html").arg(path), tr("D&ismiss"));
        return false;
    }
    if (const auto error = plimsoll::saveTable(path, tableContent(*saved, *format, {m_unit, QLocale()}))) {
        m_fileNotice->setNotice(error->text, tr("D&ismiss"));
        return false;
    }
    m_fileNotice->clear();
    rememberFolder(path);
    statusBar()->showMessage(tr("Saved %1").arg(QFileInfo(path).fileName()), kMessageMs);
    return true;
}

void MainWindow::askSaveTable()
{
    const std::optional<Table> asked = table();
    if (!asked)
        return;
    // The dialog has the keyboard afterwards: the breakdown stays what was asked for.
    const bool isBreakdown = m_breakdown->tree()->hasFocus();
    askWhereToWrite(this, folder() + QStringLiteral("/plimsoll-%1.csv").arg(asked->id),
                    {tr("Save the table"), tr("For spreadsheets and programs (*.csv);;Markdown (*.md);;HTML (*.html)"),
                     QStringLiteral("csv")},
                    [this, isBreakdown](const QString &path) {
                        if (isBreakdown)
                            m_breakdown->tree()->setFocus();
                        saveTable(path);
                    });
}

} // namespace plimsoll
