// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/precisionpanel.h"

#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/plandocument.h"

#include <QTest>

using namespace plimsoll;

/// What a precision costs in quality, beside the picker, for exactly what was measured.
class PrecisionPanelTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<PrecisionPanel> m_panel;

    void show()
    {
        m_document->flush();
        m_panel->show(*m_document);
    }
    QString row(const QString &format) const
    {
        return m_panel->weights()->itemText(m_panel->weights()->findData(format));
    }

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
        m_document->setModel(QStringLiteral("meta-llama/Meta-Llama-3-8B"));
        m_document->setEngine(QStringLiteral("llama.cpp"));
        m_panel = std::make_unique<PrecisionPanel>(m_document.get());
        show();
        m_panel->QWidget::show();
        QTRY_VERIFY(m_panel->weights()->count() > 30);
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    /// llama.cpp, tools/perplexity/README.md: 6.407115 against 6.233160 of FP16.
    void aChosenPrecision()
    {
        QVERIFY(!m_panel->quality()->isVisible());
        ComboBox *weights = m_panel->weights();
        weights->setFocus();
        QTest::keyClicks(weights, QStringLiteral("q4_k_m"));
        QCOMPARE(weights->currentData().toString(), QStringLiteral("q4_k_m"));
        show();
        QVERIFY(m_panel->quality()->isVisible());
        QCOMPARE(m_panel->quality()->text(), QStringLiteral("Measured: perplexity +2.8 % (WikiText-2 test)"));
        QVERIFY(m_panel->quality()->toolTip().contains(QLatin1String("source: https://")));
        QVERIFY(weights->toolTip().contains(QLatin1String("perplexity +2.8 %")));
        // The field itself stays short.
        QCOMPARE(weights->currentData(ComboBox::kFieldTextRole).toString().count(QLatin1Char('%')), 0);
    }

    /// The window is there before its lists are, unless the plan needs one.
    void listsComeLate()
    {
        PrecisionPanel late(m_document.get());
        late.show(*m_document);
        QCOMPARE(late.weights()->count(), 1);
        QCOMPARE(late.weights()->currentData().toString(), QStringLiteral("native"));
        late.QWidget::show();
        QTRY_COMPARE(late.weights()->count(), m_panel->weights()->count());
        QCOMPARE(late.weights()->currentData().toString(), QStringLiteral("native"));

        m_document->setWeights(QStringLiteral("q4_k_m"));
        m_document->flush();
        PrecisionPanel atOnce(m_document.get());
        atOnce.show(*m_document);
        QCOMPARE(atOnce.weights()->count(), m_panel->weights()->count());
        QCOMPARE(atOnce.weights()->currentData().toString(), QStringLiteral("q4_k_m"));
    }

    /// Another catalog brings its own rows, and the figures of the model stand in them again.
    void anotherCatalog()
    {
        const QString before = row(QStringLiteral("q4_k_m"));
        QVERIFY(before.contains(QLatin1Char('%')));
        m_document->setCatalog(Catalog::builtIn());
        QCOMPARE(row(QStringLiteral("q4_k_m")), before);
    }

    void rowsOfThePicker()
    {
        QVERIFY2(row(QStringLiteral("q4_k_m")).contains(QLatin1String("perplexity +2.8 %")),
                 qPrintable(row(QStringLiteral("q4_k_m"))));
        QVERIFY(!row(QStringLiteral("nvfp4")).contains(QLatin1Char('%')));
    }

    /// Figures never stand for another model, and go when the model does.
    void anotherModel()
    {
        m_document->setWeights(QStringLiteral("q4_k_m"));
        m_document->setModel(QStringLiteral("meta-llama/Llama-3.2-3B"));
        show();
        QVERIFY(!m_panel->quality()->isVisible());
        QVERIFY(!row(QStringLiteral("q4_k_m")).contains(QLatin1Char('%')));
        QVERIFY(!m_panel->weights()->toolTip().contains(QLatin1String("source")));
        m_document->setFreeSize(8'000'000'000);
        show();
        QVERIFY(!m_panel->quality()->isVisible());
        m_document->setModel(QStringLiteral("meta-llama/Llama-2-7b-hf"));
        show();
        QVERIFY(m_panel->quality()->isVisible());
    }
};

QTEST_MAIN(PrecisionPanelTest)
#include "tst_precisionpanel.moc"
