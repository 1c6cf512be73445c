// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/PageBase.h"

#include "ui/widgets/ActionRow.h"

#include <QEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// The part of a page that scrolls when the window is lower than it can bear.
class PageScroll final : public QScrollArea
{
public:
    explicit PageScroll(QWidget* content, QWidget* parent)
        : QScrollArea(parent)
    {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
        setWidget(content);
    }
    QSize minimumSizeHint() const override { return {200, 120}; }
};

/// Holds the work area and wishes no more room than it needs at least: a scroll area would otherwise take the lists'
/// wishes for needs and scroll the whole page.
class WorkFrame final : public QWidget
{
public:
    explicit WorkFrame(QWidget* work)
    {
        auto* box = new QVBoxLayout(this);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(work);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return minimumSizeHint(); }
};

} // namespace

PageBase::PageBase(AppContext& context, PageId id, QWidget* parent)
    : QWizardPage(parent)
    , m_context(context)
    , m_id(id)
    , m_title(new TextLabel(FontRole::Title, Token::Text))
    , m_sentence(new TextLabel(FontRole::Body, Token::Muted))
    , m_message(new MessageLine)
    , m_head(new QWidget)
    , m_actionRow(new QWidget)
    , m_actions(new ActionRow(m_actionRow))
    , m_body(new QVBoxLayout)
{
    setObjectName(u"page:"_s + enumName(id));
    setAutoFillBackground(true); // the Modern style would paint Base
    setBackgroundRole(QPalette::Window);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);

    auto* head = new QVBoxLayout(m_head);
    head->setContentsMargins(0, 16, 0, 12);
    head->setSpacing(0);
    m_title->setMinimumHeight(28);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumHeight(20);
    head->addWidget(m_title);
    head->addWidget(m_sentence);

    m_actions->setContentsMargins(0, 0, 0, 12);
    m_actionRow->hide();

    auto* content = new QWidget;
    content->setLayout(m_body);
    m_body->setContentsMargins(24, 0, 24, 0);
    m_body->setSpacing(0);
    m_body->addWidget(m_head);
    m_body->addWidget(m_message);
    m_body->addWidget(m_actionRow);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(new PageScroll(content, this), 1);
}

