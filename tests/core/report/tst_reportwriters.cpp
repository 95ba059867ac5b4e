// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <QTest>

using namespace plimsoll;

using Kind = ReportBlock::Kind;

namespace {

const QString kHostile = QStringLiteral("</p></code></title><script>alert(1)</script> | `a` *b* [c](d) \"e\"\n# f");

Report everyKindOf(const QString &text)
{
    Report report;
    for (const Kind kind :
         {Kind::Heading, Kind::Text, Kind::Strong, Kind::Point, Kind::Formula, Kind::Source, Kind::Code}) {
        ReportBlock block;
        block.kind = kind;
        block.text = text;
        block.level = 1;
        report.push_back(block);
    }
    ReportBlock table;
    table.kind = Kind::Table;
    table.table = {{text, text}, {{text, text}}, {1}, true};
    report.push_back(table);
    ReportBlock figure;
    figure.kind = Kind::Figure;
    figure.figure = {text, text, "<svg></svg>", QStringLiteral("a b).svg")};
    report.push_back(figure);
    return report;
}

} // namespace

/// A plan's name may be anything; it stays text in every place.
class ReportWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void htmlStaysText();
    void markdownStaysText();
    void fence();
    void namesOfDrawings();
};

void ReportWritersTest::htmlStaysText()
{
    const QByteArray html = reportHtml(everyKindOf(kHostile), kHostile);
    QVERIFY(!html.contains("<script"));
    QCOMPARE(html.count("&lt;script&gt;"), 7 + 4 + 1 + 1); // blocks, cells, what the figure shows, title of the page
    QCOMPARE(html.count("</p>"), 4);
    QCOMPARE(html.count("<code>"), html.count("</code>"));
    QCOMPARE(html.count("</title>"), 1);
    QVERIFY(!html.contains("aria-label=\"</"));
}

void ReportWritersTest::markdownStaysText()
{
    const QString text = QString::fromUtf8(reportMarkdown(everyKindOf(kHostile)));
    bool inCode = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("```")))
            inCode = !inCode;
        else if (!inCode)
            QVERIFY2(!line.contains(QStringLiteral("<script>")) && !line.startsWith(QStringLiteral("# f")),
                     qPrintable(line));
    }
    QVERIFY(text.contains(QStringLiteral("(a%20b%29.svg)")));
    // Two cells and three bars a row, whatever is in them.
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1Char('|')))
            QCOMPARE(QString(line).remove(QStringLiteral("\\|")).count(QLatin1Char('|')), 3);
    }
}

void ReportWritersTest::fence()
{
    ReportBlock code;
    code.kind = Kind::Code;
    code.text = QStringLiteral("````\nno end\n````");
    QCOMPARE(reportMarkdown({code}), QByteArray("`````\n````\nno end\n````\n`````\n"));
}

/// Two figures with the same names in them.
void ReportWritersTest::namesOfDrawings()
{
    ReportBlock figure;
    figure.kind = Kind::Figure;
    figure.figure.svg = "<?xml version=\"1.0\"?>\n<svg><defs><mask id=\"m\"/></defs><rect mask=\"url(#m)\"/><use "
                        "xlink:href=\"#m\"/></svg>";
    const QByteArray html = reportHtml({figure, figure}, {});
    for (const char *part :
         {" id=\"figure1-m\"", "url(#figure1-m)", "href=\"#figure1-m\"", " id=\"figure2-m\"", "url(#figure2-m)"})
        QVERIFY2(html.contains(part), part);
    QVERIFY(!html.contains("<?xml"));
}

QTEST_APPLESS_MAIN(ReportWritersTest)
#include "tst_reportwriters.moc"
