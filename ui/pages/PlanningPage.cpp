// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PlanningPage.h"

#include "ui/pages/Ask.h"
#include "ui/pages/FormDialog.h"
#include "ui/pages/SignatureDialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr int kDays = 28;
/// Four-week stretches offered: the one before, this one and the two after.
constexpr int kStretchesBefore = 1;
constexpr int kStretches = 5;

/// The Monday of the week before `day`, so that today stands in the second week.
QDate stretchStart(const QDate& day)
{
    return day.addDays(-(day.dayOfWeek() - 1) - 7);
}

} // namespace

PlanningPage::PlanningPage(AppContext& context, QWidget* parent)
    : PageBase(context, PageId::Planning, parent)
    , m_controller(context)
{
    m_period = addButton(u"plus"_s);
    m_period->setObjectName(u"period"_s);
    m_propose = addButton(u"calendar"_s);
    m_propose->setObjectName(u"propose"_s);
    m_choose = addButton();
    m_choose->setObjectName(u"choose"_s);
    m_approve = addButton();
    m_approve->setObjectName(u"approve"_s);
    m_range = makeCombo(this);
    addRight(m_range);

    auto* above = new QWidget(this);
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_calendar = new CalendarStrip(above);
    m_fit = new FitBar(above);
    column->addWidget(m_calendar);
    column->addWidget(m_fit);
    m_list = new ListPanel(this);
    m_steps = m_list->addList({}, RowSize::Dense, false);
    m_days = m_list->addList({});
    m_messages = m_list->addList({}, RowSize::Dense, false);
    m_contacts = m_list->addList({}, RowSize::Dense, false);
    m_details = new DetailsPanel(this);
    setListAndDetails(above, m_list, m_details);
    useCheckpoint(Step::Planning);
    m_first = stretchStart(context.now().toLocalTime().date());

    connect(m_period, &QPushButton::clicked, this, &PlanningPage::askPeriod);
    connect(m_propose, &QPushButton::clicked, this, &PlanningPage::propose);
    connect(m_choose, &QPushButton::clicked, this, [this] { askWindowOn(m_calendar->currentDay()); });
    connect(m_approve, &QPushButton::clicked, this, [this] { askApproval({}); });
    connect(m_range, &QComboBox::activated, this, [this](int index) { showDay(m_range->itemData(index).toDate()); });
    connect(m_calendar, &CalendarStrip::dayClicked, this, &PlanningPage::askWindowOn);
    connect(m_calendar, &CalendarStrip::windowClicked, this, &PlanningPage::pick);
    connect(m_calendar, &CalendarStrip::periodClicked, this, [this](qint64 id) { m_list->select(u"critical"_s, id); });
    connect(m_calendar, &CalendarStrip::pageAsked, this,
            [this](int direction) { showDay(m_first.addDays(direction * kDays)); });
    connect(m_list, &ListPanel::currentChanged, this, [this] {
        if (m_list->currentKind() == "window"_L1 && m_list->currentId() != m_picked) {
            m_picked = m_list->currentId();
            fillCalendar(*PlanningPage::context().snapshot());
        }
        fillDetails();
    });
    connect(m_list, &ListPanel::listChanged, this, &PlanningPage::fillDetails);
    connect(m_list, &ListPanel::activated, this, [this](const QString& kind, qint64 id) {
        if (kind == "message"_L1)
            askMessage(int(id));
    });
    connect(m_details, &DetailsPanel::edited, this, &PlanningPage::edited);
    connect(m_details, &DetailsPanel::pressed, this, &PlanningPage::pressed);
}

