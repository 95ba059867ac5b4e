// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/charts/chartregistry.h"
#include "ui/figures/figuredialog.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/views/breakdownview.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace plimsoll {

/// Figures from the window in the size, colours and pixels that a person chooses.
class FigureDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void beginsLightAndStandard();
    void presets_data();
    void presets();
    void ownSize();
    void savesAsChosen();
    void copiesAsChosen();
    void anyChart();
    void breakdownWhereTheKeyboardIs();
    void cancelChangesNothing();
    void remembers();
    void brokenSettingsAreAsItBegins();
    void pictureShowsTheChoice();

private:
    FigureDialog *open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        FigureDialog *dialog = m_window->figureDialog();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    static void choose(QComboBox *box, const QString &text)
    {
        box->setFocus();
        for (int i = 0; i < box->count() && box->currentText() != text; ++i)
            QTest::keyClick(box, box->currentIndex() < box->findText(text) ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(box->currentText(), text);
    }
    static void type(QSpinBox *box, const QString &number)
    {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, number);
        QTest::keyClick(box, Qt::Key_Tab);
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void FigureDialogTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void FigureDialogTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FigureDialogTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void FigureDialogTest::beginsLightAndStandard()
{
    m_window->setTheme(ThemeChoice::Dark);
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->options(), FigurePreferences());
    QCOMPARE(dialog->themeBox()->currentText(), QStringLiteral("Light"));
    QCOMPARE(dialog->widthBox()->value(), 960);
    QCOMPARE(dialog->heightBox()->value(), 480);
    QVERIFY(dialog->captionBox()->isChecked());
    QCOMPARE(dialog->scaleBox()->currentData().toInt(), 2);
    QVERIFY(!dialog->picture()->pixmap(Qt::ReturnByValue).isNull());
}

void FigureDialogTest::presets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size");
    QTest::newRow("document") << "Column of a document" << QSize(624, 400);
    QTest::newRow("slide") << "Slide" << QSize(1200, 560);
    QTest::newRow("poster") << "Poster" << QSize(2880, 1600);
}

void FigureDialogTest::presets()
{
    QFETCH(QString, text);
    QFETCH(QSize, size);
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    choose(dialog->presetBox(), text);
    QCOMPARE(QSize(dialog->widthBox()->value(), dialog->heightBox()->value()), size);
    QCOMPARE(dialog->options().size(), size);
    QCOMPARE(dialog->presetBox()->currentText(), text);
}

/// Whoever types a size has chosen one of their own; a preset keeps it for later.
void FigureDialogTest::ownSize()
{
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    type(dialog->widthBox(), QStringLiteral("700"));
    QCOMPARE(dialog->presetBox()->currentText(), QStringLiteral("Own size"));
    type(dialog->heightBox(), QStringLiteral("350"));
    QCOMPARE(dialog->options().size(), QSize(700, 350));
    choose(dialog->presetBox(), QStringLiteral("Slide"));
    QCOMPARE(dialog->widthBox()->value(), 1200);
    choose(dialog->presetBox(), QStringLiteral("Own size"));
    QCOMPARE(dialog->options().size(), QSize(700, 350));
    QCOMPARE(dialog->widthBox()->value(), 700);
}

void FigureDialogTest::savesAsChosen()
{
    QTemporaryDir folder;
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    type(dialog->widthBox(), QStringLiteral("700"));
    type(dialog->heightBox(), QStringLiteral("350"));
    choose(dialog->themeBox(), QStringLiteral("Dark"));
    choose(dialog->scaleBox(), QStringLiteral("3 × the size"));
    QTest::mouseClick(dialog->captionBox(), Qt::LeftButton, {}, QPoint(8, dialog->captionBox()->height() / 2));
    QVERIFY(!dialog->options().captioned);
    QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    const QString path = folder.filePath(QStringLiteral("mine.png"));
    name->setText(path); // typed, it would be completed with whatever lies there
    QTest::mouseClick(files->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    const QImage image(path);
    QCOMPARE(image.size(), QSize(2100, 1050));
    QVERIFY(image.pixelColor(1, 1).lightness() < 64);

    QVERIFY(m_window->saveFigure(folder.filePath(QStringLiteral("mine.svg"))));
    QFile svg(folder.filePath(QStringLiteral("mine.svg")));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("viewBox=\"0 0 700 350\""));
    QVERIFY(!drawn.contains("catalog of"));
}

