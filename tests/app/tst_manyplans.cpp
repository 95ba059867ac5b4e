// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll::test;

namespace {

QByteArray plan(const QByteArray &model, const char *more = "")
{
    return R"({"schema": "plimsoll.plan/1", "model": ")" + model + "\"" + more + "}";
}

const QByteArray kChat = plan("meta-llama/Llama-3.1-8B", R"(, "contextLength": 16384, "sequences": 4,
    "gpus": [{"id": "nvidia-l4-24gb", "count": 2}])");
const QByteArray kCode = plan("Qwen/Qwen3-32B", R"(, "engine": {"id": "llama.cpp"}, "weights": "q4_k_m")");
const QByteArray kRule = R"({"schema": "plimsoll.plan/1", "model": {"parameters": 13000000000},
    "engine": {"id": "rule-of-thumb"}})";

const QByteArray kConfig = R"({"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 2048, 
    "num_hidden_layers": 8, "num_attention_heads": 16, "num_key_value_heads": 4, "intermediate_size": 4096, 
    "vocab_size": 32000, "max_position_embeddings": 8192})";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Time and content of all files.
struct Kept {
    QDateTime time;
    QByteArray content;
    friend bool operator==(const Kept &, const Kept &) = default;
};
QMap<QString, Kept> filesIn(const QString &folder)
{
    QMap<QString, Kept> files;
    for (const QFileInfo &each : QDir(folder).entryInfoList(QDir::Files))
        files.insert(each.fileName(), {each.lastModified(), contentOf(each.filePath())});
    return files;
}

/// "chat-context.svg: written" for each line, without the folder.
QStringList said(const Run &run)
{
    QStringList lines = QString::fromUtf8(run.out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (QString &line : lines)
        line = line.section(QLatin1Char('/'), -1);
    return lines;
}

void setTime(const QString &path, const QDateTime &time)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime));
}

} // namespace

/// plimsoll render and report of many plans: a folder of documents that is brought up to date.
class ManyPlansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folder_data();
    void folder();
    void upToDate_data();
    void upToDate();
    void outdated_data();
    void outdated();
    void timesDoNotCount();
    void modelFile();
    void foldersOfThePerson();
    void typedModel();
    void ownCatalog();
    void check();
    void oneDocument();
    void force();
    void severalCharts();
    void tables_data();
    void tables();
    void planOptions();
    void namedFiles();
    void wrongOnes();
    void hostile_data();
    void hostile();
    void typed_data();
    void typed();
    void sameBytesAnywhere_data();
    void sameBytesAnywhere();

private:
    QString in(const QString &name) const { return m_folder->filePath(name); }
    Run made(const QString &command, const QString &as, const QStringList &more = {}) const
    {
        return runPlimsoll(QStringList{command, in(QStringLiteral("plans")), QStringLiteral("--output-dir"),
                                       in(QStringLiteral("out")), QStringLiteral("--as"), as}
                           + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ManyPlansTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(in(QStringLiteral("plans")), QStringLiteral("rule.json"), kRule);
    writeFile(in(QStringLiteral("plans")), QStringLiteral("chat.plimsoll"), kChat);
    writeFile(in(QStringLiteral("plans")), QStringLiteral("other.json"), R"({"name": "a package"})");
    writeFile(in(QStringLiteral("plans")), QStringLiteral("readme.txt"), "no plan");
    writeFile(in(QStringLiteral("plans/below")), QStringLiteral("deep.json"), kCode);
}

void ManyPlansTest::folder_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("as");
    QTest::addColumn<QStringList>("files");
    for (const char *ending : {"svg", "pdf", "png"}) {
        const QString as = QString::fromLatin1(ending);
        QTest::addRow("render %s", ending)
            << "render" << as << QStringList{"chat-precisions." + as, "rule-precisions." + as};
    }
    for (const char *ending : {"html", "pdf"}) {
        const QString as = QString::fromLatin1(ending);
        QTest::addRow("report %s", ending) << "report" << as << QStringList{"chat." + as, "rule." + as};
    }
    QTest::newRow("report md") << "report"
                               << "md" << QStringList{"chat-precisions.svg",
                                                      "chat-context.svg",
                                                      "chat-waterfall.svg",
                                                      "chat.md",
                                                      "rule-precisions.svg",
                                                      "rule-waterfall.svg",
                                                      "rule.md"};
}

