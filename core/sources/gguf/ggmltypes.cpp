// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggmltypes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace plimsoll {
namespace {

// Numbers: enum ggml_type in ggml/include/ggml.h. Bytes and weights of a block: the static_asserts of
// ggml/src/ggml-common.h. Both of ggml-org/llama.cpp, September 2026 (ggml 0.25.1).
constexpr StorageType kTypes[] = {
    {"F32", {4, 1}},      {"F16", {2, 1}},        {"Q4_0", {18, 32}},    {"Q4_1", {20, 32}},     {nullptr, {}},
    {nullptr, {}},        {"Q5_0", {22, 32}},     {"Q5_1", {24, 32}},    {"Q8_0", {34, 32}},     {"Q8_1", {36, 32}},
    {"Q2_K", {84, 256}},  {"Q3_K", {110, 256}},   {"Q4_K", {144, 256}},  {"Q5_K", {176, 256}},   {"Q6_K", {210, 256}},
    {"Q8_K", {292, 256}}, {"IQ2_XXS", {66, 256}}, {"IQ2_XS", {74, 256}}, {"IQ3_XXS", {98, 256}}, {"IQ1_S", {50, 256}},
    {"IQ4_NL", {18, 32}}, {"IQ3_S", {110, 256}},  {"IQ2_S", {82, 256}},  {"IQ4_XS", {136, 256}}, {"I8", {1, 1}},
    {"I16", {2, 1}},      {"I32", {4, 1}},        {"I64", {8, 1}},       {"F64", {8, 1}},        {"IQ1_M", {56, 256}},
    {"BF16", {2, 1}},     {nullptr, {}},          {nullptr, {}},         {nullptr, {}},          {"TQ1_0", {54, 256}},
    {"TQ2_0", {66, 256}}, {nullptr, {}},          {nullptr, {}},         {nullptr, {}},          {"MXFP4", {17, 32}},
    {"NVFP4", {36, 64}},  {"Q1_0", {18, 128}},    {"Q2_0", {18, 64}},
};

/// Their names with their lengths: a layout asks some ten thousand times.
constexpr auto kNames = [] {
    std::array<std::string_view, std::size(kTypes)> names;
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = kTypes[i].name ? std::string_view(kTypes[i].name) : std::string_view();
    return names;
}();

} // namespace

const StorageType *ggmlType(quint32 id)
{
    return id < std::size(kTypes) && kTypes[id].name ? &kTypes[id] : nullptr;
}

const StorageType *ggmlType(QByteArrayView name)
{
    const std::string_view wanted(name.data(), size_t(name.size()));
    const auto found = wanted.empty() ? kNames.end() : std::find(kNames.begin(), kNames.end(), wanted);
    return found == kNames.end() ? nullptr : &kTypes[found - kNames.begin()];
}

const char *removedGgmlType(quint32 id)
{
    switch (id) {
    case 4:
        return "Q4_2";
    case 5:
        return "Q4_3";
    case 31:
        return "Q4_0_4_4";
    case 32:
        return "Q4_0_4_8";
    case 33:
        return "Q4_0_8_8";
    case 36:
        return "IQ4_NL_4_4";
    case 37:
        return "IQ4_NL_4_8";
    case 38:
        return "IQ4_NL_8_8";
    default:
        return nullptr;
    }
}

} // namespace plimsoll
