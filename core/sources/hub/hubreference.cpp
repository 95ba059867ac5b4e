// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/hub/hubreference.h"

#include "core/sources/modelfolder.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubReference)
};

const QLatin1String kHub("https://huggingface.co");
constexpr qsizetype kLongestPath = 1024;

Error wrong(const QString &text, const QString &what)
{
    constexpr qsizetype longestShown = 200;
    const QString shown = text.size() > longestShown ? QString(text.left(longestShown) + QChar(0x2026)) : text;
    return {QStringLiteral("bad-hub-name"), {}, Text::tr("%1: %2").arg(shown, what), ErrorKind::Typed};
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

QString percentEncoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

/// The first words of addresses that are pages of the Hub and no organisation.
const QStringList &otherPages()
{
    static const QStringList pages{
        QStringLiteral("api"),      QStringLiteral("blog"),    QStringLiteral("chat"),   QStringLiteral("collections"),
        QStringLiteral("docs"),     QStringLiteral("join"),    QStringLiteral("learn"),  QStringLiteral("login"),
        QStringLiteral("models"),   QStringLiteral("new"),     QStringLiteral("papers"), QStringLiteral("pricing"),
        QStringLiteral("settings"), QStringLiteral("storage"), QStringLiteral("tasks"),  QStringLiteral("posts"),
    };
    return pages;
}

/// "refs/pr/1" keeps its slashes where somebody writes them plainly; other revisions have them encoded.
int wordsOfRevision(const QStringList &words)
{
    const bool isReference = words.size() >= 3 && words.at(0) == QLatin1String("refs")
                             && (words.at(1) == QLatin1String("pr") || words.at(1) == QLatin1String("convert"));
    return isReference ? 3 : 1;
}

bool hasScheme(const QString &text)
{
    return matches(text.section(QLatin1String("://"), 0, 0), "[A-Za-z][A-Za-z0-9+.-]*")
           && text.contains(QLatin1String("://"));
}

bool isBelow(const QString &address, const QString &endpoint)
{
    return address.startsWith(endpoint)
           && (address.size() == endpoint.size() || address.at(endpoint.size()) == QLatin1Char('/'));
}

/// The words of an address behind its host, decoded; nothing where it is none of the Hub's.
std::optional<QStringList> pathOfAddress(const QString &text, const QString &endpoint)
{
    QString address = text.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0);
    if (!endpoint.isEmpty() && isBelow(address, endpoint)) {
        address.remove(0, endpoint.size());
    } else {
        static const QRegularExpression host(
            QStringLiteral("\\A(?:https?://)?(?:www\\.)?(?:huggingface\\.co|hf\\.co)(?=/|\\z)"),
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = host.match(address);
        if (!match.hasMatch())
            return std::nullopt;
        address.remove(0, match.capturedLength());
    }
    QStringList words = address.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString &word : words)
        word = QUrl::fromPercentEncoding(word.toUtf8());
    return words;
}

std::optional<Error> readName(QString name, const QString &text, HubReference &reference)
{
    if (const qsizetype at = name.indexOf(QLatin1Char(':')); at >= 0) {
        reference.quantisation = name.mid(at + 1);
        name.truncate(at);
        if (!matches(reference.quantisation, "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"))
            return wrong(text, Text::tr("behind the colon is no quantisation; expected one such as :Q4_K_M."));
    }
    if (const qsizetype at = name.indexOf(QLatin1Char('@')); at >= 0) {
        reference.revision = name.mid(at + 1);
        name.truncate(at);
    }
    reference.repository = name;
    if (!isHubRepository(name))
        return wrong(text, Text::tr("this is no name of a model on the Hugging Face Hub; expected one such as "
                                    "Qwen/Qwen3-8B, of letters, digits, -, _ and a dot between them."));
    return std::nullopt;
}

std::optional<Error> readPage(const QStringList &page, const QString &text, HubReference &reference)
{
    static const QStringList files{QStringLiteral("blob"), QStringLiteral("resolve"), QStringLiteral("raw")};
    const bool isFile = files.contains(page.constFirst());
    if (!isFile && page.constFirst() != QLatin1String("tree"))
        return std::nullopt; // its discussions, its history
    const QStringList rest = page.mid(1);
    const int words = wordsOfRevision(rest);
    if (!rest.isEmpty())
        reference.revision = rest.mid(0, words).join(QLatin1Char('/'));
    reference.path = rest.mid(words).join(QLatin1Char('/'));
    if (isFile && reference.path.isEmpty())
        return wrong(text, Text::tr("the address names no file; copy it from the page of the model."));
    return std::nullopt;
}

