// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/tablewriters.h"
#include "tests/core/tables/htmlrows.h"

#include <QTest>

using namespace plimsoll;

namespace {

/// A reader of RFC 4180 that takes nothing else; an empty list where the text is not that.
std::vector<QStringList> csvRows(const QByteArray &csv)
{
    std::vector<QStringList> rows;
    QStringList row;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size();) {
        QString field;
        if (text[i] == QLatin1Char('"')) {
            for (++i; i < text.size(); ++i) {
                if (text[i] != QLatin1Char('"'))
                    field += text[i];
                else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                    field += text[++i];
                else
                    break;
            }
            if (i++ >= text.size())
                return {};
        } else {
            while (i < text.size() && text[i] != QLatin1Char(',') && text[i] != QLatin1Char('\r')) {
                if (text[i] == QLatin1Char('"') || text[i] == QLatin1Char('\n'))
                    return {};
                field += text[i++];
            }
        }
        row << field;
        if (text.mid(i, 2) == QLatin1String("\r\n")) {
            rows.push_back(row);
            row.clear();
            i += 2;
        } else if (i < text.size() && text[i] == QLatin1Char(',')) {
            ++i;
        } else {
            return {};
        }
    }
    return row.isEmpty() ? rows : std::vector<QStringList>();
}

Table sample()
{
    Table table;
    table.title = QStringLiteral("A <b> & \"c\" | d");
    table.note = QStringLiteral("From here.");
    table.add("name", QStringLiteral("Name"));
    table.add("size_bytes", QStringLiteral("Size"), TableUnit::Bytes);
    table.add("speed_tokens_per_second", QStringLiteral("Speed"), TableUnit::TokensPerSecond);
    table.add("fits", QStringLiteral("Fits"));
    table.add("id", {}, TableUnit::None, TableReader::Machines);
    table.add("remark", QStringLiteral("Remark"), TableUnit::None, TableReader::People);
    table.rows.push_back(
        {{TableCell(QStringLiteral("one"), QStringLiteral("Number one")), Bytes(31'200'000'000), TableCell::number(0.1),
          TableCell::yesNo(true), TableCell::count(-5), TableCell(QStringLiteral("a | b"))}});
    table.rows.push_back({{TableCell(QStringLiteral("two, \"quoted\"\nand broken")), Bytes(-1'073'741'824), TableCell(),
                           TableCell::yesNo(false), TableCell(), TableCell()}});
    table.rows.push_back(
        {{TableCell(QStringLiteral("for machines")), Bytes(1), TableCell(), TableCell(), TableCell(), TableCell()},
         TableReader::Machines});
    return table;
}

} // namespace

/// Tables as CSV, Markdown and HTML, read back by readers that share no code with the writers.
class TableWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv();
    void formulasStayText_data();
    void formulasStayText();
    void numbersAreExact();
    void markdown();
    void html();
    void clipboard();
    void onItsSide();
    void unitsInTheHeader();
};

void TableWritersTest::csv()
{
    const QByteArray csv = tableCsv(sample());
    const std::vector<QStringList> rows = csvRows(csv);
    QCOMPARE(rows.size(), size_t(4));
    QCOMPARE(rows[0], (QStringList{"name", "size_bytes", "speed_tokens_per_second", "fits", "id"}));
    QCOMPARE(rows[1], (QStringList{"one", "31200000000", "0.1", "true", "-5"}));
    QCOMPARE(rows[2], (QStringList{"two, \"quoted\"\nand broken", "-1073741824", "", "false", ""}));
    QCOMPARE(rows[3], (QStringList{"for machines", "1", "", "", ""}));
    QVERIFY(csv.contains("\"two, \"\"quoted\"\"\nand broken\""));
    QVERIFY(!csv.startsWith("\xEF\xBB\xBF"));
}

void TableWritersTest::formulasStayText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("guarded");
    QTest::newRow("equals") << QStringLiteral("=cmd|' /C calc'!A0") << true;
    QTest::newRow("plus") << QStringLiteral("+1+1") << true;
    QTest::newRow("minus") << QStringLiteral("-2+3") << true;
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << true;
    QTest::newRow("tab") << QStringLiteral("\t=1") << true;
    QTest::newRow("full width") << QStringLiteral("\uFF1D1+1") << true;
    QTest::newRow("within") << QStringLiteral("a=1") << false;
    QTest::newRow("a name") << QStringLiteral("Llama 3.1 8B") << false;
}

void TableWritersTest::formulasStayText()
{
    QFETCH(QString, name);
    QFETCH(bool, guarded);
    Table table;
    table.add("plan", QStringLiteral("Plan"));
    table.rows.push_back({{TableCell(name)}});
    const QString cell = guarded ? QLatin1Char('\'') + name : name;
    QCOMPARE(csvRows(tableCsv(table)).at(1).at(0), cell);
    QCOMPARE(htmlRows(tableElement(table, {})).at(1).at(0), cell);
    QVERIFY(tableLines(table, {}).contains(cell.simplified()));
    QCOMPARE(htmlRows(QString::fromUtf8(tableHtml(table, {}))).at(1).at(0), name); // a document computes nothing
}

