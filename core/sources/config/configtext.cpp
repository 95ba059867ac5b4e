// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/configtext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

constexpr qsizetype kLargest = 16 * 1024 * 1024;

Error broken(const QString &text)
{
    return {QStringLiteral("bad-config"), {}, text, ErrorKind::File};
}

/// Writes null for Python's names of numbers outside strings.
QByteArray withoutPythonNumbers(const QByteArray &text)
{
    static constexpr std::array<QByteArrayView, 3> names = {"-Infinity", "Infinity", "NaN"};
    QByteArray out;
    out.reserve(text.size() + 16);
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '"')
            inString = !inString;
        if (inString && c == '\\' && i + 1 < text.size())
            out.append(text.at(i++));
        const QByteArrayView rest = QByteArrayView(text).sliced(i);
        const auto name =
            std::find_if(names.begin(), names.end(), [&](QByteArrayView n) { return rest.startsWith(n); });
        if (inString || name == names.end()) {
            out.append(text.at(i));
        } else {
            out.append("null");
            i += name->size() - 1;
        }
    }
    return out;
}

} // namespace

Result<QJsonObject> parseConfigText(const QByteArray &text, const QString &where)
{
    if (text.size() > kLargest)
        return broken(Text::tr("%1 has %2 bytes; a config.json has at most 16 MiB. Choose the model's config.json.")
                          .arg(where)
                          .arg(text.size()));
    const QByteArray json = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::IllegalValue || error.error == QJsonParseError::IllegalNumber)
        document = QJsonDocument::fromJson(withoutPythonNumbers(json), &error);
    if (error.error != QJsonParseError::NoError)
        return broken(Text::tr("%1 is not JSON: %2 at byte %3. Download the file again.")
                          .arg(where, error.errorString())
                          .arg(error.offset));
    if (!document.isObject())
        return broken(Text::tr("%1 holds no JSON object. Choose the model's config.json.").arg(where));
    return document.object();
}

} // namespace plimsoll
