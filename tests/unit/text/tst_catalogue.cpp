// SPDX-License-Identifier: GPL-3.0-or-later
// Every code that core can say is in the catalogue, once, with placeholders that exist.
#include "core/text/Catalogue.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;

class TestCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void codesAreUnique();
    void placeholdersHaveKnownFormats();
    void pluralsAreMarkedAsPlurals();
    void everyCodeInCoreIsSaid();
};

void TestCatalogue::codesAreUnique()
{
    QSet<QString> seen;
    for (const text::Entry* entry : text::allEntries()) {
        const QString code = QString::fromUtf8(entry->code);
        QVERIFY2(!seen.contains(code), entry->code);
        QVERIFY2(QByteArrayView(entry->english).size() > 0, entry->code);
        seen.insert(code);
    }
    QVERIFY(seen.size() > 150);
}

void TestCatalogue::placeholdersHaveKnownFormats()
{
    static const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
    static const QRegularExpression good(
        u"^[a-zA-Z][a-zA-Z0-9]*(:(bytes|number|duration|seconds|date|time|datetime|percent|path|code|enum))?$"_s);
    for (const text::Entry* entry : text::allEntries()) {
        for (const char* sentence : {entry->english, entry->remedy}) {
            if (!sentence)
                continue;
            auto matches = placeholder.globalMatch(QString::fromUtf8(sentence));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                QVERIFY2(good.match(name).hasMatch(), qPrintable(QString::fromUtf8(entry->code) + u": "_s + name));
            }
        }
    }
}

namespace {

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sources(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, {u"*.cpp"_s, u"*.h"_s, u"*.inl"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files += it.next();
    files.sort();
    return files;
}

/// Comments out, so that a code in prose is not taken for one in use.
QString withoutComments(QString code)
{
    static const QRegularExpression line(u"(?<!:)//[^\\n]*"_s);
    static const QRegularExpression block(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    return code.replace(block, QString()).replace(line, QString());
}

QSet<QString> evidenceKinds(const QString& coreFolder)
{
    static const QRegularExpression literal(u"\"([a-z-]+\\.[a-z.-]+)\""_s);
    QSet<QString> kinds;
    auto matches = literal.globalMatch(withoutComments(contents(coreFolder + u"/project/Ledger.h"_s)));
    while (matches.hasNext())
        kinds.insert(matches.next().captured(1));
    return kinds;
}

/// "cutover.condition-go" is completed by a role: all of its completions are in the catalogue.
bool beginsAKnownCode(const QString& code)
{
    for (const text::Entry* entry : text::allEntries()) {
        if (QString::fromUtf8(entry->code).startsWith(code + u'-'))
            return true;
    }
    return false;
}

} // namespace

void TestCatalogue::pluralsAreMarkedAsPlurals()
{
    static const QRegularExpression unmarked(u"QT_TRANSLATE_NOOP\\(\\s*\"Text\",(\\s*\"[^\"]*\")*?\\s*\"[^\"]*%n"_s);
    for (const QString& file : sources(QStringLiteral(BASCULE_SOURCE_DIR "/core/text/tables"))) {
        const auto match = unmarked.match(contents(file));
        QVERIFY2(!match.hasMatch(), qPrintable(file + u": "_s + match.captured(0)));
    }
}

void TestCatalogue::everyCodeInCoreIsSaid()
{
    const QString core = QStringLiteral(BASCULE_SOURCE_DIR "/core");
    const QSet<QString> kinds = evidenceKinds(core);
    QSet<QString> families;
    for (const text::Entry* entry : text::allEntries())
        families.insert(QString::fromUtf8(entry->code).section(u'.', 0, 0));
    static const QRegularExpression literal(u"(\\bmakeError\\(\\s*|\\bItem\\{\\s*u?|\\bError\\{\\s*u?|u?)"
                                            "\"([a-z][a-z-]*\\.[a-z][a-z-]*(?:\\.[a-z][a-z-]*)*)\""_s);
    QMap<QString, QString> unknown;
    int used = 0;
    for (const QString& file : sources(core)) {
        if (file.startsWith(core + u"/text/"_s) || file.endsWith(u"/project/Ledger.h"_s))
            continue;
        auto matches = literal.globalMatch(withoutComments(contents(file)));
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString code = match.captured(2);
            const bool surely = match.captured(1).size() > 1;
            // Elsewhere a dotted literal is a code when the catalogue has its family; "config.php" and the like are
            // not.
            // Names of files, evidence that is named where it is made, and beginnings that are completed elsewhere.
            if (code.endsWith(u".bascule"_s) || code.endsWith(u".txt"_s) || code.endsWith(u".json"_s) ||
                code == u"server.checked"_s || code.endsWith(u'-') || beginsAKnownCode(code) ||
                (!surely && (!families.contains(code.section(u'.', 0, 0)) || kinds.contains(code))))
                continue;
            ++used;
            if (!text::Phrasebook::knows(code))
                unknown.insert(code, QDir(core).relativeFilePath(file));
        }
    }
    QStringList said;
    for (auto it = unknown.cbegin(); it != unknown.cend(); ++it)
        said += it.key() + u" ("_s + it.value() + u')';
    QVERIFY2(unknown.isEmpty(), qPrintable(u"Not in the catalogue: "_s + said.join(u", "_s)));
    QVERIFY(used > 20);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
