// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/preferences.h"

#include "ui/plandocument.h"

#include <QCoreApplication>
#include <QUrl>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

} // namespace

Plan newPlan(const Preferences &preferences)
{
    Plan plan = PlanDocument::startPlan();
    plan.engine = preferences.engine;
    plan.gpus.clear();
    if (!preferences.gpu.isEmpty())
        plan.gpus = {{preferences.gpu, 1}};
    return plan;
}

std::vector<ThemeName> themeNames()
{
    return {{ThemeChoice::System, Text::tr("As the system")},
            {ThemeChoice::Light, Text::tr("Light")},
            {ThemeChoice::Dark, Text::tr("Dark")},
            {ThemeChoice::ContrastLight, Text::tr("High contrast, light")},
            {ThemeChoice::ContrastDark, Text::tr("High contrast, dark")}};
}

std::vector<LanguageName> languageNames()
{
    return {{QString(), Text::tr("As the system")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("zh_CN"), QStringLiteral("中文（简体）")}};
}

std::optional<ProxyChoice> proxyFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QStringLiteral("http://"));
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("http") || url.host().isEmpty() || url.port() < 1
        || (!url.path().isEmpty() && url.path() != QLatin1String("/"))) {
        return std::nullopt;
    }
    return ProxyChoice{ProxyChoice::Kind::Manual, url.host(), url.port()};
}

QString proxyText(const ProxyChoice &proxy)
{
    if (proxy.host.isEmpty())
        return {};
    const QString host =
        proxy.host.contains(QLatin1Char(':')) ? QLatin1Char('[') + proxy.host + QLatin1Char(']') : proxy.host;
    return host + QLatin1Char(':') + QString::number(proxy.port);
}

} // namespace plimsoll
