// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportmaker.h"

#include "core/planning/plandocumentjson.h"

#include <QJsonDocument>
#include <QProcess>

namespace plimsoll {
namespace {

/// What the command line says on standard error, without its name before it.
QString complaint(const QByteArray &said)
{
    QString text = QString::fromUtf8(said).trimmed();
    const QLatin1String name("plimsoll: ");
    return text.startsWith(name) ? text.mid(name.size()) : text;
}

} // namespace

ReportMaker::ReportMaker(QObject *parent)
    : QObject(parent)
{
}

ReportMaker::~ReportMaker()
{
    stop();
}

void ReportMaker::stop()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished();
    delete m_process;
    m_process = nullptr;
}

void ReportMaker::make(const Plan &plan, SizeUnit unit, const QString &path)
{
    stop();
    auto *process = new QProcess(this);
    m_process = process;
    const auto end = [this, process](auto tell) {
        m_process = nullptr;
        process->deleteLater();
        tell();
    };
    connect(process, &QProcess::finished, this, [this, process, path, end](int status, QProcess::ExitStatus exit) {
        const QString why = complaint(process->readAllStandardError());
        end([&] {
            if (exit == QProcess::NormalExit && status == 0)
                Q_EMIT made(path);
            else
                Q_EMIT failed(why.isEmpty() ? tr("The report could not be made.") : why);
        });
    });
    connect(process, &QProcess::errorOccurred, this, [this, process, end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            const QString why = process->errorString();
            end([&] { Q_EMIT failed(tr("The report could not be made: %1").arg(why)); });
        }
    });
    process->start(m_command.program, QStringList{QStringLiteral("report"), QStringLiteral("-"), QStringLiteral("-o"),
                                                  path, QStringLiteral("--unit"), unitName(unit)}
                                          + m_command.options);
    process->write(QJsonDocument(planToJson(plan)).toJson());
    process->closeWriteChannel();
}

} // namespace plimsoll
