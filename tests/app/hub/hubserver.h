// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace plimsoll::test {

/// One question as it came over the wire.
struct HubQuestion {
    QByteArray method, path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/// What is sent back, byte for byte.
struct HubAnswer {
    QByteArray bytes;
    bool closes = true; ///< false: the connection stays open, and silent
};

/// A small HTTP server on this computer that answers as the Hugging Face Hub does, or as a test wants it to.
class HubServer : public QObject
{
    Q_OBJECT
public:
    using Answering = std::function<HubAnswer(const HubQuestion &)>;

    HubServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, &HubServer::accept);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    QString repository = QStringLiteral("org/name");
    QByteArray commit = QByteArray(40, 'a');
    QMap<QByteArray, QByteArray> files;
    Answering answering; ///< in place of the Hub's own way; an empty answer falls back to it
    QList<HubQuestion> questions;
    qint64 bytesSent = 0;

    int countOf(const QByteArray &part) const
    {
        int count = 0;
        for (const HubQuestion &each : questions)
            count += each.path.contains(part) ? 1 : 0;
        return count;
    }

    static QByteArray http(int status, const QByteArray &body = {}, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nConnection: close\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

    QByteArray listing() const
    {
        QByteArray siblings;
        for (auto each = files.begin(); each != files.end(); ++each)
            siblings += (siblings.isEmpty() ? "" : ",") + QByteArray("{\"rfilename\":\"") + each.key()
                        + "\",\"size\":" + QByteArray::number(each.value().size()) + "}";
        return "{\"id\":\"" + repository.toUtf8() + "\",\"sha\":\"" + commit + "\",\"siblings\":[" + siblings + "]}";
    }

    /// As the Hub answers.
    QByteArray usual(const HubQuestion &question) const
    {
        const QByteArray listed = "/api/models/" + repository.toUtf8() + "/revision/";
        if (question.path.startsWith(listed))
            return http(200, listing(), "Content-Type: application/json\r\n");
        const QByteArray beginning = '/' + repository.toUtf8() + "/resolve/" + commit + '/';
        const QByteArray name = QByteArray::fromPercentEncoding(question.path.mid(beginning.size()));
        if (!question.path.startsWith(beginning) || !files.contains(name))
            return http(404, "no", "X-Error-Code: RepoNotFound\r\n");
        return part(files[name], question.headers["range"]);
    }

    static QByteArray part(const QByteArray &file, const QByteArray &range)
    {
        const QList<QByteArray> ends = range.mid(QByteArray("bytes=").size()).split('-');
        const qint64 from = ends.value(0).toLongLong();
        const qint64 last = std::min<qint64>(ends.value(1).toLongLong(), file.size() - 1);
        return http(206, file.mid(from, last - from + 1),
                    "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(last) + '/'
                        + QByteArray::number(file.size()) + "\r\n");
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setParent(this);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray head = socket->peek(64 * 1024);
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        socket->read(end + 4);
        const QList<QByteArray> lines = head.first(end).split('\n');
        HubQuestion question{lines.first().split(' ').value(0), lines.first().split(' ').value(1), {}};
        for (const QByteArray &line : lines.mid(1))
            question.headers[line.left(line.indexOf(':')).toLower()] = line.mid(line.indexOf(':') + 1).trimmed();
        questions.append(question);
        HubAnswer answer;
        if (answering)
            answer = answering(question);
        if (answer.bytes.isEmpty() && answer.closes)
            answer.bytes = usual(question);
        bytesSent += answer.bytes.size();
        socket->write(answer.bytes);
        if (answer.closes)
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
};

} // namespace plimsoll::test
