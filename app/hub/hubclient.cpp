// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubclient.h"

#include "core/sources/hub/hublisting.h"
#include "core/sources/safetensors/safetensorsfile.h"

#include <algorithm>
#include <utility>

namespace plimsoll {
namespace {

constexpr size_t kParallel = 4;                  ///< transfers at once
constexpr quint64 kFirstPiece = 64 * 1024;       ///< enough for the headers of small files
constexpr quint64 kLongestListing = 32 << 20;    ///< some 300 bytes a file
constexpr quint64 kLongestConfigFile = 4 << 20;  ///< the longest one known has some 300 KiB
constexpr quint64 kLongestHeader = 128 << 20;    ///< tokens and merges of a GGUF file are some 10 MiB
constexpr qint64 kMostBytes = qint64(512) << 20; ///< of one question
constexpr int kMostRounds = 100;                 ///< between reading and fetching

quint64 longestOf(const QString &file)
{
    if (file.endsWith(QLatin1String(".safetensors.index.json"), Qt::CaseInsensitive))
        return kLongestSafetensorsHeader;
    return file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? kLongestConfigFile : kLongestHeader;
}

} // namespace

HubClient::HubClient(const HubSettings &settings, const HubTiming &timing, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_timing(timing)
    , m_access(settings)
    , m_cache(settings.cacheFolder)
{
    m_begin.setSingleShot(true);
    connect(&m_begin, &QTimer::timeout, this, &HubClient::ask);
}

HubClient::~HubClient()
{
    stop();
}

void HubClient::fetch(const HubReference &reference)
{
    stop();
    m_reference = reference;
    m_snapshot = {};
    m_progress = {};
    m_rounds = 0;
    m_begin.start(0);
}

void HubClient::cancel()
{
    stop();
    if (!m_snapshot.commit.isEmpty())
        (void)m_cache.saveIndex(m_snapshot); // what has come need not come again
}

void HubClient::stop()
{
    m_begin.stop();
    m_wants.clear();
    for (HubTransfer *transfer : std::exchange(m_transfers, {})) {
        transfer->disconnect(this);
        transfer->cancel();
        transfer->deleteLater(); // it may be what signals just now
    }
}

void HubClient::fail(const Error &error, const std::vector<HubChoice> &choices)
{
    cancel();
    Q_EMIT failed(error, m_reference, choices);
}

HubTransfer *HubClient::newTransfer()
{
    auto *transfer = new HubTransfer(m_network, m_access, m_timing, m_reference, this);
    connect(transfer, &HubTransfer::received, this, [this](qint64 bytes) {
        m_progress.bytes += bytes;
        Q_EMIT progressed(m_progress);
    });
    connect(transfer, &HubTransfer::failed, this, [this](const Error &error) { fail(error); });
    m_transfers.push_back(transfer);
    return transfer;
}

void HubClient::endTransfer(HubTransfer *transfer)
{
    m_transfers.erase(std::remove(m_transfers.begin(), m_transfers.end(), transfer), m_transfers.end());
    transfer->deleteLater();
}

void HubClient::ask()
{
    if (m_settings.offline) {
        fail(hubError("hub-offline",
                      tr("HF_HUB_OFFLINE is set, so the Hugging Face Hub is not asked. Unset it to ask.")));
        return;
    }
    if (!m_access.isValid()) {
        fail(hubError("hub-bad-endpoint",
                      tr("HF_ENDPOINT is \"%1\"; expected an address such as https://huggingface.co.")
                          .arg(m_settings.endpoint.left(200))));
        return;
    }
    HubTransfer *transfer = newTransfer();
    connect(transfer, &HubTransfer::finished, this, [this, transfer](const QByteArray &json) {
        endTransfer(transfer);
        takeListing(json);
    });
    transfer->get(m_access.listing(m_reference), {0, kLongestListing, 0});
}

void HubClient::takeListing(const QByteArray &json)
{
    const Result<HubSnapshot> listing = readHubListing(json, m_reference.repository);
    if (!listing) {
        fail(listing.error());
        return;
    }
    m_snapshot = *listing;
    m_reference.repository = m_snapshot.repository; // a model that was renamed
    if (std::optional<HubSnapshot> known = m_cache.findCommit(m_snapshot.repository, m_snapshot.commit)) {
        m_cache.verify(*known);
        for (HubFile &file : m_snapshot.files) {
            const HubFile *before = known->find(file.name);
            if (before && before->size == file.size)
                file = *before;
        }
    }
    const Result<HubReference> chosen = chooseHubFile(m_reference, m_snapshot);
    if (!chosen) {
        const bool isChoice = chosen.error().code == QLatin1String("several-models");
        fail(chosen.error(), isChoice ? hubChoices(m_snapshot, m_reference.path) : std::vector<HubChoice>());
        return;
    }
    m_reference = *chosen;
    readOn();
}

/// The readers say what they lack, until they lack nothing.
void HubClient::readOn()
{
    std::vector<HubWant> wants;
    const Result<ModelSource> model = readHubModel(m_reference, m_cache, m_snapshot, &wants);
    std::optional<Error> error = m_cache.saveIndex(m_snapshot);
    if (model && !error)
        error = m_cache.saveRevision(m_snapshot, m_reference.revision);
    else if (!error)
        error = wants.empty() || ++m_rounds > kMostRounds ? model.error() : plan(wants);
    if (error)
        fail(*error);
    else if (model)
        Q_EMIT finished(m_reference);
    else
        startTransfers();
}

std::optional<Error> HubClient::plan(const std::vector<HubWant> &wants)
{
    qint64 more = 0;
    for (HubWant want : wants) {
        const HubFile &file = *m_snapshot.find(want.file);
        // A GGUF header does not say how long it is; doubling keeps the number of requests small.
        const quint64 least = std::max({want.bytes, file.stored * 2, kFirstPiece});
        const quint64 longest = longestOf(want.file);
        if (want.bytes > longest)
            return hubError("hub-too-large",
                            tr("%1 of %2 takes %3 bytes to read, more than the %4 that are fetched of one.")
                                .arg(want.file, m_reference.repository)
                                .arg(want.bytes)
                                .arg(longest));
        want.bytes = std::min({least, longest, file.size});
        more += qint64(want.bytes - std::min(file.stored, want.bytes));
        m_wants.push_back(want);
    }
    m_progress.files = std::max(m_progress.files, m_progress.filesDone + int(wants.size()));
    if (m_progress.bytes + more > kMostBytes)
        return hubError("hub-too-large",
                        tr("The headers of %1 are longer than the %2 bytes that are fetched of a model.")
                            .arg(m_reference.repository)
                            .arg(kMostBytes));
    return std::nullopt;
}

void HubClient::startTransfers()
{
    while (!m_wants.empty() && m_transfers.size() < kParallel) {
        const HubWant want = m_wants.front();
        m_wants.pop_front();
        start(want);
    }
}

void HubClient::start(const HubWant &want)
{
    HubFile &file = *m_snapshot.find(want.file);
    if (m_cache.beginning(m_snapshot, file).isEmpty())
        file.stored = 0;
    HubTransfer *transfer = newTransfer();
    connect(transfer, &HubTransfer::finished, this, [this, transfer, name = want.file](const QByteArray &bytes) {
        endTransfer(transfer);
        takePiece(name, bytes);
    });
    transfer->get(m_access.file(m_snapshot.repository, m_snapshot.commit, want.file),
                  {file.stored, want.bytes, file.size});
}

void HubClient::takePiece(const QString &name, const QByteArray &bytes)
{
    HubFile &file = *m_snapshot.find(name);
    if (auto error = m_cache.store(m_snapshot, file, m_cache.beginning(m_snapshot, file) + bytes)) {
        fail(*error);
        return;
    }
    ++m_progress.filesDone;
    Q_EMIT progressed(m_progress);
    if (m_wants.empty() && m_transfers.empty())
        readOn();
    else
        startTransfers();
}

} // namespace plimsoll
