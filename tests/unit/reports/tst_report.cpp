// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Report.h"
#include "tests/unit/reports/ReportFixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace bascule;
using namespace Qt::StringLiterals;
using bascule::test::fullSnapshot;

namespace {

const QDateTime now = bascule::test::utc("2026-12-07T10:00:00Z");

/// Codes that the catalogue did not know come back in angle quotes.
QStringList unknownCodes(const QString& html)
{
    static const QRegularExpression marker(u"(&lt;|⟨|<)([a-z][a-z-]*\\.[a-z0-9.-]+)(&gt;|⟩|>)"_s);
    QStringList found;
    for (auto match = marker.globalMatch(html); match.hasNext();)
        found.append(match.next().captured(2));
    return found;
}

/// Placeholders that nobody filled.
QStringList openPlaceholders(const QString& html)
{
    static const QRegularExpression hole(u"\\{[a-zA-Z0-9]+(:[a-z]+)?\\}|%n"_s);
    const QString text = QString(html).remove(
        QRegularExpression(u"<style>.*</style>"_s, QRegularExpression::DotMatchesEverythingOption));
    QStringList found;
    for (auto match = hole.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    return found;
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void saysEverythingInBothLanguages_data()
    {
        QTest::addColumn<bool>("french");
        QTest::addColumn<bool>("print");
        QTest::newRow("fr") << true << false;
        QTest::newRow("en") << false << false;
        QTest::newRow("fr, print") << true << true;
        QTest::newRow("en, print") << false << true;
    }
    void saysEverythingInBothLanguages()
    {
        QFETCH(bool, french);
        QFETCH(bool, print);
        const text::Phrasebook words(french ? Language::French : Language::English);
        for (const Snapshot& snapshot : {fullSnapshot(u"Maison Delorme"_s), Snapshot()}) {
            const QString html = print ? reportPrintHtml(snapshot, words, now) : reportHtml(snapshot, words, now);
            QVERIFY2(unknownCodes(html).isEmpty(), qPrintable(unknownCodes(html).join(u' ')));
            QCOMPARE(openPlaceholders(html), QStringList());
            for (const Step step :
                 {Step::Inventory, Step::Backups, Step::Rehearsal, Step::Planning, Step::Monitoring}) {
                const auto row = words.row(step);
                for (const QString& cell : {row.title, row.risk, row.control})
                    QVERIFY2(QString(html).remove(u'\u200b').contains(cell.toHtmlEscaped()), qPrintable(cell));
            }
        }
    }

    void namesItsLanguage()
    {
        const Snapshot snapshot = fullSnapshot(u"Maison Delorme"_s);
        QVERIFY(reportHtml(snapshot, text::Phrasebook(Language::French), now).contains(u"<html lang=\"fr\">"_s));
        QVERIFY(reportHtml(snapshot, text::Phrasebook(Language::English), now).contains(u"<html lang=\"en\">"_s));
    }

    void hostileNamesAreInert_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("image") << u"<img src=x onerror=alert(1)>.txt"_s;
        QTest::newRow("script") << u"</td></table><script>alert(1)</script>"_s;
        QTest::newRow("attribute") << u"\" onmouseover=\"alert(1)"_s;
        QTest::newRow("entity") << u"&lt;b&gt; &amp; '"_s;
        QTest::newRow("style") << u"</style><link rel=stylesheet href=http://evil.test/x.css>"_s;
        QTest::newRow("control") << u"a\x1b[31mb\nc\u202Ed"_s;
        QTest::newRow("placeholder") << u"{name} %n %1 {at:datetime}"_s;
    }
    void hostileNamesAreInert()
    {
        QFETCH(QString, name);
        const Snapshot snapshot = fullSnapshot(name);
        const text::Phrasebook words(Language::English);
        for (const QString& html : {reportHtml(snapshot, words, now), reportPrintHtml(snapshot, words, now)}) {
            // Nothing that came from a name is an element or an attribute.
            static const QRegularExpression element(u"<\\s*(script|link|img src=x|iframe|object|b>)"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
            const QString shown = QString(html).remove(u"<b>"_s).remove(u"<b "_s);
            QVERIFY2(!shown.contains(element), qPrintable(element.match(shown).captured()));
            static const QRegularExpression attribute(u"<[a-z][^<>]*\\bon[a-z]+\\s*="_s);
            QVERIFY(!html.contains(attribute));
            for (const QChar c : html)
                QVERIFY2(c == u'\n' || c.unicode() >= 0x20,
                         qPrintable(u"a control character: "_s + html.mid(html.indexOf(c) - 80, 120)));
            QVERIFY(!html.contains(QChar(0x202e)));
        }
    }

    void loadsNothing()
    {
        const QString html = reportHtml(fullSnapshot(u"Maison Delorme"_s), text::Phrasebook(Language::French), now);
        static const QRegularExpression load(
            u"(src\\s*=|href\\s*=\\s*[\"'](?!#)|url\\s*\\(|@import|<script|<link|<iframe|<object|<embed)"_s,
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(!html.contains(load), qPrintable(load.match(html).captured()));
        QVERIFY(html.contains(u"default-src 'none'"_s));
    }

    void isWellFormed()
    {
        // Void elements aside, what we write closes: so that no browser has to guess.
        QString html = reportHtml(fullSnapshot(u"A & <B>"_s), text::Phrasebook(Language::French), now);
        html.replace(QRegularExpression(u"<(meta|col )([^>]*)>"_s), u"<\\1\\2/>"_s);
        html.remove(u"<!DOCTYPE html>"_s);
        QXmlStreamReader reader(html);
        int sections = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"section")
                ++sections;
        }
        QVERIFY2(!reader.hasError(),
                 qPrintable(reader.errorString() + u" at line "_s + QString::number(reader.lineNumber())));
        QCOMPARE(sections, 15);
    }

    void everyIconIsDrawn()
    {
        for (const QString& name : stateIconNames()) {
            QXmlStreamReader reader(stateIconSvg(name));
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(name));
        }
        QVERIFY(stateIconSvg(u"../../etc/passwd"_s).isEmpty());
    }

