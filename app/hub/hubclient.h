// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hub/hubtransfer.h"
#include "core/sources/hub/hubcache.h"
#include "core/sources/hub/hubchoice.h"
#include "core/sources/hub/hubmodel.h"

#include <deque>
#include <vector>

namespace plimsoll {

/// How far a question to the Hub has got.
struct HubProgress {
    qint64 bytes = 0; ///< that have come
    int filesDone = 0;
    int files = 0; ///< known so far
};

/// Asks the Hugging Face Hub about a model: its list of files, its configs, and of its weights the headers, into the
/// cache. The only part of the program that opens connections, and only when fetch() is called.
class HubClient : public QObject
{
    Q_OBJECT
public:
    explicit HubClient(const HubSettings &settings, const HubTiming &timing = {}, QObject *parent = nullptr);
    ~HubClient() override;

    /// One question at a time; another one ends the one before without a signal. What the cache has of the same commit
    /// is not fetched again. Answered by exactly one of finished() and failed(), unless it is cancelled.
    void fetch(const HubReference &reference);
    void cancel();

Q_SIGNALS:
    void progressed(const plimsoll::HubProgress &progress);
    /// The model is in the cache, under this reference.
    void finished(const plimsoll::HubReference &found);
    /// `choices`: the models of a repository that has several, where that is the error.
    void failed(const plimsoll::Error &error, const plimsoll::HubReference &asked,
                const std::vector<plimsoll::HubChoice> &choices);

private:
    void ask();
    void takeListing(const QByteArray &json);
    void readOn();
    std::optional<Error> plan(const std::vector<HubWant> &wants);
    void startTransfers();
    void start(const HubWant &want);
    void takePiece(const QString &file, const QByteArray &bytes);
    void endTransfer(HubTransfer *transfer);
    HubTransfer *newTransfer();
    void fail(const Error &error, const std::vector<HubChoice> &choices = {});
    void stop();

    const HubSettings m_settings;
    const HubTiming m_timing;
    const HubAccess m_access;
    const HubCache m_cache;
    QNetworkAccessManager m_network;
    QTimer m_begin;
    HubReference m_reference;
    HubSnapshot m_snapshot;
    std::deque<HubWant> m_wants;
    std::vector<HubTransfer *> m_transfers;
    HubProgress m_progress;
    int m_rounds = 0;
};

} // namespace plimsoll

Q_DECLARE_METATYPE(plimsoll::HubReference)
Q_DECLARE_METATYPE(plimsoll::HubProgress)
