// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/speed/speedhardware.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

constexpr double kGiga = 1e9, kTera = 1e12;

/// PCIe 4.0 x16 in one direction. Cards without an NVLink switch talk over the bus: a bridge joins two at most, and
/// most systems lack it.
constexpr double kBus = 32e9;

/// HBM begins here: of NVIDIA's data centre cards with GDDR6 the fastest has 864 GB/s (L40S).
constexpr double kHbmGigabytes = 890;

bool hasHbm(const Gpu &gpu)
{
    // A MIG slice has a share of the bandwidth; all GPUs that have slices have HBM, but for the RTX PRO.
    return (gpu.bandwidth >= kHbmGigabytes || !gpu.migOf.isEmpty()) && gpu.productLine == QLatin1String("data-center")
           && !gpu.id.contains(QLatin1String("rtx"));
}

double shareOfHeads(double heads, double ranks)
{
    return std::ceil(heads / ranks);
}

QString classOf(const Gpu &gpu)
{
    const QString vendor = gpu.vendor.toLower();
    if (vendor == QLatin1String("nvidia"))
        return gpu.unifiedMemory ? QStringLiteral("nvidia-unified")
               : hasHbm(gpu)     ? QStringLiteral("nvidia-hbm")
                                 : QStringLiteral("nvidia");
    if (vendor == QLatin1String("amd"))
        return gpu.unifiedMemory ? QStringLiteral("amd-unified") : QStringLiteral("amd");
    if (vendor == QLatin1String("apple") || vendor == QLatin1String("intel"))
        return vendor;
    return QStringLiteral("other");
}

} // namespace

StageRates ratesOf(const Gpu &gpu, bool halfSums)
{
    const double sixteen = gpu.fp16Tflops > 0 ? gpu.fp16Tflops : gpu.fp32Tflops;
    StageRates rates;
    rates.bandwidth = gpu.bandwidth * kGiga;
    rates.flops = (halfSums ? std::max(sixteen, gpu.fp16HalfSumTflops) : sixteen) * kTera;
    // llama.cpp's attention kernels use the matrix units on NVIDIA alone; those of AMD and Apple follow the vector
    // peak.
    const bool vectors = halfSums && gpu.vendor != QLatin1String("NVIDIA");
    rates.attention = vectors && gpu.fp32Tflops > 0 ? gpu.fp32Tflops * kTera : rates.flops;
    const bool switched = gpu.interconnect > 0 && hasHbm(gpu);
    rates.interconnect = switched ? gpu.interconnect * kGiga : kBus;
    return rates;
}

Arithmetic::Arithmetic(const std::vector<Gpu> &gpus, bool own)
{
    if (own || gpus.empty())
        return;
    m_eight = m_four = 0;
    for (const Gpu &gpu : gpus) {
        const bool eight = gpu.fp16Tflops > 0 && gpu.fp8Tflops > gpu.fp16Tflops;
        const bool four = gpu.fp16Tflops > 0 && gpu.fp4Tflops > gpu.fp8Tflops && eight;
        m_eight = std::max(m_eight, eight ? gpu.fp16Tflops / gpu.fp8Tflops : 1);
        m_four = std::max(m_four, four ? gpu.fp16Tflops / gpu.fp4Tflops : 1);
    }
}

double Arithmetic::cost(const Format &format, double bits) const
{
    constexpr double kSixteenFrom = 15, kEightFrom = 6.5; // with their scales 8-bit formats have 8.0 to 8.5 bits
    if (bits >= kSixteenFrom)
        return 1;
    if (bits >= kEightFrom)
        return m_eight;
    return format.id.contains(QLatin1String("nvfp4")) || format.id.contains(QLatin1String("fp4-experts")) ? m_four : 1;
}

AttentionFlops attentionFlops(const Mixer &mixer, double ranks)
{
    const auto grouped = [ranks](const GroupedAttention &a) {
        const double flops = 2 * shareOfHeads(a.heads, ranks) * (double(a.headDim) + a.valueHeadDim);
        return AttentionFlops{flops, flops};
    };
    return std::visit(
        Overloaded{[&](const GroupedAttention &a) { return grouped(a); },
                   [&](const LatentAttention &a) {
                       const double heads = 2 * shareOfHeads(a.heads, ranks);
                       return AttentionFlops{heads * (2.0 * a.kvLoraRank + a.qkRopeHeadDim),
                                             heads * (double(a.qkNopeHeadDim) + a.qkRopeHeadDim + a.valueHeadDim)};
                   },
                   [&](const CompressedAttention &a) {
                       const double flops = 4 * shareOfHeads(a.heads, ranks) * a.headDim;
                       return AttentionFlops{flops, flops};
                   },
                   [&](const ParallelHybrid &p) { return grouped(p.attention); },
                   [](const CrossAttention &) { return AttentionFlops{}; },
                   [](const Mamba1 &) { return AttentionFlops{}; }, [](const Mamba2 &) { return AttentionFlops{}; },
                   [](const LinearAttention &) { return AttentionFlops{}; },
                   [](const ShortConvolution &) { return AttentionFlops{}; },
                   [](const NoMixer &) { return AttentionFlops{}; }},
        mixer);
}

QString speedHardware(const std::vector<Gpu> &gpus, const QString &engine, const QString &backend)
{
    const auto slowest = std::min_element(gpus.begin(), gpus.end(),
                                          [](const Gpu &a, const Gpu &b) { return a.bandwidth < b.bandwidth; });
    if (slowest == gpus.end())
        return QStringLiteral("other");
    const QString hardware = classOf(*slowest);
    if (engine != QLatin1String("llama.cpp"))
        return hardware;
    return backend == QLatin1String("vulkan") ? hardware + QStringLiteral("/vulkan") : hardware;
}

} // namespace plimsoll