void PlanningPage::retranslate()
{
    PageBase::retranslate();
    setHeadings(tr("Planning", "title of the page"),
                tr("The window must hold the measured cutover and the rollback, clear of critical periods."));
    m_period->setText(tr("&Critical period…"));
    m_propose->setText(tr("&Propose windows"));
    m_choose->setText(tr("Choose a &window…"));
    m_approve->setText(tr("Record &approvals…"));
    m_range->setAccessibleName(tr("Weeks shown in the calendar"));
    m_calendar->setAccessibleName(tr("Calendar of critical periods and windows"));
    m_fit->setAccessibleName(tr("What must fit in the window"));
    m_list->setListName(m_steps, tr("Steps"));
    m_list->setListName(m_days, tr("Windows and periods"));
    m_list->setListName(m_messages, tr("Messages"));
    m_list->setListName(m_contacts, tr("Contacts"));
    m_list->setColumns(m_days,
                       {{tr("What"), 180, false, true}, {tr("From"), 160}, {tr("To"), 160}, {tr("State"), 140}});
    m_list->setColumns(m_messages, {{tr("When"), 150}, {tr("State"), 100}, {tr("Text"), 300, false, true}});
    m_list->setColumns(m_contacts, {{tr("Place"), 60, true}, {tr("Name"), 220, false, true}, {tr("Phone"), 200}});
    m_details->setPlaceholder(tr("Choose a row to see it here."));
    m_details->setAccessibleName(tr("Details"));
    fillRanges();
}

void PlanningPage::fillRanges()
{
    const QDate today = stretchStart(context().now().toLocalTime().date());
    m_range->clear();
    for (int i = -kStretchesBefore; i < kStretches - kStretchesBefore; ++i) {
        const QDate first = today.addDays(i * kDays);
        const QDate last = first.addDays(kDays - 1);
        const QString text = tr("%1 – %2 %3", "short date, short date, year")
                                 .arg(words().shortDate(first.startOfDay()), words().shortDate(last.startOfDay()),
                                      QString::number(last.year()));
        m_range->addItem(text, first);
    }
    m_range->setCurrentIndex(m_range->findData(m_first));
}

void PlanningPage::refresh(const Snapshot& snapshot)
{
    m_runbook = buildRunbook(snapshot);
    m_timings = measuredTimings(snapshot, m_runbook);
    const QString off = parts::whyOff(context());
    m_period->setReason(off);
    m_propose->setReason(off);
    m_choose->setReason(off);
    const bool hasWindow = snapshot.window() != nullptr;
    m_approve->setReason(!off.isEmpty() ? off : hasWindow ? QString() : tr("Choose a window first."));

    m_list->setColumns(m_steps, {{PlanningController::stepsHeader(m_timings), 300, false, true},
                                 {tr("Median"), 88, true},
                                 {tr("P90"), 88, true},
                                 {tr("Rollback"), 100, true}});
    m_list->setRows(m_steps, PlanningController::stepRows(m_runbook, m_timings, words()));
    m_list->setRows(m_messages, PlanningController::messageRows(snapshot));
    m_list->setRows(m_contacts, PlanningController::contactRows(snapshot, words()));
    const QString problem =
        m_runbook.problems.empty() ? tr("There is nothing to migrate yet.") : words().say(m_runbook.problems.front());
    m_list->setEmpty(m_steps, problem, tr("See the inventory"), [this] { context().goTo(PageId::Inventory); });
    m_list->setEmpty(m_days, tr("No window and no critical period yet. Name the days the business cannot do without."),
                     tr("Critical period…"), [this] { askPeriod(); });
    m_list->setEmpty(m_contacts, tr("Nobody to call yet. Who is called first when something goes wrong?"),
                     tr("Add a contact…"), [this] { askContact(); });
    fillCalendar(snapshot);
    m_list->setRows(m_days,
                    PlanningController::calendarRows(snapshot, m_timings, m_candidates, context().now(), words()));
    const Board& board = context().board();
    const bool passed = board.of(Step::Planning).state == CheckpointState::Passed;
    Button* primary = nullptr;
    if (off.isEmpty() && !passed) {
        if (!hasWindow)
            primary = m_proposals.empty() ? m_propose : nullptr;
        else if (context().session() && m_approve->isEnabled())
            primary = m_approve;
    }
    setPrimary(primary);
    fillDetails();
    PageBase::refresh(snapshot);
}

