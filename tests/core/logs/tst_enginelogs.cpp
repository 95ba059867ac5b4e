// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logcomparison.h"
#include "core/logs/logreader.h"
#include "tests/core/logs/expectedlogs.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace plimsoll;

namespace {

/// Figures that stand in an excerpt, seen by eye, and that its expectations lack.
QStringList furtherFigures(const QString &file)
{
    if (file == QLatin1String("vllm-056.log")) // the line on free memory in the words of 0.26
        return {QStringLiteral("activation_gib.value"), QStringLiteral("total_gpu_gib.value"),
                QStringLiteral("usable_gib.value")};
    if (file == QLatin1String("llamacpp-039.log")) // the sum of recurrent state
        return {QStringLiteral("kv_self_mib.r"), QStringLiteral("kv_self_mib.s")};
    return {};
}

LogReading readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    Result<LogReading> reading = readLog(file);
    return reading.ok() ? *reading : LogReading{};
}

/// The one figure that a file's ranks come to, by the rules of its makers.
struct Combined {
    const char *field;
    Measured item;
    double unit; ///< what one of the expected figure is
};
constexpr double kGib = 1073741824.0;
constexpr Combined kCombined[] = {
    {"weights_gib_per_rank_max", Measured::Weights, kGib}, {"kv_cache_gib_min", Measured::KvCache, kGib},
    {"kv_cache_tokens_min", Measured::KvTokens, 1},        {"max_concurrency_min", Measured::Concurrency, 1},
    {"activation_gib_max", Measured::Activations, kGib},   {"non_torch_gib_max", Measured::NonTorch, kGib},
    {"cudagraph_gib_max", Measured::Graphs, kGib},
};

double numberOf(const QJsonValue &value)
{
    double sum = 0; // of a target and its draft
    for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray{value})
        sum += each.toString().remove(QLatin1Char(',')).toDouble();
    return sum;
}

/// Adds what is wrong; the number of figures that were compared.
int checkCombined(const LogReading &reading, const QJsonObject &expected, QStringList &mistakes)
{
    const QJsonObject combined = expected.value(QLatin1String("combined")).toObject();
    const std::vector<LogComparisonRow> rows = measuredRows(reading);
    int checked = 0;
    for (const Combined &each : kCombined) {
        const QJsonValue value = combined.value(QLatin1String(each.field));
        if (value.isNull() || value.isUndefined())
            continue;
        ++checked;
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const LogComparisonRow &r) { return r.item == each.item; });
        const double found = row == rows.end() ? std::nan("") : row->measured / each.unit;
        if (!(std::abs(found - numberOf(value)) < 1e-6))
            mistakes.append(
                QStringLiteral("%1: %2, expected %3").arg(QLatin1String(each.field)).arg(found).arg(numberOf(value)));
    }
    return checked;
}

/// Each start of the engine has its own figures.
void checkStarts(const LogReading &reading, const QJsonObject &expected, QStringList &mistakes)
{
    const QJsonArray starts = expected.value(QLatin1String("per_start")).toArray();
    for (qint32 i = 0; i < starts.size(); ++i) {
        const auto count = [&](const char *list) { return size_t(starts.at(i)[QLatin1String(list)].toArray().size()); };
        size_t legacy = 0;
        for (const LogFigure &figure : reading.figures) {
            const bool old = figure.what >= Measured::LegacyRequired && figure.what <= Measured::LegacyCompute;
            legacy += old && figure.start == i ? 1 : 0;
        }
        if (reading.figuresOf(Measured::Weights, i).size() != count("weights_gib")
            || reading.figuresOf(Measured::KvBlocks, i).size() != count("gpu_blocks") || legacy != count("legacy"))
            mistakes.append(QStringLiteral("start %1 has other figures").arg(i));
    }
}

} // namespace

/// Logs that engines wrote, against what a careful reader finds in them.
class EngineLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Excerpts that lie beside the repository: other people's output, so no part of it.
    void excerpts()
    {
        readFolder(QStringLiteral(PLIMSOLL_ENGINE_LOGS), QStringLiteral("excerpts beside the repository"));
    }
    /// Samples of our own writing in the same grammar.
    void samples()
    {
        const int files = readFolder(QStringLiteral(PLIMSOLL_LOG_SAMPLES), QStringLiteral("own samples"));
        QVERIFY2(files >= 10, "the samples of tests/data/logs are missing");
    }

private:
    static int readFolder(const QString &folder, const QString &what)
    {
        QFile expectations(folder + QStringLiteral("/expected.json"));
        if (!expectations.open(QIODevice::ReadOnly)) {
            qInfo().noquote() << what + QStringLiteral(": not here (%1), nothing was read").arg(folder);
            return 0;
        }
        const QJsonObject all = QJsonDocument::fromJson(expectations.readAll()).object();
        int files = 0, figures = 0, settings = 0, further = 0, combined = 0, negatives = 0;
        QStringList mistakes;
        for (auto each = all.begin(); each != all.end(); ++each) {
            const LogReading reading = readFile(folder + QLatin1Char('/') + each.key());
            const test::ExpectedCheck check =
                test::checkAgainst(reading, each.value().toObject(), furtherFigures(each.key()));
            QStringList ofRanks;
            combined += checkCombined(reading, each.value().toObject(), ofRanks);
            for (const QString &mistake : ofRanks)
                mistakes.append(each.key() + QLatin1String(": ") + mistake);
            checkStarts(reading, each.value().toObject(), mistakes);
            ++files;
            figures += check.figures;
            settings += check.settings;
            further += check.further;
            for (const QString &mistake : check.mistakes)
                mistakes.append(each.key() + QLatin1String(": ") + mistake);
            if (!each.key().startsWith(QLatin1String("negative")))
                continue;
            ++negatives;
            if (reading.hasMemory() || !reading.figures.empty())
                mistakes.append(each.key() + QLatin1String(": a figure was read where there is none"));
        }
        qInfo().noquote() << QStringLiteral("%1: %2 files, %3 figures, %4 settings, %5 of all ranks; %6 figures "
                                            "that the expectations lack; %7 files without figures")
                                 .arg(what)
                                 .arg(files)
                                 .arg(figures)
                                 .arg(settings)
                                 .arg(combined)
                                 .arg(further)
                                 .arg(negatives);
        if (!mistakes.isEmpty())
            QTest::qFail(
                qPrintable(QStringLiteral("%1 mistakes:\n").arg(mistakes.size()) + mistakes.join(QLatin1Char('\n'))),
                __FILE__, __LINE__);
        return files;
    }
};

QTEST_GUILESS_MAIN(EngineLogsTest)
#include "tst_enginelogs.moc"
