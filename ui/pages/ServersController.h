// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/ServerStates.h"
#include "ui/widgets/CheckpointStrip.h"

#include <QCoreApplication>

namespace bascule::ui {

/// What the Servers page shows and does. Views are pure; intents are jobs and writes. GUI thread.
class ServersController
{
    Q_DECLARE_TR_FUNCTIONS(bascule::ui::ServersController)
public:
    explicit ServersController(AppContext& context)
        : m_context(context)
    {
    }

    /// Pairs first, then the servers; without a pair the servers alone.
    static QList<Row> rows(const Snapshot& snapshot, const QDateTime& now, const text::Phrasebook& words,
                           const ServersLive& live = {});
    static Details details(const Snapshot& snapshot, Id server, const QDateTime& now, const QString& off,
                           const text::Phrasebook& words, const ServersLive& live = {});
    static StripState strip(const Snapshot& snapshot, const text::Phrasebook& words, const ServersLive& live = {});
    /// The role to offer for the next server.
    static ServerRole nextRole(const Snapshot& snapshot);
    static QString roleMeaning(ServerRole role);
    static QList<Choice> roleChoices(const text::Phrasebook& words);
    static bool complete(const Snapshot& snapshot);

    /// Writes it and then looks at its folder. `done` says whether it was kept; an error is shown on the page.
    void save(const Server& server, std::function<void(bool)> done = {}, bool look = true);
    void edit(Id server, const QString& field, const QString& value);
    void remove(Id server);
    /// Tests every server: folders of this machine, and connections, each made anew.
    void testAll();
    /// Connects anew to a server over SSH and looks at it line by line; a folder of this machine is looked at.
    void test(Id server);

private:
    AppContext& m_context;
};

} // namespace bascule::ui
