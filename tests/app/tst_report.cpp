// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

const QByteArray kServing =
    "{\"schema\": \"plimsoll.plan/1\", \"name\": \"Chat <b> | `four` cards\","
    "\"model\": \"meta-llama/Llama-3.1-70B-Instruct\", \"engine\": {\"id\": \"vllm\", \"version\": \"0.19.0\"},"
    "\"contextLength\": 32768, \"sequences\": 8, \"gpus\": [{\"id\": \"nvidia-h100-sxm-80gb\", \"count\": 4}]}";
const QByteArray kRule =
    "{\"schema\": \"plimsoll.plan/1\", \"model\": {\"parameters\": 13000000000}, \"weights\": \"fp16\","
    "\"engine\": {\"id\": \"rule-of-thumb\"}}";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// plimsoll report: everything about a plan in one file, the same bytes for the same plan.
class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameBytesAnywhere_data();
    void sameBytesAnywhere();
    void html();
    void markdown();
    void several();
    void pinnedPlans();
    void ofAFigure();
    void carriesItsPlan_data();
    void carriesItsPlan();
    void pdfPages();
    void longName_data();
    void longName();
    void language();
    void wrong_data();
    void wrong();
    void oldFileStays();

private:
    QString made(const QStringList &plans, const QString &name, const QStringList &options = {}) const;

    QTemporaryDir m_folder;
    QString m_serving, m_rule;
};

void ReportTest::initTestCase()
{
    m_serving = writeFile(m_folder.path(), QStringLiteral("serving.json"), kServing);
    m_rule = writeFile(m_folder.path(), QStringLiteral("rule.json"), kRule);
}

/// What the report says; the complaint where there is none.
QString ReportTest::made(const QStringList &plans, const QString &name, const QStringList &options) const
{
    const QString path = m_folder.filePath(name);
    const Run run =
        runPlimsoll(QStringList{QStringLiteral("report")} + plans + QStringList{QStringLiteral("-o"), path} + options);
    return QString::fromUtf8(run.status == 0 && run.err.isEmpty() ? contentOf(path) : run.described());
}

void ReportTest::sameBytesAnywhere_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"html", "md", "pdf"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

/// Two runs each in three languages, time zones and folders, without a display: report and figures beside it.
void ReportTest::sameBytesAnywhere()
{
    QFETCH(QString, ending);
    struct Computer {
        const char *locale, *zone;
    };
    QByteArrayList seen;
    for (const Computer &computer :
         {Computer{"C.UTF-8", "UTC"}, Computer{"C.UTF-8", "UTC"}, Computer{"de_DE.UTF-8", "Asia/Kolkata"},
          Computer{"zh_CN.UTF-8", "America/New_York"}}) {
        QTemporaryDir folder;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"LC_ALL", "LANG", "LANGUAGE"})
            environment.insert(QLatin1String(name), QLatin1String(computer.locale));
        environment.insert(QStringLiteral("TZ"), QLatin1String(computer.zone));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.remove(QStringLiteral("DISPLAY"));
        const QString path = folder.filePath(QStringLiteral("report.") + ending);
        const Run run = runPlimsollWith(
            {QStringLiteral("report"), m_serving, m_rule, QStringLiteral("-o"), path, QStringLiteral("--no-user-data")},
            {}, environment);
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
        QByteArray all;
        for (const QString &file : QDir(folder.path()).entryList(QDir::Files, QDir::Name))
            all += file.toUtf8() + '\n' + contentOf(folder.filePath(file));
        seen << all;
    }
    QVERIFY(seen.constFirst().size() > 20'000);
    for (const QByteArray &each : std::as_const(seen))
        QCOMPARE(each, seen.constFirst());
}

