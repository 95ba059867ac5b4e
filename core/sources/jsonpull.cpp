// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonpull.h"

#include "core/sources/utf8.h"

#include <charconv>
#include <cstring>

namespace plimsoll {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonPull::JsonPull(QByteArrayView text, const QString &place, quint64 base)
    : m_source(text)
    , m_place(place)
    , m_base(base)
{
}

void JsonPull::skipSpace()
{
    while (m_at < m_source.size()) {
        const char c = m_source[m_at];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return;
        ++m_at;
    }
}

JsonPull::Token JsonPull::next()
{
    if (m_error)
        return Token::End;
    skipSpace();
    if (m_state == State::AfterValue && m_depth == 0)
        return m_at == m_source.size() ? Token::End : fail(tr("text follows the end of the JSON."));
    if (m_at == m_source.size())
        return fail(tr("the JSON ends in the middle."));
    char c = m_source[m_at];
    if (m_state == State::AfterValue) {
        const Frame frame = m_frames[m_depth - 1];
        if (c == (frame == Frame::Object ? '}' : ']'))
            return end(frame);
        if (c != ',')
            return fail(frame == Frame::Object ? tr("expected \",\" or \"}\".") : tr("expected \",\" or \"]\"."));
        ++m_at;
        skipSpace();
        m_state = frame == Frame::Object ? State::Key : State::Value;
        c = m_at < m_source.size() ? m_source[m_at] : '\0';
    }
    if (m_state == State::FirstKey && c == '}')
        return end(Frame::Object);
    if (m_state == State::FirstElement && c == ']')
        return end(Frame::Array);
    if (m_state == State::FirstKey || m_state == State::Key) {
        if (c != '"')
            return fail(tr("expected a key in quotes."));
        if (!string())
            return Token::End;
        skipSpace();
        if (m_at == m_source.size() || m_source[m_at] != ':')
            return fail(tr("expected \":\" behind the key."));
        ++m_at;
        m_state = State::Value;
        return Token::Key;
    }
    return value(c);
}

JsonPull::Token JsonPull::value(char first)
{
    m_state = State::AfterValue;
    switch (first) {
    case '{':
        return begin(Frame::Object);
    case '[':
        return begin(Frame::Array);
    case '"':
        return string() ? Token::String : Token::End;
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return first == '-' || isDigit(first) ? number() : fail(tr("expected a value."));
    }
}

JsonPull::Token JsonPull::begin(Frame frame)
{
    if (m_depth == maxDepth)
        return fail(tr("it is nested more than %1 deep.").arg(maxDepth));
    ++m_at;
    m_frames[m_depth++] = frame;
    m_state = frame == Frame::Object ? State::FirstKey : State::FirstElement;
    return frame == Frame::Object ? Token::BeginObject : Token::BeginArray;
}

JsonPull::Token JsonPull::end(Frame frame)
{
    ++m_at;
    --m_depth;
    m_state = State::AfterValue;
    return frame == Frame::Object ? Token::EndObject : Token::EndArray;
}

JsonPull::Token JsonPull::number()
{
    const qsizetype from = m_at;
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (m_at < m_source.size() && isDigit(m_source[m_at]))
            ++m_at;
        return m_at - first;
    };
    const auto take = [this](char c) {
        const bool there = m_at < m_source.size() && m_source[m_at] == c;
        m_at += there;
        return there;
    };
    take('-');
    if (!take('0') && digits() == 0)
        return fail(tr("expected a number."));
    if (take('.') && digits() == 0)
        return fail(tr("expected digits behind the point."));
    if (take('e') || take('E')) {
        if (!take('+'))
            take('-');
        if (digits() == 0)
            return fail(tr("expected digits in the exponent."));
    }
    m_text = m_source.sliced(from, m_at - from);
    return Token::Number;
}

JsonPull::Token JsonPull::literal(const char *word)
{
    const QByteArrayView wanted(word);
    if (m_source.size() - m_at < wanted.size() || m_source.sliced(m_at, wanted.size()) != wanted)
        return fail(tr("expected a value."));
    m_text = m_source.sliced(m_at, wanted.size());
    m_at += wanted.size();
    return Token::Literal;
}

