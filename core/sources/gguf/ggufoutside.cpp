// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands outside the layers of a GGUF model: embeddings, head and the MTP module.

#include "core/memory/mixertensors.h"
#include "core/memory/parameters.h"
#include "core/memory/tensors.h"
#include "core/sources/gguf/ggufshape.h"

namespace plimsoll {

void GgufShape::finishOutside()
{
    m_model.tiedEmbeddings = !m_hasHead;
    m_model.checkpointBuffers = m_buffers;
    m_model.finalNorm = true;
    Bytes counted;
    for (const std::vector<TensorClass> &tensors : {inputTensors(m_model), outputTensors(m_model)}) {
        for (const TensorClass &tensor : tensors)
            counted += Bytes(tensor.rows) * tensor.columns * tensor.copies;
    }
    // Also what is not there: a model without a final norm has that much less.
    m_model.extraParameters = m_outside - counted.count();
    if (m_model.extraParameters < 0) {
        m_model.finalNorm = false;
        m_model.extraParameters =
            std::max<qint64>(m_model.extraParameters + normParameters(m_model.normType, m_model.hiddenSize), 0);
    }
}

void GgufShape::finishMtp()
{
    m_model.mtpLayers = m_nextn;
    if (m_nextn == 0)
        return;
    m_model.mtpStyle = m_nextnOwnsEmbedding ? MtpStyle::DeepSeek : MtpStyle::DeepSeekShared;
    for (const MtpStyle style : {m_model.mtpStyle, MtpStyle::DeepSeek, MtpStyle::DeepSeekShared, MtpStyle::Qwen,
                                 MtpStyle::Step, MtpStyle::Mimo, MtpStyle::Ernie}) {
        m_model.mtpStyle = style;
        if (countParameters(m_model).mtp == m_nextnElements)
            return;
    }
    m_model.mtpStyle = m_nextnOwnsEmbedding ? MtpStyle::DeepSeek : MtpStyle::DeepSeekShared;
    m_source.warnings.append(tr("The module for multi-token prediction has %1 weights, but is of a shape that is not "
                                "known; it is counted as "
                                "%2.")
                                 .arg(m_nextnElements)
                                 .arg(countParameters(m_model).mtp));
}

} // namespace plimsoll
