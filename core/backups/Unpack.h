// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backups/Archive.h"

namespace bascule {

/// Writes what an archive holds below one folder of ours and nowhere else: every component is opened by the kernel
/// without following links (openat2 RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS), ".." is refused, a leading "/" dropped.
/// No owner, no setuid, no device, no security.* or trusted.* attribute comes out. Used by one thread.
class Unpacker final : public ArchiveVisitor
{
public:
    /// `folder` must exist and be private. Check ok() before use.
    explicit Unpacker(const std::string& folder);
    ~Unpacker() override;
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    Result<void> ready() const;
    Result<void> begin(const ArchiveEntry& entry) override;
    Result<void> data(std::int64_t offset, const char* bytes, std::size_t size) override;
    Result<void> end() override;
    /// Puts what was written on the disk: a restore is done only then.
    Result<void> settle();

    qint64 files() const { return m_files; }
    qint64 folders() const { return m_folders; }
    qint64 bytes() const { return m_bytes; }
    /// What was refused or left out: [{code, subject, params, note}].
    const QJsonArray& problems() const { return m_problems; }

private:
    int parentOf(const std::string& path, std::string& name);
    void makeFile(const ArchiveEntry& entry, int parent, const std::string& name);
    void makeFolder(int parent, const std::string& name);
    void makeLink(const ArchiveEntry& entry, int parent, const std::string& name);
    void makeHardLink(const ArchiveEntry& entry, int parent, const std::string& name);
    void refuse(const char* code, const QJsonObject& params = {}, bool note = false);
    void refuseErrno(int number);
    void closeFile();

    std::string m_folder;
    int m_root = -1;
    int m_file = -1;
    int m_parent = -1; ///< of the last path, since neighbours follow each other
    std::string m_parentPath;
    ArchiveEntry m_entry;
    int m_fatal = 0; ///< errno that ends everything: no room, a broken disk
    qint64 m_files = 0, m_folders = 0, m_bytes = 0, m_refused = 0;
    QJsonArray m_problems;
};

/// Opens `path` below the folder `root` without leaving it and without following any link; -1 and errno.
int openBeneath(int root, const std::string& path, int flags, unsigned mode = 0);

} // namespace bascule
