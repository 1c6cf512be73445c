// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/BoardWindow.h"

#include "ui/board/BoardTable.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/MessageLine.h"
#include "ui/wizard/AppContext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr std::array columnWidths{176, 176, 192, 192, 152, 344};
/// Below these French headers and words would be cut in two.
constexpr std::array leastWidths{160, 140, 166, 140, 132, 200};

/// The next date, with a line at its left.
class WhenBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, 0, 1, height()), Theme::instance().color(Token::Line));
    }
};

} // namespace

BoardWindow::BoardWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
{
    make();
    retranslate();
}

BoardWindow::BoardWindow(AppContext& context, QWidget* parent)
    : BoardWindow(parent)
{
    m_context = &context;
    const auto follow = [this] { setView(makeBoardView(*m_context)); };
    connect(&context, &AppContext::snapshotChanged, this, follow);
    connect(&context, &AppContext::languageChanged, this, [this, follow] {
        retranslate();
        follow();
    });
    connect(&context, &AppContext::errorRaised, this, [this](const Error& error) {
        m_message->showMessage(Look::Failed, m_context->text().say(error), {}, QString::fromStdString(error.detail));
    });
    follow();
}

void BoardWindow::make()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    resize(1280, 720);
    m_question = new TextLabel(FontRole::Body, Token::Muted, this);
    m_icon = new IconLabel({}, Token::Muted, 28, this);
    m_answer = new TextLabel(FontRole::Figure, Token::Text, this);
    m_why = new TextLabel(FontRole::Body, Token::Muted, this);
    m_nextTitle = new TextLabel(FontRole::Body, Token::Muted, this);
    m_next = new TextLabel(FontRole::DetailsTitle, Token::Text, this);
    m_nextFact = new TextLabel(FontRole::Body, Token::Muted, this);
    m_foot = new TextLabel(FontRole::Caption, Token::Muted, this);
    m_message = new MessageLine(this);
    m_when = new WhenBox(this);
    m_export = new Button({}, ButtonRole::Plain, this);
    m_close = new Button({}, ButtonRole::Plain, this);
    m_table = new QTableView(this);
    m_model = new BoardModel(this);
    for (TextLabel* label : {m_answer, m_why, m_next, m_nextFact, m_foot})
        label->setWordWrap(true);
    m_answer->setMinimumHeight(40);
    m_question->setMinimumHeight(20);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 0);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_question);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_icon);
    line->addWidget(m_answer, 1);
    words->addLayout(line);
    words->addWidget(m_why);
    words->addStretch(1);
    top->addLayout(words, 1);
    auto* when = new QVBoxLayout(m_when);
    when->setContentsMargins(13, 0, 0, 0);
    when->setSpacing(0);
    when->addWidget(m_nextTitle);
    m_nextTitle->setMinimumHeight(20);
    m_next->setMinimumHeight(32);
    when->addWidget(m_next);
    when->addWidget(m_nextFact);
    when->addStretch(1);
    m_when->setFixedWidth(344);
    m_when->setMinimumHeight(88);
    top->addWidget(m_when);
    layout->addLayout(top);
    layout->addSpacing(12);
    layout->addWidget(m_message);
    layout->addSpacing(8);
    layout->addWidget(m_table, 1000);
    layout->addStretch(1); // what the rows leave is below them
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 15, 0, 15);
    foot->setSpacing(8);
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_export);
    foot->addWidget(m_close);
    layout->addLayout(foot);

    m_table->setModel(m_model);
    m_table->setItemDelegate(new BoardDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setCornerButtonEnabled(false);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setFixedHeight(Theme::instance().rowHeight(32));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setObjectName(u"boardHeader"_s);
    style()->unpolish(m_table->horizontalHeader()); // the stylesheet knows the header by its new name
    style()->polish(m_table->horizontalHeader());
    FocusRing::attach(m_table);
    setFocusPolicy(Qt::ClickFocus);
    m_export->hide();
    m_table->viewport()->installEventFilter(this);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, &BoardWindow::copy);
    connect(&Theme::instance(), &Theme::changed, this, &BoardWindow::fit);
}

void BoardWindow::setView(const BoardView& view)
{
    m_view = view;
    m_icon->setIcon(iconOf(view.look), tokenOf(view.look));
    m_answer->setText(view.answer);
    m_answer->setAccessibleName(u"%1 %2"_s.arg(m_question->text(), view.answer));
    m_why->setText(view.why);
    m_nextTitle->setText(view.nextTitle);
    m_next->setText(view.next);
    m_next->setVisible(!view.next.isEmpty());
    m_nextFact->setText(view.nextFact);
    m_foot->setText(view.foot);
    m_model->setRows(view.rows);
    m_model->wordsChanged();
    fit();
}

void BoardWindow::setProjectName(const QString& name)
{
    m_project = name;
    setWindowTitle(name.isEmpty() ? tr("Checkpoints (read only)") : tr("%1 – Checkpoints (read only)").arg(name));
}

void BoardWindow::setExport(std::function<void()> act)
{
    m_export->setVisible(bool(act));
    m_export->disconnect(this);
    if (act)
        connect(m_export, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
}

void BoardWindow::showMessage(Look look, const QString& title, const QString& text)
{
    m_message->showMessage(look, title, text);
}

void BoardWindow::retranslate()
{
    m_question->setText(tr("Can we go?"));
    m_export->setText(tr("Export report…"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("The five checkpoints"));
    m_model->wordsChanged();
    setProjectName(m_project);
}

/// Columns by their shares of the width, but never too narrow for their words: then the table scrolls sideways. Rows as
/// high as their words, 88 at least.
void BoardWindow::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    int total = 0;
    for (const int width : columnWidths)
        total += width;
    const int room = std::max(m_table->viewport()->width(), 940);
    const double share = double(room) / total;
    int used = 0;
    for (int i = 0; i < int(columnWidths.size()); ++i) {
        const bool last = i + 1 == int(columnWidths.size());
        const int width =
            last ? room - used : std::max(leastWidths[std::size_t(i)], qRound(columnWidths[std::size_t(i)] * share));
        m_table->setColumnWidth(i, width);
        used += width;
    }
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        int tall = 88;
        for (int column = 0; column < BoardModel::ColumnCount; ++column)
            tall = std::max(tall, BoardDelegate::heightFor(m_model->index(row, column), m_table->columnWidth(column)));
        m_table->setRowHeight(row, tall);
        height += tall;
    }
    // The frame ends with the last row; what is left stays window-coloured.
    m_table->setMaximumHeight(height + m_table->horizontalHeader()->height() + 2 +
                              (m_table->horizontalScrollBar()->isVisible() ? 12 : 0));
    m_when->setFixedWidth(width() < 900 ? 240 : 344);
    m_fitting = false;
}

void BoardWindow::copy()
{
    QStringList lines;
    for (const BoardRow& row : std::as_const(m_view.rows)) {
        lines << QStringList{row.title, row.risk, row.impact, row.control, wordOf(row.look), row.fact, row.missing}
                     .join(u'\t');
    }
    QGuiApplication::clipboard()->setText(m_view.answer + u'\n' + lines.join(u'\n'));
}

void BoardWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BoardWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool BoardWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

void BoardWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    setFocus(Qt::OtherFocusReason); // no ring before somebody walks by keyboard
    fit();
}

} // namespace bascule::ui
