// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Clues.h"

#include "core/dependencies/Names.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace bascule::dependencies {

using namespace Qt::StringLiterals;

// Lines are looked at as Latin-1: one character a byte, so that a path comes out with the bytes it went in with.

namespace {

constexpr qsizetype maxLine = 16'384; // of one line: what is longer was made by a machine
constexpr qsizetype maxExcerpt = 160;
constexpr std::size_t maxClues = 5000; // of one file: more is a list of something, not a configuration
constexpr int portWithin = 4;          // lines after "host = …" in which "port = …" still belongs to it

using Expression = QRegularExpression;
constexpr auto ignoreCase = Expression::CaseInsensitiveOption;

/// The text of one file, as lines.
struct Text
{
    QStringList lines; ///< Latin-1
    Syntax syntax = Syntax::Plain;
};

/// Looks for clues in one line after another of a file.
class Reader
{
public:
    Reader(const Text& text, std::vector<Clue>& clues)
        : m_text(text)
        , m_clues(clues)
    {
    }

    void read(int index)
    {
        m_index = index;
        m_line = withoutSecrets(m_text.lines[index].left(maxLine));
        m_dormant = m_text.syntax == Syntax::Cron && isRareCron(schedule());
        if (m_text.syntax == Syntax::Unit)
            units();
        static const Expression listens(u"^\\W*(?:listen\\w*|bind[\\w-]*)\\W"_s, ignoreCase);
        static const Expression idle(u"^\\W*(?:documentation|xmlns\\S*|\\$schema|version)\\W"_s, ignoreCase);
        m_listening = listens.match(m_line).hasMatch();
        const bool says = !m_listening && !idle.match(m_line).hasMatch();
        urls(!says);
        if (m_listening)
            addresses();
        if (says) {
            if (m_text.syntax == Syntax::Mounts)
                mounts();
            remotes();
            hostKeys();
            addresses();
        }
        databases();
        paths();
    }

private:
    QString schedule() const
    {
        static const Expression fields(u"^\\s*(@\\w+|(?:[\\w*,/?-]+\\s+){4}[\\w*,/?-]+)\\s"_s);
        return fields.match(m_line).captured(1);
    }

    /// The line's key and what was recognised: enough to find it again, nothing that could be a secret.
    QString excerpt(const QString& recognised) const
    {
        static const Expression key(u"^\\s*(?:export\\s+|set\\s+)?([\\w.$\\[\\]\"'>-]{1,60}?)\\s*(=>|=|:)"_s);
        QString before;
        if (const QString when = m_text.syntax == Syntax::Cron ? schedule() : QString(); !when.isEmpty())
            before = when.simplified() + u" … "_s;
        else if (const auto match = key.match(m_line); match.hasMatch())
            before = match.captured(1) + u' ' + match.captured(2) + u' ';
        return displayPath(redact(before + recognised).left(maxExcerpt).toUtf8());
    }

    /// Blanks out what has been understood, so that it is not understood twice.
    void used(const QRegularExpressionMatch& match)
    {
        m_line.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }

    void outside(Clue::Kind kind, const QString& host, int port, int confidence, const QString& shown,
                 const QString& share = {})
    {
        Clue clue;
        clue.kind = kind;
        clue.host = host.toLower();
        if (clue.host.endsWith(u'.'))
            clue.host.chop(1);
        clue.port = port;
        clue.share = share;
        clue.confidence = confidence;
        add(std::move(clue), shown);
    }

    void add(Clue clue, const QString& shown)
    {
        if (m_clues.size() >= maxClues)
            return;
        clue.line = m_index + 1;
        clue.dormant = m_dormant;
        clue.listening = m_listening;
        clue.excerpt = excerpt(shown);
        m_clues.push_back(std::move(clue));
    }

