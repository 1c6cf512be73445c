// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Base.h"
#include "core/engine/Fd.h"
#include "core/engine/Slot.h"
#include "core/engine/Sync.h"
#include "core/jobs/Job.h"

#include <functional>
#include <memory>
#include <optional>

namespace bascule {

/// Says a code in somebody's language. Any thread.
using SayCode = std::function<QString(const QString& code)>;

/// The whole list of what a run could not keep or read, in a CSV file of the columns path, reason (a code), sentence
/// and detail; see csvLine() and exactPath(). It is written as the run goes, under another name beside its place, and
/// gets its name with finish(): so it is kept too of a run that fails or is stopped. What is waiting in memory is a
/// few kilobytes, however long the list is. Made and finished on one thread; the run may tell it from another one.
class SkippedList final : public engine::SkippedSink
{
public:
    /// Without `say` the column of sentences is empty. Errors: "path.exists" (without `replace`), those of the disk.
    static Result<std::unique_ptr<SkippedList>> create(const Path& file, bool replace, SayCode say);
    ~SkippedList() override; ///< one that was not finished goes

    void begin() override;
    void add(const engine::SkippedItem& item) override;
    void end() override;
    void addCells(const QStringList& cells); ///< one of a list that is there already

    /// Gives the file its name. Errors: "path.exists", those of the disk, also of what was to be written before.
    Result<void> finish();
    qint64 items() const { return m_items; } ///< in the file: of a run that failed, those of all its attempts

private:
    SkippedList(Path file, bool replace, SayCode say);
    Result<void> open();
    void put(const QByteArray& line);
    void write();
    void note(int error, const char* what);
    void dropEarlier();

    const Path m_file;
    const bool m_replace;
    const SayCode m_say;
    engine::Slot m_slot;
    std::string m_temporary;
    engine::Fd m_out;
    QByteArray m_waiting;
    qint64 m_written = 0; ///< bytes in the file
    qint64 m_head = 0;    ///< bytes of the first line
    qint64 m_attempt = 0; ///< where the attempt at hand begins
    qint64 m_items = 0, m_earlierItems = 0;
    std::optional<Error> m_error;
};

/// Saves a list that a run of a project kept, with its sentences in a language. Facts: file, items. Errors:
/// "list.garbled", those of the disk.
class ExportSkippedJob final : public Job
{
public:
    ExportSkippedJob(Path kept, Path to, SayCode say)
        : m_kept(std::move(kept))
        , m_to(std::move(to))
        , m_say(std::move(say))
    {
    }
    Item title() const override;
    Outcome run(JobContext& context) override;

private:
    Path m_kept, m_to;
    SayCode m_say;
};

} // namespace bascule
