// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace plimsoll {

/// A JSON value as a YAML document in block style. Strings are always quoted, as JSON is, so that "on", "1.0" and
/// "null" stay strings. Ends in a line feed.
QString toYaml(const QJsonObject &object);

} // namespace plimsoll