void FigureDialogTest::copiesAsChosen()
{
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    choose(dialog->scaleBox(), QStringLiteral("1 × the size"));
    QTest::mouseClick(dialog->copyButton(), Qt::LeftButton);
    const auto image = qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData());
    QCOMPARE(image.size(), QSize(960, 480));
    QTRY_VERIFY(!m_window->figureDialog());
}

/// Every chart is offered, whichever page is shown, and the breakdown, too.
void FigureDialogTest::anyChart()
{
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(dialog->chartBox()->count(), int(chartRegistry().size()));
    QCOMPARE(dialog->chartBox()->currentText(), QStringLiteral("Precisions"));
    const QImage before = dialog->picture()->pixmap(Qt::ReturnByValue).toImage();
    choose(dialog->chartBox(), QStringLiteral("Breakdown"));
    QVERIFY(dialog->picture()->pixmap(Qt::ReturnByValue).toImage() != before);
    QTest::mouseClick(dialog->copyButton(), Qt::LeftButton);
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->data(QStringLiteral("image/svg+xml")).contains("Memory by item: "));
    QCOMPARE(m_window->answers()->currentId(), QStringLiteral("precisions"));
}

void FigureDialogTest::breakdownWhereTheKeyboardIs()
{
    QTemporaryDir folder;
    m_window->breakdown()->tree()->setFocus();
    (*m_window->actions())[ActionId::CopyFigure]->trigger();
    QVERIFY(
        QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml")).contains("Memory by item: "));
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(dialog->chartBox()->currentText(), QStringLiteral("Breakdown"));
    QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
    auto *files = m_window->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QCOMPARE(name->text(), QStringLiteral("plimsoll-breakdown.svg"));
    const QString path = folder.filePath(name->text());
    name->setText(path); // typed, it would be completed with whatever lies there
    QTest::mouseClick(files->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile svg(path);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("Memory by item: "));
}

void FigureDialogTest::cancelChangesNothing()
{
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    choose(dialog->presetBox(), QStringLiteral("Poster"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->figureDialog());
    QCOMPARE(m_window->figurePreferences(), FigurePreferences());
}

void FigureDialogTest::remembers()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    m_window->remember(std::make_unique<Settings>(file));
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    type(dialog->widthBox(), QStringLiteral("700"));
    choose(dialog->themeBox(), QStringLiteral("Dark"));
    choose(dialog->scaleBox(), QStringLiteral("4 × the size"));
    QTest::mouseClick(dialog->captionBox(), Qt::LeftButton, {}, QPoint(8, dialog->captionBox()->height() / 2));
    const FigurePreferences chosen = dialog->options();
    QTest::mouseClick(dialog->copyButton(), Qt::LeftButton);
    m_window->close();
    MainWindow next(m_document.get());
    next.remember(std::make_unique<Settings>(file));
    QCOMPARE(next.figurePreferences(), chosen);
    MainWindow translated(m_document.get());
    translated.continueFrom(next);
    QCOMPARE(translated.figurePreferences(), chosen);
}

void FigureDialogTest::brokenSettingsAreAsItBegins()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[figures]\npreset=wall\nwidth=1000000\nheight=-4\ntheme=system\nscale=nan\n");
    file.close();
    QCOMPARE(Settings(path).figurePreferences(), FigurePreferences());
}

void FigureDialogTest::pictureShowsTheChoice()
{
    FigureDialog *dialog = open();
    QVERIFY(dialog);
    const QImage light = dialog->picture()->pixmap(Qt::ReturnByValue).toImage();
    choose(dialog->themeBox(), QStringLiteral("Dark"));
    const QImage dark = dialog->picture()->pixmap(Qt::ReturnByValue).toImage();
    QCOMPARE(dark.size(), light.size());
    QVERIFY(light.pixelColor(2, 2).lightness() > 200 && dark.pixelColor(2, 2).lightness() < 64);
    choose(dialog->presetBox(), QStringLiteral("Column of a document"));
    const QSize narrow = dialog->picture()->pixmap(Qt::ReturnByValue).size();
    QVERIFY(qAbs(double(narrow.width()) / narrow.height() - 624.0 / 400) < 0.02);
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::FigureDialogTest)
#include "tst_figuredialog.moc"
