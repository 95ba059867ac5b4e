// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/documentwriter.h"

#include "app/cli/console.h"
#include "core/figures/figureplan.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocumentWriter)
};

/// Why a file is not what it would be made as now; empty where it is.
QString whyOutdated(const QString &path, const QByteArray &fingerprint)
{
    QFile file(path);
    if (!file.exists())
        return Text::tr("is not there");
    if (!file.open(QIODevice::ReadOnly))
        return Text::tr("cannot be read");
    const DocumentOrigin origin = documentOrigin(file.readAll());
    switch (origin.state) {
    case DocumentState::Foreign:
        return Text::tr("does not say what it was made from");
    case DocumentState::Changed:
        return Text::tr("was edited after it was made");
    case DocumentState::Whole:
        break;
    }
    return origin.fingerprint == fingerprint ? QString()
                                             : Text::tr("was made from another plan, version, catalog or options");
}

void say(const QString &path, const QString &what)
{
    print(QStringLiteral("%1: %2\n").arg(path, what));
}

} // namespace

bool DocumentWriter::put(const QString &path, const QByteArray &fingerprint, const std::function<QByteArray()> &content)
{
    return put(path, looks() ? whyOutdated(path, fingerprint) : QString(), content);
}

bool DocumentWriter::put(const QString &path, const QByteArray &content)
{
    QString why;
    if (QFile file(path); looks() && !file.exists())
        why = Text::tr("is not there");
    else if (looks() && (!file.open(QIODevice::ReadOnly) || file.readAll() != content))
        why = Text::tr("is not what its plan gives");
    return put(path, why, [&] { return content; });
}

bool DocumentWriter::put(const QString &path, const QString &whyOutdated, const std::function<QByteArray()> &content)
{
    if (looks() && whyOutdated.isEmpty()) {
        say(path, Text::tr("up to date"));
        return true;
    }
    if (m_mode == Mode::Check) {
        m_isOutdated = true;
        say(path, Text::tr("not up to date: it %1", "followed by the reason").arg(whyOutdated));
        return true;
    }
    return write(path, content());
}

bool DocumentWriter::write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        fail({QStringLiteral("cannot-write"),
              {},
              Text::tr("%1 could not be written (%2); choose another folder or free some room")
                  .arg(path, file.errorString()),
              ErrorKind::File});
        return false;
    }
    if (m_mode == Mode::All)
        print(path + QLatin1Char('\n'));
    else
        say(path, Text::tr("written"));
    return true;
}

void DocumentWriter::fail(const Error &error)
{
    m_failed = std::max(m_failed, complain(error));
}

int DocumentWriter::status() const
{
    if (m_failed != 0)
        return m_failed;
    return m_isOutdated ? ExitDoesNotFit : ExitAnswered;
}

} // namespace plimsoll
