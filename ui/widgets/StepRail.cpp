// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StepRail.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/FocusRing.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr int LookRole = Qt::UserRole + 1;
constexpr int OpenRole = Qt::UserRole + 2;

/// A row of the rail: icon on the joining line, name, open items; the current one has the page's fill and the bar.
class StepDelegate final : public QStyledItemDelegate
{
public:
    explicit StepDelegate(const StepRail* rail, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_rail(rail)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {40, Theme::instance().rowHeight(36)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::instance();
        const bool current = index.row() == m_rail->current();
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        const bool hover = option.state.testFlag(QStyle::State_MouseOver) && enabled;
        const QRect rect = option.rect;
        painter->save();
        painter->fillRect(rect, theme.color(current ? Token::Window : hover ? Token::Sel : Token::Rail));
        const int middle = rect.center().y();
        const int left = m_rail->isNarrow() ? rect.center().x() - 8 : rect.left() + 20;
        const QColor line = theme.color(Token::Line);
        if (index.row() > 0)
            painter->fillRect(QRect(left + 7, rect.top(), 2, rect.height() / 2 - 9), line);
        if (index.row() + 1 < index.model()->rowCount())
            painter->fillRect(QRect(left + 7, middle + 9, 2, rect.bottom() - middle - 8), line);
        if (current)
            painter->fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), theme.color(Token::Accent));
        const auto look = static_cast<Look>(index.data(LookRole).toInt());
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(left, middle - 7,
                            theme.pixmap(iconOf(look), enabled ? tokenOf(look) : Token::Off, 16, ratio));
        if (!m_rail->isNarrow())
            paintWords(painter, rect, index, current, enabled);
        if (option.state.testFlag(QStyle::State_HasFocus) && m_rail->list()->property("keyboard").toBool()) {
            painter->setPen(QPen(theme.color(Token::Accent), 2));
            painter->drawRect(rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    static void paintWords(QPainter* painter, const QRect& rect, const QModelIndex& index, bool current, bool enabled)
    {
        const Theme& theme = Theme::instance();
        QRect words = rect.adjusted(48, 0, -16, 0);
        const int open = index.data(OpenRole).toInt();
        if (open > 0) {
            painter->setFont(theme.font(FontRole::Caption));
            painter->setPen(theme.color(Token::Muted));
            painter->drawText(words, int(Qt::AlignRight | Qt::AlignVCenter), QString::number(open));
            words.setRight(words.right() - 8 - QFontMetrics(painter->font()).horizontalAdvance(QString::number(open)));
        }
        painter->setFont(theme.font(current ? FontRole::BodyBold : FontRole::Body));
        painter->setPen(theme.color(enabled ? Token::Text : Token::Off));
        const QString name =
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, words.width());
        painter->drawText(words, int(Qt::AlignLeft | Qt::AlignVCenter), name);
    }

    const StepRail* m_rail;
};

/// The list never selects by itself: the wizard says which step is current.
class StepList final : public QListView
{
public:
    using QListView::QListView;
    QSize sizeHint() const override
    {
        return {200, Theme::instance().rowHeight(36) * (model() ? model()->rowCount() : 10)};
    }
    QSize minimumSizeHint() const override { return {40, 72}; }

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        // The ring is for who walks by keyboard: a window that has just opened shows none.
        setProperty("keyboard", event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason);
        QListView::focusInEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        setProperty("keyboard", true);
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
            Q_EMIT activated(currentIndex());
        else
            QListView::keyPressEvent(event);
    }
};

/// Logo, project, servers, chevron: one button that opens the menu.
class RailHeader final : public QAbstractButton
{
public:
    explicit RailHeader(StepRail* rail)
        : QAbstractButton(rail)
        , m_rail(rail)
    {
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(std::max(64, 24 + 2 * QFontMetrics(Theme::instance().font(FontRole::Body)).height()));
    }

    QSize sizeHint() const override { return {200, height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        const qreal ratio = devicePixelRatioF();
        const bool narrow = m_rail->isNarrow();
        if (underMouse())
            painter.fillRect(rect(), theme.color(Token::Sel));
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
        painter.drawPixmap(narrow ? (width() - 24) / 2 : 20, 19, theme.pixmap(u"bascule"_s, Token::Accent, 24, ratio));
        if (!narrow) {
            const RailModel& model = m_rail->model();
            const int room = width() - 56 - 40;
            painter.drawPixmap(width() - 33, 22, theme.pixmap(u"down"_s, Token::Muted, 16, ratio));
            painter.setFont(theme.font(FontRole::BodyBold));
            painter.setPen(theme.color(Token::Text));
            const QFontMetrics bold(painter.font());
            const int top = model.servers.isEmpty() ? (height() - bold.height()) / 2 : 12;
            painter.drawText(QRect(56, top, room, std::max(20, bold.height())), int(Qt::AlignLeft | Qt::AlignVCenter),
                             bold.elidedText(model.project, Qt::ElideRight, room));
            painter.setFont(theme.font(FontRole::Caption));
            painter.setPen(theme.color(Token::Muted));
            const QFontMetrics small(painter.font());
            painter.drawText(QRect(56, 12 + std::max(20, bold.height()), room, std::max(16, small.height())),
                             int(Qt::AlignLeft | Qt::AlignVCenter),
                             small.elidedText(model.servers, Qt::ElideRight, room));
        }
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(Token::Accent), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -2));
        }
    }

