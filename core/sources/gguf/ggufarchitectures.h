// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QtGlobal>

namespace plimsoll {

/// What llama.cpp knows about an architecture beyond the keys in the file.
struct GgufArchitecture {
    const char *name = nullptr;
    /// Every so many layers one sees all tokens and the others only attention.sliding_window; 0 = the key is not used,
    /// -1 = all layers have the window. attention.sliding_window_pattern in the file comes first.
    int windowPeriod = 0;
    bool fullFirst = false; ///< of each period the first layer sees all, not the last
    qint64 chunkSize = 0;   ///< attention in chunks of so many tokens instead of a window
    bool encoder = false;   ///< makes embeddings, generates nothing
};

/// nullptr where the architecture is not known.
const GgufArchitecture *ggufArchitecture(QByteArrayView name);

/// The mix of types that general.file_type stands for: "Q4_K_M"; empty where it is not known.
QString ggufFileTypeName(qint64 fileType);

} // namespace plimsoll
