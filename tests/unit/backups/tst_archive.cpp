// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backups/Archive.h"
#include "core/backups/Unpack.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bascule;
using namespace Qt::StringLiterals;

namespace {

/// A hand-made archive with whatever entries a test wants.
struct Maker
{
    archive* a = archive_write_new();
    Maker(const std::string& path, const char* filter)
    {
        archive_write_set_format_pax(a);
        archive_write_set_options(a, "pax:hdrcharset=BINARY");
        if (filter)
            archive_write_add_filter_by_name(a, filter);
        archive_write_open_filename(a, path.c_str());
    }
    ~Maker() { archive_write_free(a); }
    void add(const char* name, int type, const QByteArray& contents = {}, const char* link = nullptr,
             const char* hardLink = nullptr, int mode = 0644)
    {
        archive_entry* entry = archive_entry_new();
        archive_entry_copy_pathname(entry, name);
        archive_entry_set_filetype(entry, unsigned(type));
        archive_entry_set_perm(entry, unsigned(mode));
        archive_entry_set_size(entry, contents.size());
        archive_entry_set_mtime(entry, 1'700'000'000, 0);
        if (link)
            archive_entry_copy_symlink(entry, link);
        if (hardLink)
            archive_entry_copy_hardlink(entry, hardLink);
        archive_entry_xattr_add_entry(entry, "user.kept", "yes", 3);
        archive_entry_xattr_add_entry(entry, "trusted.evil", "no", 2);
        if (archive_write_header(a, entry) < ARCHIVE_WARN)
            qWarning("%s", archive_error_string(a));
        if (!contents.isEmpty())
            archive_write_data(a, contents.constData(), std::size_t(contents.size()));
        archive_entry_free(entry);
    }
};

QStringList codesOf(const QJsonArray& problems)
{
    QStringList codes;
    for (const QJsonValue& problem : problems)
        codes << problem[u"code"].toString();
    return codes;
}

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string at(const QString& name) const { return m_dir->filePath(name).toStdString(); }

    static void sh(const QString& command)
    {
        QProcess process;
        process.start(u"/bin/sh"_s, {u"-ec"_s, command});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, (command.toUtf8() + process.readAllStandardError()).constData());
    }

    ArchiveReport read(const std::string& path, const ArchiveLimits& limits = {}, ArchiveVisitor* visitor = nullptr)
    {
        engine::Counters counters;
        auto report = readArchive(path, limits, visitor, counters, {});
        if (!report) {
            qWarning("%s", report.error().code.c_str());
            return {};
        }
        return *report;
    }

    /// A tree with all sorts of files, packed by the tools that admins use.
    void pack(const QString& name)
    {
        sh(u"cd '%1' && mkdir -p tree/sub && seq 1 40000 >tree/numbers && head -c 300000 /dev/urandom >tree/sub/noise "
           u"&& "
           "truncate -s 5M tree/hole && printf x >'tree/é ☃' && ln -sf numbers tree/link && ln -f tree/numbers "
           "tree/twin "
           "&& "
           "mkdir -p tree/empty && case %2 in *.zip) zip -qry %2 tree;; *) tar --sparse -caf %2 tree;; esac"_s.arg(
               m_dir->path(), name));
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void readsWhole_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"b.tar", "b.tar.gz", "b.tar.zst", "b.tar.xz", "b.tar.bz2", "b.zip"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readsWhole()
    {
        QFETCH(QString, name);
        pack(name);
        if (QTest::currentTestFailed())
            return;
        const ArchiveReport report = read(at(name));
        QCOMPARE(codesOf(report.problems), QStringList{});
        QCOMPARE(int(report.state), int(ReadState::Intact));
        QCOMPARE(report.entries, name.endsWith(u".zip"_s) ? 9 : 9);
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(report.hash,
                 QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()));
        // A name says nothing: only the contents do.
        QVERIFY(QFile::rename(m_dir->filePath(name), m_dir->filePath(u"backup.bin"_s)));
        QCOMPARE(int(read(at(u"backup.bin"_s)).state), int(ReadState::Intact));
    }

