// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/program.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace plimsoll {

using test::Run;

namespace {

QProcessEnvironment withLanguage(const char *language)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANGUAGE"), QString::fromLatin1(language));
    return environment;
}

bool hasChinese(const QByteArray &text)
{
    const QString read = QString::fromUtf8(text);
    return std::any_of(read.begin(), read.end(), [](QChar each) { return each.script() == QChar::Script_Han; });
}

const QStringList kEstimate{QStringLiteral("estimate"), QStringLiteral("--gpu"), QStringLiteral("nvidia-rtx-4090-24gb"),
                            QStringLiteral("--no-user-data")};

} // namespace

/// The language that the program is told, or finds, by the real program.
class LanguageOptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void localeThatIsNotInstalled();
    void numbersAreTheSame();
    void jsonIsEnglishUnlessAsked();
    void batches();
    void unknownLanguage_data();
    void unknownLanguage();
    void snapshots();
};

void LanguageOptionTest::commands_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QByteArray>("says");
    const QString language = QStringLiteral("--language"), chinese = QStringLiteral("zh_CN");
    const QStringList inChinese = kEstimate + QStringList{language, chinese};
    QTest::newRow("asked for") << inChinese << QByteArray("en") << true << QByteArray("KV 缓存");
    QTest::newRow("before the command") << QStringList{language, chinese} + kEstimate << QByteArray("en") << true
                                        << QByteArray("KV 缓存");
    QTest::newRow("with a sign between") << QStringList{QStringLiteral("--language=zh_CN")} + kEstimate
                                         << QByteArray("en") << true << QByteArray("KV 缓存");
    QTest::newRow("the system's") << kEstimate << QByteArray("zh_CN") << true << QByteArray("KV 缓存");
    QTest::newRow("the system's, by its script") << kEstimate << QByteArray("zh_Hans") << true << QByteArray("KV 缓存");
    QTest::newRow("a system of no language we have")
        << kEstimate << QByteArray("de_DE") << false << QByteArray("KV cache");
    QTest::newRow("English on a Chinese system") << kEstimate + QStringList{language, QStringLiteral("en")}
                                                 << QByteArray("zh_CN") << false << QByteArray("KV cache");
    QTest::newRow("help") << QStringList{QStringLiteral("--help"), language, chinese} << QByteArray("en") << true
                          << QByteArray("退出状态");
    QTest::newRow("help of a command") << QStringList{QStringLiteral("fit"), QStringLiteral("--help"), language,
                                                      chinese}
                                       << QByteArray("en") << true << QByteArray("用法：plimsoll fit");
    QTest::newRow("help of the window") << QStringList{QStringLiteral("--theme"), QStringLiteral("light"),
                                                       QStringLiteral("--help"), language, chinese}
                                        << QByteArray("en") << true << QByteArray("用法：plimsoll");
}

void LanguageOptionTest::commands()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, system);
    QFETCH(bool, chinese);
    QFETCH(QByteArray, says);
    const Run run = test::runPlimsollWith(arguments, {}, withLanguage(system));
    QVERIFY2(run.ended && run.status == 0, run.described());
    QVERIFY2(run.out.contains(says), run.described());
    QCOMPARE(hasChinese(run.out), chinese);
}

/// As in a container: the language is named, its locale was never generated.
void LanguageOptionTest::localeThatIsNotInstalled()
{
    QProcessEnvironment environment = withLanguage("");
    environment.remove(QStringLiteral("LC_ALL"));
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("zh_CN.UTF-8"));
    const Run chinese = test::runPlimsollWith(kEstimate, {}, environment);
    QVERIFY2(chinese.status == 0 && chinese.err.isEmpty() && hasChinese(chinese.out), chinese.described());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    const Run plain = test::runPlimsollWith(kEstimate, {}, environment);
    QVERIFY2(plain.status == 0 && plain.err.isEmpty() && !hasChinese(plain.out), plain.described());
}

