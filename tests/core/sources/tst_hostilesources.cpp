// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are cut short, lie about lengths or are no files at all: an error that names the place, and no allocation
// that the file does not justify.

#include "core/sources/gguf/ggufsource.h"
#include "core/sources/safetensors/safetensorsfile.h"
#include "core/sources/safetensors/safetensorsindex.h"
#include "core/sources/safetensors/safetensorssource.h"
#include "tests/core/sources/ggufwriter.h"
#include "tests/core/sources/safetensorswriter.h"
#include "tests/core/sources/sourcefiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <cstdlib>
#include <new>

namespace {

size_t largestAllocation = 0;

void *allocate(size_t size)
{
    largestAllocation = std::max(largestAllocation, size);
    if (void *memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

} // namespace

// Every vector of the readers comes through here.
void *operator new(size_t size)
{
    return allocate(size);
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, size_t) noexcept
{
    std::free(memory);
}

using namespace plimsoll;

namespace {

constexpr quint64 kEdges[] = {(1ull << 31) - 1, 1ull << 31, (1ull << 32) - 1, 1ull << 32, (1ull << 63) - 1,
                              1ull << 63,       ~0ull / 8,  ~0ull - 7,        ~0ull};

GgufWriter smallGguf()
{
    GgufWriter out;
    out.text("general.architecture", "llama").number("llama.block_count", 1).number("llama.embedding_length", 8);
    out.number("llama.attention.head_count", 2).texts("tokenizer.ggml.tokens", {"a", "bc", "def"});
    out.numbers("llama.list", {1, 2, 3}).real("llama.real", 1.5f);
    out.f32("token_embd.weight", {8, 4}).f32("blk.0.attn_norm.weight", {8}).f32("blk.0.attn_q.weight", {8, 8});
    return out;
}

QByteArray smallSafetensors()
{
    return SafetensorsWriter()
        .json("\"__metadata__\":{\"a\":\"b\\u00e9\"}")
        .bf16("model.embed_tokens.weight", {4, 8})
        .bf16("model.layers.0.input_layernorm.weight", {8})
        .bf16("model.layers.0.self_attn.q_proj.weight", {8, 8})
        .file();
}

Result<ModelSource> readSafetensors(const QByteArray &bytes)
{
    FileBeginning source(bytes, quint64(bytes.size()), true);
    StoredTensors tensors;
    if (const auto error = readSafetensorsFile(source, QStringLiteral("test"), 0, tensors))
        return *error;
    return safetensorsModel(std::move(tensors), {QStringLiteral("test")}, QStringLiteral("test"), {});
}

} // namespace

#define REFUSED(result, expectedCode)                                                                                  \
    do {                                                                                                               \
        const auto &refused = (result);                                                                                \
        QVERIFY2(!refused.ok(), "was accepted");                                                                       \
        QCOMPARE(refused.error().code, QStringLiteral(expectedCode));                                                  \
        QCOMPARE(refused.error().kind, ErrorKind::File);                                                               \
        QVERIFY2(!refused.error().field.isEmpty(), qPrintable(refused.error().text));                                  \
        QVERIFY2(refused.error().text.contains(refused.error().field), qPrintable(refused.error().text));              \
    } while (false)

class HostileSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallFilesAreRight()
    {
        QVERIFY(sourcefiles::gguf(smallGguf().file()).ok());
        QVERIFY(readSafetensors(smallSafetensors()).ok());
    }

    void ggufCutShortAtEveryByte()
    {
        const QByteArray whole = smallGguf().file();
        for (qsizetype size = 0; size < whole.size() - 31; ++size) { // the padding at the end may be missing
            const Result<ModelSource> source = sourcefiles::gguf(whole.first(size));
            QVERIFY2(!source.ok(), qPrintable(QString::number(size)));
            const QString code = source.error().code;
            QVERIFY2(code == QLatin1String("truncated-file") || code == QLatin1String("past-the-end")
                         || code == QLatin1String("bad-count"),
                     qPrintable(source.error().text));
            QVERIFY(!source.error().field.isEmpty());
        }
    }

    void safetensorsCutShortAtEveryByte()
    {
        const QByteArray whole = smallSafetensors();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const Result<ModelSource> source = readSafetensors(whole.first(size));
            QVERIFY2(!source.ok(), qPrintable(QString::number(size)));
            const QString code = source.error().code;
            QVERIFY2(code == QLatin1String("truncated-file") || code == QLatin1String("past-the-end"),
                     qPrintable(source.error().text));
            QVERIFY(!source.error().field.isEmpty());
        }
    }

