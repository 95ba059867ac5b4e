// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/torch/tensorshare.h"

#include "core/units/bytes.h"

namespace plimsoll::torch {

TensorShare shareOf(const TensorClass &tensor, qint32 tensorParallel, qint32 expertParallel, qint64 vocabularyPadding)
{
    TensorShare share{tensor.rows, tensor.columns, tensor.copies};
    switch (tensor.split) {
    case Split::Replicated:
        break;
    case Split::Columns:
        share.rows = ceilDivide(tensor.rows, tensorParallel);
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
        if (expertParallel > 1)
            share.copies = ceilDivide(tensor.copies, expertParallel);
        else if (tensor.role == TensorRole::ExpertDown)
            share.columns = ceilDivide(tensor.columns, tensorParallel);
        else
            share.rows = ceilDivide(tensor.rows, tensorParallel);
        break;
    }
    return share;
}

} // namespace plimsoll::torch
