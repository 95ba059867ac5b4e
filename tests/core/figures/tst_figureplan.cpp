// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figureplan.h"
#include "core/figures/pngchunks.h"
#include "core/planning/pinnedplan.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace plimsoll;

namespace {

const QString kPlace = QStringLiteral("figure");

/// One grey pixel.
QByteArray smallPng()
{
    return QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a"
                               "49444154789c636800000082008177cd72b60000000049454e44ae426082");
}

QByteArray smallSvg()
{
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>)"
           "\n<svg width=\"1mm\" height=\"1mm\" xmlns=\"http://www.w3.org/2000/svg\"><text>132</text>\n</svg>\n";
}

/// As far as a reader of metadata looks.
QByteArray smallPdf(const QByteArray &xmp)
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Metadata /Subtype /XML /Length " + QByteArray::number(xmp.size())
           + " >>\nstream\n" + xmp + "\nendstream\nendobj\ntrailer\n<< >>\n%%EOF\n";
}

Plan somePlan()
{
    Plan plan;
    plan.name = QStringLiteral("a <b> & \"c\" </plimsoll:plan> %1 \u00e9 \u65b9\u6848 \U0001f6a2\n\ufffe");
    plan.model = NamedModel{QStringLiteral("Qwen/Qwen2.5-7B-Instruct")};
    plan.weights = QStringLiteral("int4");
    plan.contextLength = 131072;
    plan.sequences = 7;
    plan.gpus = {GpuChoice{QStringLiteral("nvidia-h100-sxm-80gb"), 2}};
    plan.unknown = {{QStringLiteral("note"), QStringLiteral("kept")}};
    Plan pinned;
    pinned.model = FreeSize{13'000'000'000};
    plan.pins = Pins({{QStringLiteral("the other"), pinned, {}}});
    return plan;
}

QByteArray figureOf(const QString &format)
{
    if (format == QLatin1String("png"))
        return figureWithPlan(smallPng(), somePlan());
    if (format == QLatin1String("svg"))
        return figureWithPlan(smallSvg(), somePlan());
    return sealFigure(smallPdf(figureXmp(somePlan(), QStringLiteral("4 < 5 & \"6\"\u0001"))));
}

const QByteArray kFingerprint(64, 'f');

QByteArray smallHtml()
{
    return "<!DOCTYPE html>\n<html><head><title>t</title></head><body><svg><title>4</title></svg></body></html>\n";
}

/// Every kind of document with a fingerprint.
QByteArray documentOf(const QString &format)
{
    if (format == QLatin1String("png"))
        return figureWithPlan(smallPng(), somePlan(), kFingerprint);
    if (format == QLatin1String("svg"))
        return figureWithPlan(smallSvg(), somePlan(), kFingerprint);
    if (format == QLatin1String("html"))
        return htmlWithPlans(smallHtml(), {somePlan()}, kFingerprint);
    if (format == QLatin1String("md"))
        return markdownWithFingerprint("# t\n\n<!-- plimsoll:fingerprint 00 -->\n", kFingerprint);
    return sealFigure(smallPdf(figureXmp(somePlan(), QStringLiteral("t"), kFingerprint)));
}

void documents()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "pdf", "html", "md"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

QByteArray withoutFigure(const QString &format)
{
    if (format == QLatin1String("png"))
        return smallPng();
    return format == QLatin1String("svg") ? smallSvg() : smallPdf("<x:xmpmeta/>");
}

void formats()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "pdf"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

QString codeOf(const QByteArray &figure)
{
    const Result<Plan> plan = planFromFigure(figure, kPlace);
    return plan ? QString() : plan.error().code;
}

} // namespace

class FigurePlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carries_data() { formats(); }
    void carries();
    void sameBytes_data() { formats(); }
    void sameBytes();
    void stripped_data() { formats(); }
    void stripped();
    void everyChangedByte_data() { formats(); }
    void everyChangedByte();
    void everyCutEnd_data() { formats(); }
    void everyCutEnd();
    void moreBehindTheEnd_data() { formats(); }
    void moreBehindTheEnd();
    void hostile_data();
    void hostile();
    void htmlCarriesPlan();
    void several_data();
    void several();
    void fingerprint_data() { documents(); }
    void fingerprint();
    void fingerprintOfEveryChangedByte_data() { documents(); }
    void fingerprintOfEveryChangedByte();
    void withoutFingerprint();
    void xmlIsWellFormed();
    void pngChunk();
    void kinds_data();
    void kinds();
};

void FigurePlanTest::carries()
{
    QFETCH(QString, format);
    const QByteArray figure = figureOf(format);
    QVERIFY(isFigure(figure));
    const Result<Plan> plan = planFromFigure(figure, kPlace);
    QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().text));
    QCOMPARE(*plan, somePlan());
    QCOMPARE(*planFromFile(figure, kPlace), somePlan());
}

void FigurePlanTest::sameBytes()
{
    QFETCH(QString, format);
    QCOMPARE(figureOf(format), figureOf(format));
}

