// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/catalogfile.h"

#include "core/catalog/catalogdocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CatalogFile)
};

Error fileError(const QString &text)
{
    return {QStringLiteral("cannot-read"), {}, text, ErrorKind::File};
}

} // namespace

Result<std::shared_ptr<const Catalog>> catalogWith(const QString &path)
{
    if (path.isEmpty()) {
        auto catalog = std::make_shared<const Catalog>(Catalog::withUserData());
        if (!catalog->notes().isEmpty())
            return fileError(catalog->notes().join(QLatin1Char(' ')));
        return std::shared_ptr<const Catalog>(std::move(catalog));
    }
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(Text::tr("%1 could not be opened: %2.").arg(shown, file.errorString()));
    if (file.size() > kMaxCatalogBytes)
        return fileError(Text::tr("%1 is too large to be a catalog.").arg(shown));
    Catalog catalog = Catalog::builtIn();
    const Result<int> merged = catalog.merge(file.readAll(), shown);
    if (!merged)
        return merged.error();
    return std::make_shared<const Catalog>(std::move(catalog));
}

std::shared_ptr<const Catalog> catalogAtStart(const QString &path, QString *problem)
{
    const Result<std::shared_ptr<const Catalog>> catalog = catalogWith(path);
    if (catalog)
        return *catalog;
    *problem = catalog.error().text;
    return std::make_shared<const Catalog>(Catalog::builtIn());
}

} // namespace plimsoll