void PlanningPage::fillCalendar(const Snapshot& snapshot)
{
    m_candidates = PlanningController::candidates(snapshot, m_proposals);
    const PlanningController::Candidate* candidate = picked();
    if (!candidate && !m_candidates.empty() && m_candidates.front().chosen) {
        m_picked = m_candidates.front().id;
        candidate = &m_candidates.front();
    }
    m_calendar->setModel(
        PlanningController::calendar(snapshot, m_timings, m_first, m_candidates, m_picked, context().now(), words()));
    if (candidate) {
        const WindowFit fit =
            fitWindow(candidate->start, candidate->minutes, m_timings, snapshot.criticalPeriods, context().now());
        m_fit->setModel(PlanningController::fitBar(fit, words()));
    } else {
        m_fit->setModel(PlanningController::noWindow(m_timings, words()));
    }
}

const PlanningController::Candidate* PlanningPage::picked() const
{
    for (const auto& candidate : m_candidates) {
        if (candidate.id == m_picked)
            return &candidate;
    }
    return nullptr;
}

NextReason PlanningPage::nextReason() const
{
    const CheckpointState state = context().board().of(Step::Planning).state;
    if (state == CheckpointState::Passed)
        return {};
    return {true, tr("You can go on preparing; the cutover stays closed until this checkpoint has passed."), {}};
}

void PlanningPage::focusItem(const QString& kind, Id id)
{
    if (kind == "window"_L1 || kind == "choose-window"_L1)
        context().snapshot()->window() ? pick(context().snapshot()->window()->id) : propose();
    else if (kind == "message"_L1 || kind == "contact"_L1 || kind == "critical"_L1) {
        const int list = kind == "message"_L1 ? m_messages : kind == "contact"_L1 ? m_contacts : m_days;
        m_list->setCurrentList(list);
        if (id == 0 || !m_list->select(kind, id))
            m_list->selectFirst();
        if (kind == "contact"_L1 && context().snapshot()->contacts.empty() && m_period->isEnabled())
            askContact();
    } else if (kind.startsWith("approve"_L1) && m_approve->isEnabled()) {
        PersonRole role = PersonRole::It;
        const bool named = enumFrom(kind.mid(8), role);
        askApproval(named ? std::optional(role) : std::nullopt);
    }
}

void PlanningPage::fillDetails()
{
    const SnapshotPtr snapshot = context().snapshot();
    const QString off = parts::whyOff(context());
    const QString kind = m_list->currentKind();
    const Id id = m_list->currentId();
    Details details;
    if (kind == "window"_L1 && picked()) {
        const auto* candidate = picked();
        const WindowFit fit =
            fitWindow(candidate->start, candidate->minutes, m_timings, snapshot->criticalPeriods, context().now());
        details = PlanningController::windowDetails(*snapshot, *candidate, fit, off, words());
    } else if (kind == "critical"_L1) {
        details = PlanningController::periodDetails(*snapshot, id, off, words());
    } else if (kind == "message"_L1) {
        details = PlanningController::messageDetails(*snapshot, int(id), off, words());
    } else if (kind == "contact"_L1) {
        details = PlanningController::contactDetails(*snapshot, id, off, words());
        details.buttons({{u"add-contact"_s, tr("Add a contact…"), ButtonRole::Plain, off, {}}});
    } else if (m_list->currentList() == m_steps) {
        details = PlanningController::ready(*snapshot, m_timings, context().now(), off, words());
    }
    m_details->setDetails(details);
}

void PlanningPage::showDay(const QDate& day)
{
    m_first = day;
    m_range->setCurrentIndex(m_range->findData(day));
    fillCalendar(*context().snapshot());
}

void PlanningPage::propose()
{
    const SnapshotPtr snapshot = context().snapshot();
    m_proposals = proposeWindows(m_timings, snapshot->criticalPeriods, context().now());
    fillCalendar(*snapshot);
    refreshNow();
    if (m_proposals.empty()) {
        message()->showMessage(Look::Note, tr("No window of the next four weeks fits."),
                               tr("Every night and week-end meets a critical period. Shorten one, or choose a day "
                                  "later on."));
        return;
    }
    m_list->setCurrentList(m_days);
    pick(-1);
}

void PlanningPage::pick(Id window)
{
    m_picked = window;
    fillCalendar(*context().snapshot());
    if (!m_list->select(u"window"_s, window))
        fillDetails();
}

