// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BeforeAfterChart.h"

#include "ui/widgets/Buttons.h"

#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

/// A round value at or above, of the kind 1, 2, 5 times a power of ten, and half of which is round too.
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= step * power * 1.0001)
            return step * power;
    }
    return 10 * power;
}

/// Decimals that tell the axis' marks (0, half, top) apart.
int decimalsFor(double top)
{
    const double half = top / 2;
    for (int decimals = 0; decimals < 6; ++decimals) {
        const double scaled = half * std::pow(10, decimals);
        if (scaled >= 1 && std::abs(scaled - std::round(scaled)) < 1e-6)
            return decimals;
    }
    return 6;
}

QLineSeries* lineOf(const QList<ChartPoint>& points, const QPen& pen, QObject* parent)
{
    auto* line = new QLineSeries(parent);
    line->setPen(pen);
    for (const ChartPoint& point : points)
        line->append(double(point.at.toMSecsSinceEpoch()), point.value);
    return line;
}

} // namespace

BeforeAfterChart::BeforeAfterChart(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(FontRole::CaptionBold, Token::Muted, this))
    , m_verdict(new TextLabel(FontRole::Body, Token::Text, this))
    , m_view(new QChartView(this))
    , m_before(new TextLabel(FontRole::Caption, Token::Muted, m_view))
    , m_after(new TextLabel(FontRole::Caption, Token::Accent, m_view))
    , m_cutover(new TextLabel(FontRole::Caption, Token::Text, m_view))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableWidget(this))
    , m_switch(new LinkButton(QString(), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_switch);
    layout->addLayout(head);
    layout->addWidget(m_verdict);
    layout->addWidget(m_stack, 1);
    for (TextLabel* name : {m_before, m_after, m_cutover}) {
        name->setAutoFillBackground(true);
        name->setBackgroundRole(QPalette::Base);
    }
    m_title->setElide(Qt::ElideRight);
    m_verdict->setWordWrap(true);
    m_switch->setCaption(true);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(100);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        m_stack->setCurrentIndex(1 - m_stack->currentIndex());
        fillTable();
        retranslate();
    });
    connect(&Theme::instance(), &Theme::changed, this, &BeforeAfterChart::build);
    build();
}

void BeforeAfterChart::setModel(const ChartModel& model)
{
    if (model == m_model)
        return;
    m_model = model;
    build();
}

void BeforeAfterChart::retranslate()
{
    m_switch->setText(m_stack->currentIndex() == 0 ? tr("As a table") : tr("As a chart"));
    m_switch->updateGeometry();
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("When"), m_model.unit});
    m_table->setAccessibleName(m_model.title);
    m_view->setAccessibleName(u"%1. %2"_s.arg(m_model.title, m_model.verdict));
}

void BeforeAfterChart::fillTable()
{
    if (m_stack->currentIndex() != 1)
        return; // thousands of cells nobody looks at
    const QLocale locale;
    m_table->setColumnCount(3);
    m_table->setRowCount(int(m_model.before.size() + m_model.after.size()));
    int row = 0;
    const auto add = [&](const ChartPoint& point, const QString& when) {
        m_table->setItem(row, 0, new QTableWidgetItem(locale.toString(point.at.toLocalTime(), QLocale::ShortFormat)));
        m_table->setItem(row, 1, new QTableWidgetItem(when));
        auto* value = new QTableWidgetItem(locale.toString(point.value, 'f', point.value < 10 ? 2 : 1));
        value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row++, 2, value);
    };
    for (const ChartPoint& point : std::as_const(m_model.before))
        add(point, m_model.beforeName);
    for (const ChartPoint& point : std::as_const(m_model.after))
        add(point, m_model.afterName);
}

