// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/sentences.h"
#include "core/planning/speed/speedtext.h"
#include "core/tables/tablemakers.h"
#include "core/tables/tableparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

/// The one that stands at `point.x` already goes.
template <typename Point, typename Place>
void insert(std::vector<Point> &points, const Point &point, Place place)
{
    std::erase_if(points, [&](const Point &each) { return place(each) == place(point); });
    points.insert(std::upper_bound(points.begin(), points.end(), point,
                                   [&](const Point &a, const Point &b) { return place(a) < place(b); }),
                  point);
}

bool isPowerOfTwo(qint64 x)
{
    return std::has_single_bit(quint64(x));
}

/// 1, 2 or 5 and zeros.
bool isRoundDecimal(qint64 x)
{
    while (x > 0 && x % 10 == 0)
        x /= 10;
    return x == 1 || x == 2 || x == 5;
}

QString noteOf(bool isPlan, bool isLast)
{
    if (isPlan)
        return isLast ? Text::tr("this plan, and the most that fits") : Text::tr("this plan");
    return isLast ? Text::tr("the most that fits") : QString();
}

void addEnd(Table &table, bool hasGpus)
{
    table.add("fits", Text::tr("Fits"), TableUnit::None, hasGpus ? TableReader::All : TableReader::Machines);
    table.add("is_plan", {}, TableUnit::None, TableReader::Machines);
    table.add("note", Text::tr("Note"), TableUnit::None, TableReader::People);
}

