// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/loglines.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

namespace plimsoll {
namespace {

constexpr qsizetype kLongestPiece = qsizetype(1) << 18;
constexpr qsizetype kLongestRecord = qsizetype(1) << 16;
/// Narrower terminals are not in use, and lines that end before were not cut.
constexpr qsizetype kNarrowestTerminal = 72;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The length of a colour sequence that begins with this '[', its end included; 0 = none. Without its escape character
/// only one that ends in 'm' is taken for one.
qsizetype colourLength(const char *at, const char *end, bool escaped)
{
    const char *c = at + 1;
    while (c < end && (isDigit(*c) || *c == ';' || (escaped && *c == '?')))
        ++c;
    if (c == end)
        return 0;
    if (*c == 'm' && (escaped || c - at > 1))
        return c - at + 1;
    return escaped && isLetter(*c) ? c - at + 1 : 0;
}

/// "name-1  | ", "[pod/name/container] ", "2026-01-02T03:04:05Z stdout F ": takes it off and gives what it names.
QByteArray takeContainer(QByteArray &line)
{
    if (line.startsWith("[pod/")) {
        const qsizetype end = line.indexOf("] ");
        if (end > 0 && end < 200) {
            const QByteArray name = line.mid(5, end - 5);
            line.remove(0, end + 2);
            return name;
        }
    }
    for (const char *stream : {" stdout F ", " stderr F "}) {
        const qsizetype at = QByteArrayView(line).first(std::min<qsizetype>(line.size(), 60)).indexOf(stream);
        if (at > 0 && isDigit(line.front())) {
            line.remove(0, at + 10);
            return {};
        }
    }
    const qsizetype bar = QByteArrayView(line).first(std::min<qsizetype>(line.size(), 80)).indexOf('|');
    if (bar < 1 || bar + 1 >= line.size() || line.at(bar + 1) != ' ' || line.at(bar - 1) != ' ')
        return {};
    const QByteArray name = line.first(bar).trimmed();
    const bool isName = !name.isEmpty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.';
    });
    if (!isName)
        return {};
    line.remove(0, bar + 2);
    return name;
}

/// The message of a line that a container runtime or a logging library wrote as JSON; nothing where it is not one.
QByteArray messageOfJson(const QByteArray &line)
{
    if (!line.startsWith('{') || !line.endsWith('}') || line.size() > kLongestRecord)
        return {};
    if (!line.contains("\"message\"") && !line.contains("\"log\"") && !line.contains("\"msg\""))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    for (const char *key : {"message", "log", "msg"}) {
        const QString message = object.value(QLatin1String(key)).toString();
        if (!message.isEmpty())
            return message.toUtf8();
    }
    return {};
}

bool startsWithAny(QByteArrayView line, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return line.startsWith(word); });
}

/// "llama_kv_cache: ", "main: ", "load_tensors: ": a function of llama.cpp and a colon.
bool beginsWithFunction(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && at < 60
           && ((line[at] >= 'a' && line[at] <= 'z') || isDigit(line[at]) || line[at] == '_'))
        ++at;
    if (at < 3 || at + 1 >= line.size() || line[at] != ':' || line[at + 1] != ' ')
        return false;
    const QByteArrayView name = line.first(at);
    return name.contains('_') || name == "main" || name == "init" || name == "load" || name == "build"
           || name == "warmup";
}

} // namespace

qint64 LogRecord::lineAt(qsizetype offset) const
{
    qint64 line = parts.empty() ? 0 : parts.front().line;
    for (const Part &part : parts) {
        if (part.offset > offset)
            break;
        line = part.line;
    }
    return line;
}

