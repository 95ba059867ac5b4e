// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/estimatejson.h"

#include "core/calibration/calibratedplan.h"
#include "core/calibration/calibrationjson.h"
#include "core/engines/enginerules.h"
#include "core/planning/loading.h"
#include "core/planning/parts.h"
#include "core/planning/plandocumentjson.h"
#include "core/planning/qualitytext.h"
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <cstdlib>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelDocument)
};

constexpr double kCoverage = 0.9;
constexpr std::array<const char *, kComparisonFormats> kComparisonNames = {"fp32", "fp16", "int8", "int4"};

QJsonValue countOrNull(qint64 count)
{
    return count > 0 ? QJsonValue(count) : QJsonValue(QJsonValue::Null);
}

double roundedTo(double value, double steps)
{
    return std::isfinite(value) ? std::round(value * steps) / steps : 0;
}

QJsonObject itemsToJson(const ItemBytes &items)
{
    QJsonObject object;
    for (int i = 0; i < kItemCount; ++i)
        object.insert(QLatin1String(itemKey(Item(i))), items[Item(i)].count());
    object.insert(QStringLiteral("total"), items.total().count());
    return object;
}

QJsonObject hostToJson(const ItemBytes &items)
{
    QJsonObject object;
    for (Item item : {Item::Weights, Item::KvCache, Item::Activations})
        object.insert(QLatin1String(itemKey(item)), items[item].count());
    object.insert(QStringLiteral("total"), items.total().count());
    return {{QStringLiteral("bytes"), object}};
}

QJsonObject loadingToJson(const LoadingNeeds &needs)
{
    return {{QStringLiteral("diskBytes"), needs.disk.count()},
            {QStringLiteral("hostBytes"), needs.host ? QJsonValue(needs.host->count()) : QJsonValue()}};
}

QJsonObject parametersToJson(const ParameterCounts &counts)
{
    return {{QStringLiteral("total"), counts.total()},
            {QStringLiteral("active"), counts.active},
            {QStringLiteral("vision"), counts.vision},
            {QStringLiteral("mtp"), counts.mtp}};
}

/// The class of every rank, in rank order: tensor parallel ranks of a stage side by side, then stages, then replicas.
/// Classes that do not say where they stand follow in their own order.
std::vector<qint32> classOfRanks(const ResolvedPlan &resolved, const Estimate &estimate)
{
    std::vector<qint32> left;
    qint64 ranks = 0;
    for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
        left.push_back(estimate.devices[size_t(i)].count);
        ranks += left.back();
    }
    std::vector<qint32> gpuOfRank;
    for (size_t i = 0; i < resolved.plan.gpus.size(); ++i)
        gpuOfRank.insert(gpuOfRank.end(), size_t(resolved.plan.gpus[i].count), qint32(i));

    const Parallel &parallel = resolved.layout.parallel;
    const auto take = [&](auto matches) {
        for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
            if (left[size_t(i)] > 0 && matches(estimate.devices[size_t(i)])) {
                --left[size_t(i)];
                return i;
            }
        }
        return qint32(-1);
    };
    std::vector<qint32> classes;
    for (qint64 rank = 0; rank < ranks; ++rank) {
        const qint32 gpu = rank < qint64(gpuOfRank.size()) ? gpuOfRank[size_t(rank)] : 0;
        const qint32 stage = qint32(rank / std::max(1, parallel.tensor) % std::max(1, parallel.pipeline));
        qint32 found = take([&](const DeviceEstimate &each) { return each.gpuIndex == gpu && each.stage == stage; });
        if (found < 0)
            found = take([&](const DeviceEstimate &each) { return each.gpuIndex == gpu; });
        if (found < 0)
            found = take([](const DeviceEstimate &) { return true; });
        classes.push_back(found);
    }
    return classes;
}

QJsonArray devicesToJson(const ResolvedPlan &resolved, const Estimate &estimate)
{
    std::vector<QJsonObject> ofClass;
    for (qint32 i = 0; i < estimate.deviceClasses; ++i) {
        const DeviceEstimate &device = estimate.devices[size_t(i)];
        const bool known = estimate.hasGpus && size_t(device.gpuIndex) < resolved.gpus.size();
        ofClass.push_back({
            {QStringLiteral("gpu"), known ? QJsonValue(resolved.gpus[size_t(device.gpuIndex)].id) : QJsonValue()},
            {QStringLiteral("usableBytes"), device.usable.count()},
            {QStringLiteral("budgetBytes"), device.budget.count()},
            {QStringLiteral("poolBytes"), device.pool.count()},
            {QStringLiteral("bytes"), itemsToJson(device.items)},
            {QStringLiteral("fits"), estimate.hasGpus ? QJsonValue(device.fits) : QJsonValue()},
        });
    }
    QJsonArray devices;
    for (qint32 index : classOfRanks(resolved, estimate)) {
        QJsonObject device = ofClass[size_t(index)];
        device.insert(QStringLiteral("name"), QStringLiteral("gpu%1").arg(devices.size()));
        devices.append(device);
    }
    return devices;
}

