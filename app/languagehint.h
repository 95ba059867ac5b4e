// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace plimsoll {

/// What to install where a language cannot be drawn with the fonts there are; empty where it can. In Chinese and in
/// English, for without a font only the latter can be read. `hasChineseFont`: whether any installed font has Chinese.
QString fontHint(const QString &language, bool hasChineseFont);

/// Whether any installed font has Simplified Chinese. Needs a QGuiApplication.
bool hasChineseFont();

/// The desktop's font, with another behind it for the letters of a language that it may lack: one made for that
/// language, as others draw some of them otherwise. Needs a QGuiApplication.
QFont fontFor(const QString &language, const QFont &desktop);

} // namespace plimsoll
