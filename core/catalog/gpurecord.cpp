// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/gpurecord.h"

#include "core/catalog/recordreader.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {
namespace {

using L1 = QLatin1String;

constexpr qint64 kMaxMiB = 16'777'216; // 16 TiB
constexpr double kMaxRate = 1e7;

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(GpuRecord)
};

void readIdentity(RecordReader &in, Gpu &gpu)
{
    gpu.id = in.requiredText(L1("id"));
    if (gpu.id.contains(QLatin1Char('/')))
        in.fail(L1("id"), Strings::tr("must not contain \"/\", which names MIG slices."));
    gpu.name = in.text(L1("name"), gpu.id);
    gpu.vendor = in.text(L1("vendor"));
    gpu.productLine = in.choice(L1("product_line"),
                                {QStringLiteral("data-center"), QStringLiteral("workstation"),
                                 QStringLiteral("consumer"), QStringLiteral("laptop"), QStringLiteral("embedded"),
                                 QStringLiteral("unified-memory"), QStringLiteral("accelerator")},
                                {});
    gpu.architecture = in.text(L1("architecture"));
    gpu.formFactor = in.text(L1("form_factor"));
    gpu.computeCapability = in.text(L1("compute_capability"), in.text(L1("gfx")));
    gpu.releaseYear = qint32(in.integer(L1("release_year"), 1990, 2100));
    gpu.devicesPerPackage = qint32(in.integer(L1("devices_per_package"), 1, 64, 1));
    gpu.confidence =
        in.choice(L1("confidence"), {QStringLiteral("high"), QStringLiteral("medium"), QStringLiteral("low")}, {});
    gpu.doubtful = in.texts(L1("doubtful"));
    gpu.notes = in.texts(L1("notes"));
    gpu.sources = in.texts(L1("sources"));
}

/// Whether the record itself doubts a field whose name begins so.
bool isDoubtful(const Gpu &gpu, L1 field)
{
    return std::any_of(gpu.doubtful.begin(), gpu.doubtful.end(),
                       [field](const QString &doubt) { return doubt.startsWith(field); });
}

/// What to take off a size on which nothing was measured, in MiB. The line is the driver's reserve on NVIDIA cards
/// under Linux, fitted on 26 pairs of nvidia-smi and CUDA totals.
qint64 driverReserve(double memoryGb)
{
    return std::llround(420 + 1.7 * memoryGb);
}

/// The operating system of a board whose memory is shared, in MiB: 1 to 2 GB go there, nothing measured.
constexpr qint64 kSystemShare = 2048;

void readMemory(RecordReader &in, Gpu &gpu)
{
    const double packageGb = in.requiredNumber(L1("memory_gb"), 0.25, 65536);
    gpu.memoryGb = in.number(L1("memory_gb_per_device"), 0.25, 65536, packageGb / gpu.devicesPerPackage);
    gpu.unifiedMemory = in.choice(L1("memory_kind"), {QStringLiteral("dedicated"), QStringLiteral("unified")},
                                  QStringLiteral("dedicated"))
                        == L1("unified");
    if (std::abs(gpu.memoryGb * gpu.devicesPerPackage - packageGb) > 0.01)
        in.fail(L1("memory_gb_per_device"), Strings::tr("times devices_per_package is not memory_gb."));

    const qint64 reported = in.integer(L1("memory_mib"), 1, kMaxMiB, in.integer(L1("memory_mib_est"), 1, kMaxMiB));
    const qint64 measured = in.integer(L1("usable_total_mib"), 1, kMaxMiB);
    const qint64 estimated = in.integer(L1("usable_est_mib"), 1, kMaxMiB);
    const qint64 unifiedLimit = in.integer(L1("unified_default_limit_mib"), 1, kMaxMiB);
    const QString measuredSource = in.text(L1("usable_total_source"));
    const QString estimatedBasis = in.text(L1("usable_est_basis"));
    const QString limitSource = in.text(L1("unified_limit_source"));
    const qint64 nominal = std::llround(gpu.memoryGb * 1024);
    for (const auto &[key, value] :
         {std::pair(L1("memory_mib"), reported), std::pair(L1("usable_total_mib"), measured),
          std::pair(L1("usable_est_mib"), estimated), std::pair(L1("unified_default_limit_mib"), unifiedLimit)}) {
        if (double(value) > double(nominal) * 1.05)
            in.fail(key, Strings::tr("is more than the marketed memory."));
    }

    gpu.reported = Bytes::fromMiB(reported);
    if (unifiedLimit > 0) {
        gpu.usable = Bytes::fromMiB(unifiedLimit);
        gpu.usableIsMeasured = measured == unifiedLimit || !isDoubtful(gpu, L1("unified_default_limit"));
        gpu.usableBasis = !limitSource.isEmpty()      ? limitSource
                          : !measuredSource.isEmpty() ? measuredSource
                                                      : Strings::tr("The system's default limit for graphics memory.");
    } else if (measured > 0) {
        gpu.usable = Bytes::fromMiB(measured);
        gpu.usableIsMeasured = !isDoubtful(gpu, L1("usable_total"));
        gpu.usableBasis = Strings::tr("Measured: %1").arg(measuredSource);
    } else if (estimated > 0) {
        gpu.usable = Bytes::fromMiB(estimated);
        gpu.usableBasis = estimatedBasis;
    } else {
        const qint64 from = reported > 0 ? reported : nominal;
        const qint64 off =
            gpu.unifiedMemory ? std::max(kSystemShare, driverReserve(gpu.memoryGb)) : driverReserve(gpu.memoryGb);
        gpu.usable = Bytes::fromMiB(std::max(from / 2, from - off));
        gpu.usableBasis =
            gpu.unifiedMemory
                ? Strings::tr("Nothing measured: the marketed size as GiB, less 2 GiB for the operating system.")
                : Strings::tr(
                    "Nothing measured: the marketed size as GiB, less 420 + 1.7 x GB MiB, which is what NVIDIA's "
                    "driver keeps back.");
    }
}

