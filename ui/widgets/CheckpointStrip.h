// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/Checkpoint.h"
#include "ui/theme/StateLook.h"

#include <QFrame>

class QHBoxLayout;

namespace bascule::ui {

class TextLabel;
class IconLabel;

/// One thing on line 2: a link when it has a target, else plain text.
struct StripItem
{
    QString text = {};
    std::optional<Target> target = {};
    bool operator==(const StripItem& other) const;
};

struct StripState
{
    Look look = Look::NotStarted;
    QString word = {}; ///< the state's word if empty
    QString name = {}; ///< the checkpoint's, bold
    QString tail = {}; ///< behind the name, muted: "– still missing:"
    QList<StripItem> items = {};
    bool operator==(const StripState&) const = default;
};

/// The foot of a page: 60 px, a 4 px state bar, line 1 state · name – tail, line 2 what is missing as links. Items that
/// do not fit are counted ("and 3 more") in a link that opens the rest as a menu.
class CheckpointStrip : public QFrame
{
    Q_OBJECT
public:
    explicit CheckpointStrip(QWidget* parent = nullptr);
    void setState(const StripState& state);
    const StripState& state() const { return m_state; }

Q_SIGNALS:
    void linkActivated(const bascule::Target& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void layOutItems();

    StripState m_state;
    IconLabel* m_icon;
    TextLabel *m_word, *m_dot, *m_name, *m_tail;
    QWidget* m_line2;
    bool m_building = false;
};

} // namespace bascule::ui
