// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportstrips.h"
#include "ui/report/tablestrips.h"

#include "ui/charts/chartpanel.h"
#include "ui/charts/figure.h"

#include <QTest>

using namespace plimsoll;

namespace {

Strip strip(double height, bool keepsNext = false, double above = 0)
{
    Strip made;
    made.height = height;
    made.keepsNext = keepsNext;
    made.above = above;
    return made;
}

/// "0@0 1@40 | 2@0": place and top of each strip, page by page.
QString placed(const std::vector<Strip> &strips, double height)
{
    QStringList pages;
    for (const PageStrips &page : paginate(strips, height)) {
        QStringList words;
        for (const PlacedStrip &each : page)
            words << QStringLiteral("%1@%2").arg(each.strip).arg(each.top);
        pages << words.join(QLatin1Char(' '));
    }
    return pages.join(QLatin1String(" | "));
}

ReportTable tableOf(int rows)
{
    ReportTable table;
    table.head = {QStringLiteral("Item"), QStringLiteral("In all"), QStringLiteral("Why")};
    table.numbers = {1};
    for (int i = 0; i < rows; ++i) {
        table.rows.push_back(
            {QStringLiteral("Weights"), QStringLiteral("1,234.5 GiB"), QStringLiteral("words ").repeated(40)});
    }
    table.endsInTotal = true;
    return table;
}

TableStyle tableStyle()
{
    QFont font;
    font.setPixelSize(80);
    TableStyle style;
    style.head = style.cell = style.total = {font, Qt::black};
    style.gap = 100;
    return style;
}

} // namespace

/// Where pages of a report end: expected places are counted by hand.
class PageLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void headIsRepeated();
    void rowsStayWhole();
    void tallRowIsNotLost();
    void shortTableStaysWhole();
    void headingStaysWithText();
    void emptyReport();
};

void PageLayoutTest::pages_data()
{
    QTest::addColumn<QList<double>>("heights"); // below zero: kept with the next
    QTest::addColumn<double>("above");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one page") << QList<double>{40, 60} << 0.0 << "0@0 1@40";
    QTest::newRow("two pages") << QList<double>{40, 61} << 0.0 << "0@0 | 1@0";
    QTest::newRow("no room above on top of a page") << QList<double>{40, 40, 40} << 15.0 << "0@0 1@55 | 2@0";
    QTest::newRow("room above counts") << QList<double>{40, 50} << 15.0 << "0@0 | 1@0";
    QTest::newRow("kept together") << QList<double>{50, -40, 30} << 0.0 << "0@0 | 1@0 2@40";
    QTest::newRow("a chain") << QList<double>{50, -20, -20, 20} << 0.0 << "0@0 | 1@0 2@20 3@40";
    QTest::newRow("a chain higher than a page") << QList<double>{-60, -60, 60} << 0.0 << "0@0 | 1@0 | 2@0";
    QTest::newRow("a strip higher than a page") << QList<double>{20, 150, 20} << 0.0 << "0@0 | 1@0 | 2@0";
    QTest::newRow("kept with what is not there") << QList<double>{-40} << 0.0 << "0@0";
}

void PageLayoutTest::pages()
{
    QFETCH(QList<double>, heights);
    QFETCH(double, above);
    QFETCH(QString, expected);
    std::vector<Strip> strips;
    for (const double each : std::as_const(heights))
        strips.push_back(strip(std::abs(each), each < 0, above));
    QCOMPARE(placed(strips, 100), expected);
}

void PageLayoutTest::headIsRepeated()
{
    std::vector<Strip> strips{strip(10, true), strip(10, true)}; // a head of two lines
    for (int row = 0; row < 4; ++row) {
        strips.push_back(strip(30));
        strips.back().head = 0;
        strips.back().headStrips = 2;
    }
    strips.push_back(strip(30)); // behind the table
    QCOMPARE(placed(strips, 100), QStringLiteral("0@0 1@10 2@20 3@50 | 0@0 1@10 4@20 5@50 | 6@0"));
}

void PageLayoutTest::rowsStayWhole()
{
    std::vector<Strip> strips;
    appendTable(strips, tableOf(20), 3000, 0, tableStyle());
    // Each row has several lines, of which all but the last are kept with the next.
    int rows = 0;
    for (const Strip &each : strips)
        rows += each.keepsNext ? 0 : 1;
    QCOMPARE(rows, 19); // the head stays with the first row, the last but one with the sum
    QVERIFY(strips.size() > 40);
    QVERIFY(paginate(strips, 2500).size() > 1);
    for (const PageStrips &page : paginate(strips, 2500)) {
        QVERIFY(!strips[size_t(page.back().strip)].keepsNext);
        QVERIFY(page.back().top + strips[size_t(page.back().strip)].height <= 2500);
        QCOMPARE(page.front().strip, 0);
    }
}

void PageLayoutTest::tallRowIsNotLost()
{
    ReportTable table = tableOf(1);
    table.rows[0][2] = QStringLiteral("word ").repeated(2000);
    std::vector<Strip> strips;
    appendTable(strips, table, 3000, 0, tableStyle());
    for (const PageStrips &page : paginate(strips, 2500))
        QVERIFY(page.back().top + strips[size_t(page.back().strip)].height <= 2500);
}

void PageLayoutTest::shortTableStaysWhole()
{
    std::vector<Strip> table;
    appendTable(table, tableOf(4), 3000, 0, tableStyle());
    double height = 0;
    for (const Strip &each : table)
        height += each.height;
    const auto rowsOnFirstPage = [&](double keptUpTo) {
        TableStyle style = tableStyle();
        style.keptUpTo = keptUpTo;
        std::vector<Strip> strips{strip(height * 0.6)};
        appendTable(strips, tableOf(4), 3000, 0, style);
        return int(paginate(strips, height * 1.2).front().size()) - 1;
    };
    QVERIFY(rowsOnFirstPage(height - 1) > 0);
    QCOMPARE(rowsOnFirstPage(height), 0);
}

void PageLayoutTest::headingStaysWithText()
{
    Report report;
    for (int i = 0; i < 30; ++i) {
        report.push_back({ReportBlock::Kind::Heading, QStringLiteral("Memory"), 2, {}, {}});
        report.push_back({ReportBlock::Kind::Text, QStringLiteral("words ").repeated(30), 0, {}, {}});
        report.push_back({ReportBlock::Kind::Source, QStringLiteral("a file"), 0, {}, {}});
    }
    const std::vector<Strip> strips = reportStrips(report, {}, 5000, QFont());
    for (const PageStrips &page : paginate(strips, 3000))
        QVERIFY(!strips[size_t(page.back().strip)].keepsNext);
}

void PageLayoutTest::emptyReport()
{
    QVERIFY(paginate({}, 100).empty());
    QVERIFY(reportStrips({}, {}, 100, QFont()).empty());
}

QTEST_MAIN(PageLayoutTest)
#include "tst_pagelayout.moc"
