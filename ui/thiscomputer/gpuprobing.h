// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detectedgpu.h"

#include <QObject>

namespace plimsoll {

/// Asks the drivers of this computer which GPUs it has. The window knows no more of drivers than this.
class GpuProbing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Never blocks, and does nothing while an answer is awaited. Answered by finished() once.
    virtual void ask() = 0;
    virtual bool isAsking() const = 0;

Q_SIGNALS:
    /// One vendor's, as soon as it is there.
    void answered(const plimsoll::VendorAnswer &answer);
    /// All of them, not matched to a catalog.
    void finished(const plimsoll::Detection &detection);
};

} // namespace plimsoll
