// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/searchpicker.h"

#include "ui/controls/pickerpopup.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace plimsoll {

class SearchPickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void modelsAreSound();
    void findsModels_data();
    void findsModels();
    void findsGpus_data();
    void findsGpus();
    void bestMatchComesFirst();
    void typingAndEnterChooses();
    void typingOnTheFieldOpensIt();
    void keysMoveInTheList();
    void escapeChoosesNothing();
    void clickChooses();
    void nothingFoundSaysSo();
    void opensOnTheCurrent();
    void firstRowHasNoId();
    void namesItself();

private:
    QLineEdit *line() { return m_picker->popup()->searchLine(); }
    QListView *list() { return m_picker->popup()->list(); }
    QStringList found() const;

    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogModel> m_models;
    std::unique_ptr<SearchPicker> m_picker;
};

void SearchPickerTest::initTestCase()
{
    m_catalog = std::make_unique<Catalog>(Catalog::builtIn());
    CatalogEntry none;
    none.name = QStringLiteral("Free size");
    none.searchText = QStringLiteral("free size");
    m_models = std::make_unique<CatalogModel>(none, m_catalog->models());
    QVERIFY(m_models->rowCount() > 350);
}

void SearchPickerTest::init()
{
    m_picker = std::make_unique<SearchPicker>(QStringLiteral("Model"), QStringLiteral("llama 70"), m_models.get());
    m_picker->setCurrent(QStringLiteral("meta-llama/Llama-3.1-8B"), {});
    m_picker->show();
}

void SearchPickerTest::cleanup()
{
    m_picker.reset();
}

QStringList SearchPickerTest::found() const
{
    QStringList ids;
    const QAbstractItemModel *model = m_picker->findChild<PickerPopup *>()->list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        ids += model->index(row, 0).data(CatalogModel::IdRole).toString();
    return ids;
}

void SearchPickerTest::modelsAreSound()
{
    CatalogFilter filter(m_models.get());
    QAbstractItemModelTester source(m_models.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filtered(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const QString &typed :
         {QStringLiteral("l"), QStringLiteral("llama"), QStringLiteral("llama 70"), QStringLiteral("zzz"), QString()})
        filter.setTyped(typed);
    QCOMPARE(filter.rowCount(), m_models->rowCount());
}

void SearchPickerTest::findsModels_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("words in any order") << "70b llama"
                                        << "meta-llama/Llama-3.1-70B";
    QTest::newRow("part of a word") << "llama 70"
                                    << "meta-llama/Llama-3.1-70B";
    QTest::newRow("case") << "QWEN 32"
                          << "Qwen/Qwen2.5-32B-Instruct";
    QTest::newRow("run together") << "llama3.1"
                                  << "meta-llama/Llama-3.1-8B";
    QTest::newRow("by kind") << "moe mixtral"
                             << "mistralai/Mixtral-8x7B-v0.1";
    QTest::newRow("spaces around") << "  llama   8b "
                                   << "meta-llama/Llama-3.1-8B";
    QTest::newRow("by id") << "meta-llama/llama-3.1-8b"
                           << "meta-llama/Llama-3.1-8B";
}

void SearchPickerTest::findsModels()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    m_picker->open();
    line()->clear();
    QTest::keyClicks(line(), typed);
    const QStringList ids = found();
    QVERIFY2(ids.contains(id), qPrintable(ids.join(QLatin1Char(' '))));
    QVERIFY(ids.size() < m_models->rowCount());
}

void SearchPickerTest::findsGpus_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::newRow("memory and vendor") << "24gb nvidia"
                                       << "nvidia-rtx-4090-24gb";
    QTest::newRow("name") << "h100"
                          << "nvidia-h100-sxm-80gb";
    QTest::newRow("MIG slice") << "h100 1g"
                               << "nvidia-h100-sxm-80gb/1g.10gb";
    QTest::newRow("generation") << "hopper"
                                << "nvidia-h100-sxm-80gb";
}

void SearchPickerTest::findsGpus()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    CatalogModel gpus({}, m_catalog->gpus());
    CatalogFilter filter(&gpus);
    filter.setTyped(typed);
    QStringList ids;
    for (int row = 0; row < filter.rowCount(); ++row)
        ids += filter.index(row, 0).data(CatalogModel::IdRole).toString();
    QVERIFY2(ids.contains(id), qPrintable(ids.join(QLatin1Char(' '))));

    filter.setTyped(QStringLiteral("mac"));
    QVERIFY(filter.rowCount() > 5);
}

