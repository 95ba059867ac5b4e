// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubtransfer.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace plimsoll {
namespace {

constexpr qint64 kReadBuffer = 256 * 1024;
constexpr qsizetype kHeadway = 64 * 1024; ///< as much as a request for a beginning asks for
constexpr int kMostRedirects = 10;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Retry-After is a count of seconds or a date; below zero where it is neither.
qint64 waitOf(const QNetworkReply &reply)
{
    const QString value = QString::fromLatin1(reply.rawHeader("Retry-After")).trimmed();
    bool isCount = false;
    const qint64 seconds = value.toLongLong(&isCount);
    if (isCount)
        return std::max<qint64>(seconds, 0);
    QDateTime date = QLocale::c().toDateTime(value, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::max<qint64>(QDateTime::currentDateTimeUtc().secsTo(date), 0) : -1;
}

} // namespace

HubTransfer::HubTransfer(QNetworkAccessManager &network, const HubAccess &access, const HubTiming &timing,
                         const HubReference &reference, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_access(access)
    , m_timing(timing)
    , m_reference(reference)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &HubTransfer::send);
}

HubTransfer::~HubTransfer()
{
    drop();
}

void HubTransfer::get(const QUrl &url, const HubRange &range)
{
    m_url = m_current = url;
    m_range = range;
    m_pause.start(0);
}

void HubTransfer::cancel()
{
    m_pause.stop();
    drop();
}

void HubTransfer::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater(); // which closes its connection; abort() warns where a reply has just failed
    m_reply = nullptr;
}

void HubTransfer::send()
{
    QNetworkRequest request = m_access.request(m_current);
    request.setTransferTimeout(m_timing.patienceMs);
    if (isRange()) {
        const quint64 from = m_range.from + quint64(m_body.size());
        request.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(m_range.to - 1));
        request.setRawHeader("Accept-Encoding", "identity");
    } else {
        m_body.clear();
    }
    m_accepts = false;
    m_skipped = 0;
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(kReadBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HubTransfer::readHeader);
    connect(m_reply, &QNetworkReply::readyRead, this, &HubTransfer::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HubTransfer::endReply);
}

/// What the header of an answer says that is not so.
std::optional<QString> HubTransfer::lieOf(const QNetworkReply &reply) const
{
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return tr("a part of a file came compressed");
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    if (statusOf(reply) == 200)
        return length.isValid() && length.toULongLong() != m_range.fileSize ? std::optional(
                   tr("a file has %1 bytes, but %2 are listed").arg(length.toULongLong()).arg(m_range.fileSize))
                                                                            : std::nullopt;
    static const QRegularExpression pattern(QStringLiteral("\\Abytes (\\d{1,19})-(\\d{1,19})/(\\d{1,19}|\\*)\\z"));
    const QString given = QString::fromLatin1(reply.rawHeader("Content-Range")).trimmed();
    const QRegularExpressionMatch match = pattern.match(given);
    const quint64 from = match.captured(1).toULongLong();
    const quint64 last = match.captured(2).toULongLong();
    const bool isOther = !match.hasMatch() || from != m_range.from + quint64(m_body.size()) || last < from
                         || last >= m_range.to || (length.isValid() && length.toULongLong() != last - from + 1);
    if (isOther)
        return tr("another part of a file came than was asked for (\"%1\")").arg(given.left(100));
    if (match.captured(3) != QLatin1String("*") && match.captured(3).toULongLong() != m_range.fileSize)
        return tr("a file has %1 bytes, but %2 are listed").arg(match.captured(3)).arg(m_range.fileSize);
    return std::nullopt;
}

void HubTransfer::readHeader()
{
    const int status = statusOf(*m_reply);
    m_accepts = isRange() ? status == 200 || status == 206 : status == 200;
    if (!m_accepts || !isRange())
        return;
    if (const auto lie = lieOf(*m_reply)) {
        fail(hubError("hub-wrong-answer",
                      tr("%1 cannot be relied on: %2. Ask again, or check HF_ENDPOINT and the proxy.")
                          .arg(m_current.host(), *lie)));
        return;
    }
    m_skipped = status == 200 ? m_range.from + quint64(m_body.size()) : 0;
}