    void safetensorsHeaderCutShortAtEveryByte()
    {
        const QByteArray whole = smallSafetensors();
        const QByteArray header = whole.sliced(8, qFromLittleEndian<qint64>(whole.constData()));
        for (qsizetype size = 2; size < header.size(); ++size)
            REFUSED(readSafetensors(SafetensorsWriter::withLength(header.first(size), 1000)), "bad-json");
    }

    void countsThatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char *name, quint64 edge, const QByteArray &file) {
            QTest::addRow("%s = 0x%llx", name, edge) << file;
        };
        for (const quint64 edge : kEdges) {
            row("tensors", edge, GgufWriter(smallGguf()).claim(edge, 7).file());
            row("keys", edge, GgufWriter(smallGguf()).claim(3, edge).file());
            const GgufWriter w;
            row("length of a key", edge, GgufWriter().claim(0, 1).file() + w.bytes(edge) + QByteArray(100, 'k'));
            row("length of a text", edge, GgufWriter().entry("k", 8, w.bytes(edge)).file() + QByteArray(100, '\0'));
            for (const quint32 type : {0u, 1u, 2u, 4u, 6u, 7u, 8u, 10u, 12u})
                row(qPrintable(QStringLiteral("list of type %1").arg(type)), edge,
                    GgufWriter().entry("k", 9, w.bytes(type) + w.bytes(edge)).file() + QByteArray(100, '\0'));
            row("length of a token", edge,
                GgufWriter().entry("k", 9, w.bytes(quint32(8)) + w.bytes(quint64(2)) + w.bytes(edge)).file());
            row("offset", edge / 32 * 32, GgufWriter(smallGguf()).tensorAt("t", {8}, 0, edge / 32 * 32).file());
            row("one dimension", edge, GgufWriter(smallGguf()).tensorAt("t", {edge}, 0, 512).file());
            row("two dimensions", edge, GgufWriter(smallGguf()).tensorAt("t", {edge, edge}, 0, 512).file());
            row("blocks", edge, GgufWriter(smallGguf()).tensorAt("t", {256, edge}, 12, 512).file());
        }
        row("dimensions", ~0u,
            GgufWriter(smallGguf()).claim(4, 7).header() + GgufWriter().name("t") + QByteArray(4, '\xff'));
        row("four dimensions", 1 << 16,
            GgufWriter(smallGguf()).tensorAt("t", {65536, 65536, 65536, 65536}, 0, 0).file());
    }

    void countsThatCannotBe()
    {
        QFETCH(QByteArray, file);
        largestAllocation = 0;
        const Result<ModelSource> source = sourcefiles::gguf(file);
        const size_t allocated = largestAllocation;
        QVERIFY2(!source.ok(), "was accepted");
        QVERIFY2(!source.error().field.isEmpty(), qPrintable(source.error().text));
        QVERIFY2(source.error().text.contains(source.error().field), qPrintable(source.error().text));
        QVERIFY2(allocated <= size_t(4 * file.size() + 8192), qPrintable(QString::number(allocated)));
    }

    void aClaimedSizeJustifiesNothing()
    {
        // The beginning of a file of a terabyte, as a server says, with as many tensors as would fit into it.
        const QByteArray bytes = GgufWriter(smallGguf()).claim(50'000'000'000, 7).header();
        largestAllocation = 0;
        FileBeginning source(bytes, 1ull << 40);
        REFUSED(readGgufFile(source, QStringLiteral("hub")), "more-bytes-needed");
        QVERIFY2(largestAllocation <= 512 * 1024, qPrintable(QString::number(largestAllocation)));
    }

    void ggufThatContradictsItself()
    {
        const GgufWriter w;
        REFUSED(sourcefiles::gguf("GGUX" + smallGguf().file().sliced(4)), "not-gguf");
        REFUSED(sourcefiles::gguf(GgufWriter(4).file()), "unsupported-version");
        REFUSED(sourcefiles::gguf(GgufWriter(0).file()), "unsupported-version");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).number("llama.block_count", 1).file()), "duplicate-key");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).f32("token_embd.weight", {8}).file()), "duplicate-key");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).tensorAt("t", {8}, 0, 32).file()), "overlap");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).tensorAt("t", {8}, 0, 512).file()), "past-the-end");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).tensorAt("t", {8}, 0, 33).file()), "bad-offset");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).tensorAt("t", {8}, 12, 512).file()), "bad-shape");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).tensorAt("t", {8}, 999, 512).file()), "unknown-type");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).entry("k", 13, w.bytes(quint32(0))).file()), "bad-type");
        const QByteArray listOfLists =
            w.bytes(quint32(9)) + w.bytes(quint64(1)) + w.bytes(quint32(9)) + w.bytes(quint64(0));
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).entry("k", 9, listOfLists).file()), "bad-type");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).number("general.alignment", 0).file()), "bad-value");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).number("general.alignment", 48).file()), "bad-value");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).text("k\xff", "v").file()), "invalid-utf-8");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).text("k", "\xc3").file()), "invalid-utf-8");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).f32("\xed\xa0\x80", {8}).file()), "invalid-utf-8");
        REFUSED(sourcefiles::gguf(GgufWriter(smallGguf()).text(QByteArray(70000, 'k'), "v").file()), "text-too-long");
    }

    void ggufKeysOutOfRange_data()
    {
        QTest::addColumn<QByteArray>("key");
        for (const char *key :
             {"attention.head_count", "attention.head_count_kv", "attention.key_length", "attention.kv_lora_rank",
              "attention.sliding_window", "attention.sliding_window_pattern", "attention.indexer.head_count",
              "attention.output_group_count", "attention.compress_ratios", "ssm.state_size", "ssm.inner_size",
              "ssm.group_count", "ssm.time_step_rank", "ssm.conv_kernel", "expert_used_count", "context_length",
              "nextn_predict_layers", "rope.dimension_count"})
            QTest::newRow(key) << QByteArray(key);
    }

    void ggufKeysOutOfRange()
    {
        QFETCH(QByteArray, key);
        for (const quint64 value : {~0ull, 1ull << 62}) {
            GgufWriter out;
            out.text("general.architecture", "x").number("x.block_count", 2).number("x.embedding_length", 8);
            out.longNumber("x." + key, value);
            if (key != "attention.kv_lora_rank")
                out.number("x.attention.kv_lora_rank", 4);
            out.f32("token_embd.weight", {8, 4}).f32("blk.0.ssm_in.weight", {8, 8}).f32("blk.0.attn_q.weight", {8, 8});
            REFUSED(sourcefiles::gguf(out.file()), "bad-value");
        }
    }

    void ggufWithoutWhatItNeeds()
    {
        REFUSED(sourcefiles::gguf(GgufWriter().f32("t", {8}).file()), "missing-key");
        for (const quint32 layers : {0u, 5000u, ~0u})
            REFUSED(sourcefiles::gguf(GgufWriter()
                                          .text("general.architecture", "x")
                                          .number("x.block_count", layers)
                                          .number("x.embedding_length", 8)
                                          .f32("token_embd.weight", {8, 4})
                                          .file()),
                    "bad-value");
        REFUSED(sourcefiles::gguf(GgufWriter()
                                      .text("general.architecture", "x")
                                      .number("x.block_count", 1)
                                      .number("x.embedding_length", 8)
                                      .f32("other", {8, 4})
                                      .file()),
                "bad-value");
        // A state without its size.
        REFUSED(sourcefiles::gguf(GgufWriter()
                                      .text("general.architecture", "x")
                                      .number("x.block_count", 1)
                                      .number("x.embedding_length", 8)
                                      .f32("token_embd.weight", {8, 4})
                                      .f32("blk.0.ssm_in.weight", {8, 8})
                                      .file()),
                "bad-value");
        // A layer far wider than any model's.
        GgufWriter wide;
        wide.text("general.architecture", "x").number("x.block_count", 1).number("x.embedding_length", 1);
        wide.f32("token_embd.weight", {1, 4}).f32("blk.0.ffn_down.weight", {2'000'000, 1});
        REFUSED(sourcefiles::gguf(wide.file()), "bad-value");
    }

    void safetensorsThatContradictThemselves_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &header, const char *code) {
            QTest::newRow(name) << SafetensorsWriter::withLength(header, 64) << QString::fromLatin1(code);
        };
        const QByteArray t = "\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}";
        row("no tensors", "{}", "no-tensors");
        row("a list", "[]", "bad-json");
        row("text behind", '{' + t + "} x", "bad-json");
        row("comma at the end", '{' + t + ",}", "bad-json");
        row("twice", '{' + t + ',' + t + '}', "duplicate-key");
        row("field twice", "{\"t\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
            "duplicate-key");
        row("overlap", '{' + t + ",\"u\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[8,24]}}", "overlap");
        row("past the end", "{\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[56,72]}}", "past-the-end");
        row("past 64 bits",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[18446744073709551600,18446744073709551616]}}",
            "bad-value");
        row("backwards", "{\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,0]}}", "bad-offset");
        row("another size", "{\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,8]}}", "bad-offset");
        row("half a byte", "{\"t\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,2]}}", "bad-offset");
        row("product beyond 64 bits",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", "too-large");
        row("bytes beyond 64 bits",
            "{\"t\":{\"dtype\":\"F64\",\"shape\":[4611686018427387904],\"data_offsets\":[0,0]}}", "bad-offset");
        row("negative", "{\"t\":{\"dtype\":\"F32\",\"shape\":[-4],\"data_offsets\":[0,16]}}", "bad-value");
        row("a fraction", "{\"t\":{\"dtype\":\"F32\",\"shape\":[4.0],\"data_offsets\":[0,16]}}", "bad-value");
        row("2^63", "{\"t\":{\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,16]}}", "bad-value");
        row("2^64", "{\"t\":{\"dtype\":\"F32\",\"shape\":[18446744073709551616],\"data_offsets\":[0,16]}}",
            "bad-value");
        row("shape of lists", "{\"t\":{\"dtype\":\"F32\",\"shape\":[[4]],\"data_offsets\":[0,16]}}", "bad-value");
        row("shape of a number", "{\"t\":{\"dtype\":\"F32\",\"shape\":4,\"data_offsets\":[0,16]}}", "bad-shape");
        row("unknown dtype", "{\"t\":{\"dtype\":\"F5\",\"shape\":[4],\"data_offsets\":[0,16]}}", "unknown-type");
        row("no dtype", "{\"t\":{\"shape\":[4],\"data_offsets\":[0,16]}}", "missing-key");
        row("no shape", "{\"t\":{\"dtype\":\"F32\",\"data_offsets\":[0,16]}}", "missing-key");
        row("no offsets", "{\"t\":{\"dtype\":\"F32\",\"shape\":[4]}}", "missing-key");
        row("not UTF-8", "{\"t\xff\":{}}", "invalid-utf-8");
        row("half a surrogate pair", "{\"\\ud800\":{}}", "bad-json");
        row("control character", "{\"a\nb\":{}}", "bad-json");
        row("nested deep", "{\"__metadata__\":" + QByteArray(1'000'000, '[') + '}', "bad-json");
        row("nested deep, objects", "{\"__metadata__\":" + QByteArray("{\"a\":").repeated(100'000) + '}', "bad-json");
        row("long name", "{\"" + QByteArray(70'000, 'n') + t.sliced(2) + '}', "too-large");
        row("very many dimensions",
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[1" + QByteArray(",1").repeated(300) + "],\"data_offsets\":[0,4]}}",
            "bad-shape");
        QTest::newRow("empty") << QByteArray() << "truncated-file";
        for (const quint64 edge : kEdges) {
            QByteArray file = SafetensorsWriter::withLength("{}", 64);
            qToLittleEndian(edge, file.data());
            QTest::addRow("header of 0x%llx", edge) << file << "bad-count";
        }
    }

    void safetensorsThatContradictThemselves()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, code);
        largestAllocation = 0;
        const Result<ModelSource> source = readSafetensors(file);
        QVERIFY2(largestAllocation <= size_t(4 * file.size() + 8192), qPrintable(QString::number(largestAllocation)));
        QVERIFY2(!source.ok(), "was accepted");
        QCOMPARE(source.error().code, code);
        if (code != QLatin1String("no-tensors"))
            QVERIFY2(!source.error().field.isEmpty(), qPrintable(source.error().text));
    }

    void jsonOfAHundredMegabytes()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("model.safetensors.index.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(100'000'001));
        file.close();
        REFUSED(openSafetensors(path), "too-large");

        QByteArray json =
            "{\"metadata\":{\"a\":\"" + QByteArray(99'999'000, 'x') + "\"},\"weight_map\":{\"t\":\"gone\"}}";
        QVERIFY(json.size() < 100'000'000);
        sourcefiles::write(path, json);
        const Result<ModelSource> gone = openSafetensors(path);
        QCOMPARE(gone.error().code, QStringLiteral("no-such-file"));
        QVERIFY(gone.error().text.contains(QLatin1String("gone")));
    }

    void indexesThatLie_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *json, const char *code) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(code);
        };
        row("empty", "", "bad-json");
        row("no map", "{\"metadata\":{}}", "missing-key");
        row("map twice", "{\"weight_map\":{},\"weight_map\":{}}", "duplicate-key");
        row("map of numbers", "{\"weight_map\":{\"a\":1}}", "bad-json");
        row("map is a list", "{\"weight_map\":[\"a\"]}", "bad-json");
        row("path upwards", "{\"weight_map\":{\"a\":\"../b\"}}", "bad-value");
        row("absolute path", "{\"weight_map\":{\"a\":\"/etc/passwd\"}}", "bad-value");
        row("the folder", "{\"weight_map\":{\"a\":\"..\"}}", "bad-value");
        row("no name", "{\"weight_map\":{\"a\":\"\"}}", "bad-value");
        row("zero byte", "{\"weight_map\":{\"a\":\"b\\u0000c\"}}", "bad-value");
        row("two texts", "{\"weight_map\":{}}{}", "bad-json");
    }

    void indexesThatLie()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        const Result<SafetensorsIndex> index = readSafetensorsIndex(json, QStringLiteral("index"));
        QVERIFY(!index.ok());
        QCOMPARE(index.error().code, code);
        QVERIFY(!index.error().field.isEmpty());
    }

    void whatIsNoFile()
    {
        QTemporaryDir dir;
        const auto path = [&dir](const char *name) { return dir.filePath(QString::fromLatin1(name)); };
        QVERIFY(QFile::link(path("b.gguf"), path("a.gguf")));
        QVERIFY(QFile::link(path("a.gguf"), path("b.gguf")));
        REFUSED(openGguf(path("a.gguf")), "no-such-file");
        QVERIFY(QFile::link(path("b.safetensors"), path("a.safetensors")));
        QVERIFY(QFile::link(path("a.safetensors"), path("b.safetensors")));
        REFUSED(openSafetensors(path("a.safetensors")), "no-such-file");
        REFUSED(openSafetensors(dir.path()), "empty-folder");

        QVERIFY(QFile::link(dir.path(), path("circle")));
        REFUSED(openSafetensors(path("circle/circle/circle")), "empty-folder");

        QCOMPARE(mkfifo(QFile::encodeName(path("pipe.gguf")).constData(), 0600), 0);
        REFUSED(openGguf(path("pipe.gguf")), "not-a-file");
        QCOMPARE(mkfifo(QFile::encodeName(path("model.safetensors")).constData(), 0600), 0);
        REFUSED(openSafetensors(path("model.safetensors")), "not-a-file");
        sourcefiles::write(path("model.safetensors.index.json"), "{\"weight_map\":{\"a\":\"model.safetensors\"}}");
        REFUSED(openSafetensors(dir.path()), "not-a-file");

        REFUSED(openGguf(dir.path()), "not-a-file");
        REFUSED(openGguf(path("missing.gguf")), "no-such-file");
        sourcefiles::write(path("empty.gguf"), {});
        REFUSED(openGguf(path("empty.gguf")), "truncated-file");
        REFUSED(openGguf(QStringLiteral("/dev/zero")), "not-a-file");
        QCOMPARE(openGguf(QString()).error().code, QStringLiteral("no-such-file"));
    }

    void aFileThatShrinksWhileItIsRead()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("m.gguf"));
        sourcefiles::write(path, smallGguf().file());
        LocalFile gguf(path);
        QVERIFY(!gguf.open());
        QVERIFY(QFile::resize(path, 40));
        REFUSED(readGgufFile(gguf, path), "file-shrank");

        const QString other = dir.filePath(QStringLiteral("m.safetensors"));
        sourcefiles::write(other, smallSafetensors());
        LocalFile safetensors(other);
        QVERIFY(!safetensors.open());
        QVERIFY(QFile::resize(other, 40));
        StoredTensors tensors;
        const auto error = readSafetensorsFile(safetensors, other, 0, tensors);
        QVERIFY(error);
        QCOMPARE(error->code, QStringLiteral("file-shrank"));
    }
};

QTEST_GUILESS_MAIN(HostileSourcesTest)
#include "tst_hostilesources.moc"