void PlanningPage::askPeriod()
{
    auto* form = new FormDialog(this, tr("Name a critical period"),
                                tr("While it lasts the business cannot do without its server: payroll, month-end, "
                                   "stock-taking. No window may touch it."),
                                tr("Add the period"));
    FormField why{FormField::Kind::Line, u"why"_s, tr("What is critical then"), {}};
    why.missing = tr("Say what is critical then.");
    form->add(why);
    const QDate day =
        m_calendar->currentDay().isValid() ? m_calendar->currentDay() : context().now().toLocalTime().date();
    form->add(
        {FormField::Kind::Moment, u"from"_s, tr("From"), QDateTime(day, QTime(8, 0)).toUTC().toString(Qt::ISODate)});
    form->add({FormField::Kind::Moment, u"to"_s, tr("To"), QDateTime(day, QTime(18, 0)).toUTC().toString(Qt::ISODate)});
    form->setRule([](const FormValues& values) {
        return values.value(u"to"_s) > values.value(u"from"_s) ? QString() : tr("It must end after it begins.");
    });
    form->ask([this](const FormValues& values) {
        m_controller.addPeriod(QDateTime::fromString(values.value(u"from"_s), Qt::ISODate),
                               QDateTime::fromString(values.value(u"to"_s), Qt::ISODate), values.value(u"why"_s));
    });
}

void PlanningPage::askWindowOn(const QDate& day)
{
    const Window* chosen = context().snapshot()->window();
    if (!parts::whyOff(context()).isEmpty())
        return;
    if (chosen && (!day.isValid() || chosen->start.toLocalTime().date() == day))
        askWindow(chosen->start, chosen->minutes);
    else
        askWindow(QDateTime(day.isValid() ? day : context().now().toLocalTime().date().addDays(7), QTime(4, 0)).toUTC(),
                  suggestedMinutes(m_timings));
}

void PlanningPage::askWindow(const QDateTime& start, int minutes)
{
    auto* form = new FormDialog(this, tr("Choose the window of the cutover"),
                                tr("Users cannot work in it. It must hold the cutover and, behind it, the way back."),
                                tr("Choose this window"));
    form->add({FormField::Kind::Moment, u"start"_s, tr("Start"), start.toUTC().toString(Qt::ISODate)});
    FormField length{FormField::Kind::Number, u"minutes"_s, tr("Length"), QString::number(minutes)};
    length.unit = tr("min");
    length.most = kLongestWindowMinutes;
    form->add(length);
    const auto fitOf = [this](const FormValues& values) {
        return fitWindow(QDateTime::fromString(values.value(u"start"_s), Qt::ISODate),
                         values.value(u"minutes"_s).toInt(), m_timings, context().snapshot()->criticalPeriods,
                         context().now());
    };
    form->setExplanation([this, fitOf](const FormValues& values) {
        const WindowFit fit = fitOf(values);
        return fit.problems.size() < 2 ? PlanningController::fitBar(fit, words()).title : [&] {
            QStringList all;
            for (const Item& problem : fit.problems)
                all.append(words().say(problem));
            return all.join(u'\n');
        }();
    });
    form->setRule([this, fitOf](const FormValues& values) {
        const WindowFit fit = fitOf(values);
        return fit.ok() ? QString() : words().say(fit.problems.front());
    });
    form->ask([this](const FormValues& values) {
        m_picked = 0;
        m_controller.chooseWindow(QDateTime::fromString(values.value(u"start"_s), Qt::ISODate),
                                  values.value(u"minutes"_s).toInt());
    });
}

void PlanningPage::askApproval(std::optional<PersonRole> wanted)
{
    const SnapshotPtr snapshot = context().snapshot();
    const Window* window = snapshot->window();
    if (!window)
        return;
    const QDateTime end = window->start.addSecs(qint64(window->minutes) * 60);
    auto* form = new SignatureDialog(
        this, tr("Record the approval of the plan"),
        tr("What is approved: the runbook, the window (%1) and the critical periods. If one of them changes, the "
           "approval no longer counts.")
            .arg(PlanningController::spanWords(window->start, end, words())),
        tr("Record the approval"));
    const QString subject = approvalSubject(*snapshot, u"planning"_s, m_runbook);
    PersonRole preset = PersonRole::It;
    for (PersonRole role : {PersonRole::It, PersonRole::Management}) {
        if (wanted ? role == *wanted : !approvalFor(*snapshot, u"planning"_s, role, subject))
            preset = role;
    }
    form->askSigner(tr("Who approves"), snapshot, {PersonRole::Management, PersonRole::It}, preset, words());
    form->askSignature([this](const QString& person, PersonRole role) { m_controller.approvePlan(person, role); });
}

