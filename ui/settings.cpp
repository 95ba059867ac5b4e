// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings.h"

#include "core/files/setaside.h"
#include "core/planning/plandocumentjson.h"

#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

constexpr auto kGeometry = "window/geometry";
constexpr auto kSplitters = "splitters/";
constexpr auto kPlan = "plan/last";
constexpr auto kUnit = "view/unit";
constexpr auto kTheme = "view/theme";
constexpr auto kPage = "view/page";
constexpr auto kFolder = "files/folder";
constexpr auto kLastFile = "files/last";
constexpr auto kRecentFiles = "files/recent";
constexpr auto kOwnGpus = "fits/ownGpus";
constexpr auto kOnlyOwn = "fits/onlyOwn";
constexpr auto kShape = "fits/shape";
constexpr std::array<const char *, 3> kShapes = {"list", "precisions", "models"};
constexpr auto kPrice = "fits/pricePerGpuHour";

/// The list, where the file names none of them.
FitShape shapeOf(const QString &name)
{
    const auto found = std::find(kShapes.begin(), kShapes.end(), name);
    return found == kShapes.end() ? FitShape::List : FitShape(found - kShapes.begin());
}

/// Qt would go on with whatever it could read and write that back over the file.
QString setAsideIfBroken(const QString &file)
{
    const bool isBroken = QSettings(file, QSettings::IniFormat).status() == QSettings::FormatError;
    return isBroken ? setAside(file) : QString();
}

} // namespace

Settings::Settings()
    : Settings(defaultFile())
{
}

Settings::Settings(const QString &file)
    : m_setAsideAs(setAsideIfBroken(file))
    , m_settings(file, QSettings::IniFormat)
{
    m_settings.setAtomicSyncRequired(true);
    m_settings.setFallbacksEnabled(false);
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
           + QStringLiteral("/plimsoll/window.ini");
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(kGeometry, geometry);
}

QByteArray Settings::splitterState(const QString &name) const
{
    return m_settings.value(kSplitters + name).toByteArray();
}

void Settings::setSplitterState(const QString &name, const QByteArray &state)
{
    m_settings.setValue(kSplitters + name, state);
}

std::optional<Plan> Settings::lastPlan() const
{
    const QByteArray json = m_settings.value(kPlan).toByteArray();
    if (json.isEmpty())
        return std::nullopt;
    Result<Plan> plan = planFromBytes(json, m_settings.fileName());
    if (!plan)
        return std::nullopt;
    return *plan;
}

void Settings::setLastPlan(const Plan &plan)
{
    m_settings.setValue(kPlan, QJsonDocument(planToJson(plan)).toJson(QJsonDocument::Compact));
}

SizeUnit Settings::unit() const
{
    return m_settings.value(kUnit).toString() == QLatin1String("GB") ? SizeUnit::GB : SizeUnit::GiB;
}

void Settings::setUnit(SizeUnit unit)
{
    m_settings.setValue(kUnit, unit == SizeUnit::GB ? QStringLiteral("GB") : QStringLiteral("GiB"));
}

ThemeChoice Settings::theme() const
{
    return themeNamed(m_settings.value(kTheme).toString()).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice theme)
{
    m_settings.setValue(kTheme, themeName(theme));
}

QString Settings::page() const
{
    return m_settings.value(kPage).toString();
}

void Settings::setPage(const QString &id)
{
    m_settings.setValue(kPage, id);
}

FitPreferences Settings::fitPreferences() const
{
    FitPreferences preferences;
    preferences.ownGpus = m_settings.value(kOwnGpus).toStringList();
    preferences.onlyOwn = m_settings.value(kOnlyOwn).toBool();
    preferences.shape = shapeOf(m_settings.value(kShape).toString());
    bool isNumber = false;
    const double price = m_settings.value(kPrice).toString().toDouble(&isNumber);
    if (isNumber && price >= 0)
        preferences.pricePerGpuHour = price;
    return preferences;
}

void Settings::setFitPreferences(const FitPreferences &preferences)
{
    m_settings.setValue(kOwnGpus, preferences.ownGpus);
    m_settings.setValue(kOnlyOwn, preferences.onlyOwn);
    m_settings.setValue(kShape, QLatin1String(kShapes[size_t(preferences.shape)]));
    if (preferences.pricePerGpuHour)
        m_settings.setValue(kPrice, QString::number(*preferences.pricePerGpuHour, 'g', 10));
    else
        m_settings.remove(kPrice);
}

QString Settings::lastFile() const
{
    return m_settings.value(kLastFile).toString();
}

void Settings::setLastFile(const QString &path)
{
    m_settings.setValue(kLastFile, path);
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(kRecentFiles).toStringList();
}

void Settings::setRecentFiles(const QStringList &paths)
{
    m_settings.setValue(kRecentFiles, paths);
}

QString Settings::lastFolder() const
{
    return m_settings.value(kFolder).toString();
}

void Settings::setLastFolder(const QString &folder)
{
    m_settings.setValue(kFolder, folder);
}

bool Settings::save()
{
    m_settings.sync();
    return m_settings.status() == QSettings::NoError;
}

} // namespace plimsoll
