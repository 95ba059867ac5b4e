// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/placedtext.h"

namespace plimsoll::test {

/// Names a text that leaves the picture, or two that lie over each other; empty where all have room.
inline QString collision(const std::vector<PlacedText> &texts, QSizeF size)
{
    const QRectF whole(QPointF(0, 0), size);
    for (size_t i = 0; i < texts.size(); ++i) {
        if (!whole.contains(texts[i].rect))
            return QStringLiteral("\"%1\" leaves the picture").arg(texts[i].text);
        for (size_t j = i + 1; j < texts.size(); ++j) {
            if (texts[i].rect.intersects(texts[j].rect))
                return QStringLiteral("\"%1\" and \"%2\"").arg(texts[i].text, texts[j].text);
        }
    }
    return {};
}

} // namespace plimsoll::test
