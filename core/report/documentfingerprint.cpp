// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/documentfingerprint.h"

#include "core/catalog/catalog.h"
#include "core/planning/pinnedplan.h"
#include "core/planning/plandocumentjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

namespace plimsoll {
namespace {

/// Each part with its length, so that no two lists of parts are the same bytes.
void add(QCryptographicHash &hash, const QByteArray &part)
{
    hash.addData(QByteArray::number(part.size()).append(':'));
    hash.addData(part);
}

/// A report in another language is another document.
QByteArray wordsOn(const ReportedPlan &plan, const Catalog &catalog, SizeUnit unit)
{
    return reportMarkdown(planReport({{plan.plan, plan.answer, {}}}, catalog, unit));
}

void addPlan(QCryptographicHash &hash, const ReportedPlan &reported, const Catalog &catalog, SizeUnit unit)
{
    add(hash, QJsonDocument(planToJson(reported.plan)).toJson(QJsonDocument::Compact));
    add(hash, wordsOn(reported, catalog, unit));
    for (const PinnedPlan &pin : reported.pins.list()) {
        Result<PlanAnswer> answer = answerPlan(pin.plan, catalog);
        add(hash,
            answer ? wordsOn({pin.plan, std::move(answer).value(), {}}, catalog, unit) : answer.error().text.toUtf8());
    }
}

/// A chart of all GPUs shows more of it than an answer does.
QByteArray ownRecords(const Catalog &catalog)
{
    QFile file(Catalog::userFile());
    return catalog.hasUserData() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray documentFingerprint(const std::vector<ReportedPlan> &plans, const Catalog &catalog, SizeUnit unit,
                               const QJsonObject &options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, PLIMSOLL_VERSION);
    add(hash, QJsonDocument(options).toJson(QJsonDocument::Compact));
    add(hash, ownRecords(catalog));
    for (const ReportedPlan &each : plans)
        addPlan(hash, each, catalog, unit);
    return hash.result().toHex();
}

} // namespace plimsoll
