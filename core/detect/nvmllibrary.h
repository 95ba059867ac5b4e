// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/nvml.h"

#include <QLibrary>
#include <QString>

#include <optional>

namespace plimsoll {

/// NVIDIA's management library, found where the system keeps its libraries. Calls that it lacks answer nothing. Each
/// call can block for as long as the driver likes, so none belongs into a process with a window.
class NvmlLibrary
{
public:
    NvmlLibrary();

    bool isThere() const { return m_library.isLoaded(); }
    /// The name of a call without which nothing can be said, empty where all are there.
    QString missing() const;

    nvml::Return init() const;
    nvml::Return deviceCount(unsigned &count) const;
    nvml::Return device(unsigned index, nvml::Device &device) const;

    template <typename... Arguments>
    std::optional<nvml::Return> call(const char *name, Arguments... arguments) const
    {
        using Function = nvml::Return (*)(Arguments...);
        const auto function = reinterpret_cast<Function>(find(name));
        return function ? std::optional(function(arguments...)) : std::nullopt;
    }

    /// The first of these calls that the library has: newer drivers keep the older ones.
    template <typename... Arguments>
    std::optional<nvml::Return> callFirst(std::initializer_list<const char *> names, Arguments... arguments) const
    {
        for (const char *name : names) {
            if (const auto result = call(name, arguments...))
                return result;
        }
        return {};
    }

private:
    QFunctionPointer find(const char *name) const;

    mutable QLibrary m_library; ///< resolving a symbol is no change that anybody sees
};

/// "not supported (3)": what an error code means.
QString nvmlErrorText(nvml::Return code);

} // namespace plimsoll
