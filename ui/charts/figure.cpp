// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figure.h"

#include "core/figures/figureplan.h"
#include "core/planning/sharedplan.h"
#include "ui/charts/chartpanel.h"
#include "ui/report/finishedpdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontInfo>
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

/// A column of text 6.5 inches wide, the area below the title of a slide of 13.3 inches, a poster read from afar.
constexpr FigurePreset kPresets[] = {
    {"document", {624, 400}, 12},
    {"slide", {1200, 560}, 19},
    {"poster", {2880, 1600}, 44},
};

constexpr int kDotsPerInch = 96; ///< what a chart's pixels are on paper

/// Readers of an SVG do not know "Sans Serif", as Qt calls what the system prefers, and show Times. They are told which
/// family it was, the one most like DejaVu Sans in width, and that it has no serifs.
QByteArray withFontsOfOthers(QByteArray svg, const QFont &font)
{
    const auto attribute = [](const QString &families) {
        return QStringLiteral("font-family=\"%1\"").arg(families.toHtmlEscaped()).toUtf8();
    };
    const QString families = QFontInfo(font).family() + QStringLiteral(", Verdana, sans-serif");
    return svg.replace(attribute(font.family()), attribute(families));
}

template <typename Paint>
QImage painted(QSizeF size, double scale, Paint paint)
{
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kDotsPerInch * scale / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(&painter, QRectF(image.rect()));
    painter.end();
    return image;
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

std::span<const FigurePreset> figurePresets()
{
    return kPresets;
}

QImage figureImage(ChartPanel &chart, double scale)
{
    return painted(chart.size(), scale,
                   [&](QPainter *painter, const QRectF &target) { chart.render(painter, target); });
}

Figure::Figure(std::unique_ptr<ChartPanel> chart, FigureNotes notes)
    : m_chart(std::move(chart))
    , m_notes(std::move(notes))
{
}

Figure::~Figure() = default;
Figure::Figure(Figure &&) noexcept = default;
Figure &Figure::operator=(Figure &&) noexcept = default;

void Figure::draw(const ChartValues &values, const FigureLook &look)
{
    QFont type = look.font;
    type.setPixelSize(look.type);
    m_theme = look.theme;
    m_font = type;
    m_size = look.size;
    m_caption = placeCaption(m_notes.caption, m_size.width(), TypeScale(type));
    m_chart->setFont(type);
    m_chart->setLegend(true);
    m_chart->resize(m_size - QSizeF(0, m_caption.height));
    m_chart->update(values, look.theme);
}

void Figure::render(QPainter *painter, const QRectF &target) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(target.topLeft());
    painter->scale(target.width() / m_size.width(), target.height() / m_size.height());
    // Of one piece: between two grounds an edge would be smoothed against what is below.
    painter->fillRect(QRectF(QPointF(0, 0), m_size), m_theme.color(ThemeColor::Panel));
    m_chart->render(painter, QRectF(QPointF(0, 0), m_chart->size()));
    painter->translate(0, m_chart->size().height());
    paintTexts(painter, m_caption.texts, m_theme);
    painter->restore();
}

QImage Figure::image(double scale) const
{
    return painted(m_size, scale, [this](QPainter *painter, const QRectF &target) { render(painter, target); });
}

QByteArray Figure::pngBytes(double scale, const Plan &plan) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), m_notes.title);
    writer.write(image(scale));
    return figureWithPlan(bytes, plan, m_notes.fingerprint);
}

QByteArray Figure::drawing() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), m_size));
    generator.setResolution(kDotsPerInch);
    generator.setTitle(m_notes.title);
    generator.setDescription(m_chart->description());
    QPainter painter(&generator);
    render(&painter, QRectF(QPointF(0, 0), m_size));
    painter.end();
    return withFontsOfOthers(bytes, m_font);
}

QByteArray Figure::pdfBytes(const Plan &plan) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_notes.title);
    writer.setCreator(QStringLiteral("Plimsoll " PLIMSOLL_VERSION));
    writer.setDocumentXmpMetadata(figureXmp(plan, m_notes.title, m_notes.fingerprint));
    writer.setResolution(kDotsPerInch);
    const QSizeF points = m_size * 72.0 / kDotsPerInch;
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    QPainter painter(&writer);
    render(&painter, QRectF(QPointF(0, 0), m_size));
    painter.end();
    return finishedPdf(bytes);
}

QByteArray Figure::bytes(FigureFormat format, double scale, const QString &folder) const
{
    const Plan plan = sharedPlan(m_notes.plan, folder);
    switch (format) {
    case FigureFormat::Png:
        return pngBytes(scale, plan);
    case FigureFormat::Svg:
        return figureWithPlan(drawing(), plan, m_notes.fingerprint);
    case FigureFormat::Pdf:
        break;
    }
    return pdfBytes(plan);
}

std::optional<Error> Figure::save(const QString &path, double scale) const
{
    const Result<FigureFormat> format = figureFormatOf(path);
    if (!format)
        return format.error();
    QSaveFile file(path);
    const QByteArray content = bytes(*format, scale, QFileInfo(path).path());
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return Error{QStringLiteral("cannot-write"),
                 {},
                 Text::tr("%1 could not be written (%2); choose another folder or free some room")
                     .arg(QDir::toNativeSeparators(path), file.errorString()),
                 ErrorKind::File};
}

} // namespace plimsoll
