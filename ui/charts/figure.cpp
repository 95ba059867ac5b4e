// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure.h"

#include "ui/charts/chartpanel.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr int kFigureType = 13;  ///< pixels of the base font
constexpr int kDotsPerInch = 96; ///< what a chart's pixels are on paper

QByteArray pngBytes(ChartPanel &chart, double scale, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), title);
    writer.write(figureImage(chart, scale));
    return bytes;
}

QByteArray svgBytes(ChartPanel &chart, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), chart.size()));
    generator.setResolution(kDotsPerInch);
    generator.setTitle(title);
    generator.setDescription(chart.description());
    QPainter painter(&generator);
    chart.render(&painter, QRectF(QPointF(0, 0), chart.size()));
    painter.end();
    return bytes;
}

/// QPdfWriter stamps the clock. The time becomes a constant of the same length, so that no offset in the file moves.
void removeClock(QByteArray &pdf)
{
    const QByteArray field("/CreationDate (D:");
    const QByteArray time("20000101000000");
    const qsizetype at = pdf.indexOf(field);
    if (at >= 0)
        pdf.replace(at + field.size(), time.size(), time);
}

QByteArray pdfBytes(ChartPanel &chart, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Plimsoll " PLIMSOLL_VERSION));
    writer.setResolution(kDotsPerInch);
    const QSizeF points = chart.size() * 72.0 / kDotsPerInch;
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    QPainter painter(&writer);
    chart.render(&painter, QRectF(QPointF(0, 0), chart.size()));
    painter.end();
    removeClock(bytes);
    return bytes;
}

} // namespace

Result<FigureFormat> figureFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        return FigureFormat::Png;
    if (ending == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    return Error{QStringLiteral("unknown-figure"),
                 {},
                 Text::tr("%1: a figure is a file that ends in .svg, .pdf or .png").arg(QDir::toNativeSeparators(path)),
                 ErrorKind::Typed};
}

void setUpFigure(ChartPanel &chart, const ChartValues &values, Theme theme, QSizeF size, const QFont &font)
{
    QFont type = font;
    type.setPixelSize(kFigureType);
    chart.setFont(type);
    chart.setLegend(true);
    chart.resize(size);
    chart.update(values, theme);
}

QImage figureImage(ChartPanel &chart, double scale)
{
    QImage image((chart.size() * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kDotsPerInch * scale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    QPainter painter(&image);
    chart.render(&painter, QRectF(image.rect()));
    painter.end();
    return image;
}

QByteArray figureBytes(ChartPanel &chart, FigureFormat format, double scale, const QString &title)
{
    switch (format) {
    case FigureFormat::Png:
        return pngBytes(chart, scale, title);
    case FigureFormat::Svg:
        return svgBytes(chart, title);
    case FigureFormat::Pdf:
        break;
    }
    return pdfBytes(chart, title);
}

std::optional<Error> saveFigure(ChartPanel &chart, const QString &path, double scale, const QString &title)
{
    const Result<FigureFormat> format = figureFormatOf(path);
    if (!format)
        return format.error();
    QSaveFile file(path);
    const QByteArray bytes = figureBytes(chart, *format, scale, title);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Error{QStringLiteral("cannot-write"),
                 {},
                 Text::tr("%1 could not be written (%2); choose another folder or free some room")
                     .arg(QDir::toNativeSeparators(path), file.errorString()),
                 ErrorKind::File};
}

} // namespace plimsoll
