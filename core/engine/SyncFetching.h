// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ProofRecord.h"
#include "core/engine/SyncRun.h"

#include <deque>
#include <optional>

namespace bascule::engine {

/// A large file from elsewhere that is proven stretch by stretch while it arrives.
struct Proving
{
    ProofRecord record;
    Stretches proven;
    std::size_t doubtful = 0;             ///< as of LargeCopy
    std::optional<StretchHasher> stretch; ///< of what came of the next one
    bool hasData = false;                 ///< something did
};

/// Items of a folder elsewhere that were asked for together. Their answers come in order and are worked on one after
/// the other, by whichever thread is free.
struct Fetching
{
    FolderNode* node = nullptr; ///< lives until all items are settled
    LinkGroup* group = nullptr; ///< the one item is its leader
    std::vector<Item> items;
    std::vector<bool> settled;
    std::size_t left = 0;
    std::int64_t asked = 0; ///< bytes of the question
    OpenPair pair;          ///< without a source

    // The one item is held in part: its file here, if it can go on.
    Fd rest;
    std::int64_t restLength = 0;
    std::unique_ptr<Proving> proving; ///< what of it is proven, and how it goes on

    // The one item is there in an older version: blocks that are the same are taken from it.
    Fd older;
    std::int64_t olderLength = 0; ///< of the blocks that were hashed

    // A large file under way.
    Fd copy;
    std::size_t index = 0;
    Arrival meta; ///< what it is to become
    Staged staged;
    std::int64_t planned = 0;            ///< bytes of it that are in the totals and not done
    std::int64_t end = 0;                ///< behind the last chunk
    std::optional<StretchHasher> hasher; ///< of the chunks, when they are the whole file

    std::mutex mutex; ///< guards the two below
    std::deque<std::shared_ptr<const std::string>> frames;
    bool running = false;
};

} // namespace bascule::engine
