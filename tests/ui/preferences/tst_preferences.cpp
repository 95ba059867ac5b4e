// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/preferences.h"

#include "ui/actions.h"
#include "ui/controls/combobox.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/precisionpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/preferences/catalogfile.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/whatfits/fitview.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

/// The dialog of the window, used as a person does: what is set takes effect at once and is there the next time.
class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void beginsWithTheDefaults();
    void unitAndThemeAtOnce();
    void menuShowsInTheDialog();
    void languageIsStoredAndTold();
    void newPlansBeginWithEngineAndGpu();
    void ownPriceReachesThePage();
    void ownCatalogAtOnce();
    void brokenCatalogIsToldInPlace();
    void proxies_data();
    void proxies();
    void proxyByHand();
    void resetBringsAllBack();
    void everyControlHasAName();
    void settingsThatMakeNoSense();
    void gpuThatIsGone();

private:
    void choose(QComboBox *box, const QString &text);
    void type(QLineEdit *line, const QString &text);
    void startAgain();
    QString write(const QString &name, const QByteArray &content) const;
    Preferences stored() const { return Settings(m_file).preferences(); }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
    PreferencesDialog *m_dialog = nullptr;
};

void PreferencesTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void PreferencesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("window.ini"));
    startAgain();
}

void PreferencesTest::cleanup()
{
    m_window.reset();
    m_document.reset();
}

void PreferencesTest::startAgain()
{
    cleanup();
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->remember(std::make_unique<Settings>(m_file));
    m_window->show();
    (*m_window->actions())[ActionId::Preferences]->trigger();
    m_dialog = m_window->findChild<PreferencesDialog *>();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

/// With the arrow keys.
void PreferencesTest::choose(QComboBox *box, const QString &text)
{
    box->setFocus();
    for (int i = 0; i < box->count(); ++i)
        QTest::keyClick(box, Qt::Key_Up);
    for (int i = 0; i < box->count() && box->currentText() != text; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), text);
}

void PreferencesTest::type(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

QString PreferencesTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

void PreferencesTest::beginsWithTheDefaults()
{
    QVERIFY(m_window->preferences() == Preferences());
    QCOMPARE(newPlan(Preferences()), PlanDocument::startPlan());
    QCOMPARE(m_dialog->themeBox()->currentText(), QStringLiteral("As the system"));
    QCOMPARE(m_dialog->engineBox()->currentText(), QStringLiteral("vLLM"));
    QVERIFY(!m_dialog->isModal());
}

void PreferencesTest::unitAndThemeAtOnce()
{
    choose(m_dialog->unitBox(), m_dialog->unitBox()->itemText(1));
    QCOMPARE(m_window->unit(), SizeUnit::GB);
    choose(m_dialog->themeBox(), QStringLiteral("Dark"));
    QTRY_VERIFY(Theme::forPalette(m_window->palette()).isDark());
    QCOMPARE(stored().unit, SizeUnit::GB); // before the window closes
    QCOMPARE(stored().theme, ThemeChoice::Dark);
    startAgain();
    QCOMPARE(m_window->unit(), SizeUnit::GB);
    QCOMPARE(m_dialog->themeBox()->currentText(), QStringLiteral("Dark"));
    m_window->setTheme(ThemeChoice::System);
}

void PreferencesTest::menuShowsInTheDialog()
{
    (*m_window->actions())[ActionId::UnitGB]->trigger();
    (*m_window->actions())[ActionId::ThemeLight]->trigger();
    QCOMPARE(m_dialog->unitBox()->currentIndex(), 1);
    QCOMPARE(m_dialog->themeBox()->currentText(), QStringLiteral("Light"));
    QCOMPARE(stored().theme, ThemeChoice::Light);
    m_window->setTheme(ThemeChoice::System);
}

void PreferencesTest::languageIsStoredAndTold()
{
    QString told;
    connect(m_window.get(), &MainWindow::preferencesChanged, m_window.get(),
            [&told](const Preferences &preferences) { told = preferences.language; });
    choose(m_dialog->languageBox(), QStringLiteral("English"));
    QCOMPARE(told, QStringLiteral("en"));
    QCOMPARE(stored().language, QStringLiteral("en"));
    QCOMPARE(m_dialog->languageBox()->count(), 3);
    startAgain();
    QCOMPARE(m_dialog->languageBox()->currentText(), QStringLiteral("English"));
}

void PreferencesTest::newPlansBeginWithEngineAndGpu()
{
    choose(m_dialog->engineBox(), QStringLiteral("llama.cpp"));
    QTest::mouseClick(m_dialog->gpuPicker(), Qt::LeftButton);
    PickerPopup *popup = m_dialog->gpuPicker()->popup();
    QTest::keyClicks(popup->searchLine(), QStringLiteral("h100 sxm5 80"));
    QTest::keyClick(popup->searchLine(), Qt::Key_Return);
    QCOMPARE(m_document->plan(), PlanDocument::startPlan()); // the plan that is there stays
    (*m_window->actions())[ActionId::New]->trigger();
    QCOMPARE(m_document->plan().engine, QStringLiteral("llama.cpp"));
    QCOMPARE(m_document->plan().gpus.front().id, QStringLiteral("nvidia-h100-sxm-80gb"));
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_dialog->gpuPicker()->text().contains(QStringLiteral("H100")));
    startAgain(); // nothing was saved as the last plan
    QCOMPARE(m_document->plan().engine, QStringLiteral("llama.cpp"));
}

