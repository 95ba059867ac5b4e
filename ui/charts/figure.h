// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <optional>

namespace plimsoll {

class ChartPanel;

/// A chart as a file. The same chart at the same size gives the same bytes.
enum class FigureFormat : quint8 { Png, Svg, Pdf };

/// By the ending of a file's name; nothing for any other ending.
std::optional<FigureFormat> figureFormatOf(const QString &path);

/// Draws a chart as it stands, at its own size; `scale` pixels for each of its own.
QImage figureImage(ChartPanel &chart, double scale);

/// The content of a file. `scale` is of PNG alone: the others have no pixels. `title` goes into the file's metadata.
QByteArray figureBytes(ChartPanel &chart, FigureFormat format, double scale, const QString &title);

/// Writes a whole file or leaves the old one as it was.
std::optional<Error> saveFigure(ChartPanel &chart, const QString &path, double scale, const QString &title);

} // namespace plimsoll
