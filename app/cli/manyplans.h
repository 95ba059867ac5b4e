// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/documentwriter.h"
#include "core/result.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace plimsoll {

class Catalog;
class CommandLine;

/// --output-dir, --as, --force and --check, for a document of each plan. `endings`: "svg|pdf|png".
void addManyPlansOptions(CommandLine &line, const QString &endings);

/// What these options say.
struct ManyPlans {
    QString folder; ///< that the documents go into; empty where --output-dir was not given
    QString ending; ///< without the dot
    DocumentWriter::Mode mode = DocumentWriter::Mode::All;

    bool isAsked() const { return !folder.isEmpty(); }
    /// Of the document with this name: "DIR/chat-context.svg".
    QString path(const QString &name) const;
};
/// Errors are of kind Typed: an ending that is none of `endings`, or one of the options without --output-dir. `checks`:
/// --check is taken without it, too.
Result<ManyPlans> manyPlansFrom(const CommandLine &line, const QString &endings, bool checks);

/// A plan's file, and what its documents are called: its name without the ending.
struct PlanFile {
    QString path;
    QString name;
};

/// The files that a person named and those of the folders that they named: *.plimsoll and *.json there, by their names,
/// but not in folders below. JSON that is of another kind is passed over with a note on standard error. Errors, of
/// which each stands for a file: what is not there, a folder without a plan.
struct PlanFiles {
    std::vector<PlanFile> files;
    std::vector<Error> errors;
};
PlanFiles planFiles(const QStringList &named);

/// Does something with every file that was named or is in a folder that was named, however many of them are wrong; the
/// exit status. `make` complains to the writer.
int makeOfEachPlan(
    const CommandLine &line, const ManyPlans &many,
    const std::function<void(DocumentWriter &writer, const PlanFile &file, const Catalog &catalog)> &make);

} // namespace plimsoll