/// What is read back is the number that was written, to the last bit.
void TableWritersTest::numbersAreExact()
{
    Table table;
    table.add("number", {});
    const QList<double> numbers{0.1, 1.0 / 3, 55.963704657852375, 1e-300, 123456789.123456789, 5e15};
    for (const double number : numbers)
        table.rows.push_back({{TableCell::number(number)}});
    table.rows.push_back({{TableCell::count(std::numeric_limits<qint64>::max())}});
    const std::vector<QStringList> rows = csvRows(tableCsv(table));
    for (qsizetype i = 0; i < numbers.size(); ++i)
        QCOMPARE(rows.at(size_t(i) + 1).at(0).toDouble(), numbers[i]);
    QCOMPARE(rows.back().at(0), QStringLiteral("9223372036854775807"));
}

void TableWritersTest::markdown()
{
    const QString text = QString::fromUtf8(tableMarkdown(sample(), {SizeUnit::GB, QLocale::c()}));
    QCOMPARE(text, QStringLiteral("**A \\<b\\> \\& \"c\" \\| d**\n\n"
                                  "| Name | Size, GB | Speed, tokens/s | Fits | Remark |\n"
                                  "| --- | ---: | ---: | --- | --- |\n"
                                  "| Number one | 31.2 | 0.1 | yes | a \\| b |\n"
                                  "| two, \"quoted\" and broken | \\-1.07 |  | no |  |\n\n"
                                  "*From here.*\n"));
    QVERIFY(tableMarkdownAlone(sample(), {}).startsWith(QStringLiteral("| Name | Size, GiB |")));
}

void TableWritersTest::html()
{
    const QString html = QString::fromUtf8(tableHtml(sample(), {}));
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">")));
    const std::vector<QStringList> rows = htmlRows(html);
    QCOMPARE(rows.size(), size_t(3));
    QCOMPARE(rows[0], (QStringList{"Name", "Size, GiB", "Speed, tokens/s", "Fits", "Remark"}));
    QCOMPARE(rows[1], (QStringList{"Number one", "29.1", "0.1", "yes", "a | b"}));
    QCOMPARE(rows[2].at(1), QStringLiteral("-1.00"));
    QVERIFY(html.contains(QStringLiteral("A &lt;b&gt; &amp; &quot;c&quot; | d")));
    QVERIFY(html.contains(QStringLiteral("From here.")));
}

/// In the language of the computer, whose spreadsheet reads "29,1" as a number and "1.234" as one thousand.
void TableWritersTest::clipboard()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    Table table = sample();
    table.add("tokens", QStringLiteral("Tokens"));
    for (TableRow &row : table.rows)
        row.cells.push_back(TableCell::count(131'072));
    const QStringList lines = tableLines(table, {SizeUnit::GiB, german}).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4); // the last is empty
    QCOMPARE(lines[0].split(QLatin1Char('\t')),
             (QStringList{"Name", "Size, GiB", "Speed, tokens/s", "Fits", "Remark", "Tokens"}));
    QCOMPARE(lines[1].split(QLatin1Char('\t')), (QStringList{"Number one", "29,1", "0,1", "yes", "a | b", "131072"}));
    QCOMPARE(lines[2].split(QLatin1Char('\t')).at(0), QStringLiteral("two, \"quoted\" and broken"));
    QCOMPARE(htmlRows(tableElement(table, {SizeUnit::GiB, german})).at(1).at(1), QStringLiteral("29,1"));
}

void TableWritersTest::onItsSide()
{
    Table table = sample();
    table.standsOnItsSide = true;
    const std::vector<QStringList> rows = htmlRows(QString::fromUtf8(tableHtml(table, {})));
    QCOMPARE(rows.size(), size_t(5));
    QCOMPARE(rows[0], (QStringList{"Name", "Number one", "two, \"quoted\"\nand broken"}));
    QCOMPARE(rows[1], (QStringList{"Size, GiB", "29.1", "-1.00"}));
    QCOMPARE(csvRows(tableCsv(table)).size(), size_t(4)); // machines get it as it is
}

void TableWritersTest::unitsInTheHeader()
{
    Table table;
    table.add("a", QStringLiteral("Parameters"), TableUnit::Parameters);
    table.add("b", QStringLiteral("Share"), TableUnit::Percent);
    table.add("c", QStringLiteral("Price"), TableUnit::Dollars);
    table.add("d", QStringLiteral("After"), TableUnit::Seconds);
    table.add("e", QStringLiteral("Power"), TableUnit::Watts);
    table.rows.push_back({{TableCell::count(70'553'706'496), TableCell::number(54.903), TableCell::number(2.5),
                           TableCell::number(3.2801), TableCell::count(1400)}});
    const ReportTable shown = shownTable(table, {});
    QCOMPARE(shown.head, (QStringList{"Parameters", "Share, %", "Price, $", "After, s", "Power, W"}));
    QCOMPARE(shown.rows.at(0), (QStringList{"70.6 B", "54.9", "2.50", "3.28", "1,400"}));
    QCOMPARE(shown.numbers.size(), 5);
}

QTEST_GUILESS_MAIN(TableWritersTest)
#include "tst_tablewriters.moc"
