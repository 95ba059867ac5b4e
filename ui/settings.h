// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/units/sizeformat.h"
#include "ui/preferences/preferences.h"
#include "ui/theme.h"
#include "ui/whatfits/fitpreferences.h"

#include <QByteArray>
#include <QSettings>

#include <optional>

namespace plimsoll {

struct FigurePreferences;

/// What the window remembers from one start to the next, in window.ini of the standard config location.
/// The file is replaced as a whole, so an interrupted write leaves the old one.
class Settings
{
public:
    Settings();
    explicit Settings(const QString &file);

    static QString defaultFile();

    /// Where the file went when it could not be read; empty as a rule.
    QString setAsideAs() const { return m_setAsideAs; }

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// The state of a splitter, by its name.
    QByteArray splitterState(const QString &name) const;
    void setSplitterState(const QString &name, const QByteArray &state);

    /// Nothing where there is none, or none that can still be read.
    std::optional<Plan> lastPlan() const;
    void setLastPlan(const Plan &plan);

    SizeUnit unit() const;
    void setUnit(SizeUnit unit);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    /// The id of the page of the answer that was in front; empty = none was.
    QString page() const;
    void setPage(const QString &id);

    FitPreferences fitPreferences() const;
    void setFitPreferences(const FitPreferences &preferences);

    /// Of the plan that was shown last; empty where it had none.
    QString lastFile() const;
    void setLastFile(const QString &path);

    /// Plans that were opened or saved, newest first.
    QStringList recentFiles() const;
    void setRecentFiles(const QStringList &paths);

    /// What is not there, or is not known, is as it begins.
    Preferences preferences() const;
    void setPreferences(const Preferences &preferences);

    /// What is not there, or is out of range, is as it begins.
    FigurePreferences figurePreferences() const;
    void setFigurePreferences(const FigurePreferences &options);

    QString lastFolder() const;
    void setLastFolder(const QString &folder);

    /// Writes what was set. False where the file cannot be written.
    bool save();

private:
    QString m_setAsideAs;
    QSettings m_settings;
};

} // namespace plimsoll