void BeforeAfterChart::build()
{
    const Theme& theme = Theme::instance();
    m_title->setText(m_model.title);
    m_verdict->setText(m_model.verdict);
    m_verdict->setVisible(!m_model.verdict.isEmpty());
    fillTable();
    retranslate();

    auto* chart = new QChart;
    chart->legend()->hide();
    chart->setLocale(QLocale());
    chart->setLocalizeNumbers(true);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundBrush(theme.color(Token::Base));
    chart->setBackgroundRoundness(0);
    chart->setMargins(QMargins(4, 8, 8, 4));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    double top = m_model.p95;
    QDateTime first;
    QDateTime last;
    for (const auto* list : {&m_model.before, &m_model.after}) {
        for (const ChartPoint& point : *list) {
            top = std::max(top, point.value);
            first = first.isValid() ? std::min(first, point.at) : point.at;
            last = last.isValid() ? std::max(last, point.at) : point.at;
        }
    }
    if (!first.isValid()) {
        first = QDateTime::currentDateTimeUtc().addSecs(-3600);
        last = first.addSecs(3600);
    }
    if (first == last)
        last = first.addSecs(60);
    auto* x = new QDateTimeAxis(chart);
    const qint64 seconds = first.secsTo(last);
    // Four marks within a few minutes would else bear the same words.
    x->setFormat(seconds > 2 * 86400 ? u"d/M"_s : seconds > 10 * 60 ? u"HH:mm"_s : u"HH:mm:ss"_s);
    x->setRange(first, last);
    x->setTickCount(seconds < 3 ? 2 : 4);
    auto* y = new QValueAxis(chart);
    const double ceiling = top > 0 ? roundUp(top * 1.05) : 1;
    y->setRange(0, ceiling);
    y->setTickCount(3);
    y->setLabelFormat(u"%.%1f "_s.arg(decimalsFor(ceiling)) + QString(m_model.unit).replace(u'%', u"%%"_s));
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(x), static_cast<QAbstractAxis*>(y)}) {
        axis->setLabelsFont(theme.font(FontRole::Caption));
        axis->setLabelsColor(theme.color(Token::Muted));
        axis->setLinePenColor(theme.color(Token::Line));
        axis->setGridLineColor(theme.color(Token::Hair));
    }
    x->setGridLineVisible(false);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    const auto add = [&](QAbstractSeries* series) {
        chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    };
    if (m_model.p95 > 0) {
        auto* low = new QLineSeries(chart);
        auto* high = new QLineSeries(chart);
        for (const QDateTime& at : {first, last}) {
            low->append(double(at.toMSecsSinceEpoch()), m_model.p5);
            high->append(double(at.toMSecsSinceEpoch()), m_model.p95);
        }
        auto* band = new QAreaSeries(high, low);
        band->setPen(Qt::NoPen);
        band->setBrush(theme.color(Token::Hair));
        add(band);
    }
    if (m_model.cutover.isValid()) {
        auto* mark = new QLineSeries(chart);
        mark->setPen(QPen(theme.color(Token::Text), 1));
        mark->append(double(m_model.cutover.toMSecsSinceEpoch()), 0);
        mark->append(double(m_model.cutover.toMSecsSinceEpoch()), y->max());
        add(mark);
    }
    QPen dashed(theme.color(Token::Muted), 1.5);
    dashed.setDashPattern({4, 3});
    add(lineOf(m_model.before, dashed, chart));
    add(lineOf(m_model.after, QPen(theme.color(Token::Accent), 2), chart));
    QChart* old = m_view->chart();
    m_view->setChart(chart);
    m_view->setBackgroundBrush(theme.color(Token::Base));
    delete old;
    connect(chart, &QChart::plotAreaChanged, this, &BeforeAfterChart::placeNames);
    placeNames();
}

/// Names stand at their lines' ends, inside the plot, so that no legend is needed.
void BeforeAfterChart::placeNames()
{
    QChart* chart = m_view->chart();
    const QRectF plot = chart->plotArea();
    const auto place = [&](TextLabel* label, const QString& text, const QList<ChartPoint>& points) {
        label->setText(text);
        label->setVisible(!points.isEmpty() && !text.isEmpty() && plot.width() > 60);
        if (!label->isVisibleTo(m_view))
            return;
        label->adjustSize();
        const QPointF at = chart->mapToPosition(
            QPointF(double(points.last().at.toMSecsSinceEpoch()), points.last().value), chart->series().last());
        const int left =
            std::clamp(int(at.x()) - label->width() - 4, int(plot.left()), int(plot.right()) - label->width());
        label->move(
            left, std::clamp(int(at.y()) - label->height() - 2, int(plot.top()), int(plot.bottom()) - label->height()));
    };
    // The first line's name stands right of its end, where nothing is drawn yet; the last one's above.
    place(m_before, m_model.beforeName, m_model.before);
    if (m_before->isVisibleTo(m_view)) {
        const ChartPoint& end = m_model.before.last();
        const QPointF at =
            chart->mapToPosition(QPointF(double(end.at.toMSecsSinceEpoch()), end.value), chart->series().last());
        const int right = int(at.x()) + 6;
        if (right + m_before->width() < plot.right())
            m_before->move(right, std::clamp(int(at.y()) - m_before->height() / 2, int(plot.top()),
                                             int(plot.bottom()) - m_before->height()));
    }
    place(m_after, m_model.afterName, m_model.after);
    m_cutover->setText(m_model.cutoverName);
    m_cutover->setVisible(m_model.cutover.isValid() && !m_model.cutoverName.isEmpty());
    if (m_model.cutover.isValid()) {
        m_cutover->adjustSize();
        const QPointF at =
            chart->mapToPosition(QPointF(double(m_model.cutover.toMSecsSinceEpoch()), 0), chart->series().last());
        const bool right = at.x() + m_cutover->width() + 6 < plot.right();
        m_cutover->move(right ? int(at.x()) + 4 : int(at.x()) - m_cutover->width() - 4, int(plot.top()));
    }
}

void BeforeAfterChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeNames();
}

void BeforeAfterChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace bascule::ui
