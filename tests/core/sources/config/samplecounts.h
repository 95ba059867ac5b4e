// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// The sizes that the models of tests/data/configs share, and the two blocks that most have. Written out here from the
// papers and modelling code, not with the program's own functions.

namespace samples {

inline constexpr qint64 V = 1000; ///< vocab_size
inline constexpr qint64 H = 64;   ///< hidden_size

/// Query, key, value and output matrices.
constexpr qint64 attention(qint64 heads, qint64 kvHeads, qint64 headDim)
{
    return H * heads * headDim + 2 * H * kvHeads * headDim + heads * headDim * H;
}

/// Gate, up and down.
constexpr qint64 gated(qint64 width)
{
    return 3 * H * width;
}

/// Latent attention with ranks 24 and 20, heads of 12 + 8 and 16.
inline constexpr qint64 latent =
    (H * 24 + 24 + 24 * 4 * (12 + 8)) + (H * (20 + 8) + 20 + 20 * 4 * (12 + 16)) + 4 * 16 * H;

/// A router over eight experts of width 48, and a shared one.
inline constexpr qint64 experts = H * 8 + 8 * gated(48);
inline constexpr qint64 expertsAndShared = experts + gated(48);

/// Mamba 2 with 8 heads of 16, state 8, kernel 4: input, convolution with bias; dt bias, A and D; output.
constexpr qint64 mamba2(qint64 groups)
{
    return H * (2 * 128 + 2 * groups * 8 + 8) + (128 + 2 * groups * 8) * (4 + 1) + 3 * 8 + 128 * H;
}

/// Mamba 1 of 128 channels with state 8, kernel 4: input, convolution, x projection, dt, A, D, output.
constexpr qint64 mamba1(qint64 rank)
{
    return 2 * H * 128 + 128 * 4 + 128 + 128 * (rank + 2 * 8) + rank * 128 + 128 + 128 * 8 + 128 + 128 * H;
}

/// A vision transformer's block of width 32 with a feed-forward of 80, biases and two LayerNorms.
inline constexpr qint64 visionBlock = 4 * 32 * 32 + 4 * 32 + 2 * 32 * 80 + 80 + 32 + 2 * 2 * 32;

} // namespace samples