/// By their names, without those of folders below; what is no plan is passed over.
void ManyPlansTest::folder()
{
    QFETCH(QString, command);
    QFETCH(QString, as);
    QFETCH(QStringList, files);
    const Run run = made(command, as);
    QVERIFY2(run.status == 0, run.described().constData());
    QStringList expected;
    for (const QString &file : std::as_const(files))
        expected << file + QStringLiteral(": written");
    QCOMPARE(said(run), expected);
    QCOMPARE(run.err.count('\n'), 1);
    QVERIFY2(run.err.contains("other.json is passed over"), run.described().constData());
    files.sort();
    QCOMPARE(filesIn(in(QStringLiteral("out"))).keys(), files);
}

void ManyPlansTest::upToDate_data()
{
    folder_data();
}

void ManyPlansTest::upToDate()
{
    QFETCH(QString, command);
    QFETCH(QString, as);
    QFETCH(QStringList, files);
    QVERIFY(made(command, as).status == 0);
    const QDateTime old = QDateTime::fromSecsSinceEpoch(1'000'000'000);
    for (const QString &file : std::as_const(files))
        setTime(in(QStringLiteral("out/") + file), old);
    const QMap<QString, Kept> before = filesIn(in(QStringLiteral("out")));
    for (const QStringList &more : {QStringList(), QStringList{QStringLiteral("--check")}}) {
        const Run again = made(command, as, more);
        QVERIFY2(again.status == 0, again.described().constData());
        QStringList expected;
        for (const QString &file : std::as_const(files))
            expected << file + QStringLiteral(": up to date");
        QCOMPARE(said(again), expected);
        QVERIFY(filesIn(in(QStringLiteral("out"))) == before);
    }
}

void ManyPlansTest::outdated_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("as");
    QTest::addColumn<QString>("file"); // which of them is out of date: the others are not
    QTest::addColumn<QString>("edited");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("why");
    const QByteArray edited("was edited");
    const QByteArray another("was made from another plan");
    QTest::newRow("drawing") << "render"
                             << "svg"
                             << "chat-precisions.svg"
                             << "out/chat-precisions.svg" << QByteArray(">FP16<") << QByteArray(">FP61<") << edited;
    QTest::newRow("figure of Markdown") << "report"
                                        << "md"
                                        << "chat-context.svg"
                                        << "out/chat-context.svg" << QByteArray("</desc>") << QByteArray("!</desc>")
                                        << edited;
    QTest::newRow("Markdown") << "report"
                              << "md"
                              << "chat.md"
                              << "out/chat.md" << QByteArray("KV cache") << QByteArray("KV Cache") << edited;
    QTest::newRow("HTML") << "report"
                          << "html"
                          << "chat.html"
                          << "out/chat.html" << QByteArray("<h2>Memory") << QByteArray("<h2>memory") << edited;
    QTest::newRow("PDF") << "report"
                         << "pdf"
                         << "chat.pdf"
                         << "out/chat.pdf" << QByteArray("/MediaBox [") << QByteArray("/CropBox  [") << edited;
    QTest::newRow("stripped") << "render"
                              << "svg"
                              << "chat-precisions.svg"
                              << "out/chat-precisions.svg" << QByteArray("plimsoll:fingerprint")
                              << QByteArray("other:fingerprint") << QByteArray("does not say");
    QTest::newRow("plan") << "render"
                          << "svg"
                          << "chat-precisions.svg"
                          << "plans/chat.plimsoll" << QByteArray("16384") << QByteArray("16385") << another;
    QTest::newRow("name of a plan") << "report"
                                    << "html"
                                    << "chat.html"
                                    << "plans/chat.plimsoll" << QByteArray("\"sequences\"")
                                    << QByteArray("\"name\": \"C\", \"sequences\"") << another;
}

