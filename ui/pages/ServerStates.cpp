// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/ServerStates.h"

using namespace Qt::StringLiterals;

namespace bascule::ui {

QString ServerStates::placeOf(const Server& server)
{
    const QString folder = displayPath(server.root);
    return server.kind == ServerKind::Ssh ? server.address + u':' + folder : folder;
}

namespace {

/// The column is narrow: the time alone says that it is today's.
QString brief(const QDateTime& when, const QDateTime& now, const text::Phrasebook& words)
{
    return when.toLocalTime().date() == now.toLocalTime().date() ? words.time(when) : parts::moment(when, now, words);
}

} // namespace

ServerStates::State ServerStates::linkState(const LinkState& link, const QDateTime& now, const text::Phrasebook& words)
{
    State state;
    state.error = link.error;
    if (!link.error.isEmpty())
        state.sentence = parts::sayJson(link.error, words);
    state.second = tr("since %1").arg(brief(link.since, now, words));
    switch (link.link) {
    case Link::None:
        break;
    case Link::Connected:
    case Link::Again:
        state.look = Look::Passed;
        state.word = link.link == Link::Again ? tr("Connected again") : tr("Connected");
        state.good = true;
        break;
    case Link::Lost:
        state.look = Look::InProgress;
        state.word = tr("Reconnecting…");
        state.retried = true;
        break;
    case Link::NeedsPassword:
        state.look = Look::ToFix;
        state.word = tr("Needs a password");
        state.sentence = tr("The connection was lost. Making it anew takes a password or a passphrase.");
        state.password = true;
        break;
    case Link::Stopped:
        state.look = Look::Failed;
        state.word = tr("Unreachable");
        break;
    }
    return state;
}

ServerStates::State ServerStates::testedState(const Server& server, const ServerTest& tested, const QDateTime& now,
                                              const text::Phrasebook& words)
{
    State state;
    const bool remote = server.kind == ServerKind::Ssh;
    const QString code = tested.error.value("code"_L1).toString();
    state.error = tested.error;
    if (!tested.error.isEmpty())
        state.sentence = parts::sayJson(tested.error, words);
    if (tested.known)
        state.second = parts::moment(tested.at, now, words);
    if (!tested.known) {
        state.word = remote ? tr("Not tested") : tr("Not looked at yet");
    } else if (tested.good) {
        state.look = Look::Passed;
        state.word = tr("Reachable");
        state.good = true;
    } else if (code == "ssh.nobody-to-ask"_L1 || code == "ssh.not-answered"_L1) {
        state.look = Look::ToFix;
        state.word = tr("Needs a password");
        state.password = true;
    } else {
        state.look = Look::Failed;
        // What stands between here and a login; all else is about what may be done there.
        const bool way = code.startsWith("ssh."_L1) && code != "ssh.no-shell"_L1 && code != "ssh.too-many-sessions"_L1;
        state.word = way ? tr("Unreachable") : tr("Not usable");
    }
    return state;
}

ServerStates::State ServerStates::stateOf(const Snapshot& snapshot, const Server& server, const ServersLive& live,
                                          const QDateTime& now, const text::Phrasebook& words)
{
    const LinkState link = live.links.value(server.id);
    State state = link.link != Link::None ? linkState(link, now, words)
                                          : testedState(server, lastTest(snapshot, server), now, words);
    const QString code = state.error.value("code"_L1).toString();
    if (code == "ssh.host-key-changed"_L1) {
        state.look = Look::Blocked;
        state.word = tr("Key changed");
    } else if (code == "ssh.host-key-unknown"_L1) {
        state.look = Look::ToFix;
        state.word = tr("Key not accepted");
    } else if (code == "ssh.denied"_L1) {
        state.word = tr("Not let in");
    }
    if (live.testing.contains(server.name)) {
        state = {};
        state.look = Look::InProgress;
        state.word = tr("Being tested…");
    }
    return state;
}

Cell ServerStates::cellOf(const State& state, const text::Phrasebook& words)
{
    Cell cell = Cell::state(state.look, state.word);
    cell.second = state.second;
    // The line is too short for a sentence: it is here, and in the details.
    if (!state.error.isEmpty())
        cell.tooltip = state.password ? state.sentence : parts::sayError(state.error, words);
    cell.description = state.word + u", "_s + state.second;
    if (!state.sentence.isEmpty())
        cell.description += u": "_s + state.sentence;
    return cell;
}

QList<Row> ServerStates::pairs(const Snapshot& snapshot, const ServersLive& live, const QDateTime& now,
                               const text::Phrasebook& words)
{
    QList<Row> rows;
    const Server* source = snapshot.serverOf(ServerRole::Source);
    for (const ServerRole role : {ServerRole::Target, ServerRole::Test}) {
        const Server* other = snapshot.serverOf(role);
        if (!source || !other)
            continue;
        Cell name = Cell::named(u"server"_s, tr("%1 → %2", "old server, new one").arg(source->name, other->name),
                                role == ServerRole::Target ? tr("the cutover") : tr("the rehearsal"));
        name.sort = int(role);
        Cell way = Cell::filePath(placeOf(*source));
        way.second = u"→ "_s + placeOf(*other);
        const State ends[] = {stateOf(snapshot, *source, live, now, words),
                              stateOf(snapshot, *other, live, now, words)};
        Cell state = Cell::state(Look::Passed, tr("Ready"));
        state.second = tr("both can be reached");
        for (int i = 1; i >= 0; --i) { // what is wrong with the old one comes before the new one's
            if (ends[i].good)
                continue;
            state = Cell::state(ends[i].look, ends[i].word);
            state.second = i == 0 ? source->name : other->name;
        }
        rows.append({u"pair"_s, other->id, {name, way, state, Cell::plain({})}});
    }
    return rows;
}

Details ServerStates::pairDetails(const Snapshot& snapshot, Id other, const ServersLive& live, const QDateTime& now,
                                  const QString& off, const text::Phrasebook& words)
{
    Details details;
    const Server* from = snapshot.serverOf(ServerRole::Source);
    const Server* to = snapshot.server(other);
    if (!from || !to)
        return details;
    details.title = tr("%1 → %2", "old server, new one").arg(from->name, to->name);
    details.subtitle = to->role == ServerRole::Target ? tr("The pair of the cutover") : tr("The pair of the rehearsal");
    details.section(tr("Both ends"));
    bool remote = true;
    for (const Server* end : {from, to}) {
        const State state = stateOf(snapshot, *end, live, now, words);
        details.evidence(end->name, state.look, state.word, state.sentence.isEmpty() ? state.second : state.sentence);
        details.link(tr("See %1").arg(end->name), {PageId::Servers, u"server"_s, end->id});
        remote = remote && end->kind == ServerKind::Ssh;
    }
    details.section(tr("The way of the data"));
    if (remote)
        details.paragraph(tr("Straight from %1 to %2 where they reach each other, else through this machine.")
                              .arg(from->name, to->name));
    else
        details.paragraph(tr("Through this machine, which holds one end."));
    details.section({});
    details.buttons({{u"test-pair"_s, tr("Test both"), ButtonRole::Plain, off, {}}});
    return details;
}

QSet<QString> ServerStates::beingTested(const AppContext& context)
{
    QSet<QString> names;
    if (!context.session())
        return names;
    for (const JobView& job : context.session()->runner().active()) {
        if (job.title.code == "job.connection-test"_L1)
            names.insert(job.title.params.value("name"_L1).toString());
        else if (job.title.code == "job.server-check"_L1 && job.progress.phase.code == "job.connection-test"_L1)
            names.insert(job.progress.phase.params.value("name"_L1).toString());
    }
    return names;
}

} // namespace bascule::ui
