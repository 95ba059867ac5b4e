// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/storedtensors.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QStringList>

namespace plimsoll {

/// Finds the safetensors files that a path stands for, and reads their headers.
class SafetensorsFolder
{
    Q_DECLARE_TR_FUNCTIONS(SafetensorsFolder)
public:
    /// A *.safetensors file, a *.safetensors.index.json, or a folder that has either.
    explicit SafetensorsFolder(const QString &path);
    std::optional<Error> read();

    const QStringList &files() const { return m_files; }
    const QStringList &warnings() const { return m_warnings; }
    StoredTensors takeTensors() { return std::move(m_tensors); }
    Result<QByteArray> readText(const QString &path) const;

private:
    std::optional<Error> choose();
    std::optional<Error> readIndexed(const QString &index);
    std::optional<Error> readFiles();

    QString m_path, m_folder, m_index;
    QStringList m_files, m_warnings;
    StoredTensors m_tensors;
};

} // namespace plimsoll
