// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace plimsoll {

/// The programs whose folders of models are known.
enum class LocalStoreKind { HuggingFace, LlamaCpp, LmStudio, Ollama };

/// A folder in which one of them keeps its models.
struct LocalStore {
    LocalStoreKind kind;
    QString folder;

    friend bool operator==(const LocalStore &, const LocalStore &) = default;
};

/// Name of the program, as it calls itself.
QString storeName(LocalStoreKind kind);

/// The folders that are there, none twice: what each program's own environment variables and settings say, else its
/// defaults under `home`.
QList<LocalStore> localStores(const QProcessEnvironment &environment, const QString &home);

} // namespace plimsoll