    void units()
    {
        static const Expression keys(
            u"^\\s*(After|Requires|Requisite|Wants|BindsTo|PartOf|Unit|OnFailure|Upholds)\\s*=(.*)$"_s);
        static const Expression unit(u"[\\w@.\\\\:-]+\\.(?:service|timer|mount|socket|path)"_s);
        const auto match = keys.match(m_line);
        if (!match.hasMatch())
            return;
        const QString key = match.captured(1);
        const int confidence = key == u"After" || key == u"OnFailure" ? 50 : key == u"Wants" ? 80 : 95;
        for (auto at = unit.globalMatch(match.captured(2)); at.hasNext();) {
            const QString name = at.next().captured();
            Clue clue;
            clue.kind = Clue::Kind::Unit;
            clue.host = name;
            clue.confidence = confidence;
            add(std::move(clue), name);
        }
    }

    /// scheme://user:password@host:port/path — the password may hold anything, so the host is what follows the last
    /// '@'.
    void urls(bool localOnly)
    {
        static const Expression url(u"\\b([a-z][a-z0-9+.:-]{1,40}?)://([^\\s\"'<>`\\\\]*)"_s, ignoreCase);
        for (auto match = url.match(m_line); match.hasMatch(); match = url.match(m_line)) {
            const QString scheme = match.captured(1).toLower();
            const QString rest = match.captured(2);
            used(match);
            if (scheme == u"file" || scheme.contains(u"sqlite"))
                localUrl(scheme, rest);
            else if (!localOnly)
                remoteUrl(scheme, rest);
        }
    }

    void localUrl(const QString& scheme, const QString& rest)
    {
        // sqlite:////srv/x.db is absolute, sqlite:///x.db usually is as well, sqlite://x.db is relative.
        QString path = rest.section(u'?', 0, 0).section(u'#', 0, 0);
        const bool absolute = path.startsWith(u'/');
        while (path.startsWith(u"//"))
            path.remove(0, 1);
        if (path.size() < 2)
            return;
        Clue clue;
        clue.kind = absolute ? Clue::Kind::Path : Clue::Kind::Database;
        clue.paths = {QByteArray::fromPercentEncoding(path.toLatin1())};
        clue.confidence = 95;
        add(std::move(clue), scheme + u"://"_s + QString::fromUtf8(path.toLatin1()));
    }

    void remoteUrl(const QString& scheme, const QString& rest)
    {
        static const Expression end(u"[/?#;,)\\]}]"_s);
        QString authority = rest.left(rest.indexOf(end) < 0 ? rest.size() : rest.indexOf(end));
        static const Expression portless(u"^[^:]*:[^\\d@][^@]*$"_s);
        // "user:pa/ss@host": the slash belongs to the password.
        if (!authority.contains(u'@') && rest.contains(u'@') && portless.match(authority).hasMatch()) {
            const QString tail = rest.mid(rest.lastIndexOf(u'@') + 1);
            authority = tail.left(tail.indexOf(end) < 0 ? tail.size() : tail.indexOf(end));
        } else if (authority.contains(u'@')) {
            authority = authority.mid(authority.lastIndexOf(u'@') + 1);
        }
        QString host = authority.section(u':', 0, 0);
        int port = authority.section(u':', 1, 1).toInt();
        if (rest.mid(rest.lastIndexOf(u'@') + 1).startsWith(u'[')) // an IPv6 address
            return;
        if (!isHostName(host) && !isAddress(host))
            return;
        const Scheme* known = schemeNamed(scheme);
        if (isNoise(host) || (!known && port == 0))
            return;
        if (port == 0)
            port = known->port;
        const bool connection = known && known->connection;
        const QString shown = scheme + u"://"_s + host + (port > 0 ? u':' + QString::number(port) : QString());
        outside(connection ? Clue::Kind::Connection : Clue::Kind::Url, host, port, connection ? 95 : 75, shown);
    }

    /// fstab: "nas:/export/x /mnt nfs …", "//nas/share /mnt cifs …".
    void mounts()
    {
        static const Expression nfs(u"^\\s*(?:What=)?([A-Za-z0-9.-]+):(/\\S*)"_s);
        static const Expression smb(u"^\\s*(?:What=)?//([A-Za-z0-9.-]+)/(\\S+)"_s);
        for (const auto& [expression, port] : {std::pair(&nfs, 2049), std::pair(&smb, 445)}) {
            const auto match = expression->match(m_line);
            if (!match.hasMatch())
                continue;
            outside(Clue::Kind::Remote, match.captured(1), port, 95, match.captured(), match.captured(2));
            used(match);
        }
    }

