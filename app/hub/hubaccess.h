// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/hub/hubreference.h"
#include "core/sources/hub/hubsettings.h"

#include <QNetworkRequest>
#include <QUrl>

namespace plimsoll {

/// How long to wait and how often to try; tests wait shorter.
struct HubTiming {
    int firstPauseMs = 500;      ///< before the second attempt; doubles with each
    int longestPauseMs = 60'000; ///< a server that asks for more is told of instead
    int patienceMs = 30'000;     ///< without a byte
    int attempts = 4;            ///< of one request that makes no headway
};

/// The addresses of a Hub, and who gets the person's token.
class HubAccess
{
public:
    explicit HubAccess(const HubSettings &settings);

    bool isValid() const;
    bool hasToken() const { return !m_token.isEmpty(); }

    QUrl listing(const HubReference &reference) const;
    QUrl file(const QString &repository, const QString &commit, const QString &path) const;

    /// A request to that address; the token goes to the endpoint itself and to no other host.
    QNetworkRequest request(const QUrl &url) const;
    /// Where a redirect leads; nothing where it must not be followed: to other schemes, or from https to http.
    static QUrl redirected(const QUrl &from, const QUrl &location);

private:
    QUrl address(const QString &path) const;

    QUrl m_endpoint;
    QString m_base;
    QByteArray m_token;
};

} // namespace plimsoll
