// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/resolvedplan.h"
#include "core/units/sizeformat.h"

#include <QLocale>
#include <QStringList>

namespace plimsoll {

/// Texts about an answer, translated, made only when somebody asks.

/// "4 × H100 SXM5 80GB + 2 × L4 24GB"; empty without GPUs.
QString gpuListText(const ResolvedPlan &resolved);

/// One behind the other, with the space that the language has between sentences. Empty ones are left out.
QString joinedSentences(const QStringList &sentences);

/// "Fits on 4 x H100 SXM 80 GB with 12.5 GiB to spare on each" - what a manager reads.
QString verdictSentence(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit,
                        const QLocale &locale = QLocale::c());

/// "235 GiB in all (229 to 241 GiB: 9 of 10 measured deployments of this kind)."
QString totalSentence(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit,
                      const QLocale &locale = QLocale::c());

/// The next best step: "Fits on 2 x H100 SXM 80 GB", "Up to 15 users at this context". May be empty.
QString nextStepSentence(const ResolvedPlan &resolved, const Estimate &estimate, const Comparison &comparison,
                         const QLocale &locale = QLocale::c());

/// "229 GiB to 241 GiB, 9 of 10 times: 18 measured deployments: vLLM, dense"; empty where nothing was measured.
QString intervalText(const ResolvedPlan &resolved, const Estimate &estimate, SizeUnit unit,
                     const QLocale &locale = QLocale::c());

/// What stands behind the interval.
QString intervalBasis(const ResolvedPlan &resolved);

struct WarningText {
    QString code; ///< "beyond-model-context"
    QString text;
};
std::vector<WarningText> warningTexts(const ResolvedPlan &resolved, const Estimate &estimate);

/// "Calibrated with your log of vLLM 0.11 on H100 SXM5 80GB (2026-11-30)."; empty where no record is used.
QString calibrationSentence(const ResolvedPlan &resolved);

/// Translated name of an item: "Weights", "KV cache", ...
QString itemName(Item item);
/// "KV cache: 80.0 GiB", a line for each item that there is any of, from the top of a stack to its bottom.
QStringList itemLines(const ItemBytes &items, SizeUnit unit, const QLocale &locale = QLocale::c());
/// The document's key of an item: "weights", "kvCache", ...
const char *itemKey(Item item);

/// "Llama 3.1 8B, BF16, 1 x 8,192 tokens, vLLM 0.19 on H100 SXM5 80GB": title of figures.
QString planTitle(const ResolvedPlan &resolved, const QLocale &locale = QLocale::c());

} // namespace plimsoll
