// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/fit/runhere.h"

#include "core/catalog/quality.h"
#include "core/engines/enginerules.h"
#include "core/planning/fit/formatchoices.h"
#include "core/planning/fit/whatfits.h"
#include "core/planning/limits.h"
#include "core/planning/planning.h"
#include "core/planning/speed/speed.h"
#include "core/units/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Fit)
};

const QLatin1String kLlamaCpp("llama.cpp");
const QLatin1String kNative("native");

/// Four bits a weight is where published measurements of quantised models still lie close to the unquantised one.
constexpr double kGoodBits = 4;
constexpr double kSmallLoss = 0.05; ///< rise of perplexity

constexpr qint64 kDefaultContext = 8192; ///< of a plan that says none

/// Below this size embeddings, which an engine may keep in more bits or off the GPU, can be most of a model.
constexpr qint64 kLargeModel = 3'000'000'000;
constexpr double kLeastShare = 0.8; ///< of a large model's weights that are on its GPUs in the format's bits, at least

bool isGguf(const LocalModel &model)
{
    return model.path.endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive) || model.store == LocalStoreKind::Ollama;
}

bool keepsQuality(const Format &format, const ModelQuality &quality)
{
    for (const MeasuredQuality &each : quality.in(format.id)) {
        if (each.metric == QualityMetric::Perplexity && each.loss())
            return *each.loss() <= kSmallLoss;
    }
    return format.block.bits() >= kGoodBits;
}

double fewestBits(const Format &format)
{
    const double bits = format.block.bits();
    return format.expertBlock ? std::min(bits, format.expertBlock->bits()) : bits;
}

/// What one model is asked about.
struct Candidate {
    const CatalogEntry *entry = nullptr; ///< of the catalog, or
    const LocalModel *file = nullptr;    ///< on this disk
};

class Search
{
public:
    Search(const Plan &plan, const Catalog &catalog)
        : m_catalog(catalog)
        , m_plan(plan)
    {
        m_plan.pins = {};
        m_plan.parallel.reset();
        for (const GpuChoice &choice : plan.gpus) {
            if (const Result<Gpu> gpu = catalog.gpu(choice.id, {})) {
                m_gpus.push_back(*gpu);
                m_usable += gpu->usable * choice.count;
            }
        }
        if (m_plan.engine.isEmpty())
            m_plan.engine = QStringLiteral("vllm");
        const bool runs =
            std::all_of(m_gpus.begin(), m_gpus.end(), [&](const Gpu &gpu) { return runsOn(m_plan.engine, gpu); });
        if (!runs)
            m_plan = onLlamaCpp();
        const bool hasFp4 = std::all_of(m_gpus.begin(), m_gpus.end(), [](const Gpu &gpu) { return gpu.fp4Tflops > 0; });
        for (const QString &id : offeredFormats(catalog, m_plan.engine, hasFp4))
            m_formats.push_back(*catalog.findFormat(id));
        m_asked = plan.contextLength.value_or(kDefaultContext);
    }

    /// Nothing where the model fits in no format; then *error may say why it could not be asked about.
    std::optional<RunnableModel> ask(const Candidate &candidate, std::optional<Error> *error) const
    {
        if (candidate.entry && !m_formats.empty()) {
            // Nothing is published in less than two bits, so that needs no look at the model itself.
            const double least = std::min(2.0, fewestBits(m_formats.back()));
            if (isTooLarge(candidate.entry->size, least))
                return {};
        }
        Plan plan = candidate.file && isGguf(*candidate.file) ? onLlamaCpp() : m_plan;
        plan.model = NamedModel{candidate.file ? candidate.file->path : candidate.entry->id};
        plan.weights = kNative;
        const Result<ResolvedPlan> published = resolveInSomeLayout(plan);
        if (!published) {
            *error = published.error();
            return {};
        }
        RunnableModel model;
        model.model = std::get<NamedModel>(plan.model).id;
        model.name = candidate.file ? candidate.file->name : candidate.entry->name;
        model.store = candidate.file ? storeName(candidate.file->store) : QString();
        model.parameters = published->parameters.text;
        model.contextLimit = published->model->contextLimit;
        model.isShort = model.contextLimit > 0 && model.contextLimit < m_asked;
        if (plan.contextLength && model.contextLimit > 0)
            plan.contextLength = std::min(*plan.contextLength, model.contextLimit);
        addFormats(model, plan, *published, candidate.file != nullptr);
        if (model.formats.empty())
            return {};
        std::rotate(model.formats.begin(), toTake(model.formats), toTake(model.formats) + 1);
        return model;
    }

private:
    Plan onLlamaCpp() const
    {
        Plan plan = m_plan;
        if (plan.engine != kLlamaCpp) {
            plan.engine = kLlamaCpp;
            plan.engineVersion.clear();
            plan.engineOptions = {};
        }
        return plan;
    }

