// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"
#include "tests/ui/views/sampleanswer.h"
#include "ui/views/verdictview.h"

#include <QLabel>
#include <QLayout>
#include <QTest>
#include <QVBoxLayout>

using namespace plimsoll;

namespace {

void set(VerdictView &view, const SampleAnswer &answer)
{
    view.show(answer.plan, answer.estimate, answer.comparison, SizeUnit::GiB);
}

} // namespace

class TestVerdictView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signSaysTheAnswer_data()
    {
        QTest::addColumn<bool>("hasGpus");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<bool>("close");
        QTest::addColumn<int>("sign");
        using Sign = VerdictMark::Sign;
        QTest::newRow("fits") << true << true << false << int(Sign::Fits);
        QTest::newRow("does not fit") << true << false << false << int(Sign::Missing);
        QTest::newRow("fits within the error") << true << true << true << int(Sign::Close);
        QTest::newRow("misses within the error") << true << false << true << int(Sign::Close);
        QTest::newRow("no GPU") << false << false << false << int(Sign::NoGpu);
    }

    void signSaysTheAnswer()
    {
        QFETCH(bool, hasGpus);
        QFETCH(bool, fits);
        QFETCH(bool, close);
        SampleAnswer answer = sampleAnswer();
        answer.estimate.hasGpus = hasGpus;
        answer.estimate.fits = fits;
        answer.estimate.certainty = close ? Certainty::WithinError : Certainty::Clear;
        VerdictView view;
        set(view, answer);
        QTEST(int(view.sign()), "sign");
    }

    void wordsAreTheCores()
    {
        const SampleAnswer answer = sampleAnswer();
        VerdictView view;
        set(view, answer);
        QCOMPARE(view.sentence(), verdictSentence(answer.plan, answer.estimate, SizeUnit::GiB, QLocale()));
        QVERIFY(view.details().startsWith(totalSentence(answer.plan, answer.estimate, SizeUnit::GiB, QLocale())));
        QCOMPARE(view.accessibleName(), view.sentence());
        QCOMPARE(view.accessibleDescription(), view.details());
    }

    void errorSaysWhatToDo()
    {
        VerdictView view;
        set(view, sampleAnswer());
        Error error;
        error.text = QStringLiteral("Tensor parallel 3 does not divide 64 heads; the nearest is 4.");
        view.showError(error);
        QCOMPARE(view.sign(), VerdictMark::Sign::Error);
        QCOMPARE(view.details(), error.text);
        set(view, sampleAnswer());
        QCOMPARE(view.sign(), VerdictMark::Sign::Fits);
    }

    void neverCutOff_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("scale");
        for (int width : {320, 480, 660, 1000}) {
            for (double scale : {1.0, 1.5})
                QTest::addRow("%d px at %.1f", width, scale) << width << scale;
        }
    }

    void neverCutOff()
    {
        QFETCH(int, width);
        QFETCH(double, scale);
        QWidget window;
        QFont font(QStringLiteral("DejaVu Sans"));
        font.setPixelSize(qRound(13 * scale));
        window.setFont(font);
        auto *layout = new QVBoxLayout(&window);
        auto *view = new VerdictView;
        layout->addWidget(view);
        layout->addStretch(1);
        set(*view, sampleAnswer());
        window.resize(width, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const QLabel *label : view->findChildren<QLabel *>()) {
            QVERIFY(label->width() <= width);
            const QRect needed = QFontMetrics(label->font())
                                     .boundingRect(QRect(0, 0, label->width(), 4000), Qt::TextWordWrap, label->text());
            QVERIFY2(label->height() >= needed.height(), qPrintable(label->text()));
            QVERIFY(view->rect().contains(label->geometry()));
        }
    }
};

QTEST_MAIN(TestVerdictView)
#include "tst_verdictview.moc"