void PreferencesTest::ownPriceReachesThePage()
{
    m_window->answers()->showPage(QStringLiteral("what-fits"));
    type(m_dialog->priceField(), QStringLiteral("2.5"));
    QCOMPARE(m_window->answers()->fitPreferences().pricePerGpuHour, std::optional(2.5));
    QCOMPARE(m_window->answers()->whatFits()->priceField()->text(), QStringLiteral("2.5"));
    QCOMPARE(stored().pricePerGpuHour, std::optional(2.5));
    type(m_dialog->priceField(), QString());
    QVERIFY(!m_window->preferences().pricePerGpuHour);
    QVERIFY(m_window->answers()->whatFits()->priceField()->text().isEmpty());
    startAgain();
    QVERIFY(m_dialog->priceField()->text().isEmpty());
}

void PreferencesTest::ownCatalogAtOnce()
{
    const QString file = write(QStringLiteral("mine.json"), R"({"schema": "plimsoll.catalog/1",
        "models": [{"id": "me/tiny", "display_name": "Tinylab", "num_hidden_layers": 2, "hidden_size": 64,
                    "intermediate_size": 128, "num_attention_heads": 4, "head_dim": 16, "vocab_size": 100}],
        "gpus": [{"id": "own-lab-77gb", "name": "Lab card 77GB", "memory_gb": 77, "usable_est_mib": 72000}],
        "formats": [{"id": "mine3", "name": "Mine3", "family": "quantized", "block": [3, 8]}]})");
    const Result<std::shared_ptr<const Catalog>> read = catalogWith(file);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().text));
    m_window->answers()->showPage(QStringLiteral("what-fits"));
    m_document->setGpu(QStringLiteral("own-lab-77gb"));
    m_document->flush();
    QVERIFY(!m_document->valid());
    type(m_dialog->catalogField(), file);
    QTRY_VERIFY(m_document->catalog().hasUserData());
    QVERIFY(m_dialog->catalogProblem().isEmpty());
    m_document->flush();
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QCOMPARE(m_document->estimate().devices[0].usable, Bytes::fromMiB(72000));
    SearchPicker *picker = m_window->planPanel()->gpu()->picker();
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker->popup()->searchLine(), QStringLiteral("lab card"));
    QTest::keyClick(picker->popup()->searchLine(), Qt::Key_Return);
    QCOMPARE(picker->currentId(), QStringLiteral("own-lab-77gb"));
    QVERIFY(m_window->planPanel()->precision()->weights()->findData(QStringLiteral("mine3")) >= 0);
    picker = m_window->planPanel()->model()->picker();
    QTest::mouseClick(picker, Qt::LeftButton);
    QTest::keyClicks(picker->popup()->searchLine(), QStringLiteral("tinylab"));
    QTest::keyClick(picker->popup()->searchLine(), Qt::Key_Return);
    m_document->flush();
    QCOMPARE(picker->currentId(), QStringLiteral("me/tiny"));
    QVERIFY2(m_document->valid(), qPrintable(m_document->error().text));
    QVERIFY(m_window->answers()->whatFits());
    QCOMPARE(stored().catalogFile, file);
    QVERIFY(catalogWith(stored().catalogFile).ok());
    type(m_dialog->catalogField(), QString());
    QTRY_VERIFY(!m_document->catalog().hasUserData());
}

void PreferencesTest::brokenCatalogIsToldInPlace()
{
    const QString file = write(QStringLiteral("mine.json"), R"({"schema": "plimsoll.catalog/1", "gpus": [{"id": 7}]})");
    type(m_dialog->catalogField(), file);
    QTRY_VERIFY(!m_dialog->catalogProblem().isEmpty());
    QVERIFY2(m_dialog->catalogProblem().contains(QStringLiteral("mine.json")), qPrintable(m_dialog->catalogProblem()));
    QVERIFY(!m_document->catalog().hasUserData());
    QVERIFY(m_document->valid());
    type(m_dialog->catalogField(), m_folder->filePath(QStringLiteral("none.json")));
    QTRY_VERIFY(m_dialog->catalogProblem().contains(QStringLiteral("none.json")));
    // Put right, and asked for again.
    type(m_dialog->catalogField(), file);
    QTRY_VERIFY(m_dialog->catalogProblem().contains(QStringLiteral("mine.json")));
    write(QStringLiteral("mine.json"), R"({"schema": "plimsoll.catalog/1", "gpus": [
        {"id": "own-lab-77gb", "name": "Lab card 77GB", "memory_gb": 77, "usable_est_mib": 72000}]})");
    QTest::keyClick(m_dialog->catalogField(), Qt::Key_Return);
    QTRY_VERIFY(m_document->catalog().hasUserData());
    QVERIFY(m_dialog->catalogProblem().isEmpty());
    write(QStringLiteral("mine.json"), "{");
    QString problem;
    QVERIFY(!catalogAtStart(file, &problem)->models().empty());
    QVERIFY(problem.contains(QStringLiteral("mine.json")));
    type(m_dialog->catalogField(), QString());
    QTRY_VERIFY(!m_document->catalog().hasUserData());
}

