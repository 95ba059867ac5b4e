// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/catalogfile.h"
#include "ui/whatfits/latestanswer.h"

#include <QObject>

namespace plimsoll {

/// Reads a person's own catalog in the background; it may be large, or on another computer.
class CatalogLoader : public QObject
{
    Q_OBJECT

public:
    explicit CatalogLoader(QObject *parent = nullptr);

    /// Answered by one of loaded() and failed(), unless another path follows.
    void load(const QString &path);

Q_SIGNALS:
    void loaded(const std::shared_ptr<const plimsoll::Catalog> &catalog);
    void failed(const plimsoll::Error &error);

private:
    LatestAnswer<Result<std::shared_ptr<const Catalog>>> m_answer;
};

} // namespace plimsoll
