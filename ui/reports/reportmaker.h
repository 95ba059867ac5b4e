// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/units/sizeformat.h"

#include <QObject>
#include <QString>
#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QProcess)

namespace plimsoll {

/// How this program's command line is run, and the options that make it speak and know what the window does.
struct ReportCommand {
    QString program;
    QStringList options;
};

/// Has reports on a plan made by the command line, so that they are the same to the byte, and the window does not wait.
class ReportMaker : public QObject
{
    Q_OBJECT

public:
    explicit ReportMaker(QObject *parent = nullptr);
    ~ReportMaker() override;

    void setCommand(const ReportCommand &command) { m_command = command; }
    const ReportCommand &command() const { return m_command; }
    bool canMake() const { return !m_command.program.isEmpty(); }

    /// Writes a report, as what the ending of `path` says. One that is being made is given up.
    void make(const Plan &plan, SizeUnit unit, const QString &path);
    bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void made(const QString &path);
    /// In one sentence.
    void failed(const QString &why);

private:
    void stop();

    ReportCommand m_command;
    QProcess *m_process = nullptr;
};

} // namespace plimsoll
