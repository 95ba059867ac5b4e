// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/tensorshare.h"

#include "core/units/bytes.h"

namespace plimsoll::torch {

namespace {

/// Tensors of a layer that data parallel attention has once a replica.
bool isOfMixer(const TensorClass &tensor)
{
    switch (tensor.role) {
    case TensorRole::Query:
    case TensorRole::Key:
    case TensorRole::Value:
    case TensorRole::Output:
    case TensorRole::LatentDown:
    case TensorRole::LatentUp:
    case TensorRole::Indexer:
    case TensorRole::StateIn:
    case TensorRole::StateOut:
    case TensorRole::StateConv:
    case TensorRole::Embedding:
        return true;
    default:
        return tensor.split == Split::Heads;
    }
}

} // namespace

TensorShare shareOf(const TensorClass &tensor, const Division &division, qint64 vocabularyPadding)
{
    TensorShare share{tensor.rows, tensor.columns, tensor.copies};
    const qint32 tensorParallel = isOfMixer(tensor) ? division.attention : division.tensor;
    if (tensor.copies > 1)
        share.copies = ceilDivide(tensor.copies, division.expert);
    switch (tensor.split) {
    case Split::Replicated:
        break;
    case Split::Columns:
        share.rows = ceilDivide(tensor.rows, tensor.copies > 1 ? division.expertTensor : tensorParallel);
        break;
    case Split::Rows:
        share.columns = ceilDivide(tensor.columns, tensorParallel);
        break;
    case Split::Heads:
        if (tensor.heads > 0)
            share.rows = tensor.rows / tensor.heads * ceilDivide(tensor.heads, tensorParallel);
        break;
    case Split::Vocabulary:
        share.rows = ceilDivide(roundUp(tensor.rows, vocabularyPadding), tensorParallel);
        break;
    case Split::Experts:
        if (tensor.role == TensorRole::ExpertDown)
            share.columns = ceilDivide(tensor.columns, division.expertTensor);
        else
            share.rows = ceilDivide(tensor.rows, division.expertTensor);
        break;
    }
    return share;
}

} // namespace plimsoll::torch
