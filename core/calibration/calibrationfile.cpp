// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrationfile.h"

#include "core/calibration/calibrationjson.h"
#include "core/files/setaside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Calibration)
};

constexpr int kPatienceMs = 5000;

Error fileError(const char *code, const QString &path, const QString &why)
{
    return {QLatin1String(code), {}, Text::tr("%1: %2").arg(QDir::toNativeSeparators(path), why), ErrorKind::File};
}

std::optional<Error> write(const Calibration &calibration, const QString &path)
{
    QSaveFile file(path);
    const QByteArray content = QJsonDocument(calibrationToJson(calibration)).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fileError("cannot-write", path, Text::tr("it cannot be written (%1)").arg(file.errorString()));
    return std::nullopt;
}

} // namespace

QString calibrationFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("plimsoll/calibration.json"));
}

Result<Calibration> readCalibration(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Calibration();
    if (!QFileInfo(path).isFile())
        return fileError("cannot-read", path, Text::tr("this is not a file"));
    if (!file.open(QIODevice::ReadOnly))
        return fileError("cannot-read", path, Text::tr("it cannot be opened (%1)").arg(file.errorString()));
    // One byte more than is allowed is enough to see that it is too large.
    return calibrationFromJson(file.read(kMaxCalibrationBytes + 1), QDir::toNativeSeparators(path));
}

Result<ChangedCalibration> changeCalibration(const std::function<void(Calibration &)> &change, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return fileError("cannot-write", folder, Text::tr("this folder cannot be made"));
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(kPatienceMs)) {
        return fileError("cannot-write", path,
                         lock.error() == QLockFile::LockFailedError
                             ? Text::tr("another Plimsoll is writing it; try again")
                             : Text::tr("no file can be made in its folder"));
    }
    ChangedCalibration changed;
    Result<Calibration> before = readCalibration(path);
    if (before) {
        changed.calibration = std::move(before).value();
    } else {
        if (before.error().code != QLatin1String("bad-calibration"))
            return before.error();
        changed.setAside = setAside(path);
        if (changed.setAside.isEmpty())
            return fileError("cannot-write", path, Text::tr("it is broken and cannot be renamed"));
    }
    change(changed.calibration);
    if (changed.calibration.records.size() > size_t(kMaxCalibrationRecords)) {
        return fileError("cannot-write", path,
                         Text::tr("it has %1 records already; remove some").arg(kMaxCalibrationRecords));
    }
    if (const std::optional<Error> error = write(changed.calibration, path))
        return *error;
    return changed;
}

} // namespace plimsoll
