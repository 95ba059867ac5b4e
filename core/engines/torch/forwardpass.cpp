// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/forwardpass.h"

#include <algorithm>

namespace plimsoll::torch {

ForwardPass ForwardPass::fromJson(const QJsonObject &json)
{
    ForwardPass pass;
    pass.perIntermediate = json.value(QLatin1String("forwardPerIntermediate")).toDouble(pass.perIntermediate);
    pass.perHidden = json.value(QLatin1String("forwardPerHidden")).toDouble(pass.perHidden);
    pass.logitBytes = json.value(QLatin1String("logitBytes")).toDouble(pass.logitBytes);
    return pass;
}

double ForwardPass::bytesPerToken(const ModelArchitecture &model, qint32 elementBytes, qint32 tensor) const
{
    qint64 intermediate = 0;
    for (const LayerGroup &group : model.groups) {
        if (group.moe)
            intermediate = std::max(intermediate, group.moe->intermediateSize * group.moe->expertsPerToken);
        else if (group.dense)
            intermediate = std::max(intermediate, group.dense->intermediateSize);
    }
    return elementBytes * (perIntermediate * double(intermediate) / tensor + perHidden * double(model.hiddenSize));
}

double ForwardPass::logits(const ModelArchitecture &model, qint64 sequences) const
{
    return double(sequences) * double(model.vocabSize) * logitBytes;
}

} // namespace plimsoll::torch