void ReportTest::html()
{
    const QString html = made({m_serving}, QStringLiteral("one.html"));
    QVERIFY2(html.startsWith(QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">")), qPrintable(html.left(300)));
    for (const char *part :
         {"<h1>Chat &lt;b&gt; | `four` cards</h1>", "<p class=\"strong\">Fits on 4", "<h2>Inputs</h2>",
          "<li>tensor parallel 4</li>", "<td>KV cache</td><td class=\"number\">20.0 GiB</td>", "FP16 (this plan)",
          "9 of 10", "vllm serve meta-llama/Llama-3.1-70B-Instruct", "--tensor-parallel-size 4",
          "From the rule to the answer", "vllm/v1/core/kv_cache_utils.py",
          "H100 SXM5 80GB: ", "&quot;contextLength&quot;: 32768", "catalog of 20", "@media print"})
        QVERIFY2(html.contains(QString::fromUtf8(part)), part);
    QCOMPARE(html.count(QStringLiteral("<svg ")), 3);
    QCOMPARE(html.count(QStringLiteral("<text")), html.count(QStringLiteral("</text>")));
    QVERIFY(!html.contains(QStringLiteral("<?xml")) && !html.contains(QStringLiteral("<metadata>")));
    // It needs nothing from elsewhere.
    for (const char *part : {"<script", "<link", "src=", "@import", "url(http"})
        QVERIFY2(!html.contains(QLatin1String(part)), part);
    // Names are unique in the page, and those that are used are there.
    QSet<QString> names;
    static const QRegularExpression named(QStringLiteral(" id=\"([^\"]+)\""));
    for (auto found = named.globalMatch(html); found.hasNext();) {
        const QString name = found.next().captured(1);
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    QVERIFY(names.size() > 3);
    static const QRegularExpression used(QStringLiteral("url\\(#([^)]+)\\)"));
    for (auto found = used.globalMatch(html); found.hasNext();) {
        const QString name = found.next().captured(1);
        QVERIFY2(names.contains(name), qPrintable(name));
    }
}

void ReportTest::markdown()
{
    const QString text = made({m_serving}, QStringLiteral("one.md"));
    for (const char *part : {"# Chat \\<b\\> \\| \\`four\\` cards\n", "\n**Fits on 4", "\n- tensor parallel 4\n",
                             "| KV cache | 20.0 GiB | 80.0 GiB |", "| **Total** |", "(one-precisions.svg)",
                             "(one-context.svg)", "(one-waterfall.svg)", "\n```\n# For vLLM 0.19.0\n", "> KV cache = "})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"),
                                 m_folder.filePath(QStringLiteral("one-context.svg"))});
    QVERIFY2(run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("plan.sequences")).toInt(), 8);
}

void ReportTest::several()
{
    const QString text = made({m_serving, m_rule}, QStringLiteral("two.md"));
    QVERIFY2(text.startsWith(QStringLiteral("# Report on 2 plans\n\n| Plan | In all | Verdict |\n")),
             qPrintable(text.left(200)));
    QVERIFY(text.contains(QStringLiteral("\n## Chat")));
    QVERIFY(text.contains(QStringLiteral("\n## 13 B parameters, Rule of thumb\n")));
    // 13e9 x 2 bytes x 1.2 = 31.2e9 bytes
    QVERIFY(text.contains(QStringLiteral("| 29.1 GiB |")));
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("two-1-context.svg"))));
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("two-2-precisions.svg"))));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("two-2-context.svg")))); // the rule has no cache
    QVERIFY(made({m_rule}, QStringLiteral("gb.md"), {QStringLiteral("--unit"), QStringLiteral("GB")})
                .contains(QStringLiteral("31.2 GB")));
}

void ReportTest::pinnedPlans()
{
    QByteArray plan = kRule;
    plan.replace("\"weights\"",
                 "\"compare\": [{\"name\": \"Half the size\", \"plan\": {\"schema\": \"plimsoll.plan/1\", "
                 "\"model\": {\"parameters\": 6500000000}}}], \"weights\"");
    const QString path = writeFile(m_folder.path(), QStringLiteral("pins.json"), plan);
    const QString html = made({path}, QStringLiteral("pins.html"));
    QVERIFY2(html.contains(QStringLiteral(">Half the size</text>")), qPrintable(html.left(300)));
    QCOMPARE(html.count(QStringLiteral("<svg ")), 3);
}

void ReportTest::ofAFigure()
{
    const QString figure = m_folder.filePath(QStringLiteral("figure.pdf"));
    QVERIFY(runPlimsoll({QStringLiteral("render"), figure, QStringLiteral("--plan"), m_serving}).status == 0);
    QCOMPARE(made({figure}, QStringLiteral("same.html")), made({m_serving}, QStringLiteral("same.html")));
}

void ReportTest::carriesItsPlan_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"html", "pdf"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

