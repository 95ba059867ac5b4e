// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubaccess.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace plimsoll {
namespace {

/// What could end a header early is no token.
QByteArray checked(const QByteArray &token)
{
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c <= '~'; });
    return isPlain ? token : QByteArray();
}

QByteArray tokenOf(const HubSettings &settings)
{
    if (!settings.token.isEmpty())
        return checked(settings.token.toUtf8());
    constexpr qint64 longestToken = 4096;
    QFile file(settings.tokenFile);
    if (settings.tokenFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return checked(file.read(longestToken).trimmed());
}

QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

bool isSameServer(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

HubAccess::HubAccess(const HubSettings &settings)
    : m_endpoint(settings.endpoint, QUrl::StrictMode)
    , m_base(settings.endpoint)
    , m_token(tokenOf(settings))
{
}

bool HubAccess::isValid() const
{
    const bool isWeb = m_endpoint.scheme() == QLatin1String("https") || m_endpoint.scheme() == QLatin1String("http");
    return m_endpoint.isValid() && isWeb && !m_endpoint.host().isEmpty() && !m_endpoint.hasQuery()
           && !m_endpoint.hasFragment();
}

QUrl HubAccess::address(const QString &path) const
{
    return QUrl::fromEncoded((m_base + path).toUtf8(), QUrl::StrictMode);
}

QUrl HubAccess::listing(const HubReference &reference) const
{
    return address(QLatin1String("/api/models/") + reference.repository + QLatin1String("/revision/")
                   + QString::fromLatin1(QUrl::toPercentEncoding(reference.revision)) + QLatin1String("?blobs=true"));
}

QUrl HubAccess::file(const QString &repository, const QString &commit, const QString &path) const
{
    return address(QLatin1Char('/') + repository + QLatin1String("/resolve/") + commit + QLatin1Char('/')
                   + encoded(path));
}

QNetworkRequest HubAccess::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("plimsoll/" PLIMSOLL_VERSION));
    if (hasToken() && isSameServer(url, m_endpoint))
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

QUrl HubAccess::redirected(const QUrl &from, const QUrl &location)
{
    const QUrl to = from.resolved(location);
    const bool isWeb = to.scheme() == QLatin1String("https") || to.scheme() == QLatin1String("http");
    const bool isLessSafe = from.scheme() == QLatin1String("https") && to.scheme() != from.scheme();
    return location.isEmpty() || !to.isValid() || !isWeb || isLessSafe || to.host().isEmpty() ? QUrl() : to;
}

} // namespace plimsoll