void FigurePlanTest::stripped()
{
    QFETCH(QString, format);
    const Result<Plan> plan = planFromFigure(withoutFigure(format), kPlace);
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().code, QStringLiteral("figure-without-plan"));
    QCOMPARE(int(plan.error().kind), int(ErrorKind::File));
    QVERIFY(plan.error().text.startsWith(QStringLiteral("figure: ")));
    QVERIFY(plan.error().text.contains(QStringLiteral("carries no plan")));
}

/// Some 1,500 damaged files of each format: none of them passes for the figure of a plan.
void FigurePlanTest::everyChangedByte()
{
    QFETCH(QString, format);
    const QByteArray figure = figureOf(format);
    QVERIFY(figure.size() > 500);
    for (qsizetype i = 0; i < figure.size(); ++i) {
        for (const char bits : {char(1), char(0x20), char(0xff)}) {
            QByteArray other = figure;
            other[i] = char(other[i] ^ bits);
            QVERIFY2(!planFromFile(other, kPlace).ok(), qPrintable(QStringLiteral("byte %1").arg(i)));
        }
    }
}

void FigurePlanTest::everyCutEnd()
{
    QFETCH(QString, format);
    const QByteArray figure = figureOf(format);
    for (qsizetype size = 0; size < figure.size(); ++size)
        QVERIFY2(!planFromFile(figure.first(size), kPlace).ok(), qPrintable(QStringLiteral("%1 bytes").arg(size)));
}

void FigurePlanTest::moreBehindTheEnd()
{
    QFETCH(QString, format);
    QCOMPARE(codeOf(figureOf(format) + '\n'), QStringLiteral("figure-changed"));
}

