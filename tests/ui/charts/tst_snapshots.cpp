// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plancomparison.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/figure.h"

#include <QDir>
#include <QFontDatabase>
#include <QImage>
#include <QTest>

using namespace plimsoll;

namespace {

/// Another FreeType smooths edges a little differently; a number that changed or a line that moved is far more.
constexpr int kChannelTolerance = 64;
constexpr double kShareTolerance = 0.0002;

constexpr QSize kSize{800, 400};
/// What a chart has in a window of 1,024 x 700 pixels, and in one that fills a large screen.
constexpr QSize kSmall{600, 250};
constexpr QSize kLarge{1500, 750};

Plan serving70()
{
    Plan plan;
    plan.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-70B-Instruct")};
    plan.engine = QStringLiteral("vllm");
    plan.engineVersion = QStringLiteral("0.19.0");
    plan.contextLength = 32768;
    plan.sequences = 8;
    plan.gpus = {GpuChoice{QStringLiteral("nvidia-h100-sxm-80gb"), 4}};

    Plan int4 = plan;
    int4.weights = QStringLiteral("int4");
    int4.gpus.front().count = 2;
    Plan small = plan;
    small.model = NamedModel{QStringLiteral("meta-llama/Llama-3.1-8B-Instruct")};
    small.gpus = {GpuChoice{QStringLiteral("nvidia-a100-sxm-40gb"), 1}};
    plan.pins = Pins({{QStringLiteral("INT4 on half"), int4, {}}, {QStringLiteral("The small one"), small, {}}});
    return plan;
}

Plan withoutGpu()
{
    Plan plan;
    plan.model = FreeSize{13'000'000'000};
    plan.weights = QStringLiteral("fp16");
    plan.engine = QStringLiteral("rule-of-thumb");
    return plan;
}

double differingShare(const QImage &a, const QImage &b)
{
    qint64 different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (std::abs(qRed(p) - qRed(q)) > kChannelTolerance || std::abs(qGreen(p) - qGreen(q)) > kChannelTolerance
                || std::abs(qBlue(p) - qBlue(q)) > kChannelTolerance)
                ++different;
        }
    }
    return double(different) / (double(a.width()) * a.height());
}

} // namespace

/// Every chart against the picture that was looked at, in both themes and with the font that the tests bring along.
/// PLIMSOLL_UPDATE_SNAPSHOTS=1 writes the pictures anew; look at each before committing it.
class SnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chart_data();
    void chart();
    void aChangedNumberIsSeen();

private:
    QImage picture(const QString &chart, const Plan &plan, Theme theme, QSize size = kSize);

    Catalog m_catalog = Catalog::builtIn();
    QFont m_font;
};

void SnapshotTest::initTestCase()
{
    QString family;
    for (const char *style : {"Regular", "Bold"}) {
        const int id = QFontDatabase::addApplicationFont(
            QStringLiteral(PLIMSOLL_TEST_DATA "/fonts/PlimsollTestSans-%1.ttf").arg(QLatin1String(style)));
        QVERIFY(id >= 0);
        family = QFontDatabase::applicationFontFamilies(id).value(0);
        QCOMPARE(family, QStringLiteral("Plimsoll Test Sans"));
    }
    m_font = QFont(family);
    m_font.setPixelSize(13);
    m_font.setHintingPreference(QFont::PreferNoHinting);
    m_font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
}

QImage SnapshotTest::picture(const QString &id, const Plan &plan, Theme theme, QSize size)
{
    const Result<ResolvedPlan> resolved = resolve(plan, m_catalog);
    if (!resolved)
        qFatal("%s", qPrintable(resolved.error().text));
    const std::unique_ptr<ChartPanel> chart = makeChart(id);
    chart->setFont(m_font);
    chart->setLegend(true);
    chart->resize(size);
    const std::vector<ComparedPlan> pinned = comparedPins(plan.pins, m_catalog);
    chart->update({*resolved, estimate(*resolved), compare(*resolved), SizeUnit::GiB, &pinned, &m_catalog}, theme);
    return figureImage(*chart, 1);
}

void SnapshotTest::chart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("chart");
    QTest::addColumn<bool>("serving");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const ChartEntry &entry : chartRegistry()) {
        for (bool serving : {true, false}) {
            for (bool dark : {false, true}) {
                const QString name =
                    QStringLiteral("%1-%2-%3")
                        .arg(QLatin1String(entry.id), serving ? QStringLiteral("70b") : QStringLiteral("rule"),
                             dark ? QStringLiteral("dark") : QStringLiteral("light"));
                QTest::newRow(qPrintable(name)) << name << QString::fromLatin1(entry.id) << serving << dark << kSize;
            }
        }
    }
    for (const char *chart : {"parameters", "speed"}) {
        for (bool dark : {false, true}) {
            for (QSize size : {kSmall, kLarge}) {
                const QString name =
                    QStringLiteral("%1-%2-%3")
                        .arg(QLatin1String(chart), size == kSmall ? QStringLiteral("small") : QStringLiteral("large"),
                             dark ? QStringLiteral("dark") : QStringLiteral("light"));
                QTest::newRow(qPrintable(name)) << name << QString::fromLatin1(chart) << true << dark << size;
            }
        }
    }
}

void SnapshotTest::chart()
{
    QFETCH(QString, name);
    QFETCH(QString, chart);
    QFETCH(bool, serving);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    const QImage now =
        picture(chart, serving ? serving70() : withoutGpu(), dark ? Theme::dark() : Theme::light(), size);
    const QString kept = QStringLiteral(PLIMSOLL_TEST_DATA "/snapshots/%1.png").arg(name);
    if (qEnvironmentVariableIsSet("PLIMSOLL_UPDATE_SNAPSHOTS")) {
        QVERIFY(now.save(kept));
        return;
    }
    const QImage before = QImage(kept).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(now.size(), before.size());
    const double share = differingShare(now, before);
    if (share > kShareTolerance) {
        const QString seen = QDir::temp().filePath(QStringLiteral("plimsoll-%1.png").arg(name));
        now.save(seen);
        QFAIL(qPrintable(QStringLiteral("%1 % of the pixels differ from %2; the picture of now is %3")
                             .arg(100 * share)
                             .arg(kept, seen)));
    }
}

/// The tolerance is no blindfold: one more user, and nothing else, is a different picture.
void SnapshotTest::aChangedNumberIsSeen()
{
    Plan other = serving70();
    other.sequences = 9;
    for (const ChartEntry &entry : chartRegistry()) {
        const QString chart = QString::fromLatin1(entry.id);
        QVERIFY2(differingShare(picture(chart, serving70(), Theme::light()), picture(chart, other, Theme::light()))
                     > kShareTolerance,
                 entry.id);
    }
}

QTEST_MAIN(SnapshotTest)
#include "tst_snapshots.moc"
