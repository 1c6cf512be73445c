// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QProgressBar;

namespace bascule::ui {

class Button;
class IconLabel;
class LinkButton;
class TextLabel;

/// What the bar under the rail shows.
struct WorkView
{
    bool running = false;
    QString title = {};     ///< of the oldest running job, or "No work running"
    double part = -1;       ///< 0…1; negative: unknown, no bar
    QStringList lines = {}; ///< three at most, 9 pt: what, how fast, how long; idle: the last work and its result
    bool stalled = false;   ///< the last line in warn
    bool cancelling = false;
    qint64 id = 0;      ///< given back by cancelAsked
    QString held = {};  ///< what holds it back, in warn, on as many lines as it takes; empty: nothing
    QString speed = {}; ///< how fast it may go, to be pressed for another speed; empty: it has no speed
    bool operator==(const WorkView&) const = default;
};

/// 116 px: title, cancel, progress, what, how fast, how long. The bar never goes backwards for one id.
class RunningWorkBar : public QFrame
{
    Q_OBJECT
public:
    explicit RunningWorkBar(QWidget* parent = nullptr);
    void setView(const WorkView& view);
    const WorkView& view() const { return m_view; }
    void setNarrow(bool narrow);

Q_SIGNALS:
    void cancelAsked(qint64 id);
    /// Another speed is wanted: open the menu there.
    void speedAsked(const QPoint& at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showView();

    WorkView m_view;
    bool m_narrow = false;
    TextLabel* m_title;
    Button* m_cancel;
    QProgressBar* m_bar;
    QList<TextLabel*> m_lines;
    TextLabel* m_held;
    LinkButton* m_speed;
};

} // namespace bascule::ui
