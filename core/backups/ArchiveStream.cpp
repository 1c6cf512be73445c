// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/ArchiveStream.h"

#include <archive_entry.h>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

namespace bascule::archives {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t chunk = 1 << 20;
}

// ---------------------------------------------------------------- file

FileStream::FileStream(int descriptor, engine::Counters& counters, std::stop_token stop)
    : m_descriptor(descriptor)
    , m_counters(counters)
    , m_stop(std::move(stop))
    , m_buffer(chunk)
{
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileStream::~FileStream()
{
    ::close(m_descriptor);
}

ssize_t FileStream::next(const void** data)
{
    *data = m_buffer.data();
    if (m_error != 0 || m_stop.stop_requested())
        return -1;
    ssize_t got = 0;
    do {
        got = ::read(m_descriptor, m_buffer.data(), m_buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        m_error = errno;
        return -1;
    }
    if (got == 0) {
        m_atEnd = true;
        return 0;
    }
    m_hash.addData(QByteArrayView(m_buffer.data(), got));
    m_position += got;
    m_counters.bytesDone.fetch_add(got);
    return got;
}

bool FileStream::drain()
{
    const void* ignored = nullptr;
    ssize_t got = 0;
    while ((got = next(&ignored)) > 0) {
    }
    return got == 0;
}

// ---------------------------------------------------------------- unpacking

namespace {

/// Filters that libarchive has built in.
class LibarchiveUnpacked final : public Unpacked
{
public:
    explicit LibarchiveUnpacked(FileStream& file)
        : m_file(file)
        , m_archive(archive_read_new())
    {
        archive* a = m_archive.get();
        archive_read_support_filter_bzip2(a);
        archive_read_support_filter_xz(a);
        archive_read_support_filter_lzma(a);
        archive_read_support_filter_zstd(a);
        archive_read_support_filter_lz4(a);
        archive_read_support_format_raw(a);
        archive_read_support_format_empty(a);
        const int rc = archive_read_open(
            a, &m_file, nullptr,
            [](archive*, void* stream, const void** data) -> la_ssize_t {
                const ssize_t got = static_cast<FileStream*>(stream)->next(data);
                return got < 0 ? la_ssize_t(ARCHIVE_FATAL) : got;
            },
            nullptr);
        archive_entry* entry = nullptr;
        const int header = rc == ARCHIVE_OK ? archive_read_next_header(a, &entry) : rc;
        if (header == ARCHIVE_EOF)
            m_ended = true;
        else if (header < ARCHIVE_WARN)
            fail();
        if (archive_filter_count(a) > 1)
            m_name = QString::fromUtf8(archive_filter_name(a, 0));
    }

    ssize_t next(const void** data) override
    {
        if (m_broken)
            return -1;
        std::size_t size = 0;
        la_int64_t offset = 0;
        while (!m_ended) {
            const int rc = archive_read_data_block(m_archive.get(), data, &size, &offset);
            if (rc == ARCHIVE_EOF)
                break;
            if (rc < ARCHIVE_WARN) {
                fail();
                return -1;
            }
            if (size > 0) {
                m_position += std::int64_t(size);
                return ssize_t(size);
            }
        }
        m_ended = true;
        return 0;
    }

private:
    void fail()
    {
        m_broken = true;
        const char* words = archive_error_string(m_archive.get());
        m_words = QString::fromUtf8(words ? words : "");
    }

    FileStream& m_file;
    Reader m_archive;
    bool m_ended = false;
};

/// gzip members one after the other, each with its length and CRC checked.
class GzipUnpacked final : public Unpacked
{
public:
    explicit GzipUnpacked(FileStream& file)
        : m_file(file)
        , m_output(chunk)
    {
        m_name = u"gzip"_s;
        if (inflateInit2(&m_zlib, 15 + 16) != Z_OK)
            fail(u"zlib cannot start"_s);
    }
    ~GzipUnpacked() override { inflateEnd(&m_zlib); }

    ssize_t next(const void** data) override
    {
        *data = m_output.data();
        while (!m_broken && !m_ended) {
            // Output that found no room last time comes first: there may be no input left behind it.
            if (m_zlib.avail_in == 0 && !m_full && !feed())
                break;
            m_zlib.next_out = m_output.data();
            m_zlib.avail_out = uInt(m_output.size());
            const int rc = inflate(&m_zlib, Z_NO_FLUSH);
            m_full = m_zlib.avail_out == 0;
            const auto got = ssize_t(m_output.size() - m_zlib.avail_out);
            if (rc == Z_STREAM_END) {
                m_between = true;
                if (!startMember())
                    m_ended = true;
            } else if (rc != Z_OK && rc != Z_BUF_ERROR) {
                fail(QString::fromUtf8(m_zlib.msg ? m_zlib.msg : "damaged gzip data"));
                // What came out before the fault is still good to look at.
            }
            if (got > 0) {
                m_position += got;
                return got;
            }
        }
        return m_broken ? -1 : 0;
    }

private:
    void fail(const QString& words)
    {
        m_broken = true;
        m_words = words;
    }

    bool feed()
    {
        const void* bytes = nullptr;
        const ssize_t got = m_file.next(&bytes);
        if (got > 0) {
            m_zlib.next_in = static_cast<Bytef*>(const_cast<void*>(bytes));
            m_zlib.avail_in = uInt(got);
            return true;
        }
        if (got < 0)
            fail(u"the file cannot be read"_s);
        else if (!m_between)
            fail(u"truncated gzip input"_s);
        m_ended = true;
        return false;
    }

    /// After a member: another one, padding, or the end.
    bool startMember()
    {
        for (;;) {
            while (m_zlib.avail_in > 0 && *m_zlib.next_in == 0) { // tapes pad with zeros
                ++m_zlib.next_in;
                --m_zlib.avail_in;
            }
            if (m_zlib.avail_in > 0)
                break;
            if (!feed())
                return false;
        }
        if (*m_zlib.next_in != 0x1f) {
            fail(u"bytes after the end of the gzip data"_s);
            return false;
        }
        m_between = false;
        return inflateReset2(&m_zlib, 15 + 16) == Z_OK;
    }

    FileStream& m_file;
    std::vector<Bytef> m_output;
    z_stream m_zlib{};
    bool m_ended = false;
    bool m_full = false;    ///< the output filled up
    bool m_between = false; ///< a member has ended and none begun
};

} // namespace

std::unique_ptr<Unpacked> Unpacked::open(FileStream& file, const QByteArray& firstBytes)
{
    if (firstBytes.startsWith(QByteArrayView("\x1f\x8b", 2).toByteArray()))
        return std::make_unique<GzipUnpacked>(file);
    return std::make_unique<LibarchiveUnpacked>(file);
}

} // namespace bascule::archives
