// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hub/hubaccess.h"
#include "app/hub/huberrors.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>

namespace plimsoll {

/// What to get from an address: some bytes of a file whose size is known, or a whole answer.
struct HubRange {
    quint64 from = 0;
    quint64 to = 0;       ///< behind the last byte
    quint64 fileSize = 0; ///< zero: the whole answer, of at most `to` bytes
};

/// Gets one thing, with redirects, another attempt where the connection breaks off, and no byte more than asked for.
class HubTransfer : public QObject
{
    Q_OBJECT
public:
    /// `network` and `access` must live on. `reference` names the model in errors.
    HubTransfer(QNetworkAccessManager &network, const HubAccess &access, const HubTiming &timing,
                const HubReference &reference, QObject *parent = nullptr);
    ~HubTransfer() override;

    /// Once. Nothing is signalled before it returns, nor after the transfer is destroyed.
    void get(const QUrl &url, const HubRange &range);
    void cancel();

Q_SIGNALS:
    void received(qint64 bytes);
    void finished(const QByteArray &bytes);
    void failed(const plimsoll::Error &error);

private:
    void send();
    void readHeader();
    void readBody();
    void endReply();
    void followRedirect();
    void tryAgain(const Error &otherwise, qint64 waitSeconds = -1);
    void fail(const Error &error);
    void succeed();
    void drop();
    bool isRange() const { return m_range.fileSize > 0; }
    std::optional<QString> lieOf(const QNetworkReply &reply) const;
    HubRefusal refusal() const;

    QNetworkAccessManager &m_network;
    const HubAccess &m_access;
    const HubTiming m_timing;
    const HubReference m_reference;
    QUrl m_url, m_current;
    HubRange m_range;
    QNetworkReply *m_reply = nullptr;
    QTimer m_pause;
    QByteArray m_body;
    quint64 m_skipped = 0;         ///< bytes of this answer to pass over, from a server that knows no ranges
    qsizetype m_bodyAtFailure = 0; ///< to tell headway
    int m_attempt = 0, m_redirects = 0;
    bool m_accepts = false; ///< this answer is what was asked for
};

} // namespace plimsoll