void PageBase::setHeadings(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

Button* PageBase::addButton(const QString& icon, ButtonRole role)
{
    auto* button = new Button(icon, role, m_actionRow);
    m_actions->addWidget(button);
    m_buttons << button;
    m_actionRow->show();
    return button;
}

void PageBase::addRight(QWidget* widget)
{
    if (auto* search = qobject_cast<QLineEdit*>(widget)) {
        m_search = search;
        search->setMinimumWidth(search->minimumWidth() > 0 ? search->minimumWidth() : 120);
    }
    m_actions->addRight(widget);
    widget->show();
    m_actionRow->show();
}

Button* PageBase::addDanger(const QString& icon)
{
    auto* button = new Button(icon, ButtonRole::Danger, m_actionRow);
    m_actions->addRight(button);
    m_buttons << button;
    m_actionRow->show();
    return button;
}

void PageBase::placeWork(QWidget* work)
{
    delete std::exchange(m_work, new WorkFrame(work));
    m_body->addWidget(m_work, 1);
    m_work->setMinimumHeight(200);
}

void PageBase::setWork(QWidget* work)
{
    m_listArea = work;
    placeWork(work);
}

void PageBase::setListAndDetails(QWidget* list, DetailsPanel* details)
{
    setListAndDetails(nullptr, list, details);
}

void PageBase::setListAndDetails(QWidget* above, QWidget* list, QWidget* details)
{
    m_listArea = list;
    m_detailsArea = details;
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(16);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    list->setMinimumWidth(240);
    details->setMinimumWidth(240);
    details->setMaximumWidth(400);
    m_splitter->setSizes({672, 304});
    if (auto* panel = qobject_cast<DetailsPanel*>(details))
        connect(panel, &DetailsPanel::linkActivated, this, [this](const Target& target) { m_context.goTo(target); });
    if (!above) {
        placeWork(m_splitter);
        return;
    }
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(above);
    column->addWidget(m_splitter, 1);
    placeWork(work);
}

void PageBase::makeStrip()
{
    if (m_strip)
        return;
    m_strip = new CheckpointStrip(this);
    layout()->addWidget(m_strip);
    connect(m_strip, &CheckpointStrip::linkActivated, this, [this](const Target& target) { m_context.goTo(target); });
}

void PageBase::useCheckpoint(Step step, bool onlyThisPage)
{
    m_step = step;
    m_onlyThisPage = onlyThisPage;
    makeStrip();
}

void PageBase::setStrip(const StripState& state)
{
    m_step.reset();
    makeStrip();
    m_strip->setState(state);
}

void PageBase::updateStrip(const Snapshot& snapshot)
{
    if (!m_step || !m_strip)
        return;
    m_strip->setVisible(m_context.hasProject());
    const text::Phrasebook& words = this->words();
    const Checkpoint& checkpoint = m_context.board().of(*m_step);
    StripState state;
    state.look = lookOf(checkpoint.state);
    state.name = words.row(*m_step).control;
    const QString day = checkpoint.since.isValid() ? words.shortDate(checkpoint.since) : QString();
    if (checkpoint.state == CheckpointState::Passed) {
        const QString by = checkpoint.by.isEmpty() ? QString() : words.list(checkpoint.by.split(u", "_s));
        state.tail = checkpoint.by.isEmpty()
                         ? (day.isEmpty() ? QString() : tr("– on %1").arg(day))
                         : (day.isEmpty() ? tr("– by %1").arg(by) : tr("– on %1, by %2").arg(day, by));
        for (const Item& fact : checkpoint.facts)
            state.items << StripItem{words.say(fact), {}};
    } else if (checkpoint.state == CheckpointState::Waived) {
        state.tail = tr("– waived by %1: %2").arg(checkpoint.waivedBy, words.quoted(checkpoint.waivedWhy));
    } else {
        state.tail = m_onlyThisPage ? tr("– still missing, on this page:") : tr("– still missing:");
    }
    if (checkpoint.state != CheckpointState::Passed) {
        for (const Item& item : checkpoint.missing) {
            if (!m_onlyThisPage || item.target.page == m_id)
                state.items << StripItem{words.say(item), item.target};
        }
        if (state.items.isEmpty() && checkpoint.state != CheckpointState::Waived)
            state.tail = m_onlyThisPage ? tr("– nothing is missing on this page") : QString();
    }
    Q_UNUSED(snapshot)
    m_strip->setState(state);
}

void PageBase::setPrimary(Button* button)
{
    m_primary = button;
    for (Button* each : std::as_const(m_buttons)) {
        if (each->role() != ButtonRole::Danger)
            each->setRole(each == button ? ButtonRole::Primary : ButtonRole::Plain);
    }
    if (button && button->role() != ButtonRole::Primary)
        button->setRole(ButtonRole::Primary);
    updateNext();
}

bool PageBase::hasPrimary() const
{
    return m_primary && m_primary->isEnabled();
}

void PageBase::retranslate() {}

void PageBase::refresh(const Snapshot&) {}

void PageBase::focusItem(const QString&, Id) {}

void PageBase::refreshNow()
{
    const SnapshotPtr snapshot = m_context.snapshot(); // kept alive while the page reads it
    refresh(*snapshot);
    updateStrip(*snapshot);
    updateNext();
}

void PageBase::showError(const Error& error)
{
    const QString sentence = words().say(error);
    const QString remedy = words().remedy(QString::fromStdString(error.code), paramsToJson(error.params));
    const bool transient = error.severity == Severity::Transient || error.severity == Severity::Item;
    m_message->showMessage(transient ? Look::ToFix : Look::Failed, sentence,
                           sentence.contains(remedy) ? QString() : remedy, QString::fromStdString(error.detail));
}

int PageBase::nextId() const
{
    return m_id == PageId::Monitoring ? -1 : static_cast<int>(m_id) + 1;
}

QList<QWidget*> PageBase::areas() const
{
    QList<QWidget*> areas;
    for (QWidget* area : {m_actionRow, m_listArea, m_detailsArea, static_cast<QWidget*>(m_strip)}) {
        if (area && area->isVisible())
            areas << area;
    }
    return areas;
}

void PageBase::fitToSize()
{
    if (m_splitter) {
        const bool upright = width() > 0 && width() + 56 < 900;
        const Qt::Orientation wanted = upright ? Qt::Vertical : Qt::Horizontal;
        // A narrow window takes from the details first: the list's first column is what one looks for.
        const bool narrow = !upright && window()->width() < 1100;
        if (!upright && narrow != m_narrow) {
            const int room = m_splitter->width() - m_splitter->handleWidth();
            const int details = narrow ? 256 : 304;
            if (room > 2 * details)
                m_splitter->setSizes({room - details, details});
            m_narrow = narrow;
        }
        if (m_splitter->orientation() != wanted) {
            m_splitter->setOrientation(wanted);
            m_detailsArea->setMaximumWidth(upright ? QWIDGETSIZE_MAX : 400);
            m_splitter->setSizes(upright ? QList<int>{200, 160} : QList<int>{672, 304});
            m_work->setMinimumHeight(upright ? 360 : 200);
        }
    }
}

void PageBase::changeEvent(QEvent* event)
{
    QWizardPage::changeEvent(event);
}

void PageBase::resizeEvent(QResizeEvent* event)
{
    QWizardPage::resizeEvent(event);
    fitToSize();
}

void PageBase::showEvent(QShowEvent* event)
{
    QWizardPage::showEvent(event);
    fitToSize();
}

} // namespace bascule::ui
