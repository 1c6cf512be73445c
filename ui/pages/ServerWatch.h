// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Snapshot.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>

namespace bascule::ui {

class AppContext;

/// How the window stands with a server over SSH just now, beside what the ledger says of the last test.
enum class Link {
    None,          ///< not connected in this window yet, or the ledger says it all
    Connected,     ///< since the last test
    Again,         ///< it was lost, and came back by itself
    Lost,          ///< being tried again, with growing pauses
    NeedsPassword, ///< lost, and it would take somebody to type one; looked at, not tried
    Stopped        ///< lost, and trying again is of no use: key changed, not let in, …
};

struct LinkState
{
    Link link = Link::None;
    QDateTime since;   ///< of that link; of Lost and what follows it: when it was found lost
    QJsonObject error; ///< of those that are lost
    bool operator==(const LinkState&) const = default;
};

/// Keeps the connections of servers over SSH that passed their test in this window: looks at them now and then, and
/// makes lost ones anew, by jobs in the background that ask nobody anything. GUI thread; never waits.
class ServerWatch : public QObject
{
    Q_OBJECT
public:
    /// Milliseconds: between two looks; from a loss to the next try, doubled each time up to `most`.
    struct Pace
    {
        int every = 30'000, first = 2'000, most = 120'000;
    };
    explicit ServerWatch(AppContext& context, QObject* parent = nullptr);

    LinkState state(Id server) const { return m_links.value(server).state; }
    void setPace(const Pace& pace);

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        LinkState state;
        Id evidence = 0; ///< of the ledger: the newest test of it that was taken in
        QString address; ///< that was tested
        qint64 due = 0;  ///< on m_clock; 0: never
        int pause = 0;   ///< before the next try
        qint64 job = 0;  ///< that looks at it now; 0: none
    };

    void begin();
    /// Takes in tests that the ledger has since the last time.
    void look();
    void take(Entry& entry, const Evidence& test);
    void looked(Entry& entry, const QJsonObject& facts);
    void lose(Entry& entry, const QJsonObject& error);
    void work();
    void schedule();
    qint64 clock() const { return m_clock.elapsed(); }

    AppContext& m_context;
    QHash<Id, Entry> m_links;
    Id m_from = 0; ///< the last line of the ledger when the project was opened
    Pace m_pace;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace bascule::ui
