// SPDX-License-Identifier: GPL-3.0-or-later
// Owners by name between two machines whose accounts have other numbers, judged by rsync and getfacl. Each machine is a
// process that sees an /etc/passwd and an /etc/group of its own.
#include "Trees.h"

#include "core/engine/Compare.h"
#include "core/engine/Owners.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Comparison.h"
#include "core/engine/wire/Owning.h"
#include "tests/support/OwnMount.h"

#include <QTest>

using namespace bascule;
using namespace bascule::engine;
using namespace trees;

namespace {

/// An access ACL with these named users and groups, in their order.
std::string namedAcl(const std::vector<std::uint32_t>& users, const std::vector<std::uint32_t>& groups)
{
    std::string bytes("\2\0\0\0", 4);
    const auto entry = [&bytes](std::uint16_t tag, std::uint16_t permissions, std::uint32_t id) {
        bytes.append(reinterpret_cast<const char*>(&tag), 2);
        bytes.append(reinterpret_cast<const char*>(&permissions), 2);
        bytes.append(reinterpret_cast<const char*>(&id), 4);
    };
    entry(0x01, 7, UINT32_MAX);
    std::uint16_t permissions = 4;
    for (const std::uint32_t user : users)
        entry(0x02, permissions++, user);
    entry(0x04, 5, UINT32_MAX);
    for (const std::uint32_t group : groups)
        entry(0x08, 5, group);
    entry(0x10, 7, UINT32_MAX);
    entry(0x20, 0, UINT32_MAX);
    return bytes;
}

QByteArray shown(const std::vector<OwnerMapping>& owners)
{
    QByteArray text;
    for (const OwnerMapping& owner : owners)
        text += (owner.group ? "group " : "user ") + QByteArray::fromStdString(owner.name) + ' ' +
                QByteArray::number(owner.from) + '>' + QByteArray::number(owner.to) + ' ' +
                QByteArray::number(qint64(owner.entries)) + ' ' + QByteArray::fromStdString(owner.code) + ' ' +
                QByteArray::fromStdString(owner.nameAtTarget) + '\n';
    return text;
}

} // namespace

class EngineOwnersTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Scratch> m_scratch;
    bool m_mounts = false;

    std::string at(const std::string& name) const { return *m_scratch / name; }

    /// What puts a machine's accounts in their place, for sh.
    std::string mounting(const std::string& machine) const
    {
        return "mount --bind '" + at(machine + ".passwd") + "' /etc/passwd && mount --bind '" + at(machine + ".group") +
               "' /etc/group && ";
    }
    std::unique_ptr<wire::Helper> machine(const std::string& name) const
    {
        const std::string nonce = wire::newNonce();
        auto channel =
            wire::Channel::start({"unshare", "-m", "sh", "-c", mounting(name) + "exec '" ENGINE_SERVER "' " + nonce});
        must(channel.ok(), "engine-server");
        auto greeted = wire::Helper::greet(std::move(*channel), nonce, {}, {});
        must(greeted.ok(), "greeting");
        return std::move(*greeted);
    }
    /// This process is that machine, as long as it lives.
    class Being
    {
    public:
        Being(const EngineOwnersTest& test, const std::string& machine)
        {
            for (const char* file : {"passwd", "group"})
                must(::mount(test.at(machine + '.' + file).c_str(), (std::string("/etc/") + file).c_str(), nullptr,
                             MS_BIND, nullptr) == 0,
                     "mount");
        }
        ~Being()
        {
            for (const char* file : {"/etc/passwd", "/etc/group"})
                ::umount2(file, MNT_DETACH);
        }
        Being(const Being&) = delete;
        Being& operator=(const Being&) = delete;
    };

    static void ends()
    {
        QTest::addColumn<bool>("farSource");
        QTest::addColumn<bool>("farTarget");
        QTest::newRow("from") << true << false;
        QTest::newRow("into") << false << true;
        QTest::newRow("between") << true << true;
    }
    /// One end of a transfer: elsewhere, or this process.
    struct End
    {
        std::unique_ptr<wire::Helper> helper;
        std::unique_ptr<Being> here;
    };
    End end(bool far, const std::string& name) const
    {
        End made;
        if (far)
            made.helper = machine(name);
        else
            made.here = std::make_unique<Being>(*this, name);
        return made;
    }
    Result<SyncReport> syncByName(bool farSource, bool farTarget, const std::string& target, SyncOptions options = {})
    {
        const End from = end(farSource, "source"), to = end(farTarget, "target");
        options.owners = OwnersBy::Name;
        Counters counters;
        return wire::transfer({from.helper.get(), at("S"), "S"}, {to.helper.get(), target, "D"}, options, counters, {});
    }
    Result<CompareReport> compareEnds(bool farLeft, bool farRight, const std::string& right, bool byName)
    {
        const End from = end(farLeft, "source"), to = end(farRight, "target");
        CompareOptions options;
        options.owners = byName ? OwnersBy::Name : OwnersBy::Number;
        Counters counters;
        return wire::compare({from.helper.get(), at("S"), "S"}, {to.helper.get(), right, "D"}, options, counters, {});
    }
    void makeMachines()
    {
        file(at("source.passwd"),
             "root:x:0:0::/:/bin/sh\nanna:x:1001:2001::/:/bin/sh\nbert:x:1002:2002::/:/bin/sh\n"
             "carl:x:1003:2002::/:/bin/sh\nonly:x:1004:2003::/:/bin/sh\nhid:x:1007:2002::/:/bin/sh\n"
             "also-anna:x:1001:2001::/:/bin/sh\n");
        file(at("source.group"), "root:x:0:\nstaff:x:2001:\nteam:x:2002:\ngone:x:2003:\n");
        // bert has the number that anna has at the source.
        file(at("target.passwd"), "root:x:0:0::/:/bin/sh\nanna:x:3001:4001::/:/bin/sh\nbert:x:1001:2002::/:/bin/sh\n"
                                  "carl:x:1003:2002::/:/bin/sh\nmany:x:1004:2002::/:/bin/sh\n");
        file(at("target.group"), "root:x:0:\nstaff:x:4001:\nteam:x:2002:\n");
    }
    void owned(const std::string& path, uid_t user, gid_t group) const
    {
        must(::lchown(path.c_str(), user, group) == 0, path);
    }
    void makeTree()
    {
        const std::string tree = at("S");
        folder(tree);
        owned(tree, 1001, 2002);
        const auto make = [&](const char* name, uid_t user, gid_t group, mode_t mode) {
            file(tree + '/' + name, name);
            owned(tree + '/' + name, user, group);
            must(::chmod((tree + '/' + name).c_str(), mode) == 0, name);
        };
        make("anna", 1001, 2001, 0640);
        make("bert", 1002, 2002, 0644);
        make("carl", 1003, 2002, 04755);
        make("only", 1004, 2003, 0600);
        make("nameless", 5005, 5006, 0600);
        make("root", 0, 0, 0600);
        make("excluded", 1007, 2002, 0600);
        must(::link((tree + "/anna").c_str(), (tree + "/anna2").c_str()) == 0, "link");
        must(::symlink("anna", (tree + "/soft").c_str()) == 0, "symlink");
        owned(tree + "/soft", 1001, 2001);
        file(tree + "/large", noise(3 * 1024 * 1024, 1));
        owned(tree + "/large", 1002, 2001);
        folder(tree + "/acl", 0750);
        make("acl/file", 1001, 2001, 0640);
        must(setAcl(tree + "/acl/file", "system.posix_acl_access", namedAcl({1001, 1002, 5005}, {2001, 2003})), "acl");
        must(setAcl(tree + "/acl", "system.posix_acl_default", namedAcl({1002, 1004}, {2001})), "default acl");
        owned(tree + "/acl", 1001, 2001);
    }

