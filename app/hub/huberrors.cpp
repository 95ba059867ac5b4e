// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/huberrors.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubErrors)
};

QString tokenHint(bool hasToken)
{
    return hasToken ? Text::tr("Check that your token may read it (HF_TOKEN, or hf auth login).")
                    : Text::tr("If it is private, set HF_TOKEN to a token of yours, or use hf auth login.");
}

Error gated(const HubReference &reference, bool hasToken)
{
    const QString page = QLatin1String("https://huggingface.co/") + reference.repository;
    return hubError(
        "hub-gated",
        hasToken ? Text::tr("%1 is gated: accept its terms at %2 with the account of your token, and ask again.")
                       .arg(reference.repository, page)
                 : Text::tr("%1 is gated: accept its terms at %2, set HF_TOKEN to a token of that account, and ask "
                            "again.")
                       .arg(reference.repository, page));
}

Error typed(const char *code, const QString &text)
{
    Error error = hubError(code, text);
    error.kind = ErrorKind::Typed;
    return error;
}

Error notFound(const HubRefusal &refusal, const HubReference &reference, bool hasToken)
{
    if (refusal.code == "RevisionNotFound")
        return typed("hub-no-revision", Text::tr("%1 has no revision %2. Check the name of the branch, tag or commit.")
                                            .arg(reference.repository, reference.revision));
    if (refusal.code == "EntryNotFound")
        return hubError("hub-not-found",
                        Text::tr("A file that %1 lists is not there. Ask again; it may just be changing.")
                            .arg(reference.repository));
    return typed("hub-not-found", Text::tr("The Hugging Face Hub has no model %1 at %2. Check the name. %3")
                                      .arg(reference.repository, reference.revision, tokenHint(hasToken)));
}

} // namespace

Error hubError(const char *code, const QString &text)
{
    return {QLatin1String(code), {}, text, ErrorKind::File};
}

Error hubRefused(const HubRefusal &refusal, const HubReference &reference, bool hasToken)
{
    if (refusal.code == "GatedRepo")
        return gated(reference, hasToken);
    switch (refusal.status) {
    case 401:
        // The Hub says so of what is not there as well, to those it does not know.
        if (!hasToken || refusal.code == "RepoNotFound")
            return notFound(refusal, reference, hasToken);
        return hubError(
            "hub-unauthorised",
            Text::tr("%1 does not accept your token. Make a new one at https://huggingface.co/settings/tokens, "
                     "and set HF_TOKEN to it.")
                .arg(refusal.host));
    case 403:
        return hubError("hub-forbidden",
                        Text::tr("%1 does not let you read %2. Accept its terms on its page, if it has any. %3")
                            .arg(refusal.host, reference.repository, tokenHint(hasToken)));
    case 404:
    case 410:
        return notFound(refusal, reference, hasToken);
    case 429:
        return hubError("hub-busy",
                        refusal.waitSeconds > 0
                            ? Text::tr("%1 has had too many questions and asks to wait %2 s. Ask again then; "
                                       "with HF_TOKEN set it allows more.")
                                  .arg(refusal.host)
                                  .arg(refusal.waitSeconds)
                            : Text::tr("%1 has had too many questions. Ask again in some minutes; with "
                                       "HF_TOKEN set it allows more.")
                                  .arg(refusal.host));
    default:
        break;
    }
    if (refusal.status >= 500)
        return hubError("hub-server",
                        Text::tr("%1 has a fault (status %2). Ask again later.").arg(refusal.host).arg(refusal.status));
    return hubError("hub-wrong-answer",
                    Text::tr("%1 answered with status %2, which makes no sense here. Check HF_ENDPOINT "
                             "and the proxy.")
                        .arg(refusal.host)
                        .arg(refusal.status));
}

Error hubUnreachable(QNetworkReply::NetworkError error, const QString &why, const QString &host)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return hubError("hub-tls",
                        Text::tr("%1 cannot be trusted: %2. Check the computer's clock and its certificates; a "
                                 "company's proxy needs its own installed.")
                            .arg(host, why));
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return hubError("hub-no-network",
                        Text::tr("The proxy does not let %1 be reached: %2. Check https_proxy, http_proxy "
                                 "and no_proxy.")
                            .arg(host, why));
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return hubError("hub-timeout",
                        Text::tr("%1 does not answer. Check the network, or ask again later.").arg(host));
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return hubError("hub-no-network",
                        Text::tr("%1 cannot be reached: %2. Check the network and HF_ENDPOINT.").arg(host, why));
    default:
        return hubError("hub-no-network", Text::tr("The connection to %1 broke off: %2. Ask again.").arg(host, why));
    }
}

bool isHubUnreachable(const Error &error)
{
    static const QStringList codes{QStringLiteral("hub-no-network"), QStringLiteral("hub-timeout"),
                                   QStringLiteral("hub-offline"),    QStringLiteral("hub-server"),
                                   QStringLiteral("hub-busy"),       QStringLiteral("hub-tls")};
    return codes.contains(error.code);
}

bool isTransient(QNetworkReply::NetworkError error)
{
    constexpr std::array some{
        QNetworkReply::RemoteHostClosedError,      QNetworkReply::TimeoutError,
        QNetworkReply::OperationCanceledError,     QNetworkReply::TemporaryNetworkFailureError,
        QNetworkReply::ProxyConnectionClosedError, QNetworkReply::ProxyTimeoutError,
        QNetworkReply::UnknownNetworkError,        QNetworkReply::ProtocolFailure,
    };
    return std::find(some.begin(), some.end(), error) != some.end();
}

bool isTransient(int status)
{
    constexpr std::array some{408, 425, 429, 500, 502, 503, 504};
    return std::find(some.begin(), some.end(), status) != some.end();
}

} // namespace plimsoll
