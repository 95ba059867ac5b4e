// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/languageoption.h"
#include "app/cli/planoptions.h"
#include "app/cli/windowoptions.h"
#include "app/detect/gpuprober.h"
#include "app/hub/hubfetcher.h"
#include "app/hub/hubproxy.h"
#include "app/snapshot.h"
#include "app/translatedwindow.h"
#include "app/translations.h"
#include "core/calibration/calibrationfile.h"
#include "core/logs/logfiles.h"
#include "core/sources/modelfile.h"
#include "core/sources/modelfolder.h"
#include "ui/accessibility/accessibility.h"
#include "ui/controls/noticebar.h"
#include "ui/documents/unsavedwork.h"
#include "ui/explain/presentation.h"
#include "ui/mainwindow.h"
#include "ui/plandocument.h"
#include "ui/preferences/catalogfile.h"
#include "ui/preferences/preferences.h"
#include "ui/reports/reportmaker.h"
#include "ui/settings.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/views/answertabs.h"

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QSize>

#include <algorithm>
#include <memory>
#include <optional>

namespace plimsoll {
namespace {

constexpr double kShareOfScreen = 0.92; ///< that a first window takes at most

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Window)
};

constexpr QLatin1String kSnapshot("snapshot");
constexpr QLatin1String kSize("size");
constexpr QLatin1String kTheme("theme");
constexpr QLatin1String kScale("scale");
constexpr QLatin1String kPage("page");
constexpr QLatin1String kPresentation("presentation"); ///< as a page: what F11 shows

struct WindowRequest {
    std::optional<Plan> plan; ///< to start from; else what the window remembers
    QString planFile;         ///< where it is from; "-" is standard input
    QString otherFile;        ///< a model or a start-up log to open
    QString snapshot;         ///< the picture to write; empty = stay open
    QSize size;               ///< empty = the window's own
    QString page;             ///< of the answer; empty = the last one
    QString language;         ///< of the texts; empty = the one that the window remembers, else the system's
    ThemeChoice theme = ThemeChoice::System;
    double scale = 1;
    bool userData = true;
    bool calibration = true; ///< that of the person is used
};

/// Options that QApplication takes for itself, and those of them that a value follows.
const QStringList kQtSwitches{QStringLiteral("reverse"), QStringLiteral("nograb"), QStringLiteral("dograb"),
                              QStringLiteral("sync")};
const QStringList kQtOptions{QStringLiteral("platform"),
                             QStringLiteral("platformpluginpath"),
                             QStringLiteral("platformtheme"),
                             QStringLiteral("plugin"),
                             QStringLiteral("style"),
                             QStringLiteral("stylesheet"),
                             QStringLiteral("qwindowgeometry"),
                             QStringLiteral("qwindowicon"),
                             QStringLiteral("qwindowtitle"),
                             QStringLiteral("display"),
                             QStringLiteral("geometry"),
                             QStringLiteral("session"),
                             QStringLiteral("title")};

QString withoutDashes(const QString &argument)
{
    if (!argument.startsWith(QLatin1Char('-')))
        return {};
    return argument.mid(argument.startsWith(QLatin1String("--")) ? 2 : 1);
}

QStringList withoutQtOptions(const QStringList &typed)
{
    QStringList rest;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QString name = withoutDashes(typed.at(i));
        if (kQtOptions.contains(name))
            ++i;
        else if (name.isEmpty()
                 || !(kQtSwitches.contains(name) || kQtOptions.contains(name.section(QLatin1Char('='), 0, 0))))
            rest << typed.at(i);
    }
    return rest;
}

Error wrong(const QString &option, const QString &text)
{
    return {QStringLiteral("usage"), option, Text::tr("%1: %2").arg(option, text), ErrorKind::Typed};
}

