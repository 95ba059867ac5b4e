// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

const QStringList kPlan{QStringLiteral("--model"),   QStringLiteral("meta-llama/Llama-3.1-70B-Instruct"),
                        QStringLiteral("--context"), QStringLiteral("32k"),
                        QStringLiteral("--gpu"),     QStringLiteral("nvidia-h100-sxm-80gb:4")};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QProcessEnvironment without(const QStringList &names)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : names)
        environment.remove(name);
    return environment;
}

} // namespace

/// plimsoll render: every chart in every format, without a display, the same bytes for the same plan.
class RenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figure_data();
    void figure();
    void sameBytesAnywhere_data();
    void sameBytesAnywhere();
    void sizeAndScale();
    void dark();
    void textStaysText();
    void caption();
    void presets_data();
    void presets();
    void wrong_data();
    void wrong();
    void oldFileStays();

private:
    QTemporaryDir m_folder;
};

void RenderTest::figure_data()
{
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QString>("ending");
    for (const char *chart : {"precisions", "context", "users", "parameters", "speed", "gpus", "compare"}) {
        for (const char *ending : {"svg", "pdf", "png"})
            QTest::addRow("%s %s", chart, ending) << QString::fromLatin1(chart) << QString::fromLatin1(ending);
    }
}

void RenderTest::figure()
{
    QFETCH(QString, chart);
    QFETCH(QString, ending);
    QByteArray bytes[2];
    for (int i = 0; i < 2; ++i) {
        const QString path = m_folder.filePath(QStringLiteral("%1-%2.%3").arg(chart).arg(i).arg(ending));
        const Run run = runPlimsollWith(QStringList{QStringLiteral("render"), path, QStringLiteral("--chart"), chart,
                                                    QStringLiteral("--no-user-data")}
                                            + kPlan,
                                        {}, without({QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("DISPLAY")}));
        QVERIFY2(run.ended && run.status == 0 && run.err.isEmpty(), run.described().constData());
        QCOMPARE(QString::fromUtf8(run.out), path + QLatin1Char('\n'));
        bytes[i] = contentOf(path);
    }
    QVERIFY(bytes[0].size() > 2000);
    QCOMPARE(bytes[0], bytes[1]);
}

void RenderTest::sameBytesAnywhere_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"svg", "pdf", "png"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

/// Another locale, one of a language that the program speaks, and another time zone.
void RenderTest::sameBytesAnywhere()
{
    QFETCH(QString, ending);
    QByteArray bytes[3];
    const char *locales[] = {"C.UTF-8", "de_DE.UTF-8", "zh_CN.UTF-8"};
    const char *zones[] = {"UTC", "Asia/Kolkata", "Asia/Shanghai"};
    for (int i = 0; i < 3; ++i) {
        const QString path = m_folder.filePath(QStringLiteral("anywhere%1.%2").arg(i).arg(ending));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"LC_ALL", "LANG", "LANGUAGE"})
            environment.insert(QLatin1String(name), QLatin1String(locales[i]));
        environment.insert(QStringLiteral("TZ"), QString::fromLatin1(zones[i]));
        const Run run = runPlimsollWith(
            QStringList{QStringLiteral("render"), path, QStringLiteral("--no-user-data")} + kPlan, {}, environment);
        QVERIFY2(run.status == 0, run.described().constData());
        bytes[i] = contentOf(path);
    }
    QVERIFY(!bytes[0].isEmpty());
    QCOMPARE(bytes[1], bytes[0]);
    QCOMPARE(bytes[2], bytes[0]);
}

void RenderTest::sizeAndScale()
{
    const QString path = m_folder.filePath(QStringLiteral("sized.png"));
    const QStringList options{QStringLiteral("--size"), QStringLiteral("640x400"), QStringLiteral("--scale"),
                              QStringLiteral("3")};
    const Run run = runPlimsoll(QStringList{QStringLiteral("render"), path} + options);
    QVERIFY2(run.status == 0, run.described().constData());
    const QImage image(path);
    QCOMPARE(image.size(), QSize(1920, 1200));
    QCOMPARE(image.dotsPerMeterX(), 11339); // 3 x 96 dots an inch
}

void RenderTest::dark()
{
    const QString path = m_folder.filePath(QStringLiteral("dark.png"));
    const Run run = runPlimsoll({QStringLiteral("render"), path, QStringLiteral("--theme"), QStringLiteral("dark")});
    QVERIFY2(run.status == 0, run.described().constData());
    QVERIFY(QImage(path).pixelColor(1, 1).lightness() < 64);
}

