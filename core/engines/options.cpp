// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/enginerules.h"
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Engines)
};

Error badOption(const QString &field, const QString &text)
{
    return {QStringLiteral("bad-option"), field, text, ErrorKind::Typed};
}

/// "3,1" or [3, 1]; kept as text.
Result<QJsonValue> checkedShares(const EngineOption &option, const QJsonValue &given, const QString &field)
{
    QStringList shares;
    if (given.isArray()) {
        for (const QJsonValue &each : given.toArray())
            shares.append(QString::number(each.toDouble(-1), 'g', 15));
    } else {
        shares = given.toString().split(QLatin1Char(','));
    }
    double sum = 0;
    for (QString &share : shares) {
        share = share.trimmed();
        const Result<double> number = parseNumber(share, field, option.low, option.high);
        if (!number)
            return badOption(field, Text::tr("%1: expected one number a GPU, such as 3,1").arg(field));
        sum += *number;
    }
    if (!(sum > 0))
        return badOption(field, Text::tr("%1: at least one GPU must have a share").arg(field));
    return QJsonValue(shares.join(QLatin1Char(',')));
}

/// Numbers may come as text from a command line.
Result<QJsonValue> checkedValue(const EngineOption &option, const QJsonValue &given, const QString &field)
{
    switch (option.type) {
    case EngineOption::Type::Boolean: {
        if (given.isBool())
            return given;
        const QString text = given.toString().trimmed().toLower();
        if (text == QLatin1String("true") || text == QLatin1String("1") || text == QLatin1String("on"))
            return QJsonValue(true);
        if (text == QLatin1String("false") || text == QLatin1String("0") || text == QLatin1String("off"))
            return QJsonValue(false);
        return badOption(field, Text::tr("%1: expected true or false").arg(field));
    }
    case EngineOption::Type::Choice: {
        const QString text = given.toVariant().toString(); // 16 and "16" are the same
        if (option.choices.contains(text))
            return QJsonValue(text);
        return badOption(field,
                         Text::tr("%1: expected one of %2").arg(field, option.choices.join(QLatin1String(", "))));
    }
    case EngineOption::Type::Model: {
        const QString text = given.toString().trimmed();
        if (!text.isEmpty())
            return QJsonValue(text);
        return badOption(field, Text::tr("%1: expected a model, such as meta-llama/Llama-3.2-1B").arg(field));
    }
    case EngineOption::Type::Shares:
        return checkedShares(option, given, field);
    case EngineOption::Type::Integer:
    case EngineOption::Type::Number:
        break;
    }
    const bool whole = option.type == EngineOption::Type::Integer;
    if (given.isString()) {
        if (whole) {
            const Result<qint64> count = parseTokens(given.toString(), field);
            if (count && double(*count) >= option.low && double(*count) <= option.high)
                return QJsonValue(*count);
        } else if (const Result<double> number = parseNumber(given.toString(), field, option.low, option.high)) {
            return QJsonValue(*number);
        }
    } else if (given.isDouble()) {
        const double number = given.toDouble();
        const bool inRange = number >= option.low && number <= option.high;
        if (inRange && (!whole || number == std::floor(number)))
            return given;
    }
    return badOption(field,
                     (whole ? Text::tr("%1: expected a whole number from %2 to %3")
                            : Text::tr("%1: expected a number from %2 to %3"))
                         .arg(field, QString::number(option.low, 'g', 15), QString::number(option.high, 'g', 15)));
}

/// Numeric parts of "v0.19.1rc2+cu130"; empty when it is not a version.
QList<int> versionParts(const QString &version)
{
    QString text = version.trimmed();
    if (text.startsWith(QLatin1Char('v')) || text.startsWith(QLatin1Char('V')))
        text.remove(0, 1);
    QList<int> parts;
    qsizetype at = 0;
    while (at < text.size()) {
        int value = 0, digits = 0;
        while (at < text.size() && text.at(at) >= QLatin1Char('0') && text.at(at) <= QLatin1Char('9')) {
            if (++digits > 6)
                return {};
            value = value * 10 + text.at(at++).digitValue();
        }
        if (digits == 0)
            break;
        parts.append(value);
        if (at < text.size() && text.at(at) == QLatin1Char('.')) {
            ++at;
            continue;
        }
        break;
    }
    static const QStringList marks = {QStringLiteral("rc"),   QStringLiteral("a"),   QStringLiteral("b"),
                                      QStringLiteral(".dev"), QStringLiteral("dev"), QStringLiteral(".post"),
                                      QStringLiteral("post"), QStringLiteral("+"),   QStringLiteral("-")};
    const QString rest = text.mid(at).toLower();
    bool known = rest.isEmpty() && !text.endsWith(QLatin1Char('.'));
    for (const QString &mark : marks)
        known |= rest.startsWith(mark);
    if (!known || parts.isEmpty())
        return {};
    while (parts.size() < 3)
        parts.append(0);
    return parts;
}

