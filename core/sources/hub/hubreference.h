// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace plimsoll {

/// A model on the Hugging Face Hub, as somebody names it.
struct HubReference {
    QString repository;                        ///< "org/name"; models of the Hub's first years have no organisation
    QString revision = QStringLiteral("main"); ///< a branch, a tag or a commit
    QString path;         ///< of a file in the repository, or of a folder of it; empty for the whole
    QString quantisation; ///< "Q4_K_M": the GGUF file of that mix; empty where `path` says which

    /// The address of its page, which is also how a plan names the model.
    QString address() const;
    friend bool operator==(const HubReference &, const HubReference &) = default;
};

/// Whether the text is meant as an address: of a web page, or of the Hub without "https://".
bool isHubAddress(const QString &text);

/// Reads an address of a page or file of the Hub, or of `endpoint` in its place; "org/name", "org/name@revision", and
/// "org/name:Q4_K_M" as llama.cpp and Ollama have it. Names are those that the Hub allows, so that they are safe in
/// paths and addresses. Error "bad-hub-name" says what is wrong with them.
Result<HubReference> parseHubReference(const QString &text, const QString &endpoint = {});

/// A name of a repository, of a revision, of a file as the Hub allows them.
bool isHubRepository(const QString &name);
bool isHubRevision(const QString &name);
bool isHubPath(const QString &path);
/// The full name of a commit: 40 hexadecimal digits.
bool isHubCommit(const QString &name);

} // namespace plimsoll
