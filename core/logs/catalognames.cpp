// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/catalognames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

struct Ending {
    const char *text;
    const char *weights;
};
/// What makers of quantised checkpoints add to a model's name.
constexpr Ending kEndings[] = {
    {"-awq-int4", "awq-int4"},   {"_awq-int4", "awq-int4"},   {"-awq", "awq-int4"},
    {"-gptq-int4", "gptq-int4"}, {"_gptq-int4", "gptq-int4"}, {"-gptq-int8", "int8"},
    {"-gptq", "gptq-int4"},      {"-fp8-dynamic", "fp8"},     {"-fp8", "fp8"},
    {"-nvfp4", "nvfp4"},         {"-bnb-4bit", "nf4"},        {"-unsloth-bnb-4bit", "nf4"},
};

QString knownModel(const QString &name, const Catalog &catalog)
{
    if (name.isEmpty() || name.size() > 200)
        return {};
    const Result<ModelArchitecture> model = catalog.model(name, {});
    return model.ok() ? model->id : QString();
}

/// The last part of a path, the repository of a folder of the Hub's cache, a file without its ending.
QStringList namesIn(const QString &printed)
{
    QString path = printed.trimmed();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    QStringList names{path};
    static const QRegularExpression hub(QStringLiteral(R"(models--([^/]+?)--([^/]+))"));
    if (const auto match = hub.match(path); match.hasMatch())
        names << match.captured(1) + QLatin1Char('/') + match.captured(2) << match.captured(2);
    QString last = path.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1);
    static const QRegularExpression ggufEnding(
        QStringLiteral(R"((?:[-.](?:I?Q\d\w*|B?F16|F32|MXFP4\w*))?(?:-\d{5}-of-\d{5})?\.gguf$)"),
        QRegularExpression::CaseInsensitiveOption);
    last.remove(ggufEnding);
    last.replace(QLatin1String("___"), QLatin1String(".")); // as ModelScope names folders
    names << last;
    names << last.simplified().replace(QLatin1Char(' '), QLatin1Char('-'));
    return names;
}

/// Words that sellers put before a name, and spellings of the same form.
QStringList gpuWords(const QString &text)
{
    static const QSet<QString> noise{QStringLiteral("nvidia"), QStringLiteral("geforce"), QStringLiteral("tesla"),
                                     QStringLiteral("amd"),    QStringLiteral("radeon"),  QStringLiteral("instinct"),
                                     QStringLiteral("intel"),  QStringLiteral("r"),       QStringLiteral("graphics"),
                                     QStringLiteral("hbm2e"),  QStringLiteral("hbm3"),    QStringLiteral("generation")};
    QStringList words;
    static const QRegularExpression separators(QStringLiteral("[^a-z0-9]+"));
    for (QString word : text.toLower().split(separators, Qt::SkipEmptyParts)) {
        if (word.startsWith(QLatin1String("sxm")))
            word = QStringLiteral("sxm");
        if (!noise.contains(word))
            words.append(word);
    }
    return words;
}

} // namespace

MeantModel modelMeant(const QString &printed, const Catalog &catalog)
{
    for (const QString &name : namesIn(printed)) {
        if (const QString id = knownModel(name, catalog); !id.isEmpty())
            return {id, {}, false};
    }
    static const QStringList tuned{QStringLiteral("-instruct"), QStringLiteral("-chat"), QStringLiteral("-it"),
                                   QStringLiteral("-hf"), QStringLiteral("-base")};
    for (const QString &whole : namesIn(printed)) {
        QString name = whole, weights;
        for (const Ending &ending : kEndings) {
            if (name.endsWith(QLatin1String(ending.text), Qt::CaseInsensitive)) {
                name.chop(qsizetype(qstrlen(ending.text)));
                weights = QLatin1String(ending.weights);
                break;
            }
        }
        if (const QString id = knownModel(name, catalog); !id.isEmpty())
            return {id, weights, false};
        if (name.startsWith(QLatin1String("Meta-"))) {
            if (const QString id = knownModel(name.mid(5), catalog); !id.isEmpty())
                return {id, weights, false};
        }
        for (const QString &ending : tuned) {
            if (!name.endsWith(ending, Qt::CaseInsensitive)) {
                if (const QString id = knownModel(name + ending, catalog); !id.isEmpty())
                    return {id, weights, true};
                continue;
            }
            if (const QString id = knownModel(name.chopped(ending.size()), catalog); !id.isEmpty())
                return {id, weights, true};
        }
    }
    return {};
}

QString gpuMeant(const QString &printed, Bytes memory, const Catalog &catalog)
{
    const QStringList wanted = gpuWords(printed);
    if (wanted.isEmpty())
        return {};
    QStringList best;
    qsizetype fewestExtra = 1'000;
    for (const CatalogEntry &entry : catalog.gpus()) {
        if (entry.id.contains(QLatin1Char('/')))
            continue;
        const QStringList words = gpuWords(entry.id);
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const QString &w) { return words.contains(w); });
        if (!all)
            continue;
        const qsizetype extra = words.size() - wanted.size();
        // Sizes of one card differ in the last word, so all of those stay.
        if (extra < fewestExtra) {
            fewestExtra = extra;
            best.clear();
        }
        if (extra == fewestExtra)
            best.append(entry.id);
    }
    if (best.size() > 1 && memory.count() > 0) {
        const auto distance = [&](const QString &id) {
            const Result<Gpu> gpu = catalog.gpu(id, {});
            return gpu.ok() ? std::abs(gpu->usable.gibibytes() - memory.gibibytes()) : 1e9;
        };
        const QString nearest = *std::min_element(
            best.begin(), best.end(), [&](const QString &a, const QString &b) { return distance(a) < distance(b); });
        if (distance(nearest) < 0.15 * memory.gibibytes())
            best = {nearest};
    }
    return best.size() == 1 ? best.constFirst() : QString();
}

QString ggufFormatMeant(const QString &printed, const Catalog &catalog)
{
    QString name = printed.toLower().trimmed();
    static const QRegularExpression mostly(QStringLiteral(R"(^(?:\d+ \()?mostly (\w+)\)?$)"));
    if (const auto match = mostly.match(name); match.hasMatch())
        name = match.captured(1);
    static const QRegularExpression mixture(QStringLiteral(R"(^(\w+) - (small|medium|large)$)"));
    if (const auto match = mixture.match(name); match.hasMatch())
        name = match.captured(1) + QLatin1Char('_') + match.captured(2).at(0);
    name = name.section(QLatin1Char(' '), 0, 0);
    const Format *format = catalog.findFormat(name);
    return format ? format->id : QString();
}

} // namespace plimsoll