    void writesWholeFiles()
    {
        QTemporaryDir dir;
        FixedClock clock(now);
        Project project;
        project.name = u"Maison Delorme"_s;
        const QString file = dir.filePath(u"firm.bascule"_s);
        auto store = ProjectStore::create(file, project, clock);
        QVERIFY(store);
        const auto run = [&](const QString& path, std::stop_token stop = {}) {
            Progress progress;
            JobContext context{store.value().get(), clock, stop, progress};
            return ReportJob(path, Language::French).run(context);
        };
        const QString path = dir.filePath(u"rapport été.html"_s);
        QCOMPARE(run(path).kind, Outcome::Kind::Succeeded);
        QFile report(path);
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().endsWith("</html>\n"));
        QVERIFY(store.value()->snapshot()->lastEvidence(evidence::ReportMade));
        // Nowhere to write: nothing in the ledger, nothing left behind.
        const auto lines = store.value()->snapshot()->evidence.size();
        const Outcome nowhere = run(dir.filePath(u"nowhere/x.html"_s));
        QCOMPARE(nowhere.kind, Outcome::Kind::Failed);
        QCOMPARE(nowhere.error->code, std::string("path.missing"));
        // The project is no place for its report.
        const Outcome itself = run(file);
        QCOMPARE(itself.error->code, std::string("report.is-project"));
        std::stop_source source;
        source.request_stop();
        QCOMPARE(run(dir.filePath(u"late.html"_s), source.get_token()).kind, Outcome::Kind::Cancelled);
        QCOMPARE(store.value()->snapshot()->evidence.size(), lines);
        QVERIFY(!QFile::exists(dir.filePath(u"late.html"_s)));
        for (const QString& name : QDir(dir.path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY2(name.startsWith(u"firm.bascule"_s) || name == u"rapport été.html"_s, qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