/// `table` has the column of the axis; `current` is the plan itself.
Table sweep(Table table, const SweepCurve &curve, qint64 current, bool (*isRound)(qint64), const TableValues &values)
{
    const bool hasGpus = values.estimate.hasGpus;
    std::vector<SweepPoint> points = curve.points;
    const auto place = [](const SweepPoint &point) { return point.x; };
    if (curve.mostThatFits > 0)
        insert(points, curve.crossing, place);
    insert(points, {current, values.estimate.total, hasGpus && values.estimate.fits}, place);
    ItemBytes present;
    for (const SweepPoint &point : points) {
        for (int i = 0; i < kItemCount; ++i) // a sum over sizes up to 3 T need not stay within 64 bits
            present.bytes[size_t(i)] = std::max(present.bytes[size_t(i)], point.items.bytes[size_t(i)]);
    }
    addItemColumns(table, present);
    addEnd(table, hasGpus);
    for (const SweepPoint &point : points) {
        const bool isPlan = point.x == current;
        const bool isLast = hasGpus && point.x == curve.mostThatFits && !curve.allFits();
        TableRow row;
        row.reader = isPlan || isLast || isRound(point.x) ? TableReader::All : TableReader::Machines;
        row.cells.push_back(TableCell::count(point.x));
        addItemCells(row, point.items);
        row.cells.push_back(hasGpus ? TableCell::yesNo(point.fits) : TableCell());
        row.cells.push_back(TableCell::yesNo(isPlan));
        row.cells.push_back(noteOf(isPlan, isLast));
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString basisName(SpeedBasis basis)
{
    switch (basis) {
    case SpeedBasis::Measured:
        return QStringLiteral("measured");
    case SpeedBasis::Extrapolated:
        return QStringLiteral("extrapolated");
    case SpeedBasis::Bound:
        break;
    }
    return QStringLiteral("bound");
}

/// A bound of a figure is no figure.
TableCell speedCell(double tokensPerSecond, SpeedBasis basis, const QLocale &locale)
{
    TableCell cell = TableCell::number(shortenedSpeed(tokensPerSecond));
    if (basis == SpeedBasis::Bound)
        cell.shown = Text::tr("≤ %1").arg(speedNumber(tokensPerSecond, locale));
    else if (basis == SpeedBasis::Extrapolated)
        cell.shown = Text::tr("≈ %1").arg(speedNumber(tokensPerSecond, locale));
    return cell;
}

} // namespace

Table contextTable(const SweepCurve &curve, const TableValues &values)
{
    Table table;
    table.title = Text::tr("Memory over context: %1").arg(planTitle(values.plan, values.locale));
    table.add("context_tokens", Text::tr("Context, tokens a sequence"));
    return sweep(std::move(table), curve, values.plan.workload.contextLength, isPowerOfTwo, values);
}

Table usersTable(const SweepCurve &curve, const TableValues &values)
{
    Table table;
    table.title = Text::tr("Memory over users: %1").arg(planTitle(values.plan, values.locale));
    table.add("users", Text::tr("Users at once"));
    return sweep(std::move(table), curve, values.plan.workload.sequences, isPowerOfTwo, values);
}

Table parametersTable(const SweepCurve &curve, const TableValues &values)
{
    const auto *size = std::get_if<FreeSize>(&values.plan.plan.model);
    Table table;
    table.title = Text::tr("Memory over parameters: %1").arg(planTitle(values.plan, values.locale));
    table.add(
        "parameters",
        size ? Text::tr("Parameters, models of typical shape")
             : Text::tr("Parameters (rows are of typical shapes, the plan is %1)").arg(values.plan.model->displayName),
        TableUnit::Parameters);
    return sweep(std::move(table), curve, size ? size->parameters : values.plan.parameters.text, isRoundDecimal,
                 values);
}

Table speedTable(const SpeedCurve &curve, const TableValues &values)
{
    const qint64 users = values.plan.workload.sequences;
    Table table;
    table.title = Text::tr("Speed over users: %1").arg(planTitle(values.plan, values.locale));
    table.add("users", Text::tr("Users at once"));
    table.add("decode_tokens_per_second", Text::tr("Each user"), TableUnit::TokensPerSecond);
    table.add("low_tokens_per_second", Text::tr("90 % interval from"), TableUnit::TokensPerSecond);
    table.add("high_tokens_per_second", Text::tr("to", "the end of an interval"), TableUnit::TokensPerSecond);
    table.add("decode_total_tokens_per_second", Text::tr("All together"), TableUnit::TokensPerSecond);
    table.add("time_to_first_token_seconds", Text::tr("First token after"), TableUnit::Seconds);
    table.add("basis", {}, TableUnit::None, TableReader::Machines);
    addEnd(table, true);
    std::vector<SpeedPoint> points = curve.points;
    if (const SpeedEstimate own = speedWith(values.plan, users); own.isKnown)
        insert(points, {users, own}, [](const SpeedPoint &point) { return point.users; });
    if (curve.mostThatFits > 0 && !points.empty() && curve.mostThatFits < points.back().users) {
        insert(points, {curve.mostThatFits, speedWith(values.plan, curve.mostThatFits)},
               [](const SpeedPoint &point) { return point.users; });
    }
    for (const SpeedPoint &point : points) {
        const SpeedEstimate &speed = point.speed;
        const bool isPlan = point.users == users;
        const bool isLast = point.users == curve.mostThatFits;
        const bool hasInterval = speed.basis == SpeedBasis::Measured && speed.low < speed.high;
        TableRow row;
        row.reader = isPlan || isLast || isPowerOfTwo(point.users) ? TableReader::All : TableReader::Machines;
        row.cells = {TableCell::count(point.users),
                     speedCell(speed.decodeTokensPerSecond, speed.basis, values.locale),
                     hasInterval ? TableCell::number(shortenedSpeed(speed.low)) : TableCell(),
                     hasInterval ? TableCell::number(shortenedSpeed(speed.high)) : TableCell(),
                     speedCell(speed.decodeTokensPerSecondTotal, speed.basis, values.locale),
                     speed.hasPrompt ? TableCell::number(shortenedSpeed(speed.timeToFirstToken)) : TableCell(),
                     TableCell(basisName(speed.basis)),
                     TableCell::yesNo(point.users <= curve.mostThatFits),
                     TableCell::yesNo(isPlan),
                     TableCell(noteOf(isPlan, isLast))};
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace plimsoll
