// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/SkippedList.h"

#include "core/base/Csv.h"
#include "core/engine/Error.h"
#include "core/engine/Io.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule {

using namespace Qt::StringLiterals;
namespace io = engine::io;

namespace {

constexpr qsizetype kWrite = 64 * 1024;
constexpr qint64 kMostLine = 4 * 1024 * 1024; // a path, escaped byte for byte, and a detail
const QStringList kColumns{u"path"_s, u"reason"_s, u"sentence"_s, u"detail"_s};

} // namespace

SkippedList::SkippedList(Path file, bool replace, SayCode say)
    : m_file(std::move(file))
    , m_replace(replace)
    , m_say(std::move(say))
{
}

SkippedList::~SkippedList()
{
    if (m_out)
        io::unlink(m_slot.folder.get(), m_temporary.c_str());
}

Result<std::unique_ptr<SkippedList>> SkippedList::create(const Path& file, bool replace, SayCode say)
{
    std::unique_ptr<SkippedList> list(new SkippedList(file, replace, std::move(say)));
    if (const auto opened = list->open(); !opened)
        return opened.error();
    return list;
}

Result<void> SkippedList::open()
{
    const std::string path = m_file.toStdString();
    auto slot = engine::slotOf(path);
    if (!slot)
        return slot.error();
    m_slot = std::move(*slot);
    // Told before hours of work, not after them.
    struct stat info;
    const bool exists = ::fstatat(m_slot.folder.get(), m_slot.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
    if (exists && (!m_replace || S_ISDIR(info.st_mode)))
        return Error{"path.exists", Severity::Fatal, path, {}, {}};
    m_temporary = engine::temporaryBeside();
    m_out = engine::Fd(io::create(m_slot.folder.get(), m_temporary.c_str(), O_RDWR | O_EXCL | O_NOFOLLOW, 0600));
    if (!m_out)
        return systemError(errno, path, "create", Severity::Fatal);
    put(csvLine(kColumns));
    write();
    m_head = m_attempt = m_written;
    return m_error ? Result<void>(*m_error) : Result<void>();
}

void SkippedList::note(int error, const char* what)
{
    if (error != 0 && !m_error)
        m_error = systemError(error, m_file.toStdString(), what, Severity::Fatal);
}

void SkippedList::write()
{
    if (!m_error)
        note(io::writeAll(m_out.get(), m_waiting.constData(), std::size_t(m_waiting.size()), m_written), "write");
    m_written += m_waiting.size();
    m_waiting.clear();
}

void SkippedList::put(const QByteArray& line)
{
    m_waiting += line;
    if (m_waiting.size() >= kWrite)
        write();
}

void SkippedList::begin()
{
    write();
    m_attempt = m_written;
    m_earlierItems = m_items;
}

void SkippedList::add(const engine::SkippedItem& item)
{
    const QString code = QString::fromStdString(item.reason);
    addCells({exactPath(QByteArray::fromStdString(item.path)), code, m_say ? m_say(code) : QString(),
              displayPath(item.detail)});
}

void SkippedList::addCells(const QStringList& cells)
{
    put(csvLine(cells));
    ++m_items;
}

void SkippedList::end()
{
    write();
    if (m_attempt > m_head)
        dropEarlier();
    m_items -= m_earlierItems;
    m_earlierItems = 0;
}

/// Moves what the last attempt told to where the first one began.
void SkippedList::dropEarlier()
{
    const auto block = std::make_unique<char[]>(std::size_t(kWrite));
    qint64 to = m_head;
    for (qint64 from = m_attempt; from < m_written && !m_error;) {
        const auto want = std::size_t(std::min<qint64>(kWrite, m_written - from));
        const ssize_t got = ::pread(m_out.get(), block.get(), want, from);
        if (got <= 0) {
            note(got < 0 ? errno : EIO, "read");
            return;
        }
        note(io::writeAll(m_out.get(), block.get(), std::size_t(got), to), "write");
        from += got;
        to += got;
    }
    if (!m_error && io::truncate(m_out.get(), to) != 0)
        note(errno, "truncate");
    m_written = to;
    m_attempt = m_head;
}

Result<void> SkippedList::finish()
{
    write();
    if (m_error)
        return *m_error;
    const int folder = m_slot.folder.get();
    if (io::sync(m_out.get()) != 0)
        note(errno, "fsync");
    else if ((m_replace ? io::rename(folder, m_temporary.c_str(), folder, m_slot.name.c_str())
                        : io::renameNew(folder, m_temporary.c_str(), folder, m_slot.name.c_str())) != 0)
        note(errno, "rename");
    if (m_error)
        return *m_error;
    m_out.reset();
    if (io::sync(folder) != 0)
        note(errno, "fsync");
    return m_error ? Result<void>(*m_error) : Result<void>();
}

Item ExportSkippedJob::title() const
{
    return {u"job.export-list"_s, {{u"file"_s, displayPath(m_to)}}, {}};
}

Outcome ExportSkippedJob::run(JobContext& context)
{
    QFile in(QFile::decodeName(m_kept));
    if (!in.open(QIODevice::ReadOnly))
        return Outcome::failed(systemError(in.exists() ? EIO : ENOENT, m_kept.toStdString(), "open"));
    const auto garbled = [this] { return Outcome::failed(makeError("list.garbled", displayPath(m_kept))); };
    const auto cellsOf = [&](QByteArray line) {
        line.chop(1);
        const auto cells = csvCells(line);
        return cells && cells->size() == kColumns.size() ? cells : std::nullopt;
    };
    if (cellsOf(in.readLine(kMostLine)) != kColumns)
        return garbled();
    auto out = SkippedList::create(m_to, true, {}); // the dialog has asked
    if (!out)
        return Outcome::failed(out.error());
    while (!in.atEnd()) {
        if (context.stop.stop_requested())
            return Outcome::cancelled();
        const auto cells = cellsOf(in.readLine(kMostLine));
        if (!cells)
            return garbled();
        (*out)->addCells({cells->at(0), cells->at(1), m_say(cells->at(1)), cells->at(3)});
    }
    if (const auto done = (*out)->finish(); !done)
        return Outcome::failed(done.error());
    return Outcome::succeeded(true, {{u"file"_s, displayPath(m_to)}, {u"items"_s, (*out)->items()}});
}

} // namespace bascule
