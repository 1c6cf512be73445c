// SPDX-License-Identifier: GPL-3.0-or-later
// From argv to a verb: language, help, the application object.
#include "app/cli/TerminalPrompter.h"
#include "app/cli/Tr.h"
#include "app/cli/Verb.h"

#include "core/hosts/Keyring.h"
#include "core/hosts/KeyringPrompter.h"
#include "core/hosts/RememberingPrompter.h"
#include "core/hosts/SshConnection.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTranslator>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <langinfo.h>

namespace bascule::cli {

using namespace Qt::StringLiterals;

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> all = [] {
        std::vector<Verb> made;
        for (auto group :
             {demoVerbs, transferVerbs, projectVerbs, serverVerbs, inventoryVerbs, compatibilityVerbs, databaseVerbs,
              dependencyVerbs, backupVerbs, rehearsalVerbs, planningVerbs, cutoverVerbs, monitoringVerbs, boardVerbs}) {
            for (Verb& verb : group())
                made.push_back(std::move(verb));
        }
        return made;
    }();
    return all;
}

const std::vector<Option>& commonOptions()
{
    static const std::vector<Option> options{
        {"help", nullptr, QT_TRANSLATE_NOOP("Cli", "this help")},
        {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "print one JSON document on stdout and nothing else there")},
        {"language", "fr|en", QT_TRANSLATE_NOOP("Cli", "language of the words; the environment's, unless given")},
        {"yes", nullptr, QT_TRANSLATE_NOOP("Cli", "answer every question with yes")},
        {"password-fd", "N",
         QT_TRANSLATE_NOOP("Cli",
                           "servers over SSH: take passwords from this descriptor, one a line, in the order asked")},
        {"keyring", nullptr,
         QT_TRANSLATE_NOOP("Cli", "servers over SSH: take passwords from the system’s keyring, and keep there those "
                                  "that are typed")},
        {"host-key", "SHA256:…",
         QT_TRANSLATE_NOOP("Cli", "servers over SSH: accept this key of a server that is not known yet")},
    };
    return options;
}

namespace {

/// What --password-fd and --host-key ask for; nothing, with `exit` set, when they make no sense.
std::optional<TerminalPrompter::Wishes> wishesOf(const Arguments& args, const Console& console, int& exit)
{
    TerminalPrompter::Wishes wishes;
    wishes.hostKey = args.text("host-key");
    if (args.has("host-key") && !wishes.hostKey.startsWith("SHA256:"_L1)) {
        exit = console.usage(Tr::tr("The --host-key begins with “SHA256:”."));
        return {};
    }
    if (!args.has("password-fd"))
        return wishes;
    bool number = false;
    wishes.passwordFd = args.text("password-fd").toInt(&number);
    if (!number || wishes.passwordFd < 0 || ::fcntl(wishes.passwordFd, F_GETFD) < 0) {
        exit = console.usage(Tr::tr("“%1” is no open descriptor.").arg(args.text("password-fd")));
        return {};
    }
    // ssh and what it starts have no business with it.
    ::fcntl(wishes.passwordFd, F_SETFD, FD_CLOEXEC);
    return wishes;
}

/// Qt wants a UTF-8 locale and says so on stderr; bytes are UTF-8 here whatever the terminal's locale is called.
Language settleLocale()
{
    QByteArray language;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        language = qgetenv(name);
        if (!language.isEmpty())
            break;
    }
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") != 0) {
        qputenv("LC_ALL", "C.UTF-8");
        std::setlocale(LC_ALL, "");
    }
    return language.startsWith("fr") ? Language::French : Language::English;
}

/// Global options may stand before the verb; they are moved behind it.
void moveOptionsBehind(std::vector<QByteArray>& words)
{
    std::size_t first = 0;
    while (first < words.size() && words[first].startsWith("--"))
        first += words[first] == "--language" ? 2 : 1;
    if (first > 0 && first < words.size())
        std::rotate(words.begin(), words.begin() + std::ptrdiff_t(first), words.end());
}

/// `dependencies PROJECT confirm ID` reads better than it parses: the decision goes to the verb.
void moveDecision(std::vector<QByteArray>& words)
{
    if (words.size() > 2 && words[0] == "dependencies" && (words[2] == "confirm" || words[2] == "dismiss"))
        std::swap(words[1], words[2]);
}

/// The verb with the longest name that `words` begin with; its words are taken off.
const Verb* takeVerb(std::vector<QByteArray>& words)
{
    const Verb* best = nullptr;
    qsizetype taken = 0;
    for (const Verb& verb : verbs()) {
        const QList<QByteArray> name = QByteArray(verb.name).split(' ');
        if (name.size() <= taken || std::size_t(name.size()) > words.size() ||
            !std::equal(name.begin(), name.end(), words.begin()))
            continue;
        best = &verb;
        taken = name.size();
    }
    words.erase(words.begin(), words.begin() + taken);
    return best;
}

QString helpOfVerb(const Verb& verb)
{
    QString text =
        u"bascule-cli %1 %2"_s.arg(QString::fromUtf8(verb.name), QString::fromUtf8(verb.arguments)).trimmed() +
        u"\n\n"_s + Tr::tr(verb.help) + u"\n\n"_s;
    std::vector<Option> options = verb.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    for (const Option& option : options) {
        QString left = u"  --"_s + QLatin1String(option.name);
        if (option.value)
            left += u' ' + QString::fromUtf8(option.value);
        if (option.repeatable)
            left += u" …"_s;
        text += left.leftJustified(30) + u' ' + Tr::tr(option.help) + u'\n';
    }
    return text;
}

