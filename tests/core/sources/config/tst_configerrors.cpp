// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/parameters.h"
#include "core/sources/config/configreading.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;

namespace {

const QString kFile = QStringLiteral("config.json");

QJsonObject llama()
{
    return QJsonDocument::fromJson(R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama",
        "hidden_size": 64, "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2,
        "intermediate_size": 160, "vocab_size": 1000, "tie_word_embeddings": false})")
        .object();
}

Result<ConfigReading> read(const QJsonObject &config)
{
    return readConfigJson(QJsonDocument(config).toJson(), kFile);
}

/// What every answer to whatever file must hold.
bool isSane(const Result<ConfigReading> &reading)
{
    if (!reading.ok()) {
        const Error &error = reading.error();
        return (error.code == QLatin1String("bad-config") || error.code == QLatin1String("unsupported-model"))
               && error.kind == ErrorKind::File && error.text.startsWith(kFile);
    }
    const ModelArchitecture &model = reading->architecture;
    const qint64 count = countParameters(model).total();
    return model.layers() >= 1 && model.layers() <= 1024 && count > 0 && count <= 1'000'000'000'000'000;
}

} // namespace

/// Files that are broken, on purpose or not: an error that names the key, no crash, no memory that the file does not
/// account for.
class ConfigErrorsTest : public QObject
{
    Q_OBJECT

private:
    std::map<QString, QByteArray> m_samples;

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder(QStringLiteral(PLIMSOLL_TEST_DATA "/configs"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_samples.emplace(name, file.readAll());
        }
        QVERIFY(m_samples.size() > 30);
    }

    void cutOffAtEveryByte()
    {
        for (const auto &[name, text] : m_samples) {
            const qsizetype end = text.lastIndexOf('}');
            for (qsizetype size = 0; size <= end; ++size) {
                const Result<ConfigReading> reading = readConfigJson(text.left(size), kFile);
                QVERIFY2(!reading.ok() && isSane(reading), qPrintable(name));
            }
        }
    }

    void everyKeyWithEveryKindOfNonsense()
    {
        const QList<QJsonValue> nonsense = {QJsonValue::Null,
                                            true,
                                            0,
                                            -1,
                                            1,
                                            7,
                                            1.5,
                                            1e308,
                                            -2147483648.0,
                                            2147483648.0,
                                            9007199254740993.0,
                                            QStringLiteral("64"),
                                            QString(500, QLatin1Char('x')),
                                            QJsonArray(),
                                            QJsonArray{1, 2, 3},
                                            QJsonArray{QStringLiteral("mamba"), QJsonValue::Null, -5},
                                            QJsonObject(),
                                            QJsonObject{{QStringLiteral("hidden_size"), -1}}};
        for (const auto &[name, text] : m_samples) {
            const QJsonObject config = QJsonDocument::fromJson(text).object();
            const QStringList keys = config.keys();
            for (const QString &key : keys) {
                for (const QJsonValue &value : nonsense) {
                    QJsonObject changed = config;
                    changed.insert(key, value);
                    QVERIFY2(isSane(read(changed)), qPrintable(QString(name + QLatin1Char(' ') + key)));
                    if (!config.value(key).isObject())
                        continue;
                    QJsonObject inner = config.value(key).toObject();
                    const QStringList innerKeys = inner.keys();
                    for (const QString &innerKey : innerKeys) {
                        QJsonObject changedInner = inner;
                        changedInner.insert(innerKey, value);
                        changed.insert(key, changedInner);
                        QVERIFY2(isSane(read(changed)), qPrintable(QString(name + QLatin1Char(' ') + innerKey)));
                    }
                }
            }
        }
    }

