// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Plan.h"

#include "core/project/Checkpoint.h"
#include "core/project/Moments.h"

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;

namespace {

const QString kPlanning = enumName(Step::Planning);

/// A problem of a window as the error that refuses it; params keep their types.
Error refusal(const Item& problem)
{
    Params params;
    for (auto at = problem.params.begin(); at != problem.params.end(); ++at) {
        if (at.value().isDouble())
            params[bytes(at.key())] = std::int64_t(at.value().toInteger());
        else
            params[bytes(at.key())] = bytes(at.value().toString());
    }
    return makeError(problem.code.toLatin1().constData(), {}, std::move(params));
}

Result<void> withdrawAll(StoreTx& tx)
{
    auto windows = tx.all<Window>();
    if (!windows)
        return windows.error();
    for (Window& window : windows.value()) {
        if (window.state != WindowState::Chosen)
            continue;
        window.state = WindowState::Withdrawn;
        if (auto done = tx.update(window); !done)
            return done;
    }
    return {};
}

} // namespace

Result<Id> setWindow(StoreTx& tx, const QDateTime& start, int minutes, const Timings& timings, const QString& who,
                     const QTimeZone& zone)
{
    const auto periods = tx.all<CriticalPeriod>();
    if (!periods)
        return periods.error();
    const WindowFit fit = fitWindow(start, minutes, timings, periods.value(), tx.now(), zone);
    if (!fit.ok())
        return refusal(fit.problems.front());
    if (auto done = withdrawAll(tx); !done)
        return done.error();
    Window window{0, fit.start, minutes, WindowState::Chosen};
    const auto id = tx.insert(window);
    if (!id)
        return id;
    const auto noted = tx.append(kPlanning, evidence::WindowChosen, {},
                                 {{u"window"_s, id.value()},
                                  {u"start"_s, iso(fit.start)},
                                  {u"minutes"_s, minutes},
                                  {u"cutoverMs"_s, fit.cutoverMs},
                                  {u"rollbackMs"_s, fit.rollbackMs}},
                                 who);
    return noted ? id : Result<Id>(noted.error());
}

Result<void> withdrawWindow(StoreTx& tx, const QString& who)
{
    const auto windows = tx.all<Window>();
    if (!windows)
        return windows.error();
    const bool any = std::any_of(windows->begin(), windows->end(),
                                 [](const Window& window) { return window.state == WindowState::Chosen; });
    if (!any)
        return makeError("window.none");
    if (auto done = withdrawAll(tx); !done)
        return done;
    const auto noted = tx.append(kPlanning, evidence::WindowChosen, {}, {{u"withdrawn"_s, true}}, who);
    return noted ? Result<void>() : Result<void>(noted.error());
}

Result<Id> addCriticalPeriod(StoreTx& tx, const QDateTime& from, const QDateTime& to, const QString& why,
                             const QString& who)
{
    if (!from.isValid() || !to.isValid())
        return makeError("time.not-understood");
    if (why.trimmed().isEmpty())
        return makeError("critical.no-reason");
    if (to <= from)
        return makeError("critical.backwards", {}, {{"from", bytes(iso(from))}, {"to", bytes(iso(to))}});
    CriticalPeriod period{0, from.toUTC(), to.toUTC(), why.trimmed()};
    const auto id = tx.insert(period);
    if (!id)
        return id;
    const auto noted =
        tx.append(kPlanning, evidence::CriticalPeriods, period.why,
                  {{u"change"_s, u"added"_s}, {u"from"_s, iso(period.from)}, {u"to"_s, iso(period.to)}}, who);
    return noted ? id : Result<Id>(noted.error());
}

Result<void> removeCriticalPeriod(StoreTx& tx, Id id, const QString& who)
{
    const auto period = tx.get<CriticalPeriod>(id);
    if (!period)
        return period.error();
    if (auto done = tx.erase<CriticalPeriod>(id); !done)
        return done;
    const auto noted =
        tx.append(kPlanning, evidence::CriticalPeriods, period->why,
                  {{u"change"_s, u"removed"_s}, {u"from"_s, iso(period->from)}, {u"to"_s, iso(period->to)}}, who);
    return noted ? Result<void>() : Result<void>(noted.error());
}

Result<Id> setMessage(StoreTx& tx, const QString& moment, const QString& text, bool ready)
{
    const bool known = std::any_of(kMessageMoments.begin(), kMessageMoments.end(),
                                   [&](const char* name) { return moment == QLatin1String(name); });
    if (!known)
        return makeError("message.unknown-moment", moment);
    if (ready && text.trimmed().isEmpty())
        return makeError("message.empty", {}, {{"moment", bytes(moment)}});
    const auto messages = tx.all<Message>();
    if (!messages)
        return messages.error();
    for (const Message& old : messages.value()) {
        if (old.moment != moment)
            continue;
        const auto done = tx.update(Message{old.id, moment, text.trimmed(), ready});
        return done ? Result<Id>(old.id) : Result<Id>(done.error());
    }
    Message message{0, moment, text.trimmed(), ready};
    return tx.insert(message);
}

Result<Id> setContact(StoreTx& tx, Contact contact)
{
    contact.name = contact.name.trimmed();
    contact.phone = contact.phone.trimmed();
    if (contact.name.isEmpty())
        return makeError("contact.no-name");
    if (contact.phone.isEmpty())
        return makeError("contact.no-phone", contact.name);
    if (contact.place <= 0) {
        const auto contacts = tx.all<Contact>();
        if (!contacts)
            return contacts.error();
        for (const Contact& other : contacts.value())
            contact.place = std::max(contact.place, other.id == contact.id ? 0 : other.place);
        ++contact.place;
    }
    if (contact.id == 0)
        return tx.insert(contact);
    const auto done = tx.update(contact);
    return done ? Result<Id>(contact.id) : Result<Id>(done.error());
}

namespace {

/// Writes the places 1, 2, 3 … in the order given.
Result<void> number(StoreTx& tx, std::vector<Contact>& contacts)
{
    int place = 0;
    for (Contact& contact : contacts) {
        if (contact.place == ++place)
            continue;
        contact.place = place;
        if (auto done = tx.update(contact); !done)
            return done;
    }
    return {};
}

Result<std::vector<Contact>> inOrder(StoreTx& tx)
{
    auto contacts = tx.all<Contact>();
    if (contacts) {
        std::stable_sort(contacts->begin(), contacts->end(),
                         [](const Contact& a, const Contact& b) { return a.place < b.place; });
    }
    return contacts;
}

} // namespace

Result<void> removeContact(StoreTx& tx, Id id)
{
    if (const auto found = tx.get<Contact>(id); !found)
        return found.error();
    if (auto done = tx.erase<Contact>(id); !done)
        return done;
    auto contacts = inOrder(tx);
    return contacts ? number(tx, contacts.value()) : Result<void>(contacts.error());
}

Result<void> moveContact(StoreTx& tx, Id id, int place)
{
    auto contacts = inOrder(tx);
    if (!contacts)
        return contacts.error();
    auto& list = contacts.value();
    const auto at = std::find_if(list.begin(), list.end(), [&](const Contact& contact) { return contact.id == id; });
    if (at == list.end())
        return makeError("store.row-missing", u"contact"_s);
    const Contact moved = *at;
    list.erase(at);
    const auto index = std::clamp<std::ptrdiff_t>(place - 1, 0, std::ptrdiff_t(list.size()));
    list.insert(list.begin() + index, moved);
    return number(tx, list);
}

} // namespace bascule
