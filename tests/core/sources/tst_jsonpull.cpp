// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pull parser against RFC 8259, with QJsonDocument as a judge that does not know it.

#include "core/sources/jsonpull.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;
using Token = JsonPull::Token;

namespace {

/// The value that the parser's tokens make up; nothing after an error.
QJsonValue valueOf(JsonPull &json, Token token);

QJsonValue arrayOf(JsonPull &json)
{
    QJsonArray array;
    for (Token token = json.next(); token != Token::EndArray && json.ok(); token = json.next())
        array.append(valueOf(json, token));
    return array;
}

QJsonValue objectOf(JsonPull &json)
{
    QJsonObject object;
    while (json.ok() && json.next() == Token::Key) {
        const QString key = QString::fromUtf8(json.text());
        object.insert(key, valueOf(json, json.next()));
    }
    return object;
}

QJsonValue valueOf(JsonPull &json, Token token)
{
    switch (token) {
    case Token::BeginObject:
        return objectOf(json);
    case Token::BeginArray:
        return arrayOf(json);
    case Token::String:
        return QString::fromUtf8(json.text());
    case Token::Number:
        return json.text().toByteArray().toDouble();
    case Token::Literal:
        if (json.text() == QByteArrayView("null"))
            return QJsonValue(QJsonValue::Null);
        return json.text() == QByteArrayView("true");
    default:
        return QJsonValue(QJsonValue::Undefined);
    }
}

} // namespace

class JsonPullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const QByteArray &text, bool valid) {
            QTest::newRow(name) << text << valid;
        };
        row("empty object", "{}", true);
        row("empty list", " [ ] ", true);
        row("all kinds", "{\"a\":[1,-2.5,1e3,0.5E-1,true,false,null,\"x\"],\"b\":{\"c\":{}}}", true);
        row("white space", "\n{\t\"a\" :\r\n 1 , \"b\":[ ]\n}\n", true);
        row("escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20ac\\ud83d\\ude00\"]", true);
        row("UTF-8", "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"]", true);
        row("escaped key", "{\"a\\u0062\":1}", true);
        row("zero", "[0,-0,0.0]", true);
        row("nothing", "", false);
        row("white space alone", "  ", false);
        row("open object", "{", false);
        row("open list", "[1", false);
        row("wrong bracket", "[1}", false);
        row("comma first", "[,1]", false);
        row("comma last", "[1,]", false);
        row("comma last in object", "{\"a\":1,}", false);
        row("two commas", "[1,,2]", false);
        row("no comma", "[1 2]", false);
        row("no colon", "{\"a\" 1}", false);
        row("no value", "{\"a\":}", false);
        row("number as key", "{1:2}", false);
        row("text behind", "[1] 2", false);
        row("open text", "[\"a]", false);
        row("short escape", "[\"\\u12\"]", false);
        row("exponent without digits", "[1e]", false);
        row("plus", "[+1]", false);
        row("minus alone", "[-]", false);
        row("cut literal", "[tru]", false);
        row("apostrophes", "['a']", false);
        row("comment", "[1/*x*/]", false);
        row("not UTF-8", "[\"\xff\"]", false);
        row("cut UTF-8", "[\"\xe2\x82\"]", false);
    }

    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        JsonPull json(text, QStringLiteral("test"));
        const QJsonValue value = valueOf(json, json.next());
        json.expectEnd();
        QVERIFY2(json.ok() == valid, json.ok() ? "accepted" : qPrintable(json.error().text));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        QCOMPARE(error.error == QJsonParseError::NoError, valid);
        if (valid)
            QCOMPARE(value, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    }

    /// Where QJsonDocument is more lenient than RFC 8259, or of another mind.
    void stricterThanQt()
    {
        for (const char *text : {"[\"\\x\"]", "[\"a\nb\"]", "[1.]", "[.5]", "[01]", "[-01]", "[\"\\ud800\"]",
                                 "[\"\\udc00\\ud800\"]", "[1]x"}) {
            JsonPull json(text, QStringLiteral("test"));
            json.skipValue();
            json.expectEnd();
            QVERIFY2(!json.ok(), text);
            QVERIFY(json.error().text.contains(json.error().field));
        }
    }

    void offsets()
    {
        JsonPull json("{\"a\": x}", QStringLiteral("place"), 1000);
        QCOMPARE(json.next(), Token::BeginObject);
        QCOMPARE(json.next(), Token::Key);
        QCOMPARE(json.next(), Token::End);
        QCOMPARE(json.error().field, QStringLiteral("byte 1006"));
        QVERIFY(json.error().text.startsWith(QLatin1String("place")));
        QCOMPARE(json.next(), Token::End);
    }

    void counts_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<bool>("isCount");
        QTest::addColumn<quint64>("value");
        QTest::newRow("0") << QByteArray("0") << true << quint64(0);
        QTest::newRow("2^64 - 1") << QByteArray("18446744073709551615") << true << ~quint64(0);
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << false << quint64(0);
        QTest::newRow("negative") << QByteArray("-1") << false << quint64(0);
        QTest::newRow("a fraction") << QByteArray("1.0") << false << quint64(0);
        QTest::newRow("an exponent") << QByteArray("1e3") << false << quint64(0);
    }

    void counts()
    {
        QFETCH(QByteArray, number);
        QFETCH(bool, isCount);
        QFETCH(quint64, value);
        JsonPull json(number, QStringLiteral("test"));
        QCOMPARE(json.next(), Token::Number);
        QCOMPARE(json.count().has_value(), isCount);
        QCOMPARE(json.count().value_or(0), value);
    }

    void skippingLeavesTheNextKey()
    {
        JsonPull json("{\"a\":{\"b\":[1,{\"c\":[]}]},\"d\":2,\"e\":\"f\"}", QStringLiteral("test"));
        QCOMPARE(json.next(), Token::BeginObject);
        for (const char *key : {"a", "d", "e"}) {
            QCOMPARE(json.next(), Token::Key);
            QCOMPARE(json.text(), QByteArrayView(key));
            json.skipValue();
        }
        QCOMPARE(json.next(), Token::EndObject);
        json.expectEnd();
        QVERIFY(json.ok());
    }

    void depth()
    {
        const QByteArray deepest = QByteArray(JsonPull::maxDepth, '[') + QByteArray(JsonPull::maxDepth, ']');
        JsonPull fits(deepest, QStringLiteral("test"));
        fits.skipValue();
        fits.expectEnd();
        QVERIFY(fits.ok());
        const QByteArray deeper = '[' + deepest + ']';
        JsonPull tooDeep(deeper, QStringLiteral("test"));
        tooDeep.skipValue();
        QVERIFY(!tooDeep.ok());
    }
};

QTEST_GUILESS_MAIN(JsonPullTest)
#include "tst_jsonpull.moc"
