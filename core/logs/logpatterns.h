// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logreading.h"

#include <QRegularExpression>
#include <QStringView>

#include <array>
#include <span>
#include <vector>

namespace plimsoll {

/// What a captured number is counted in.
enum class Scale : quint8 { None, Plain, Byte, MiB, GiB };

struct FigureCapture {
    int group = 0; ///< of the expression; 0 = none
    Measured what = Measured::Weights;
    Scale scale = Scale::None;
};

struct SettingCapture {
    int group = 0; ///< of the expression; 0 = none
    const char *key = nullptr;
};

/// Where a pattern's record stands, for what a table cannot say.
class LogContext;
struct LogPattern;
using TakeMatch = void (*)(LogContext &context, const QRegularExpressionMatch &match);

/// One kind of line.
struct LogPattern {
    const char *literal;    ///< stands in every line that matches; what makes 200 MB a matter of seconds
    const char *expression; ///< searched for within the record, every time it is there
    std::array<FigureCapture, 7> figures{};
    int deviceGroup = 0; ///< the rank is this group, not the prefix
    int detailGroup = 0; ///< LogFigure::detail of the figures
    TakeMatch take = nullptr;
    std::array<SettingCapture, 5> settings{};
};

/// How one engine writes its start-up log.
struct LogDialect {
    const char *engine;
    std::span<const LogPattern> patterns;
};

const LogDialect &vllmLog();
const LogDialect &sglangLog();
const LogDialect &llamaCppLog(); ///< and ollama, which runs it
const LogDialect &tensorRtLlmLog();

/// What patterns write into. Ranks, repetitions, starts and line numbers are added here.
class LogContext
{
public:
    explicit LogContext(LogReading &reading)
        : m_reading(reading)
    {
    }

    /// The line and the rank that the next figures are of.
    void moveTo(qint64 line, const QString &rank, qint32 repeated);
    void setPlace(qint64 line) { m_line = line; }

    void figure(Measured what, QStringView printed, Scale scale, const QString &detail = {});
    void figureOf(const QString &device, Measured what, QStringView printed, Scale scale, const QString &detail = {});
    /// Values such as None and cut ones ("=>") are left out.
    void setting(const char *key, QStringView value, bool fromArguments = false);
    /// Takes the place of what this start said under the key.
    void replaceSetting(const char *key, QStringView value);
    void setEngine(const char *engine) { m_reading.engine = QLatin1String(engine); }

    /// The engine starts (again): what follows belongs to another start, unless nothing was said since the last one.
    void nextStart();
    /// Another model is loaded beside the first.
    void setModel(qint32 index) { m_model = index; }
    qint32 model() const { return m_model; }
    bool hasSetting(const char *key) const; ///< in this start
    bool hasFigures() const;                ///< in this start
    const QString &rank() const { return m_rank; }
    const LogReading &reading() const { return m_reading; }

private:
    void begin();

    LogReading &m_reading;
    QString m_rank;
    qint64 m_line = 0;
    qint32 m_repeated = 0;
    qint32 m_model = 0;
};

/// The value of key=value or 'key': value in a line of options; null where it is not there.
QStringView fieldValue(QStringView text, const char *key);

} // namespace plimsoll
