// SPDX-License-Identifier: GPL-3.0-or-later
// French and English are equals: nothing unfinished, placeholders the same, French typography, plurals in both.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context, source;
    QStringList translations;
    bool plural = false;
    bool finished = true;
};

std::vector<Message> messages(const QString& path)
{
    std::vector<Message> list;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return list;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            Message message;
            message.context = context;
            message.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
            while (!(xml.isEndElement() && xml.name() == "message"_L1)) {
                xml.readNext();
                if (!xml.isStartElement())
                    continue;
                if (xml.name() == "source"_L1) {
                    message.source = xml.readElementText();
                } else if (xml.name() == "translation"_L1) {
                    message.finished = !xml.attributes().hasAttribute("type"_L1);
                    if (!message.plural)
                        message.translations.append(xml.readElementText());
                } else if (xml.name() == "numerusform"_L1) {
                    message.translations.append(xml.readElementText());
                }
            }
            list.push_back(message);
        }
    }
    return list;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression one(u"\\{[a-zA-Z0-9]+(:[a-z]+)?\\}|%L?[0-9]|<[^ >]+>"_s);
    QStringList list;
    for (auto match = one.globalMatch(text); match.hasNext();)
        list.append(match.next().captured());
    list.sort();
    return list;
}

} // namespace

class I18nTest : public QObject
{
    Q_OBJECT

private slots:
    /// Takes the sources as they are now, so that a string added without its French fails here.
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        const QString top = QStringLiteral(BASCULE_SOURCE_DIR);
        for (const QString& language : {u"fr"_s, u"en"_s}) {
            const QString copy = m_dir.filePath(u"bascule_%1.ts"_s.arg(language));
            QVERIFY(QFile::copy(top + u"/translations/bascule_%1.ts"_s.arg(language), copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
            QProcess update;
            update.setWorkingDirectory(top);
            update.start(QStringLiteral(BASCULE_LUPDATE), {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s,
                                                           u"-I"_s, top, u"core"_s, u"ui"_s, u"app"_s, u"-ts"_s, copy});
            QVERIFY2(update.waitForFinished(120'000) && update.exitCode() == 0, update.readAll().constData());
        }
        m_french = messages(m_dir.filePath(u"bascule_fr.ts"_s));
        m_english = messages(m_dir.filePath(u"bascule_en.ts"_s));
        QVERIFY(m_french.size() > 400);
    }

    void frenchIsComplete()
    {
        QStringList open;
        for (const Message& message : m_french) {
            bool empty = message.translations.isEmpty();
            for (const QString& translation : message.translations)
                empty = empty || translation.isEmpty();
            if (!message.finished || empty)
                open.append(message.context + u": "_s + message.source);
        }
        QVERIFY2(open.isEmpty(), qPrintable(u"%1 without French:\n"_s.arg(open.size()) + open.join(u'\n').left(4000)));
    }

    void englishPluralsAreComplete()
    {
        for (const Message& message : m_english) {
            if (!message.plural)
                continue;
            QVERIFY2(message.finished && message.translations.size() == 2 && !message.translations[0].isEmpty() &&
                         !message.translations[1].isEmpty(),
                     qPrintable(message.source));
            QVERIFY2(!message.translations[0].contains("(s)"_L1) && !message.translations[1].contains("(s)"_L1),
                     qPrintable(message.source));
        }
    }

    void placeholdersMatch()
    {
        for (const auto* list : {&m_french, &m_english}) {
            for (const Message& message : *list) {
                for (const QString& translation : message.translations) {
                    if (translation.isEmpty())
                        continue;
                    QVERIFY2(placeholders(translation) == placeholders(message.source),
                             qPrintable(message.source + u"\n-> "_s + translation));
                }
            }
        }
    }

    void frenchTypography()
    {
        // An ordinary space before these marks breaks the line there; ' is a typewriter's apostrophe.
        static const QRegularExpression spaced(u"[ ](?:[:;?!»%](?![A-Za-z0-9{n])|»)|«[ ]|[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]"
                                               "|[^\\s\\x{a0}\\x{202f}(\\[{][?!](?:\\s|$)"_s);
        // Commands and paths stand as they are typed.
        static const QRegularExpression typed(u"bascule|https?://|--|`|\\$|\\*"_s);
        QStringList bad;
        for (const Message& message : m_french) {
            for (const QString& translation : message.translations) {
                if (spaced.match(translation).hasMatch() && !typed.match(translation).hasMatch())
                    bad.append(translation);
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(QString::number(bad.size()) + u":\n"_s + bad.join(u'\n').left(4000)));
    }

    void theResourceSpeaksFrench()
    {
        QTranslator french;
        QVERIFY(french.load(u":/i18n/bascule_fr.qm"_s));
        QCOMPARE(french.translate("Text", "Complete map validated"), u"Cartographie complète validée"_s);
        QTranslator qt;
        QVERIFY(qt.load(u":/i18n/qtbase_fr.qm"_s));
        QCOMPARE(qt.translate("QPlatformTheme", "Cancel"), u"Annuler"_s);
    }

private:
    QTemporaryDir m_dir;
    std::vector<Message> m_french, m_english;
};

QTEST_GUILESS_MAIN(I18nTest)
#include "tst_i18n.moc"
