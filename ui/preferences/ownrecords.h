// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/whatfits/latestanswer.h"

#include "core/result.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace plimsoll {

/// Adds a GPU to the catalog file at `path`, which is made where there is none; a record of the same id is replaced.
/// All else in the file stays as it was. The error says why it could not be, and then nothing was changed.
std::optional<Error> addGpuTo(const QString &path, const QJsonObject &record);

/// Adds to a person's own catalog in the background; it may be large, or on another computer.
class OwnRecords : public QObject
{
    Q_OBJECT

public:
    explicit OwnRecords(QObject *parent = nullptr);

    /// An empty path is the file in the config folder.
    void addGpu(const QString &path, const QJsonObject &record);

Q_SIGNALS:
    void failed(const plimsoll::Error &error);

private:
    LatestAnswer<std::optional<Error>> m_answer;
};

} // namespace plimsoll