void PlanningPage::askMessage(int number)
{
    if (number < 1 || number > int(kMessageMoments.size()) || !parts::whyOff(context()).isEmpty())
        return;
    const SnapshotPtr snapshot = context().snapshot();
    const QString moment = QString::fromLatin1(kMessageMoments[std::size_t(number - 1)]);
    QString text = PlanningController::draftMessage(*snapshot, moment, m_timings, words());
    bool ready = true;
    for (const Message& message : snapshot->messages) {
        if (message.moment == moment && !message.text.isEmpty()) {
            text = message.text;
            ready = message.ready;
        }
    }
    auto* form = new FormDialog(this, PlanningController::momentName(moment),
                                tr("Bascule sends nothing: you send it by your usual means."), tr("Keep the message"));
    FormField field{FormField::Kind::Text, u"text"_s, tr("Message to the users"), text};
    field.missing = tr("The message is empty.");
    form->add(field);
    form->add({FormField::Kind::Check, u"ready"_s, tr("It is ready to be sent"), ready ? u"yes"_s : u"no"_s});
    form->ask([this, moment](const FormValues& values) {
        m_controller.saveMessage(moment, values.value(u"text"_s), values.value(u"ready"_s) == "yes"_L1);
    });
}

void PlanningPage::askContact()
{
    auto* form =
        new FormDialog(this, tr("Add an escalation contact"),
                       tr("Who is called when something goes wrong during the cutover."), tr("Add the contact"));
    FormField name{FormField::Kind::Editable, u"name"_s, tr("Name"), {}};
    for (const QString& one : parts::people(*context().snapshot()))
        name.choices.append({one, one});
    name.missing = tr("A name is missing.");
    form->add(name);
    FormField phone{FormField::Kind::Line, u"phone"_s, tr("Phone"), {}};
    phone.missing = tr("A phone number is missing.");
    form->add(phone);
    form->ask([this](const FormValues& values) {
        Contact contact;
        contact.name = values.value(u"name"_s);
        contact.phone = values.value(u"phone"_s);
        m_controller.saveContact(contact);
    });
}

void PlanningPage::edited(const QString& field, const QString& value)
{
    if (m_list->currentKind() == "contact"_L1)
        m_controller.editContact(m_list->currentId(), field, value);
}

void PlanningPage::pressed(const QString& button)
{
    const Id id = m_list->currentId();
    if (button == "choose"_L1) {
        const auto* candidate = picked();
        candidate ? askWindow(candidate->start, candidate->minutes) : askWindowOn(m_calendar->currentDay());
    } else if (button == "take"_L1) {
        if (const auto* candidate = picked()) {
            const PlanningController::Candidate taken = *candidate;
            m_picked = 0;
            m_proposals.clear();
            m_controller.chooseWindow(taken.start, taken.minutes);
        }
    } else if (button == "withdraw"_L1) {
        ask::confirm(this, tr("Withdraw the chosen window"), tr("Approvals given for it no longer count."),
                     tr("Withdraw it"), [this] { m_controller.withdraw(); });
    } else if (button == "remove-period"_L1) {
        ask::confirm(this, tr("Remove this critical period"), tr("Approvals of the plan no longer count."),
                     tr("Remove it"), [this, id] { m_controller.removePeriod(id); });
    } else if (button == "edit-message"_L1) {
        askMessage(int(id));
    } else if (button == "add-contact"_L1) {
        askContact();
    } else if (button == "contact-first"_L1) {
        m_controller.moveContact(id, 1);
    } else if (button == "remove-contact"_L1) {
        ask::confirm(this, tr("Remove this contact"), tr("Nobody calls them any more."), tr("Remove it"),
                     [this, id] { m_controller.removeContact(id); });
    }
}

} // namespace bascule::ui
