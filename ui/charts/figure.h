// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QSize>
#include <QString>

#include <optional>

namespace plimsoll {

class ChartPanel;
struct ChartValues;

/// A chart as a file. The same chart at the same size gives the same bytes.
enum class FigureFormat : quint8 { Png, Svg, Pdf };

/// What a figure is unless somebody asks for another: pixels of 1/96 inch, and pixels of a PNG for each of them.
inline constexpr QSize kFigureSize{960, 480};
inline constexpr double kFigureScale = 2;

/// By the ending of a file's name; error "unknown-figure" for any other.
Result<FigureFormat> figureFormatOf(const QString &path);

/// Makes a chart one for a document: it names its colours, and its type has the same size whatever `font` is in.
void setUpFigure(ChartPanel &chart, const ChartValues &values, Theme theme, QSizeF size, const QFont &font);

/// Draws a chart as it stands, at its own size; `scale` pixels for each of its own.
QImage figureImage(ChartPanel &chart, double scale);

/// The content of a file. `scale` is of PNG alone: the others have no pixels. `title` goes into the file's metadata.
QByteArray figureBytes(ChartPanel &chart, FigureFormat format, double scale, const QString &title);

/// Writes a whole file or leaves the old one as it was.
std::optional<Error> saveFigure(ChartPanel &chart, const QString &path, double scale, const QString &title);

} // namespace plimsoll