QByteArray withoutColours(const QByteArray &line)
{
    const bool mayHaveColour = line.contains('[') || line.contains('\x1b');
    if (!mayHaveColour && !line.contains('\0'))
        return line;
    QByteArray clean;
    clean.reserve(line.size());
    const char *const end = line.constData() + line.size();
    for (const char *c = line.constData(); c < end; ++c) {
        if (*c == '\0')
            continue;
        const bool escape = *c == '\x1b';
        const bool caret = *c == '^' && c + 1 < end && c[1] == '[';
        if (escape || caret) {
            const char *bracket = c + (caret && c + 2 < end && c[2] == '[' ? 2 : 1);
            const qsizetype length = bracket < end && *bracket == '[' ? colourLength(bracket, end, true) : 0;
            if (length > 0)
                c = bracket + length - 1;
            else if (caret)
                clean.append(*c);
            continue;
        }
        if (*c == '[') {
            if (const qsizetype length = colourLength(c, end, false); length > 0) {
                c += length - 1;
                continue;
            }
        }
        clean.append(*c);
    }
    return clean;
}

bool beginsRecord(QByteArrayView line)
{
    if (line.isEmpty())
        return true;
    const char first = line.front();
    if (first == '(' || first == '/')
        return true;
    if (first == '[')
        return !line.startsWith("[repeated");
    if (first == '{')
        return line.startsWith("{\"");
    if (line.size() > 12 && isDigit(first) && isDigit(line[1]) && isDigit(line[3])
        && (line[4] == '-' || line[4] == '/'))
        return true; // a date
    if (startsWithAny(line, {"INFO", "WARNING", "ERROR", "DEBUG", "CRITICAL", "Loading", "Capturing", "Traceback",
                             "time=", "server_args", "Process ", "ggml", "llm_", "| "}))
        return true;
    return beginsWithFunction(line) || line.contains("buffer size") || line.contains("KV self size");
}

void LogLines::feed(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end) {
        const size_t left = size_t(end - at);
        const auto *feedEnd = static_cast<const char *>(std::memchr(at, '\n', left));
        const size_t lineLength = feedEnd ? size_t(feedEnd - at) : left;
        const auto *carriage = static_cast<const char *>(std::memchr(at, '\r', lineLength));
        const char *stop = carriage ? carriage : feedEnd ? feedEnd : end;
        while (stop - at > kLongestPiece - m_piece.size()) {
            const qsizetype part = kLongestPiece - m_piece.size();
            m_piece.append(at, part);
            at += part;
            endPiece(false);
        }
        m_piece.append(at, stop - at);
        m_lineOpen = m_lineOpen || stop > at;
        at = stop;
        if (at < end) {
            endPiece(*at == '\n');
            ++at;
        }
    }
}

void LogLines::endPiece(bool endsLine)
{
    const bool secondHalfOfEnd = m_piece.isEmpty() && endsLine && m_afterCarriage;
    m_afterCarriage = !endsLine;
    if (!secondHalfOfEnd && (!m_piece.isEmpty() || endsLine)) {
        QByteArray piece;
        piece.swap(m_piece);
        take(std::move(piece));
    }
    m_lineOpen = !endsLine;
    m_line += endsLine ? 1 : 0;
}

void LogLines::finish()
{
    if (m_lineOpen || !m_piece.isEmpty())
        endPiece(true);
    flush();
}

void LogLines::take(QByteArray line)
{
    line = withoutColours(line);
    // Blanks up to a terminal's edge go; a single one may be where the line was cut.
    qsizetype length = line.size();
    while (length > 0 && (line.at(length - 1) == ' ' || line.at(length - 1) == '\t'))
        --length;
    if (line.size() - length > 1)
        line.truncate(length);
    const QByteArray container = takeContainer(line);
    const QByteArray message = messageOfJson(line);
    if (message.isEmpty()) {
        takeText(std::move(line), container);
        return;
    }
    for (const QByteArray &each : message.split('\n'))
        takeText(withoutColours(each), container);
}

void LogLines::takeText(QByteArray text, const QByteArray &container)
{
    const bool goesOn = m_lastLength >= kNarrowestTerminal && container == m_record.container && !beginsRecord(text)
                        && m_record.text.size() + text.size() <= kLongestRecord;
    if (!goesOn) {
        flush();
        m_record.container = container;
    }
    m_lastLength = text.size();
    m_record.parts.push_back({m_record.text.size(), m_line + 1});
    m_record.text += text;
}

void LogLines::flush()
{
    if (!m_record.text.isEmpty())
        m_sink(m_record);
    m_record.text.resize(0);
    m_record.parts.clear();
    m_lastLength = 0;
}

} // namespace plimsoll
