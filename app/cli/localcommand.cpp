// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/localcommand.h"

#include "app/cli/console.h"
#include "app/cli/texttable.h"
#include "core/sources/local/localmodels.h"
#include "core/units/sizeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace plimsoll {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LocalCommand)
};

/// Ctrl+C ends the program, so nothing here needs to stop early.
class Collected final : public LocalSearch
{
public:
    bool stopped() override { return false; }
    void entered(const QString &) override { }
    void found(const LocalModel &model) override { models.push_back(model); }

    std::vector<LocalModel> models;
};

QJsonObject toJson(const LocalModel &model)
{
    return {{QStringLiteral("name"), model.name},
            {QStringLiteral("path"), model.path},
            {QStringLiteral("store"), storeName(model.store)},
            {QStringLiteral("architecture"), model.architecture},
            {QStringLiteral("format"), model.format},
            {QStringLiteral("parameters"), model.parameters},
            {QStringLiteral("bytes"), model.bytes.count()},
            {QStringLiteral("problem"), model.problem.isEmpty() ? QJsonValue() : QJsonValue(model.problem)}};
}

QString toText(const std::vector<LocalModel> &models)
{
    TextTable table;
    table.addRow({Text::tr("Model"), Text::tr("Parameters"), Text::tr("Weights"), Text::tr("Size"),
                  Text::tr("Found in"), Text::tr("Path")});
    for (const LocalModel &model : models) {
        table.addRow({model.name, model.parameters > 0 ? formatParameters(model.parameters) : QString(), model.format,
                      model.bytes > Bytes(0) ? formatSize(model.bytes, SizeUnit::GB) : QString(),
                      storeName(model.store), QDir::toNativeSeparators(model.path)});
    }
    QString text = table.text();
    for (const LocalModel &model : models) {
        if (!model.problem.isEmpty())
            text += Text::tr("Warning: %1: %2").arg(model.name, model.problem) + QLatin1Char('\n');
    }
    return text;
}

} // namespace

int listLocalModels(bool asJson)
{
    const QList<LocalStore> stores = localStores(QProcessEnvironment::systemEnvironment(), QDir::homePath());
    Collected search;
    findLocalModels(stores, search);
    if (asJson) {
        QJsonArray models;
        for (const LocalModel &model : search.models)
            models.append(toJson(model));
        const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("plimsoll.localModels/1")},
                                   {QStringLiteral("models"), models}};
        print(QJsonDocument(document).toJson(QJsonDocument::Indented));
    } else if (search.models.empty()) {
        note(Text::tr("no models were found in the folders of Hugging Face, llama.cpp, LM Studio and Ollama; a file or "
                      "folder elsewhere can be named: plimsoll inspect PATH"));
    } else {
        print(toText(search.models));
    }
    return finish(ExitAnswered);
}

} // namespace plimsoll
