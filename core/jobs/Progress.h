// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Counters.h"
#include "core/project/Checkpoint.h"

#include <QElapsedTimer>
#include <QMetaType>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace bascule::engine {
class Pace;
}

namespace bascule {

class TimeLeft;

/// One look at a job's progress. Monotonic: done and fraction never go backwards within a job.
struct ProgressSnapshot
{
    Item phase;                           ///< what it is doing, for the catalogue; may be empty
    qint64 itemsDone = 0, itemsTotal = 0; ///< total 0: unknown
    qint64 bytesDone = 0, bytesTotal = 0;
    double fraction = -1;      ///< 0 to 1; -1 while the total is unknown
    double bytesPerSecond = 0; ///< over the last seconds
    double itemsPerSecond = 0;
    qint64 elapsedMs = 0;
    /// Seconds left, low and high (see TimeLeft); both absent in the first 10 s ("measuring"), while the total is
    /// unknown, and while nothing moves. Unlike `done` and `fraction` they may grow: when the pace falls or more work
    /// turns up.
    std::optional<qint64> etaLow, etaHigh;
    qint64 stalledSeconds = 0; ///< since anything moved, from 30 s on; else 0
    /// The job transfers, and heeds these two meanwhile.
    bool paced = false;
    qint64 rateLimit = 0; ///< bytes a second, 0: none
    bool polite = false;  ///< slowly while the server that is read is busy
    Item held;            ///< what holds a polite transfer back now, for the catalogue; empty: nothing
};

/// What a job reports while it runs. The job calls part() and the like on its thread, engine threads bump the counters,
/// one sampler calls sample() ten times a second.
class Progress
{
public:
    Progress();
    /// `elapsedMs`: the time since the begin, for tests; else it has a clock of its own.
    explicit Progress(std::function<qint64()> elapsedMs);
    ~Progress();

    /// Begins a part: names it and returns fresh counters for it, which live as long as this. What earlier parts had
    /// done is kept and added.
    engine::Counters& part(const QString& code, const QJsonObject& params = {});
    /// Renames the running part without new counters.
    void phase(const QString& code, const QJsonObject& params = {});
    /// How much there will be in all parts together, when that is known beforehand (e.g. from a rehearsal).
    void expect(qint64 items, qint64 bytes);

    /// Steers the job's transfers: to be given to each of them, which makes it shown. `reads`: which server the next
    /// one reads, for people: "old", "new", "source". Any thread.
    std::shared_ptr<engine::Pace> pace(const QString& reads);
    /// Another one, which somebody else steers too. Before pace() is asked for it.
    void usePace(std::shared_ptr<engine::Pace> pace);
    /// For those that run and those that follow. Any thread.
    void setPace(qint64 bytesPerSecond, bool polite);
    /// What the job's transfers were held back by so far: {seconds, why: [codes]}; empty: by nothing. Any thread.
    QJsonObject heldBack() const;

    ProgressSnapshot sample();

private:
    void samplePace(ProgressSnapshot& now) const;
    struct Sample
    {
        qint64 ms, items, bytes;
    };
    void takeWork(ProgressSnapshot& now);
    void takeTimeLeft(ProgressSnapshot& now);

    mutable std::mutex m_mutex;
    QElapsedTimer m_clock;
    std::function<qint64()> m_elapsedMs;
    Item m_phase;
    std::vector<std::shared_ptr<engine::Counters>> m_parts;
    qint64 m_expectedItems = 0, m_expectedBytes = 0;
    std::shared_ptr<engine::Pace> m_pace;
    bool m_paced = false;
    QString m_reads;
    double m_fraction = -1;
    qint64 m_itemsDone = 0, m_bytesDone = 0, m_lastMoveMs = 0;
    std::deque<Sample> m_samples; ///< of the last seconds
    std::unique_ptr<TimeLeft> m_timeLeft;
};

} // namespace bascule

Q_DECLARE_METATYPE(bascule::ProgressSnapshot)