void ManyPlansTest::outdated()
{
    QFETCH(QString, command);
    QFETCH(QString, as);
    QFETCH(QString, file);
    QFETCH(QString, edited);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, why);
    QVERIFY(made(command, as).status == 0);
    const QByteArray right = contentOf(in(QStringLiteral("out/") + file));
    QByteArray content = contentOf(in(edited));
    QVERIFY(content.contains(from));
    writeFile(m_folder->path(), edited, content.replace(from, to));
    const Run check = made(command, as, {QStringLiteral("--check")});
    QVERIFY2(check.status == 1 && check.out.contains(why), check.described().constData());
    QCOMPARE(said(check).filter(QStringLiteral("not up to date")).size(),
             edited.startsWith(QLatin1String("plans/")) ? said(check).filter(QStringLiteral("chat")).size() : 1);
    QVERIFY(said(check).filter(file + QStringLiteral(": not up to date: it ")).size() == 1);
    QVERIFY(said(made(command, as)).contains(file + QStringLiteral(": written")));
    QCOMPARE(contentOf(in(QStringLiteral("out/") + file)) == right, edited.startsWith(QLatin1String("out/")));
    QVERIFY(made(command, as, {QStringLiteral("--check")}).status == 0);
}

void ManyPlansTest::timesDoNotCount()
{
    QVERIFY(made(QStringLiteral("render"), QStringLiteral("svg")).status == 0);
    const QDateTime later = QDateTime::currentDateTime().addYears(1);
    setTime(in(QStringLiteral("plans/chat.plimsoll")), later);
    QVERIFY(!made(QStringLiteral("render"), QStringLiteral("svg")).out.contains("written"));
}

/// What counts of a model's file is the model in it.
void ManyPlansTest::modelFile()
{
    writeFile(in(QStringLiteral("plans/small")), QStringLiteral("config.json"), kConfig);
    writeFile(in(QStringLiteral("plans")), QStringLiteral("file.json"), plan("small/config.json"));
    const auto state = [this] {
        return said(made(QStringLiteral("render"), QStringLiteral("svg"))).filter(QStringLiteral("file-")).value(0);
    };
    QCOMPARE(state(), QStringLiteral("file-precisions.svg: written"));
    writeFile(in(QStringLiteral("plans/small")), QStringLiteral("config.json"),
              QByteArray(kConfig).replace("\n", "\n\n"));
    QCOMPARE(state(), QStringLiteral("file-precisions.svg: up to date"));
    writeFile(in(QStringLiteral("plans/small")), QStringLiteral("config.json"),
              QByteArray(kConfig).replace("\"num_hidden_layers\": 8", "\"num_hidden_layers\": 9"));
    QCOMPARE(state(), QStringLiteral("file-precisions.svg: written"));
}

/// No document names a folder of the person's home, and each says on opening what is missing then.
void ManyPlansTest::foldersOfThePerson()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), in(QStringLiteral("home/anna")));
    const QString model =
        writeFile(in(QStringLiteral("home/anna/models/small")), QStringLiteral("config.json"), kConfig);
    const QString path = writeFile(in(QStringLiteral("home/anna")), QStringLiteral("file.json"), plan(model.toUtf8()));
    for (const QStringList &each : {QStringList{"render", "svg"},
                                    {"render", "png"},
                                    {"render", "pdf"},
                                    {"report", "html"},
                                    {"report", "md"},
                                    {"report", "pdf"}}) {
        const QString out = in(QStringLiteral("out-") + each.join(QLatin1Char('-')));
        const Run run = runPlimsollWith({each[0], path, QStringLiteral("--output-dir"), out, QStringLiteral("--as"),
                                         each[1], QStringLiteral("--no-user-data")},
                                        {}, environment);
        QVERIFY2(run.status == 0, run.described().constData());
        const QMap<QString, Kept> files = filesIn(out);
        for (auto file = files.begin(); file != files.end(); ++file) {
            const QByteArray &content = file->content;
            QVERIFY2(!content.contains("anna") && !content.contains(m_folder->path().toUtf8()), qPrintable(file.key()));
            if (file.key().endsWith(QLatin1String(".md")))
                continue;
            QVERIFY(content.contains("./config.json"));
            const Run opened = runPlimsoll(
                {QStringLiteral("estimate"), QStringLiteral("--plan"), out + QLatin1Char('/') + file.key()});
            QVERIFY2(opened.status == 3 && opened.complainedOnce() && opened.err.contains("choose the model again"),
                     opened.described().constData());
        }
    }
    // Within the home the way stays, and the model is found.
    const QString figure = in(QStringLiteral("home/anna/figure.svg"));
    QVERIFY(runPlimsollWith({QStringLiteral("render"), figure, QStringLiteral("--plan"), path}, {}, environment).status
            == 0);
    QVERIFY(contentOf(figure).contains("./models/small/config.json") && !contentOf(figure).contains("anna"));
    QCOMPARE(runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--plan"), figure}).status, 0);
}