    /// "user@host:/path" and "\\host\share".
    void remotes()
    {
        static const Expression ssh(u"(?<![\\w/.])[\\w.-]+@([A-Za-z0-9][A-Za-z0-9.-]*):(/?[^\\s\"':]*)"_s);
        static const Expression unc(u"(?<!\\\\)\\\\{2,4}([A-Za-z0-9][A-Za-z0-9.-]*)\\\\{1,2}([^\\s\"'\\\\]+)"_s);
        static const Expression client(
            u"\\b(?:mysql|mysqldump|mariadb|mariadb-dump|psql|pg_dump|redis-cli|ldapsearch|mongo)\\b.*?"
            u"\\s-h\\s*([A-Za-z0-9][A-Za-z0-9.-]*)"_s);
        if (const auto match = client.match(m_line); match.hasMatch() && !isLoopback(match.captured(1))) {
            const QString host = match.captured(1);
            if (isHostName(host) || isMachine(host))
                outside(Clue::Kind::Host, host, 0, 80, host);
        }
        for (auto match = ssh.match(m_line); match.hasMatch(); match = ssh.match(m_line)) {
            const QString host = match.captured(1);
            if (isHostName(host) || isAddress(host))
                outside(Clue::Kind::Remote, host, 22, 85, host + u':' + match.captured(2), match.captured(2));
            used(match);
        }
        for (auto match = unc.match(m_line); match.hasMatch(); match = unc.match(m_line)) {
            if (isHostName(match.captured(1)) || isAddress(match.captured(1)))
                outside(Clue::Kind::Remote, match.captured(1), 445, 85, match.captured(), match.captured(2));
            used(match);
        }
    }

    /// "db_host = name", also inside a DSN; the port may stand on one of the next lines.
    void hostKeys()
    {
        static const Expression keyed(
            u"(?<![A-Za-z0-9_.-])((?:[A-Za-z0-9]{1,30}[_.-]){0,6}(?:hostname|hostaddr|host|servername|server|addr|"
            u"address|"
            u"relayhost|smarthost|"
            u"nameserver|endpoint|upstream|proxy|broker|smtp|ldap|ntp|peer|primary|master|remote|uri))[\"'\\]]*"
            u"(\\s*(?:=>|[=:,])\\s*|\\s+)[\"'\\[]*([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)\\]?(?::(\\d{1,5})(?!\\d))?"_s,
            ignoreCase);
        for (auto match = keyed.match(m_line); match.hasMatch(); match = keyed.match(m_line, match.capturedEnd())) {
            const QString host = match.captured(3);
            int port = match.captured(4).toInt();
            const bool assigned = !match.captured(2).trimmed().isEmpty();
            static const Expression nameKey(u"(?:host|hostname|server|servername)$"_s, ignoreCase);
            const bool dotted = host.contains(u'.');
            const bool single = assigned && nameKey.match(match.captured(1)).hasMatch() && host.size() > 1;
            const bool named = isHostName(host) && !looksLikeFile(host) && (dotted || single || port > 0);
            if (!named && !(isAddress(host) && (isMachine(host) || isLoopback(host))))
                continue;
            if (port == 0)
                port = portNear(match.capturedEnd());
            if ((isLoopback(host) && port == 0) || isWord(host) || isNoise(host))
                continue;
            const bool exact = port > 0 || isAddress(host);
            outside(exact ? Clue::Kind::Address : Clue::Kind::Host, host, port,
                    port > 0 ? 90
                    : dotted ? 75
                             : 45,
                    host + (port > 0 ? u':' + QString::number(port) : QString()));
            const qsizetype from = match.capturedStart(3);
            m_line.replace(from, match.capturedEnd() - from, QString(match.capturedEnd() - from, u' '));
        }
    }

