// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"

#include <memory>
#include <string>

namespace bascule {

/// A private 0700 folder for throwaway work, gone with everything in it when the value goes. Below
/// `$BASCULE_SCRATCH_DIR`, else `$XDG_CACHE_HOME/bascule/scratch`, else `~/.cache/bascule/scratch`: on a disk, so that
/// what is measured there is a disk's pace. While it lives it holds an flock, which the kernel drops with the process:
/// make() removes what killed runs left. Movable between threads by its pointer; blocking.
class ScratchFolder
{
public:
    /// `purpose` becomes part of the name (letters only). Errors: system codes.
    static Result<std::shared_ptr<ScratchFolder>> make(const char* purpose);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::string& path() const { return m_path; }
    /// Empties and removes it now. False when something could not be removed.
    bool remove();
    /// Where scratch folders are made.
    static std::string home();

private:
    ScratchFolder(std::string path, int descriptor)
        : m_path(std::move(path))
        , m_descriptor(descriptor)
    {
    }
    std::string m_path;
    int m_descriptor;
};

/// Removes a tree without following links, also where folders were left unreadable. False when something stayed.
bool removeTree(const std::string& path);

} // namespace bascule