/// A path of a model that is typed is against the working directory; a figure is opened from another.
void ManyPlansTest::typedModel()
{
    writeFile(in(QStringLiteral("models/small")), QStringLiteral("config.json"), kConfig);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("docs")));
    QProcess process;
    process.setWorkingDirectory(in(QStringLiteral("models")));
    process.start(QStringLiteral(PLIMSOLL_PROGRAM),
                  {QStringLiteral("render"), QStringLiteral("../docs/figure.svg"), QStringLiteral("--model"),
                   QStringLiteral("small/config.json"), QStringLiteral("--no-user-data")});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(contentOf(in(QStringLiteral("docs/figure.svg"))).contains("../models/small/config.json"));
    const Run run =
        runPlimsoll({QStringLiteral("estimate"), QStringLiteral("--plan"), in(QStringLiteral("docs/figure.svg"))});
    QVERIFY2(run.status == 0, run.described().constData());
}

void ManyPlansTest::ownCatalog()
{
    const QString config = in(QStringLiteral("config"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), config);
    const auto state = [&] {
        const Run run = runPlimsollWith({QStringLiteral("render"), in(QStringLiteral("plans/rule.json")),
                                         QStringLiteral("--output-dir"), in(QStringLiteral("out"))},
                                        {}, environment);
        return said(run).value(0);
    };
    const auto write = [&](const char *name) {
        writeFile(config + QStringLiteral("/plimsoll"), QStringLiteral("catalog.json"),
                  QByteArray(R"({"schema": "plimsoll.catalog/1", "formats": [], "models": [], "gpus": [{"id": "own-gpu",
                      "name": ")")
                      + name + R"(", "vendor": "own", "memory_gb": 48}]})");
    };
    QCOMPARE(state(), QStringLiteral("rule-precisions.svg: written"));
    QCOMPARE(state(), QStringLiteral("rule-precisions.svg: up to date"));
    write("Own");
    QCOMPARE(state(), QStringLiteral("rule-precisions.svg: written"));
    QCOMPARE(state(), QStringLiteral("rule-precisions.svg: up to date"));
    write("Other");
    QCOMPARE(state(), QStringLiteral("rule-precisions.svg: written"));
}

void ManyPlansTest::check()
{
    const Run nothing = made(QStringLiteral("report"), QStringLiteral("md"), {QStringLiteral("--check")});
    QVERIFY2(nothing.status == 1 && nothing.out.contains("chat.md: not up to date: it is not there"),
             nothing.described().constData());
    QVERIFY(!QFile::exists(in(QStringLiteral("out"))));
}

/// --check beside the file of one document.
void ManyPlansTest::oneDocument()
{
    const QString report = in(QStringLiteral("all.html"));
    const QStringList command{QStringLiteral("report"), in(QStringLiteral("plans")), QStringLiteral("-o"), report};
    const QString figure = in(QStringLiteral("figure.png"));
    const QStringList drawing{QStringLiteral("render"), figure, QStringLiteral("--plan"),
                              in(QStringLiteral("plans/chat.plimsoll"))};
    const QStringList check{QStringLiteral("--check")};
    for (const QStringList &each : {command, drawing}) {
        QCOMPARE(runPlimsoll(each + check).status, 1);
        QCOMPARE(runPlimsoll(each).status, 0);
        QCOMPARE(runPlimsoll(each + check).status, 0);
    }
    QCOMPARE(runPlimsoll(drawing + check + QStringList{QStringLiteral("--size"), QStringLiteral("800x400")}).status, 1);
    writeFile(in(QStringLiteral("plans")), QStringLiteral("zoo.json"), kRule);
    QCOMPARE(runPlimsoll(command + check).status, 1);
}

