// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reading somebody's model file costs: the header of a GGUF file, and an index of safetensors with all headers
// that it names. Files are made here unless a GGUF file is named: bench_sources [FILE.gguf]

#include "core/sources/gguf/gguffile.h"
#include "core/sources/gguf/ggufsource.h"
#include "core/sources/safetensors/safetensorssource.h"
#include "tests/bench/memory.h"
#include "tests/bench/sampling.h"
#include "tests/core/sources/ggufwriter.h"
#include "tests/core/sources/safetensorswriter.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <functional>

namespace plimsoll::bench {
namespace {

constexpr int kRuns = 31;

void write(const QString &path, const QByteArray &bytes, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.resize(size))
        qFatal("cannot write %s", qPrintable(path));
}

/// The header of a Llama 3.1 70B: 724 tensors and 128,256 tokens, with a hole for the data.
QString writeGguf(const QTemporaryDir &folder)
{
    constexpr quint64 hidden = 8192, vocabulary = 128256, width = 28672;
    GgufWriter out;
    out.text("general.architecture", "llama").number("llama.block_count", 80).number("llama.embedding_length", hidden);
    out.number("llama.attention.head_count", 64).number("llama.attention.head_count_kv", 8);
    QList<QByteArray> tokens;
    for (quint64 i = 0; i < vocabulary; ++i)
        tokens.append("<" + QByteArray::number(i) + ">");
    out.texts("tokenizer.ggml.tokens", tokens);
    const auto matrix = [&out](const QByteArray &name, quint64 in, quint64 rows) {
        out.tensor(name, {in, rows}, 12, in / 256 * 144 * rows);
    };
    matrix("token_embd.weight", hidden, vocabulary);
    out.f32("rope_freqs.weight", {64});
    for (int i = 0; i < 80; ++i) {
        const QByteArray b = "blk." + QByteArray::number(i) + '.';
        out.f32(b + "attn_norm.weight", {hidden}).f32(b + "ffn_norm.weight", {hidden});
        matrix(b + "attn_q.weight", hidden, hidden);
        matrix(b + "attn_k.weight", hidden, 1024);
        matrix(b + "attn_v.weight", hidden, 1024);
        matrix(b + "attn_output.weight", hidden, hidden);
        matrix(b + "ffn_gate.weight", hidden, width);
        matrix(b + "ffn_up.weight", hidden, width);
        matrix(b + "ffn_down.weight", width, hidden);
    }
    out.f32("output_norm.weight", {hidden});
    matrix("output.weight", hidden, vocabulary);
    const QString path = folder.filePath(QStringLiteral("llama-70b.gguf"));
    write(path, out.header(), qint64(out.header().size() + 31) / 32 * 32 + qint64(out.dataBytes()));
    return path;
}

/// A model of 60 layers of 256 experts in FP8 with block scales: 90,000 tensors in 160 files.
QString writeShards(const QTemporaryDir &folder, qint64 &jsonBytes)
{
    constexpr int shards = 160;
    std::vector<SafetensorsWriter> files(shards);
    std::vector<QByteArray> names;
    for (int i = 0; i < shards; ++i)
        names.push_back(QStringLiteral("model-%1-of-00160.safetensors").arg(i + 1, 5, 10, QLatin1Char('0')).toLatin1());
    QByteArray map;
    qint64 tensors = 0;
    const auto add = [&](const QByteArray &name, const QByteArray &dtype, const QList<qint64> &shape, qint64 bytes) {
        const size_t shard = size_t(tensors++ * shards / 92'800);
        files[shard].tensor(name, dtype, shape, bytes);
        map += (map.isEmpty() ? "\"" : ",\n    \"") + name + "\": \"" + names[shard] + '"';
    };
    add("model.embed_tokens.weight", "BF16", {129280, 7168}, 129280ll * 7168 * 2);
    add("model.norm.weight", "BF16", {7168}, 7168 * 2);
    for (int layer = 0; layer < 60; ++layer) {
        const QByteArray b = "model.layers." + QByteArray::number(layer) + '.';
        add(b + "input_layernorm.weight", "BF16", {7168}, 7168 * 2);
        for (int expert = 0; expert < 256; ++expert) {
            const QByteArray x = b + "mlp.experts." + QByteArray::number(expert) + '.';
            for (const char *part : {"down_proj", "gate_proj", "up_proj"}) {
                add(x + part + ".weight", "F8_E4M3", {2048, 7168}, 2048ll * 7168);
                add(x + part + ".weight_scale_inv", "F32", {16, 56}, 16 * 56 * 4);
            }
        }
        for (const char *part : {"q_a_proj", "q_b_proj", "kv_b_proj", "o_proj"}) {
            add(b + "self_attn." + part + ".weight", "F8_E4M3", {1536, 7168}, 1536ll * 7168);
            add(b + "self_attn." + part + ".weight_scale_inv", "F32", {12, 56}, 12 * 56 * 4);
        }
    }
    const QByteArray json = "{\n  \"metadata\": {},\n  \"weight_map\": {\n    " + map + "\n  }\n}\n";
    write(folder.filePath(QStringLiteral("model.safetensors.index.json")), json, json.size());
    jsonBytes = json.size();
    for (int i = 0; i < shards; ++i) {
        const QByteArray header = files[size_t(i)].header();
        jsonBytes += header.size();
        write(folder.filePath(QString::fromLatin1(names[size_t(i)])), header,
              header.size() + files[size_t(i)].dataBytes());
    }
    return folder.path();
}

struct Times {
    double milliseconds = 0;
    double cpuMilliseconds = 0; ///< of this process: what a machine that is busy with other things does not change
};

Times medianTimes(const std::function<void()> &work)
{
    std::vector<double> samples, cpuSamples;
    for (int i = 0; i < kRuns; ++i) {
        const Clock::time_point begin = Clock::now();
        const std::clock_t cpuBegin = std::clock();
        work();
        cpuSamples.push_back(double(std::clock() - cpuBegin) / CLOCKS_PER_SEC * 1e3);
        samples.push_back(nanosecondsSince(begin) / 1e6);
    }
    return {median(samples), median(cpuSamples)};
}

void row(const char *what, Times times, double goal, qint64 header, qint64 peak)
{
    std::printf("| %s | %.2f | %.2f | ", what, times.milliseconds, times.cpuMilliseconds);
    goal > 0 ? std::printf("%.0f, %s | ", goal, times.milliseconds <= goal ? "met" : "missed") : std::printf("- | ");
    std::printf("%.2f | %.2f | %.2f |\n", double(header) / 1e6, double(peak) / 1e6, double(peak) / double(header));
}

void benchGguf(const QString &path)
{
    const auto open = [&path] {
        const Result<ModelSource> source = openGguf(path);
        if (!source.ok())
            qFatal("%s", qPrintable(source.error().text));
        return source->tensors.size();
    };
    LocalFile file(path);
    if (const auto error = file.open())
        qFatal("%s", qPrintable(error->text));
    const Result<GgufFile> header = readGgufFile(file, path);
    const qint64 peak = peakOf([&] { open(); });
    std::printf("GGUF: %s, %lld tensors, %.1f GB\n", qPrintable(QFileInfo(path).fileName()), qlonglong(open()),
                double(file.size()) / 1e9);
    const Times time = medianTimes([&] { open(); });
    std::printf("gguf-milliseconds %.3f\n\n", time.milliseconds);
    std::printf("| read | ms | CPU ms | at most | header, MB | peak, MB | peak to header |\n"
                "| --- | ---: | ---: | --- | ---: | ---: | ---: |\n");
    row("GGUF header", time, 2, qint64(header->headerBytes), peak);
}

void benchSafetensors()
{
    const QTemporaryDir folder;
    qint64 header = 0;
    const QString path = writeShards(folder, header);
    qsizetype tensors = 0;
    const auto open = [&] {
        const Result<ModelSource> source = openSafetensors(path);
        if (!source.ok())
            qFatal("%s", qPrintable(source.error().text));
        tensors = source->tensors.size();
    };
    const qint64 peak = peakOf(open);
    row(qPrintable(QStringLiteral("index and 160 headers, %1 tensors").arg(tensors)), medianTimes(open), 100, header,
        peak);

    const auto document = [&path] {
        qsizetype count = 0;
        for (const QFileInfo &info : QDir(path).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(info.filePath()));
            const bool index = info.suffix() == QLatin1String("json");
            const QByteArray start = index ? QByteArray() : file.read(8);
            const QByteArray json = index ? file.readAll() : file.read(qFromLittleEndian<qint64>(start.constData()));
            count += QJsonDocument::fromJson(json).object().size();
        }
        if (count < 90'000)
            qFatal("QJsonDocument found %lld tensors", qlonglong(count));
    };
    const qint64 documentPeak = peakOf(document);
    row("the same by QJsonDocument, parsed only", medianTimes(document), 0, header, documentPeak);
}

} // namespace
} // namespace plimsoll::bench

int main(int argc, char **argv)
{
    using namespace plimsoll::bench;
    const QTemporaryDir folder;
    std::printf("Medians of %d runs, files in the page cache.\n", kRuns);
    benchGguf(argc > 1 ? QString::fromLocal8Bit(argv[1]) : writeGguf(folder));
    benchSafetensors();
    return 0;
}