void PreferencesTest::proxies_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("name and port") << "proxy.example.org:3128"
                                   << "proxy.example.org" << 3128;
    QTest::newRow("address") << " 10.0.0.1:8080 "
                             << "10.0.0.1" << 8080;
    QTest::newRow("as in http_proxy") << "http://proxy:3128/"
                                      << "proxy" << 3128;
    QTest::newRow("IPv6") << "[::1]:3128"
                          << "::1" << 3128;
    QTest::newRow("no port") << "proxy.example.org"
                             << "" << 0;
    QTest::newRow("port too large") << "proxy:70000"
                                    << "" << 0;
    QTest::newRow("port zero") << "proxy:0"
                               << "" << 0;
    QTest::newRow("another scheme") << "socks5://proxy:1080"
                                    << "" << 0;
    QTest::newRow("with a path") << "http://proxy:3128/x"
                                 << "" << 0;
    QTest::newRow("nothing") << ""
                             << "" << 0;
}

void PreferencesTest::proxies()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    QFETCH(int, port);
    const std::optional<ProxyChoice> proxy = proxyFrom(typed);
    QCOMPARE(proxy.has_value(), !host.isEmpty());
    if (!proxy)
        return;
    QCOMPARE(proxy->host, host);
    QCOMPARE(proxy->port, port);
    QVERIFY(proxyFrom(proxyText(*proxy)) == proxy);
}

void PreferencesTest::proxyByHand()
{
    QVERIFY(!m_dialog->proxyField()->isEnabled());
    choose(m_dialog->proxyBox(), QStringLiteral("By hand"));
    QVERIFY(m_dialog->proxyField()->isEnabled());
    QVERIFY(!m_dialog->proxyProblem().isEmpty());
    QCOMPARE(m_window->preferences().proxy.kind, ProxyChoice::Kind::None); // passed on the way down; not yet by hand
    type(m_dialog->proxyField(), QStringLiteral("proxy.example.org:3128"));
    QVERIFY(m_dialog->proxyProblem().isEmpty());
    const ProxyChoice wanted{ProxyChoice::Kind::Manual, QStringLiteral("proxy.example.org"), 3128};
    QVERIFY(m_window->preferences().proxy == wanted);
    QVERIFY(stored().proxy == wanted);
    choose(m_dialog->proxyBox(), QStringLiteral("None"));
    QCOMPARE(stored().proxy.kind, ProxyChoice::Kind::None);
    QCOMPARE(stored().proxy.host, wanted.host); // for when it is wanted again
}

void PreferencesTest::resetBringsAllBack()
{
    choose(m_dialog->unitBox(), m_dialog->unitBox()->itemText(1));
    choose(m_dialog->languageBox(), QStringLiteral("English"));
    choose(m_dialog->engineBox(), QStringLiteral("SGLang"));
    type(m_dialog->priceField(), QStringLiteral("3"));
    QVERIFY(stored() != Preferences());
    QTest::mouseClick(m_dialog->resetButton(), Qt::LeftButton);
    QVERIFY(m_window->preferences() == Preferences());
    QVERIFY(stored() == Preferences());
    QCOMPARE(m_dialog->engineBox()->currentText(), QStringLiteral("vLLM"));
    QVERIFY(m_dialog->priceField()->text().isEmpty());
    QCOMPARE(m_window->unit(), SizeUnit::GiB);
}

void PreferencesTest::everyControlHasAName()
{
    for (QWidget *each : m_dialog->findChildren<QWidget *>()) {
        if (each->focusPolicy() == Qt::NoFocus || !each->isVisibleTo(m_dialog) || each->parentWidget() == nullptr)
            continue;
        if (!qobject_cast<QComboBox *>(each) && !qobject_cast<QLineEdit *>(each) && !qobject_cast<QPushButton *>(each))
            continue;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(each);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
    }
}

/// Edited by hand, or written by a later version.
void PreferencesTest::settingsThatMakeNoSense()
{
    cleanup();
    const QString file = write(QStringLiteral("odd.ini"), "[view]\nlanguage=klingon\ntheme=plaid\nunit=firkin\n"
                                                          "[plan]\nengine=abacus\n[network]\nproxy=manual\n"
                                                          "proxyAddress=nowhere\n[fits]\npricePerGpuHour=lots\n");
    QVERIFY(Settings(file).preferences() == Preferences());
}

void PreferencesTest::gpuThatIsGone()
{
    Preferences wanted;
    wanted.gpu = QStringLiteral("own-lab-77gb");
    m_window->setPreferences(wanted);
    (*m_window->actions())[ActionId::New]->trigger();
    QCOMPARE(m_document->plan(), PlanDocument::startPlan());
    QVERIFY(m_document->valid());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::PreferencesTest)
#include "tst_preferences.moc"
