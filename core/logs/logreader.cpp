// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logreader.h"

#include "core/logs/logpatterns.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <string_view>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LogReader)
};

struct CompiledPattern {
    const LogPattern *pattern;
    std::string_view literal;
    QRegularExpression expression;
};

struct CompiledDialect {
    const LogDialect *dialect;
    std::vector<CompiledPattern> patterns;
};

std::vector<CompiledDialect> compile()
{
    std::vector<CompiledDialect> all;
    for (const LogDialect *dialect : {&vllmLog(), &sglangLog(), &llamaCppLog(), &tensorRtLlmLog()}) {
        CompiledDialect compiled{dialect, {}};
        for (const LogPattern &pattern : dialect->patterns) {
            QRegularExpression expression(QString::fromUtf8(pattern.expression));
            expression.optimize();
            Q_ASSERT(expression.isValid());
            compiled.patterns.push_back({&pattern, pattern.literal, expression});
        }
        all.push_back(std::move(compiled));
    }
    return all;
}

/// Progress bars have no end of line, so records of SGLang and TensorRT-LLM may stand behind them.
std::vector<qsizetype> recordStarts(const QString &text)
{
    static const QRegularExpression bracket(QStringLiteral(
        R"(\[(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\d\d/\d\d/\d{4}-\d\d:\d\d:\d\d|\d\d:\d\d:\d\d(?: (?:DP|PP|TP)\d+)*\]|TensorRT-LLM\]))"));
    std::vector<qsizetype> starts{0};
    auto matches = bracket.globalMatch(text);
    while (matches.hasNext()) {
        if (const qsizetype at = matches.next().capturedStart(); at > 0)
            starts.push_back(at);
    }
    return starts;
}

