// SPDX-License-Identifier: GPL-3.0-or-later
// bascule [PROJECT] [--board] [--language fr|en] [--theme light|dark]
#include "ui/board/BoardWindow.h"
#include "ui/board/ExportReport.h"
#include "ui/theme/Theme.h"
#include "ui/wizard/AppContext.h"
#include "ui/wizard/BasculeWizard.h"
#include "ui/wizard/PageFactory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QSettings>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

struct Wishes
{
    QString project;
    bool board = false;
    Language language = Language::English;
    ThemeMode theme = ThemeMode::Auto;
};

Language languageOf(const QString& code)
{
    return code.startsWith("fr"_L1, Qt::CaseInsensitive) ? Language::French : Language::English;
}

/// What the command line asks for, else what was chosen in the window, else what the system says.
Wishes readWishes(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Walks you through the migration of a server, and shows which risks are still open."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"project"_s, QCoreApplication::translate("main", "A project file (.bascule) to open."), u"[PROJECT]"_s);
    const QCommandLineOption board(
        u"board"_s, QCoreApplication::translate("main", "Show the checkpoints only, read only, for managers."));
    const QCommandLineOption language(
        u"language"_s, QCoreApplication::translate("main", "Language of the window: fr or en."), u"fr|en"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("main", "Colours: light or dark."),
                                   u"light|dark"_s);
    parser.addOptions({board, language, theme});
    parser.process(application);
    const auto refuse = [&](const QString& words) {
        std::fprintf(stderr, "%s\n", qPrintable(words));
        std::exit(2);
    };

    Wishes wishes;
    const QSettings settings;
    wishes.project = parser.positionalArguments().value(0);
    wishes.board = parser.isSet(board);
    QString code = parser.value(language);
    if (!code.isEmpty() && code != "fr"_L1 && code != "en"_L1)
        refuse(QCoreApplication::translate("main", "--language is fr or en."));
    if (code.isEmpty())
        code = settings.value(u"language"_s, QLocale::system().name()).toString();
    wishes.language = languageOf(code);
    const QString colours = parser.value(theme);
    if (!colours.isEmpty() && colours != "light"_L1 && colours != "dark"_L1)
        refuse(QCoreApplication::translate("main", "--theme is light or dark."));
    if (colours.isEmpty())
        wishes.theme = static_cast<ThemeMode>(std::clamp(settings.value(u"theme"_s, 0).toInt(), 0, 2));
    else
        wishes.theme = colours == "dark"_L1 ? ThemeMode::Dark : ThemeMode::Light;
    if (wishes.board && wishes.project.isEmpty())
        refuse(QCoreApplication::translate("main", "--board needs a project file."));
    return wishes;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"bascule"_s);
    QApplication::setOrganizationName(u"bascule"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(BASCULE_VERSION));
    QApplication::setDesktopFileName(u"bascule"_s);
    const Wishes wishes = readWishes(application);
    Theme::instance().apply(application);
    Theme::instance().setMode(wishes.theme);
    QApplication::setWindowIcon(Theme::instance().icon(u"bascule"_s, Token::Accent));

    const SystemClock clock;
    AppContext context(clock, wishes.language);
    std::unique_ptr<QWidget> window;
    if (wishes.board) {
        auto board = std::make_unique<BoardWindow>(context);
        QObject::connect(&context, &AppContext::snapshotChanged, board.get(),
                         [&context, shown = board.get()] { shown->setProjectName(context.snapshot()->project.name); });
        enableExport(*board, context);
        window = std::move(board);
    } else {
        auto wizard = std::make_unique<BasculeWizard>(context, makePage);
        QObject::connect(wizard.get(), &BasculeWizard::left, &application, &QCoreApplication::quit);
        QObject::connect(wizard.get(), &BasculeWizard::boardOpened, &context,
                         [&context](BoardWindow* board) { enableExport(*board, context); });
        window = std::move(wizard);
    }
    window->show();
    if (!wishes.project.isEmpty())
        context.openProject(wishes.project, wishes.board ? OpenMode::ReadOnly : OpenMode::ReadWrite);
    const int code = QApplication::exec();
    window.reset(); // before the context it reads from
    return code;
}
