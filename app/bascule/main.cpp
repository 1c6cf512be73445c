// SPDX-License-Identifier: GPL-3.0-or-later
// bascule [PROJECT] [--board] [--language fr|en] [--theme light|dark]
#include "core/hosts/Askpass.h"
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
#include <QTranslator>

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

/// The language of the command line's own words: --language, else what was chosen in the window, else what the system
/// says. It is looked for before the parser is made, since the parser takes its words when it is made.
Language languageWish(const QStringList& arguments)
{
    QString code;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i].startsWith("--language="_L1))
            code = arguments[i].section(u'=', 1);
        else if (arguments[i] == "--language"_L1)
            code = arguments.value(i + 1);
    }
    if (code != "fr"_L1 && code != "en"_L1)
        code = QSettings().value(u"language"_s, QLocale::system().name()).toString();
    return languageOf(code);
}

/// What the command line asks for, else what was chosen in the window, else what the system says.
Wishes readWishes(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Walks you through the migration of a server, and shows which risks are still open."));
    // Qt's own two have no words in every language.
    const QCommandLineOption help({u"h"_s, u"help"_s}, QCoreApplication::translate("main", "Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, QCoreApplication::translate("main", "Show the version."));
    parser.addPositionalArgument(QCoreApplication::translate("main", "PROJECT"),
                                 QCoreApplication::translate("main", "A project file (.bascule) to open."),
                                 u'[' + QCoreApplication::translate("main", "PROJECT") + u']');
    const QCommandLineOption board(
        u"board"_s, QCoreApplication::translate("main", "Show the checkpoints only, read only, for managers."));
    const QCommandLineOption language(
        u"language"_s, QCoreApplication::translate("main", "Language of the window: fr or en."), u"fr|en"_s);
    const QCommandLineOption theme(u"theme"_s, QCoreApplication::translate("main", "Colours: light or dark."),
                                   u"light|dark"_s);
    parser.addOptions({help, version, board, language, theme});
    parser.process(application);
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();
    const auto refuse = [&](const QString& words) {
        std::fprintf(stderr, "%s\n", qPrintable(words));
        std::exit(2);
    };

    Wishes wishes;
    const QSettings settings;
    wishes.project = parser.positionalArguments().value(0);
    wishes.board = parser.isSet(board);
    const QString code = parser.value(language);
    if (!code.isEmpty() && code != "fr"_L1 && code != "en"_L1)
        refuse(QCoreApplication::translate("main", "--language is fr or en."));
    wishes.language = languageWish(application.arguments());
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
    if (const auto asked = askpassMain(argc, argv))
        return *asked;
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"bascule"_s);
    QApplication::setOrganizationName(u"bascule"_s);
    QApplication::setApplicationDisplayName({});
    QApplication::setApplicationVersion(QStringLiteral(BASCULE_VERSION));
    QApplication::setDesktopFileName(u"bascule"_s);
    QTranslator own, qt;
    if (languageWish(application.arguments()) == Language::French) {
        if (qt.load(u":/i18n/qtbase_fr.qm"_s))
            QApplication::installTranslator(&qt);
        if (own.load(u":/i18n/bascule_fr.qm"_s))
            QApplication::installTranslator(&own);
    }
    const Wishes wishes = readWishes(application);
    for (QTranslator* words : {&own, &qt})
        QApplication::removeTranslator(words); // the window has its own, and changes them
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
