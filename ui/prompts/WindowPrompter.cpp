// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/WindowPrompter.h"

#include "ui/prompts/SshDialogs.h"

#include <QApplication>
#include <QPointer>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace bascule::ui {

namespace {

/// One question on its way: the job waits on it, the dialog answers it.
struct Question
{
    bascule::Prompt prompt;
    std::mutex mutex;
    std::condition_variable ready;
    bool answered = false;
    Answer answer;
    QPointer<QDialog> dialog; ///< GUI thread only

    void settle(Answer given)
    {
        const std::lock_guard lock(mutex);
        if (answered)
            return;
        answered = true;
        answer = std::move(given);
        ready.notify_all();
    }
};

/// On the GUI thread.
void show(const std::shared_ptr<Question>& question, QObject* context)
{
    QWidget* parent =
        QApplication::activeModalWidget() ? QApplication::activeModalWidget() : QApplication::activeWindow();
    if (!parent) {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->isWindow() && !parent)
                parent = widget;
        }
    }
    QDialog* dialog = nullptr;
    if (question->prompt.kind == bascule::Prompt::Kind::HostKey) {
        dialog = new HostKeyDialog(parent, question->prompt);
        QObject::connect(dialog, &QDialog::accepted, context, [question] { question->settle(Answer::given()); });
    } else {
        auto* secret = new SecretDialog(parent, question->prompt);
        dialog = secret;
        QObject::connect(dialog, &QDialog::accepted, context, [question, secret] {
            Answer answer = Answer::given(secret->take());
            answer.keep = secret->keep();
            question->settle(std::move(answer));
        });
    }
    QObject::connect(dialog, &QDialog::rejected, context, [question] { question->settle(Answer::refused()); });
    // However else it goes, e.g. with its window: nobody waits for ever.
    QObject::connect(dialog, &QObject::destroyed, context, [question] { question->settle(Answer::refused()); });
    question->dialog = dialog;
    dialog->open();
}

} // namespace

struct WindowPrompter::Shared
{
    std::mutex mutex;
    QObject* window = nullptr; ///< under the mutex; null once it is gone
};

WindowPrompter::WindowPrompter(QObject* window)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->window = window;
    QObject::connect(window, &QObject::destroyed, qApp, [shared = m_shared] {
        const std::lock_guard lock(shared->mutex);
        shared->window = nullptr;
    });
}

WindowPrompter::~WindowPrompter() = default;

Answer WindowPrompter::ask(const bascule::Prompt& prompt, std::stop_token stop)
{
    const auto question = std::make_shared<Question>();
    question->prompt = prompt;
    {
        const std::lock_guard lock(m_shared->mutex);
        QObject* window = m_shared->window;
        if (!window)
            return Answer::nobodyThere();
        QMetaObject::invokeMethod(
            window, [question, window] { show(question, window); }, Qt::QueuedConnection);
    }
    std::unique_lock lock(question->mutex);
    while (!question->answered) {
        question->ready.wait_for(lock, std::chrono::milliseconds(100));
        const bool given = question->answered;
        lock.unlock();
        bool gone = false;
        if (!given) {
            const std::lock_guard shared(m_shared->mutex);
            gone = !m_shared->window;
            if (!gone && stop.stop_requested()) {
                QMetaObject::invokeMethod(
                    m_shared->window,
                    [question] {
                        if (question->dialog)
                            question->dialog->reject();
                    },
                    Qt::QueuedConnection);
            }
        }
        if (!given && (gone || stop.stop_requested()))
            return Answer::refused();
        lock.lock();
    }
    return std::move(question->answer);
}

} // namespace bascule::ui
