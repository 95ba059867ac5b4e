// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/sizeformat.h"
#include "ui/logs/logjob.h"

#include <QDialog>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace plimsoll {

class Catalog;
class ElidedLabel;
class LogView;
class ProblemLabel;
struct Plan;

/// A start-up log of an engine, measured beside predicted. It stands beside the window and is no page of it, since its
/// prediction is of the log's plan and not an answer to the plan in the window.
class LogDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LogDialog(const Catalog &catalog, QWidget *parent = nullptr);

    /// Shows itself and reads that log. One under way is given up.
    void read(const LogInput &input);
    /// Shows as `previous` does, in another language.
    void continueFrom(LogDialog &previous);

    void setPlan(const Plan &own);
    void setUnit(SizeUnit unit);
    void takeCatalog();

    bool isReading() const { return m_job->isRunning(); }
    LogView *view() const { return m_view; }
    /// What is shown, and how far it was read.
    ElidedLabel *title() const { return m_title; }
    QProgressBar *progress() const { return m_progress; }
    /// Stops the reading, or reads the log again after it was stopped.
    QPushButton *stopButton() const { return m_stop; }
    /// Why there is nothing to show.
    ProblemLabel *problem() const { return m_problem; }
    QPushButton *openButton() const { return m_open; }
    QPushButton *markdownButton() const { return m_markdown; }
    QPushButton *csvButton() const { return m_csv; }
    QPushButton *planButton() const { return m_plan; }
    QPushButton *calibrateButton() const { return m_calibrate; }
    /// What came of something that was done with the log.
    QLabel *said() const { return m_said; }
    ProblemLabel *refusal() const { return m_refusal; }

    /// What is shown; null while nothing is.
    const LogReading *reading() const;
    /// What people call the log: "serve.log".
    QString logName() const { return m_input ? m_input->name : QString(); }
    /// The button keeps what the log measured, or takes that back.
    void setCalibrated(bool calibrated);
    /// Each takes the place of what was said before.
    void say(const QString &done);
    void refuse(const QString &why);

Q_SIGNALS:
    /// A person wants another log, or dropped a file.
    void openAsked();
    void fileDropped(const QString &path);
    /// A person wants to go on with the plan of the log.
    void planChosen(const plimsoll::Plan &plan, const QString &log);
    /// A person wants to keep what the log measured as a calibration, or to take that back.
    void calibrateAsked();
    /// Another log is read, or the same one again.
    void readingStarted();

protected:
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void arrange();
    void connectParts();
    void showReading();
    void showProgress(qint64 bytes, qint64 size);
    void stop();
    void take(const LogRead &read);
    void showProblem(const QString &problem);
    void showButtons();
    void copy(const QString &text, const QString &said);

    LogJob *m_job;
    std::optional<LogInput> m_input;
    LogRead m_read;
    ElidedLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    ProblemLabel *m_problem;
    LogView *m_view;
    QLabel *m_said;
    ProblemLabel *m_refusal;
    QPushButton *m_open;
    QPushButton *m_markdown;
    QPushButton *m_csv;
    QPushButton *m_calibrate;
    QPushButton *m_plan;
};

} // namespace plimsoll