QJsonArray comparisonToJson(const ResolvedPlan &resolved, const Comparison &comparison, bool hasGpus)
{
    const auto meanings = resolved.engine->comparisonFormats();
    QJsonArray list;
    for (qint32 i = 0; i < comparison.count; ++i) {
        const ComparisonEntry &entry = comparison.entries[size_t(i)];
        const bool isOneOfFour = i < kComparisonFormats;
        const Format &own = resolved.formats[size_t(kOwnFormat)];
        list.append(QJsonObject{
            {QStringLiteral("format"), isOneOfFour ? QLatin1String(kComparisonNames[size_t(i)]) : own.id},
            {QStringLiteral("as"), isOneOfFour ? meanings[size_t(i)].as : own.name},
            {QStringLiteral("bytes"), itemsToJson(entry.items)},
            {QStringLiteral("gpusNeeded"), hasGpus ? countOrNull(entry.gpusNeeded) : QJsonValue()},
            {QStringLiteral("fits"), hasGpus ? QJsonValue(entry.fits) : QJsonValue()},
        });
    }
    return list;
}

QJsonArray neighboursToJson(const Neighbours &neighbours)
{
    QJsonArray list;
    for (const Neighbour &each : neighbours.all) {
        list.append(QJsonObject{{QStringLiteral("name"), each.name},
                                {QStringLiteral("engine"), each.engine},
                                {QStringLiteral("gpus"), each.gpus},
                                {QStringLiteral("bytesPerGpu"), each.taken.count()},
                                {QStringLiteral("fits"), each.fits}});
    }
    return list;
}

/// What the person's own measurements changed.
QJsonObject calibrationToJson(const ResolvedPlan &resolved, const Estimate &estimate)
{
    QJsonArray records;
    for (const auto &record : recordsUsed(resolved))
        records.append(recordToJson(*record));
    const auto toJson = [](const CalibratedBytes &own) {
        ItemBytes items;
        for (size_t i = 0; i < kCalibratedCount; ++i)
            items[kCalibratedItems[i]] = own[i];
        return itemsToJson(items);
    };
    return {{QStringLiteral("count"), records.size()},
            {QStringLiteral("records"), records},
            {QStringLiteral("bytes"), toJson(estimate.calibrated)},
            {QStringLiteral("bytesOfFullestGpu"), toJson(estimate.devices[size_t(estimate.fullest)].calibrated)}};
}

QJsonObject verdictToJson(const ResolvedPlan &resolved, const Estimate &estimate)
{
    const bool gpus = estimate.hasGpus;
    return {
        {QStringLiteral("fits"), gpus ? QJsonValue(estimate.fits) : QJsonValue()},
        {QStringLiteral("certainty"),
         estimate.certainty == Certainty::Clear ? QStringLiteral("clear") : QStringLiteral("within-error")},
        {QStringLiteral("headroomBytes"), gpus ? estimate.headroom.count() : 0},
        {QStringLiteral("gpusNeeded"), gpus ? countOrNull(estimate.gpusNeeded) : QJsonValue()},
        {QStringLiteral("gpusByMemory"), gpus ? countOrNull(estimate.gpusByMemory) : QJsonValue()},
        {QStringLiteral("sentence"), verdictSentence(resolved, estimate, SizeUnit::GiB)},
    };
}

/// A free size has no name: its number of parameters stands for it, as it can be typed.
QString idOf(const ModelArchitecture &model, const ParameterCounts &counts)
{
    return model.id.isEmpty() ? QString::number(counts.total()) : model.id;
}

QJsonObject modelOfEstimate(const ResolvedPlan &resolved)
{
    return {
        {QStringLiteral("id"), idOf(*resolved.model, resolved.parameters)},
        {QStringLiteral("architecture"), resolved.model->architecture},
        {QStringLiteral("attention"), attentionKind(*resolved.model)},
        {QStringLiteral("contextLimit"), countOrNull(resolved.model->contextLimit)},
        {QStringLiteral("parameters"), parametersToJson(resolved.parameters)},
    };
}

QJsonObject warning(const QString &code, const QString &text)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("text"), text}};
}

QJsonArray modelWarnings(const ModelArchitecture &model)
{
    QJsonArray warnings;
    if (model.shapeIsAssumed) {
        warnings.append(
            warning(QStringLiteral("assumed-shape"),
                    Text::tr("Only the size is known: layers, heads and the KV cache are typical values.")));
    }
    const qint64 counted = publishedScopeCount(model);
    if (model.publishedParameters > 0 && std::abs(counted - model.publishedParameters) > model.publishedPrecision) {
        warnings.append(warning(QStringLiteral("count-differs"),
                                Text::tr("The published count is %1 parameters, the architecture gives %2.")
                                    .arg(formatCount(model.publishedParameters), formatCount(counted))));
    }
    return warnings;
}

} // namespace

