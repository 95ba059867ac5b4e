// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorstypes.h"

namespace plimsoll {
namespace {

// enum Dtype and bitsize() in safetensors/src/tensor.rs of huggingface/safetensors, May 2026.
constexpr StorageType kTypes[] = {
    {"BF16", {2, 1}},        {"F16", {2, 1}}, {"F32", {4, 1}},     {"F8_E4M3", {1, 1}}, {"F8_E5M2", {1, 1}},
    {"F8_E8M0", {1, 1}},     {"F4", {1, 2}},  {"U8", {1, 1}},      {"I8", {1, 1}},      {"I32", {4, 1}},
    {"U32", {4, 1}},         {"I64", {8, 1}}, {"BOOL", {1, 1}},    {"F64", {8, 1}},     {"I16", {2, 1}},
    {"U16", {2, 1}},         {"U64", {8, 1}}, {"F6_E2M3", {3, 4}}, {"F6_E3M2", {3, 4}}, {"F8_E4M3FNUZ", {1, 1}},
    {"F8_E5M2FNUZ", {1, 1}}, {"C64", {8, 1}},
};

} // namespace

const StorageType *safetensorsType(QByteArrayView dtype)
{
    for (const StorageType &type : kTypes) {
        if (dtype == QByteArrayView(type.name))
            return &type;
    }
    return nullptr;
}

} // namespace plimsoll
