// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>

namespace plimsoll::test {

namespace {
constexpr int kPatienceMs = 60000;
}

QByteArray Run::described() const
{
    return "status " + QByteArray::number(status) + (ended ? "" : ", did not end by itself") + "\n--- out\n"
           + out.left(4000) + "\n--- err\n" + err.left(4000);
}

Run runPlimsoll(const QStringList &arguments, const QByteArray &input)
{
    return runPlimsollWith(arguments + QStringList{QStringLiteral("--no-user-data")}, input,
                           QProcessEnvironment::systemEnvironment());
}

Run runPlimsollWith(const QStringList &arguments, const QByteArray &input, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PLIMSOLL_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    run.ended = process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit;
    run.status = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

QJsonValue at(const QJsonObject &document, const QString &path)
{
    QJsonValue value = document;
    for (const QString &step : path.split(QLatin1Char('.'))) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &content)
{
    const QString path = QDir(folder).filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace plimsoll::test
