// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/logscale.h"

namespace plimsoll {

/// The values that sliders and charts run over, so that a click in a chart is a stop of the slider.

/// Tokens: from 1k (less for a model that ends early) to twice the model's limit, since beyond it there is still
/// an answer. 0 = the limit is not known.
LogScale contextScale(qint64 modelLimit);

/// Sequences at once: 1 to 1,024.
LogScale sequencesScale();

/// Parameters of a model of a size alone: 0.1 B to 3 T.
LogScale parametersScale();

} // namespace plimsoll
