// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/hub/hubreference.h"

#include <QNetworkReply>

namespace plimsoll {

/// What a server said in place of what was asked for.
struct HubRefusal {
    int status = 0;  ///< of HTTP
    QByteArray code; ///< X-Error-Code: "RepoNotFound", "RevisionNotFound", "EntryNotFound", "GatedRepo"
    QString host;
    qint64 waitSeconds = -1; ///< Retry-After; below zero where it says nothing
};

/// In words that say what to do. `hasToken`: the person has a token, which was sent.
Error hubRefused(const HubRefusal &refusal, const HubReference &reference, bool hasToken);

/// A connection that failed before there was an answer, or broke off.
Error hubUnreachable(QNetworkReply::NetworkError error, const QString &why, const QString &host);

Error hubError(const char *code, const QString &text);

/// Whether the Hub could not be asked, so that what was fetched before is the best answer there is.
bool isHubUnreachable(const Error &error);

/// Whether asking again may help.
bool isTransient(QNetworkReply::NetworkError error);
bool isTransient(int status);

} // namespace plimsoll