    void addFormats(RunnableModel &model, Plan plan, const ResolvedPlan &published, bool isFile) const
    {
        // A file is good or not by what it stores; a checkpoint of the catalog is the measure itself.
        const bool isGood = !isFile || published.formats[kOwnFormat].block.bits() >= kGoodBits;
        const Bytes most = estimate(published).total[Item::Weights];
        add(model, plan, published.nativeName, isGood, {});
        if (isFile)
            return;
        const ModelQuality quality(m_catalog, model.model);
        for (const Format &format : m_formats) {
            if (isTooLarge(model.parameters, fewestBits(format)))
                continue;
            plan.weights = format.id;
            add(model, plan, format.name, keepsQuality(format, quality), most);
        }
    }

    /// `below`: only where its weights take less; zero = in any case.
    void add(RunnableModel &model, const Plan &plan, const QString &name, bool isGood, Bytes below) const
    {
        const Result<ResolvedPlan> resolved = resolveInSomeLayout(plan);
        if (!resolved)
            return;
        const Estimate answer = estimate(*resolved);
        if (!answer.fits || (below > Bytes() && answer.total[Item::Weights] >= below))
            return;
        RunnableFormat row;
        row.format = plan.weights;
        row.name = name;
        row.plan = plan;
        if (const auto &parallel = resolved->plan.parallel; parallel && parallel->pipeline > 1)
            row.plan.parallel = parallel; // tensor parallel over all of them is what a plan means that says nothing
        row.engineName = resolved->engine->name();
        row.total = answer.total.total();
        row.headroom = answer.headroom;
        row.isTight = answer.certainty == Certainty::WithinError;
        row.longestContext = longestContext(*resolved, model.contextLimit > 0 ? model.contextLimit : kMaxTokens);
        const SpeedEstimate speed = speedOf(*resolved);
        if (speed.isKnown) {
            row.decodeTokensPerSecond = speed.decodeTokensPerSecond;
            row.speedIsBound = speed.basis == SpeedBasis::Bound;
        }
        row.keepsQuality = isGood;
        model.formats.push_back(std::move(row));
    }

    /// Without looking at the model itself, which takes time. Options may put weights elsewhere.
    bool isTooLarge(qint64 parameters, double bits) const
    {
        return m_plan.engineOptions.isEmpty() && parameters > kLargeModel
               && kLeastShare * bits / 8 * double(parameters) > double(m_usable.count());
    }

    /// Tensor parallel over all GPUs; where that is not legal or does not fit, fewer ranks of it and more stages.
    Result<ResolvedPlan> resolveInSomeLayout(Plan plan) const
    {
        Result<ResolvedPlan> first = resolve(plan, m_catalog);
        const qint64 gpus = plan.gpuCount();
        const bool hasChoice = gpus > 1
                               && (first ? !first->engine->splitsLayers() && !first->memoryIsDivisible
                                         : first.error().code == QLatin1String("illegal-layout"));
        if (!hasChoice || (first && estimate(*first).fits))
            return first;
        for (qint64 tensor = gpus / 2; tensor >= 1; --tensor) {
            if (gpus % tensor != 0)
                continue;
            plan.parallel = Parallel{qint32(tensor), qint32(gpus / tensor), 1, 1};
            Result<ResolvedPlan> other = resolve(plan, m_catalog);
            if (other && (!first || estimate(*other).fits))
                return other;
        }
        return first;
    }

