// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engines/enginerules.h"
#include "ui/settings.h"

namespace plimsoll {

namespace {

constexpr auto kLanguage = "view/language";
constexpr auto kEngine = "plan/engine";
constexpr auto kGpu = "plan/gpu";
constexpr auto kCatalog = "catalog/file";
constexpr auto kProxyKind = "network/proxy";
constexpr auto kProxyAddress = "network/proxyAddress";

} // namespace

Preferences Settings::preferences() const
{
    Preferences preferences;
    preferences.unit = unit();
    preferences.theme = theme();
    preferences.pricePerGpuHour = fitPreferences().pricePerGpuHour;
    const QString language = m_settings.value(kLanguage).toString();
    for (const LanguageName &known : languageNames()) {
        if (known.code == language)
            preferences.language = language;
    }
    const QString engine = m_settings.value(kEngine).toString();
    if (engineIds().contains(engine))
        preferences.engine = engine;
    preferences.gpu = m_settings.value(kGpu, preferences.gpu).toString();
    preferences.catalogFile = m_settings.value(kCatalog).toString();
    if (const auto proxy = proxyFrom(m_settings.value(kProxyAddress).toString()))
        preferences.proxy = *proxy;
    const QString kind = m_settings.value(kProxyKind).toString();
    const bool isManual = kind == QLatin1String("manual") && !preferences.proxy.host.isEmpty();
    preferences.proxy.kind = isManual                        ? ProxyChoice::Kind::Manual
                             : kind == QLatin1String("none") ? ProxyChoice::Kind::None
                                                             : ProxyChoice::Kind::System;
    return preferences;
}

void Settings::setPreferences(const Preferences &preferences)
{
    setUnit(preferences.unit);
    setTheme(preferences.theme);
    FitPreferences fit = fitPreferences();
    fit.pricePerGpuHour = preferences.pricePerGpuHour;
    setFitPreferences(fit);
    m_settings.setValue(kLanguage, preferences.language);
    m_settings.setValue(kEngine, preferences.engine);
    m_settings.setValue(kGpu, preferences.gpu);
    m_settings.setValue(kCatalog, preferences.catalogFile);
    QString kind = QStringLiteral("system");
    if (preferences.proxy.kind == ProxyChoice::Kind::None)
        kind = QStringLiteral("none");
    else if (preferences.proxy.kind == ProxyChoice::Kind::Manual)
        kind = QStringLiteral("manual");
    m_settings.setValue(kProxyKind, kind);
    m_settings.setValue(kProxyAddress, proxyText(preferences.proxy));
}

} // namespace plimsoll