void SearchPickerTest::bestMatchComesFirst()
{
    CatalogFilter models(m_models.get());
    models.setTyped(QStringLiteral("llama 70"));
    QVERIFY(models.index(0, 0).data().toString().startsWith(QStringLiteral("Llama")));

    CatalogModel gpus({}, m_catalog->gpus());
    CatalogFilter filter(&gpus);
    filter.setTyped(QStringLiteral("h100 sxm"));
    QCOMPARE(filter.index(0, 0).data(CatalogModel::IdRole).toString(), QStringLiteral("nvidia-h100-sxm-80gb"));
    bool slices = false;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const bool isSlice = filter.index(row, 0).data(CatalogModel::IdRole).toString().contains(QLatin1Char('/'));
        QVERIFY(!slices || isSlice); // parts of a GPU after whole ones
        slices = isSlice;
    }
    QVERIFY(slices);
}

void SearchPickerTest::typingAndEnterChooses()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    QTest::mouseClick(m_picker.get(), Qt::LeftButton);
    QVERIFY(m_picker->popup()->isVisible());
    QTest::keyClicks(line(), QStringLiteral("llama 70"));
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    const QString id = chosen.front().front().toString().toLower();
    QVERIFY2(id.startsWith(QStringLiteral("meta-llama/")) && id.contains(QStringLiteral("70b")), qPrintable(id));
    QVERIFY(!m_picker->popup()->isVisible());
    // What is shown is the document's to say.
    QCOMPARE(m_picker->currentId(), QStringLiteral("meta-llama/Llama-3.1-8B"));
}

void SearchPickerTest::typingOnTheFieldOpensIt()
{
    QTest::keyClick(m_picker.get(), Qt::Key_Q);
    QVERIFY(m_picker->popup()->isVisible());
    QCOMPARE(line()->text(), QStringLiteral("q"));
    QTest::keyClicks(line(), QStringLiteral("wen"));
    QVERIFY(found().contains(QStringLiteral("Qwen/Qwen2.5-7B-Instruct")));
}

void SearchPickerTest::keysMoveInTheList()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    QTest::keyClick(m_picker.get(), Qt::Key_Down);
    QTest::keyClicks(line(), QStringLiteral("qwen"));
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(line(), Qt::Key_Down);
    QTest::keyClick(line(), Qt::Key_Down);
    QTest::keyClick(line(), Qt::Key_Up);
    QCOMPARE(list()->currentIndex().row(), 1);
    const QString id = list()->currentIndex().data(CatalogModel::IdRole).toString();
    QTest::keyClick(line(), Qt::Key_Enter);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), id);
}

void SearchPickerTest::escapeChoosesNothing()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    QTest::keyClick(m_picker.get(), Qt::Key_Space);
    QVERIFY(m_picker->popup()->isVisible());
    QTest::keyClicks(line(), QStringLiteral("qwen"));
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(!m_picker->popup()->isVisible());
    QCOMPARE(chosen.count(), 0);
}

void SearchPickerTest::clickChooses()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    m_picker->open(QStringLiteral("mixtral"));
    const QModelIndex first = list()->model()->index(0, 0);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(first).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front(), first.data(CatalogModel::IdRole));
}

void SearchPickerTest::nothingFoundSaysSo()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    m_picker->open(QStringLiteral("no such model"));
    QVERIFY(found().isEmpty());
    QVERIFY(!list()->isVisible());
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(m_picker->popup()->isVisible());
    line()->clear();
    QVERIFY(list()->isVisible());
}

void SearchPickerTest::opensOnTheCurrent()
{
    m_picker->open();
    QCOMPARE(list()->currentIndex().data(CatalogModel::IdRole).toString(), QStringLiteral("meta-llama/Llama-3.1-8B"));
}

void SearchPickerTest::firstRowHasNoId()
{
    QSignalSpy chosen(m_picker.get(), &SearchPicker::chosen);
    m_picker->open(QStringLiteral("free size"));
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(chosen.front().front().toString().isEmpty());
    m_picker->setCurrent({}, {});
    QCOMPARE(m_picker->text(), QStringLiteral("Free size"));
}

void SearchPickerTest::namesItself()
{
    QVERIFY(m_picker->accessibleName().startsWith(QStringLiteral("Model: ")));
    m_picker->setCurrent(QStringLiteral("not/there"), QStringLiteral("not/there"));
    QCOMPARE(m_picker->text(), QStringLiteral("not/there"));
    QVERIFY(!line()->accessibleName().isEmpty());
    QVERIFY(!list()->accessibleName().isEmpty());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::SearchPickerTest)
#include "tst_searchpicker.moc"
