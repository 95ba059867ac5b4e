// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/local/localstores.h"
#include "core/units/bytes.h"

namespace plimsoll {

/// A model that lies on this computer.
struct LocalModel {
    QString name; ///< as its program calls it: "org/name", "org/name/file.gguf", "llama3.2:3b"
    QString path; ///< what a plan names
    LocalStoreKind store = LocalStoreKind::HuggingFace;
    QString architecture;
    QString format;        ///< of most of its weights, as its file says: "Q4_K_M", "bfloat16"
    qint64 parameters = 0; ///< 0 = not known
    Bytes bytes;           ///< of all weights; 0 where only the config.json is there
    QString problem;       ///< why it cannot be planned, translated; empty where it can
};

/// What a search tells while it goes on, on the thread that it runs on.
class LocalSearch
{
public:
    virtual ~LocalSearch() = default;

    /// Asked often; true ends the search soon.
    virtual bool stopped() = 0;
    virtual void entered(const QString &folder) = 0;
    virtual void found(const LocalModel &model) = 0;
};

/// Looks through the folders and reads the header of every model. Links are followed, each folder is entered once.
void findLocalModels(const QList<LocalStore> &stores, LocalSearch &search);

/// "org/name" where `path` lies in a Hugging Face cache (models--org--name); else empty.
QString hubNameOf(const QString &path);

} // namespace plimsoll
