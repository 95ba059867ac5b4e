// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/languagehint.h"
#include "app/translatedwindow.h"
#include "app/translations.h"
#include "core/planning/sentences.h"
#include "core/units/sizeformat.h"
#include "ui/actions.h"
#include "ui/controls/fetchbar.h"
#include "ui/controls/gpupanel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/planpanel.h"
#include "ui/modelfetcher.h"
#include "ui/plandocument.h"
#include "ui/preferences/preferences.h"
#include "ui/settings.h"
#include "ui/views/answertabs.h"
#include "ui/views/verdictview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace plimsoll {

namespace {

class IdleFetcher final : public ModelFetcher
{
public:
    void fetch(const QString &) override { }
    void cancel() override { }
};

/// Headings and rows of a table, and what is folded below them; of long ones the beginning.
QStringList cells(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList found;
    for (int column = 0; column < model.columnCount(parent); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            found << model.headerData(column, Qt::Horizontal, role).toString();
            for (int row = 0; row < std::min(model.rowCount(parent), 12); ++row)
                found << model.index(row, column, parent).data(role).toString();
        }
    }
    for (int row = 0; row < std::min(model.rowCount(parent), 12); ++row)
        found += cells(model, model.index(row, 0, parent));
    return found;
}

/// All that a person can read or hear in the window, but for what names things.
QStringList texts(const MainWindow &window)
{
    QStringList found{window.windowTitle(), window.verdict()->sentence(), window.verdict()->details()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        found << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            found << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            found << button->text();
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                found << tabs->tabText(i);
        }
    }
    for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        if (view->isVisibleTo(&window) && view->model())
            found += cells(*view->model());
    }
    for (const QAction *action : window.findChildren<QAction *>())
        found << action->text() << action->toolTip();
    found.removeAll(QString());
    return found;
}

/// Three words of English in a row: product names and units have fewer.
QStringList englishIn(const QStringList &said)
{
    static const QRegularExpression sentence(QStringLiteral("(\\b[a-z]{2,}\\b[ ,.;:]+){2}\\b[a-z]{2,}\\b"));
    QStringList own = said;
    own.replaceInStrings(QStringLiteral("day not stored"),
                         QString()); // words of the catalog, which are those of its sources
    return own.filter(sentence);
}

QAction *entry(const MainWindow &window, const QString &text)
{
    for (const QAction *menu : window.menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
    }
    return nullptr;
}

const QString kEnglishName = QStringLiteral("&English");
const QString kChineseName = QStringLiteral("简体中文(&Z)");

} // namespace

/// Another language in a window that is open, chosen in its menu.
class TranslatedWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void choices();
    void speaksTheOtherLanguage();
    void thereAndBackSaysTheSame();
    void staysAsItWas();
    void anErrorIsSaidAgain();
    void standardButtons();
    void pluralForms();
    void numbersFollowTheLanguage();
    void remembersTheLanguage();
    void hintAtAFont_data();
    void hintAtAFont();

private:
    MainWindow *window() { return m_translated->window(); }
    void choose(const QString &language);

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<TranslatedWindow> m_translated;
    QLocale m_locale;
};

void TranslatedWindowTest::initTestCase()
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    m_catalog = std::make_shared<const Catalog>(Catalog::builtIn());
}

