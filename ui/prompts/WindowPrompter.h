// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/Prompter.h"

#include <QObject>

#include <memory>

namespace bascule::ui {

/// Puts the prompts of jobs to the person at the window: a dialog on the GUI thread, while the job's thread waits. The
/// GUI thread itself never does. Made on the GUI thread; once `window` is gone there is nobody to ask.
class WindowPrompter final : public Prompter
{
public:
    /// `window`: lives on the GUI thread; dialogs come up while it lives.
    explicit WindowPrompter(QObject* window);
    ~WindowPrompter() override;
    Answer ask(const bascule::Prompt& prompt, std::stop_token stop) override;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace bascule::ui
