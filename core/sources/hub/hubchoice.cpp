// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubchoice.h"

#include "core/sources/gguf/ggufsplit.h"
#include "core/sources/modelfolder.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <map>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubChoice)
};

constexpr int kMostListed = 40;

Error failure(const char *code, const HubReference &reference, const QString &what)
{
    return {QLatin1String(code), {}, Text::tr("%1: %2").arg(reference.repository, what), ErrorKind::Typed};
}

QString fileName(const QString &path)
{
    return path.section(QLatin1Char('/'), -1);
}

/// "Q4_K_M" of "Qwen3-8B-Q4_K_M-00001-of-00002.gguf"; the name without its ending where it names no type.
QString tagOf(const QString &path)
{
    static const QRegularExpression part(QStringLiteral("(-\\d{5}-of-\\d{5})?\\.gguf\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression type(
        QStringLiteral(
            "(?:\\A|[-._])((?:UD-)?(?:I?Q\\d[0-9A-Z_]*|TQ\\d_\\d|BF16|FP?16|FP?32|MXFP4[A-Z_]*|NVFP4))(?=[-._]|\\z)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString stem = fileName(path).remove(part);
    QString tag = stem;
    for (auto each = type.globalMatch(stem); each.hasNext();)
        tag = each.next().captured(1);
    return tag;
}

bool isIn(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path.startsWith(folder + QLatin1Char('/'));
}

bool isDirectlyIn(const QString &path, const QString &folder)
{
    return isIn(path, folder) && path.indexOf(QLatin1Char('/'), folder.isEmpty() ? 0 : folder.size() + 1) < 0;
}

QString listed(const std::vector<HubChoice> &choices)
{
    QStringList tags;
    for (const HubChoice &choice : choices) {
        if (!tags.contains(choice.tag))
            tags.append(choice.tag);
    }
    QString text = tags.mid(0, kMostListed).join(QStringLiteral(", "));
    if (tags.size() > kMostListed)
        text += QStringLiteral(", ...");
    return text;
}

Result<HubReference> ofQuantisation(const HubReference &reference, const std::vector<HubChoice> &all)
{
    std::vector<HubChoice> found;
    for (const HubChoice &choice : all) {
        if (choice.tag.compare(reference.quantisation, Qt::CaseInsensitive) == 0)
            found.push_back(choice);
    }
    if (found.size() > 1) {
        QStringList paths;
        for (const HubChoice &choice : found)
            paths.append(choice.path);
        return failure("several-models", reference,
                       Text::tr("several files are %1: %2. Give the address of one of them.")
                           .arg(reference.quantisation, paths.mid(0, kMostListed).join(QStringLiteral(", "))));
    }
    if (found.empty())
        return failure("no-such-quantisation", reference,
                       all.empty()
                           ? Text::tr("there are no GGUF files in it; leave :%1 out.").arg(reference.quantisation)
                           : Text::tr("there is no %1 in it; there are %2.").arg(reference.quantisation, listed(all)));
    HubReference chosen = reference;
    chosen.path = found.front().path;
    chosen.quantisation.clear();
    return chosen;
}

Result<HubReference> ofFolder(const HubReference &reference, const HubSnapshot &snapshot)
{
    const auto hasDirectly = [&](auto matches) {
        return std::any_of(snapshot.files.begin(), snapshot.files.end(), [&](const HubFile &file) {
            return isDirectlyIn(file.name, reference.path) && matches(fileName(file.name));
        });
    };
    const auto isSafetensors = [](const QString &name) {
        return hasWeightsEnding(name) && !name.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive);
    };
    if (hasDirectly(isSafetensors))
        return reference;
    const std::vector<HubChoice> choices = hubChoices(snapshot, reference.path);
    if (choices.size() > 1)
        return failure("several-models", reference,
                       Text::tr("several models are in it: %1. Name one, as in %2:%3.")
                           .arg(listed(choices), reference.repository, choices.front().tag));
    HubReference chosen = reference;
    if (!choices.empty())
        chosen.path = choices.front().path;
    else if (!hasDirectly([](const QString &name) { return name == QLatin1String("config.json"); }))
        return failure(
            "no-model", reference,
            Text::tr("there is no model in it that can be read: neither config.json, nor safetensors or GGUF "
                     "files."));
    return chosen;
}

} // namespace

std::vector<HubChoice> hubChoices(const HubSnapshot &snapshot, const QString &folder)
{
    QStringList names;
    for (const HubFile &file : snapshot.files) {
        if (isIn(file.name, folder) && file.name.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive))
            names.append(file.name);
    }
    std::vector<HubChoice> choices;
    for (const QString &name : ggufModels(names)) {
        HubChoice choice{tagOf(name), name, 0};
        const QString inFolder = name.chopped(fileName(name).size());
        for (const QString &part : ggufPartNames(fileName(name))) {
            if (const HubFile *file = snapshot.find(inFolder + part))
                choice.bytes += file->size;
        }
        choices.push_back(choice);
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const HubChoice &a, const HubChoice &b) { return a.bytes < b.bytes; });
    return choices;
}

Result<HubReference> chooseHubFile(const HubReference &reference, const HubSnapshot &snapshot)
{
    if (reference.path.isEmpty() && !reference.quantisation.isEmpty())
        return ofQuantisation(reference, hubChoices(snapshot));
    if (snapshot.find(reference.path))
        return reference;
    const bool isFolder = reference.path.isEmpty()
                          || std::any_of(snapshot.files.begin(), snapshot.files.end(),
                                         [&](const HubFile &file) { return isIn(file.name, reference.path); });
    if (isFolder)
        return ofFolder(reference, snapshot);
    return failure("no-such-file", reference,
                   Text::tr("there is no model file %1 in it. Check its name and the revision.").arg(reference.path));
}

} // namespace plimsoll
