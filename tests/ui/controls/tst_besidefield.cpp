// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/besidefield.h"

#include "ui/controls/foldbutton.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/problemlabel.h"
#include "ui/plandocument.h"
#include "ui/planfiles.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

/// Other models on the GPUs of a plan, in the panel that has the GPUs.
class BesideFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PlanDocument>(m_catalog);
        m_panel = std::make_unique<GpuPanel>(m_document.get());
        connect(m_document.get(), &PlanDocument::planChanged, m_panel.get(), [this] { m_panel->show(*m_document); });
        connect(m_document.get(), &PlanDocument::estimateChanged, m_panel.get(),
                [this] { m_panel->showAnswer(*m_document, SizeUnit::GB); });
        m_document->setEngine(QStringLiteral("rule-of-thumb"));
        m_document->flush();
        m_panel->show(*m_document);
        m_panel->QWidget::show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void isFoldedAwayUntilThereIsOne()
    {
        QVERIFY(!m_panel->beside()->isVisible());
        QTest::mouseClick(m_panel->moreButton(), Qt::LeftButton);
        QVERIFY(m_panel->beside()->isVisible());
        QCOMPARE(m_panel->beside()->text(), QStringLiteral("nothing"));
    }

    /// A file is an undo step; what it takes stands in the panel and is missing for the plan.
    void addsAndRemoves()
    {
        const Bytes before = m_document->estimate().headroom;
        m_panel->beside()->addFile(file("small.plimsoll", R"({"schema":"plimsoll.plan/1",
            "model":{"parameters":2000000000},"weights":"fp16"})"));
        m_document->flush();
        QVERIFY(m_panel->beside()->isVisible());
        QCOMPARE(m_panel->beside()->text(), QStringLiteral("small: 4.80 GB"));
        QCOMPARE((before - m_document->estimate().headroom).count(), 4'800'000'000);
        QVERIFY(m_panel->beside()->button()->accessibleDescription().contains(QLatin1String("Rule of thumb")));

        QMenu *menu = m_panel->beside()->button()->menu();
        Q_EMIT menu->aboutToShow();
        QAction *remove = menu->actions().constLast();
        QCOMPARE(remove->text(), QStringLiteral("Remove small"));
        remove->trigger();
        QVERIFY(m_document->plan().beside.empty());
        m_document->undoStack()->undo();
        QCOMPARE(m_document->plan().beside.size(), size_t(1));
        m_document->undoStack()->undo();
        m_document->flush();
        QCOMPARE(m_document->estimate().headroom, before);
    }

    void refusesWhatIsNoPlan_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("text") << QByteArray("hello") << QStringLiteral("not JSON");
        QTest::newRow("nested") << QByteArray(R"({"schema":"plimsoll.plan/1","beside":[{"schema":"plimsoll.plan/1"}]})")
                                << QStringLiteral("plans beside it itself");
    }
    void refusesWhatIsNoPlan()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        QSignalSpy problems(m_panel->beside(), &BesideField::problemChanged);
        m_panel->beside()->addFile(file("bad.plimsoll", content));
        QCOMPARE(problems.count(), 1);
        QVERIFY2(problems[0][0].toString().contains(says), qPrintable(problems[0][0].toString()));
        QVERIFY(m_document->plan().beside.empty());
    }

private:
    QString file(const char *name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Catalog> m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<GpuPanel> m_panel;
};

} // namespace plimsoll

QTEST_MAIN(plimsoll::BesideFieldTest)
#include "tst_besidefield.moc"