    int portNear(qsizetype from) const
    {
        static const Expression port(u"(?<![A-Za-z])port[\"'\\]]*\\s*(?:=>|[=:,]|\\s)\\s*[\"']?(\\d{2,5})(?!\\d)"_s,
                                     ignoreCase);
        if (const auto match = port.match(m_line, from); match.hasMatch())
            return match.captured(1).toInt();
        static const Expression otherHost(u"(?:host|server)[\"'\\]]*\\s*(?:=|:)"_s, ignoreCase);
        for (int i = m_index + 1; i <= m_index + portWithin && i < m_text.lines.size(); ++i) {
            const QString& line = m_text.lines[i];
            if (line.size() > maxLine || line.trimmed().startsWith(u'[') || otherHost.match(line).hasMatch())
                return 0;
            if (const auto match = port.match(line); match.hasMatch())
                return match.captured(1).toInt();
        }
        return 0;
    }

    void addresses()
    {
        static const Expression ip(
            u"(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.])(?::(\\d{1,5})(?!\\d))?(/\\d{1,2}(?!\\d))?"_s);
        static const Expression named(
            u"(?<![\\w.@/-])([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}|localhost):(\\d{2,5})(?![\\d.:])"_s);
        static const Expression netmask(u"mask|version|broadcast"_s, ignoreCase);
        for (auto at = ip.globalMatch(m_line); at.hasNext();) {
            const auto match = at.next();
            const QString address = match.captured(1);
            const int port = match.captured(2).toInt();
            const QString bits = match.captured(3);
            const bool network = !bits.isEmpty() && bits != u"/32";
            if (!isAddress(address) || network || netmask.match(m_line.left(match.capturedStart())).hasMatch())
                continue;
            if (isLoopback(address) ? port > 0 : isMachine(address))
                outside(Clue::Kind::Address, address, port, port > 0 ? 90 : 70,
                        address + (port > 0 ? u':' + match.captured(2) : QString()));
        }
        for (auto at = named.globalMatch(m_line); at.hasNext();) {
            const auto match = at.next();
            if (isHostName(match.captured(1)) && !looksLikeFile(match.captured(1)) && !isNoise(match.captured(1)))
                outside(Clue::Kind::Address, match.captured(1), match.captured(2).toInt(), 85, match.captured());
        }
    }

    /// "data/shop.db": a database beside the file or below its application.
    void databases()
    {
        static const Expression name(u"(?<![\\w/.~@+-])((?:\\.{1,2}/)*[\\w.@+\\x80-\\xff-]+(?:/[\\w.@+\\x80-\\xff-]+)*"
                                     u"\\.(?:db|db3|s3db|sqlite|sqlite3))(?![\\w/])"_s,
                                     ignoreCase);
        for (auto at = name.globalMatch(m_line); at.hasNext();) {
            const auto match = at.next();
            Clue clue;
            clue.kind = Clue::Kind::Database;
            clue.paths = {match.captured(1).toLatin1()};
            clue.confidence = 80;
            add(std::move(clue), QString::fromUtf8(match.captured(1).toLatin1()));
        }
    }

