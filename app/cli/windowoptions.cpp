// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/windowoptions.h"

#include "app/cli/command.h"
#include "core/units/quantity.h"

#include <QCoreApplication>
#include <QStringList>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WindowOptions)
};

Error wrong(const QString &option, const QString &text)
{
    return {QStringLiteral("usage"), option, Text::tr("%1: %2").arg(option, text), ErrorKind::Typed};
}

} // namespace

Result<QSize> sizeFrom(const QString &typed)
{
    const QStringList parts = typed.toLower().split(QLatin1Char('x'));
    const QString option = QStringLiteral("--size");
    if (parts.size() != 2)
        return wrong(option, Text::tr("\"%1\" is not a width and a height such as 1280x800").arg(typed));
    const Result<qint64> width = parseInteger(parts.constFirst(), option, 200, 8192);
    if (!width.ok())
        return width.error();
    const Result<qint64> height = parseInteger(parts.constLast(), option, 200, 8192);
    if (!height.ok())
        return height.error();
    return QSize(int(*width), int(*height));
}

Result<ThemeChoice> themeFrom(const QString &typed)
{
    const std::optional<ThemeChoice> theme = themeNamed(typed);
    if (theme && theme != ThemeChoice::System)
        return *theme;
    return wrong(QStringLiteral("--theme"),
                 Text::tr("\"%1\" is none of light, dark, contrast-light and contrast-dark").arg(typed));
}

Result<double> scaleFrom(const QString &typed)
{
    return parseNumber(typed, QStringLiteral("--scale"), 0.5, 4);
}

Result<SizeUnit> unitFrom(const CommandLine &line)
{
    const QString option = QStringLiteral("unit");
    const QString typed = line.value(option);
    for (SizeUnit unit : {SizeUnit::GiB, SizeUnit::GB}) {
        if (!line.isSet(option) || typed.compare(unitName(unit), Qt::CaseInsensitive) == 0)
            return unit;
    }
    return Error{QStringLiteral("bad-unit"), QStringLiteral("--unit"),
                 Text::tr("--unit: \"%1\" is not a unit: expected GiB or GB").arg(typed), ErrorKind::Typed};
}

} // namespace plimsoll
