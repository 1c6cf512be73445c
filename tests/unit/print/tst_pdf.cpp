// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/reports/ReportFixture.h"
#include "ui/print/PdfReport.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace bascule;
using namespace Qt::StringLiterals;

class PdfTest : public QObject
{
    Q_OBJECT

private slots:
    void printsOffTheGuiThread_data()
    {
        QTest::addColumn<bool>("french");
        QTest::newRow("fr") << true;
        QTest::newRow("en") << false;
    }
    void printsOffTheGuiThread()
    {
        QFETCH(bool, french);
        const Language language = french ? Language::French : Language::English;
        QTemporaryDir dir;
        FixedClock clock(bascule::test::utc("2026-12-07T10:00:00Z"));
        Project project;
        project.name = u"Maison Delorme"_s;
        auto store = ProjectStore::create(dir.filePath(u"firm.bascule"_s), project, clock);
        QVERIFY(store);
        const QString path = dir.filePath(u"report.pdf"_s);
        const Outcome outcome = std::async(std::launch::async, [&] {
                                    Progress progress;
                                    JobContext context{store.value().get(), clock, {}, progress};
                                    return PdfReportJob(path, language).run(context);
                                }).get();
        QCOMPARE(outcome.kind, Outcome::Kind::Succeeded);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(store.value()->snapshot()->lastEvidence(evidence::ReportMade));
    }

    void breaksIntoA4Pages()
    {
        Snapshot snapshot = bascule::test::fullSnapshot(u"Maison Delorme"_s);
        for (Id id = 10; id < 200; ++id) {
            Asset asset = snapshot.assets.front();
            asset.id = id;
            asset.name = u"partage %1"_s.arg(id);
            snapshot.assets.push_back(asset);
        }
        const auto now = bascule::test::utc("2026-12-07T10:00:00Z");
        const auto pdf = reportPdf(snapshot, text::Phrasebook(Language::French), now);
        QVERIFY(pdf);
        static const QRegularExpression page(u"/Type\\s*/Page\\b(?!s)"_s),
            a4(u"/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]"_s);
        const QString text = QString::fromLatin1(pdf.value());
        QVERIFY(text.count(page) >= 6);
        QVERIFY(text.contains(a4));
        if (const QString keep = qEnvironmentVariable("BASCULE_KEEP_PDF"); !keep.isEmpty()) {
            for (const Language language : {Language::French, Language::English}) {
                QFile file(keep + (language == Language::French ? u"/report-fr.pdf"_s : u"/report-en.pdf"_s));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(reportPdf(bascule::test::fullSnapshot(u"Maison Delorme"_s), text::Phrasebook(language), now)
                               .value());
            }
        }
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        const auto pdf = reportPdf(bascule::test::fullSnapshot(u"x"_s), text::Phrasebook(Language::English),
                                   bascule::test::utc("2026-12-07T10:00:00Z"), source.get_token());
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, std::string("cancelled"));
    }
};

QTEST_MAIN(PdfTest)
#include "tst_pdf.moc"
