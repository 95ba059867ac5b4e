// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace plimsoll {

/// What is shown of each GPU: a list with speed and price, how many carry the plan in each precision, or each model.
enum class FitShape : quint8 { List, Precisions, Models };

/// What a person set on the page "What fits"; kept from one start to the next.
struct FitPreferences {
    QStringList ownGpus;                   ///< ids of GPUs that they have
    bool onlyOwn = false;                  ///< the lists keep to these
    std::optional<double> pricePerGpuHour; ///< US dollars, their own; absent = the catalog's
    FitShape shape = FitShape::List;

    friend bool operator==(const FitPreferences &, const FitPreferences &) = default;
};

} // namespace plimsoll