/// The innermost prefix of a worker before a place in the record: "Worker_TP1 pid=14", "TP3", "gpu=6".
QString rankBefore(QStringView text)
{
    static const QRegularExpression worker(
        QStringLiteral(R"(\((\w+(?: [A-Z]+\d+)*(?: rank=\d+)? pid=\d+(?:, ip=[^)]*)?)\))"));
    static const QRegularExpression bracket(QStringLiteral(
        R"(\[(?:(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d(?:\.\d+)? )((?:(?:DP|PP|TP|EP|CP)\d+ ?)+)\]|\[(gpu(?:_id)?=\d+)\]|\[(RANK \d+)\])"));
    QString rank;
    for (auto matches = worker.globalMatch(text.toString()); matches.hasNext();)
        rank = matches.next().captured(1);
    if (!rank.isEmpty())
        return rank;
    for (auto matches = bracket.globalMatch(text.toString()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        rank = match.captured(match.lastCapturedIndex()).trimmed();
    }
    return rank;
}

qint32 repetitionsIn(const QString &text, qsizetype from)
{
    static const QRegularExpression repeated(QStringLiteral(R"(\[repeated (\d+)x across cluster\])"));
    const QRegularExpressionMatch match = repeated.match(text, from);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

} // namespace

class LogReader::Matcher
{
public:
    void take(const LogRecord &record)
    {
        const std::string_view bytes(record.text.constData(), size_t(record.text.size()));
        m_candidates.clear();
        for (const CompiledDialect &dialect : m_dialects) {
            if (m_chosen && m_chosen != dialect.dialect)
                continue;
            for (const CompiledPattern &each : dialect.patterns) {
                if (bytes.find(each.literal) != std::string_view::npos)
                    m_candidates.push_back({dialect.dialect, &each});
            }
        }
        if (m_candidates.empty())
            return;
        const QString text = QString::fromUtf8(record.text);
        const std::vector<qsizetype> starts = recordStarts(text);
        for (size_t i = 0; i < starts.size(); ++i) {
            const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : text.size();
            match(record, text.mid(starts[i], end - starts[i]), starts[i]);
        }
    }

    LogReading finish()
    {
        nameContainers();
        if (m_reading.engine.isEmpty() && m_chosen)
            m_reading.engine = QLatin1String(m_chosen->engine);
        markDryRun();
        nameGeneration();
        return std::move(m_reading);
    }

private:
    struct Candidate {
        const LogDialect *dialect;
        const CompiledPattern *pattern;
    };

    void match(const LogRecord &record, const QString &text, qsizetype offset)
    {
        for (const Candidate &candidate : m_candidates) {
            if (m_chosen && candidate.dialect != m_chosen)
                continue;
            for (auto matches = candidate.pattern->expression.globalMatch(text); matches.hasNext();) {
                const QRegularExpressionMatch found = matches.next();
                m_chosen = candidate.dialect;
                // A record of one line needs no offset; letters of several bytes make it inexact in others.
                const qint64 line = record.lineAt(offset + found.capturedStart());
                m_context.moveTo(line, rankBefore(QStringView(text).left(found.capturedStart())),
                                 repetitionsIn(text, found.capturedEnd()));
                const size_t before = m_reading.figures.size();
                takeMatch(*candidate.pattern->pattern, found);
                m_containers.resize(before);
                m_containers.resize(m_reading.figures.size(), record.container);
            }
        }
    }

    void takeMatch(const LogPattern &pattern, const QRegularExpressionMatch &found)
    {
        if (pattern.take)
            pattern.take(m_context, found);
        const QString rank = pattern.deviceGroup ? found.captured(pattern.deviceGroup) : m_context.rank();
        const QString detail = pattern.detailGroup ? found.captured(pattern.detailGroup) : QString();
        for (const FigureCapture &capture : pattern.figures) {
            if (capture.group && !found.capturedView(capture.group).isEmpty())
                m_context.figureOf(rank, capture.what, found.capturedView(capture.group), capture.scale, detail);
        }
        for (const SettingCapture &capture : pattern.settings) {
            if (capture.group)
                m_context.setting(capture.key, found.capturedView(capture.group));
        }
    }

    /// With several containers in one log, each is a rank or several.
    void nameContainers()
    {
        const bool several = std::any_of(m_containers.begin(), m_containers.end(),
                                         [&](const QByteArray &each) { return each != m_containers.front(); });
        for (size_t i = 0; several && i < m_containers.size(); ++i) {
            QString &rank = m_reading.figures[i].rank;
            const QString container = QString::fromUtf8(m_containers[i]);
            rank = rank.isEmpty() ? container : container + QLatin1Char(' ') + rank;
        }
    }

    /// vLLM's second engine gives itself away; the first has no mark of its own.
    void nameGeneration()
    {
        for (qint32 start = 0; m_chosen == &vllmLog() && start < m_reading.starts; ++start) {
            const bool anyFigure = std::any_of(m_reading.figures.begin(), m_reading.figures.end(),
                                               [&](const LogFigure &figure) { return figure.start == start; });
            if (anyFigure && !m_reading.setting("generation", start))
                m_reading.settings.push_back({QStringLiteral("generation"), QStringLiteral("V0"), start, true, 0});
        }
    }

    /// llama.cpp that allocates nothing prints zeros for the model and true sizes for compute buffers.
    void markDryRun()
    {
        bool anyWeights = false, anyAllocated = false, anyCompute = false;
        for (const LogFigure &figure : m_reading.figures) {
            anyWeights = anyWeights || figure.what == Measured::Weights;
            anyAllocated = anyAllocated || (figure.what == Measured::Weights && figure.bytes.count() > 0);
            anyCompute = anyCompute || figure.what == Measured::Compute;
        }
        m_reading.dryRun = m_chosen == &llamaCppLog() && anyWeights && !anyAllocated && anyCompute;
    }

    std::vector<CompiledDialect> m_dialects = compile();
    LogReading m_reading;
    LogContext m_context{m_reading};
    const LogDialect *m_chosen = nullptr;
    std::vector<Candidate> m_candidates;
    std::vector<QByteArray> m_containers; ///< parallel to the figures
};

LogReader::LogReader()
    : m_matcher(std::make_unique<Matcher>())
    , m_lines([this](const LogRecord &record) { m_matcher->take(record); })
{
}

LogReader::~LogReader() = default;

void LogReader::feed(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    m_lines.feed(bytes);
}

LogReading LogReader::finish()
{
    m_lines.finish();
    LogReading reading = m_matcher->finish();
    reading.lines = m_lines.lines();
    reading.bytes = m_bytes;
    return reading;
}

Result<LogReading> readLog(QIODevice &device, const LogProgress &progress)
{
    LogReader reader;
    QByteArray chunk(qsizetype(1) << 20, Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        const qint64 got = device.read(chunk.data(), chunk.size());
        if (got < 0)
            return Error{QStringLiteral("cannot-read"),
                         {},
                         Text::tr("it cannot be read (%1)").arg(device.errorString()),
                         ErrorKind::File};
        if (got == 0)
            return reader.finish();
        total += got;
        reader.feed(QByteArrayView(chunk).first(got));
        if (progress && !progress(total))
            return Error{QStringLiteral("stopped"), {}, Text::tr("the reading was stopped"), ErrorKind::File};
    }
}

} // namespace plimsoll
