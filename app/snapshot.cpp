// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/snapshot.h"

#include "app/cli/console.h"
#include "core/figures/figureplan.h"
#include "core/planning/sharedplan.h"

#include <QApplication>
#include <QBuffer>
#include <QEventLoop>
#include <QFileInfo>
#include <QImageWriter>
#include <QPixmap>
#include <QSaveFile>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

constexpr int kLookEveryMs = 15;
constexpr int kLooksAtMost = 300;
constexpr int kQuietLooks = 3;

/// Charts lay themselves out in later turns of the event loop, and pages look their answers up in the background: looks
/// until nothing is under way and a few pictures in a row are the same.
QImage settledPicture(QWidget &window)
{
    QImage last;
    int looks = 0, quiet = 0;
    QEventLoop loop;
    QTimer timer;
    timer.setInterval(kLookEveryMs);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const QImage picture = window.grab().toImage();
        const bool atRest = QThreadPool::globalInstance()->activeThreadCount() == 0;
        quiet = atRest && picture == last ? quiet + 1 : 0;
        last = picture;
        if (quiet >= kQuietLooks || ++looks >= kLooksAtMost)
            loop.quit();
    });
    timer.start();
    loop.exec();
    return last;
}

int fail(const QString &path, const QString &why)
{
    complain(Text::tr("%1: the picture cannot be written (%2)").arg(path, why));
    return ExitFile;
}

} // namespace

void preferOffscreen()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // The offscreen platform says on standard error what it cannot do; none of it shows in the picture.
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        qputenv("QT_LOGGING_RULES", "default.warning=false");
}

int takeSnapshot(QWidget &window, const Plan &plan, const QString &path)
{
    // A blinking text cursor would make two pictures of the same window differ.
    QApplication::setCursorFlashTime(0);
    const QImage picture = settledPicture(window);
    const QString ending = QFileInfo(path).suffix();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, ending.toLatin1());
    if (ending.isEmpty() || !writer.write(picture))
        return fail(path, ending.isEmpty() ? Text::tr("name a file that ends in .png") : writer.errorString());
    bytes = figureWithPlan(bytes, sharedPlan(plan, QFileInfo(path).path()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(path, file.errorString());
    print(Text::tr("%1: %2 x %3 pixels").arg(path, QString::number(picture.width()), QString::number(picture.height()))
          + QLatin1Char('\n'));
    return ExitAnswered;
}

} // namespace plimsoll