private:
    const StepRail* m_rail;
};

/// "Checkpoints        1/5"
class BoardButton final : public QAbstractButton
{
public:
    explicit BoardButton(StepRail* rail)
        : QAbstractButton(rail)
        , m_rail(rail)
    {
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(Theme::instance().rowHeight(32));
    }

    QSize sizeHint() const override { return {160, height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool focus = hasFocus();
        painter.setPen(QPen(theme.color(focus ? Token::Accent : Token::Edge), focus ? 2 : 1));
        painter.setBrush(theme.color(!isEnabled() ? Token::Window : underMouse() ? Token::Sel : Token::Base));
        const qreal inset = focus ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
        const Token ink = isEnabled() ? Token::Text : Token::Off;
        const bool narrow = m_rail->isNarrow();
        const QPixmap icon = theme.pixmap(u"board"_s, ink, 16, devicePixelRatioF());
        painter.drawPixmap(narrow ? (width() - 16) / 2 : 11, (height() - 16) / 2, icon);
        if (narrow)
            return;
        const RailModel& model = m_rail->model();
        painter.setPen(theme.color(ink));
        painter.setFont(theme.font(FontRole::Body));
        painter.drawText(rect().adjusted(37, 0, -40, 0), int(Qt::AlignLeft | Qt::AlignVCenter), model.board);
        painter.setPen(theme.color(Token::Muted));
        painter.setFont(theme.font(FontRole::Caption));
        painter.drawText(rect().adjusted(0, 0, -11, 0), int(Qt::AlignRight | Qt::AlignVCenter), model.score);
    }

private:
    const StepRail* m_rail;
};

} // namespace

StepRail::StepRail(QWidget* parent)
    : QFrame(parent)
    , m_list(new StepList(this))
    , m_steps(new QStandardItemModel(this))
    , m_boardBox(new QWidget(this))
    , m_work(new RunningWorkBar(this))
{
    auto* header = new RailHeader(this);
    auto* board = new BoardButton(this);
    m_header = header;
    m_boardButton = board;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addSpacing(8);
    layout->addWidget(m_list, 1);
    auto* box = new QVBoxLayout(m_boardBox);
    box->setContentsMargins(16, 8, 16, 16);
    box->addWidget(m_boardButton);
    layout->addWidget(m_boardBox);
    layout->addWidget(m_work);

    m_list->setModel(m_steps);
    m_list->setItemDelegate(new StepDelegate(this, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAttribute(Qt::WA_MacShowFocusRect, false);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT stepChosen(index.row());
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(header, &QAbstractButton::clicked, this, &StepRail::menuAsked);
    connect(board, &QAbstractButton::clicked, this, &StepRail::boardAsked);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setFixedWidth(240);
    rename();
}

void StepRail::setModel(const RailModel& model)
{
    if (model == m_model)
        return;
    const bool sameCount = model.steps.size() == m_steps->rowCount();
    m_model = model;
    if (!sameCount) {
        m_steps->clear();
        for (qsizetype i = 0; i < model.steps.size(); ++i)
            m_steps->appendRow(new QStandardItem);
    }
    rename();
}

void StepRail::rename()
{
    for (int i = 0; i < int(m_model.steps.size()); ++i) {
        const RailStep& step = m_model.steps[i];
        QStandardItem* item = m_steps->item(i);
        const QString word = wordOf(step.look);
        item->setText(step.name);
        item->setData(int(step.look), LookRole);
        item->setData(step.open, OpenRole);
        item->setEnabled(step.enabled);
        QString spoken = tr("%1: %2").arg(step.name, word);
        if (step.open > 0)
            spoken = tr("%1, %n open", nullptr, step.open).arg(spoken);
        item->setData(spoken, Qt::AccessibleTextRole);
        item->setToolTip(plainToolTip(m_narrow ? spoken : word));
    }
    m_list->setAccessibleName(tr("Steps"));
    m_header->setAccessibleName(tr("Project menu: %1").arg(m_model.project));
    m_header->setToolTip(m_narrow ? plainToolTip(m_model.project + u'\n' + m_model.servers) : QString());
    const QString board = tr("%1, %2").arg(m_model.board, m_model.score);
    m_boardButton->setAccessibleName(board);
    m_boardButton->setToolTip(m_narrow ? plainToolTip(board) : QString());
    m_header->update();
    m_boardButton->update();
    m_list->viewport()->update();
}

void StepRail::setCurrent(int step)
{
    m_list->setCurrentIndex(m_steps->index(step, 0));
    setProperty("current", step);
    m_list->viewport()->update();
}

int StepRail::current() const
{
    // Not the list's current index: arrows move that one before a step is chosen.
    const QVariant current = property("current");
    return current.isValid() ? current.toInt() : -1;
}

void StepRail::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    setFixedWidth(narrow ? 56 : 240);
    const int side = narrow ? 8 : 16;
    m_boardBox->layout()->setContentsMargins(side, 8, side, 16);
    m_work->setNarrow(narrow);
    rename();
}

QSize StepRail::sizeHint() const
{
    return {m_narrow ? 56 : 240, 692};
}

void StepRail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Rail));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Line));
}

void StepRail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rename();
    QFrame::changeEvent(event);
}

} // namespace bascule::ui
