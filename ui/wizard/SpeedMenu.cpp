// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/SpeedMenu.h"

#include "ui/widgets/Buttons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bascule::ui {

namespace {

constexpr qint64 kMegabyte = 1'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpeedMenu)
};

} // namespace

QString speedWords(const AppContext& context)
{
    const AppContext::Speed speed = context.speed();
    const QString limit = speed.bytesPerSecond > 0
                              ? Words::tr("at most %1").arg(context.text().rate(double(speed.bytesPerSecond)))
                              : Words::tr("no limit");
    return speed.polite ? Words::tr("%1, going easy").arg(limit) : limit;
}

void fillSpeedMenu(QMenu* menu, AppContext& context, QWidget* parent)
{
    const AppContext::Speed now = context.speed();
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, qint64 rate) {
        QAction* action = menu->addAction(text);
        action->setObjectName(u"speed-%1"_s.arg(rate));
        action->setCheckable(true);
        action->setChecked(rate == now.bytesPerSecond);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &context, [&context, rate] {
            context.setSpeed({rate, context.speed().polite});
        });
    };
    add(Words::tr("No limit"), 0);
    QList<qint64> rates{1 * kMegabyte, 5 * kMegabyte, 20 * kMegabyte, 50 * kMegabyte};
    if (now.bytesPerSecond > 0 && !rates.contains(now.bytesPerSecond))
        rates << now.bytesPerSecond;
    std::sort(rates.begin(), rates.end());
    for (const qint64 rate : std::as_const(rates))
        add(Words::tr("At most %1").arg(context.text().rate(double(rate))), rate);
    QAction* other = menu->addAction(Words::tr("Other…"));
    other->setObjectName(u"speed-other"_s);
    QObject::connect(other, &QAction::triggered, parent, [&context, parent] {
        auto* dialog = new SpeedDialog(parent, context.speed().bytesPerSecond);
        QObject::connect(dialog, &QDialog::accepted, &context, [&context, dialog] {
            context.setSpeed({dialog->bytesPerSecond(), context.speed().polite});
        });
        dialog->open();
    });
    menu->addSeparator();
    QAction* polite = menu->addAction(Words::tr("Go easy on the old server"));
    polite->setObjectName(u"speed-polite"_s);
    polite->setToolTip(Words::tr("Go slowly while it is busy: load, waiting programs, slow reads"));
    polite->setCheckable(true);
    polite->setChecked(now.polite);
    QObject::connect(polite, &QAction::toggled, &context, [&context](bool on) {
        context.setSpeed({context.speed().bytesPerSecond, on});
    });
    menu->setToolTipsVisible(true);
}

SpeedDialog::SpeedDialog(QWidget* parent, qint64 bytesPerSecond)
    : Prompt(parent)
    , m_speed(new QDoubleSpinBox(this))
{
    setSentence(tr("How fast may transfers go?"));
    setBody(tr("It holds at once for the transfer that runs, and for those that follow."));
    setVerb(tr("Set the speed"));
    const QString label = tr("At most, megabytes a second");
    addLabel(label)->setBuddy(m_speed);
    m_speed->setObjectName(u"speed"_s);
    m_speed->setAccessibleName(label);
    m_speed->setDecimals(1);
    m_speed->setRange(0.1, 100'000);
    m_speed->setValue(bytesPerSecond > 0 ? double(bytesPerSecond) / double(kMegabyte) : 10);
    fields()->addWidget(m_speed);
    check();
}

qint64 SpeedDialog::bytesPerSecond() const
{
    return qint64(m_speed->value() * double(kMegabyte) + 0.5);
}

} // namespace bascule::ui
