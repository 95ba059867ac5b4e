// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"

#include "core/engines/llamacpp/llamacpprules.h"
#include "core/engines/ruleofthumb/ruleofthumb.h"
#include "core/engines/sglang/sglangrules.h"
#include "core/engines/tensorrtllm/tensorrtllmrules.h"
#include "core/engines/transformers/transformersrules.h"
#include "core/engines/vllm/vllmrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Engines)
};

struct Entry {
    QLatin1String id;
    std::shared_ptr<const EngineRules> (*make)(const QJsonObject &constants);
};

/// One line an engine, in the order that pickers show.
constexpr Entry entries[] = {
    {QLatin1String("vllm"), makeVllmRules},
    {QLatin1String("llama.cpp"), makeLlamaCppRules},
    {QLatin1String("sglang"), makeSglangRules},
    {QLatin1String("transformers"), makeTransformersRules},
    {QLatin1String("tensorrt-llm"), makeTensorRtLlmRules},
    {QLatin1String("rule-of-thumb"), makeRuleOfThumb},
};

} // namespace

QStringList engineIds()
{
    QStringList ids;
    for (const Entry &entry : entries)
        ids.append(entry.id);
    return ids;
}

QString engineName(const QString &id)
{
    for (const Entry &entry : entries) {
        if (id.compare(entry.id, Qt::CaseInsensitive) == 0)
            return entry.make({})->name();
    }
    return id;
}

Result<std::shared_ptr<const EngineRules>> findEngine(const QString &id, const Catalog &catalog, const QString &field)
{
    for (const Entry &entry : entries) {
        if (id.compare(entry.id, Qt::CaseInsensitive) == 0)
            return entry.make(catalog.engineConstants(entry.id));
    }
    return Error{QStringLiteral("unknown-engine"), field,
                 Text::tr("%1: no engine is called \"%2\"; known engines: %3")
                     .arg(field, id, engineIds().join(QLatin1String(", "))),
                 ErrorKind::Typed};
}

} // namespace plimsoll