    void paths()
    {
        static const Expression start(u"(?<![\\w./\\\\*@~])/(?![/*\\s])"_s);
        static const Expression token(u"/(?:\\\\[ 0]|[^\\s\"'`<>|;,(){}\\[\\]*?#$&=!:^\\\\])+"_s);
        qsizetype from = 0;
        for (auto match = start.match(m_line, from); match.hasMatch(); match = start.match(m_line, from)) {
            const qsizetype at = match.capturedStart();
            const auto word =
                token.match(m_line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
            from = at + std::max<qsizetype>(1, word.capturedLength());
            if (!word.hasMatch())
                continue;
            Clue clue;
            clue.paths = readings(at, word.captured());
            clue.confidence = 85;
            add(std::move(clue), QString::fromUtf8(clue.paths.back()));
        }
    }

    /// What the path at that place may be: up to the closing quote, up to the line's end, shorter by a word each time,
    /// and last the word alone.
    std::vector<Path> readings(qsizetype at, QString word) const
    {
        std::vector<Path> made;
        while (word.size() > 1 && (word.endsWith(u'.') || word.endsWith(u'/')))
            word.chop(1);
        const QChar quote = at > 0 ? m_line[at - 1] : QChar();
        QString whole;
        if (quote == u'"' || quote == u'\'') {
            whole = m_line.mid(at, m_line.indexOf(quote, at) < 0 ? -1 : m_line.indexOf(quote, at) - at);
        } else if (static const Expression key(u"^\\s*[\\w.$\\[\\]-]{1,60}\\s*(?:=>|=|:)\\s*$"_s);
                   key.match(m_line.left(at)).hasMatch()) {
            static const Expression stop(u"[;#\"'<>|]"_s);
            whole = m_line.mid(at);
            whole = whole.left(whole.indexOf(stop) < 0 ? whole.size() : whole.indexOf(stop)).trimmed();
        }
        for (int i = 0; i < 6 && whole.size() > word.size() && whole.size() < 4096; ++i) {
            made.push_back(whole.toLatin1());
            const qsizetype blank = whole.lastIndexOf(u' ');
            if (blank < 0)
                break;
            whole.truncate(blank);
        }
        made.push_back(word.replace(u"\\040"_s, u" "_s).replace(u"\\ "_s, u" "_s).toLatin1());
        return made;
    }

    const Text& m_text;
    std::vector<Clue>& m_clues;
    QString m_line;
    int m_index = 0;
    bool m_dormant = false, m_listening = false;
};

/// Lines that say nothing to the program: comments, and what lies between the marks of a private key.
class Skipper
{
public:
    explicit Skipper(Syntax syntax)
        : m_syntax(syntax)
    {
    }
    bool skip(const QString& line)
    {
        const QString text = line.trimmed();
        if (text.contains(u"-----BEGIN ") && text.contains(u"KEY-----"))
            m_inKey = true;
        const bool inKey = m_inKey;
        if (text.contains(u"-----END "))
            m_inKey = false;
        if (inKey || text.isEmpty())
            return true;
        if (m_syntax == Syntax::Xml || m_syntax == Syntax::Code)
            return skipBlock(text);
        return text.startsWith(u'#') || (text.startsWith(u';') && m_syntax != Syntax::Cron);
    }

private:
    bool skipBlock(const QString& text)
    {
        const QString open = m_syntax == Syntax::Xml ? u"<!--"_s : u"/*"_s;
        const QString close = m_syntax == Syntax::Xml ? u"-->"_s : u"*/"_s;
        if (text.startsWith(open))
            m_inBlock = true;
        const bool inBlock = m_inBlock;
        if (text.contains(close))
            m_inBlock = false;
        return inBlock || (m_syntax == Syntax::Code && (text.startsWith(u"//") || text.startsWith(u'#')));
    }

    Syntax m_syntax;
    bool m_inKey = false, m_inBlock = false;
};

/// Empty for what is no text.
QByteArray plainBytes(const QByteArray& content)
{
    if (const auto encoding = QStringConverter::encodingForData(content)) {
        if (*encoding == QStringConverter::Utf16LE || *encoding == QStringConverter::Utf16BE) {
            QStringDecoder decoder(*encoding);
            const QString text = decoder(content);
            return text.toUtf8();
        }
    }
    return content.contains('\0') ? QByteArray() : content;
}

} // namespace

std::vector<Clue> cluesIn(const QByteArray& content, Syntax syntax, std::stop_token stop)
{
    std::vector<Clue> clues;
    Text text;
    text.syntax = syntax;
    text.lines = QString::fromLatin1(plainBytes(content)).split(u'\n');
    Skipper skipper(syntax);
    Reader reader(text, clues);
    for (int i = 0; i < text.lines.size() && !stop.stop_requested(); ++i) {
        if (!skipper.skip(text.lines[i]))
            reader.read(i);
    }
    if (syntax == Syntax::Unit) {
        static const Expression calendar(u"^\\s*OnCalendar\\s*=\\s*(.+)$"_s);
        int rare = 0, often = 0;
        for (const QString& line : text.lines) {
            if (const auto match = calendar.match(line); match.hasMatch())
                ++(isRareCalendar(match.captured(1)) ? rare : often);
        }
        for (Clue& clue : clues)
            clue.dormant = rare > 0 && often == 0;
    }
    return clues;
}

} // namespace bascule::dependencies
