// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubfetcher.h"
#include "tests/app/hub/hubsamples.h"
#include "tests/app/hub/hubserver.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/modelpanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/pickerpopup.h"
#include "ui/controls/planpanel.h"
#include "ui/controls/searchpicker.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;

/// The window with the real client and a server: typed, fetched, planned with.
class HubWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNameBecomesThePlansModel();
    void oneOfSeveralBecomesThePlansModel();
    void aGatedModelIsExplained();

private:
    void type(const QString &text);
    QString model() const { return std::get<NamedModel>(m_document->plan().model).id; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HubServer> m_server;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<MainWindow> m_window;
};

void HubWindowTest::init()
{
    m_window.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<HubServer>();
    m_server->files = {{"config.json", sampleConfig()},
                       {"model.safetensors", sampleSafetensors("model.embed_tokens.weight")}};
    qputenv("HF_ENDPOINT", m_server->address().toLatin1());
    qputenv("HF_HOME", m_folder->path().toLocal8Bit());
    qunsetenv("HF_ASSETS_CACHE");
    qunsetenv("HF_HUB_OFFLINE");
    m_document = std::make_unique<PlanDocument>(std::make_shared<const Catalog>(Catalog::builtIn()));
    m_document->flush();
    m_window = std::make_unique<MainWindow>(m_document.get());
    m_window->setModelFetcher(std::make_unique<HubFetcher>());
    m_window->show();
}

void HubWindowTest::type(const QString &text)
{
    SearchPicker *picker = m_window->planPanel()->model()->picker();
    picker->open();
    QTest::keyClicks(picker->popup()->searchLine(), text);
    QCOMPARE(m_server->questions.size(), 0); // typing asks nobody
    QTest::keyClick(picker->popup()->searchLine(), Qt::Key_Return);
}

void HubWindowTest::aNameBecomesThePlansModel()
{
    type(QStringLiteral("org/name"));
    QTRY_COMPARE(model(), QStringLiteral("https://huggingface.co/org/name"));
    QTRY_VERIFY(m_document->valid() && m_document->resolved().model->layers() == 4);
    QVERIFY(!m_window->fetchBar()->isVisible());
    QCOMPARE(m_window->planPanel()->model()->picker()->text(), QStringLiteral("name"));
}

void HubWindowTest::oneOfSeveralBecomesThePlansModel()
{
    m_server->files = {{"Tiny-Q4_K_M.gguf", sampleGguf()}, {"Tiny-F32.gguf", sampleGguf(10)}};
    type(QStringLiteral("org/name"));
    QTRY_VERIFY(m_window->fetchBar()->choices()->isVisible());
    QTest::mouseClick(m_window->fetchBar()->takeButton(), Qt::LeftButton);
    QTRY_COMPARE(model(), QStringLiteral("https://huggingface.co/org/name/blob/main/Tiny-Q4_K_M.gguf"));
    QTRY_COMPARE(m_document->resolved().model->displayName, QStringLiteral("Tiny"));
}

void HubWindowTest::aGatedModelIsExplained()
{
    m_server->answering = [](const HubQuestion &) {
        return HubAnswer{HubServer::http(403, {}, "X-Error-Code: GatedRepo\r\n")};
    };
    const QString before = model();
    type(QStringLiteral("org/name"));
    QTRY_VERIFY(m_window->fileNotice()->isVisible());
    QVERIFY(m_window->fileNotice()->text().contains(QStringLiteral("accept its terms")));
    QCOMPARE(model(), before);
}

QTEST_MAIN(HubWindowTest)
#include "tst_hubwindow.moc"
