// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"
#include "ui/controls/noticebar.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/preferences/catalogloader.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/whatfits/fitview.h"

#include <QLineEdit>
#include <QLocale>

namespace plimsoll {

void MainWindow::connectPreferences()
{
    m_catalogLoader = new CatalogLoader(this);
    connect((*m_actions)[ActionId::Preferences], &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_document, &PlanDocument::catalogChanged, m_tabs, &AnswerTabs::takeCatalog);
    connect(m_catalogLoader, &CatalogLoader::loaded, this, [this](const std::shared_ptr<const Catalog> &catalog) {
        m_document->setCatalog(*catalog);
        if (!m_preferencesDialog)
            return;
        m_preferencesDialog->setCatalog(*catalog);
        m_preferencesDialog->setCatalogProblem({});
    });
    connect(m_catalogLoader, &CatalogLoader::failed, this, [this](const Error &error) {
        if (m_preferencesDialog)
            m_preferencesDialog->setCatalogProblem(error.text);
        else
            m_fileNotice->setNotice(error.text, tr("D&ismiss"));
    });
    // What the menu changes shows in the open dialog as well.
    for (const ActionId id : {ActionId::UnitGiB, ActionId::UnitGB, ActionId::ThemeSystem, ActionId::ThemeLight,
                              ActionId::ThemeDark, ActionId::ThemeContrastLight, ActionId::ThemeContrastDark}) {
        connect((*m_actions)[id], &QAction::triggered, this, [this] {
            if (m_preferencesDialog)
                m_preferencesDialog->setPreferences(preferences());
            storePreferences();
        });
    }
}

Preferences MainWindow::preferences() const
{
    Preferences now = *m_preferences;
    now.unit = m_unit;
    now.theme = m_theme;
    now.pricePerGpuHour = m_tabs->fitPreferences().pricePerGpuHour;
    return now;
}

void MainWindow::setPreferences(const Preferences &wanted)
{
    const Preferences before = preferences();
    *m_preferences = wanted;
    setUnit(wanted.unit);
    if (wanted.theme != before.theme)
        setTheme(wanted.theme);
    if (wanted.pricePerGpuHour != before.pricePerGpuHour)
        setPrice(wanted.pricePerGpuHour);
    const bool wasBroken = m_preferencesDialog && !m_preferencesDialog->catalogProblem().isEmpty();
    if (wanted.catalogFile != before.catalogFile || wasBroken)
        m_catalogLoader->load(wanted.catalogFile);
    storePreferences();
    Q_EMIT preferencesChanged(wanted);
    if (wanted.language != before.language)
        Q_EMIT languageChosen(wanted.language.isEmpty() ? QStringLiteral("system") : wanted.language);
}

void MainWindow::setPrice(std::optional<double> perGpuHour)
{
    FitPreferences fit = m_tabs->fitPreferences();
    fit.pricePerGpuHour = perGpuHour;
    m_tabs->setFitPreferences(fit);
    if (FitView *view = m_tabs->whatFits()) {
        view->priceField()->setText(perGpuHour ? QLocale().toString(*perGpuHour, 'f', QLocale::FloatingPointShortest)
                                               : QString());
    }
}

void MainWindow::storePreferences()
{
    if (m_settings && m_settings->preferences() != preferences())
        m_settings->setPreferences(preferences());
}

void MainWindow::showPreferences()
{
    if (!m_preferencesDialog) {
        m_preferencesDialog = new PreferencesDialog(m_document->catalog(), this);
        connect(m_preferencesDialog, &PreferencesDialog::changed, this, &MainWindow::setPreferences);
    }
    m_preferencesDialog->setPreferences(preferences());
    m_preferencesDialog->show();
    m_preferencesDialog->raise();
    m_preferencesDialog->activateWindow();
}

} // namespace plimsoll