bool JsonPull::string()
{
    const qsizetype from = ++m_at;
    bool escaped = false, plain = true;
    qsizetype copied = from;
    m_unescaped.clear();
    for (; m_at < m_source.size(); ++m_at) {
        const uchar c = uchar(m_source[m_at]);
        if (c == '"')
            break;
        if (c < 0x20) {
            fail(tr("a control character within a text."));
            return false;
        }
        plain = plain && c < 0x80;
        if (c != '\\')
            continue;
        m_unescaped.append(m_source.sliced(copied, m_at - copied));
        escaped = true;
        if (!escape())
            return false;
        copied = m_at + 1;
    }
    if (m_at == m_source.size()) {
        fail(tr("the text in quotes has no end."));
        return false;
    }
    m_text = m_source.sliced(from, m_at - from);
    if (!plain && !isValidUtf8(m_text)) {
        m_at = from;
        fail(QStringLiteral("invalid-utf-8"), {}, tr("the text is not UTF-8."));
        return false;
    }
    if (escaped) {
        m_unescaped.append(m_source.sliced(copied, m_at - copied));
        m_text = m_unescaped;
    }
    ++m_at;
    return true;
}

/// At the backslash before, at the last character of the sequence after.
bool JsonPull::escape()
{
    static constexpr char codes[] = "\"\\/bfnrt";
    static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
    ++m_at;
    const char c = m_at < m_source.size() ? m_source[m_at] : '\0';
    const char *known = c == '\0' ? nullptr : strchr(codes, c);
    if (known) {
        m_unescaped.append(meanings[known - codes]);
        return true;
    }
    quint32 unit = 0;
    if (c != 'u' || !hex(unit)) {
        fail(tr("no such escape sequence."));
        return false;
    }
    char32_t code = unit;
    if (unit >= 0xd800 && unit < 0xe000) {
        quint32 low = 0;
        const bool pair =
            unit < 0xdc00 && m_source.size() - m_at > 2 && m_source[m_at + 1] == '\\' && m_source[m_at + 2] == 'u';
        m_at += pair ? 2 : 0;
        if (!pair || !hex(low) || low < 0xdc00 || low >= 0xe000) {
            fail(tr("half of a surrogate pair."));
            return false;
        }
        code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    m_unescaped.append(QString::fromUcs4(&code, 1).toUtf8());
    return true;
}

bool JsonPull::hex(quint32 &unit)
{
    if (m_source.size() - m_at < 5)
        return false;
    const char *from = m_source.data() + m_at + 1;
    const auto [end, error] = std::from_chars(from, from + 4, unit, 16);
    m_at += 4;
    return error == std::errc() && end == from + 4;
}

std::optional<quint64> JsonPull::count() const
{
    quint64 value = 0;
    const auto [end, error] = std::from_chars(m_text.begin(), m_text.end(), value);
    if (error != std::errc() || end != m_text.end())
        return std::nullopt;
    return value;
}

void JsonPull::skipValue()
{
    const int depth = m_depth;
    do {
        const Token token = next();
        if (token == Token::End)
            return;
        if (token == Token::EndObject || token == Token::EndArray) {
            if (m_depth < depth) // the end of what surrounds it: there was no value
                return;
        }
    } while (m_depth > depth);
}

bool JsonPull::expect(Token token, const QString &what)
{
    const qsizetype at = m_at;
    if (next() == token)
        return true;
    if (!m_error) {
        m_at = at;
        fail(QStringLiteral("bad-json"), {}, what);
    }
    return false;
}

void JsonPull::expectEnd()
{
    if (ok() && next() != Token::End)
        fail(tr("text follows the end of the JSON."));
}

JsonPull::Token JsonPull::fail(const QString &what)
{
    fail(QStringLiteral("bad-json"), {}, what);
    return Token::End;
}

void JsonPull::fail(const QString &code, const QString &field, const QString &what)
{
    if (m_error)
        return;
    const QString where = field.isEmpty() ? QStringLiteral("byte %1").arg(offset()) : field;
    const QString text = field.isEmpty() ? tr("%1: At byte %2: %3").arg(m_place).arg(offset()).arg(what)
                                         : tr("%1: %2, before byte %3: %4").arg(m_place, field).arg(offset()).arg(what);
    m_error = Error{code, where, text, ErrorKind::File};
}

} // namespace plimsoll
