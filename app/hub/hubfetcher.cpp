// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubfetcher.h"

#include "app/hub/hubclient.h"

namespace plimsoll {

HubFetcher::HubFetcher(QObject *parent)
    : ModelFetcher(parent)
{
}

HubClient *HubFetcher::client()
{
    if (m_client)
        return m_client;
    m_client = new HubClient(hubSettings(), {}, this);
    connect(m_client, &HubClient::progressed, this, [this](const HubProgress &progress) {
        Q_EMIT progressed(progress.bytes, progress.filesDone, progress.files);
    });
    connect(m_client, &HubClient::finished, this,
            [this](const HubReference &found) { Q_EMIT finished(found.address()); });
    connect(m_client, &HubClient::failed, this,
            [this](const Error &error, const HubReference &asked, const std::vector<HubChoice> &choices) {
                std::vector<ModelToFetch> models;
                for (const HubChoice &choice : choices) {
                    HubReference one = asked;
                    one.path = choice.path;
                    one.quantisation.clear();
                    models.push_back({choice.tag, one.address(), Bytes(qint64(choice.bytes))});
                }
                Q_EMIT failed(error, models);
            });
    return m_client;
}

void HubFetcher::fetch(const QString &model)
{
    const Result<HubReference> reference = parseHubReference(model, hubSettings().endpoint);
    if (reference)
        client()->fetch(*reference);
    else
        Q_EMIT failed(reference.error(), {});
}

void HubFetcher::cancel()
{
    if (m_client)
        m_client->cancel();
}

} // namespace plimsoll
