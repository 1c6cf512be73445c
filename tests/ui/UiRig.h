// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Demo.h"
#include "ui/board/BoardWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/DetailsPanel.h"
#include "ui/widgets/ListPanel.h"
#include "ui/wizard/AppContext.h"
#include "ui/wizard/BasculeWizard.h"
#include "ui/wizard/PageBase.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace bascule::ui {

/// The real window over a folder of its own, and hands to work it: mouse, keyboard, dialogs, pictures. Nothing here
/// reaches behind the widgets but the snapshot, to compare with.
class UiRig
{
public:
    /// `secrets`: where passwords are kept if somebody says so; the desktop's keyring unless given.
    explicit UiRig(Language language, std::shared_ptr<SecretStore> secrets = {});
    ~UiRig();

    AppContext& context() { return *m_context; }
    BasculeWizard& wizard() { return *m_wizard; }
    const Snapshot& snapshot() const { return *m_context->snapshot(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Seeds the demo's three servers, small.
    Result<DemoPlaces> seed(double size);

    /// A small demo in `folder`, prepared up to the go by the jobs themselves, for tests that share one.
    static Result<DemoPlaces> prepare(const QTemporaryDir& folder, const Clock& clock);

    /// Goes to a page by the rail's shortcut.
    void go(PageId page);
    PageBase* page() const { return m_wizard->currentPageBase(); }
    ListPanel* list() const { return page()->findChild<ListPanel*>(); }
    DetailsPanel* details() const { return page()->findChild<DetailsPanel*>(); }

    /// Presses a button of the page in front by its name; false when it is not there or off.
    bool press(const QString& button);
    /// A button or a link in the details, by its id or the start of it.
    bool pressDetail(const QString& id);
    /// A link in the details, by its words.
    bool pressLink(const QString& words);
    /// The button of the empty state in sight.
    bool pressEmpty();
    /// Chooses in a combo box of the details by typing.
    bool chooseDetail(const QString& field, const QString& value);
    bool checkDetail(const QString& field, bool on);
    /// Selects a row.
    bool select(const QString& kind, Id id);

    /// The dialog in front, or null.
    QDialog* dialog() const;
    /// Fills a field of the form in front.
    bool fill(const QString& field, const QString& value);
    /// Fills the person and the reason of a decision in front, as far as it asks.
    bool decide(const QString& person, const QString& reason = {});
    /// Presses the dialog's verb; false when it is off.
    bool verb();

    /// Waits until no job runs and the page has caught up. False when it takes longer.
    bool idle(int milliseconds = 120'000);
    bool waitFor(const std::function<bool()>& condition, int milliseconds = 20'000);
    /// What the message line of the page says, for failures.
    QString complaint() const;

    /// Saves pictures of the page in front in light and dark.
    void shoot(const QString& name);
    void shootInBoth(const QString& name); ///< in French and in English
    void shootBoard(const QString& name = QStringLiteral("board"));
    /// The dialog in front.
    void shootDialog(const QString& name);
    static QString pictureFolder();
    static QSize wantedSize();
    static QString sizeSuffix();
    static QString languageCode(Language language) { return enumName(language); }

private:
    void save(QWidget* widget, const QString& name) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<BasculeWizard> m_wizard;
};

} // namespace bascule::ui