void TranslatedWindowTest::init()
{
    m_document = std::make_unique<PlanDocument>(m_catalog);
    m_translated = std::make_unique<TranslatedWindow>(m_document.get(), QStringLiteral("en"));
    window()->resize(1360, 860);
    window()->show();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void TranslatedWindowTest::cleanup()
{
    m_translated.reset();
    m_document.reset();
}

void TranslatedWindowTest::cleanupTestCase()
{
    QLocale::setDefault(m_locale);
    installTranslations(*qApp, QStringLiteral("en"));
}

void TranslatedWindowTest::choose(const QString &language)
{
    QSignalSpy changed(m_translated.get(), &TranslatedWindow::windowChanged);
    QAction *action = entry(*window(), language);
    QVERIFY(action);
    action->trigger();
    QVERIFY(!changed.isEmpty() || changed.wait());
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QVERIFY(entry(*window(), language)->isChecked());
}

void TranslatedWindowTest::choices()
{
    QCOMPARE(languageFor(QStringLiteral("en")), QStringLiteral("en"));
    QCOMPARE(languageFor(QStringLiteral("zh_CN")), QStringLiteral("zh_CN"));
    QCOMPARE(languageFor(QStringLiteral("system")), QStringLiteral("en")); // of the tests
    QCOMPARE(languageFor({}), QStringLiteral("en"));
    QVERIFY(isLanguageChoice(QStringLiteral("system")));
    QVERIFY(!isLanguageChoice(QStringLiteral("zh")));
    QVERIFY(!isLanguageChoice({}));
}

void TranslatedWindowTest::speaksTheOtherLanguage()
{
    m_document->setGpuCount(8);
    m_document->flush();
    choose(kChineseName);
    QCOMPARE(m_translated->language(), QStringLiteral("zh_CN"));
    QCOMPARE(window()->menuBar()->actions().constFirst()->text(), QStringLiteral("文件(&F)"));
    QVERIFY2(window()->verdict()->sentence().contains(QStringLiteral("放得下")),
             qPrintable(window()->verdict()->sentence()));
    QTabBar *bar = window()->answers()->bar();
    for (int i = 0; i < bar->count(); ++i) {
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
        QVERIFY(QTest::qWaitFor([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }));
        const QStringList english = englishIn(texts(*window()));
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
    }
    QVERIFY(!englishIn({QStringLiteral("Fits on this GPU with much to spare")}).isEmpty()); // the net has no hole
}

void TranslatedWindowTest::thereAndBackSaysTheSame()
{
    m_document->setContextLength(32768);
    m_document->flush();
    const QStringList before = texts(*window());
    choose(kChineseName);
    QVERIFY(texts(*window()) != before);
    choose(kEnglishName);
    QCOMPARE(texts(*window()), before);
}

void TranslatedWindowTest::staysAsItWas()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.plimsoll"));
    m_document->setContextLength(32768);
    m_document->setSequences(3);
    m_document->flush();
    QVERIFY(window()->savePlan(path));
    m_document->setSequences(4);
    m_document->flush();
    window()->resize(1100, 720);
    window()->setUnit(SizeUnit::GB);
    window()->setTheme(ThemeChoice::Dark);
    window()->setModelFetcher(std::make_unique<IdleFetcher>());
    QVERIFY(window()->answers()->showPage(QStringLiteral("users")));
    const Plan plan = m_document->plan();
    const MainWindow *old = window();
    const QColor back = QApplication::palette().color(QPalette::Window);

    choose(kChineseName);
    QVERIFY(window() != old);
    QCOMPARE(window()->size(), QSize(1100, 720));
    QCOMPARE(window()->unit(), SizeUnit::GB);
    QCOMPARE(QApplication::palette().color(QPalette::Window), back);
    QVERIFY((*window()->actions())[ActionId::ThemeDark]->isChecked());
    QCOMPARE(window()->answers()->currentId(), QStringLiteral("users"));
    QVERIFY(window()->fetchBar()->hasFetcher());
    QVERIFY(m_document->plan() == plan);
    QCOMPARE(m_document->undoStack()->count(), 3);
    QVERIFY(window()->isWindowModified());
    QVERIFY(window()->windowTitle().startsWith(QStringLiteral("mine.plimsoll")));
    m_document->undoStack()->undo();
    m_document->flush();
    QVERIFY(!window()->isWindowModified());
    window()->setTheme(ThemeChoice::System);

    // The one window left still follows the document, and is the only one.
    m_document->setGpuCount(2);
    m_document->flush();
    QCOMPARE(window()->verdict()->sentence(),
             verdictSentence(m_document->resolved(), m_document->estimate(), SizeUnit::GB, QLocale()));
    int shown = 0;
    for (const QWidget *widget : QApplication::topLevelWidgets())
        shown += qobject_cast<const MainWindow *>(widget) && widget->isVisible() ? 1 : 0;
    QCOMPARE(shown, 1);
}

