// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QSize>
#include <QString>

#include <memory>
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

/// Draws a chart as it stands, at its own size; `scale` pixels for each of its own.
QImage figureImage(ChartPanel &chart, double scale);

/// What a figure says besides its picture.
struct FigureNotes {
    QString title; ///< goes into the file's metadata
    Plan plan;     ///< that the file carries
};

/// A chart for a document: it names its colours, and its type has the same size wherever it was drawn before.
class Figure
{
public:
    Figure(std::unique_ptr<ChartPanel> chart, FigureNotes notes);
    ~Figure();
    Figure(Figure &&) noexcept;
    Figure &operator=(Figure &&) noexcept;

    const ChartPanel &chart() const { return *m_chart; }

    /// Lays the chart out; before anything else. `font` gives the family, not the size.
    void draw(const ChartValues &values, Theme theme, QSizeF size, const QFont &font);

    QImage image(double scale) const;
    /// The content of a file. `scale` is of PNG alone: the others have no pixels.
    QByteArray bytes(FigureFormat format, double scale) const;
    /// Writes a whole file or leaves the old one as it was.
    std::optional<Error> save(const QString &path, double scale) const;

private:
    QByteArray pngBytes(double scale) const;
    QByteArray svgBytes() const;
    QByteArray pdfBytes() const;

    std::unique_ptr<ChartPanel> m_chart;
    FigureNotes m_notes;
};

} // namespace plimsoll
