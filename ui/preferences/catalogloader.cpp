// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/catalogloader.h"

namespace plimsoll {

CatalogLoader::CatalogLoader(QObject *parent)
    : QObject(parent)
    , m_answer(this, [this](const Result<std::shared_ptr<const Catalog>> &catalog) {
        if (catalog)
            Q_EMIT loaded(*catalog);
        else
            Q_EMIT failed(catalog.error());
    })
{
}

void CatalogLoader::load(const QString &path)
{
    m_answer.ask([path](const auto &) { return catalogWith(path); });
}

} // namespace plimsoll
