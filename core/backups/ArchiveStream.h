// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <archive.h>
#include <memory>
#include <stop_token>
#include <string>
#include <sys/types.h>
#include <vector>

// Inside of the room: the bytes of a backup file, hashed as they pass, and what they unpack to.
namespace bascule::archives {

struct ReadDeleter
{
    void operator()(archive* a) const { archive_read_free(a); }
};
using Reader = std::unique_ptr<archive, ReadDeleter>;

/// A regular file read once from front to back.
class FileStream
{
public:
    FileStream(int descriptor, engine::Counters& counters, std::stop_token stop);
    ~FileStream();
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;

    /// The next bytes; 0 at the end, -1 on an error or when stopped.
    ssize_t next(const void** data);
    /// Reads to the end, so that the hash is of the whole file.
    bool drain();
    QString hash() const { return QString::fromLatin1(m_hash.result().toHex()); }
    std::int64_t position() const { return m_position; }
    bool atEnd() const { return m_atEnd; } ///< somebody asked for more than there is
    int error() const { return m_error; }  ///< errno
    bool stopped() const { return m_stop.stop_requested(); }

private:
    int m_descriptor;
    engine::Counters& m_counters;
    std::stop_token m_stop;
    std::vector<char> m_buffer;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::int64_t m_position = 0;
    bool m_atEnd = false;
    int m_error = 0;
};

/// What a compressed (or plain) file unpacks to.
class Unpacked
{
public:
    virtual ~Unpacked() = default;
    /// The next bytes; 0 at the end, -1 when the packing is broken (see words()).
    virtual ssize_t next(const void** data) = 0;
    const QString& words() const { return m_words; }
    const QString& name() const { return m_name; }
    std::int64_t position() const { return m_position; }
    bool broken() const { return m_broken; }

    /// By the first bytes of the file: gzip by zlib, which checks what libarchive's reader leaves unchecked; the others
    /// by libarchive.
    static std::unique_ptr<Unpacked> open(FileStream& file, const QByteArray& firstBytes);

protected:
    QString m_words;
    QString m_name;
    std::int64_t m_position = 0;
    bool m_broken = false;
};

} // namespace bascule::archives