/// Sizes and large counts of a Chinese answer are those of the English one, written alike.
void LanguageOptionTest::numbersAreTheSame()
{
    const auto numbers = [](const char *language) {
        const QStringList arguments = kEstimate + QStringList{QStringLiteral("--language"), QLatin1String(language)};
        const Run run = test::runPlimsollWith(arguments, {}, withLanguage("en"));
        QStringList found;
        static const QRegularExpression number(QStringLiteral("[\\d,.]+ (GiB|GB)|\\d[\\d,.]*,\\d+"));
        for (auto each = number.globalMatch(QString::fromUtf8(run.out)); each.hasNext();)
            found += each.next().captured();
        found.sort();
        return found;
    };
    const QStringList english = numbers("en");
    QVERIFY(english.contains(QStringLiteral("8,192")) || english.contains(QStringLiteral("131,072")));
    QCOMPARE(numbers("zh_CN"), english);
}

void LanguageOptionTest::jsonIsEnglishUnlessAsked()
{
    const QStringList wrong{QStringLiteral("estimate"),      QStringLiteral("--json"),
                            QStringLiteral("--context"),     QStringLiteral("10m"),
                            QStringLiteral("--gpu"),         QStringLiteral("nvidia-rtx-4090-24gb"),
                            QStringLiteral("--no-user-data")};
    const Run plain = test::runPlimsollWith(wrong, {}, withLanguage("en"));
    QVERIFY2(plain.out.contains("beyond"), plain.described()); // a warning about the context
    QCOMPARE(test::runPlimsollWith(wrong, {}, withLanguage("zh_CN")).out, plain.out);
    const Run asked =
        test::runPlimsollWith(wrong + QStringList{QStringLiteral("--language=zh_CN")}, {}, withLanguage("en"));
    QVERIFY2(hasChinese(asked.out), asked.described());
    QCOMPARE(test::at(asked.json(), QStringLiteral("total")), test::at(plain.json(), QStringLiteral("total")));
}

void LanguageOptionTest::batches()
{
    const Run run = test::runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--batch"), QStringLiteral("-"),
                                       QStringLiteral("--json"), QStringLiteral("--language"), QStringLiteral("zh_CN")},
                                      "{\"schema\":\"plimsoll.plan/1\",\"contextLength\":-1}\n");
    QVERIFY2(hasChinese(run.out), run.described());
}

void LanguageOptionTest::unknownLanguage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a command") << kEstimate + QStringList{QStringLiteral("--language"), QStringLiteral("fr")};
    QTest::newRow("the window") << QStringList{QStringLiteral("--language=zh"), QStringLiteral("--no-user-data")};
    QTest::newRow("nothing") << kEstimate + QStringList{QStringLiteral("--language=")};
}

void LanguageOptionTest::unknownLanguage()
{
    QFETCH(QStringList, arguments);
    const Run run = test::runPlimsollWith(arguments, {}, withLanguage("en"));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.complainedOnce(), run.described());
    QVERIFY2(run.err.contains("--language") && run.err.contains("zh_CN"), run.described());
}

void LanguageOptionTest::snapshots()
{
    QTemporaryDir folder;
    const auto picture = [&](const char *language) {
        const QString path = folder.filePath(QLatin1String(language) + QStringLiteral(".png"));
        const Run run =
            test::runPlimsoll({QStringLiteral("--snapshot"), path, QStringLiteral("--size"), QStringLiteral("1024x700"),
                               QStringLiteral("--language"), QLatin1String(language)});
        return run.status == 0 ? QImage(path) : QImage();
    };
    const QImage english = picture("en"), chinese = picture("zh_CN");
    QCOMPARE(english.size(), QSize(1024, 700));
    QCOMPARE(chinese.size(), QSize(1024, 700));
    QVERIFY(chinese != english);
}

} // namespace plimsoll

QTEST_GUILESS_MAIN(plimsoll::LanguageOptionTest)
#include "tst_languageoption.moc"
