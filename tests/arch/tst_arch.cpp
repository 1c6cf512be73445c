// SPDX-License-Identifier: GPL-3.0-or-later
// The house's rules that a compiler does not check: the arrows, the link lines, the GUI thread's manners, the licence.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString top = QStringLiteral(BASCULE_SOURCE_DIR);

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Sources below a folder, relative to the top.
QStringList sources(const QString& folder)
{
    QStringList list;
    QDirIterator at(top + u'/' + folder, {u"*.h"_s, u"*.cpp"_s, u"*.inl"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (at.hasNext())
        list.append(at.next().mid(top.size() + 1));
    list.sort();
    return list;
}

QStringList includes(const QString& text)
{
    static const QRegularExpression line(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    QStringList list;
    for (auto match = line.globalMatch(text); match.hasNext();)
        list.append(match.next().captured(1));
    return list;
}

/// Rooms of core and the rooms each links, from core/CMakeLists.txt, with what those link in turn.
QMap<QString, QSet<QString>> rooms()
{
    static const QRegularExpression line(u"bascule_room\\((\\w+) LIBS ([^)]*)\\)"_s);
    QMap<QString, QSet<QString>> links;
    for (auto match = line.globalMatch(contents(top + u"/core/CMakeLists.txt"_s)); match.hasNext();) {
        const auto found = match.next();
        QSet<QString> below{found.captured(1)};
        for (const QString& lib : found.captured(2).split(u' ', Qt::SkipEmptyParts)) {
            if (lib == "bascule_engine"_L1)
                below.insert(u"engine"_s);
            else if (lib.startsWith("core_"_L1))
                below.unite(links.value(lib.mid(5)));
        }
        links.insert(found.captured(1), below);
    }
    return links;
}

} // namespace

class ArchTest : public QObject
{
    Q_OBJECT

private slots:
    void theEngineKnowsNoQt()
    {
        const QStringList files = sources(u"core/engine"_s);
        QVERIFY(files.size() > 10);
        for (const QString& file : files) {
            for (const QString& name : includes(contents(top + u'/' + file))) {
                QVERIFY2(!name.startsWith(u'Q'), qPrintable(file + u" includes "_s + name));
                QVERIFY2(!name.contains(u'/') || name.startsWith("core/engine/"_L1) || name.startsWith("sys/"_L1) ||
                             name.startsWith("linux/"_L1) || name.startsWith("posix"_L1) ||
                             name.startsWith("acl/"_L1) || name.startsWith("net/"_L1) ||
                             name.startsWith("netinet/"_L1) || name.startsWith("arpa/"_L1) ||
                             name.startsWith("nlohmann/"_L1) || name.startsWith("nettle/"_L1),
                         qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void coreKnowsNeitherWindowNorProgram()
    {
        static const QRegularExpression gui(u"^Q(t(Gui|Widgets|Charts|Svg)|Widget|Dialog|Wizard|Label|(Gui)?"
                                            u"Application$|Painter|Pixmap|Image|Icon|Font|"
                                            "Color|Palette|TextDocument|PdfWriter|Action|Menu|Window)"_s);
        for (const QString& file : sources(u"core"_s)) {
            for (const QString& name : includes(contents(top + u'/' + file))) {
                QVERIFY2(!name.startsWith("ui/"_L1) && !name.startsWith("app/"_L1), qPrintable(file + u": "_s + name));
                QVERIFY2(!gui.match(name).hasMatch(), qPrintable(file + u": "_s + name));
            }
        }
        static const QRegularExpression comments(u"#[^\n]*"_s);
        const QString links = contents(top + u"/core/CMakeLists.txt"_s).remove(comments);
        for (const char* library : {"Qt6::Gui", "Qt6::Widgets", "Qt6::Charts", "bascule_ui", "bascule_print"})
            QVERIFY2(!links.contains(QLatin1String(library)), library);
    }

    void theWindowKnowsNoProgram()
    {
        for (const QString& file : sources(u"ui"_s)) {
            for (const QString& name : includes(contents(top + u'/' + file)))
                QVERIFY2(!name.startsWith("app/"_L1), qPrintable(file + u": "_s + name));
        }
    }

    /// A room includes only rooms that its library links.
    void roomsKeepTheirOrder()
    {
        const auto order = rooms();
        QVERIFY(order.size() > 12);
        for (const QString& file : sources(u"core"_s)) {
            const QString room = file.section(u'/', 1, 1);
            if (room == "engine"_L1)
                continue;
            QVERIFY2(order.contains(room), qPrintable(room + u" is no room in core/CMakeLists.txt"_s));
            for (const QString& name : includes(contents(top + u'/' + file))) {
                if (!name.startsWith("core/"_L1))
                    continue;
                const QString other = name.section(u'/', 1, 1);
                QVERIFY2(order[room].contains(other), qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void theGuiThreadNeverWaits()
    {
        static const QRegularExpression waits(
            u"QEventLoop|processEvents|waitFor(Finished|Started|ReadyRead|Connected|Done)"
            "|[.>]exec\\(|[.>]terminate\\(|QThread::(m?sleep|usleep)|->wait\\("_s);
        for (const QString& file : sources(u"ui"_s)) {
            QString text = contents(top + u'/' + file);
            // PDF is made on a job's thread, where a text layout needs an event dispatcher that never runs.
            if (file.startsWith("ui/print/"_L1))
                text.remove(u"QEventLoop"_s);
            const auto match = waits.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(file + u": "_s + match.captured()));
        }
        for (const QString& folder : {u"core"_s, u"app"_s}) {
            for (const QString& file : sources(folder)) {
                const QString text = contents(top + u'/' + file);
                QVERIFY2(!text.contains("terminate("_L1), qPrintable(file));
                QVERIFY2(!text.contains("start(u\"/bin/sh"_L1) && !text.contains("start(u\"sh\""_L1) &&
                             !text.contains("std::system("_L1),
                         qPrintable(file));
            }
        }
    }

    /// Pages learn the truth from the store, and never from a job or from each other.
    void pagesDoNotKnowEachOther()
    {
        for (const QString& file : sources(u"ui/pages"_s)) {
            const QString own = file.section(u'/', -1).section(u'.', 0, 0);
            const QString stem = QString(own).remove(QRegularExpression(u"(Page|Controller).*$"_s));
            for (const QString& name : includes(contents(top + u'/' + file))) {
                static const QRegularExpression page(u"^ui/pages/(\\w+)Page\\.h$"_s);
                const auto match = page.match(name);
                if (match.hasMatch() && own != "PageFactory"_L1)
                    QVERIFY2(match.captured(1) == stem, qPrintable(file + u" includes "_s + name));
            }
        }
    }

    void everyFileSaysItsLicence()
    {
        for (const QString& folder : {u"app"_s, u"ui"_s, u"core"_s, u"tests"_s}) {
            for (const QString& file : sources(folder)) {
                const QString first = contents(top + u'/' + file).section(u'\n', 0, 0);
                QVERIFY2(first.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1), qPrintable(file));
            }
        }
    }

    void filesStayShort()
    {
        for (const QString& folder : {u"app"_s, u"ui"_s, u"core"_s}) {
            for (const QString& file : sources(folder)) {
                const qsizetype lines = contents(top + u'/' + file).count(u'\n');
                QVERIFY2(lines <= 600, qPrintable(file + u": %1 lines"_s.arg(lines)));
            }
        }
    }

    void filesAreFormatted()
    {
        QStringList files;
        for (const QString& folder : {u"app"_s, u"ui"_s, u"core"_s, u"tests"_s})
            files += sources(folder);
        QProcess format;
        format.setWorkingDirectory(top);
        format.start(u"clang-format"_s, QStringList{u"--dry-run"_s, u"-Werror"_s} + files);
        QVERIFY2(format.waitForStarted(), "clang-format is missing");
        QVERIFY(format.waitForFinished(300'000));
        QVERIFY2(format.exitCode() == 0, format.readAllStandardError().left(2000).constData());
    }
};

QTEST_GUILESS_MAIN(ArchTest)
#include "tst_arch.moc"