    void mistakesNameTheKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *tag, const char *key, const QJsonValue &value) {
            QTest::newRow(tag) << QString::fromLatin1(key) << value;
        };
        row("a number as text", "hidden_size", QStringLiteral("64"));
        row("a fraction", "num_hidden_layers", 4.5);
        row("two thousand million layers", "num_hidden_layers", 2147483648.0);
        row("no layers", "num_hidden_layers", 0);
        row("a width that is infinite", "intermediate_size", 1e308);
        row("a negative vocabulary", "vocab_size", -1000);
        row("key heads that do not divide", "num_key_value_heads", 3);
        row("an object for a number", "num_attention_heads", QJsonObject());
        row("a flag that is text", "tie_word_embeddings", QStringLiteral("yes"));
        row("layers of an unknown kind", "layer_types", QJsonArray{QStringLiteral("telepathy")});
        row("too few kinds of layers", "layer_types", QJsonArray{QStringLiteral("full_attention")});
        row("a pattern of unknown letters", "hybrid_override_pattern", QStringLiteral("MX"));
        row("windows without a width", "hybrid_layer_pattern", QJsonArray{0, 1, 1, 0});
        row("blocks for other layers", "block_configs", QJsonArray{QJsonObject()});
    }
    void mistakesNameTheKey()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject config = llama();
        config.insert(key, value);
        const Result<ConfigReading> reading = read(config);
        QVERIFY(!reading.ok());
        QCOMPARE(reading.error().code, QStringLiteral("bad-config"));
        const QString expected = key == QLatin1String("hybrid_layer_pattern") ? QStringLiteral("sliding_window") : key;
        QCOMPARE(reading.error().field, expected);
        QVERIFY2(reading.error().text.contains(expected), qPrintable(reading.error().text));
    }

    void missingKeysAreNamed()
    {
        QJsonObject config = llama();
        config.insert(QStringLiteral("architectures"), QJsonArray{QStringLiteral("HeronForCausalLM")});
        config.insert(QStringLiteral("model_type"), QStringLiteral("heron"));
        for (const char *key :
             {"hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "vocab_size"}) {
            QJsonObject without = config;
            without.remove(QLatin1String(key));
            const Result<ConfigReading> reading = read(without);
            QVERIFY2(!reading.ok(), key);
            QCOMPARE(reading.error().field, QString::fromLatin1(key));
        }
        // Llama's have documented values.
        QVERIFY(read({{QStringLiteral("model_type"), QStringLiteral("llama")}}).ok());
        QCOMPARE(countParameters(read({{QStringLiteral("model_type"), QStringLiteral("llama")}})->architecture).text,
                 6'738'415'616); // Llama-2-7B
    }

    void nestedKeysAreNamedWithTheirPlace()
    {
        QJsonObject config = llama();
        config.insert(QStringLiteral("vocab_size"), -1);
        const Result<ConfigReading> reading = read({{QStringLiteral("text_config"), config}});
        QVERIFY(!reading.ok());
        QCOMPARE(reading.error().field, QStringLiteral("text_config.vocab_size"));
    }

    void productsThatOverflow()
    {
        QJsonObject config = llama();
        for (const auto &[key, value] : {std::pair("hidden_size", 131'072), std::pair("intermediate_size", 1'048'576),
                                         std::pair("num_hidden_layers", 1024), std::pair("vocab_size", 16'777'216),
                                         std::pair("num_experts", 8192), std::pair("num_experts_per_tok", 8)})
            config.insert(QLatin1String(key), value);
        const Result<ConfigReading> reading = read(config);
        QVERIFY(!reading.ok());
        QCOMPARE(reading.error().field, QStringLiteral("hidden_size"));
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("a hundred megabytes") << QByteArray(100'000'000, ' ');
        QTest::newRow("nested ten thousand deep")
            << QByteArray(R"({"a":)").repeated(10'000) + "1" + QByteArray("}").repeated(10'000);
        QTest::newRow("no UTF-8") << QByteArray("{\"model_type\": \"\xff\xfe\"}");
        QTest::newRow("only Infinity") << QByteArray("Infinity");
        QTest::newRow("a string that does not end") << QByteArray("{\"a\": \"Infinity\\");
    }
    void filesThatAreNone()
    {
        QFETCH(QByteArray, text);
        const Result<ConfigReading> reading = readConfigJson(text, kFile);
        QVERIFY(!reading.ok());
        QVERIFY(isSane(reading));
    }

    void numbersOfPythonAreRead()
    {
        QByteArray text = QJsonDocument(llama()).toJson();
        text.replace("\"model_type\"", "\"time_step_limit\": [0.0, Infinity, -Infinity, NaN], \"model_type\"");
        QVERIFY(readConfigJson(text, kFile).ok());
        text.replace("1000", "NaN"); // given, and no number
        QCOMPARE(readConfigJson(text, kFile).error().field, QStringLiteral("vocab_size"));
    }

    void whatCannotBeSizedIsSaid_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"t5", "bart", "whisper", "clip", "rwkv", "recurrent_gemma"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void whatCannotBeSizedIsSaid()
    {
        QFETCH(QString, type);
        const Result<ConfigReading> reading = read({{QStringLiteral("model_type"), type}});
        QVERIFY(!reading.ok());
        QCOMPARE(reading.error().code, QStringLiteral("unsupported-model"));
    }
};

QTEST_GUILESS_MAIN(ConfigErrorsTest)
#include "tst_configerrors.moc"
