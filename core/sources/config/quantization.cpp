// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/config/quantization.h"

#include "core/sources/config/quantizationgroups.h"

namespace plimsoll {
namespace {

constexpr qsizetype kLongestList = 200'000;

/// FP8 as DeepSeek, Qwen and the library's "fp8" write it; DeepSeek V4 has experts of 4 bits beside.
void readFp8(const ConfigKeys &in, const ConfigKeys &text, Quantization &out)
{
    const std::vector<qint64> block = in.integers({"weight_block_size"}, 1, 65536, 2);
    const bool byteScales =
        text.has({"compress_ratios"}) && in.isText({"scale_fmt"}) && in.text({"scale_fmt"}) == QLatin1String("ue8m0");
    if (block.size() == 2)
        out.linear = out.add(schemes::fp8Block(block[0], block[1], byteScales ? 8 : 32));
    else
        out.linear = out.add(schemes::fp8Tensor());
    if (text.isText({"expert_dtype"}) && text.text({"expert_dtype"}) == QLatin1String("fp4"))
        out.experts = out.add(schemes::mxfp4());
    // A list of layers in another format: what its own "ignore" leaves out stays FP8.
    if (!readQuantizedLayers(in, out))
        out.keeps.add(in.texts({"modules_to_not_convert", "ignored_layers"}, kLongestList), 0);
}

void readInteger(const ConfigKeys &in, const QString &method, Quantization &out)
{
    const qint64 bits = in.integer({"bits", "w_bit", "nbits"}, 1, 8, 4);
    qint64 group = in.integer({"group_size", "q_group_size"}, -1, 1 << 20, 128);
    if (group == 0)
        group = -1;
    // GPTQ stores zeros whether they are used or not.
    const bool zeros = method != QLatin1String("awq") || in.flag({"zero_point"}, true);
    WeightScheme scheme = schemes::integer(qint32(bits), group, zeros);
    if (method == QLatin1String("awq") || method == QLatin1String("gptq"))
        scheme.label = method.toUpper() + QLatin1Char(' ') + scheme.label;
    out.linear = out.add(scheme);
    out.coversHead = in.isBool({"lm_head"}) && in.flag({"lm_head"});
    out.keeps.add(in.texts({"modules_to_not_convert", "modules_to_not_quantize"}, kLongestList), 0);
}

void readBitsAndBytes(const ConfigKeys &in, Quantization &out)
{
    const bool isFour = in.flag({"load_in_4bit", "_load_in_4bit"});
    out.linear = out.add(isFour ? schemes::nf4(in.flag({"bnb_4bit_use_double_quant"})) : schemes::int8Row());
    out.keeps.add(in.texts({"llm_int8_skip_modules"}, kLongestList), 0);
}

/// NVIDIA's ModelOpt, in quantization_config or in a file of its own.
bool readModelOpt(const ConfigKeys &in, Quantization &out)
{
    out.keeps.add(in.texts({"exclude_modules", "ignore"}, kLongestList), 0);
    const QString algorithm = in.text({"quant_algo"});
    const bool isMixed = readQuantizedLayers(in, out) || algorithm == QLatin1String("MIXED_PRECISION");
    if (isMixed)
        return true;
    const auto scheme = schemeOfAlgorithm(algorithm, in.integer({"group_size"}, 0, 1 << 20));
    if (scheme)
        out.linear = out.add(*scheme);
    return scheme.has_value();
}

bool readByMethod(const ConfigKeys &in, const ConfigKeys &text, const QString &method, Quantization &out)
{
    if (method == QLatin1String("fp8"))
        readFp8(in, text, out);
    else if (method == QLatin1String("awq") || method == QLatin1String("gptq") || method == QLatin1String("hqq")
             || method == QLatin1String("auto-round") || method == QLatin1String("intel/auto-round"))
        readInteger(in, method, out);
    else if (method == QLatin1String("bitsandbytes"))
        readBitsAndBytes(in, out);
    else if (method == QLatin1String("compressed-tensors") || method == QLatin1String("compressed_tensors"))
        readCompressedTensors(in, out);
    else if (method == QLatin1String("mxfp4")) {
        out.linear = out.add(schemes::mxfp4());
        out.onlyExperts = true;
        out.keeps.add(in.texts({"modules_to_not_convert"}, kLongestList), 0);
    } else if (method == QLatin1String("fbgemm_fp8")) {
        out.linear = out.add(schemes::fp8Row());
        out.keeps.add(in.texts({"modules_to_not_convert"}, kLongestList), 0);
    } else if (method == QLatin1String("eetq")) {
        out.linear = out.add(schemes::int8Row());
    } else if (method == QLatin1String("bitnet")) {
        out.linear = out.add(schemes::ternary());
    } else if (method == QLatin1String("quark")) {
        return readQuark(in, out);
    } else if (method.startsWith(QLatin1String("modelopt")) || in.has({"quant_algo"})) {
        return readModelOpt(in, out);
    } else {
        return false;
    }
    return true;
}

QString cacheFormat(const ConfigKeys &in)
{
    if (in.isObject({"kv_cache_scheme"})) {
        const ConfigKeys scheme = in.object({"kv_cache_scheme"});
        return scheme.integer({"num_bits"}, 1, 32, 16) == 8 ? QStringLiteral("fp8") : QString();
    }
    const bool isText = in.isText({"kv_cache_quant_algo", "kv_cache_scheme"});
    return isText && in.text({"kv_cache_quant_algo", "kv_cache_scheme"}).startsWith(QLatin1String("FP8"))
               ? QStringLiteral("fp8")
               : QString();
}

} // namespace

int Quantization::add(const WeightScheme &scheme)
{
    const auto found = std::find(schemes.begin(), schemes.end(), scheme);
    if (found != schemes.end())
        return int(found - schemes.begin());
    schemes.push_back(scheme);
    return int(schemes.size()) - 1;
}

std::optional<Quantization> readQuantization(const ConfigKeys &text, const ConfigKeys &separate)
{
    const bool isInside = text.isObject({"quantization_config", "compression_config"});
    const bool isBeside = separate.isObject({"quantization"});
    if (!isInside && !isBeside)
        return std::nullopt;
    const ConfigKeys in =
        isInside ? text.object({"quantization_config", "compression_config"}) : separate.object({"quantization"});
    const QString method = in.text({"quant_method"}, isInside ? QString() : QStringLiteral("modelopt")).toLower();
    Quantization out;
    if (!readByMethod(in, text, method, out)) {
        if (in.ok())
            text.issues().warn(ConfigKeys::tr("The quantisation method \"%1\" is not known. The weights are sized as "
                                              "if they had 16 bits, which is more than they have; choose their format "
                                              "by hand.")
                                   .arg(method.isEmpty() ? in.text({"quant_algo"}).left(40) : method.left(40)));
        return std::nullopt;
    }
    out.kvCacheFormat = cacheFormat(in);
    return out;
}

} // namespace plimsoll