Result<WindowRequest> requestFrom(const CommandLine &line)
{
    WindowRequest request;
    request.userData = !line.isSet(QStringLiteral("no-user-data"));
    request.calibration = request.userData && !line.isSet(QStringLiteral("no-calibration"));
    if (line.isSet(kSnapshot)) {
        request.snapshot = line.value(kSnapshot);
        if (request.snapshot.isEmpty())
            return wrong(QStringLiteral("--snapshot"), Text::tr("no file was named"));
        const QFileInfo folder(QFileInfo(request.snapshot).path());
        if (!folder.isDir() || !folder.isWritable()) {
            return Error{QStringLiteral("cannot-write"),
                         {},
                         Text::tr("%1: no file can be made in the folder %2").arg(request.snapshot, folder.filePath()),
                         ErrorKind::File};
        }
        request.theme = ThemeChoice::Light;
        request.size = QSize(1440, 900); // the offscreen platform's screen is too small to take a size from
    }
    if (line.isSet(kSize)) {
        const Result<QSize> size = sizeFrom(line.value(kSize));
        if (!size.ok())
            return size.error();
        request.size = *size;
    }
    if (line.isSet(kTheme)) {
        const Result<ThemeChoice> theme = themeFrom(line.value(kTheme));
        if (!theme.ok())
            return theme.error();
        request.theme = *theme;
    }
    if (line.isSet(kScale)) {
        const Result<double> scale = scaleFrom(line.value(kScale));
        if (!scale.ok())
            return scale.error();
        request.scale = *scale;
    }
    request.page = line.value(kPage);
    const QString file = line.positional().value(0);
    if (file.isEmpty())
        return request;
    const bool isModel = looksLikeModel(file);
    if (request.snapshot.isEmpty() && (isModel || looksLikeLogFile(file))) {
        // As with a plan: what cannot be read is said where it was typed.
        if (const Result<ModelSource> model = isModel ? openModelFile(file) : ModelSource(); !model.ok())
            return model.error();
        request.otherFile = file;
        return request;
    }
    const Result<Plan> plan = readPlanFile(file);
    if (!plan.ok())
        return plan.error();
    request.plan = *plan;
    request.planFile = file;
    return request;
}

bool hasDisplay(const QStringList &typed)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool platformChosen = std::any_of(typed.begin(), typed.end(), [](const QString &argument) {
        return withoutDashes(argument).section(QLatin1Char('='), 0, 0) == QLatin1String("platform");
    });
    return platformChosen || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
           || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    Q_UNUSED(typed)
    return true;
#endif
}

/// The problem, where the file cannot be used; then a change in the window sets it aside.
QString useCalibration(PlanDocument &document)
{
    const Result<Calibration> calibration = readCalibration();
    document.setCalibration(std::make_shared<const Calibration>(calibration.ok() ? *calibration : Calibration()));
    return calibration.ok() ? QString() : Text::tr("Your calibration is not used. %1").arg(calibration.error().text);
}

/// A report in English is the one that the command line makes unasked.
ReportCommand reportCommand(const WindowRequest &request, const QString &language)
{
    ReportCommand command{QCoreApplication::applicationFilePath(), {}};
    if (!request.userData)
        command.options << QStringLiteral("--no-user-data");
    if (language != QLatin1String("en"))
        command.options << QString(kLanguage) << language;
    return command;
}

