// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibration.h"

#include <QObject>

#include <functional>

namespace plimsoll {

class PlanDocument;

/// The person's calibration in a window: what changes it, changes the file and the document's answer at once. The
/// document's catalog holds what is in effect, so several books of one document agree.
class CalibrationBook : public QObject
{
    Q_OBJECT

public:
    /// Changes are written to the person's own file where the document has a calibration, else they are kept for this
    /// run of the program alone.
    explicit CalibrationBook(PlanDocument *document, QObject *parent = nullptr);

    /// Another file; empty = none.
    void setFile(const QString &path) { m_file = path; }

    Calibration calibration() const;

    // Each answers false, after problem(), where the file could not be written: then nothing has changed.
    bool add(const CalibrationRecord &record);
    bool remove(const CalibrationRecord &record);
    bool setOn(bool on);

Q_SIGNALS:
    /// Something could not be kept, or was set aside: one translated sentence.
    void problem(const QString &text);

private:
    bool change(const std::function<void(Calibration &)> &edit);

    PlanDocument *m_document;
    QString m_file;
};

} // namespace plimsoll