/// A report on one plan is as good as its plan; one on two is none.
void ReportTest::carriesItsPlan()
{
    QFETCH(QString, ending);
    const auto answer = [](const QString &plan) {
        return runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), plan});
    };
    const QString one = QStringLiteral("carries.") + ending;
    made({m_serving}, one);
    QCOMPARE(answer(m_folder.filePath(one)).out, answer(m_serving).out);
    const QString two = QStringLiteral("carries-two.") + ending;
    made({m_serving, m_rule}, two);
    const Run run = answer(m_folder.filePath(two));
    QVERIFY2(run.status == 3 && run.complainedOnce() && run.err.contains("carries 2 plans"),
             run.described().constData());
}

void ReportTest::pdfPages()
{
    made({m_serving}, QStringLiteral("pages.pdf"));
    const QByteArray pdf = contentOf(m_folder.filePath(QStringLiteral("pages.pdf")));
    QVERIFY(pdf.startsWith("%PDF-1."));
    // A4 in points, upright, on every page.
    QVERIFY(pdf.count("/MediaBox [0 0 595") >= 3);
}

void ReportTest::longName_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("name");
    for (const char *ending : {"html", "md", "pdf"}) {
        QTest::addRow("one word %s", ending) << QString::fromLatin1(ending) << QString(300'000, QLatin1Char('x'));
        QTest::addRow("many words %s", ending) << QString::fromLatin1(ending) << QStringLiteral("x ").repeated(100'000);
    }
}

void ReportTest::longName()
{
    QFETCH(QString, ending);
    QFETCH(QString, name);
    const QByteArray named = "\"name\": \"" + name.toUtf8() + "\", \"model\"";
    const QByteArray plan = QByteArray(kRule).replace("\"model\"", named);
    const QString path = writeFile(m_folder.path(), QStringLiteral("long.json"), plan);
    const Run run = runPlimsoll(
        {QStringLiteral("report"), path, QStringLiteral("-o"), m_folder.filePath(QStringLiteral("long.") + ending)});
    QVERIFY2(run.ended && run.status == 0, run.described().constData());
}

void ReportTest::language()
{
    const QString html =
        made({m_serving}, QStringLiteral("zh.html"), {QStringLiteral("--language"), QStringLiteral("zh_CN")});
    QVERIFY2(html.contains(QStringLiteral("权重")), qPrintable(html.left(400)));
}

void ReportTest::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const QString out = m_folder.filePath(QStringLiteral("never.html"));
    const QString broken = writeFile(m_folder.path(), QStringLiteral("broken.json"), "{");
    const QString unknown =
        writeFile(m_folder.path(), QStringLiteral("unknown.json"),
                  "{\"schema\": \"plimsoll.plan/1\", \"gpus\": [{\"id\": \"h1000\", \"count\": 1}]}");
    QTest::newRow("no plan") << QStringList{"-o", out} << 2 << QByteArray("name the plans");
    QTest::newRow("no file to write") << QStringList{m_serving} << 2 << QByteArray("-o");
    QTest::newRow("another ending") << QStringList{m_serving, "-o", "a.docx"} << 2 << QByteArray(".html, .md or .pdf");
    QTest::newRow("a broken plan") << QStringList{m_serving, broken, "-o", out} << 3 << QByteArray("broken.json");
    QTest::newRow("an unknown GPU") << QStringList{unknown, "-o", out} << 3 << QByteArray("unknown.json");
    QTest::newRow("a plan that is not there")
        << QStringList{"absent.json", "-o", out} << 3 << QByteArray("absent.json");
    QTest::newRow("a unit that is none") << QStringList{m_serving, "-o", out, "--unit", "MB"} << 2
                                         << QByteArray("--unit");
    QTest::newRow("a folder that is not there")
        << QStringList{m_serving, "-o", m_folder.filePath(QStringLiteral("nowhere/a.html"))} << 3
        << QByteArray("nowhere");
}

void ReportTest::wrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Run run = runPlimsoll(QStringList{QStringLiteral("report")} + arguments);
    QVERIFY2(run.ended && run.status == status && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains(says), run.described().constData());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("never.html"))));
}

void ReportTest::oldFileStays()
{
    const QString path = writeFile(m_folder.path(), QStringLiteral("old.html"), "old");
    const Run run =
        runPlimsoll({QStringLiteral("report"), m_serving, QStringLiteral("absent.json"), QStringLiteral("-o"), path});
    QCOMPARE(run.status, 3);
    QCOMPARE(contentOf(path), QByteArray("old"));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