int openWindow(const WindowRequest &request)
{
    const bool remembers = request.userData && request.snapshot.isEmpty();
    std::unique_ptr<Settings> settings = remembers ? std::make_unique<Settings>() : nullptr;
    const Preferences preferences = settings ? settings->preferences() : Preferences();
    QString problem;
    const auto catalog = request.userData ? catalogAtStart(preferences.catalogFile, &problem)
                                          : std::make_shared<const Catalog>(Catalog::builtIn());
    useProxy(preferences.proxy);
    QApplication::setStyle(new Style);
    installAccessibility();

    PlanDocument document(catalog);
    if (request.calibration)
        problem = QStringList{problem, useCalibration(document)}.join(QLatin1Char(' ')).trimmed();
    if (!problem.isEmpty())
        note(problem);
    TranslatedWindow translated(&document, request.language.isEmpty() ? preferences.language : request.language);
    MainWindow &window = *translated.window();
    window.setModelFetcher(std::make_unique<HubFetcher>());
    GpuDetector::Options detection;
    detection.program = QCoreApplication::applicationFilePath();
    window.setGpuProbing(std::make_unique<GpuProber>(detection, [&translated] { return translated.language(); }));
    const auto connectWindow = [&translated, &request] {
        translated.window()->setReportCommand(reportCommand(request, translated.language()));
        QObject::connect(translated.window(), &MainWindow::preferencesChanged, &translated,
                         [](const Preferences &changed) { useProxy(changed.proxy); });
    };
    QObject::connect(&translated, &TranslatedWindow::windowChanged, &translated, connectWindow);
    connectWindow();
    if (remembers)
        window.remember(std::move(settings), !request.plan);
    if (!problem.isEmpty())
        window.fileNotice()->setNotice(problem, Text::tr("D&ismiss"));
    if (request.plan && request.planFile == QLatin1String("-"))
        document.startWith(*request.plan);
    else if (request.plan)
        window.openPlan(request.planFile);
    else if (!request.otherFile.isEmpty())
        window.openFile(request.otherFile);
    if (remembers)
        window.keepUnsaved(unsavedFolder(), request.plan.has_value());
    const bool presents = request.page == kPresentation;
    if (!request.page.isEmpty() && !presents && !window.answers()->showPage(request.page)) {
        const QStringList pages = window.answers()->pageIds() + QStringList{kPresentation};
        return complain(wrong(
            QStringLiteral("--page"),
            Text::tr("there is no page \"%1\"; there are %2").arg(request.page, pages.join(QLatin1String(", ")))));
    }
    if (request.theme != ThemeChoice::System)
        window.setTheme(request.theme);
    if (request.size.isValid())
        window.resize(request.size);
    else if (!window.testAttribute(Qt::WA_Resized)) // Qt would take two thirds of the screen at most
        window.resize(window.sizeHint().boundedTo(window.screen()->availableSize() * kShareOfScreen));
    window.show();
    if (presents) {
        document.flush();
        Presentation *presentation = window.present();
        if (presentation && !request.snapshot.isEmpty()) {
            presentation->showNormal();
            presentation->resize(request.size);
            presentation->setStep(presentation->stepCount() - 2);
            return finish(takeSnapshot(*presentation, document.plan(), request.snapshot));
        }
    }
    return request.snapshot.isEmpty() ? QApplication::exec()
                                      : finish(takeSnapshot(window, document.plan(), request.snapshot));
}

/// The exit status, where the help or a complaint was all there is to say.
std::optional<int> readRequest(const QStringList &typed, WindowRequest *request)
{
    CommandLine line({}, QStringLiteral("[FILE] [options]"),
                     Text::tr("Opens the window, with the plan, figure, model or start-up log that is named."));
    line.addHeading(Text::tr("Options"));
    line.add(
        {kSnapshot, QStringLiteral("FILE.png"), Text::tr("write a picture of the window and leave; needs no display")});
    line.add({kSize, QStringLiteral("WxH"), Text::tr("size of the window")});
    line.add({kTheme, QStringLiteral("light|dark|contrast-light|contrast-dark"), Text::tr("colours of the window")});
    line.add({kPage, QStringLiteral("ID"),
              Text::tr("page of the answer: precisions, context, users, parameters, speed, gpus, compare, limits, "
                       "what-fits, explain, presentation")});
    line.add({kScale, QStringLiteral("N"), Text::tr("pixels of the picture for each of the window's, 0.5 to 4")});
    if (const auto status = line.parse(withoutQtOptions(typed), 1))
        return *status;
    const Result<WindowRequest> asked = requestFrom(line);
    if (!asked.ok())
        return complain(asked.error());
    *request = *asked;
    request->language = typedLanguage(typed).value_or(QString());
    if (request->snapshot.isEmpty() && !hasDisplay(typed)) {
        complain(Text::tr("there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set); "
                          "plimsoll estimate answers without one, plimsoll --snapshot FILE.png writes a picture"));
        return ExitTyped;
    }
    return {};
}

} // namespace

int runWindow(int argc, char **argv, const QStringList &typed)
{
    WindowRequest request;
    {
        // Help and complaints are translated, and what translates is an application; that of the window cannot be made
        // before it is known whether it needs a display.
        QCoreApplication reader(argc, argv);
        installTranslations(reader, typedLanguage(typed).value_or(QString()));
        if (const std::optional<int> status = readRequest(typed, &request))
            return *status;
    }
    if (!request.snapshot.isEmpty())
        preferOffscreen();
    if (request.scale != 1)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(request.scale));
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("io.github.plimsoll.plimsoll"));
    return openWindow(request);
}

} // namespace plimsoll
