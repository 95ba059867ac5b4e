// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sources/modelfolder.h"
#include "core/sources/modelsource.h"

namespace plimsoll {

class Catalog;

/// Whether a person who types this means a file or folder and not an id of the catalog: something of that name is
/// there, it ends as model files do, or it begins as only paths begin.
bool namesModelFile(const QString &name);

/// The model of a config.json, a safetensors file or index, a GGUF file, or a folder with one of these, on this
/// computer. Only headers are read.
Result<ModelSource> openModelFile(const QString &path);

/// A model of the catalog, or of a file where `name` is none there and means one; else one that was fetched from the
/// Hugging Face Hub, by its address or name. Never opens a connection: error "not-fetched" says how to ask the Hub.
/// `field` names the place in errors.
Result<ModelSource> findModel(const QString &name, const Catalog &catalog, const QString &field);

/// Why no memory of a deployment follows from this source; empty where it does.
QString whyNotServed(const ModelSource &source);

} // namespace plimsoll
