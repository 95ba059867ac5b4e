// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/calibration/calibrationdialog.h"

#include "core/calibration/calibrationfile.h"
#include "ui/actions.h"
#include "ui/calibration/calibrationbook.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/problemlabel.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

namespace plimsoll {

namespace {

const Bytes kGiB = Bytes::fromMiB(1024);

/// A GiB of activations more than the rules of vLLM 0.11 say, on one H100.
CalibrationRecord record(const char *gpu = "nvidia-h100-sxm-80gb")
{
    CalibrationRecord made;
    made.engine = QStringLiteral("vllm");
    made.engineVersion = QStringLiteral("0.11.2");
    made.gpu = QLatin1String(gpu);
    made.modelName = QStringLiteral("Llama 3.1 8B");
    made.date = QDate(2026, 11, 30);
    made.source = QStringLiteral("serve.log");
    made.residuals[0] = kGiB;
    return made;
}

} // namespace

/// The window with a calibration of its own: what changes it changes answer and file, and can be taken back.
class CalibrationDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void addedAnswersAtOnce();
    void removedByButtonAndKey();
    void switchedOffAndOn();
    void anotherProgramAddedOne();
    void fileThatCannotBeWritten();
    void brokenFileIsSetAside();
    void withoutUserData();
    void anotherCatalogKeepsIt();
    void emptyListSaysWhatToDo();
    void everyControlHasAName();

private:
    Bytes activations();
    void open();
    Calibration stored() const { return *readCalibration(m_file); }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    CalibrationBook *m_book = nullptr;
    CalibrationDialog *m_dialog = nullptr;
    Bytes m_before; ///< activations by the rules
};

void CalibrationDialogTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void CalibrationDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("plimsoll/calibration.json"));
    Plan plan;
    plan.engine = QStringLiteral("vllm");
    plan.engineVersion = QStringLiteral("0.11.0");
    plan.gpus = {{QStringLiteral("nvidia-h100-sxm-80gb"), 1}};
    m_document = std::make_unique<PlanDocument>(m_catalog, plan);
    m_document->setCalibration(std::make_shared<const Calibration>());
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_book = m_window->calibrationBook();
    m_book->setFile(m_file);
    m_window->show();
    m_before = activations();
    QVERIFY(m_before > Bytes());
}

void CalibrationDialogTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

Bytes CalibrationDialogTest::activations()
{
    m_document->flush();
    return m_document->estimate().total[Item::Activations];
}

