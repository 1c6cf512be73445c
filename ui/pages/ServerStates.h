// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/ServerCheckJob.h"
#include "ui/pages/Parts.h"
#include "ui/pages/ServerWatch.h"

#include <QCoreApplication>
#include <QSet>

namespace bascule::ui {

/// What the window knows of servers beside the ledger: which are being tested, and how the connections stand.
struct ServersLive
{
    QSet<QString> testing; ///< names
    QHash<Id, LinkState> links;
    bool operator==(const ServersLive&) const = default;
};

/// What servers, and pairs of old and new, show of their state. Pure functions of the snapshot and of what is live.
class ServerStates
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::ServerStates)
public:
    /// Where it is: a folder, for a server over SSH behind its address.
    static QString placeOf(const Server& server);

    struct State
    {
        Look look = Look::Waiting;
        QString word, second; ///< "Connected", "since 10:08"
        QString sentence;     ///< why not, if so
        QJsonObject error;    ///< the same as a code
        bool good = false;
        bool retried = false;  ///< it is tried again by itself
        bool password = false; ///< somebody has to type one
    };
    static State stateOf(const Snapshot& snapshot, const Server& server, const ServersLive& live, const QDateTime& now,
                         const text::Phrasebook& words);
    static Cell cellOf(const State& state, const text::Phrasebook& words);

    /// Old and new, old and test environment: rows of kind "pair", whose id is the other server's.
    static QList<Row> pairs(const Snapshot& snapshot, const ServersLive& live, const QDateTime& now,
                            const text::Phrasebook& words);
    static Details pairDetails(const Snapshot& snapshot, Id other, const ServersLive& live, const QDateTime& now,
                               const QString& off, const text::Phrasebook& words);

    /// Names of the servers that jobs test or are about to.
    static QSet<QString> beingTested(const AppContext& context);

private:
    static State linkState(const LinkState& link, const QDateTime& now, const text::Phrasebook& words);
    static State testedState(const Server& server, const ServerTest& tested, const QDateTime& now,
                             const text::Phrasebook& words);
};

} // namespace bascule::ui
