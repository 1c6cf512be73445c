// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Catalogue.h"

#include <QTest>

using namespace bascule;
using namespace Qt::StringLiterals;
using text::Phrasebook;

class TestPhrasebook : public QObject
{
    Q_OBJECT

private slots:
    void init() { qputenv("TZ", "Europe/Paris"); }

    void numbersAndSizes_data();
    void numbersAndSizes();
    void durations_data();
    void durations();
    void clocks();
    void datesAndTimes();
    void timeLeft();
    void listsAndQuotes();
    void unknownCodeShows();
    void bracesInValuesStayInert();
    void controlCharactersAreEscaped();
    void errorNamesItsSubjectAndTheWayOut();
    void nestedCodesAndEnums();
    void pluralsWithoutACatalogue();
    void everyWordIsThere();
    void missingParamStaysVisible();
};

void TestPhrasebook::numbersAndSizes_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("french");
    QTest::addColumn<QString>("english");
    QTest::newRow("bytes") << qint64(512) << u"512\u00a0o"_s << u"512\u00a0B"_s;
    QTest::newRow("kilo") << qint64(1'800) << u"1,8\u00a0ko"_s << u"1.8\u00a0kB"_s;
    QTest::newRow("one decimal") << qint64(113'500'000'000) << u"113,5\u00a0Go"_s << u"113.5\u00a0GB"_s;
    QTest::newRow("no needless decimal") << qint64(186'000'000'000) << u"186\u00a0Go"_s << u"186\u00a0GB"_s;
    QTest::newRow("no decimal above 200") << qint64(212'400'000) << u"212\u00a0Mo"_s << u"212\u00a0MB"_s;
    QTest::newRow("rounds up a unit") << qint64(999'999) << u"1\u00a0Mo"_s << u"1\u00a0MB"_s;
    QTest::newRow("none") << qint64(0) << u"0\u00a0o"_s << u"0\u00a0B"_s;
}

void TestPhrasebook::numbersAndSizes()
{
    QFETCH(qint64, value);
    QTEST(Phrasebook(Language::French).bytes(value), "french");
    QTEST(Phrasebook(Language::English).bytes(value), "english");
    QCOMPARE(Phrasebook(Language::French).number(12'345), u"12\u202f345"_s);
    QCOMPARE(Phrasebook(Language::English).number(12'345), u"12,345"_s);
    QCOMPARE(Phrasebook(Language::French).percent(99.95), u"99,95\u00a0%"_s);
    QCOMPARE(Phrasebook(Language::English).percent(60), u"60%"_s);
}

void TestPhrasebook::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("french");
    QTest::newRow("milliseconds") << qint64(40) << u"40 ms"_s;
    QTest::newRow("under a second") << qint64(400) << u"0,4 s"_s;
    QTest::newRow("seconds") << qint64(12'000) << u"12 s"_s;
    QTest::newRow("minute and seconds") << qint64(72'000) << u"1 min 12 s"_s;
    QTest::newRow("minutes") << qint64(38 * 60'000) << u"38 min"_s;
    QTest::newRow("almost an hour") << qint64(3'599'900) << u"1 h"_s;
    QTest::newRow("hours and minutes") << qint64(72 * 60'000) << u"1 h 12 min"_s;
    QTest::newRow("hours") << qint64(4 * 3'600'000) << u"4 h"_s;
    QTest::newRow("many hours") << qint64(50 * 3'600'000) << u"50 h"_s;
}

void TestPhrasebook::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, french);
    QCOMPARE(Phrasebook(Language::French).duration(ms), french.replace(u' ', QChar(0x00a0)));
}

void TestPhrasebook::clocks()
{
    const Phrasebook words(Language::English);
    QCOMPARE(words.clock(680'000), u"11:20"_s);
    QCOMPARE(words.clock(4'000), u"0:04"_s);
    QCOMPARE(words.clock(3'723'000), u"1:02:03"_s);
}

void TestPhrasebook::datesAndTimes()
{
    const QDateTime cutover(QDate(2026, 12, 6), QTime(3, 0), Qt::UTC); // 04:00 in Paris
    const Phrasebook french(Language::French);
    QCOMPARE(french.date(cutover), u"6 décembre 2026"_s);
    QCOMPARE(french.time(cutover), u"4\u00a0h\u00a000"_s);
    QCOMPARE(french.dateTime(cutover), u"6 décembre 2026 à 4\u00a0h\u00a000"_s);
    QCOMPARE(french.weekdayDate(cutover), u"Dimanche 6 décembre"_s);
    QCOMPARE(french.shortDate(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)), u"23 nov."_s);
    QCOMPARE(french.date(QDateTime(QDate(2026, 12, 1), QTime(12, 0), Qt::UTC)), u"1er décembre 2026"_s);
    const Phrasebook english(Language::English);
    QCOMPARE(english.date(cutover), u"6 December 2026"_s);
    QCOMPARE(english.time(cutover), u"04:00"_s);
    QCOMPARE(english.dateTime(cutover), u"6 December 2026, 04:00"_s);
    QCOMPARE(english.weekdayDate(cutover), u"Sunday 6 December"_s);
    QCOMPARE(english.shortDate(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)), u"23 Nov"_s);
    QCOMPARE(english.date({}), u"never"_s);
}

void TestPhrasebook::timeLeft()
{
    const Phrasebook words(Language::English);
    QCOMPARE(words.eta({}, {}), u"measuring"_s);
    QCOMPARE(words.eta(20, 50), u"less than a minute"_s);
    QCOMPARE(words.eta(780, 790), u"about 13\u00a0min"_s);
    QCOMPARE(words.eta(600, 840), u"10 to 14 min"_s);
    QCOMPARE(words.eta(3 * 3600 + 120, 3 * 3600 + 300), u"about 3\u00a0h"_s);
}

void TestPhrasebook::listsAndQuotes()
{
    const Phrasebook english(Language::English);
    QCOMPARE(english.list({}), QString());
    QCOMPARE(english.list({u"a"_s}), u"a"_s);
    QCOMPARE(english.list({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    QCOMPARE(english.quoted(u"shop"_s), u"“shop”"_s);
    QCOMPARE(Phrasebook(Language::French).quoted(u"shop"_s), u"«\u00a0shop\u00a0»"_s);
}

void TestPhrasebook::unknownCodeShows()
{
    QVERIFY(!Phrasebook::knows(u"no.such-code"_s));
    QCOMPARE(Phrasebook(Language::English).say(u"no.such-code"_s), u"<no.such-code>"_s);
}

void TestPhrasebook::bracesInValuesStayInert()
{
    const Phrasebook words(Language::English);
    QCOMPARE(words.say(u"list.and"_s, {{u"first"_s, u"{last} %n"_s}, {u"last"_s, u"b"_s}}), u"{last} %n and b"_s);
}

void TestPhrasebook::controlCharactersAreEscaped()
{
    const Phrasebook words(Language::English);
    const QString said = words.say(makeError("path.missing", u"a\nb\x1b[31m"_s));
    QVERIFY2(said.contains(u"a\\x0ab\\x1b[31m"_s), qPrintable(said));
}

void TestPhrasebook::errorNamesItsSubjectAndTheWayOut()
{
    const Phrasebook words(Language::English);
    QCOMPARE(words.say(makeError("project.newer", u"x.bascule"_s, {{"schema", 9}, {"known", 1}})),
             u"The project file “x.bascule” was made by a newer Bascule (schema 9, this one knows 1) and was not "
             "changed. Open it with that newer Bascule."_s);
}

void TestPhrasebook::nestedCodesAndEnums()
{
    const Phrasebook words(Language::English);
    // {time:duration} inside, said through a code.
    QCOMPARE(words.eta(61, 62), u"about 1\u00a0min"_s);
    QCOMPARE(words.word(CheckpointState::InProgress), u"In progress"_s);
    QCOMPARE(words.word(ReadState::NotABackup), u"Not a backup"_s);
}

void TestPhrasebook::pluralsWithoutACatalogue()
{
    const Phrasebook words(Language::English);
    QCOMPARE(words.say(u"duration.days"_s, {{u"count"_s, 1}}), u"1 day"_s);
    QCOMPARE(words.say(u"duration.days"_s, {{u"count"_s, 7}}), u"7 days"_s);
}

namespace {

template <class E>
void checkWords(const Phrasebook& words)
{
    for (std::size_t i = 0; i < EnumNames<E>::names.size(); ++i) {
        const QString word = words.word(static_cast<E>(i));
        QVERIFY2(!word.startsWith(u'<') && !word.isEmpty(), qPrintable(word));
    }
}

} // namespace

void TestPhrasebook::everyWordIsThere()
{
    const Phrasebook words(Language::English);
    checkWords<CheckpointState>(words);
    checkWords<AssetKind>(words);
    checkWords<FindingSeverity>(words);
    checkWords<DependencyState>(words);
    checkWords<ReadState>(words);
    checkWords<RestoreState>(words);
    checkWords<StepState>(words);
    checkWords<ScenarioKind>(words);
    checkWords<ScenarioState>(words);
    checkWords<CheckState>(words);
    checkWords<ServerRole>(words);
    checkWords<PersonRole>(words);
    checkWords<RunKind>(words);
    checkWords<RunState>(words);
    for (std::size_t i = 0; i < EnumNames<PageId>::names.size(); ++i)
        QVERIFY(!words.pageTitle(static_cast<PageId>(i)).startsWith(u'<'));
    for (std::size_t i = 0; i < EnumNames<Step>::names.size(); ++i) {
        const Phrasebook::Row row = words.row(static_cast<Step>(i));
        for (const QString& cell : {row.title, row.risk, row.impact, row.control})
            QVERIFY(!cell.startsWith(u'<') && !cell.isEmpty());
    }
}

void TestPhrasebook::missingParamStaysVisible()
{
    QCOMPARE(Phrasebook(Language::English).say(u"list.and"_s, {{u"first"_s, u"a"_s}}), u"a and {last}"_s);
}

QTEST_GUILESS_MAIN(TestPhrasebook)
#include "tst_phrasebook.moc"
