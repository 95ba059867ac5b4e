// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logpatterns.h"

#include <algorithm>

namespace plimsoll {
namespace {

constexpr size_t kMostFigures = 20'000;
constexpr size_t kMostSettings = 5'000;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

} // namespace

void LogContext::moveTo(qint64 line, const QString &rank, qint32 repeated)
{
    m_line = line;
    m_rank = rank;
    m_repeated = repeated;
}

void LogContext::begin()
{
    m_reading.starts = std::max(m_reading.starts, 1);
}

void LogContext::figure(Measured what, QStringView printed, Scale scale, const QString &detail)
{
    figureOf(m_rank, what, printed, scale, detail);
}

void LogContext::figureOf(const QString &device, Measured what, QStringView printed, Scale scale, const QString &detail)
{
    begin();
    if (m_reading.figures.size() >= kMostFigures) {
        m_reading.tooMany = true;
        return;
    }
    LogFigure figure;
    figure.what = what;
    figure.rank = device;
    figure.printed = printed.toString();
    bool isNumber = false;
    const double number = QString(figure.printed).remove(QLatin1Char(',')).toDouble(&isNumber);
    if (!isNumber)
        return;
    if (scale == Scale::Plain)
        figure.number = number;
    else
        figure.bytes = Bytes::rounded(number
                                      * (scale == Scale::GiB   ? 1073741824.0
                                         : scale == Scale::MiB ? 1048576.0
                                                               : 1.0));
    figure.repeated = m_repeated;
    figure.start = m_reading.starts - 1;
    figure.model = m_model;
    figure.detail = detail;
    figure.line = m_line;
    m_reading.figures.push_back(std::move(figure));
}

void LogContext::setting(const char *key, QStringView value, bool fromArguments)
{
    const QStringView trimmed = value.trimmed();
    const bool isCut = trimmed.startsWith(QLatin1Char('>')) || trimmed.endsWith(QLatin1Char('>'));
    if (trimmed.isEmpty() || trimmed == QLatin1String("None") || isCut)
        return;
    begin();
    if (m_reading.settings.size() >= kMostSettings) {
        m_reading.tooMany = true;
        return;
    }
    m_reading.settings.push_back({QLatin1String(key), trimmed.toString(), m_reading.starts - 1, fromArguments, m_line});
}

void LogContext::replaceSetting(const char *key, QStringView value)
{
    std::erase_if(m_reading.settings, [&](const LogSetting &each) {
        return each.start == m_reading.starts - 1 && each.key == QLatin1String(key);
    });
    setting(key, value);
}

void LogContext::nextStart()
{
    if (m_reading.starts == 0 || hasFigures())
        ++m_reading.starts;
    m_model = 0;
}

bool LogContext::hasSetting(const char *key) const
{
    return m_reading.starts > 0 && m_reading.setting(key).has_value();
}

bool LogContext::hasFigures() const
{
    return std::any_of(m_reading.figures.begin(), m_reading.figures.end(),
                       [&](const LogFigure &figure) { return figure.start == m_reading.starts - 1; });
}

QStringView fieldValue(QStringView text, const char *key)
{
    const QLatin1String name(key);
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        qsizetype end = at + name.size();
        if (at > 0 && isWordCharacter(text.at(at - 1)))
            continue;
        const bool quotedKey = end < text.size() && text.at(end) == QLatin1Char('\'');
        if (quotedKey)
            ++end;
        if (end >= text.size() || text.at(end) != (quotedKey ? QLatin1Char(':') : QLatin1Char('=')))
            continue;
        ++end;
        while (end < text.size() && text.at(end) == QLatin1Char(' '))
            ++end;
        if (end >= text.size())
            return {};
        const QChar quote = text.at(end);
        if (quote == QLatin1Char('\'') || quote == QLatin1Char('"')) {
            const qsizetype close = text.indexOf(quote, end + 1);
            return close < 0 ? QStringView() : text.mid(end + 1, close - end - 1);
        }
        qsizetype close = end;
        while (close < text.size() && !QStringView(u",)} ").contains(text.at(close)))
            ++close;
        // Cut off at the end of the line: nobody knows how it went on.
        return close == text.size() ? QStringView() : text.mid(end, close - end);
    }
    return {};
}

} // namespace plimsoll