void HubTransfer::readBody()
{
    if (!m_accepts) {
        m_reply->skip(m_reply->bytesAvailable()); // the text of an error, which is not shown
        return;
    }
    m_skipped -= quint64(std::max<qint64>(m_reply->skip(qint64(std::min<quint64>(m_skipped, kReadBuffer))), 0));
    if (m_skipped > 0)
        return;
    const quint64 most = isRange() ? m_range.to - m_range.from : m_range.to + 1;
    const QByteArray part = m_reply->read(qint64(most) - m_body.size());
    m_body += part;
    Q_EMIT received(part.size());
    if (isRange() && quint64(m_body.size()) == most)
        succeed(); // more may follow, which nobody asked for
    else if (!isRange() && quint64(m_body.size()) == most)
        fail(hubError("hub-too-large", tr("The answer of %1 is longer than %2 bytes. Check HF_ENDPOINT and the proxy.")
                                           .arg(m_current.host())
                                           .arg(m_range.to)));
}

void HubTransfer::endReply()
{
    const int status = statusOf(*m_reply);
    const QNetworkReply::NetworkError error = m_reply->error();
    while (m_reply && m_accepts && m_reply->bytesAvailable() > 0)
        readBody();
    if (!m_reply)
        return;
    if (isRedirect(status)) {
        followRedirect();
    } else if (status >= 400 || (status > 0 && !m_accepts)) {
        const Error refused = hubRefused(refusal(), m_reference, m_access.hasToken());
        if (isTransient(status))
            tryAgain(refused, waitOf(*m_reply));
        else
            fail(refused);
    } else if (error != QNetworkReply::NoError) {
        const Error unreachable = hubUnreachable(error, m_reply->errorString(), m_current.host());
        if (isTransient(error))
            tryAgain(unreachable);
        else
            fail(unreachable);
    } else if (isRange()) {
        // A server may send less than it was asked for; if it goes on so, it is cut off.
        tryAgain(hubUnreachable(QNetworkReply::RemoteHostClosedError, tr("it sent too little"), m_current.host()));
    } else {
        succeed();
    }
}

HubRefusal HubTransfer::refusal() const
{
    return {statusOf(*m_reply), m_reply->rawHeader("X-Error-Code").trimmed(), m_current.host(), waitOf(*m_reply)};
}

void HubTransfer::followRedirect()
{
    const QUrl next = HubAccess::redirected(m_current, QUrl::fromEncoded(m_reply->rawHeader("Location")));
    drop();
    if (next.isEmpty() || ++m_redirects > kMostRedirects) {
        fail(hubError(
            "hub-redirect",
            next.isEmpty()
                ? tr("%1 leads on to where a connection would not be safe. Check HF_ENDPOINT.").arg(m_current.host())
                : tr("%1 leads round in circles. Check HF_ENDPOINT.").arg(m_current.host())));
        return;
    }
    m_current = next;
    send();
}

void HubTransfer::tryAgain(const Error &otherwise, qint64 waitSeconds)
{
    if (m_body.size() - m_bodyAtFailure >= kHeadway)
        m_attempt = 0;
    m_bodyAtFailure = isRange() ? m_body.size() : 0;
    const qint64 wait = waitSeconds >= 0 ? std::min<qint64>(waitSeconds, m_timing.longestPauseMs) * 1000
                                         : qint64(m_timing.firstPauseMs) << m_attempt;
    if (++m_attempt >= m_timing.attempts || wait > m_timing.longestPauseMs) {
        fail(otherwise);
        return;
    }
    drop();
    m_current = m_url; // the address that a redirect gave may have expired
    m_redirects = 0;
    m_pause.start(int(wait));
}

void HubTransfer::fail(const Error &error)
{
    drop();
    Q_EMIT failed(error);
}

void HubTransfer::succeed()
{
    drop();
    Q_EMIT finished(m_body);
}

} // namespace plimsoll