void TranslatedWindowTest::anErrorIsSaidAgain()
{
    m_document->setGpuCount(3); // 32 heads cannot be divided by three
    m_document->flush();
    QVERIFY(m_document->error().text.contains(QStringLiteral("attention heads")));
    choose(kChineseName);
    QVERIFY2(m_document->error().text.contains(QStringLiteral("注意力头")), qPrintable(m_document->error().text));
    QVERIFY(englishIn(texts(*window())).isEmpty());
}

/// Qt's own texts are a package of their own on some systems.
void TranslatedWindowTest::standardButtons()
{
    const bool isThere =
        QFileInfo::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm"));
    const auto cancel = [] {
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        return box.button(QDialogButtonBox::Cancel)->text().remove(QLatin1Char('&'));
    };
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
    choose(kChineseName);
    QCOMPARE(cancel(), isThere ? QStringLiteral("取消") : QStringLiteral("Cancel"));
    choose(kEnglishName);
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
}

void TranslatedWindowTest::pluralForms()
{
    const auto gpus = [](int count) { return QCoreApplication::translate("LoadLines", "%n GPUs", nullptr, count); };
    QCOMPARE(gpus(1), QStringLiteral("1 GPU"));
    QCOMPARE(gpus(8), QStringLiteral("8 GPUs"));
    choose(kChineseName);
    QCOMPARE(gpus(1), QStringLiteral("1 个 GPU"));
    QCOMPARE(gpus(8), QStringLiteral("8 个 GPU"));
}

/// On a German desktop, whose numbers are written 8.192.
void TranslatedWindowTest::numbersFollowTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatCount(8192, QLocale()), QStringLiteral("8.192"));
    choose(kChineseName);
    QCOMPARE(QLocale().name(), QStringLiteral("zh_CN"));
    QCOMPARE(formatCount(131072, QLocale()), QStringLiteral("131,072"));
    QCOMPARE(formatSize(Bytes(qint64(16) << 30), SizeUnit::GB, QLocale()), QStringLiteral("17.2 GB"));
    QCOMPARE(window()->locale().language(), QLocale::Chinese);
    choose(kEnglishName);
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(formatCount(8192, QLocale()), QStringLiteral("8,192"));
}

void TranslatedWindowTest::remembersTheLanguage()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    window()->remember(std::make_unique<Settings>(file));
    QVERIFY(Settings(file).preferences().language.isEmpty());
    choose(kChineseName);
    m_document->setSequences(7);
    QVERIFY(window()->savePlan(folder.filePath(QStringLiteral("seven.plimsoll"))));
    window()->close();
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(Settings(file).preferences().language, QStringLiteral("zh_CN"));
    QCOMPARE(Settings(file).lastPlan()->sequences, std::optional<qint64>(7));
}

void TranslatedWindowTest::hintAtAFont_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("hasFont");
    QTest::addColumn<bool>("hints");
    QTest::newRow("Chinese without a font") << "zh_CN" << false << true;
    QTest::newRow("Chinese with a font") << "zh_CN" << true << false;
    QTest::newRow("English without a Chinese font") << "en" << false << false;
}

void TranslatedWindowTest::hintAtAFont()
{
    QFETCH(QString, language);
    QFETCH(bool, hasFont);
    QFETCH(bool, hints);
    const QString hint = fontHint(language, hasFont);
    QCOMPARE(!hint.isEmpty(), hints);
    QCOMPARE(hint.contains(QStringLiteral("fonts-noto-cjk")), hints);
    QCOMPARE(hint.contains(QStringLiteral("中文字体")), hints);
    QCOMPARE(hint.contains(QStringLiteral("Install")), hints);
    // The window says it where it holds, and nowhere else.
    choose(kChineseName);
    QCOMPARE(window()->fileNotice()->isVisible(), !hasChineseFont());
    choose(kEnglishName);
    QVERIFY(!window()->fileNotice()->isVisible());
}

} // namespace plimsoll

QTEST_MAIN(plimsoll::TranslatedWindowTest)
#include "tst_translatedwindow.moc"
