// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/result.h"
#include "ui/charts/captionlayout.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QFont>
#include <QImage>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <span>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace plimsoll {

class ChartPanel;
struct ChartValues;

/// A chart as a file. The same chart at the same size gives the same bytes.
enum class FigureFormat : quint8 { Png, Svg, Pdf };

/// What a figure is unless somebody asks for another: pixels of 1/96 inch, of its base font, and pixels of a PNG for
/// each of them.
inline constexpr QSize kFigureSize{960, 480};
inline constexpr int kFigureType = 13;
inline constexpr double kFigureScale = 2;

/// A size and its type for where a figure is read.
struct FigurePreset {
    const char *id; ///< "slide"
    QSize size;
    int type; ///< pixels of the base font
};
std::span<const FigurePreset> figurePresets();

/// How a figure is drawn.
struct FigureLook {
    Theme theme = Theme::light();
    QSizeF size = kFigureSize; ///< with the caption
    int type = kFigureType;
    QFont font; ///< its family; not its size
};

/// By the ending of a file's name; error "unknown-figure" for any other.
Result<FigureFormat> figureFormatOf(const QString &path);

/// Draws a chart as it stands, at its own size; `scale` pixels for each of its own.
QImage figureImage(ChartPanel &chart, double scale);

/// What a figure says besides its picture.
struct FigureNotes {
    QString title;               ///< goes into the file's metadata
    QString caption;             ///< below the chart; empty for none
    Plan plan;                   ///< that the file carries
    QByteArray fingerprint = {}; ///< of what it is made from; empty for a figure that nobody brings up to date
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

    /// Below the chart from the next draw() on; empty for none.
    void setCaption(const QString &caption) { m_notes.caption = caption; }
    /// Lays chart and caption out; before anything else.
    void draw(const ChartValues &values, const FigureLook &look);

    QSizeF size() const { return m_size; }
    void render(QPainter *painter, const QRectF &target) const;

    QImage image(double scale) const;
    /// An SVG without the plan, to be put into another document.
    QByteArray drawing() const;
    /// The content of a file in `folder`; empty: of none, as on the clipboard. `scale` is of PNG alone: the others have
    /// no pixels. The plan in it says nothing of the person's own folders: see sharedplan.h.
    QByteArray bytes(FigureFormat format, double scale, const QString &folder = {}) const;
    /// Writes a whole file or leaves the old one as it was.
    std::optional<Error> save(const QString &path, double scale) const;

private:
    QByteArray pngBytes(double scale, const Plan &plan) const;
    QByteArray pdfBytes(const Plan &plan) const;

    std::unique_ptr<ChartPanel> m_chart;
    FigureNotes m_notes;
    CaptionPicture m_caption;
    Theme m_theme = Theme::light();
    QFont m_font;
    QSizeF m_size;
};

} // namespace plimsoll
