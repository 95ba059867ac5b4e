// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubmodel.h"

#include "core/sources/hub/hubchoice.h"
#include "core/sources/hub/hubfolder.h"
#include "core/sources/modelfolder.h"

#include <QCoreApplication>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubModel)
};

constexpr qsizetype kShortCommit = 7; ///< as git and the Hub's pages show it

Error notFetched(const HubReference &reference)
{
    return {QStringLiteral("not-fetched"),
            {},
            Text::tr("%1 has not been fetched from the Hugging Face Hub yet. Ask for it: plimsoll inspect %1")
                .arg(reference.address()),
            ErrorKind::File};
}

void describe(const HubReference &reference, const HubSnapshot &snapshot, const QString &file, ModelSource &source)
{
    ModelArchitecture &model = source.architecture;
    model.id = reference.address();
    if (model.displayName.isEmpty() || model.displayName == file || source.files.contains(model.displayName))
        model.displayName = reference.repository.section(QLatin1Char('/'), -1);
    model.source = Text::tr("%1 at commit %2").arg(reference.address(), snapshot.commit.left(kShortCommit));
}

} // namespace

Result<ModelSource> readHubModel(const HubReference &reference, const HubCache &cache, const HubSnapshot &snapshot,
                                 std::vector<HubWant> *wants)
{
    const bool isFile = snapshot.find(reference.path) != nullptr;
    const QString file = isFile ? reference.path.section(QLatin1Char('/'), -1) : QString();
    HubFolder folder(cache, snapshot, isFile ? reference.path.section(QLatin1Char('/'), 0, -2) : reference.path);
    Result<ModelSource> source = openModelIn(folder, file);
    if (source)
        describe(reference, snapshot, file, source.value());
    else if (wants && wantsMore(source.error()))
        *wants = folder.wants();
    return source;
}

Result<ModelSource> openHubModel(const HubReference &reference, const HubCache &cache)
{
    std::optional<HubSnapshot> snapshot = cache.find(reference);
    if (!snapshot)
        return notFetched(reference);
    const Result<HubReference> chosen = chooseHubFile(reference, *snapshot);
    if (!chosen)
        return chosen.error();
    Result<ModelSource> source = readHubModel(*chosen, cache, *snapshot, nullptr);
    if (source)
        return source;
    // A file that was damaged meanwhile counts as not there; one that was so from the start is told of.
    cache.verify(*snapshot);
    source = readHubModel(*chosen, cache, *snapshot, nullptr);
    return source || !wantsMore(source.error()) ? source : notFetched(*chosen);
}

} // namespace plimsoll
