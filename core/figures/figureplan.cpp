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
const char kPngFingerprint[] = "plimsoll.fingerprint";
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

bool isHtml(const QByteArray &bytes)
{
    return metadataDialect(bytes) == MetadataDialect::Html;
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

Error several(const QString &place, qsizetype plans)
{
    return figureError("several-plans", Text::tr("%1: this report carries %n plans: give one of these as a file of its "
                                                 "own, or a report on it alone",
                                                 nullptr, int(plans))
                                            .arg(place));
}

/// Of a PNG: its checksum stands behind all else.
bool isWhole(const QByteArray &png)
{
    const std::optional<PngText> checksum = findPngText(png, kPngChecksum);
    return checksum && checksum->text == checksumOf(without(png, checksum->chunk));
}

/// Of the others: its checksum stands within.
bool isWhole(const QByteArray &file, const FigureMetadata &metadata)
{
    return metadata.checksum == checksumOf(withChecksum(file, blankChecksum()));
}

Result<Plan> planFromPng(const QByteArray &png, const QString &place)
{
    const std::optional<PngText> plan = findPngText(png, kPngPlan);
    if (!plan)
        return withoutPlan(place);
    return isWhole(png) ? planFromBytes(plan->text, place) : changed(place);
}

Result<Plan> planFromMetadata(const QByteArray &file, const QString &place)
{
    const std::optional<FigureMetadata> metadata = findFigureMetadata(file);
    if (!metadata || metadata->plans.isEmpty())
        return withoutPlan(place);
    if (!isWhole(file, *metadata))
        return changed(place);
    if (metadata->plans.size() > 1)
        return several(place, metadata->plans.size());
    return planFromBytes(metadata->plans.constFirst(), place);
}

QByteArray sealed(const QByteArray &file)
{
    return withChecksum(file, checksumOf(file));
}

/// Before the checksum is known.
FigureMetadata unsealed(const std::vector<Plan> &plans, const QByteArray &fingerprint)
{
    FigureMetadata metadata{{}, fingerprint, blankChecksum()};
    for (const Plan &plan : plans)
        metadata.plans << asciiJson(plan);
    return metadata;
}

} // namespace

QByteArray figureXmp(const Plan &plan, const QString &title, const QByteArray &fingerprint)
{
    return reportXmp({plan}, title, fingerprint);
}

QByteArray reportXmp(const std::vector<Plan> &plans, const QString &title, const QByteArray &fingerprint)
{
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           + rdfOf(unsealed(plans, fingerprint), title) + "</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

QByteArray figureWithPlan(const QByteArray &figure, const Plan &plan, const QByteArray &fingerprint)
{
    QByteArray file = figure;
    const auto add = [&file](const char *keyword, const QByteArray &text) {
        file.insert(pngEnd(file), pngTextChunk(keyword, text));
    };
    if (pngEnd(figure) >= 0) {
        add(kPngPlan, asciiJson(plan));
        if (!fingerprint.isEmpty())
            add(kPngFingerprint, fingerprint);
        add(kPngChecksum, checksumOf(file));
        return file;
    }
    if (const qsizetype end = isSvg(figure) ? figure.lastIndexOf(kSvgEnd) : -1; end >= 0) {
        const QByteArray metadata = "<metadata>\n" + rdfOf(unsealed({plan}, fingerprint), {}) + "</metadata>\n";
        return sealed(file.insert(end, metadata));
    }
    return file;
}

QByteArray htmlWithPlans(const QByteArray &html, const std::vector<Plan> &plans, const QByteArray &fingerprint)
{
    QByteArray file = html;
    const qsizetype title = file.indexOf("<title>");
    return title < 0 ? file : sealed(file.insert(title, htmlMetaOf(unsealed(plans, fingerprint))));
}

QByteArray markdownWithFingerprint(const QByteArray &markdown, const QByteArray &fingerprint)
{
    return sealed(markdown + '\n' + markdownCommentOf(unsealed({}, fingerprint)));
}

QByteArray sealFigure(const QByteArray &pdf)
{
    return sealed(pdf);
}

bool isFigure(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || isPdf(bytes) || isSvg(bytes) || isHtml(bytes) || isOtherPicture(bytes);
}

Result<Plan> planFromFigure(const QByteArray &figure, const QString &place)
{
    if (isPng(figure))
        return planFromPng(figure, place);
    if (isSvg(figure) || isPdf(figure) || isHtml(figure))
        return planFromMetadata(figure, place);
    return withoutPlan(place);
}

Result<Plan> planFromFile(const QByteArray &bytes, const QString &place)
{
    return isFigure(bytes) ? planFromFigure(bytes, place) : planFromBytes(bytes, place);
}

DocumentOrigin documentOrigin(const QByteArray &document)
{
    const auto origin = [](const QByteArray &fingerprint, bool whole) {
        if (fingerprint.isEmpty())
            return DocumentOrigin{};
        return DocumentOrigin{whole ? DocumentState::Whole : DocumentState::Changed, fingerprint};
    };
    if (isPng(document)) {
        const std::optional<PngText> fingerprint = findPngText(document, kPngFingerprint);
        return fingerprint ? origin(fingerprint->text, isWhole(document)) : DocumentOrigin{};
    }
    const std::optional<FigureMetadata> metadata = findFigureMetadata(document);
    return metadata ? origin(metadata->fingerprint, isWhole(document, *metadata)) : DocumentOrigin{};
}

} // namespace plimsoll
