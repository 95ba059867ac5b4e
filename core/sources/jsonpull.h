// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>

#include <optional>

namespace plimsoll {

/// Reads a JSON text token by token and keeps nothing: a header of 90,000 tensors would take QJsonDocument several
/// times its size and the greater part of the time. As strict as RFC 8259; nested at most maxDepth deep. The first
/// failure is kept, and every token after it is End.
class JsonPull
{
    Q_DECLARE_TR_FUNCTIONS(JsonPull)
public:
    enum class Token { BeginObject, EndObject, BeginArray, EndArray, Key, String, Number, Literal, End };
    static constexpr int maxDepth = 64;

    /// `text` must live on. `place` names the file, `base` is the text's offset in it.
    JsonPull(QByteArrayView text, const QString &place, quint64 base = 0);

    Token next();
    /// Of a key or string, unescaped; of a number or literal as written. Valid until the next token.
    QByteArrayView text() const { return m_text; }
    /// The number as a whole one that is not negative; an error for the reader where it is not one.
    std::optional<quint64> count() const;
    /// Skips the value that comes next, whatever it is.
    void skipValue();
    /// Takes the next token and fails unless it is that one. `what` says what was expected.
    bool expect(Token token, const QString &what);
    /// Nothing but white space may follow.
    void expectEnd();

    bool ok() const { return !m_error; }
    const Error &error() const { return *m_error; }
    quint64 offset() const { return m_base + quint64(m_at); }
    /// `field` is the key that is wrong, or empty.
    void fail(const QString &code, const QString &field, const QString &what);

private:
    enum class State : quint8 { Value, FirstKey, Key, FirstElement, AfterValue };
    enum class Frame : quint8 { Object, Array };

    void skipSpace();
    Token fail(const QString &what);
    Token value(char first);
    Token begin(Frame frame);
    Token end(Frame frame);
    Token number();
    Token literal(const char *word);
    bool string();
    bool escape();
    bool hex(quint32 &unit);

    QByteArrayView m_source;
    QString m_place;
    quint64 m_base;
    qsizetype m_at = 0;
    State m_state = State::Value;
    Frame m_frames[maxDepth] = {};
    int m_depth = 0;
    QByteArrayView m_text;
    QByteArray m_unescaped;
    std::optional<Error> m_error;
};

} // namespace plimsoll
