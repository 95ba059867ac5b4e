// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What llama-quantize makes of a model: the types of all tensors, and the size. The rows that are always checked are
// those of mixsizes.h and a few here; where the measured data lies beside the repository, all 324 of its table are.

#include "core/catalog/catalog.h"
#include "core/sources/gguf/ggufquantize.h"
#include "tests/core/catalog/mixsizes.h"
#include "tests/core/sources/sourcefiles.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

namespace {

struct MeasuredModel {
    const char *name; ///< in the table
    const char *catalogId;
    int buffers; ///< rotary frequencies in F32, which are no weights of the model
    qint64 bufferBytes;
};

constexpr MeasuredModel kModels[] = {
    {"llama-3.1-8b", "meta-llama/Llama-3.1-8B", 1, 256},
    {"llama-3.2-1b", "meta-llama/Llama-3.2-1B", 1, 128},
    {"llama-3.1-70b", "meta-llama/Llama-3.1-70B", 1, 256},
    {"llama-2-13b", "meta-llama/Llama-2-13b-hf", 0, 0},
    {"mistral-7b-v0.3", "mistralai/Mistral-7B-Instruct-v0.3", 0, 0},
    {"qwen2.5-7b", "Qwen/Qwen2.5-7B-Instruct", 0, 0},
    {"qwen2-0.5b", "Qwen/Qwen2-0.5B-Instruct", 0, 0},
    {"qwen3-8b", "Qwen/Qwen3-8B", 0, 0},
    {"qwen3-30b-a3b", "Qwen/Qwen3-30B-A3B", 0, 0},
    {"gemma-3-12b", "google/gemma-3-12b-it", 0, 0},
    {"phi-3-mini-128k", "microsoft/Phi-3-mini-128k-instruct", 2, 384},
    {"command-r-v01", "CohereLabs/c4ai-command-r-v01", 0, 0},
    {"gpt-oss-20b", "openai/gpt-oss-20b", 0, 0},
    {"glm-4.5-air", "zai-org/GLM-4.5-Air", 0, 0},
    {"deepseek-v3", "deepseek-ai/DeepSeek-V3", 0, 0},
    {"mamba-2.8b", "state-spaces/mamba-2.8b-hf", 0, 0},
    {"granite-4.0-h-tiny", "ibm-granite/granite-4.0-h-tiny", 0, 0},
    {"nemotron-nano-9b-v2", "nvidia/NVIDIA-Nemotron-Nano-9B-v2", 0, 0},
};

/// The cells of a line of CSV whose quotes are doubled.
QStringList cellsOf(const QString &line)
{
    QStringList cells(1);
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == QLatin1Char('"') && quoted && line.mid(i + 1, 1) == QLatin1String("\""))
            cells.last() += line[++i];
        else if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c == QLatin1Char(',') && !quoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    return cells;
}

} // namespace

class GgufQuantizeTest : public QObject
{
    Q_OBJECT

private:
    const Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    void committedSizes_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<qint64>("bytes");
        for (const MixSize &size : kMixSizes)
            QTest::addRow("%s %s", size.model, size.format)
                << QString::fromLatin1(size.model) << QString::fromLatin1(size.format) << size.bytes;
    }

    void committedSizes()
    {
        QFETCH(QString, model);
        QFETCH(QString, mix);
        QFETCH(qint64, bytes);
        const Result<ModelArchitecture> architecture = m_catalog.model(model, {});
        QVERIFY(architecture.ok());
        QCOMPARE(ggufBytes(*architecture, mix).value_or(Bytes()).count(), bytes);
    }

    void unknownMixes()
    {
        const Result<ModelArchitecture> model = m_catalog.model(QStringLiteral("meta-llama/Llama-3.1-8B"), {});
        QVERIFY(!ggufBytes(*model, QStringLiteral("q9_k")));
        QVERIFY(!ggufBytes(*model, QStringLiteral("awq-int4")));
    }

    void measuredTable_data()
    {
        QTest::addColumn<QString>("catalogId");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<int>("buffers");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("counts");
        const QString data = sourcefiles::measuredData();
        QFile table(data + QStringLiteral("/llamacpp_quantize_mixes.csv"));
        if (data.isEmpty() || !table.open(QIODevice::ReadOnly)) {
            qWarning("There is no folder ../shared/data beside the repository: its table of mixes is not checked.");
            QTest::newRow("no measured data here") << QString() << QString() << 0 << 0ll << QString();
            return;
        }
        const QStringList lines = QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1)) {
            const QStringList cells = cellsOf(line.trimmed());
            const auto model = std::find_if(std::begin(kModels), std::end(kModels), [&cells](const auto &entry) {
                return cells.front() == QLatin1String(entry.name);
            });
            QVERIFY2(model != std::end(kModels), qPrintable(cells.front()));
            QTest::newRow(qPrintable(QString(cells[0] + QLatin1Char(' ') + cells[2])))
                << QString::fromLatin1(model->catalogId) << cells[2] << model->buffers
                << cells[6].toLongLong() - model->bufferBytes << cells[5];
        }
    }

    void measuredTable()
    {
        QFETCH(QString, catalogId);
        QFETCH(QString, mix);
        QFETCH(int, buffers);
        QFETCH(qint64, bytes);
        QFETCH(QString, counts);
        if (catalogId.isEmpty())
            return;
        const Result<ModelArchitecture> model = m_catalog.model(catalogId, {});
        QVERIFY(model.ok());
        const std::vector<GgufTensorLayout> layout = ggufLayout(*model);
        QJsonObject found;
        for (const StorageType *type : ggufTypes(layout, *model, mix)) {
            const QString name = QString::fromLatin1(type->name);
            found.insert(name, found.value(name).toInt() + 1);
        }
        found.insert(QStringLiteral("F32"), found.value(QLatin1String("F32")).toInt() + buffers);
        QCOMPARE(found, QJsonDocument::fromJson(counts.toUtf8()).object());
        QCOMPARE(ggufBytes(*model, mix).value_or(Bytes()).count(), bytes);
    }
};

QTEST_GUILESS_MAIN(GgufQuantizeTest)
#include "tst_ggufquantize.moc"
