// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportpdf.h"

#include "ui/report/brokentext.h"
#include "ui/report/finishedpdf.h"
#include "ui/report/reportstrips.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportPdf)
};

constexpr double kMillimetre = 72 * kDotsPerPoint / 25.4;
constexpr QSizeF kPaper(210 * kMillimetre, 297 * kMillimetre);
constexpr QMarginsF kMargins(18 * kMillimetre, 18 * kMillimetre, 18 * kMillimetre, 24 * kMillimetre);
constexpr double kFooterTop = kPaper.height() - 15 * kMillimetre;

void paintFooter(QPainter *painter, const ReportPdfNotes &notes, size_t page, size_t pages)
{
    PrintStyle style{notes.font, QColor(0x50, 0x58, 0x63)};
    style.font.setPixelSize(qRound(7.5 * kDotsPerPoint));
    style.font.setHintingPreference(QFont::PreferNoHinting);
    const double width = kPaper.width() - kMargins.left() - kMargins.right();
    const BrokenText number(Text::tr("Page %1 of %2").arg(page).arg(pages), style, width);
    const double room = width - number.lineWidth(0) - 10 * kDotsPerPoint;
    const BrokenText words(QFontMetricsF(style.font).elidedText(notes.footer, Qt::ElideRight, room), style, width);
    words.paint(painter, 0, QPointF(kMargins.left(), kFooterTop));
    number.paint(painter, 0, QPointF(kMargins.left() + width - number.lineWidth(0), kFooterTop));
}

} // namespace

QByteArray reportPdf(const Report &report, const std::vector<Figure> &figures, const ReportPdfNotes &notes)
{
    const QSizeF room(kPaper.width() - kMargins.left() - kMargins.right(),
                      kPaper.height() - kMargins.top() - kMargins.bottom());
    const std::vector<Strip> strips = reportStrips(report, figures, room.width(), notes.font);
    const std::vector<PageStrips> pages = paginate(strips, room.height());

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(notes.title);
    writer.setCreator(QStringLiteral("Plimsoll " PLIMSOLL_VERSION));
    writer.setDocumentXmpMetadata(notes.xmp);
    writer.setResolution(int(72 * kDotsPerPoint));
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    QPainter painter(&writer);
    for (size_t i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        for (const PlacedStrip &placed : pages[i]) {
            painter.save();
            strips[size_t(placed.strip)].paint(&painter, QPointF(kMargins.left(), kMargins.top() + placed.top));
            painter.restore();
        }
        paintFooter(&painter, notes, i + 1, pages.size());
    }
    painter.end();
    return finishedPdf(bytes);
}

} // namespace plimsoll
