// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/plancomparison.h"
#include "ui/charts/barchart.h"
#include "ui/charts/breakdownchart.h"
#include "ui/charts/chartregistry.h"
#include "ui/charts/figure.h"
#include "ui/charts/sweepchart.h"
#include "ui/charts/waterfallchart.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plimsoll;

namespace {

/// Of the lightness L* of CIE, 0 to 100. On newsprint (ISO 12647-3) black has L* 36 and paper 82, so a copy there keeps
/// 46 of 100: from 10 remain 4.6, twice the 2.3 that are just told apart where they touch.
constexpr double kApart = 10;
/// High and narrow: also thin layers are several pixels high.
constexpr QSize kSize{700, 2400};
constexpr double kLeastHeight = 6; ///< pixels of a layer that is looked at

double lightness(double luminance)
{
    return luminance > 216.0 / 24389 ? 116 * std::cbrt(luminance) - 16 : luminance * 24389 / 27;
}

double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// As the eye has it.
double byLuminance(QRgb colour)
{
    return lightness(0.2126 * linear(qRed(colour) / 255.0) + 0.7152 * linear(qGreen(colour) / 255.0)
                     + 0.0722 * linear(qBlue(colour) / 255.0));
}

/// As printers have it: DeviceRGB to DeviceGray of PDF (ISO 32000-1, 10.3.3).
double byPrinter(QRgb colour)
{
    return lightness(linear((0.3 * qRed(colour) + 0.59 * qGreen(colour) + 0.11 * qBlue(colour)) / 255.0));
}

using ToGrey = double (*)(QRgb);

/// What most of these pixels are, numbers and patterns apart.
double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> pixels(const QImage &image, const QRectF &rect, ToGrey grey)
{
    std::vector<double> values;
    const QRect inside = rect.adjusted(3, 2, -3, -2).toAlignedRect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            values.push_back(grey(image.pixel(x, y)));
    }
    return values;
}

struct Layer {
    Item item;
    std::vector<double> grey; ///< empty: too thin, or hatched
};

std::vector<std::vector<Layer>> stacks(const BarChart &chart, const QImage &image, ToGrey grey)
{
    std::vector<std::vector<Layer>> stacks;
    for (const PlacedColumn &column : chart.picture().columns) {
        std::vector<Layer> stack;
        for (const PlacedSegment &segment : column.segments) {
            // Above the load line all is made paler and hatched, to be unlike what is below.
            const bool isWhole = column.hatched.isNull() || segment.rect.top() >= column.hatched.bottom();
            const bool isSeen = isWhole && segment.rect.height() >= kLeastHeight;
            stack.push_back({segment.item, isSeen ? pixels(image, segment.rect, grey) : std::vector<double>()});
        }
        stacks.push_back(stack);
    }
    return stacks;
}

/// At the first stop, where most fits.
std::vector<std::vector<Layer>> stacks(const SweepChart &chart, const QImage &image, ToGrey grey)
{
    const SweepPicture &picture = chart.picture();
    std::vector<Layer> stack;
    const int x = int(picture.plot.left() + 0.04 * picture.plot.width());
    const auto isHatched = [&](QPointF at) {
        return std::any_of(picture.hatched.begin(), picture.hatched.end(),
                           [&](const QRectF &rect) { return rect.contains(at); });
    };
    for (const SweepPicture::Area &area : picture.areas) {
        Layer layer{area.item, {}};
        for (int y = int(picture.plot.top()); y < int(picture.plot.bottom()); ++y) {
            const QPointF at(x, y);
            if (area.outline.containsPoint(at, Qt::OddEvenFill) && !isHatched(at)) {
                for (int column = x; column < x + 9; ++column) // more than a period of the patterns
                    layer.grey.push_back(grey(image.pixel(column, y)));
            }
        }
        if (double(layer.grey.size()) / 9 < kLeastHeight)
            layer.grey.clear();
        stack.push_back(layer);
    }
    return {stack};
}

std::vector<std::vector<Layer>> stacks(const WaterfallChart &chart, const QImage &image, ToGrey grey)
{
    std::vector<Layer> stack;
    for (const auto &[item, rect] : chart.picture().steps.back().segments) {
        const bool isSeen = rect.width() > 2 * kLeastHeight;
        stack.push_back({item, isSeen ? pixels(image, rect, grey) : std::vector<double>()});
    }
    return {stack};
}

/// The total's.
std::vector<std::vector<Layer>> stacks(const BreakdownChart &chart, const QImage &image, ToGrey grey)
{
    std::vector<Layer> stack;
    for (const PlacedBar &bar : chart.picture().bars) {
        if (bar.kind != BreakdownRow::Kind::Total)
            continue;
        for (const auto &[item, rect] : bar.segments) {
            const bool isSeen = rect.width() > 2 * kLeastHeight;
            stack.push_back({item, isSeen ? pixels(image, rect, grey) : std::vector<double>()});
        }
    }
    return {stack};
}

Plan planOf(const char *model, const char *engine, const char *gpu)
{
    Plan plan;
    plan.model = NamedModel{QLatin1String(model)};
    plan.engine = QLatin1String(engine);
    plan.contextLength = 8192;
    plan.sequences = 2;
    plan.gpus = {GpuChoice{QLatin1String(gpu), 1}};
    return plan;
}

} // namespace

