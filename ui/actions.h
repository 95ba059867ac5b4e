// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <array>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QMenuBar)
QT_FORWARD_DECLARE_CLASS(QToolBar)
QT_FORWARD_DECLARE_CLASS(QUndoStack)

namespace plimsoll {

/// Everything the window can be told to do, besides changing the plan.
enum class ActionId {
    New,
    Open,
    OpenRecent,
    LocalModels,
    OpenLog,
    RunHere,
    Save,
    SaveAs,
    SaveFigure,
    SaveTable,
    SaveReport,
    Quit,
    Undo,
    Redo,
    History,
    Search,
    Preferences,
    Calibration,
    CopyFigure,
    CopyTable,
    CopyTableMarkdown,
    CopyCalculationMarkdown,
    CopyCalculationLatex,
    CopyCalculationText,
    CopyCommand,
    CopyLaunch,
    PasteLaunch,
    PasteLog,
    Pin,
    UnitGiB,
    UnitGB,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrastLight,
    ThemeContrastDark,
    Present,
    Help,
    WhatsThis,
    Shortcuts,
    LanguageSystem,
    LanguageEnglish,
    LanguageChinese,
    About,
};
inline constexpr int kActionCount = int(ActionId::About) + 1;

/// The actions of the table in actions.cpp; menus and toolbar come from it.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QUndoStack *undoStack, QObject *parent = nullptr);

    QAction *operator[](ActionId id) const { return m_actions[size_t(id)]; }
    /// All of them, in the order of the table.
    QList<QAction *> all() const { return {m_actions.begin(), m_actions.end()}; }

    void fillMenus(QMenuBar *bar) const;
    /// Files and undo at the left; unit and theme as menus at the right.
    void fillToolBar(QToolBar *bar) const;

private:
    std::array<QAction *, kActionCount> m_actions{};
};

} // namespace plimsoll
