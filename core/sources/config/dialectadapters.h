// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace plimsoll {

// Each writes in canonical keys what its architecture says in other words, and leaves the rest as it is. They see
// files that nobody has checked: what they write is checked when it is read.

void adaptAllBiases(QJsonObject &config); ///< biases in every linear layer (GPT-2, BLOOM, Phi)
void adaptOpt(QJsonObject &config);
void adaptFalcon(QJsonObject &config);
void adaptMpt(QJsonObject &config);
void adaptDbrx(QJsonObject &config);
void adaptQwen1(QJsonObject &config);
void adaptChatGlm(QJsonObject &config);
void adaptStableLm(QJsonObject &config);
void adaptBitNet(QJsonObject &config);
void adaptMllama(QJsonObject &config);
void adaptBert(QJsonObject &config);
void adaptDistilBert(QJsonObject &config);
void adaptModernBert(QJsonObject &config);
void adaptNomicBert(QJsonObject &config);
void adaptOpenElm(QJsonObject &config);

void adaptGemma4(QJsonObject &config);
void adaptGraniteHybrid(QJsonObject &config);
void adaptMiniCpm3(QJsonObject &config);
void adaptMiniMax(QJsonObject &config);
void adaptKimiLinear(QJsonObject &config);
void adaptLongCat(QJsonObject &config);
void adaptGrok(QJsonObject &config);
void adaptArctic(QJsonObject &config);
void adaptHunyuan(QJsonObject &config);
void adaptStep(QJsonObject &config);
void adaptMamba(QJsonObject &config);
void adaptLfm2(QJsonObject &config);

} // namespace plimsoll
