// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QSet>
#include <QTest>

using namespace plimsoll;

class TestTheme : public QObject
{
    Q_OBJECT

    using Pair = std::pair<ThemeColor, ThemeColor>;

private Q_SLOTS:
    /// WCAG 2.1, "contrast ratio": the extremes, and a grey whose ratio W3C states in its techniques (G18).
    void contrast()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
    }

    void textOnGround_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        const std::vector<std::pair<const char *, Pair>> pairs = {
            {"text on window", {ThemeColor::Text, ThemeColor::Window}},
            {"text on panel", {ThemeColor::Text, ThemeColor::Panel}},
            {"text on field", {ThemeColor::Text, ThemeColor::Field}},
            {"text on button", {ThemeColor::Text, ThemeColor::Button}},
            {"muted on window", {ThemeColor::MutedText, ThemeColor::Window}},
            {"muted on panel", {ThemeColor::MutedText, ThemeColor::Panel}},
            {"muted on field", {ThemeColor::MutedText, ThemeColor::Field}},
            {"muted on button", {ThemeColor::MutedText, ThemeColor::Button}},
            {"link on window", {ThemeColor::Accent, ThemeColor::Window}},
            {"link on panel", {ThemeColor::Accent, ThemeColor::Panel}},
            {"text on the chosen", {ThemeColor::OnAccent, ThemeColor::Accent}},
            {"load line label", {ThemeColor::LoadLine, ThemeColor::Panel}},
            {"bad figure on panel", {ThemeColor::BadMark, ThemeColor::Panel}},
            {"sentence on ok", {ThemeColor::Text, ThemeColor::OkFill}},
            {"sentence on bad", {ThemeColor::Text, ThemeColor::BadFill}},
            {"sentence on warn", {ThemeColor::Text, ThemeColor::WarnFill}},
            {"sentence on neutral", {ThemeColor::Text, ThemeColor::NeutralFill}},
            {"details on ok", {ThemeColor::MutedText, ThemeColor::OkFill}},
            {"details on bad", {ThemeColor::MutedText, ThemeColor::BadFill}},
            {"details on warn", {ThemeColor::MutedText, ThemeColor::WarnFill}},
            {"details on neutral", {ThemeColor::MutedText, ThemeColor::NeutralFill}},
            {"sign on ok", {ThemeColor::OnMark, ThemeColor::OkMark}},
            {"sign on bad", {ThemeColor::OnMark, ThemeColor::BadMark}},
            {"sign on warn", {ThemeColor::OnMark, ThemeColor::WarnMark}},
            {"sign on neutral", {ThemeColor::OnMark, ThemeColor::NeutralMark}},
        };
        QTest::addColumn<double>("least");
        for (Theme theme : {Theme::light(), Theme::dark(), Theme::highContrast(false), Theme::highContrast(true)}) {
            const QByteArray full =
                QByteArray(theme.isHighContrast() ? "high contrast " : "") + (theme.isDark() ? "dark" : "light");
            const char *name = full.constData();
            const double least = theme.isHighContrast() ? 7 : 4.5;
            for (const auto &[label, pair] : pairs)
                QTest::addRow("%s, %s", name, label) << theme.color(pair.first) << theme.color(pair.second) << least;
            for (int i = 0; i < kItemCount; ++i)
                QTest::addRow("%s, label on item %d", name, i)
                    << theme.itemText(Item(i)) << theme.itemFill(Item(i)) << 4.5;
        }
    }

    void textOnGround()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QCOMPARE(text.alpha(), 255);
        QCOMPARE(ground.alpha(), 255);
        const double ratio = contrastRatio(text, ground);
        QFETCH(double, least);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    /// What is drawn around a thing that can be used must be seen itself.
    void edgesInHighContrast()
    {
        for (const bool dark : {false, true}) {
            const Theme theme = Theme::highContrast(dark);
            for (ThemeColor edge : {ThemeColor::Outline, ThemeColor::Accent, ThemeColor::LoadLine, ThemeColor::OkEdge,
                                    ThemeColor::BadEdge, ThemeColor::WarnEdge, ThemeColor::NeutralEdge})
                QVERIFY(contrastRatio(theme.color(edge), theme.color(ThemeColor::Panel)) >= 7);
            QVERIFY(contrastRatio(theme.color(ThemeColor::Grid), theme.color(ThemeColor::Panel)) >= 3);
        }
    }

    void names()
    {
        for (ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark,
                                   ThemeChoice::ContrastLight, ThemeChoice::ContrastDark})
            QVERIFY(themeNamed(themeName(choice)) == choice);
        QVERIFY(!themeNamed(QStringLiteral("blue")));
    }

    void itemsDiffer()
    {
        for (Theme theme : {Theme::light(), Theme::dark()}) {
            QSet<QRgb> fills;
            QSet<int> patterns;
            for (int i = 0; i < kItemCount; ++i) {
                fills.insert(theme.itemFill(Item(i)).rgb());
                patterns.insert(int(Theme::itemPattern(Item(i))));
            }
            QCOMPARE(fills.size(), kItemCount);
            QCOMPARE(patterns.size(), kItemCount);
        }
    }

    void schemeOfAPalette()
    {
        QVERIFY(Theme::forPalette(Theme::dark().palette()).isDark());
        QVERIFY(!Theme::forPalette(Theme::light().palette()).isDark());
        QPalette bright(Qt::white);
        bright.setColor(QPalette::WindowText, Qt::black);
        QVERIFY(!Theme::forPalette(bright).isDark());
        for (Theme theme : {Theme::light(), Theme::dark(), Theme::highContrast(false), Theme::highContrast(true)})
            QVERIFY(Theme::forPalette(theme.palette()) == theme);
    }

    void choice()
    {
        const QPalette dark = Theme::dark().palette();
        const QPalette light = Theme::light().palette();
        QCOMPARE(paletteFor(ThemeChoice::Light, dark).color(QPalette::Window), light.color(QPalette::Window));
        QCOMPARE(paletteFor(ThemeChoice::Dark, light).color(QPalette::Window), dark.color(QPalette::Window));
        QCOMPARE(paletteFor(ThemeChoice::System, light).color(QPalette::Window), light.color(QPalette::Window));
        QCOMPARE(paletteFor(ThemeChoice::System, dark).color(QPalette::Window), dark.color(QPalette::Window));
    }
};

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
