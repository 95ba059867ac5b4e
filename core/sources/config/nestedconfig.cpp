// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/nestedconfig.h"

#include "core/sources/config/dialect.h"

#include <QJsonArray>

#include <array>

namespace plimsoll {
namespace {

QString classOf(const QJsonObject &config)
{
    return config.value(QLatin1String("architectures")).toArray().first().toString().left(100);
}

QString typeOf(const QJsonObject &config)
{
    return config.value(QLatin1String("model_type")).toString().left(100);
}

} // namespace

NestedConfig findLanguageModel(const QJsonObject &root)
{
    static constexpr std::array<const char *, 7> nestings = {"thinker_config",   "text_config",           "llm_config",
                                                             "language_config",  "language_model_config", "lm_config",
                                                             "text_model_config"};
    // What a file says once for the whole model.
    static constexpr std::array<const char *, 6> shared = {
        "tie_word_embeddings", "torch_dtype",        "dtype",
        "quantization_config", "compression_config", "transformers_version"};
    NestedConfig found;
    found.text = root;
    found.className = classOf(root);
    found.modelType = typeOf(root);
    bool descended = true;
    for (int depth = 0; descended && depth < 3; ++depth) {
        descended = false;
        for (const char *key : nestings) {
            const QJsonValue inner = found.text.value(QLatin1String(key));
            if (!inner.isObject())
                continue;
            QJsonObject object = inner.toObject();
            for (const char *name : shared) {
                const QLatin1String sharedKey(name);
                if (!object.contains(sharedKey) && found.text.contains(sharedKey))
                    object.insert(sharedKey, found.text.value(sharedKey));
            }
            found.text = object;
            found.path += QLatin1String(key) + QLatin1Char('.');
            descended = true;
            break;
        }
    }
    if (!found.path.isEmpty())
        found.names << classOf(found.text) << typeOf(found.text);
    found.names << found.className << found.modelType;
    if (found.text.value(QLatin1String("ssm_cfg")).isObject()) {
        const QJsonObject inner = found.text.value(QLatin1String("ssm_cfg")).toObject();
        found.names << (inner.value(QLatin1String("layer")).toString() == QLatin1String("Mamba2")
                            ? QStringLiteral("mamba2")
                            : QStringLiteral("mamba"));
    }
    return found;
}

QStringList NestedConfig::visionNames() const
{
    return {dialectName(className), dialectName(modelType)};
}

} // namespace plimsoll
