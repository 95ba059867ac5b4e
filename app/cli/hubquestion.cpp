// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hubquestion.h"

#include "app/cli/console.h"
#include "app/hub/hubclient.h"
#include "core/sources/modelsource.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLocale>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HubQuestion)
};

/// One line of a terminal that is written over; nothing where there is no terminal.
class ProgressLine
{
public:
    explicit ProgressLine(const QString &model)
        : m_model(model)
    {
#ifdef Q_OS_UNIX
        m_isShown = ::isatty(STDERR_FILENO) == 1;
#endif
    }
    ~ProgressLine()
    {
        write({});
    }

    void show(const HubProgress &progress)
    {
        write(Text::tr("Asking the Hugging Face Hub for %1: %2 of %3 files, %4")
                  .arg(m_model)
                  .arg(progress.filesDone)
                  .arg(progress.files)
                  .arg(QLocale::c().formattedDataSize(progress.bytes, 1, QLocale::DataSizeSIFormat)));
    }

private:
    void write(const QString &text)
    {
        constexpr const char clearLine[] = "\r\x1b[K"; // ECMA-48: carriage return, erase to the end of the line
        if (m_isShown)
            std::fprintf(stderr, "%s%s", clearLine, text.toUtf8().constData());
    }

    QString m_model;
    bool m_isShown = false;
};

Result<QString> ask(const HubReference &reference, const HubSettings &settings)
{
    ProgressLine line(reference.repository);
    HubClient client(settings);
    QEventLoop loop;
    Result<QString> answer = QString();
    QObject::connect(&client, &HubClient::progressed, &loop, [&](const HubProgress &progress) { line.show(progress); });
    QObject::connect(&client, &HubClient::finished, &loop, [&](const HubReference &found) {
        answer = found.address();
        loop.quit();
    });
    QObject::connect(&client, &HubClient::failed, &loop, [&](const Error &error) {
        answer = error;
        loop.quit();
    });
    client.fetch(reference);
    loop.exec();
    return answer;
}

} // namespace

Result<QString> askHub(const QString &typed)
{
    const HubSettings settings = hubSettings();
    const Result<HubReference> reference = parseHubReference(typed, settings.endpoint);
    if (!reference)
        return reference.error();
    const Result<QString> answer = ask(*reference, settings);
    if (answer.ok() || !isHubUnreachable(answer.error()))
        return answer;
    const Result<ModelSource> before = openHubModel(*reference, HubCache(settings.cacheFolder));
    if (!before)
        return answer;
    note(Text::tr("%1 This is what the Hub said when it was asked before.").arg(answer.error().text));
    return before->architecture.id;
}

Result<QString> fetchedModel(const QString &typed)
{
    if (!isHubAddress(typed))
        return typed;
    const HubSettings settings = hubSettings();
    const Result<HubReference> reference = parseHubReference(typed, settings.endpoint);
    if (!reference)
        return reference.error();
    const Result<ModelSource> known = openHubModel(*reference, HubCache(settings.cacheFolder));
    if (known || known.error().code != QLatin1String("not-fetched"))
        return known ? Result<QString>(known->architecture.id) : known.error();
    return askHub(typed);
}

} // namespace plimsoll
