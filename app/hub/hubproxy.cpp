// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubproxy.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>

namespace plimsoll {

void useProxy(const ProxyChoice &choice)
{
    // Each of these forgets what the other set.
    switch (choice.kind) {
    case ProxyChoice::Kind::System:
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        return;
    case ProxyChoice::Kind::None:
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        return;
    case ProxyChoice::Kind::Manual:
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, choice.host, quint16(choice.port)));
        return;
    }
}

} // namespace plimsoll