    static std::vector<RunnableFormat>::iterator toTake(std::vector<RunnableFormat> &formats)
    {
        const auto isGood = [](const RunnableFormat &each) { return each.keepsQuality; };
        const auto isBest = [&](const RunnableFormat &each) { return isGood(each) && !each.isSlow(); };
        auto found = std::find_if(formats.begin(), formats.end(), isBest);
        if (found == formats.end())
            found = std::find_if(formats.begin(), formats.end(), isGood);
        return found == formats.end() ? formats.begin() : found;
    }

    const Catalog &m_catalog;
    Plan m_plan;
    std::vector<Gpu> m_gpus;
    Bytes m_usable; ///< of all of them, with what is reserved
    std::vector<Format> m_formats;
    qint64 m_asked = 0; ///< tokens a sequence
};

int tierOf(const RunnableModel &model)
{
    const RunnableFormat &best = model.best();
    if (!best.keepsQuality)
        return 3;
    if (best.isSlow())
        return 2;
    return model.isShort ? 1 : 0;
}

bool comesBefore(const RunnableModel &a, const RunnableModel &b)
{
    const auto rank = [](const RunnableModel &model) {
        return std::tuple(tierOf(model), -model.parameters, !model.isLocal());
    };
    return rank(a) < rank(b);
}

} // namespace

QStringList offeredFormats(const Catalog &catalog, const QString &engine, bool hasFp4)
{
    const bool isLlamaCpp = engine == kLlamaCpp;
    const QStringList mixes{QStringLiteral("q8_0"),    QStringLiteral("q6_k"),   QStringLiteral("q5_k_m"),
                            QStringLiteral("q4_k_m"),  QStringLiteral("iq4_xs"), QStringLiteral("q3_k_m"),
                            QStringLiteral("iq3_xxs"), QStringLiteral("q2_k")};
    QStringList offered;
    for (const QString &id : formatChoices(catalog, engine)) {
        const bool isFp4 = id == QLatin1String("nvfp4") || id == QLatin1String("mxfp4");
        if (catalog.findFormat(id) && (isLlamaCpp ? mixes.contains(id) : hasFp4 || !isFp4))
            offered.append(id);
    }
    return offered;
}

Result<std::vector<RunnableModel>> modelsThatRun(const Plan &plan, const Catalog &catalog,
                                                 const std::vector<LocalModel> &local,
                                                 const std::function<bool()> &stopped)
{
    if (plan.gpus.empty()) {
        return Error{QStringLiteral("no-gpus"), QStringLiteral("gpus"),
                     Text::tr("gpus: name the GPUs that the question is about"), ErrorKind::Typed};
    }
    for (size_t i = 0; i < plan.gpus.size(); ++i) {
        const Result<Gpu> gpu = catalog.gpu(plan.gpus[i].id, QStringLiteral("gpus[%1].id").arg(i));
        if (!gpu)
            return gpu.error();
    }
    std::vector<Candidate> candidates;
    for (const LocalModel &file : local) {
        if (file.problem.isEmpty())
            candidates.push_back({nullptr, &file});
    }
    for (const CatalogEntry *entry : modelsBySize(catalog))
        candidates.push_back({entry, nullptr});

    const Search search(plan, catalog);
    std::vector<std::optional<RunnableModel>> found(candidates.size());
    std::vector<std::optional<Error>> errors(candidates.size());
    std::mutex asking;
    std::atomic<bool> isStopped = false;
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < candidates.size() && !isStopped; i = next++) {
            if (stopped) {
                const std::lock_guard lock(asking);
                isStopped = isStopped || stopped();
            }
            if (!isStopped)
                found[i] = search.ask(candidates[i], &errors[i]);
        }
    };
    std::vector<std::thread> others(std::max(1U, std::thread::hardware_concurrency()) - 1);
    for (std::thread &other : others)
        other = std::thread(work);
    work();
    for (std::thread &other : others)
        other.join();

    std::vector<RunnableModel> models;
    if (isStopped)
        return models;
    for (std::optional<RunnableModel> &each : found) {
        if (each)
            models.push_back(std::move(*each));
    }
    // A mistake that is not about a model is the answer for each of them.
    if (std::all_of(errors.begin(), errors.end(), [](const auto &error) { return error.has_value(); }))
        return *errors.back();
    std::stable_sort(models.begin(), models.end(), comesBefore);
    return models;
}

} // namespace plimsoll