void ManyPlansTest::force()
{
    QVERIFY(made(QStringLiteral("render"), QStringLiteral("svg")).status == 0);
    const QString path = in(QStringLiteral("out/chat-precisions.svg"));
    const QByteArray content = contentOf(path);
    const QDateTime old = QDateTime::fromSecsSinceEpoch(1'000'000'000);
    setTime(path, old);
    QVERIFY(made(QStringLiteral("render"), QStringLiteral("svg"), {QStringLiteral("--force")})
                .out.contains("chat-precisions.svg: written"));
    QVERIFY(QFileInfo(path).lastModified() != old);
    QCOMPARE(contentOf(path), content);
}

void ManyPlansTest::severalCharts()
{
    const QStringList charts{QStringLiteral("--chart"), QStringLiteral("context"), QStringLiteral("--chart"),
                             QStringLiteral("users")};
    QCOMPARE(said(made(QStringLiteral("render"), QStringLiteral("svg"), charts)),
             QStringList({"chat-context.svg: written", "chat-users.svg: written", "rule-context.svg: written",
                          "rule-users.svg: written"}));
}

void ManyPlansTest::tables_data()
{
    QTest::addColumn<QString>("as");
    for (const char *ending : {"csv", "md", "html"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

/// Of a table the bytes decide. What one plan has no answer to is no matter of the others.
void ManyPlansTest::tables()
{
    QFETCH(QString, as);
    const QStringList which{QStringLiteral("--table"), QStringLiteral("breakdown"), QStringLiteral("--table"),
                            QStringLiteral("context")};
    const auto expected = [&](const QString &state) {
        QStringList lines;
        for (const char *name : {"chat-breakdown.", "chat-context.", "rule-breakdown.", "rule-context."})
            lines << QLatin1String(name) + as + QStringLiteral(": ") + state;
        return lines;
    };
    const Run run = made(QStringLiteral("render"), as, which);
    QVERIFY2(run.status == 0, run.described().constData());
    QCOMPARE(said(run), expected(QStringLiteral("written")));
    QCOMPARE(said(made(QStringLiteral("render"), as, which)), expected(QStringLiteral("up to date")));
    const QString path = QStringLiteral("out/chat-context.") + as;
    const QByteArray content = contentOf(in(path));
    QVERIFY(content.size() > 500);
    writeFile(m_folder->path(), path, content + ' ');
    const Run check = made(QStringLiteral("render"), as, which + QStringList{QStringLiteral("--check")});
    QVERIFY2(check.status == 1 && check.out.contains("it is not what its plan gives"), check.described().constData());
    QVERIFY(
        said(made(QStringLiteral("render"), as, which)).contains(QStringLiteral("chat-context.%1: written").arg(as)));
    QCOMPARE(contentOf(in(path)), content);
    // The same as of one plan.
    const QString one = in(QStringLiteral("one.") + as);
    QCOMPARE(runPlimsoll({QStringLiteral("render"), one, QStringLiteral("--table"), QStringLiteral("context"),
                          QStringLiteral("--plan"), in(QStringLiteral("plans/chat.plimsoll"))})
                 .status,
             0);
    QCOMPARE(contentOf(one), content);
}

/// Options of a plan change each of them, and how a figure looks belongs to what it was made from.
void ManyPlansTest::planOptions()
{
    const auto options = [](std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words)
            list << QLatin1String(word);
        return list;
    };
    QVERIFY(made(QStringLiteral("render"), QStringLiteral("png")).status == 0);
    for (const QStringList &each :
         {options({"--sequences", "7"}), options({"--size", "640x400"}), options({"--theme", "dark"}),
          options({"--preset", "slide"}), options({"--no-caption"}), options({"--unit", "GB"}),
          options({"--scale", "1"}), options({"--language", "zh_CN"})}) {
        QStringList more = each;
        const Run other = made(QStringLiteral("render"), QStringLiteral("png"), more << QStringLiteral("--check"));
        QVERIFY2(other.status == 1 && !other.out.contains(": up to date"), other.described().constData());
    }
    QVERIFY(made(QStringLiteral("render"), QStringLiteral("png"), {QStringLiteral("--check")}).status == 0);
}

/// Files and folders in one call, a figure among them; the order is that of the call.
void ManyPlansTest::namedFiles()
{
    const QString figure = in(QStringLiteral("picture.svg"));
    QVERIFY(
        runPlimsoll({QStringLiteral("render"), figure, QStringLiteral("--plan"), in(QStringLiteral("plans/rule.json"))})
            .status
        == 0);
    const Run run = runPlimsoll({QStringLiteral("report"), figure, in(QStringLiteral("plans/below")),
                                 in(QStringLiteral("plans/chat.plimsoll")), QStringLiteral("--output-dir"),
                                 in(QStringLiteral("out/deeper/still"))});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.described().constData());
    QCOMPARE(said(run), QStringList({"picture.html: written", "deep.html: written", "chat.html: written"}));
}

/// Those that are right are made all the same.
void ManyPlansTest::wrongOnes()
{
    writeFile(in(QStringLiteral("plans")), QStringLiteral("broken.plimsoll"), "{");
    writeFile(in(QStringLiteral("plans")), QStringLiteral("cut.json"), R"({"schema": "plimsoll.plan/1")");
    writeFile(in(QStringLiteral("plans")), QStringLiteral("newer.json"), R"({"schema": "plimsoll.plan/9"})");
    writeFile(in(QStringLiteral("plans")), QStringLiteral("unknown.json"), plan("no/such-model"));
    for (const char *command : {"render", "report"}) {
        const Run run =
            runPlimsoll({QLatin1String(command), in(QStringLiteral("plans")), in(QStringLiteral("absent.json")),
                         QStringLiteral("--output-dir"), in(QLatin1String(command))});
        QCOMPARE(run.status, 3);
        QCOMPARE(said(run).size(), 2);
        for (const char *file : {"broken.plimsoll", "cut.json", "newer.json", "unknown.json", "absent.json"})
            QVERIFY2(run.err.count(file) == 1, run.described().constData());
    }
}

void ManyPlansTest::hostile_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("an empty folder") << "empty" << QByteArray("no plan in this folder: save one there");
    QTest::newRow("a folder of other JSON") << "others" << QByteArray("no plan in this folder");
    QTest::newRow("JSON that is no plan, by its name") << "plans/other.json" << QByteArray("other.json");
    QTest::newRow("a text") << "plans/readme.txt" << QByteArray("readme.txt");
    QTest::newRow("a device") << "/dev/null" << QByteArray("/dev/null");
    QTest::newRow("nothing") << "nowhere" << QByteArray("no such file");
    QTest::newRow("a folder that is called like a plan") << "folder.plimsoll" << QByteArray("no plan in this folder");
    QTest::newRow("a folder with a broken link") << "linked" << QByteArray("no plan in this folder");
    QTest::newRow("a large file") << "large" << QByteArray("larger than 16 MiB");
}

void ManyPlansTest::hostile()
{
    QFETCH(QString, named);
    QFETCH(QByteArray, says);
    for (const char *folder : {"empty", "folder.plimsoll", "linked", "large"})
        QVERIFY(QDir(m_folder->path()).mkpath(QLatin1String(folder)));
    writeFile(in(QStringLiteral("others")), QStringLiteral("a.json"), "[]");
    QVERIFY(QFile::link(in(QStringLiteral("absent")), in(QStringLiteral("linked/a.json"))));
    QFile large(writeFile(in(QStringLiteral("large")), QStringLiteral("large.json"), {}));
    QVERIFY(large.resize(qint64(17) << 20));
    const QString path = named.startsWith(QLatin1Char('/')) ? named : in(named);
    for (const char *command : {"render", "report"}) {
        const Run run =
            runPlimsoll({QLatin1String(command), path, QStringLiteral("--output-dir"), in(QStringLiteral("out"))});
        QVERIFY2(run.ended && run.status == 3 && run.out.isEmpty(), run.described().constData());
        QVERIFY2(run.err.contains(says), run.described().constData());
    }
}

void ManyPlansTest::typed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const QStringList to{QStringLiteral("--output-dir"), QStringLiteral("never")};
    const auto row = [](const char *name, const QStringList &arguments, const char *says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("no plans", QStringList{"render"} + to, "name the plans");
    row("no plans to report on", QStringList{"report"} + to, "name the plans");
    row("another ending", QStringList{"render", "plans", "--as", "gif"} + to, "svg, pdf, png, csv, md, html");
    row("a figure as a table", QStringList{"render", "plans", "--table", "context", "--as", "svg"} + to,
        "csv, md, html");
    row("a table that is none", QStringList{"render", "plans", "--table", "pie", "--as", "md"} + to, "breakdown, ");
    row("check of one table", {"render", "a.csv", "--check"}, "--check: for tables this goes with --output-dir");
    row("an ending of figures", QStringList{"report", "plans", "--as", "svg"} + to, "html, md, pdf");
    row("no folder", {"render", "a.svg", "--as", "svg"}, "--as: this goes with --output-dir");
    row("force without a folder", {"report", "plans", "-o", "a.md", "--force"}, "--force: this goes with");
    row("check and force", QStringList{"render", "plans", "--check", "--force"} + to, "--check writes nothing");
    row("a plan by an option", QStringList{"render", "plans", "--plan", "a.json"} + to, "--plan: name the plans");
    row("one report and many", QStringList{"report", "plans", "-o", "a.md"} + to, "give one of them");
    row("two names", QStringList{"render", "a/chat.json", "b/chat.plimsoll"} + to,
        "a/chat.json and b/chat.plimsoll would both");
    row("two reports", QStringList{"report", "a/chat.json", "b/chat.json"} + to, "a/chat.json and b/chat.json would");
    row("an empty name", {"render", "plans", "--output-dir", ""}, "--output-dir");
}

void ManyPlansTest::typed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Run run = runPlimsoll(arguments);
    QVERIFY2(run.ended && run.status == 2 && run.complainedOnce(), run.described().constData());
    QVERIFY2(run.err.contains(says), run.described().constData());
    QVERIFY(!QFile::exists(QStringLiteral("never")));
}

