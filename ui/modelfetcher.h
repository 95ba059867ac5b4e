// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/units/bytes.h"

#include <QObject>
#include <QString>

#include <vector>

namespace plimsoll {

/// One of several models under one name.
struct ModelToFetch {
    QString name;  ///< "Q4_K_M"
    QString model; ///< what to fetch for it
    Bytes bytes;   ///< of its weights
};

/// Gets models from elsewhere, when a person asks for one. The window knows no more of networks than this.
class ModelFetcher : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// One at a time. Answered by exactly one of finished() and failed(), unless it is cancelled.
    virtual void fetch(const QString &model) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(qint64 bytes, int filesDone, int files);
    /// `model` is what a plan names it by from now on.
    void finished(const QString &model);
    /// `choices`: the models among which to choose, where that is the error.
    void failed(const plimsoll::Error &error, const std::vector<plimsoll::ModelToFetch> &choices);
};

} // namespace plimsoll