void RenderTest::textStaysText()
{
    const QString path = m_folder.filePath(QStringLiteral("text.svg"));
    QVERIFY(runPlimsoll(QStringList{QStringLiteral("render"), path} + kPlan).status == 0);
    const QByteArray svg = contentOf(path);
    // Readers other than Qt know the last family, at least.
    for (const char *part : {"Memory by precision", "<text", "4 GPUs: ", "INT4", "<title>", "<desc>", ", sans-serif\""})
        QVERIFY2(svg.contains(part), part);
    QCOMPARE(svg.count("font-family="), svg.count(", sans-serif\""));
}

void RenderTest::caption()
{
    const QString path = m_folder.filePath(QStringLiteral("caption.svg"));
    const auto drawn = [&](const QStringList &options) {
        const Run run = runPlimsoll(QStringList{QStringLiteral("render"), path} + kPlan + options);
        return run.status == 0 ? contentOf(path) : run.described();
    };
    const QByteArray with = drawn({QStringLiteral("--engine-option"), QStringLiteral("maxNumSeqs=32")});
    for (const char *part : {"meta-llama/Llama-3.1-70B-Instruct, ", "weights BF16, ", "1 × 32,768 tokens, ",
                             "maxNumSeqs=32", "tensor parallel 4", "Plimsoll " PLIMSOLL_VERSION, "catalog of 20"})
        QVERIFY2(with.contains(part), part);
    const QByteArray without = drawn({QStringLiteral("--no-caption")});
    QVERIFY(without.contains("4 GPUs: "));
    QVERIFY(!without.contains("catalog of"));
}

void RenderTest::presets_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("type");
    QTest::newRow("document") << "document" << QSize(624, 400) << 12;
    QTest::newRow("slide") << "slide" << QSize(1200, 560) << 19;
    QTest::newRow("poster") << "poster" << QSize(2880, 1600) << 44;
}

void RenderTest::presets()
{
    QFETCH(QString, preset);
    QFETCH(QSize, size);
    QFETCH(int, type);
    const QString path = m_folder.filePath(preset + QStringLiteral(".svg"));
    const Run run = runPlimsoll({QStringLiteral("render"), path, QStringLiteral("--preset"), preset});
    QVERIFY2(run.status == 0, run.described().constData());
    const QString svg = QString::fromUtf8(contentOf(path));
    QVERIFY(svg.contains(QStringLiteral("viewBox=\"0 0 %1 %2\"").arg(size.width()).arg(size.height())));
    QVERIFY(svg.contains(QStringLiteral("font-size=\"%1\"").arg(type)));
}

void RenderTest::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const QString out = m_folder.filePath(QStringLiteral("never.svg"));
    QTest::newRow("no file") << QStringList{} << 2 << QByteArray(".svg, .pdf or .png");
    QTest::newRow("another ending") << QStringList{QStringLiteral("a.gif")} << 2 << QByteArray("a.gif");
    QTest::newRow("no such chart") << QStringList{out, "--chart", "pie"} << 2 << QByteArray("precisions, context");
    QTest::newRow("a size that is none") << QStringList{out, "--size", "wide"} << 2 << QByteArray("--size");
    QTest::newRow("too large a size") << QStringList{out, "--size", "100000x100"} << 2 << QByteArray("--size");
    QTest::newRow("a theme that is none") << QStringList{out, "--theme", "blue"} << 2 << QByteArray("--theme");
    QTest::newRow("a preset that is none")
        << QStringList{out, "--preset", "wall"} << 2 << QByteArray("document, slide");
    QTest::newRow("a scale that is none") << QStringList{out, "--scale", "0"} << 2 << QByteArray("--scale");
    QTest::newRow("an unknown GPU") << QStringList{out, "--gpu", "h1000"} << 2 << QByteArray("--gpu");
    QTest::newRow("a folder that is not there")
        << QStringList{m_folder.filePath(QStringLiteral("nowhere/a.svg"))} << 3 << QByteArray("nowhere");
    QTest::newRow("two files") << QStringList{out, out} << 2 << QByteArray();
}

void RenderTest::wrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const Run run = runPlimsoll(QStringList{QStringLiteral("render")} + arguments);
    QVERIFY2(run.ended && run.status == status && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains(says), run.described().constData());
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("never.svg"))));
}

void RenderTest::oldFileStays()
{
    const QString path = writeFile(m_folder.path(), QStringLiteral("old.svg"), "old");
    const Run run = runPlimsoll({QStringLiteral("render"), path, QStringLiteral("--gpu"), QStringLiteral("h1000")});
    QCOMPARE(run.status, 2);
    QCOMPARE(contentOf(path), QByteArray("old"));
}

QTEST_GUILESS_MAIN(RenderTest)
#include "tst_render.moc"
