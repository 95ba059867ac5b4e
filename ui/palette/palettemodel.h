// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/itemmodels/catalogmodel.h"

#include <array>

QT_FORWARD_DECLARE_CLASS(QAction)

namespace plimsoll {

/// What a row of the palette does when it is chosen. The order is that of the groups among equals.
enum class PaletteKind : quint8 { Action, Model, Gpu, Format, Engine };
inline constexpr int kPaletteKinds = int(PaletteKind::Engine) + 1;

/// Everything that can be searched for: the actions of the window, then models, GPUs, formats and engines.
/// An action that is not available is a row that is not enabled.
class PaletteModel : public CatalogModel
{
    Q_OBJECT

public:
    PaletteModel(const QList<QAction *> &actions, const Catalog &catalog, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    PaletteKind kind(int row) const { return m_kinds[size_t(row)]; }
    /// Of the action, or of the record in the catalog.
    QString idOf(int row) const;
    /// The action of a row; null where it is none.
    QAction *action(int row) const;

private:
    struct Rows;
    PaletteModel(const Rows &rows, const QList<QAction *> &actions, QObject *parent);

    QList<QAction *> m_actions;
    std::vector<PaletteKind> m_kinds;
};

/// Rows in which every typed word occurs, group by group: first the group with the best match.
class PaletteFilter : public CatalogFilter
{
    Q_OBJECT

public:
    explicit PaletteFilter(PaletteModel *model, QObject *parent = nullptr);

protected:
    void wordsChanged() override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const PaletteModel *m_model;
    std::array<int, kPaletteKinds> m_best{}; ///< rank of the best match of each kind
};

} // namespace plimsoll
