// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Fd.h"
#include "core/engine/Stat.h"
#include "core/engine/Stretches.h"

#include <cstdint>
#include <string>

namespace bascule::engine {

/// How long the stretches are in which a file of that size is proven while it is copied; a multiple of kHashBlock. A
/// file that is no longer than one is proven as a whole, and is not worth keeping in part. 64 MiB, or more for files
/// of which that would be more than kMostStretches. (`BASCULE_PROVE_EVERY`, in bytes, for tests with small files.)
std::int64_t provenStretch(std::int64_t fileSize);

/// What of a held file was read back and found to be the source's, kept in a file beside it so that a later run need
/// not find out again: the hash of one stretch after the other, all of the same length from the file's beginning.
///
/// A line is written when what it tells is on the disk, never before. Every line carries a checksum over all before it,
/// over the name of the held file (which stands for the source as it was: path, inode, size, times) and its inode: what
/// was torn by a power cut, altered, or belongs to something else is not believed from there on. The last line may be a
/// seal: the held file's size and times when its run ended in order. While they are the same nobody has written to the
/// file since. One thread.
class ProofRecord
{
public:
    /// A new one beside a held file that was just made; 0 or an errno.
    int create(int folder, const std::string& heldName, const Stat& held, std::int64_t fileSize);
    /// The one that lies there, for more to be added. `asLeft`: the held file before it was renamed or opened for
    /// writing. Fills in what is proven and whether the seal is whole. False when there is none to be believed.
    bool open(int folder, const std::string& heldName, const Stat& asLeft, std::int64_t fileSize, Stretches& proven,
              bool& sealed);
    bool isOpen() const { return static_cast<bool>(m_file); }
    /// The next stretch; 0 or an errno, after which the record stays as it was and takes no more.
    int add(const Hash128& hash, bool toDisk);
    /// What is the last to be said; 0 or an errno.
    int seal(const Stat& held, bool toDisk);

private:
    int append(const std::string& text, bool toDisk);

    Fd m_file;
    std::int64_t m_end = 0;
    std::uint64_t m_check = 0; ///< of all lines so far
};

} // namespace bascule::engine
