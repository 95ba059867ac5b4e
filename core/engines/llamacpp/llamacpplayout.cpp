// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/llamacpp/llamacpplayout.h"

#include "core/engines/llamacpp/graphplan.h"
#include "core/engines/llamacpp/llamacppspec.h"

#include <algorithm>
#include <numeric>

namespace plimsoll::llamacpp {
namespace {

/// GGML_SCHED_MAX_COPIES: inputs of a split that a pipeline over GPUs keeps.
constexpr qint32 kPipelineCopies = 4;

/// Largest product of cells, tokens and heads that a graph is planned for.
constexpr double kMostScores = 1e17;

Storage storageOf(BitsPerWeight block, bool brain)
{
    return {block.weights, block.bytes, brain};
}

} // namespace

ModelData::ModelData(const EngineInput &input, const Options &given)
    : options(given)
    , tensors(input)
    , spec(modelSpec(input.model, tensors))
    , caches(layerCaches(input.model, spec))
    , kv(input.kv)
    , brainKeys(input.kvKeys == QLatin1String("bf16"))
    , brainValues(input.kvValues == QLatin1String("bf16"))
    , allLayers(input.model.layers() + (tensors.hasMtp() ? input.model.mtpLayers : 0))
{
    for (const LayerGroup &group : input.model.groups) {
        if (const auto *grouped = std::get_if<GroupedAttention>(&group.mixer))
            window = std::max({window, grouped->slidingWindow, grouped->chunkSize});
    }
    const bool windows =
        std::any_of(caches.begin(), caches.end(), [](const LayerCache &each) { return each.windowed; });
    window = windows ? window : 0;
    for (const LayerCache &each : caches)
        widestValues = std::max(widestValues, each.values);
}

Layout::Layout(std::shared_ptr<const ModelData> data, std::vector<double> shares)
    : m_data(std::move(data))
    , m_gpus(qint16(m_data->options.onGpu ? shares.size() : 0))
{
    deal(shares);
    m_kept = layersThatMatter(m_data->spec, m_layerDevice);
    leaveOutTwins();
    m_reduced = m_data->spec;
    m_reduced.layers.clear();
    for (const qint32 layer : m_kept) {
        m_reduced.layers.push_back(m_data->spec.layers[size_t(layer)]);
        m_keptDevice.push_back(m_layerDevice[size_t(layer)]);
    }
}

/// Where all layers are on GPUs, those between the first and the last that have the same kinds of layers in the same
/// order, and the same kinds before and after, take the same steps with their own memory: one of them is planned.
void Layout::leaveOutTwins()
{
    std::vector<std::vector<qint32>> kinds(size_t(m_gpus) + 1);
    for (const qint32 layer : m_kept)
        kinds[size_t(m_layerDevice[size_t(layer)])].push_back(m_data->spec.layers[size_t(layer)]);
    const auto neighbour = [&](qint16 device, bool next) {
        const std::vector<qint32> &there = kinds[size_t(next ? device + 1 : device - 1)];
        return there.empty() ? -1 : next ? there.front() : there.back();
    };
    const auto areTwins = [&](qint16 a, qint16 b) {
        return !kinds[size_t(a)].empty() && kinds[size_t(a)] == kinds[size_t(b)]
               && neighbour(a, false) == neighbour(b, false) && neighbour(a, true) == neighbour(b, true);
    };
    for (qint16 device = 0; device <= m_gpus; ++device) {
        qint16 twin = device;
        for (qint16 earlier = 1; earlier < device && device < m_gpus - 1 && !m_hasHostLayers; ++earlier) {
            if (areTwins(earlier, device)) {
                twin = earlier;
                break;
            }
        }
        m_twin.push_back(twin);
    }
    std::erase_if(m_kept, [this](qint32 layer) {
        const qint16 device = m_layerDevice[size_t(layer)];
        return m_twin[size_t(device)] != device;
    });
}

/// llama_model::load_tensors: the last gpuLayers of layers + 1 go to GPUs, each to the first one whose share of them is
/// not used up; the output is the last.
void Layout::deal(const std::vector<double> &shares)
{
    const qint64 layers = m_data->allLayers, all = layers + 1;
    const qint64 asked = m_data->options.gpuLayers;
    const qint64 onGpus = m_gpus == 0 ? 0 : asked < 0 ? all : std::min(asked, all);
    const qint64 first = all - onGpus;
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    const auto deviceOf = [&](qint64 layer) -> qint16 {
        if (layer < first)
            return m_gpus;
        const double place = double(layer - first) / double(onGpus);
        double upTo = 0;
        for (qint16 gpu = 0; gpu < m_gpus - 1; ++gpu) {
            upTo += sum > 0 ? shares[size_t(gpu)] / sum : 1.0 / m_gpus;
            if (place < upTo)
                return gpu;
        }
        return qint16(m_gpus - 1);
    };
    for (qint64 layer = 0; layer < qint64(m_data->spec.layers.size()); ++layer)
        m_layerDevice.push_back(deviceOf(layer));
    m_outputDevice = deviceOf(layers);
    m_hasHostLayers = first > 0;
}

Bytes Layout::weights(qint16 at, int format) const
{
    const TensorTable &tensors = m_data->tensors;
    Bytes sum;
    bool hasLayers = false;
    for (size_t layer = 0; layer < m_layerDevice.size(); ++layer) {
        if (m_layerDevice[layer] != at)
            continue;
        hasLayers = true;
        sum += bytesOn(at, tensors.layer(qint32(layer), format));
    }
    if (hasLayers)
        sum += bytesOn(at, tensors.shared(format));
    if (at == m_outputDevice) {
        sum += bytesOn(at, tensors.output(format));
        if (at != m_gpus)
            sum += tensors.tiedHead(format);
    }
    if (at == m_gpus)
        sum += tensors.input(format).host;
    return sum;
}

void Layout::addCaches(const StepSpec &step, int format, DeviceBuffers &devices) const
{
    for (size_t layer = 0; layer < m_layerDevice.size(); ++layer) {
        const qint16 at = step.hostCache ? m_gpus : m_layerDevice[layer];
        const LayerCache &cache = m_data->caches[layer];
        Buffers &device = devices[size_t(at)];
        device.cache += bytesOn(at, cacheBytes(cache, step, m_data->kv[size_t(format)], m_data->widestValues));
        device.state += bytesOn(at, stateBytes(cache, step.sequences));
    }
}

StepSpec Layout::stepFor(StepSpec step, int format) const
{
    const size_t slot = size_t(format);
    step.keys = storageOf(m_data->kv[slot].k, m_data->brainKeys);
    step.values = storageOf(m_data->kv[slot].v, m_data->brainValues);
    return step;
}

/// Before the compute buffer held them, the F16 copies of the keys and values of one layer came from CUDA's pool, which
/// keeps what the largest layer took.
Bytes Layout::poolBytes(qint16 at, const StepSpec &step) const
{
    Bytes most;
    if (at == m_gpus || step.rules.reservesCopies || !step.flashAttention)
        return most;
    for (size_t layer = 0; layer < m_layerDevice.size(); ++layer) {
        const LayerCache &cache = m_data->caches[layer];
        if (m_layerDevice[layer] != at)
            continue;
        const qint64 width = (step.keys == kF16 ? 0 : cache.keys) + (step.values == kF16 ? 0 : cache.values);
        const qint64 rows = (cache.windowed ? step.windowCells : step.cells) * step.streams;
        most = std::max(most, Bytes(2 * width) * rows);
    }
    return most;
}

void Layout::build(ComputeGraph &graph, const StepSpec &step, int format) const
{
    ModelPlacement placement;
    placement.layerDevice = m_keptDevice;
    placement.outputDevice = m_outputDevice;
    placement.host = m_gpus;
    if (dependsOnWeights()) {
        placement.storage = [this, format](qint32 layer, const char *name) {
            if (layer < 0 && qstrcmp(name, "output") == 0 && !m_data->tensors.has("output.weight"))
                name = "token_embd";
            const QByteArray block =
                layer < 0 ? QByteArray() : "blk." + QByteArray::number(m_kept[size_t(layer)]) + '.';
            return m_data->tensors.storage(block + name + ".weight", format);
        };
    }
    GraphBuilder(graph, m_reduced, step, placement).build();
}

/// The script with the sizes of its blocks, from graphs of the same step with more cells.
std::shared_ptr<const MemoryScript> Layout::sized(const MemoryScript &script, StepSpec step, int format) const
{
    constexpr qint64 kMore = 256; // cells come in such multiples
    thread_local std::array<ComputeGraph, 3> graphs;
    const qint64 cells = step.cells, windowCells = step.windowCells;
    build(graphs[0], step, format);
    step.cells = cells + kMore;
    build(graphs[1], step, format);
    step.cells = cells;
    step.windowCells = windowCells > 0 ? windowCells + kMore : 0;
    build(graphs[2], step, format);
    const auto result = std::make_shared<MemoryScript>(script);
    sizeBlocks(*result, graphs, cells, windowCells, kMore, m_gpus);
    return result;
}

/// Plans the graph where no script of this step is there, else only gives the script's blocks their new sizes. `like`
/// is what was planned for the same step with weights of another format.
std::vector<qint64> Layout::computeBytes(const StepSpec &step, int format,
                                         const std::shared_ptr<const MemoryScript> &like,
                                         std::shared_ptr<const MemoryScript> &script) const
{
    thread_local ComputeGraph graph;
    std::vector<qint64> sizes;
    if (script) {
        if (script->sizes.empty())
            script = sized(*script, step, format);
        sizes = bufferSizes(*script, step.cells, step.windowCells, m_gpus);
    } else if (like) {
        build(graph, step, format);
        sizes = bufferSizes(*like, graph, m_gpus);
        script = like->sizes.empty()
                     ? like
                     : std::make_shared<const MemoryScript>(MemoryScript{like->blocks, like->events, {}});
    } else {
        Placement devices;
        devices.gpus = m_gpus;
        devices.opOffload = m_data->options.opOffload;
        const bool pipelined = m_gpus > 1 && !m_hasHostLayers && m_data->options.layerSplit && !step.hostCache;
        devices.copies = pipelined ? kPipelineCopies : 1;
        thread_local GraphPlan plan;
        build(graph, step, format);
        sizes = plan.reserve(graph, devices);
        script = std::make_shared<const MemoryScript>(plan.script());
    }
    for (size_t device = 0; device < sizes.size(); ++device)
        sizes[device] = sizes[size_t(m_twin[device])];
    return sizes;
}

bool Layout::hasCacheOf(int format, const Layout &other, int otherFormat) const
{
    const KvFormats &own = m_data->kv[size_t(format)], &others = other.m_data->kv[size_t(otherFormat)];
    return own.k == others.k && own.v == others.v;
}

PlannedGraphs Layout::sharedGraphs(const Layout &other, const PlannedGraphs &graphs) const
{
    PlannedGraphs shared;
    if (dependsOnWeights() || m_layerDevice != other.m_layerDevice)
        return shared;
    shared.step = graphs.step;
    shared.cells = graphs.cells;
    shared.windowCells = graphs.windowCells;
    for (int own = 0; own < kFormatSlots; ++own) {
        for (int f = 0; f < kFormatSlots; ++f) {
            if (graphs.sizes[size_t(f)].empty() || !hasCacheOf(own, other, f))
                continue;
            shared.scripts[size_t(own)] = graphs.scripts[size_t(f)];
            shared.sizes[size_t(own)] = graphs.sizes[size_t(f)];
            break;
        }
    }
    return shared;
}

std::array<Layout::DeviceBuffers, kFormatSlots> Layout::buffers(Workload workload, PlannedGraphs &graphs) const
{
    const StepSpec step = stepOf(m_data->options, workload, m_data->window);
    StepSpec shape = step;
    shape.cells = 0;
    shape.windowCells = step.windowCells > 0 ? 1 : 0;
    if (graphs.step != shape)
        graphs = {shape, {}, 0, 0, {}};
    if (graphs.cells != step.cells || graphs.windowCells != step.windowCells) {
        graphs.sizes = {};
        graphs.cells = step.cells;
        graphs.windowCells = step.windowCells;
    }
    std::array<DeviceBuffers, kFormatSlots> result;
    const bool beyond = double(step.cells) * double(step.streams) * double(step.tokens) > kMostScores / 4096;
    for (int f = 0; f < kFormatSlots; ++f) {
        DeviceBuffers &devices = result[size_t(f)];
        devices.resize(size_t(m_gpus) + 1);
        addCaches(step, f, devices);
        int same = 0;
        while (same < f && !hasCacheOf(f, *this, same))
            ++same;
        if ((same < f && !dependsOnWeights()) || beyond) {
            for (size_t at = 0; at < devices.size(); ++at)
                devices[at].compute = beyond ? Bytes::max() : result[size_t(same)][at].compute;
            continue;
        }
        const StepSpec own = stepFor(step, f);
        const std::shared_ptr<const MemoryScript> like = same < f ? graphs.scripts[size_t(same)] : nullptr;
        std::vector<qint64> &sizes = graphs.sizes[size_t(f)];
        if (sizes.empty())
            sizes = computeBytes(own, f, like, graphs.scripts[size_t(f)]);
        for (size_t at = 0; at < devices.size(); ++at)
            devices[at].compute = Bytes(sizes[at]) + poolBytes(qint16(at), own);
    }
    return result;
}

} // namespace plimsoll::llamacpp