private slots:
    void initTestCase()
    {
        m_mounts = mountsOfOurOwn();
        m_scratch = std::make_unique<Scratch>();
        if (!m_mounts)
            return;
        makeMachines();
        makeTree();
    }
    void cleanupTestCase() { m_scratch.reset(); }
    void init()
    {
        if (!m_mounts && QByteArray(QTest::currentTestFunction()).startsWith("by"))
            QSKIP("needs root");
    }

    void byNameAsRsyncDoes_data() { ends(); }
    void byNameAsRsyncDoes()
    {
        QFETCH(bool, farSource);
        QFETCH(bool, farTarget);
        const std::string target = at(std::string("D-") + QTest::currentDataTag());
        SyncOptions options;
        options.excludes = {"/excluded"};
        const auto report = syncByName(farSource, farTarget, target, options);
        QVERIFY2(report.ok() && report->verified, words(report));
        // Another program does the same, in the same two places.
        const std::string theirs = at(std::string("R-") + QTest::currentDataTag());
        const std::string shell = at("rsh");
        file(shell,
             "#!/bin/sh\nshift\nexport line=\"$*\"\nexec unshare -m sh -c \"" + mounting("target") + "exec $line\"\n",
             0755);
        const std::string source = at("S");
        const QByteArray said =
            output(QStringLiteral("unshare"),
                   {QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"),
                    QString::fromStdString(mounting("source") +
                                           "exec rsync -aHAX --modify-window=-1 --exclude /excluded -e '" + shell +
                                           "' '" + source + "/' there:'" + theirs + "/'")});
        QVERIFY2(!said.contains("failed"), said);
        QCOMPARE(rsyncDifference(theirs, target), QByteArray());
        // And a third one tells the ACLs.
        const auto acls = [](const std::string& tree) {
            QProcess process;
            process.setWorkingDirectory(QFile::decodeName(tree.c_str()));
            process.start(QStringLiteral("getfacl"), {QStringLiteral("-R"), QStringLiteral("-n"), QStringLiteral(".")});
            process.waitForFinished(-1);
            return process.readAllStandardOutput();
        };
        const QByteArray ours = acls(target);
        QCOMPARE(ours, acls(theirs));
        QVERIFY2(ours.contains("user:3001:r--") && ours.contains("user:1001:r-x") && ours.contains("user:5005:rw-"),
                 ours);
        QVERIFY2(ours.contains("group:4001:r-x") && ours.contains("group:2003:r-x"), ours);
        QVERIFY2(ours.contains("default:user:1001:r--") && ours.contains("default:user:1004:r-x"), ours);
        // Every number that did not just stay is listed, once.
        QCOMPARE(shown(report->owners), QByteArray("user anna 1001>3001 6 owner.mapped \n"
                                                   "user bert 1002>1001 4 owner.mapped \n"
                                                   "user only 1004>1004 2 owner.unknown-at-target many\n"
                                                   "user  5005>5005 2 owner.no-name \n"
                                                   "group staff 2001>4001 6 owner.mapped \n"
                                                   "group gone 2003>2003 2 owner.unknown-at-target \n"
                                                   "group  5006>5006 1 owner.no-name \n"));
        // Once more there is nothing to do, and a comparison finds nothing either.
        const auto again = syncByName(farSource, farTarget, target, options);
        QVERIFY2(again.ok() && again->verified, words(again));
        QCOMPARE(again->created + again->replaced + again->metadataOnly + again->deleted, std::int64_t(0));
        QCOMPARE(shown(again->owners), shown(report->owners));
    }

    void byNameComparisonsAgree_data() { ends(); }
    void byNameComparisonsAgree()
    {
        QFETCH(bool, farSource);
        QFETCH(bool, farTarget);
        const std::string target = at(std::string("C-") + QTest::currentDataTag());
        const auto report = syncByName(farSource, farTarget, target);
        QVERIFY2(report.ok() && report->verified, words(report));
        const auto same = compareEnds(farSource, farTarget, target, true);
        QVERIFY2(same.ok(), same ? "" : same.error().code.c_str());
        QVERIFY2(same->equal, same->differences.empty() ? "" : same->differences[0].path.c_str());
        const auto numbers = compareEnds(farSource, farTarget, target, false);
        QVERIFY(numbers.ok() && !numbers->equal);
        // The number that anna has at the source is bert's here.
        owned(target + "/anna", 1001, 4001);
        const auto wrong = compareEnds(farSource, farTarget, target, true);
        QVERIFY(wrong.ok() && !wrong->equal);
        QCOMPARE(wrong->differencesTotal, std::int64_t(2)); // it has two names
        QCOMPARE(wrong->differences[0].what, std::string("owner"));
        const auto mended = syncByName(farSource, farTarget, target);
        QVERIFY(mended.ok());
        QCOMPARE(mended->metadataOnly + mended->replaced, std::int64_t(1));
        const auto right = compareEnds(farSource, farTarget, target, true);
        QVERIFY(right.ok() && right->equal);
    }

    /// As a watch does it.
    void byNameWhatChangedAlone()
    {
        const std::string target = at("W");
        QVERIFY(syncByName(true, false, target).ok());
        owned(at("S") + "/root", 1001, 2001);
        SyncOptions options;
        options.changes.emplace();
        options.changes->add("root", false);
        const auto report = syncByName(true, false, target, options);
        owned(at("S") + "/root", 0, 0);
        QVERIFY2(report.ok() && report->verified, words(report));
        struct stat info;
        QCOMPARE(::stat((target + "/root").c_str(), &info), 0);
        QCOMPARE(info.st_uid, uid_t(3001));
        QCOMPARE(info.st_gid, gid_t(4001));
    }

    void byNumberNothingIsMapped()
    {
        const End from = end(true, "source");
        Counters counters;
        const auto report =
            wire::transfer({from.helper.get(), at("S"), "S"}, {nullptr, at("N"), "D"}, {}, counters, {});
        QVERIFY2(report.ok() && report->verified, words(report));
        QVERIFY(report->owners.empty());
        QCOMPARE(rsyncDifference(at("S"), at("N")), QByteArray());
    }

    /// Whom no file has is asked of the name services, and what they answer is checked.
    void namesOfNameServices()
    {
        const std::string bin = at("bin");
        folder(bin);
        file(bin + "/getent",
             "#!/bin/sh\necho \"$*\" >> '" + at("asked") +
                 "'\ncase \"$1 $2\" in\n'passwd ldap-user') echo 'ldap-user:x:70001:70001::/:/bin/sh';;\n"
                 "'group 70002') echo 'ldap-group:x:70002:';;\nesac\nexit 2\n",
             0755);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QByteArray::fromStdString(bin) + ':' + before);
        Accounts accounts;
        const auto known = accounts.id(OwnerKind::User, "ldap-user");
        const auto unknown = accounts.id(OwnerKind::User, "nobody-has-this-name");
        accounts.id(OwnerKind::User, "nobody-has-this-name"); // asked once
        const auto option = accounts.id(OwnerKind::User, "--help");
        const auto number = accounts.id(OwnerKind::User, "70001");
        const std::string group = accounts.name(OwnerKind::Group, 70002);
        const std::string none = accounts.name(OwnerKind::Group, 70003);
        qputenv("PATH", before);
        QCOMPARE(known, std::optional(70001U));
        QVERIFY(!unknown && !option && !number);
        QCOMPARE(group, std::string("ldap-group"));
        QCOMPARE(none, std::string());
        QCOMPARE(content(at("asked")),
                 std::string("passwd ldap-user\npasswd nobody-has-this-name\ngroup 70002\ngroup 70003\n"));
    }

    /// Two names with one number there: nobody gets more than both allowed.
    void namesThatBecomeOneAllowLess()
    {
        OwnerMap map({[](OwnerKind, std::uint32_t id) { return "n" + std::to_string(id); },
                      [](OwnerKind, const std::string&) { return std::optional(7U); },
                      {}});
        Stat stat;
        stat.uid = 1001;
        Xattrs xattrs{{"system.posix_acl_access", namedAcl({1001, 1002, 1003}, {2001})}, {"user.x", "y"}};
        map.apply(stat, xattrs);
        QCOMPARE(stat.uid, 7U);
        QCOMPARE(stat.gid, 0U); // the superuser's stays
        std::string expected = namedAcl({7}, {7});
        QVERIFY(xattrs[0].second == expected); // 4 & 5 & 6
        QCOMPARE(xattrs[1].second, std::string("y"));
        std::string cut = namedAcl({1001}, {}).substr(0, 11);
        Xattrs garbled{{"system.posix_acl_access", cut}};
        map.apply(stat, garbled);
        QVERIFY(garbled[0].second == cut); // left to the kernel to refuse
    }

    void takesNoNamesThatAreNone()
    {
        const auto names = [](std::uint64_t kind, std::uint64_t id, const std::string& name) {
            wire::ByteWriter writer;
            writer.number(kind);
            writer.number(id);
            writer.text(name);
            return writer.take();
        };
        wire::OwnerNames table;
        QVERIFY(table.take(names(0, 5, "anna")));
        QCOMPARE(table.name(OwnerKind::User, 5), std::string("anna"));
        for (const std::string& bad :
             {names(2, 5, "x"), names(0, 1ULL << 32, "x"), names(0, 5, ""), names(0, 5, "a:b"), names(1, 5, "-x"),
              names(1, 5, "a\nb"), names(1, 5, std::string(257, 'x')), names(0, 5, "anna").substr(0, 4)})
            QCOMPARE(table.take(bad).error().code, std::string("link.garbled"));
        Accounts accounts;
        QVERIFY(!wire::accountAnswer("", accounts));
        QVERIFY(!wire::accountAnswer(wire::accountQuestion(OwnerKind::User, "--help"), accounts));
        const auto answer = wire::accountAnswer(wire::accountQuestion(OwnerKind::User, "root"), accounts);
        std::optional<std::uint32_t> id;
        QVERIFY(answer && wire::takeAccount(*answer, OwnerKind::User, "root", id));
        QCOMPARE(id, std::optional(0U));
        QVERIFY(!wire::takeAccount(*answer, OwnerKind::User, "other", id));
        QVERIFY(!wire::takeAccount(*answer, OwnerKind::Group, "root", id));
        std::vector<OwnerMapping> owners;
        QCOMPARE(wire::takeOwners("\1\1x", owners).error().code, std::string("link.garbled"));
        QVERIFY(owners.empty());
    }
};

QTEST_GUILESS_MAIN(EngineOwnersTest)
#include "tst_engine_owners.moc"
