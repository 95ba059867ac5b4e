// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace plimsoll {

/// A record of a log: one line, or several that a terminal made of one.
struct LogRecord {
    QByteArray text;
    QByteArray container; ///< what docker compose or kubectl wrote before it: "worker-1"
    struct Part {
        qsizetype offset; ///< into text
        qint64 line;      ///< counted from 1
    };
    std::vector<Part> parts;

    qint64 lineAt(qsizetype offset) const;
};

/// Turns the bytes of a log into records, in bounded memory: without colours, zeros and what containers put before a
/// line, out of JSON lines, and joined again where a terminal cut them. Progress bars, which end in carriage returns
/// alone, are lines.
class LogLines
{
public:
    using Sink = std::function<void(const LogRecord &)>;
    explicit LogLines(Sink sink)
        : m_sink(std::move(sink))
    {
    }

    void feed(QByteArrayView bytes);
    /// What is left when the log ends.
    void finish();
    /// Lines so far.
    qint64 lines() const { return m_line; }

private:
    void endPiece(bool endsLine);
    void take(QByteArray line);
    void takeText(QByteArray text, const QByteArray &container);
    void flush();

    Sink m_sink;
    QByteArray m_piece; ///< of a line that has not ended
    qint64 m_line = 0;
    bool m_lineOpen = false;
    bool m_afterCarriage = false;
    LogRecord m_record;
    qsizetype m_lastLength = 0; ///< of the last line of the record
};

/// The line without colours, also where their escape characters were lost, and without zeros.
QByteArray withoutColours(const QByteArray &line);

/// True where a line begins as engines begin theirs, so that it goes on with nothing before it.
bool beginsRecord(QByteArrayView line);

} // namespace plimsoll
