// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/builtincatalog.h"

#include "core/catalog/catalogdata.h"
#include "core/catalog/catalogdocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace plimsoll {
namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

} // namespace

// Apart from the rest of Catalog: a static library's object is linked only where it is needed, so what never asks
// for the built-in catalogs (the catalog compiler) links without them.

Catalog Catalog::builtIn()
{
    auto data = std::make_shared<Data>();
    data->builtIn = CompiledCatalog(builtInCatalogData());
    return Catalog(std::move(data));
}

QString Catalog::userFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("plimsoll/catalog.json"));
}

Catalog Catalog::withUserData()
{
    Catalog catalog = builtIn();
    const QString path = userFile();
    QFile file(path);
    if (!file.exists())
        return catalog;
    const QString shownPath = QDir::toNativeSeparators(path);
    QString problem;
    if (!file.open(QIODevice::ReadOnly)) {
        problem = Strings::tr("%1: %2.").arg(shownPath, file.errorString());
    } else {
        // One byte more than is allowed is enough to see that it is too large.
        const Result<int> merged = catalog.merge(file.read(kMaxCatalogBytes + 1), shownPath);
        if (!merged)
            problem = merged.error().text;
    }
    if (!problem.isEmpty())
        catalog.m_data->notes.append(
            Strings::tr("Your own catalog was not read, the built-in one is used alone. %1").arg(problem));
    return catalog;
}

} // namespace plimsoll