    void findsEveryCut_data() { readsWhole_data(); }
    void findsEveryCut()
    {
        QFETCH(QString, name);
        pack(name);
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QList<qsizetype> lengths;
        for (int percent = 1; percent < 100; percent += 7)
            lengths << whole.size() * percent / 100;
        // Where the headers are and at the very end; a plain tar also exactly between entries.
        lengths << 1 << 3 << 20 << 400 << 513 << 1024 << whole.size() - 5 << whole.size() - 1;
        if (name == u"b.tar"_s) {
            qsizetype end = whole.size();
            while (whole[end - 1] == 0)
                --end;
            const qsizetype marks = (end + 511) / 512 * 512;
            lengths.removeIf([&](qsizetype length) { return length > marks; }); // beyond is only padding
            lengths << marks;
        }
        for (const qsizetype length : std::as_const(lengths)) {
            QFile cut(m_dir->filePath(u"cut-"_s + name));
            QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Truncate));
            cut.write(whole.left(length));
            cut.close();
            const ArchiveReport report = read(cut.fileName().toStdString());
            const QByteArray why = QByteArray::number(length) + " of " + QByteArray::number(whole.size()) + ": " +
                                   QJsonDocument(report.problems).toJson(QJsonDocument::Compact);
            QVERIFY2(report.state != ReadState::Intact, why.constData());
            QVERIFY2(report.state == ReadState::CutShort || length < 6, why.constData());
        }
    }

    void findsFlippedBytes_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"b.tar.gz", "b.tar.xz", "b.tar.bz2", "b.tar.zst", "b.zip"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void findsFlippedBytes()
    {
        QFETCH(QString, name);
        pack(name);
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        int missed = 0;
        for (int i = 1; i < 40; ++i) {
            QByteArray flipped = whole;
            const qsizetype place = whole.size() * i / 40;
            flipped[place] = char(flipped[place] ^ 0x40);
            QFile other(m_dir->filePath(u"flipped-"_s + name));
            QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate));
            other.write(flipped);
            other.close();
            if (read(other.fileName().toStdString()).state == ReadState::Intact)
                ++missed;
        }
        QCOMPARE(missed, 0);
    }

    void tellsEmptyMissingAndForeign()
    {
        sh(u"cd '%1' && : >empty.tar && printf '' | gzip >empty.tar.gz && tar -cf none.tar -T /dev/null && seq 1 5000 "
           ">text.tar && seq 1 5000 | zstd -q >text.tar.zst && mkfifo fifo.tar && mkdir dir.tar && head -c 200000 "
           "/dev/urandom >noise.tar.gz"_s.arg(m_dir->path()));
        const std::map<QString, std::pair<ReadState, QString>> expected{
            {u"empty.tar"_s, {ReadState::Empty, u"backup.empty"_s}},
            {u"empty.tar.gz"_s, {ReadState::Empty, u"backup.nothing-packed"_s}},
            {u"none.tar"_s, {ReadState::Empty, u"backup.no-entries"_s}},
            {u"text.tar"_s, {ReadState::NotABackup, u"backup.not-an-archive"_s}},
            {u"text.tar.zst"_s, {ReadState::NotABackup, u"backup.not-an-archive"_s}},
            {u"noise.tar.gz"_s, {ReadState::NotABackup, u"backup.not-an-archive"_s}},
            {u"fifo.tar"_s, {ReadState::NotABackup, u"backup.not-a-file"_s}},
            {u"dir.tar"_s, {ReadState::NotABackup, u"backup.not-a-file"_s}},
            {u"nowhere.tar"_s, {ReadState::Missing, u"backup.missing"_s}}};
        for (const auto& [name, what] : expected) {
            const ArchiveReport report = read(at(name));
            QVERIFY2(report.state == what.first, qPrintable(name + u' ' + enumName(report.state)));
            QCOMPARE(codesOf(report.problems), QStringList{what.second});
        }
    }

    void tellsChecksumsApart()
    {
        pack(u"b.tar.gz"_s);
        sh(u"cd '%1' && sha256sum b.tar.gz >b.tar.gz.sha256"_s.arg(m_dir->path()));
        QCOMPARE(codesOf(read(at(u"b.tar.gz"_s)).problems), QStringList{u"backup.checksum-good"_s});
        sh(u"cd '%1' && truncate -s 70%% b.tar.gz && sha256sum b.tar.gz >b.tar.gz.sha256"_s.arg(m_dir->path())
               .replace(u"70%%"_s, u"200000"_s));
        ArchiveReport report = read(at(u"b.tar.gz"_s));
        QCOMPARE(int(report.state), int(ReadState::CutShort));
        QCOMPARE(codesOf(report.problems), (QStringList{u"backup.cut-short"_s, u"backup.checksum-fits"_s}));
        pack(u"c.tar"_s + u".zst"_s);
        sh(u"cd '%1' && echo 0000000000000000000000000000000000000000000000000000000000000000 >c.tar.zst.sha256"_s.arg(
            m_dir->path()));
        report = read(at(u"c.tar.zst"_s));
        QCOMPARE(int(report.state), int(ReadState::Damaged));
        QCOMPARE(codesOf(report.problems), QStringList{u"backup.checksum-differs"_s});
    }

    void stopsAtTheLimits()
    {
        sh(u"cd '%1' && truncate -s 400M zeros && tar -cf - zeros | gzip -1 >bomb.tar.gz && mkdir many && cd many && "
           "seq 1 300 | xargs touch && cd .. && tar -cf many.tar many"_s.arg(m_dir->path()));
        ArchiveLimits limits;
        limits.ratio = 100;
        QCOMPARE(codesOf(read(at(u"bomb.tar.gz"_s), limits).problems), QStringList{u"backup.too-dense"_s});
        limits = {};
        limits.bytes = 1'000'000;
        QCOMPARE(codesOf(read(at(u"bomb.tar.gz"_s), limits).problems), QStringList{u"backup.too-big"_s});
        limits = {};
        limits.entries = 100;
        const ArchiveReport report = read(at(u"many.tar"_s), limits);
        QCOMPARE(codesOf(report.problems), QStringList{u"backup.too-many-entries"_s});
        QCOMPARE(int(report.state), int(ReadState::Damaged));
        {
            Maker deep(at(u"deep.tar"_s), nullptr);
            deep.add((QByteArray("d/").repeated(300) + "f").constData(), AE_IFREG, "x");
        }
        QCOMPARE(codesOf(read(at(u"deep.tar"_s)).problems), QStringList{u"backup.too-deep"_s});
        limits = {};
        limits.time = std::chrono::seconds(0);
        QCOMPARE(codesOf(read(at(u"many.tar"_s), limits).problems), QStringList{u"backup.too-slow-to-read"_s});
    }

    void cancels()
    {
        pack(u"b.tar.zst"_s);
        std::stop_source stop;
        stop.request_stop();
        engine::Counters counters;
        auto report = readArchive(at(u"b.tar.zst"_s), {}, nullptr, counters, stop.get_token());
        QVERIFY(report.ok());
        QVERIFY(report->cancelled);
        QVERIFY(report->state != ReadState::Intact);
    }

    void restoresExactly_data() { readsWhole_data(); }
    void restoresExactly()
    {
        QFETCH(QString, name);
        pack(name);
        QVERIFY(QDir(m_dir->path()).mkdir(u"out"_s));
        Unpacker unpacker(at(u"out"_s));
        QCOMPARE(int(read(at(name), {}, &unpacker).state), int(ReadState::Intact));
        QVERIFY(unpacker.settle().ok());
        QCOMPARE(codesOf(unpacker.problems()), QStringList{});
        sh(u"cd '%1' && diff -r --no-dereference tree out/tree && test \"$(readlink out/tree/link)\" = numbers"_s.arg(
            m_dir->path()));
        struct stat hole
        {
        }, file{}, original{};
        QVERIFY(::stat(at(u"out/tree/hole"_s).c_str(), &hole) == 0);
        QCOMPARE(qint64(hole.st_size), 5 * 1024 * 1024);
        if (!name.endsWith(u".zip"_s))
            QVERIFY(hole.st_blocks < 100);
        QVERIFY(::stat(at(u"out/tree/numbers"_s).c_str(), &file) == 0);
        QVERIFY(::stat(at(u"tree/numbers"_s).c_str(), &original) == 0);
        QVERIFY(std::abs(file.st_mtim.tv_sec - original.st_mtim.tv_sec) <= 2);
        if (!name.endsWith(u".zip"_s))
            QCOMPARE(int(file.st_nlink), 2);
    }

    void keepsNamesOfAllBytes()
    {
        QByteArray bytes;
        for (int c = 1; c < 256; ++c) {
            if (c != '/')
                bytes.append(char(c));
        }
        const QList<QByteArray> names{bytes.left(120), bytes.mid(120, 60), bytes.mid(180), "-rf", "%s%n",
                                      "a\nb",          "\xff\xfe"};
        {
            Maker maker(at(u"names.tar.zst"_s), "zstd");
            for (const QByteArray& name : names)
                maker.add(name.constData(), AE_IFREG, name);
        }
        QVERIFY(QDir(m_dir->path()).mkdir(u"out"_s));
        Unpacker unpacker(at(u"out"_s));
        const ArchiveReport report = read(at(u"names.tar.zst"_s), {}, &unpacker);
        QCOMPARE(codesOf(report.problems), QStringList{});
        QCOMPARE(int(report.state), int(ReadState::Intact));
        for (const QByteArray& name : names) {
            const std::string path = at(u"out"_s) + '/' + name.toStdString();
            const int fd = ::open(path.c_str(), O_RDONLY);
            QVERIFY2(fd >= 0, qPrintable(displayPath(name)));
            QByteArray contents(300, '\0');
            contents.truncate(::read(fd, contents.data(), 300));
            ::close(fd);
            QCOMPARE(contents, name);
            ::unlink(path.c_str());
        }
    }

    void nothingLeavesTheFolder()
    {
        QVERIFY(QDir(m_dir->path()).mkpath(u"jail/out"_s));
        QVERIFY(QDir(m_dir->path()).mkdir(u"victim"_s));
        QFile secret(m_dir->filePath(u"victim/secret"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("untouched");
        secret.close();
        const QByteArray victim = m_dir->filePath(u"victim"_s).toUtf8();
        {
            Maker maker(at(u"evil.tar"_s), nullptr);
            maker.add("../escaped", AE_IFREG, "x");
            maker.add("a/../../escaped", AE_IFREG, "x");
            maker.add((victim + "/absolute").constData(), AE_IFREG, "x");
            maker.add("door", AE_IFLNK, {}, victim.constData());
            maker.add("door/through", AE_IFREG, "x");
            maker.add("door2", AE_IFLNK, {}, "../../victim");
            maker.add("door2/deep/er", AE_IFREG, "x");
            maker.add("door", AE_IFDIR);
            maker.add("hard", AE_IFREG, {}, nullptr, (victim + "/secret").constData());
            maker.add("hard2", AE_IFREG, {}, nullptr, "../../victim/secret");
            maker.add("hard3", AE_IFREG, {}, nullptr, "door/secret");
            maker.add("target", AE_IFLNK, {}, (victim + "/secret").constData());
            maker.add("target", AE_IFREG, "replaced the link, not what it points to");
            maker.add("suid", AE_IFREG, "#!/bin/sh", nullptr, nullptr, 06755);
            maker.add("device", AE_IFCHR);
            maker.add("pipe", AE_IFIFO);
            maker.add("fine", AE_IFREG, "fine");
        }
        Unpacker unpacker(at(u"jail/out"_s));
        const ArchiveReport report = read(at(u"evil.tar"_s), {}, &unpacker);
        QVERIFY(report.state == ReadState::Intact);
        QCOMPARE(QDir(m_dir->filePath(u"victim"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"secret"_s});
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QCOMPARE(secret.readAll(), QByteArray("untouched"));
        QCOMPARE(QDir(m_dir->filePath(u"jail"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"out"_s});
        QVERIFY(!QFile::exists(m_dir->filePath(u"escaped"_s)));
        QVERIFY(!QFile::exists(m_dir->filePath(u"jail/out/device"_s)));
        QVERIFY(!QFile::exists(m_dir->filePath(u"jail/out/pipe"_s)));
        struct stat info
        {
        };
        QVERIFY(::lstat(at(u"jail/out/suid"_s).c_str(), &info) == 0);
        QCOMPARE(int(info.st_mode & 07000), 0);
        QVERIFY(::lstat(at(u"jail/out/target"_s).c_str(), &info) == 0);
        QVERIFY(S_ISREG(info.st_mode));
        QVERIFY(::lstat(at(u"victim/secret"_s).c_str(), &info) == 0);
        QCOMPARE(int(info.st_nlink), 1);
        QVERIFY(QFile::exists(m_dir->filePath(u"jail/out/fine"_s)));
        const QStringList codes = codesOf(unpacker.problems());
        QVERIFY2(codes.count(u"backup.entry-outside"_s) >= 5, qPrintable(codes.join(u' ')));
        QVERIFY(codes.contains(u"backup.hard-link-lost"_s));
        QVERIFY(codes.contains(u"backup.special-left-out"_s));
        QVERIFY(hasRealProblem(unpacker.problems()));
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