/// Where the record has no limit: eight for cards and modules, which is what servers take; one for what is built in.
qint32 usualPerNode(const QString &productLine)
{
    const bool builtIn =
        productLine == L1("laptop") || productLine == L1("embedded") || productLine == L1("unified-memory");
    return builtIn ? 1 : 8;
}

void readRates(RecordReader &in, Gpu &gpu)
{
    const double devices = gpu.devicesPerPackage;
    gpu.bandwidth = in.number(L1("bandwidth_gb_s"), 0.1, kMaxRate) / devices;
    const double bf16 = in.number(L1("bf16_tflops"), 0, kMaxRate);
    gpu.fp16Tflops = in.number(L1("fp16_tflops"), 0, kMaxRate, bf16) / devices;
    gpu.fp16HalfSumTflops = in.number(L1("fp16_acc16_tflops"), 0, kMaxRate) / devices;
    gpu.fp32Tflops = in.number(L1("fp32_tflops"), 0, kMaxRate) / devices;
    gpu.fp8Tflops = in.number(L1("fp8_tflops"), 0, kMaxRate) / devices;
    gpu.int8Tops = in.number(L1("int8_tops"), 0, kMaxRate) / devices;
    gpu.fp4Tflops = in.number(L1("fp4_tflops"), 0, kMaxRate) / devices;
    const double total = in.number(L1("interconnect_total_gb_s"), 0, kMaxRate);
    gpu.interconnect = in.number(L1("interconnect_per_dir_gb_s"), 0, kMaxRate, total / 2) / devices;
    gpu.interconnectName = in.text(L1("interconnect"));
    gpu.tdpWatts = qint32(std::lround(in.number(L1("tdp_w"), 0, 1e6) / devices));
    gpu.smCount = qint32(in.integer(L1("sm_count"), 1, 65536));
    gpu.cudaContext = Bytes::fromMiB(in.integer(L1("cuda_context_est_mib"), 1, kMaxMiB));
    const qint64 packages = in.integer(L1("max_gpus_per_node"), 1, 1024);
    gpu.maxPerNode = packages > 0 ? qint32(packages) * gpu.devicesPerPackage : usualPerNode(gpu.productLine);
}

void readMigProfiles(RecordReader &in, Gpu &gpu)
{
    in.integer(L1("mig_max_instances"), 1, 64);
    const double share = double(gpu.usable.count()) / (gpu.memoryGb * double(qint64(1) << 30));
    std::vector<RecordReader> readers = in.objects(L1("mig_profiles"));
    for (RecordReader &reader : readers) {
        MigProfile profile;
        profile.name = reader.requiredText(L1("name"));
        const double nominalGb = reader.requiredNumber(L1("nominal_gb"), 1, gpu.memoryGb * 1.01);
        const qint64 mib = reader.integer(L1("memory_mib"), 1, kMaxMiB);
        profile.memoryIsNominal = mib == 0;
        profile.memory =
            profile.memoryIsNominal ? Bytes::fromMiB(qint64(nominalGb * share * 1024)) : Bytes::fromMiB(mib);
        profile.computeSlicesTotal = qint32(reader.requiredInteger(L1("compute_slices_total"), 1, 64));
        profile.computeSlices = qint32(reader.requiredInteger(L1("compute_slices"), 1, profile.computeSlicesTotal));
        profile.maxInstances = qint32(reader.requiredInteger(L1("max_instances"), 1, 64));
        profile.source = reader.text(L1("source"));
        if (!profile.memoryIsNominal && double(mib) > nominalGb * 1024 * 1.01)
            reader.fail(L1("memory_mib"), Strings::tr("is more than nominal_gb."));
        if (std::any_of(gpu.migProfiles.begin(), gpu.migProfiles.end(),
                        [&](const MigProfile &other) { return other.name == profile.name; }))
            reader.fail(L1("name"), Strings::tr("\"%1\" is there twice.").arg(profile.name.left(40)));
        reader.refuseUnknownFields();
        in.adopt(reader);
        gpu.migProfiles.append(profile);
    }
}

