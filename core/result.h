// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace plimsoll {

/// Where a mistake was made; the command line's exit status follows from it.
enum class ErrorKind {
    Typed, ///< something a person typed or chose: exit status 2
    File,  ///< something in a file that cannot be read or is not what it says: exit status 3
};

/// A failure that a person can act on.
struct Error {
    QString code;  ///< stable, kebab-case, for scripts ("unknown-gpu")
    QString field; ///< place in the plan document ("gpus[0].id") or in the file; may be empty
    QString text;  ///< one translated sentence or two: what, where, what to do
    ErrorKind kind = ErrorKind::Typed;
};

/// A value or an Error (g++ 12 has no std::expected). Read value() only after checking.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace plimsoll
