// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <memory>

namespace plimsoll {

class EngineRules;

/// llama.cpp: llama-server and the library.
std::shared_ptr<const EngineRules> makeLlamaCppRules(const QJsonObject &constants);

} // namespace plimsoll