void readCloud(RecordReader &in, Gpu &gpu)
{
    std::vector<RecordReader> readers = in.objects(L1("cloud"));
    for (RecordReader &reader : readers) {
        CloudOffer offer;
        offer.provider = reader.requiredText(L1("provider"));
        offer.instance = reader.requiredText(L1("instance"));
        const double packages = reader.requiredNumber(L1("gpu_count"), 1.0 / 64, 1024);
        offer.gpuCount = std::max(1, int(std::lround(packages * gpu.devicesPerPackage)));
        offer.pricePerHour = reader.number(L1("price_usd_per_hour"), 0, 1e6, -1);
        offer.region = reader.text(L1("region"));
        offer.asOf = reader.text(L1("as_of"));
        offer.source = reader.text(L1("source"));
        reader.flag(L1("indicative"));
        reader.refuseUnknownFields();
        in.adopt(reader);
        gpu.cloud.append(offer);
    }
}

/// Fields that document a record or are not needed for memory.
void acceptOtherFields(RecordReader &in)
{
    in.number(L1("tf32_tflops"), 0, kMaxRate);
    in.accept({L1("gfx"), L1("memory_mib_state"), L1("memory_mib_alt"), L1("memory_mib_alt_state"),
               L1("memory_mib_source"), L1("usable_total_min_mib"), L1("usable_total_max_mib"), L1("memory_type"),
               L1("ecc"), L1("halved_from_sparse"), L1("tflops_basis"), L1("pcie_gen"), L1("pcie_lanes"),
               L1("scale_up_domain"), L1("unified_default_limit_fraction"), L1("systems"), L1("cross_checked")});
}

} // namespace

Result<Gpu> gpuFromRecord(const QJsonObject &record, const QString &place)
{
    RecordReader in(record, place);
    Gpu gpu;
    readIdentity(in, gpu);
    readMemory(in, gpu);
    readRates(in, gpu);
    if (in.ok())
        readMigProfiles(in, gpu);
    readCloud(in, gpu);
    acceptOtherFields(in);
    in.accept({L1("mig_profiles"), L1("mig_max_instances")});
    in.refuseUnknownFields();
    if (!in.ok())
        return in.error();
    return gpu;
}

Gpu migSlice(const Gpu &whole, const MigProfile &profile)
{
    Gpu slice = whole;
    slice.id = whole.id + QLatin1Char('/') + profile.name;
    slice.name = Strings::tr("%1, MIG %2").arg(whole.name, profile.name);
    slice.migOf = whole.id;
    slice.migProfiles.clear();
    slice.cloud.clear();
    slice.devicesPerPackage = 1;
    slice.reported = slice.usable = profile.memory;
    slice.usableIsMeasured = !profile.memoryIsNominal;
    slice.usableBasis =
        profile.memoryIsNominal ? Strings::tr(
            "The profile's name as GiB, scaled as the whole card's usable memory is to its marketed size.")
                                : Strings::tr("MIG: %1").arg(profile.source);
    const double memoryShare = double(profile.memory.count()) / double(std::max<qint64>(1, whole.usable.count()));
    const double computeShare = double(profile.computeSlices) / std::max(1, profile.computeSlicesTotal);
    slice.memoryGb = profile.memory.gibibytes();
    slice.bandwidth = whole.bandwidth * std::min(1.0, memoryShare);
    for (double Gpu::*peak : {&Gpu::fp16Tflops, &Gpu::fp16HalfSumTflops, &Gpu::fp32Tflops, &Gpu::fp8Tflops,
                              &Gpu::int8Tops, &Gpu::fp4Tflops})
        slice.*peak = whole.*peak * computeShare;
    slice.tdpWatts = 0;
    slice.smCount = qint32(whole.smCount * computeShare);
    if (whole.cudaContext.count() > 0 && whole.smCount > 0) {
        // The bare context grows with the multiprocessors it sees: 10 + 2.9 MiB each.
        slice.cudaContext = Bytes::fromMiB(std::llround(10 + 2.9 * slice.smCount));
    }
    slice.interconnect = 0;
    slice.interconnectName.clear();
    slice.maxPerNode = 1;
    return slice;
}

} // namespace plimsoll
