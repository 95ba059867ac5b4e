// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/modelfetcher.h"

namespace plimsoll {

class HubClient;

/// The window's way to the Hugging Face Hub.
class HubFetcher final : public ModelFetcher
{
    Q_OBJECT
public:
    explicit HubFetcher(QObject *parent = nullptr);

    void fetch(const QString &model) override;
    void cancel() override;

private:
    HubClient *client();

    HubClient *m_client = nullptr; ///< made when the Hub is first asked
};

} // namespace plimsoll
