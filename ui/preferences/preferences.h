// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/plan.h"
#include "core/units/sizeformat.h"
#include "ui/theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// The way to the network, for when a person asks for a model of the Hub.
struct ProxyChoice {
    enum class Kind { System, None, Manual };
    Kind kind = Kind::System;
    QString host; ///< of Manual: a name or an address of HTTP
    int port = 0; ///< 1 to 65,535; 0 = not said

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/// What a person sets once for all plans. As it begins, it is what a reset comes back to.
struct Preferences {
    SizeUnit unit = SizeUnit::GiB;
    ThemeChoice theme = ThemeChoice::System;
    QString language;                                     ///< "en", "zh_CN"; empty = as the system
    QString engine = QStringLiteral("vllm");              ///< of new plans
    QString gpu = QStringLiteral("nvidia-rtx-4090-24gb"); ///< of new plans; empty = none
    std::optional<double> pricePerGpuHour;                ///< US dollars, their own; absent = the catalog's
    QString catalogFile;                                  ///< of their own; empty = the one in the config folder
    ProxyChoice proxy;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// The plan that "New" begins with.
Plan newPlan(const Preferences &preferences);

struct ThemeName {
    ThemeChoice theme;
    QString text; ///< that a person reads
};
/// Every theme, in the order of the menu.
std::vector<ThemeName> themeNames();

struct LanguageName {
    QString code; ///< empty = as the system
    QString text; ///< in that language itself
};
std::vector<LanguageName> languageNames();

/// "proxy.example.org:3128". A Manual choice where it can be read, else nothing.
std::optional<ProxyChoice> proxyFrom(const QString &typed);
QString proxyText(const ProxyChoice &proxy);

} // namespace plimsoll
