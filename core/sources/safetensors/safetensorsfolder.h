// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/sourcefolder.h"
#include "core/sources/storedtensors.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QStringList>

namespace plimsoll {

/// Finds the safetensors files that a name stands for, and reads their headers.
class SafetensorsFolder
{
    Q_DECLARE_TR_FUNCTIONS(SafetensorsFolder)
public:
    /// `name` is a *.safetensors file or a *.safetensors.index.json; empty for whatever the folder has.
    SafetensorsFolder(SourceFolder &folder, const QString &name);
    std::optional<Error> read();

    const QStringList &files() const { return m_files; }
    const QStringList &warnings() const { return m_warnings; }
    StoredTensors takeTensors() { return std::move(m_tensors); }

private:
    void chooseFor(const QString &name);
    std::optional<Error> chooseInFolder();
    std::optional<Error> readIndexed(const QString &index);
    std::optional<Error> readFiles();
    std::optional<Error> readFile(qsizetype index);

    SourceFolder &m_folder;
    QString m_name, m_index;
    QStringList m_files, m_warnings;
    StoredTensors m_tensors;
};

} // namespace plimsoll