QString helpOfAll()
{
    QString text = Tr::tr("Bascule takes a server over to a new one, step by step, and proves each step.") + u"\n\n"_s;
    for (const Verb& verb : verbs()) {
        const QString call = u"  %1 %2"_s.arg(QString::fromUtf8(verb.name), QString::fromUtf8(verb.arguments));
        text += (call.size() > 44 ? call + u"\n"_s + QString(46, u' ') : call.leftJustified(46)) +
                Tr::tr(verb.help).section(u". "_s, 0, 0) + u'\n';
    }
    text += u'\n' + Tr::tr("PROJECT is a .bascule file. Every verb knows --help, --json, --language fr|en and --yes.") +
            u"\n\n"_s +
            Tr::tr("Exit: 0 done and good · 1 done and not good (a check failed, a difference found) · 2 usage · "
                   "3 cannot reach (missing, unreadable, not to be written) · 4 cancelled · 5 refused for safety · "
                   "6 internal error.") +
            u'\n';
    return text;
}

struct Translators
{
    QTranslator own, qt;
    explicit Translators(Language language)
    {
        const QString name = enumName(language);
        if (own.load(u":/i18n/bascule_"_s + name))
            QCoreApplication::installTranslator(&own);
        if (qt.load(u":/i18n/qtbase_"_s + name))
            QCoreApplication::installTranslator(&qt);
    }
};

/// What Qt remarks to programmers is not for who runs a verb; BASCULE_VERBOSE=1 shows it.
void onQtMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    static const bool verbose = qEnvironmentVariableIsSet("BASCULE_VERBOSE");
    if (!verbose && type != QtCriticalMsg && type != QtFatalMsg)
        return;
    const QByteArray line = displayPath(message.toUtf8()).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

void print(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

bool contains(const std::vector<QByteArray>& words, const char* word)
{
    const auto end = std::find(words.begin(), words.end(), QByteArray("--"));
    return std::find(words.begin(), end, QByteArray(word)) != end;
}

std::optional<Language> languageGiven(const std::vector<QByteArray>& words, bool& wrong)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        QByteArray value;
        if (words[i] == "--language" && i + 1 < words.size())
            value = words[i + 1];
        else if (words[i].startsWith("--language="))
            value = words[i].mid(11);
        else
            continue;
        Language language = Language::English;
        wrong = !enumFrom(QString::fromUtf8(value), language);
        return language;
    }
    return {};
}

int runVerb(const Verb& verb, const std::vector<QByteArray>& words, const Console& console, bool languageWasGiven)
{
    std::vector<Option> known = verb.options;
    known.insert(known.end(), commonOptions().begin(), commonOptions().end());
    Arguments args;
    if (const auto wrong = args.parse(words, known))
        return console.usage(*wrong);
    const auto count = int(args.positionals().size());
    if (count < verb.least || count > verb.most) {
        return console.usage(
            Tr::tr("It is “bascule-cli %1 %2”.").arg(QString::fromUtf8(verb.name), QString::fromUtf8(verb.arguments)));
    }
    int exit = Good;
    const auto wishes = wishesOf(args, console, exit);
    if (!wishes)
        return exit;
    const SystemClock clock;
    std::shared_ptr<Prompter> prompter = std::make_shared<TerminalPrompter>(console.words(), *wishes);
    if (args.has("keyring"))
        prompter =
            std::make_shared<KeyringPrompter>(prompter, std::make_shared<Keyring>(), [&console](const Error& error) {
                console.note(console.words().say(error));
            });
    prompter = std::make_shared<RememberingPrompter>(prompter, std::make_shared<RememberedSecrets>());
    // Closed when the verb is done: no connection outlives the command.
    const auto connections = std::make_shared<SshConnections>(prompter);
    return verb.run({args, console, console.words(), clock, languageWasGiven, connections});
}

} // namespace

int run(int argc, char** argv)
{
    qInstallMessageHandler(onQtMessage);
    Language language = settleLocale();
    std::vector<QByteArray> words(argv + 1, argv + argc);
    bool wrongLanguage = false;
    const auto given = languageGiven(words, wrongLanguage);
    language = given.value_or(language);
    moveOptionsBehind(words);
    moveDecision(words);
    const std::vector<QByteArray> typed = words;
    const Verb* verb = takeVerb(words);

    int count = 1; // Qt's own options are not ours
    std::unique_ptr<QCoreApplication> application;
    if (verb && verb->drawsPages) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(count, argv);
    } else {
        application = std::make_unique<QCoreApplication>(count, argv);
    }
    QCoreApplication::setApplicationName(u"bascule"_s);
    const Translators translators(language);
    const text::Phrasebook phrasebook(language);
    const Console console(phrasebook, contains(words, "--json"));

    if (wrongLanguage)
        return console.usage(Tr::tr("The language is “fr” or “en”."));
    if (!verb) {
        if (typed.empty() || contains(typed, "--help") || typed.front() == "-h" || typed.front() == "help") {
            print(helpOfAll());
            return typed.empty() ? Usage : Good;
        }
        if (typed.front() == "--version") {
            print(u"bascule-cli "_s + QStringLiteral(BASCULE_VERSION) + u'\n');
            return Good;
        }
        return console.usage(Tr::tr("Unknown verb “%1”.").arg(displayPath(typed.front())));
    }
    if (contains(words, "--help") || contains(words, "-h")) {
        print(helpOfVerb(*verb));
        return Good;
    }
    return runVerb(*verb, words, console, given.has_value());
}

} // namespace bascule::cli