/// Figures that are printed in grey: what lies beside each other in a stack is told apart by its lightness alone, in
/// every theme, on every engine.
class GreyFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursDiffer_data();
    void neighboursDiffer();
    void theMeasureIsRight();

private:
    Catalog m_catalog = Catalog::builtIn();
};

void GreyFiguresTest::neighboursDiffer_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("theme");
    Plan rule;
    rule.model = FreeSize{13'000'000'000};
    rule.weights = QStringLiteral("fp16");
    rule.engine = QStringLiteral("rule-of-thumb");
    const std::pair<const char *, Plan> plans[] = {
        {"vLLM", planOf("meta-llama/Llama-3.1-8B-Instruct", "vllm", "nvidia-h100-sxm-80gb")},
        {"SGLang", planOf("meta-llama/Llama-3.1-8B-Instruct", "sglang", "nvidia-h100-sxm-80gb")},
        {"TensorRT-LLM", planOf("meta-llama/Llama-3.1-8B-Instruct", "tensorrt-llm", "nvidia-h100-sxm-80gb")},
        {"Transformers", planOf("meta-llama/Llama-3.1-8B-Instruct", "transformers", "nvidia-h100-sxm-80gb")},
        {"llama.cpp", planOf("meta-llama/Llama-3.1-8B-Instruct", "llama.cpp", "nvidia-h100-sxm-80gb")},
        {"recurrent layers", planOf("Qwen/Qwen3-Next-80B-A3B-Instruct", "vllm", "nvidia-b300-sxm-288gb")},
        {"the rule", rule},
    };
    for (const auto &[name, plan] : plans) {
        for (const char *theme : {"light", "dark", "contrast-light", "contrast-dark"})
            QTest::addRow("%s, %s", name, theme) << plan << QString::fromLatin1(theme);
    }
}

void GreyFiguresTest::neighboursDiffer()
{
    QFETCH(Plan, plan);
    QFETCH(QString, theme);
    const Result<PlanAnswer> answer = answerPlan(plan, m_catalog);
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text));
    const std::vector<ComparedPlan> pinned;
    const Theme colours = Theme::forPalette(paletteFor(*themeNamed(theme), {}));
    QFont font;
    font.setPixelSize(11);
    int pairs = 0;
    for (const ChartEntry &entry : chartRegistry()) {
        const std::unique_ptr<ChartPanel> chart = entry.make();
        if (chart->id() == QLatin1String("speed")) // two plots with a line each: nothing is stacked
            continue;
        chart->setFont(font);
        const bool isLying = chart->id() == QLatin1String("waterfall") || chart->id() == QLatin1String("breakdown");
        chart->resize(isLying ? kSize.transposed() : kSize);
        chart->update({answer->plan, answer->estimate, answer->comparison, SizeUnit::GiB, &pinned, &m_catalog},
                      colours);
        const QImage image = figureImage(*chart, 1);
        for (const ToGrey grey : {&byLuminance, &byPrinter}) {
            std::vector<std::vector<Layer>> found;
            if (const auto *bars = qobject_cast<const BarChart *>(chart.get()))
                found = stacks(*bars, image, grey);
            else if (const auto *sweep = qobject_cast<const SweepChart *>(chart.get()))
                found = stacks(*sweep, image, grey);
            else if (const auto *waterfall = qobject_cast<const WaterfallChart *>(chart.get()))
                found = stacks(*waterfall, image, grey);
            else if (const auto *breakdown = qobject_cast<const BreakdownChart *>(chart.get()))
                found = stacks(*breakdown, image, grey);
            else
                QFAIL(qPrintable(QStringLiteral("nobody looks at the stacks of %1").arg(chart->id())));
            for (const std::vector<Layer> &stack : found) {
                for (size_t i = 1; i < stack.size(); ++i) {
                    if (stack[i - 1].grey.empty() || stack[i].grey.empty())
                        continue;
                    const double below = median(stack[i - 1].grey), above = median(stack[i].grey);
                    QVERIFY2(std::abs(below - above) >= kApart,
                             qPrintable(QStringLiteral("%1: item %2 at L* %3, item %4 at %5")
                                            .arg(chart->id())
                                            .arg(int(stack[i - 1].item))
                                            .arg(below, 0, 'f', 1)
                                            .arg(int(stack[i].item))
                                            .arg(above, 0, 'f', 1)));
                    ++pairs;
                }
            }
        }
    }
    QVERIFY2(pairs >= 8, qPrintable(QString::number(pairs)));
}

/// Lightness of sRGB greys: 0x77 has L* 50.03, as tables of CIELAB have it.
void GreyFiguresTest::theMeasureIsRight()
{
    for (const ToGrey grey : {&byLuminance, &byPrinter}) {
        QVERIFY(std::abs(grey(qRgb(0x77, 0x77, 0x77)) - 50.03) < 0.02);
        QVERIFY(std::abs(grey(qRgb(255, 255, 255)) - 100) < 0.01);
        QCOMPARE(grey(qRgb(0, 0, 0)), 0.0);
    }
}

QTEST_MAIN(GreyFiguresTest)
#include "tst_greyfigures.moc"