/// 4567 of "b4567"; -1 where it is no build number.
qint64 buildNumber(const QString &version)
{
    const QString text = version.trimmed();
    bool ok = false;
    const qint64 number = text.mid(1).toLongLong(&ok);
    const bool isBuild = text.size() <= 8 && text.startsWith(QLatin1Char('b'), Qt::CaseInsensitive) && ok && number > 0;
    return isBuild ? number : -1;
}

} // namespace

Result<QJsonObject> checkedOptions(const EngineRules &engine, const QJsonObject &options)
{
    QJsonObject checked;
    const QList<EngineOption> known = engine.options();
    for (auto it = options.begin(); it != options.end(); ++it) {
        const QString field = QLatin1String("engine.options.") + it.key();
        const auto option =
            std::find_if(known.begin(), known.end(), [&](const EngineOption &o) { return o.key == it.key(); });
        if (option == known.end()) {
            QStringList keys;
            for (const EngineOption &each : known)
                keys.append(each.key);
            return Error{QStringLiteral("unknown-option"), field,
                         keys.isEmpty() ? Text::tr("%1: %2 has no options").arg(field, engine.name())
                                        : Text::tr("%1: %2 has no such option; known options: %3")
                                              .arg(field, engine.name(), keys.join(QLatin1String(", "))),
                         ErrorKind::Typed};
        }
        const Result<QJsonValue> value = checkedValue(*option, it.value(), field);
        if (!value)
            return value.error();
        checked.insert(it.key(), *value);
    }
    return checked;
}

QString releaseOf(const EngineRules &engine, const QString &version)
{
    const QString build = engine.versionOfBuild(buildNumber(version));
    const QList<int> parts = versionParts(build.isEmpty() ? version : build);
    if (parts.isEmpty())
        return {};
    const QString minor = QStringLiteral("%1.%2").arg(parts[0]).arg(parts[1]);
    if (minor != QLatin1String("0.0"))
        return minor;
    QString known; // builds come by the day: those with the same rules are one release
    for (const QString &each : engine.versions()) {
        if (known.isEmpty() || versionParts(each) <= parts)
            known = each;
    }
    return known;
}

QString shortVersionName(const EngineRules &engine, const QString &version)
{
    const QString name = engine.versionName(version);
    return name == version ? version.section(QLatin1Char('.'), 0, 1) : name;
}

Result<QString> checkedVersion(const EngineRules &engine, const QString &version, VersionAge *age)
{
    const QString field = QStringLiteral("engine.version");
    *age = VersionAge::Known;
    const QStringList known = engine.versions();
    if (version.isEmpty())
        return known.isEmpty() ? QString() : known.last();
    const QString build = engine.versionOfBuild(buildNumber(version));
    const QList<int> parts = versionParts(build.isEmpty() ? version : build);
    if (parts.isEmpty() || known.isEmpty()) {
        const QString text = known.isEmpty()
                                 ? Text::tr("%1: %2 has no versions; leave it out").arg(field, engine.name())
                                 : Text::tr("%1: \"%2\" is not a version; expected one such as %3")
                                       .arg(field, version, engine.versionName(known.last()));
        return Error{QStringLiteral("bad-version"), field, text, ErrorKind::Typed};
    }
    if (parts < versionParts(known.first())) {
        // Builds come by the day, so the oldest known rules are near; releases before the first are another program.
        if (!build.isEmpty()) {
            *age = VersionAge::Older;
            return known.first();
        }
        return Error{QStringLiteral("unknown-version"), field,
                     Text::tr("%1: the rules of %2 are known from %3 on; choose that or a newer version")
                         .arg(field, engine.name(), engine.versionName(known.first())),
                     ErrorKind::Typed};
    }
    // Ranges are half open: 0.19.2 is covered by the record of 0.19; only another minor version is newer than known.
    const QList<int> last = versionParts(known.last());
    if (parts.mid(0, 2) > last.mid(0, 2)) {
        *age = VersionAge::Newer;
        return known.last();
    }
    return QStringLiteral("%1.%2.%3").arg(parts[0]).arg(parts[1]).arg(parts[2]);
}

} // namespace plimsoll