std::optional<Error> readAddress(const QStringList &words, const QString &text, HubReference &reference)
{
    const QString first = words.value(0);
    if (first == QLatin1String("datasets") || first == QLatin1String("spaces"))
        return wrong(text, first == QLatin1String("datasets")
                               ? Text::tr("this is a dataset; expected the address of a model.")
                               : Text::tr("this is a Space; expected the address of a model."));
    if (first.isEmpty() || otherPages().contains(first))
        return wrong(text, Text::tr("this is not the page of a model; expected an address such as "
                                    "https://huggingface.co/Qwen/Qwen3-8B."));
    static const QStringList pages{QStringLiteral("tree"), QStringLiteral("blob"), QStringLiteral("resolve"),
                                   QStringLiteral("raw")};
    const int nameWords = words.size() == 1 || pages.contains(words.at(1)) ? 1 : 2;
    if (auto error = readName(words.mid(0, nameWords).join(QLatin1Char('/')), text, reference))
        return error;
    return words.size() > nameWords ? readPage(words.mid(nameWords), text, reference) : std::nullopt;
}

} // namespace

QString HubReference::address() const
{
    QString text = kHub + QLatin1Char('/') + repository;
    if (path.isEmpty() && !quantisation.isEmpty())
        text += QLatin1Char(':') + quantisation;
    if (!path.isEmpty() || revision != QLatin1String("main")) {
        text += hasWeightsEnding(path) || path.endsWith(QLatin1String(".json")) ? QLatin1String("/blob/")
                                                                                : QLatin1String("/tree/");
        text += percentEncoded(revision);
    }
    if (!path.isEmpty())
        text += QLatin1Char('/') + percentEncoded(path, "/+@,=()");
    return text;
}

bool isHubAddress(const QString &text)
{
    return hasScheme(text.trimmed()) || pathOfAddress(text.trimmed(), {}).has_value();
}

Result<HubReference> parseHubReference(const QString &typed, const QString &endpoint)
{
    const QString text = typed.trimmed();
    HubReference reference;
    std::optional<Error> error;
    if (const auto words = pathOfAddress(text, endpoint))
        error = readAddress(*words, text, reference);
    else if (hasScheme(text))
        error = wrong(text, Text::tr("only addresses of the Hugging Face Hub can be read, such as "
                                     "https://huggingface.co/Qwen/Qwen3-8B."));
    else if (!text.contains(QLatin1Char('/')))
        error = wrong(text, Text::tr("a model of the Hugging Face Hub has an organisation before its name, such as "
                                     "Qwen/Qwen3-8B."));
    else
        error = readName(text, text, reference);
    if (error)
        return *error;
    if (!isHubRevision(reference.revision))
        return wrong(text, Text::tr("\"%1\" is no name of a branch, tag or commit.").arg(reference.revision.left(100)));
    if (!reference.path.isEmpty() && !isHubPath(reference.path))
        return wrong(text, Text::tr("this is no name of a file in a repository."));
    return reference;
}

bool isHubRepository(const QString &name)
{
    // The rules of huggingface_hub (validate_repo_id).
    const QStringList words = name.split(QLatin1Char('/'));
    const bool areWords = std::all_of(words.begin(), words.end(), [](const QString &word) {
        return matches(word, "[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,94}[A-Za-z0-9_])?");
    });
    return areWords && words.size() <= 2 && !name.contains(QLatin1String("..")) && !name.contains(QLatin1String("--"))
           && !name.endsWith(QLatin1String(".git"));
}

bool isHubRevision(const QString &name)
{
    return matches(name, "[A-Za-z0-9_](?:[A-Za-z0-9_.+=/-]{0,198}[A-Za-z0-9_+=-])?")
           && !name.contains(QLatin1String("..")) && !name.contains(QLatin1String("//"));
}

bool isHubPath(const QString &path)
{
    const QStringList words = path.split(QLatin1Char('/'));
    return path.size() <= kLongestPath && std::all_of(words.begin(), words.end(), [](const QString &word) {
               constexpr qsizetype longestName = 255; // of a file, in bytes
               return !word.isEmpty() && word != QLatin1String(".") && word != QLatin1String("..")
                      && word.toUtf8().size() <= longestName && std::none_of(word.begin(), word.end(), [](QChar c) {
                             return c.category() == QChar::Other_Control || c == QLatin1Char('\\');
                         });
           });
}

bool isHubCommit(const QString &name)
{
    return matches(name, "[0-9a-f]{40}");
}

} // namespace plimsoll
