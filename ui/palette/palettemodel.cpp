// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

#include "core/engines/enginerules.h"

#include <QAction>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace plimsoll {

struct PaletteModel::Rows {
    std::vector<CatalogEntry> entries;
    std::vector<PaletteKind> kinds;

    void add(PaletteKind kind, CatalogEntry entry)
    {
        // Ids of kinds may be alike.
        entry.id = QString::number(int(kind)) + QLatin1Char(':') + entry.id;
        entry.searchText += QLatin1Char(' ') + headingOf(kind).toLower();
        entries.push_back(std::move(entry));
        kinds.push_back(kind);
    }

    static QString headingOf(PaletteKind kind)
    {
        switch (kind) {
        case PaletteKind::Action:
            return PaletteModel::tr("Actions");
        case PaletteKind::Model:
            return PaletteModel::tr("Models");
        case PaletteKind::Gpu:
            return PaletteModel::tr("GPUs");
        case PaletteKind::Format:
            return PaletteModel::tr("Formats of the weights");
        case PaletteKind::Engine:
            break;
        }
        return PaletteModel::tr("Engines");
    }

    static Rows of(const QList<QAction *> &actions, const Catalog &catalog);
};

namespace {

CatalogEntry entryOf(const QAction *action, qsizetype place)
{
    CatalogEntry entry;
    entry.id = QString::number(place);
    entry.name = action->text().remove(QLatin1Char('&')).remove(QStringLiteral("..."));
    entry.detail = action->statusTip();
    entry.searchText = QStringList{entry.name, entry.detail, action->shortcut().toString(QKeySequence::NativeText)}
                           .join(QLatin1Char(' '))
                           .toLower();
    return entry;
}

CatalogEntry entryOf(const Format &format)
{
    CatalogEntry entry;
    entry.id = format.id;
    entry.name = format.name;
    entry.detail = PaletteModel::tr("%1 bits a weight").arg(QLocale().toString(format.block.bits(), 'g', 3));
    entry.searchText = (QStringList{format.id, format.name} + format.aliases).join(QLatin1Char(' ')).toLower();
    return entry;
}

CatalogEntry entryOf(const EngineRules &engine)
{
    CatalogEntry entry;
    entry.id = engine.id();
    entry.name = engine.name();
    const QStringList versions = engine.versions();
    entry.detail = versions.isEmpty()
                       ? PaletteModel::tr("A rule without versions")
                       : PaletteModel::tr("Up to version %1").arg(shortVersionName(engine, versions.last()));
    entry.searchText = engine.id() + QLatin1Char(' ') + engine.name().toLower();
    return entry;
}

} // namespace

PaletteModel::Rows PaletteModel::Rows::of(const QList<QAction *> &actions, const Catalog &catalog)
{
    Rows rows;
    for (qsizetype i = 0; i < actions.size(); ++i)
        rows.add(PaletteKind::Action, entryOf(actions[i], i));
    for (const CatalogEntry &model : catalog.models())
        rows.add(PaletteKind::Model, model);
    for (const CatalogEntry &gpu : catalog.gpus())
        rows.add(PaletteKind::Gpu, gpu);
    for (const Format &format : catalog.formats()) {
        if (format.forWeights && format.family != FormatFamily::Native)
            rows.add(PaletteKind::Format, entryOf(format));
    }
    for (const QString &id : engineIds()) {
        if (const auto engine = findEngine(id, catalog, {}))
            rows.add(PaletteKind::Engine, entryOf(**engine));
    }
    return rows;
}

PaletteModel::PaletteModel(const QList<QAction *> &actions, const Catalog &catalog, QObject *parent)
    : PaletteModel(Rows::of(actions, catalog), actions, parent)
{
}

PaletteModel::PaletteModel(const Rows &rows, const QList<QAction *> &actions, QObject *parent)
    : CatalogModel(rows.entries.front(), {rows.entries.begin() + 1, rows.entries.end()}, parent)
    , m_actions(actions)
    , m_kinds(rows.kinds)
{
}

QString PaletteModel::idOf(int row) const
{
    return entry(row).id.section(QLatin1Char(':'), 1);
}

QAction *PaletteModel::action(int row) const
{
    return kind(row) == PaletteKind::Action ? m_actions.value(idOf(row).toInt()) : nullptr;
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QAction *action = this->action(index.row());
    const CatalogEntry &row = entry(index.row());
    switch (role) {
    case HeadingRole:
        return Rows::headingOf(kind(index.row()));
    case TrailingRole:
        return action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    case DetailRole:
        return action && !action->isEnabled() ? tr("Not available now") : row.detail;
    case Qt::ToolTipRole:
        return row.detail;
    case Qt::AccessibleTextRole: {
        QStringList words{row.name, index.data(DetailRole).toString(), index.data(TrailingRole).toString()};
        words.removeAll(QString());
        return tr("%1: %2").arg(Rows::headingOf(kind(index.row())), words.join(QStringLiteral(", ")));
    }
    default:
        return CatalogModel::data(index, role);
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const QAction *action = index.isValid() ? this->action(index.row()) : nullptr;
    const Qt::ItemFlags flags = CatalogModel::flags(index);
    return action && !action->isEnabled() ? flags & ~Qt::ItemIsEnabled : flags;
}

PaletteFilter::PaletteFilter(PaletteModel *model, QObject *parent)
    : CatalogFilter(model, parent)
    , m_model(model)
{
    wordsChanged();
    invalidate();
}

void PaletteFilter::wordsChanged()
{
    m_best.fill(std::numeric_limits<int>::max());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (filterAcceptsRow(row, {})) {
            int &best = m_best[size_t(m_model->kind(row))];
            best = std::min(best, rank(row));
        }
    }
}

bool PaletteFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const PaletteKind a = m_model->kind(left.row()), b = m_model->kind(right.row());
    if (a == b)
        return CatalogFilter::lessThan(left, right);
    const int bestA = m_best[size_t(a)], bestB = m_best[size_t(b)];
    return bestA != bestB ? bestA < bestB : a < b;
}

} // namespace plimsoll
