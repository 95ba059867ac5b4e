// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figureplan.h"

#include "core/figures/figuremetadata.h"
#include "core/figures/pngchunks.h"
#include "core/planning/plandocumentjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FigurePlan)
};

const char kPngPlan[] = "plimsoll.plan";
const char kPngChecksum[] = "plimsoll.sha256";
constexpr QByteArrayView kSvgEnd("</svg>");

/// Only ASCII, so that it is the same in every encoding and holds nothing that XML does not allow.
QByteArray asciiJson(const Plan &plan)
{
    const QString json = QString::fromUtf8(QJsonDocument(planToJson(plan)).toJson(QJsonDocument::Compact));
    QByteArray ascii;
    ascii.reserve(json.size());
    for (const QChar c : json) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
            ascii += char(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

QByteArray checksumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray without(QByteArray bytes, ByteRange range)
{
    return bytes.remove(range.begin, range.size);
}

bool isSvg(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(1024).trimmed();
    return head.startsWith("<svg") || head.startsWith("<?xml") || head.startsWith("\xef\xbb\xbf<")
           || head.startsWith("<!DOCTYPE svg") || head.startsWith("<!--");
}

bool isPdf(const QByteArray &bytes)
{
    return bytes.startsWith("%PDF");
}

/// Pictures that Plimsoll does not write, but that become of its own when another program saves them.
bool isOtherPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF8") || bytes.startsWith("II*")
           || bytes.startsWith("MM\0*") || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
}

Error figureError(const char *code, const QString &text)
{
    return {QLatin1String(code), {}, text, ErrorKind::File};
}

Error withoutPlan(const QString &place)
{
    return figureError("figure-without-plan",
                       Text::tr("%1: this figure carries no plan: another program made it, or took it out. Give a "
                                "figure as Plimsoll wrote it, or the plan itself")
                           .arg(place));
}

Error changed(const QString &place)
{
    return figureError(
        "figure-changed",
        Text::tr("%1: this figure was changed after Plimsoll made it, so it carries no plan that is sure "
                 "to be its own. Give the figure as Plimsoll wrote it, or the plan itself")
            .arg(place));
}

Result<Plan> planFromPng(const QByteArray &png, const QString &place)
{
    const std::optional<PngText> plan = findPngText(png, kPngPlan);
    if (!plan)
        return withoutPlan(place);
    const std::optional<PngText> checksum = findPngText(png, kPngChecksum);
    if (!checksum || checksum->text != checksumOf(without(png, checksum->chunk)))
        return changed(place);
    return planFromBytes(plan->text, place);
}

Result<Plan> planFromMetadata(const QByteArray &file, const QString &place)
{
    const std::optional<FigureMetadata> metadata = findFigureMetadata(file);
    if (!metadata)
        return withoutPlan(place);
    if (metadata->checksum != checksumOf(withChecksum(file, blankChecksum())))
        return changed(place);
    return planFromBytes(metadata->plan, place);
}

QByteArray sealed(const QByteArray &file)
{
    return withChecksum(file, checksumOf(file));
}

} // namespace

QByteArray figureXmp(const Plan &plan, const QString &title)
{
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           + rdfOf({asciiJson(plan), blankChecksum()}, title) + "</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

QByteArray figureWithPlan(const QByteArray &figure, const Plan &plan)
{
    QByteArray file = figure;
    if (const qsizetype end = pngEnd(figure); end >= 0) {
        file.insert(end, pngTextChunk(kPngPlan, asciiJson(plan)));
        return file.insert(pngEnd(file), pngTextChunk(kPngChecksum, checksumOf(file)));
    }
    if (const qsizetype end = isSvg(figure) ? figure.lastIndexOf(kSvgEnd) : -1; end >= 0) {
        const QByteArray metadata = "<metadata>\n" + rdfOf({asciiJson(plan), blankChecksum()}, {}) + "</metadata>\n";
        return sealed(file.insert(end, metadata));
    }
    return file;
}

QByteArray sealFigure(const QByteArray &pdf)
{
    return sealed(pdf);
}

bool isFigure(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || isPdf(bytes) || isSvg(bytes) || isOtherPicture(bytes);
}

Result<Plan> planFromFigure(const QByteArray &figure, const QString &place)
{
    if (isPng(figure))
        return planFromPng(figure, place);
    if (isSvg(figure) || isPdf(figure))
        return planFromMetadata(figure, place);
    return withoutPlan(place);
}

Result<Plan> planFromFile(const QByteArray &bytes, const QString &place)
{
    return isFigure(bytes) ? planFromFigure(bytes, place) : planFromBytes(bytes, place);
}

} // namespace plimsoll