void FigurePlanTest::hostile_data()
{
    QTest::addColumn<QByteArray>("figure");
    const QByteArray signature("\x89PNG\r\n\x1a\n");
    const auto number = [](quint32 value) {
        const char bytes[] = {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
        return QByteArray(bytes, 4);
    };
    QTest::newRow("signature alone") << signature;
    QTest::newRow("half a signature") << signature.first(4);
    for (const quint32 length : {0U, 1U, 4U, 0x7fffffffU, 0x80000000U, 0xfffffff3U, 0xffffffffU}) {
        QTest::addRow("chunk of %x bytes", length) << signature + number(length) + "tEXtplimsoll.plan" + '\0' + "{}";
        QTest::addRow("text of %x bytes, then the end", length)
            << signature + number(length) + "tEXtplimsoll.plan" + '\0' + "{}" + number(0) + "IEND" + number(0xae426082);
    }
    QTest::newRow("100,000 empty chunks") << signature + QByteArray(number(0) + "junk" + number(0)).repeated(100'000);
    QTest::newRow("checksum without plan")
        << signature + pngTextChunk("plimsoll.sha256", QByteArray(64, '0')) + number(0) + "IEND" + number(0xae426082);
    QTest::newRow("plan without checksum")
        << signature + pngTextChunk("plimsoll.plan", "{\"schema\": \"plimsoll.plan/1\"}");
    QTest::newRow("null bytes") << signature + QByteArray(100'000, '\0');

    for (const char *head : {"%PDF-1.4\n", "<svg>", "<?xml version=\"1.0\"?><svg>"}) {
        const QByteArray begin(head);
        const auto row = [&](const char *what, const QByteArray &rest) {
            QTest::addRow("%s after %s", what, head) << begin + rest;
        };
        row("nothing", {});
        row("a plan that does not end", "<plimsoll:plan>{");
        row("100,000 plans", QByteArray("<plimsoll:plan>").repeated(100'000));
        row("100,000 ends", QByteArray("</plimsoll:plan>").repeated(100'000));
        row("ends before it begins", "</plimsoll:plan><plimsoll:plan>");
        row("no checksum", "<plimsoll:plan>{}</plimsoll:plan>");
        row("a short checksum", "<plimsoll:plan>{}</plimsoll:plan><plimsoll:sha256>00</plimsoll:sha256>");
        row("an empty checksum", "<plimsoll:plan>{}</plimsoll:plan><plimsoll:sha256></plimsoll:sha256>");
        row("a million ampersands", "<plimsoll:plan>" + QByteArray("&amp;").repeated(1'000'000)
                                        + "</plimsoll:plan><plimsoll:sha256>" + QByteArray(64, '0')
                                        + "</plimsoll:sha256>");
        row("entities", "<!DOCTYPE svg [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;\">]>&a;");
        row("elements 100,000 deep", QByteArray("<g>").repeated(100'000));
    }
    // A right checksum around what is no plan: the reader of plans has the last word.
    for (const char *plan : {"", "[]", "{}", "nonsense", R"({"schema": "plimsoll.plan/2"})"}) {
        QByteArray svg = figureWithPlan(smallSvg(), somePlan());
        const qsizetype begin = svg.indexOf("<plimsoll:plan>") + 15;
        svg.replace(begin, svg.indexOf("</plimsoll:plan>") - begin, plan);
        const qsizetype checksum = svg.indexOf("<plimsoll:sha256>") + 17;
        svg.replace(checksum, 64, QByteArray(64, '0'));
        QTest::addRow("sealed \"%s\"", plan) << sealFigure(svg);
    }
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0 JFIF");
    QTest::newRow("GIF") << QByteArray("GIF89a");
    QTest::newRow("WebP") << QByteArray("RIFF\0\0\0\0WEBPVP8 ", 16);
}

void FigurePlanTest::hostile()
{
    QFETCH(QByteArray, figure);
    QVERIFY(isFigure(figure));
    const Result<Plan> plan = planFromFile(figure, kPlace);
    QVERIFY(!plan.ok());
    QVERIFY(plan.error().text.startsWith(QStringLiteral("figure: ")));
    QCOMPARE(int(plan.error().kind), int(ErrorKind::File));
}

void FigurePlanTest::htmlCarriesPlan()
{
    const QByteArray html = documentOf(QStringLiteral("html"));
    QVERIFY(isFigure(html));
    QCOMPARE(*planFromFile(html, kPlace), somePlan());
    QVERIFY(html.indexOf("plimsoll:sha256") < html.indexOf("<title>"));
    QByteArray forged = html;
    forged.replace("<title>4</title>", "<title>5</title>");
    QCOMPARE(codeOf(forged), QStringLiteral("figure-changed"));
    QCOMPARE(codeOf(smallHtml()), QStringLiteral("figure-without-plan"));
}

void FigurePlanTest::several_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::newRow("html") << htmlWithPlans(smallHtml(), {somePlan(), Plan()}, kFingerprint);
    QTest::newRow("pdf") << sealFigure(smallPdf(reportXmp({somePlan(), Plan()}, QStringLiteral("t"), kFingerprint)));
}

void FigurePlanTest::several()
{
    QFETCH(QByteArray, report);
    QCOMPARE(codeOf(report), QStringLiteral("several-plans"));
    QCOMPARE(int(documentOrigin(report).state), int(DocumentState::Whole));
}

void FigurePlanTest::fingerprint()
{
    QFETCH(QString, format);
    const DocumentOrigin origin = documentOrigin(documentOf(format));
    QCOMPARE(int(origin.state), int(DocumentState::Whole));
    QCOMPARE(origin.fingerprint, kFingerprint);
}

void FigurePlanTest::fingerprintOfEveryChangedByte()
{
    QFETCH(QString, format);
    const QByteArray document = documentOf(format);
    for (qsizetype i = 0; i < document.size(); ++i) {
        QByteArray other = document;
        other[i] = char(other[i] ^ 1);
        const DocumentOrigin origin = documentOrigin(other);
        QVERIFY2(origin.state != DocumentState::Whole, qPrintable(QStringLiteral("byte %1").arg(i)));
    }
}

void FigurePlanTest::withoutFingerprint()
{
    for (const QByteArray &document :
         {figureOf(QStringLiteral("png")), figureOf(QStringLiteral("svg")), figureOf(QStringLiteral("pdf")),
          smallHtml(), QByteArray("# t\n"), QByteArray(), QByteArray("<!-- plimsoll:fingerprint ff -->")})
        QCOMPARE(int(documentOrigin(document).state), int(DocumentState::Foreign));
}

void FigurePlanTest::xmlIsWellFormed()
{
    for (const QByteArray &xml :
         {figureOf(QStringLiteral("svg")), figureXmp(somePlan(), QStringLiteral("4 < 5 & 6\u0001"))}) {
        QXmlStreamReader reader(xml);
        QString plan;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QLatin1String("plan"))
                plan = reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(plan.startsWith(QLatin1Char('{')) && plan.contains(QStringLiteral("a <b> & \\\"c\\\"")));
    }
}

/// Length, keyword and text as the PNG specification orders them; the checksum is that of zlib's crc32().
void FigurePlanTest::pngChunk()
{
    QCOMPARE(pngTextChunk("plimsoll.plan", "{}").toHex(), QByteArray("00000010"
                                                                     "74455874"
                                                                     "706c696d736f6c6c2e706c616e"
                                                                     "00"
                                                                     "7b7d"
                                                                     "d9400f4a"));
    QCOMPARE(pngEnd(smallPng()), smallPng().size() - 12);
    QCOMPARE(pngEnd("no picture"), -1);
}

void FigurePlanTest::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("plan") << QByteArray(R"({"schema": "plimsoll.plan/1"})") << false;
    QTest::newRow("plan after white space") << QByteArray("\n\n {}") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("vllm serve") << false;
    QTest::newRow("SVG without a prologue") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << true;
    QTest::newRow("SVG with a mark") << QByteArray("\xef\xbb\xbf<?xml version=\"1.0\"?><svg/>") << true;
    QTest::newRow("SVG after a comment") << QByteArray("\n<!-- drawn --><svg/>") << true;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7") << true;
    QTest::newRow("page") << smallHtml() << true;
}

void FigurePlanTest::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isOne);
    QCOMPARE(isFigure(bytes), isOne);
}

QTEST_APPLESS_MAIN(FigurePlanTest)
#include "tst_figureplan.moc"
