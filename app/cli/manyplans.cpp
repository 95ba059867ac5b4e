// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manyplans.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input.h"
#include "core/catalog/catalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ManyPlans)
};

constexpr QLatin1String kFolder("output-dir");
constexpr QLatin1String kAs("as");
constexpr QLatin1String kForce("force");
constexpr QLatin1String kCheck("check");

Error wrong(const QString &text)
{
    return {QStringLiteral("usage"), {}, text, ErrorKind::Typed};
}

PlanFile planFile(const QString &path)
{
    return {path, path == QLatin1String("-") ? QStringLiteral("stdin") : QFileInfo(path).completeBaseName()};
}

/// Other programs keep JSON in the same folders. What cannot be read is not of another kind: its reader says why.
bool isOfAnotherKind(const QString &path)
{
    const Result<QByteArray> content = readSmallFile(path);
    if (!content.ok())
        return false;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &problem);
    return problem.error == QJsonParseError::NoError
           && !document.object().value(QLatin1String("schema")).toString().startsWith(QLatin1String("plimsoll.plan/"));
}

void addFolder(const QString &folder, PlanFiles &found)
{
    const QFileInfoList entries =
        QDir(folder).entryInfoList({QStringLiteral("*.plimsoll"), QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    const size_t before = found.files.size();
    for (const QFileInfo &entry : entries) {
        if (entry.suffix().toLower() == QLatin1String("json") && isOfAnotherKind(entry.filePath()))
            note(Text::tr("%1 is passed over: it is no saved plan").arg(entry.filePath()));
        else
            found.files.push_back(planFile(entry.filePath()));
    }
    if (found.files.size() > before)
        return;
    const QString text = QFileInfo(folder).isReadable()
                             ? Text::tr("%1: there is no plan in this folder: save one there (a file that ends in "
                                        ".plimsoll or .json), or name the folder below it that has them")
                             : Text::tr("%1: this folder cannot be read: may you read it?");
    found.errors.push_back({QStringLiteral("no-plans"), {}, text.arg(folder), ErrorKind::File});
}

std::optional<Error> makeFolder(const ManyPlans &many)
{
    if (many.mode == DocumentWriter::Mode::Check || QDir().mkpath(many.folder))
        return std::nullopt;
    return Error{QStringLiteral("cannot-write"),
                 {},
                 Text::tr("%1: this folder could not be made; choose another place for the documents").arg(many.folder),
                 ErrorKind::File};
}

/// Two files whose documents would have the same name.
std::optional<Error> sameNames(const std::vector<PlanFile> &files)
{
    QHash<QString, QString> seen;
    for (const PlanFile &file : files) {
        const QString other = seen.value(file.name);
        if (!other.isEmpty()) {
            return wrong(Text::tr("%1 and %2 would both give documents that are called %3: rename one of these plans, "
                                  "or write them into two folders")
                             .arg(other, file.path, file.name));
        }
        seen.insert(file.name, file.path);
    }
    return std::nullopt;
}

} // namespace

void addManyPlansOptions(CommandLine &line, const QString &endings)
{
    line.addHeading(Text::tr("A document of each plan: PLAN|FOLDER... --output-dir FOLDER --as ENDING"));
    line.add({kFolder, QStringLiteral("FOLDER"),
              Text::tr("where the documents go; one that is up to date is left alone. Of a folder all saved plans are "
                       "taken, not those of folders in it")});
    line.add({kAs, endings, Text::tr("what they are; default %1").arg(endings.section(QLatin1Char('|'), 0, 0))});
    line.add({kForce, {}, Text::tr("write those that are up to date, too")});
    line.add({kCheck, {}, Text::tr("write nothing; exit with 1 where something is not up to date")});
}

QString ManyPlans::path(const QString &name) const
{
    return QDir::cleanPath(QDir(folder).filePath(name + QLatin1Char('.') + ending));
}

Result<ManyPlans> manyPlansFrom(const CommandLine &line, const QString &endings, bool checks)
{
    ManyPlans many;
    many.folder = line.value(kFolder);
    const QStringList known = endings.split(QLatin1Char('|'));
    many.ending = line.isSet(kAs) ? line.value(kAs).toLower() : known.constFirst();
    if (!known.contains(many.ending))
        return wrong(Text::tr("--as: \"%1\" is not one of %2").arg(line.value(kAs), known.join(QLatin1String(", "))));
    if (line.isSet(kFolder) && many.folder.isEmpty())
        return wrong(Text::tr("--output-dir: name the folder that the documents go into"));
    if (line.isSet(kForce) && line.isSet(kCheck))
        return wrong(Text::tr("--check writes nothing, so --force has no place beside it"));
    for (const QLatin1String option : {kAs, kForce, kCheck}) {
        if (!many.isAsked() && line.isSet(option) && !(checks && option == kCheck))
            return wrong(Text::tr("--%1: this goes with --output-dir").arg(option));
    }
    if (line.isSet(kCheck))
        many.mode = DocumentWriter::Mode::Check;
    else if (many.isAsked())
        many.mode = line.isSet(kForce) ? DocumentWriter::Mode::Forced : DocumentWriter::Mode::Changed;
    return many;
}

PlanFiles planFiles(const QStringList &named)
{
    PlanFiles found;
    for (const QString &path : named) {
        if (path != QLatin1String("-") && QFileInfo(path).isDir())
            addFolder(path, found);
        else
            found.files.push_back(planFile(path));
    }
    return found;
}

int makeOfEachPlan(const CommandLine &line, const ManyPlans &many,
                   const std::function<void(DocumentWriter &, const PlanFile &, const Catalog &)> &make)
{
    if (line.positional().isEmpty())
        return line.wrong(Text::tr("name the plans, or folders of saved plans"));
    const PlanFiles plans = planFiles(line.positional());
    if (const auto error = sameNames(plans.files))
        return complain(*error);
    if (const auto error = makeFolder(many))
        return complain(*error);
    const Catalog catalog = openCatalog(line);
    DocumentWriter writer(many.mode);
    for (const Error &error : plans.errors)
        writer.fail(error);
    for (const PlanFile &file : plans.files)
        make(writer, file, catalog);
    return finish(writer.status());
}

} // namespace plimsoll
