// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/vllm/vllmcache.h"

#include "core/engines/torch/tokenpool.h"

#include <algorithm>

namespace plimsoll::vllm {
namespace {

/// What the layers of one kind put into a page.
struct Content {
    PageLayout::Kind kind;
    Bytes bytesPerToken; ///< one layer
    Bytes stateBytes;    ///< one layer, one sequence
};

/// Adds what layers [begin, end) of a model keep.
void addContents(std::vector<Content> &result, const ModelArchitecture &model, qint32 begin, qint32 end, KvFormats kv,
                 BitsPerWeight stateFormat, qint32 tensor, bool windowsKeepAll)
{
    const auto add = [&](const Content &content) {
        for (Content &known : result) {
            if (known.kind.window == content.kind.window && known.kind.chunked == content.kind.chunked
                && known.kind.state == content.kind.state && known.kind.tokensPerEntry == content.kind.tokensPerEntry
                && known.bytesPerToken == content.bytesPerToken && known.stateBytes == content.stateBytes) {
                known.kind.layers += content.kind.layers;
                return;
            }
        }
        result.push_back(content);
    };
    for (qint32 layer = begin; layer < end; ++layer) {
        const Mixer &mixer = model.groups[model.layerGroups[size_t(layer)]].mixer;
        for (const CacheShape &shape : cacheShapes(mixer)) {
            if (shape.crossAttention)
                continue;
            Content content;
            content.kind.layers = 1;
            content.kind.window = windowsKeepAll ? 0 : shape.window;
            const auto *grouped = std::get_if<GroupedAttention>(&mixer);
            content.kind.chunked = !windowsKeepAll && grouped && grouped->chunkSize > 0;
            content.kind.tokensPerEntry = shape.tokensPerEntry;
            content.bytesPerToken = kv.k.bytesFor(torch::rankElements(shape.keyElements, shape.kvHeads, tensor))
                                    + kv.v.bytesFor(torch::rankElements(shape.valueElements, shape.kvHeads, tensor))
                                    + Bytes(shape.fixedBytesPerToken);
            add(content);
        }
        const StateShape state = stateShape(mixer, model.hiddenSize);
        if (state.convElements + state.stateElements > 0) {
            Content content;
            content.kind.layers = 1;
            content.kind.state = true;
            content.stateBytes = stateFormat.bytesFor(ceilDivide(state.convElements, tensor))
                                 + stateFormat.bytesFor(ceilDivide(state.stateElements, tensor));
            add(content);
        }
    }
}

bool keepsEveryToken(const Content &content)
{
    return !content.kind.state && content.kind.window == 0 && content.kind.tokensPerEntry == 1;
}

} // namespace

PageLayout pageLayout(const ModelArchitecture &model, const torch::Stage &stage, KvFormats kv,
                      BitsPerWeight stateFormat, qint32 tensor, qint64 blockTokens, bool windowsKeepAll,
                      const ModelArchitecture *draft)
{
    std::vector<Content> all;
    addContents(all, model, stage.begin, stage.end, kv, stateFormat, tensor, windowsKeepAll);
    if (draft && stage.last)
        addContents(all, *draft, 0, draft->layers(), kv, stateFormat, tensor, windowsKeepAll);
    PageLayout pages;
    pages.blockTokens = blockTokens;
    if (all.empty())
        return pages;

    Bytes attentionToken, state;
    for (const Content &content : all) {
        attentionToken = std::max(attentionToken, content.bytesPerToken);
        state = std::max(state, content.stateBytes);
    }
    if (state.count() > 0 && attentionToken.count() > 0)
        pages.blockTokens =
            std::max(blockTokens, roundUp(ceilDivide(state.count(), attentionToken.count()), blockTokens));
    pages.pageBytes = std::max(attentionToken * pages.blockTokens, state);

    if (all.size() > 1 && std::all_of(all.begin(), all.end(), keepsEveryToken)) {
        PageLayout::Kind every = all.front().kind;
        every.groups = 1;
        every.layers = 0;
        for (const Content &content : all) {
            every.layers += content.kind.layers;
            pages.blockBytes += content.bytesPerToken * pages.blockTokens * content.kind.layers;
        }
        pages.groupLayers = every.layers;
        pages.kinds = {every};
        return pages;
    }
    if (all.size() == 1) {
        pages.groupLayers = all.front().kind.layers;
        all.front().kind.groups = 1;
    } else {
        const auto byLayers = [](const Content &a, const Content &b) { return a.kind.layers < b.kind.layers; };
        const qint32 fewest = std::min_element(all.begin(), all.end(), byLayers)->kind.layers;
        const qint32 most = std::max_element(all.begin(), all.end(), byLayers)->kind.layers;
        pages.groupLayers = most * 4 < fewest * 5 ? most : fewest;
        for (Content &content : all)
            content.kind.groups = qint32(ceilDivide(content.kind.layers, pages.groupLayers));
    }
    for (const Content &content : all)
        pages.kinds.push_back(content.kind);
    pages.blockBytes = pages.pageBytes * pages.groupLayers;
    return pages;
}

void describeCache(RankLoad &rank, int format, const PageLayout &pages, qint64 maxNumBatchedTokens)
{
    const size_t slot = size_t(format);
    rank.kvTerms = 0;
    rank.kvGroups = std::max(1, pages.groups());
    rank.kvUnitTokens = pages.blockTokens;
    rank.kvUnitBytes[slot] = pages.blockBytes;
    rank.stateGroups = 0;
    for (const PageLayout::Kind &kind : pages.kinds) {
        if (kind.state) {
            rank.stateGroups += kind.groups;
            rank.statePerSequence[slot] += pages.blockBytes * kind.groups;
            continue;
        }
        if (rank.kvTerms == kMaxKvTerms)
            break;
        KvTerm &term = rank.kv[size_t(rank.kvTerms++)];
        term.bytesPerUnit[slot] = pages.blockBytes * kind.groups;
        term.tokensPerUnit = pages.blockTokens * kind.tokensPerEntry;
        term.window = kind.window;
        term.extraUnits = kind.window > 0 && !kind.chunked ? 1 : 0;
        term.prefillTokens = maxNumBatchedTokens;
        term.groups = kind.groups;
    }
}

qint64 blocksPerRequest(const RankLoad &rank, qint64 tokens)
{
    qint64 blocks = rank.stateGroups;
    for (qint32 i = 0; i < rank.kvTerms; ++i) {
        const KvTerm &term = rank.kv[size_t(i)];
        if (term.window == 0) {
            blocks += ceilDivide(tokens, term.tokensPerUnit) * term.groups;
            continue;
        }
        // The window less the token being made, a whole prefill step, and one block because it slides.
        const qint64 held = std::min(term.window - term.extraUnits + term.prefillTokens, tokens);
        blocks += (ceilDivide(held, term.tokensPerUnit) + term.extraUnits) * term.groups;
    }
    return blocks;
}

} // namespace plimsoll::vllm
