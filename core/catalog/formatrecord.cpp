// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/formatrecord.h"

#include "core/catalog/nearestnames.h"
#include "core/catalog/recordreader.h"

namespace plimsoll {
namespace {

using L1 = QLatin1String;

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(FormatRecord)
};

FormatFamily readFamily(RecordReader &in)
{
    const QString family = in.choice(L1("family"),
                                     {QStringLiteral("float"), QStringLiteral("quantized"), QStringLiteral("gguf-type"),
                                      QStringLiteral("gguf-mix"), QStringLiteral("native")},
                                     {});
    if (family.isEmpty())
        in.fail(L1("family"), Strings::tr("is missing."));
    if (family == L1("quantized"))
        return FormatFamily::Quantized;
    if (family == L1("gguf-type"))
        return FormatFamily::GgufType;
    if (family == L1("gguf-mix"))
        return FormatFamily::GgufMix;
    return family == L1("native") ? FormatFamily::Native : FormatFamily::Float;
}

BitsPerWeight readBlock(RecordReader &in, L1 key, BitsPerWeight fallback)
{
    const std::vector<qint64> pair = in.integers(key, 1, 1'048'576);
    if (pair.empty() && !in.has(key))
        return fallback;
    if (pair.size() != 2) {
        in.fail(key, Strings::tr("must be two whole numbers: bytes and weights of a block."));
        return fallback;
    }
    if (pair[0] > 16 * pair[1])
        in.fail(key, Strings::tr("is more than 128 bits a weight."));
    return {qint32(pair[0]), qint32(pair[1])};
}

std::optional<TensorRole> roleNamed(RecordReader &in, L1 key, const QString &name)
{
    for (int i = 0; i < kTensorRoleCount; ++i) {
        if (name == L1(tensorRoleName(TensorRole(i))))
            return TensorRole(i);
    }
    QStringList known;
    for (int i = 0; i < kTensorRoleCount; ++i)
        known.append(L1(tensorRoleName(TensorRole(i))));
    const QStringList nearest = nearestNames(name, known);
    in.fail(key, Strings::tr("\"%1\" is not the role of a tensor; expected one of: %2.")
                     .arg(name.left(40), (nearest.isEmpty() ? known : nearest).join(L1(", "))));
    return std::nullopt;
}

MixRule readRule(RecordReader &in)
{
    MixRule rule;
    if (const std::optional<TensorRole> role = roleNamed(in, L1("role"), in.requiredText(L1("role"))))
        rule.role = *role;
    if (!in.has(L1("block")))
        in.fail(L1("block"), Strings::tr("is missing."));
    rule.block = readBlock(in, L1("block"), {});
    rule.onlyMoreBitsLayers = in.flag(L1("only_more_bits_layers"));
    rule.firstLayers = qint32(in.integer(L1("first_layers"), 1, 1024));
    rule.firstShare = qint32(in.integer(L1("first_share"), 1, 1024));
    in.refuseUnknownFields();
    return rule;
}

} // namespace

Result<Format> formatFromRecord(const QJsonObject &record, const QString &place)
{
    RecordReader in(record, place);
    Format format;
    format.id = in.requiredText(L1("id"));
    if (format.id != format.id.toLower())
        in.fail(L1("id"), Strings::tr("must be in lower case."));
    format.name = in.text(L1("name"), format.id);
    format.aliases = in.texts(L1("aliases"));
    format.family = readFamily(in);
    if (!in.has(L1("block")))
        in.fail(L1("block"), Strings::tr("is missing."));
    format.block = readBlock(in, L1("block"), {});
    format.keptBlock = readBlock(in, L1("kept_block"), {2, 1});
    if (in.has(L1("expert_block")))
        format.expertBlock = readBlock(in, L1("expert_block"), {});
    const QStringList kept = in.texts(L1("keeps"));
    for (const QString &name : kept) {
        if (const std::optional<TensorRole> role = roleNamed(in, L1("keeps"), name))
            format.keeps.set(size_t(*role));
    }
    format.bytesPerRow = qint32(in.integer(L1("bytes_per_row"), 0, 1024));
    std::vector<RecordReader> rules = in.objects(L1("mix"));
    for (RecordReader &rule : rules) {
        format.mix.push_back(readRule(rule));
        in.adopt(rule);
    }
    format.forWeights = in.flag(L1("for_weights"), true);
    format.forKvCache = in.flag(L1("for_kv_cache"));
    format.source = in.text(L1("source"));
    in.refuseUnknownFields();
    if (!in.ok())
        return in.error();
    return format;
}

} // namespace plimsoll
