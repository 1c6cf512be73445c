// SPDX-License-Identifier: GPL-3.0-or-later
// Compatibility rules are data: every code they name has its words, and every placeholder of these is filled.
#include "core/text/Catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace bascule;
using namespace bascule::text;
using namespace Qt::StringLiterals;

class TestRuleWords : public QObject
{
    Q_OBJECT
private slots:
    void everyRuleHasWords();
};

void TestRuleWords::everyRuleHasWords()
{
    QFile file(QStringLiteral(BASCULE_SOURCE_DIR "/resources/compatibility/rules.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rules = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!rules.isEmpty());
    const Phrasebook english(Language::English);
    for (const QJsonValue& rule : rules) {
        const QString code = rule[u"code"_s].toString();
        QVERIFY2(Phrasebook::knows(code), qPrintable(code));
        QJsonObject params;
        const QJsonObject named = rule[u"params"_s].toObject();
        for (auto at = named.begin(); at != named.end(); ++at)
            params.insert(at.key(), at.key() == u"reason" ? QJsonValue(u"path.denied"_s) : QJsonValue(2));
        if (params.contains(u"reason"_s))
            params.insert(u"subject"_s, u"x"_s);
        const QString sentence = english.say(code, params);
        QVERIFY2(!sentence.contains(u'{') && !sentence.contains(u'<'), qPrintable(sentence));
        QVERIFY2(!english.remedy(code, params).isEmpty(), qPrintable(code));
    }
}

QTEST_GUILESS_MAIN(TestRuleWords)
#include "tst_rulewords.moc"
