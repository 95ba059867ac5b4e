// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hubproxy.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace plimsoll;

namespace {

/// Answers everybody with nothing, and keeps the first line of what they asked.
class Listener : public QTcpServer
{
public:
    Listener()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                asked += socket->readLine().trimmed();
                socket->readAll();
                socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }

    QList<QByteArray> asked;
};

} // namespace

/// Which way a connection takes, told by who is asked.
class TestHubProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheChosenWay_data()
    {
        QTest::addColumn<ProxyChoice::Kind>("kind");
        QTest::addColumn<QString>("way");
        QTest::newRow("none") << ProxyChoice::Kind::None << "hub";
        QTest::newRow("by hand") << ProxyChoice::Kind::Manual << "own";
        QTest::newRow("none again") << ProxyChoice::Kind::None << "hub";
        QTest::newRow("system") << ProxyChoice::Kind::System << "system";
        QTest::newRow("by hand after system") << ProxyChoice::Kind::Manual << "own";
        QTest::newRow("system after by hand") << ProxyChoice::Kind::System << "system";
    }

    void takesTheChosenWay()
    {
        QFETCH(ProxyChoice::Kind, kind);
        QFETCH(QString, way);
        Listener hub, own, system;
        qputenv("http_proxy", ("http://" + system.address()).toLatin1());
        qunsetenv("no_proxy");
        useProxy({kind, QStringLiteral("127.0.0.1"), own.serverPort()});
        // This computer by a name that no proxy is left out for.
        const QString address = QStringLiteral("http://0.0.0.0:%1/model").arg(hub.serverPort());
        QNetworkAccessManager network;
        QNetworkReply *reply = network.get(QNetworkRequest(QUrl(address)));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(hub.asked.size(), qsizetype(way == QLatin1String("hub")));
        QCOMPARE(own.asked.size(), qsizetype(way == QLatin1String("own")));
        QCOMPARE(system.asked.size(), qsizetype(way == QLatin1String("system")));
        delete reply;
    }
};

QTEST_GUILESS_MAIN(TestHubProxy)
#include "tst_hubproxy.moc"
