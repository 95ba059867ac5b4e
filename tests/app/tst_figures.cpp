// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

const QString kName = QStringLiteral("four \"cards\" & <more>, 方案");

QByteArray plan()
{
    return QJsonDocument(QJsonObject{
                             {QStringLiteral("schema"), QStringLiteral("plimsoll.plan/1")},
                             {QStringLiteral("name"), kName},
                             {QStringLiteral("model"), QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")},
                             {QStringLiteral("weights"), QStringLiteral("int4")},
                             {QStringLiteral("contextLength"), 32768},
                             {QStringLiteral("sequences"), 5},
                             {QStringLiteral("gpus"),
                              QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("nvidia-h100-sxm-80gb")},
                                                     {QStringLiteral("count"), 4}}}},
                             {QStringLiteral("note"), QStringLiteral("kept")},
                         })
        .toJson();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A figure is as good as its plan: --plan takes it in every format, and says so where it carries none.
class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();
    void onStandardInput();
    void beside();
    void savedByAnotherProgram();
    void changed_data();
    void changed();

private:
    Run complaintAbout(const QString &path) const;

    QTemporaryDir m_folder;
    QString m_plan;
};

void FiguresTest::initTestCase()
{
    m_plan = writeFile(m_folder.path(), QStringLiteral("plan.json"), plan());
    for (const char *ending : {"svg", "pdf", "png"}) {
        const Run run =
            runPlimsoll({QStringLiteral("render"), m_folder.filePath(QStringLiteral("figure.") + QLatin1String(ending)),
                         QStringLiteral("--plan"), m_plan});
        QVERIFY2(run.status == 0, run.described().constData());
    }
}

void FiguresTest::roundTrip_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"svg", "pdf", "png"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void FiguresTest::roundTrip()
{
    QFETCH(QString, ending);
    const QString figure = m_folder.filePath(QStringLiteral("figure.") + ending);
    const auto answer = [](const QString &plan) {
        return runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"), plan});
    };
    const Run ofFigure = answer(figure);
    QVERIFY2(ofFigure.status == 0, ofFigure.described().constData());
    QCOMPARE(at(ofFigure.json(), QStringLiteral("plan.name")).toString(), kName);
    QCOMPARE(at(ofFigure.json(), QStringLiteral("plan.sequences")).toInt(), 5);
    QCOMPARE(ofFigure.out, answer(m_plan).out);

    const QString again = m_folder.filePath(QStringLiteral("again.") + ending);
    const Run run = runPlimsoll({QStringLiteral("render"), again, QStringLiteral("--plan"), figure});
    QVERIFY2(run.status == 0, run.described().constData());
    QCOMPARE(contentOf(again), contentOf(figure));
}

void FiguresTest::onStandardInput()
{
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--plan"),
                                 QStringLiteral("-"), QStringLiteral("--sequences"), QStringLiteral("6")},
                                contentOf(m_folder.filePath(QStringLiteral("figure.png"))));
    QVERIFY2(run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("plan.sequences")).toInt(), 6);
    QCOMPARE(at(run.json(), QStringLiteral("plan.contextLength")).toInt(), 32768);
}

void FiguresTest::beside()
{
    const Run run = runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--model"),
                                 QStringLiteral("meta-llama/Llama-3.1-8B"), QStringLiteral("--gpu"),
                                 QStringLiteral("nvidia-h100-sxm-80gb:4"), QStringLiteral("--beside"),
                                 m_folder.filePath(QStringLiteral("figure.pdf"))});
    QVERIFY2(run.status == 0, run.described().constData());
    QCOMPARE(at(run.json(), QStringLiteral("plan.beside.0.contextLength")).toInt(), 32768);
}

Run FiguresTest::complaintAbout(const QString &path) const
{
    return runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--plan"), path});
}

void FiguresTest::savedByAnotherProgram()
{
    const QString path = m_folder.filePath(QStringLiteral("resaved.png"));
    QVERIFY(
        QImage(m_folder.filePath(QStringLiteral("figure.png"))).convertToFormat(QImage::Format_Grayscale8).save(path));
    const Run run = complaintAbout(path);
    QVERIFY2(run.status == 3 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains("resaved.png") && run.err.contains("carries no plan"), run.described().constData());
}

void FiguresTest::changed_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a number of the drawing") << "svg" << QByteArray(">4 GPUs: ") << QByteArray(">9 GPUs: ");
    QTest::newRow("the plan alone") << "svg" << QByteArray("\"sequences\":5") << QByteArray("\"sequences\":1");
    QTest::newRow("metadata taken out") << "svg" << QByteArray("plimsoll:plan") << QByteArray("other:plan");
    QTest::newRow("the plan in a PDF") << "pdf" << QByteArray("\"sequences\":5") << QByteArray("\"sequences\":1");
    QTest::newRow("the page of a PDF") << "pdf" << QByteArray("/MediaBox [") << QByteArray("/CropBox  [");
    QTest::newRow("the plan in a PNG") << "png" << QByteArray("\"sequences\":5") << QByteArray("\"sequences\":1");
    QTest::newRow("resolution of a PNG") << "png" << QByteArray("pHYs") << QByteArray("phYs");
}

void FiguresTest::changed()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray figure = contentOf(m_folder.filePath(QStringLiteral("figure.") + ending));
    QVERIFY(figure.contains(from));
    const QString path = writeFile(m_folder.path(), QStringLiteral("changed.") + ending, figure.replace(from, to));
    const Run run = complaintAbout(path);
    QVERIFY2(run.status == 3 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains("carries no plan"), run.described().constData());
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