QJsonObject estimateToJson(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                           const AnswerExtras &extras)
{
    const Bytes total = estimate.total.total();
    QJsonArray otherItems, parts;
    for (const NamedPart &part : partsOf(resolved, estimate)) {
        QJsonObject named{{QStringLiteral("name"), QLatin1String(part.key)},
                          {QStringLiteral("bytes"), part.bytes.count()}};
        if (part.item == Item::Other) {
            otherItems.append(named);
            continue;
        }
        named.insert(QStringLiteral("item"), part.item ? QLatin1String(itemKey(*part.item)) : QLatin1String("pool"));
        parts.append(named);
    }
    QJsonArray warnings;
    for (const WarningText &each : warningTexts(resolved, estimate))
        warnings.append(warning(each.code, each.text));
    const double error =
        total.count() == 0 ? 0 : 100.0 * double((estimate.ruleOfThumb - total).count()) / double(total.count());

    QJsonObject document{
        {QStringLiteral("schema"), QStringLiteral("plimsoll.estimate/1")},
        {QStringLiteral("program"), QString::fromLatin1(PLIMSOLL_VERSION)},
        {QStringLiteral("plan"), planToJson(resolved.plan)},
        {QStringLiteral("model"), modelOfEstimate(resolved)},
        {QStringLiteral("devices"), devicesToJson(resolved, estimate)},
        {QStringLiteral("host"), hostToJson(estimate.host)},
        {QStringLiteral("beside"), neighboursToJson(resolved.neighbours)},
        {QStringLiteral("loading"), loadingToJson(loadingNeeds(resolved, estimate))},
        {QStringLiteral("total"), QJsonObject{{QStringLiteral("bytes"), itemsToJson(estimate.total)}}},
        {QStringLiteral("otherItems"), otherItems},
        {QStringLiteral("parts"), parts},
        {QStringLiteral("kvCache"),
         QJsonObject{{QStringLiteral("bytesPerToken"), estimate.kvBytesPerToken.count()},
                     {QStringLiteral("bytesPerTokenAtContext"), roundedTo(estimate.kvBytesPerTokenAtContext, 1000)},
                     {QStringLiteral("poolBytes"), estimate.poolBytes.count()},
                     {QStringLiteral("poolTokens"), estimate.poolTokens},
                     {QStringLiteral("maxConcurrency"), roundedTo(estimate.maxConcurrency, 100)},
                     {QStringLiteral("sizedBy"),
                      resolved.workload.averageContext > 0 ? QStringLiteral("use") : QStringLiteral("longest")}}},
        {QStringLiteral("interval"), QJsonObject{{QStringLiteral("coverage"), kCoverage},
                                                 {QStringLiteral("lowBytes"), estimate.low.count()},
                                                 {QStringLiteral("highBytes"), estimate.high.count()},
                                                 {QStringLiteral("basis"), intervalBasis(resolved)}}},
        {QStringLiteral("verdict"), verdictToJson(resolved, estimate)},
        {QStringLiteral("speed"), speedToJson(resolved, speedOf(resolved))},
        {QStringLiteral("cost"), costToJson(extras.cost)},
        {QStringLiteral("quality"), qualityToJson(extras.quality)},
        {QStringLiteral("comparison"), comparisonToJson(resolved, comparison, estimate.hasGpus)},
        {QStringLiteral("ruleOfThumb"), QJsonObject{{QStringLiteral("bytes"), estimate.ruleOfThumb.count()},
                                                    {QStringLiteral("errorPercent"), roundedTo(error, 100)}}},
        {QStringLiteral("warnings"), warnings},
    };
    if (resolved.warnings.test(size_t(Warning::Calibrated)))
        document.insert(QStringLiteral("calibration"), calibrationToJson(resolved, estimate));
    return document;
}

QJsonObject modelToJson(const ModelArchitecture &model)
{
    const ParameterCounts counts = countParameters(model);
    QJsonObject parameters = parametersToJson(counts);
    parameters.insert(QStringLiteral("text"), counts.text);
    parameters.insert(QStringLiteral("audio"), counts.audio);
    const BitsPerWeight fp16{2, 1};
    const KvFormats formats{fp16, fp16};
    return {
        {QStringLiteral("schema"), QStringLiteral("plimsoll.model/1")},
        {QStringLiteral("id"), idOf(model, counts)},
        {QStringLiteral("name"), model.displayName},
        {QStringLiteral("architecture"), model.architecture},
        {QStringLiteral("attention"), attentionKind(model)},
        {QStringLiteral("layers"), model.layers()},
        {QStringLiteral("parameters"), parameters},
        {QStringLiteral("tensors"), QJsonValue()},
        {QStringLiteral("contextLimit"), countOrNull(model.contextLimit)},
        {QStringLiteral("vocabulary"), model.vocabSize},
        {QStringLiteral("kvBytesPerToken"),
         QJsonObject{{QStringLiteral("fp16"), kvBytesPerToken(model, formats).count()}}},
        {QStringLiteral("warnings"), modelWarnings(model)},
    };
}

} // namespace plimsoll