void CalibrationDialogTest::open()
{
    (*m_window->actions())[ActionId::Calibration]->trigger();
    m_dialog = m_window->calibrationDialog();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void CalibrationDialogTest::addedAnswersAtOnce()
{
    QVERIFY(!m_window->warnings()->text().contains(QLatin1String("Calibrated")));
    QVERIFY(m_book->add(record()));
    QCOMPARE(activations() - m_before, kGiB);
    QVERIFY(m_window->warnings()->isVisible());
    QVERIFY(m_window->warnings()->text().contains(QLatin1String("Calibrated with your log of vLLM 0.11 on H100")));
    QCOMPARE(stored().records.size(), size_t(1));
    open();
    QCOMPARE(m_dialog->list()->topLevelItemCount(), 1);
    QVERIFY(m_dialog->list()->topLevelItem(0)->text(0).contains(QLatin1String("2026-11-30")));
    QVERIFY(m_dialog->list()->topLevelItem(0)->text(2).contains(QLatin1String("+ 1.00 GiB")));
    QCOMPARE(m_dialog->list()->topLevelItem(0)->text(3), QStringLiteral("not measured"));
    QCOMPARE(m_dialog->list()->topLevelItem(0)->text(5), QStringLiteral("serve.log"));
}

void CalibrationDialogTest::removedByButtonAndKey()
{
    QVERIFY(m_book->add(record()) && m_book->add(record("nvidia-l4-24gb")));
    open();
    QCOMPARE(m_dialog->list()->topLevelItemCount(), 2);
    m_dialog->list()->setCurrentItem(m_dialog->list()->topLevelItem(0));
    QTest::mouseClick(m_dialog->removeButton(), Qt::LeftButton);
    QCOMPARE(activations(), m_before);
    QVERIFY(!m_window->warnings()->text().contains(QLatin1String("Calibrated")));
    QCOMPARE(m_dialog->list()->topLevelItemCount(), 1);
    QCOMPARE(stored().records.front()->gpu, QStringLiteral("nvidia-l4-24gb"));
    m_dialog->list()->setFocus();
    QTest::keyClick(m_dialog->list(), Qt::Key_Delete);
    QCOMPARE(m_dialog->list()->topLevelItemCount(), 0);
    QVERIFY(!m_dialog->removeButton()->isEnabled());
    QVERIFY(stored().records.empty());
}

void CalibrationDialogTest::switchedOffAndOn()
{
    QVERIFY(m_book->add(record()));
    open();
    QVERIFY(m_dialog->switchBox()->isChecked());
    m_dialog->switchBox()->setFocus();
    QTest::keyClick(m_dialog->switchBox(), Qt::Key_Space);
    QCOMPARE(activations(), m_before);
    QVERIFY(!stored().isOn && stored().records.size() == 1);
    QCOMPARE(m_dialog->list()->topLevelItemCount(), 1);
    QTest::keyClick(m_dialog->switchBox(), Qt::Key_Space);
    QCOMPARE(activations() - m_before, kGiB);
    QVERIFY(stored().isOn);
}

/// plimsoll measure --calibrate, while the window is open: the next change does not lose it.
void CalibrationDialogTest::anotherProgramAddedOne()
{
    QVERIFY(changeCalibration([](Calibration &all) { all.add(record()); }, m_file).ok());
    QVERIFY(m_book->add(record("nvidia-l4-24gb")));
    QCOMPARE(stored().records.size(), size_t(2));
    QCOMPARE(activations() - m_before, kGiB);
}

/// The answer stays what the file says, and the reason stands in the dialog.
void CalibrationDialogTest::fileThatCannotBeWritten()
{
    QFile blocking(m_folder->filePath(QStringLiteral("plimsoll")));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    QVERIFY(!m_book->add(record()));
    QCOMPARE(activations(), m_before);
    QVERIFY(m_window->fileNotice()->isVisible());
    open();
    QTest::mouseClick(m_dialog->switchBox(), Qt::LeftButton, {}, QPoint(8, m_dialog->switchBox()->height() / 2));
    QVERIFY(m_dialog->switchBox()->isChecked());
    QVERIFY(m_dialog->problemNote()->isVisible());
    QVERIFY(m_dialog->problemNote()->text().contains(QLatin1String("plimsoll")));
}

void CalibrationDialogTest::brokenFileIsSetAside()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("plimsoll")));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    QSignalSpy problems(m_book, &CalibrationBook::problem);
    QVERIFY(m_book->add(record()));
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.front().front().toString().contains(QLatin1String(".broken-")));
    QCOMPARE(activations() - m_before, kGiB);
}

/// What was started without the person's data keeps a calibration for this run alone.
void CalibrationDialogTest::withoutUserData()
{
    PlanDocument document(m_catalog, m_document->plan());
    CalibrationBook book(&document);
    const bool existed = QFile::exists(calibrationFile());
    QVERIFY(book.add(record()));
    document.flush();
    QCOMPARE(document.estimate().total[Item::Activations] - m_before, kGiB);
    QCOMPARE(QFile::exists(calibrationFile()), existed);
}

void CalibrationDialogTest::anotherCatalogKeepsIt()
{
    QVERIFY(m_book->add(record()));
    m_document->setCatalog(Catalog::builtIn());
    QCOMPARE(activations() - m_before, kGiB);
}

void CalibrationDialogTest::emptyListSaysWhatToDo()
{
    open();
    QVERIFY(m_dialog->emptyNote()->isVisible() && !m_dialog->list()->isVisible());
    QVERIFY(!m_dialog->removeButton()->isEnabled());
    QVERIFY(m_dialog->emptyNote()->text().contains(QLatin1String("Calibrate")));
    QVERIFY(m_book->add(record()));
    QVERIFY(!m_dialog->emptyNote()->isVisible() && m_dialog->list()->isVisible());
    QVERIFY(m_dialog->removeButton()->isEnabled());
}

void CalibrationDialogTest::everyControlHasAName()
{
    open();
    for (QWidget *control : {static_cast<QWidget *>(m_dialog->switchBox()), static_cast<QWidget *>(m_dialog->list()),
                             static_cast<QWidget *>(m_dialog->removeButton())}) {
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY(accessible && !accessible->text(QAccessible::Name).isEmpty());
        QVERIFY(!control->toolTip().isEmpty() || control == m_dialog->list());
    }
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::CalibrationDialogTest)
#include "tst_calibrationdialog.moc"
