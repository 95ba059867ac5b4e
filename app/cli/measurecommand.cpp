// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measurecommand.h"

#include "app/cli/calibrationtext.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input.h"
#include "app/cli/measuretext.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "core/calibration/calibrationfile.h"
#include "core/calibration/logcalibration.h"
#include "core/logs/loganswer.h"
#include "core/logs/logcomparison.h"
#include "core/logs/logfacts.h"
#include "core/logs/logjson.h"
#include "core/logs/logreader.h"
#include "core/planning/planning.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MeasureCommand)
};

constexpr QLatin1String kJson("json");
constexpr QLatin1String kUnit("unit");
constexpr QLatin1String kCalibrate("calibrate");

/// A line that replaces itself, for people alone.
class ProgressLine
{
public:
    explicit ProgressLine(qint64 size)
        : m_size(size)
    {
#ifdef Q_OS_UNIX
        m_shows = ::isatty(STDERR_FILENO) == 1;
#endif
    }
    ~ProgressLine()
    {
        if (m_written)
            std::fputs("\r\033[K", stderr);
    }
    void show(qint64 bytes)
    {
        constexpr qint64 step = qint64(8) << 20;
        if (!m_shows || bytes / step == m_last / step)
            return;
        m_last = bytes;
        m_written = true;
        const QString text = m_size > 0 ? Text::tr("%1 % read").arg(bytes * 100 / m_size)
                                        : Text::tr("%1 read").arg(formatSmallSize(Bytes(bytes)));
        std::fprintf(stderr, "\r\033[K%s", text.toUtf8().constData());
    }

private:
    qint64 m_size, m_last = 0;
    bool m_shows = false, m_written = false;
};

Result<LogReading> readLogFile(const QString &path)
{
    Error error;
    const std::unique_ptr<QFile> file = openInput(path, &error);
    if (!file)
        return error;
    ProgressLine progress(file->isSequential() ? 0 : file->size());
    Result<LogReading> reading = readLog(*file, [&](qint64 bytes) {
        progress.show(bytes);
        return true;
    });
    if (reading.ok())
        return reading;
    return Error{reading.error().code, {}, Text::tr("%1: %2").arg(path, reading.error().text), ErrorKind::File};
}

Error withoutFigures(const QString &place, const LogReading &reading)
{
    const QString what =
        reading.engine.isEmpty()
            ? Text::tr("no line of a known engine was found in %n line(s)", nullptr, int(reading.lines))
            : Text::tr("%1 wrote it, and no memory figure is in it").arg(engineOfLog(reading));
    return {QStringLiteral("no-figures"),
            {},
            Text::tr("%1: %2: give the log from the engine's start until it serves, of vLLM, SGLang, llama.cpp, Ollama "
                     "or TensorRT-LLM")
                .arg(place, what),
            ErrorKind::File};
}

/// Engine, version and options: what was typed wins key by key.
void completeEngine(const CommandLine &line, const LogPlan &log, Plan &plan)
{
    const bool typed = line.isSet(QStringLiteral("engine"));
    const bool other = typed && plan.engine.compare(log.plan.engine, Qt::CaseInsensitive) != 0;
    if (other)
        return;
    const bool ofLogsEngine = plan.engine.compare(log.plan.engine, Qt::CaseInsensitive) == 0;
    const bool optionsTyped = line.isSet(QStringLiteral("engine-option"));
    QJsonObject options = log.plan.engineOptions;
    if (optionsTyped || ofLogsEngine) {
        for (auto each = plan.engineOptions.begin(); each != plan.engineOptions.end(); ++each) {
            if (optionsTyped || !options.contains(each.key()))
                options.insert(each.key(), each.value());
        }
    }
    plan.engineOptions = options;
    if (!typed || plan.engineVersion.isEmpty())
        plan.engineVersion = log.plan.engineVersion;
    plan.engine = log.plan.engine;
}

void completeLayout(const CommandLine &line, const LogPlan &log, TypedPlan &typed)
{
    Plan &plan = typed.plan;
    if (!typed.typedParts.contains(QLatin1String("gpus"))) {
        if (log.carries("gpus"))
            plan.gpus = log.plan.gpus;
    } else if (plan.gpus.size() == 1 && !line.value(QStringLiteral("gpu")).contains(QLatin1Char(':'))
               && !typed.typedParts.contains(QLatin1String("parallel"))) {
        plan.gpus.front().count = qint32(log.gpusOfLayout); // one kind was named; the log knows how many
    }
    if (!typed.typedParts.contains(QLatin1String("parallel")) && log.plan.parallel
        && (plan.gpus.empty() || plan.gpuCount() == log.gpusOfLayout))
        plan.parallel = log.plan.parallel;
}

/// What the log tells, where nothing was typed.
void complete(const CommandLine &line, const LogPlan &log, TypedPlan &typed)
{
    Plan &plan = typed.plan;
    const auto open = [&](const char *part) {
        return !typed.typedParts.contains(QLatin1String(part)) && log.carries(part);
    };
    completeEngine(line, log, plan);
    if (open("model"))
        plan.model = log.plan.model;
    // A file has a format of its own.
    const auto *named = std::get_if<NamedModel>(&plan.model);
    const bool isFile = typed.typedParts.contains(QLatin1String("model")) && named && QFileInfo::exists(named->id);
    if (open("weights") && !isFile)
        plan.weights = log.plan.weights;
    if (open("kvCache")) {
        plan.kvKeys = log.plan.kvKeys;
        plan.kvValues = log.plan.kvValues;
    }
    if (open("contextLength"))
        plan.contextLength = log.plan.contextLength;
    if (open("sequences"))
        plan.sequences = log.plan.sequences;
    completeLayout(line, log, typed);
}

