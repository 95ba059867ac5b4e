// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"
#include "core/sources/hub/hubreference.h"
#include "core/sources/hub/hubsettings.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

namespace plimsoll {

void MainWindow::setModelFetcher(std::unique_ptr<ModelFetcher> fetcher)
{
    m_fetchBar->setFetcher(std::move(fetcher));
    showAnswer();
}

void MainWindow::connectFetching()
{
    SearchPicker *picker = m_planPanel->model()->picker();
    picker->setOffer([this](const QString &typed) {
        const Result<HubReference> reference = parseHubReference(typed, hubSettings().endpoint);
        if (!m_fetchBar->hasFetcher() || !reference || m_document->catalog().model(typed, {}))
            return QString();
        return tr("Ask the Hub for %1")
            .arg(reference->path.isEmpty() ? reference->repository
                                           : QString(reference->repository + QLatin1Char('/') + reference->path));
    });
    connect(picker, &SearchPicker::asked, m_fetchBar, [this](const QString &typed) {
        m_fileNotice->clear();
        m_fetchBar->fetch(typed);
    });
    connect(m_fetchBar, &FetchBar::fetched, m_document, [this](const QString &model) {
        m_document->setModel(model);
        m_document->refreshModel();
    });
    connect(m_fetchBar, &FetchBar::failed, m_fileNotice,
            [this](const Error &error) { m_fileNotice->setNotice(error.text, tr("Close")); });
}

QString MainWindow::missingModel() const
{
    const auto *named = std::get_if<NamedModel>(&m_document->plan().model);
    const bool isMissing = !m_document->valid() && m_document->error().code == QLatin1String("not-fetched");
    return named && isMissing && m_fetchBar->hasFetcher() ? named->id : QString();
}

} // namespace plimsoll
