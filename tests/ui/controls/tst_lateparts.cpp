// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parts of controls that are made when they are needed, not when the window opens: nobody may see the difference.

#include "ui/controls/combobox.h"
#include "ui/controls/selectablelabel.h"
#include "ui/itemmodels/catalogmodel.h"
#include "ui/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEnterEvent>
#include <QTest>

using namespace plimsoll;

class LatePartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void comboBoxIsAsWideAsQtsPolicyMakesIt()
    {
        for (const int letters : {4, 8, 20}) {
            ComboBox box(letters);
            QComboBox plain;
            plain.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            plain.setMinimumContentsLength(letters);
            for (QComboBox *each : {static_cast<QComboBox *>(&box), &plain})
                each->addItems({QStringLiteral("a"), QStringLiteral("a text that is longer than all of them")});
            QCOMPARE(box.sizeHint().width(), plain.sizeHint().width());
            QCOMPARE(box.minimumSizeHint().width(), plain.minimumSizeHint().width());
        }
    }

    void comboBoxMakesItsListWhenItOpens()
    {
        ComboBox box(8);
        box.addItems({QStringLiteral("one"), QStringLiteral("two")});
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        QVERIFY(!box.findChild<QAbstractItemView *>());
        QTest::keyClick(&box, Qt::Key_Space);
        auto *list = box.findChild<QAbstractItemView *>();
        QVERIFY(list);
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(box.currentText(), QStringLiteral("two"));
    }

    void textIsSelectedWithTheMouse()
    {
        SelectableLabel label;
        label.setText(QStringLiteral("Fits: 31.2 GB of 80 GB, and so many words that they take three lines at least."));
        label.resize(180, label.heightForWidth(180));
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        const QPoint inside(4, label.height() / 2);
        QEnterEvent enter(inside, inside, label.mapToGlobal(inside));
        QApplication::sendEvent(&label, &enter);
        QTest::mouseDClick(&label, Qt::LeftButton, {}, {12, label.fontMetrics().height() / 2});
        QCOMPARE(label.selectedText(), QStringLiteral("Fits"));
    }

    void theMouseMovesNoWord()
    {
        SelectableLabel label;
        label.setText(QStringLiteral("Fits: 31.2 GB of 80 GB, and so many words that they take three lines at least."));
        const QSize hint = label.sizeHint();
        const int height = label.heightForWidth(180);
        label.resize(180, height);
        const QImage before = label.grab().toImage();
        QEnterEvent enter({4, 4}, {4, 4}, {4, 4});
        QApplication::sendEvent(&label, &enter);
        QCOMPARE(label.heightForWidth(180), height);
        QCOMPARE(label.sizeHint(), hint);
        QCOMPARE(label.grab().toImage(), before);
    }

    void moreSignHasTheColourOfTheTheme()
    {
        const QIcon icon = QApplication::style()->standardIcon(QStyle::SP_ToolBarHorizontalExtensionButton);
        const QImage picture = icon.pixmap(QSize(16, 16), 2.0).toImage();
        QCOMPARE(picture.size(), QSize(32, 32));
        const QColor wanted = QApplication::palette().color(QPalette::ButtonText);
        int inked = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                inked += picture.pixelColor(x, y) == wanted;
        }
        QVERIFY2(inked > 20, qPrintable(QString::number(inked)));
    }

    void rowsAreFoundHoweverTheirNamesAreRunTogether()
    {
        CatalogEntry none, llama;
        llama.id = QStringLiteral("meta-llama/Llama-3.1-8B");
        llama.name = QStringLiteral("Llama 3.1 8B");
        llama.searchText = QStringLiteral("meta-llama/Llama-3.1-8B");
        CatalogModel model(none, {llama});
        QVERIFY(model.searchText(1).contains(QStringLiteral("llama3.18b")));
        model.setEntries({llama, llama});
        QVERIFY(model.searchText(2).contains(QStringLiteral("llama3.18b")));
    }
};

QTEST_MAIN(LatePartsTest)
#include "tst_lateparts.moc"