void ManyPlansTest::sameBytesAnywhere_data()
{
    folder_data();
}

/// Other languages, time zones and current folders, with paths that are relative to them.
void ManyPlansTest::sameBytesAnywhere()
{
    QFETCH(QString, command);
    QFETCH(QString, as);
    QFETCH(QStringList, files);
    struct Computer {
        const char *locale, *zone, *folder, *plans;
    };
    QList<QMap<QString, QByteArray>> seen;
    for (const Computer &computer :
         {Computer{"C.UTF-8", "UTC", ".", "plans"}, Computer{"de_DE.UTF-8", "Asia/Kolkata", "plans", "."},
          Computer{"zh_CN.UTF-8", "America/New_York", "plans/below", "../../plans/"}}) {
        QTemporaryDir out;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"LC_ALL", "LANG", "LANGUAGE"})
            environment.insert(QLatin1String(name), QLatin1String(computer.locale));
        environment.insert(QStringLiteral("TZ"), QLatin1String(computer.zone));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(in(QLatin1String(computer.folder)));
        process.start(QStringLiteral(PLIMSOLL_PROGRAM),
                      {command, QLatin1String(computer.plans), QStringLiteral("--output-dir"), out.path(),
                       QStringLiteral("--as"), as, QStringLiteral("--no-user-data")});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QMap<QString, QByteArray> contents;
        for (const auto &[name, kept] : filesIn(out.path()).toStdMap())
            contents.insert(name, kept.content);
        seen << contents;
    }
    QCOMPARE(seen.constFirst().size(), files.size());
    for (const QMap<QString, QByteArray> &each : std::as_const(seen))
        QVERIFY(each == seen.constFirst());
}

QTEST_GUILESS_MAIN(ManyPlansTest)
#include "tst_manyplans.moc"