/// False for what the log says: a plan that cannot be estimated still has its figures.
bool isTyped(const TypedPlan &typed, const Error &error)
{
    const QString part = error.field.section(QLatin1Char('.'), 0, 0).section(QLatin1Char('['), 0, 0);
    const bool layout = part == QLatin1String("parallel") && typed.typedParts.contains(QLatin1String("gpus"));
    return typed.typedParts.contains(part) || layout || !typed.file.isEmpty();
}

/// What is kept of a log, and all that is kept then.
struct Kept {
    CalibrationRecord record;
    ChangedCalibration calibration;
};

Result<Kept> keep(const QString &place, const LogReading &reading, const LogPlan &log,
                  const std::optional<PlanAnswer> &plan, const QString &missing)
{
    if (!plan)
        return Error{QStringLiteral("cannot-calibrate"), {}, Text::tr("%1: %2").arg(place, missing), ErrorKind::File};
    const QString source = place.section(QLatin1Char('/'), -1);
    const Result<CalibrationRecord> record = calibrationFromLog(reading, log, plan->plan, source, QDate::currentDate());
    if (!record.ok())
        return Error{record.error().code, {}, Text::tr("%1: %2").arg(place, record.error().text), ErrorKind::File};
    Result<ChangedCalibration> changed = changeCalibration([&](Calibration &all) { all.add(*record); });
    if (!changed.ok())
        return changed.error();
    return Kept{*record, std::move(changed).value()};
}

int answer(const CommandLine &line, SizeUnit unit)
{
    if (line.isSet(kCalibrate) && line.isSet(QStringLiteral("no-user-data")))
        return line.wrong(Text::tr("--no-user-data ignores what --calibrate would keep"));
    const QString path = line.positional().value(0);
    const QString place = path == QLatin1String("-") ? Text::tr("standard input") : path;
    Result<TypedPlan> typed = planFromOptions(line);
    if (!typed.ok())
        return complain(typed.error());
    const Result<LogReading> reading = readLogFile(path);
    if (!reading.ok())
        return complain(reading.error());
    if (!canCompare(*reading))
        return complain(withoutFigures(place, *reading));

    const Catalog catalog = openCatalog(line);
    const LogPlan log = planOfLog(*reading, catalog);
    complete(line, log, typed.value());
    const bool hasModel =
        log.knowsModel || typed->typedParts.contains(QLatin1String("model")) || !typed->file.isEmpty();
    QString missing;
    std::optional<PlanAnswer> plan;
    if (!hasModel) {
        missing = log.printedModel.isEmpty()
                      ? Text::tr("The log does not name its model: name it with --model.")
                      : Text::tr("The model of the log, %1, is not in the catalog: name it with --model.")
                            .arg(log.printedModel);
    } else if (typed->plan.gpus.empty() && log.gpusOfLayout > 1) {
        missing =
            Text::tr("The log names no GPU that is known: name it with --gpu ID (plimsoll catalog gpus lists them).");
    } else {
        Result<PlanAnswer> found = answerPlan(typed->plan, catalog);
        if (found.ok())
            plan = std::move(found).value();
        else if (isTyped(*typed, found.error()))
            return complain(typed->placed(found.error()));
        else
            missing = Text::tr("The plan of the log has no estimate: %1").arg(found.error().text);
    }
    LogComparison comparison{measuredRows(*reading), log.remarks};
    if (plan)
        comparison = compareWithLog(*reading, log, plan->plan, plan->estimate);
    std::optional<Kept> kept;
    if (line.isSet(kCalibrate)) {
        Result<Kept> found = keep(place, *reading, log, plan, missing);
        if (!found.ok())
            return complain(found.error());
        kept = std::move(found).value();
        if (!kept->calibration.setAside.isEmpty())
            note(setAsideText(kept->calibration.setAside));
    }
    const ResolvedPlan *resolved = plan ? &plan->plan : nullptr;
    if (line.isSet(kJson)) {
        const CalibrationRecord *stored = kept ? &kept->record : nullptr;
        print(QJsonDocument(measureToJson(*reading, log, comparison, resolved, missing, stored))
                  .toJson(QJsonDocument::Indented));
    } else {
        print(measureText(*reading, log, comparison, resolved, missing, unit));
        if (kept)
            print(QLatin1Char('\n') + storedText(kept->record, kept->calibration.calibration, catalog, unit));
    }
    return finish(ExitAnswered);
}

} // namespace

int runMeasure(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("measure"), QStringLiteral("LOG|- [options]"),
                     Text::tr("What the start-up log of vLLM, SGLang, llama.cpp, Ollama or TensorRT-LLM says, item by "
                              "item, beside the estimate of the same plan. The plan is read from the log; the options "
                              "below complete it and win."));
    line.addHeading(Text::tr("The answer"));
    line.add({kJson, {}, Text::tr("as a plimsoll.measure/1 document")});
    line.add({kUnit, QStringLiteral("GiB|GB"), Text::tr("what sizes are shown in; default GiB")});
    line.add(
        {kCalibrate,
         {},
         Text::tr("keep what the engine itself took beside the estimate, and correct estimates of the same system by "
                  "it; \"plimsoll calibration\" shows and removes it")});
    addPlanOptions(line);
    line.addHeading(Text::tr("More"));
    if (const auto status = line.parse(arguments, 1))
        return *status;
    if (line.positional().isEmpty())
        return line.wrong(Text::tr("name a log, or - for standard input"));
    const Result<SizeUnit> unit = unitFrom(line);
    if (!unit.ok())
        return complain(unit.error());
    return answer(line, *unit);
}

} // namespace plimsoll
