// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logfacts.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace plimsoll {

/// What was recognised in a log, a line each: name, value, and the lines of the log where it stands.
class LogFactsView : public QWidget
{
    Q_OBJECT

public:
    explicit LogFactsView(QWidget *parent = nullptr);

    void setFacts(const std::vector<LogFact> &facts);
    /// "Engine: vLLM 0.11.0 (V1), lines 2, 4", a line each.
    QString text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QGridLayout *m_grid;
    std::vector<LogFact> m_shown;
    QString m_text;
};

} // namespace plimsoll
