// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/local/localmodels.h"

#include <QFutureWatcher>
#include <QObject>

namespace plimsoll {

/// One search for the models on this computer at a time, in the background.
class LocalModelsSearch : public QObject
{
    Q_OBJECT

public:
    explicit LocalModelsSearch(QObject *parent = nullptr);
    ~LocalModelsSearch() override;

    /// Searches the folders that these variables and this home folder lead to. A search under way is dropped.
    void start(const QProcessEnvironment &environment, const QString &home);
    /// Ends soon; what was found so far was told.
    void stop();
    bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void found(const plimsoll::LocalModel &model);
    void entered(const QString &folder);
    void finished(bool stopped);

private:
    QFutureWatcher<LocalModel> m_watcher;
};

} // namespace plimsoll
