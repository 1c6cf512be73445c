// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Seeder.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/acl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bascule::demo {

std::uint64_t Dice::next()
{
    // splitmix64
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

Seeder::Seeder(std::string root, std::int64_t base, std::stop_token stop)
    : m_root(std::move(root))
    , m_base(base)
    , m_stop(std::move(stop))
{
}

void Seeder::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

Result<void> Seeder::result() const
{
    return m_error ? Result<void>(*m_error) : Result<void>();
}

bool Seeder::stopped()
{
    if (m_stop.stop_requested())
        fail(makeError("cancelled"));
    return m_error.has_value();
}

void Seeder::own(const std::string& path, Owner owner)
{
    // In a user namespace not every id exists: the demo is then owned by who makes it, like without root.
    if (::geteuid() == 0 && ::lchown(absolute(path).c_str(), owner.uid, owner.gid) != 0 && errno != EINVAL &&
        errno != EPERM)
        fail(systemError(errno, absolute(path), "lchown", Severity::Fatal));
}

void Seeder::touch(const std::string& path, std::int64_t age)
{
    // Nanoseconds that differ from file to file, so that a copy that drops them shows.
    const long nanoseconds = long((std::uint64_t(age) * 7'919 + path.size() * 104'729) % 1'000'000'000);
    const struct timespec when = {m_base - age, nanoseconds};
    const std::array<struct timespec, 2> times{when, when};
    if (::utimensat(AT_FDCWD, absolute(path).c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
        fail(systemError(errno, absolute(path), "utimensat", Severity::Fatal));
}

void Seeder::folder(const std::string& path, unsigned mode, Owner owner)
{
    if (stopped())
        return;
    if (::mkdir(absolute(path).c_str(), 0700) != 0 && errno != EEXIST)
        return fail(systemError(errno, absolute(path), "mkdir", Severity::Fatal));
    own(path, owner);
    if (::chmod(absolute(path).c_str(), mode) != 0)
        fail(systemError(errno, absolute(path), "chmod", Severity::Fatal));
    m_folders[path] = std::int64_t(86'400) * (20 + std::int64_t(path.size()) % 60);
}

void Seeder::file(const std::string& path, const std::string& bytes, unsigned mode, Owner owner, std::int64_t age)
{
    sparseFile(path, std::int64_t(bytes.size()), {{0, bytes}}, owner, age);
    if (failed())
        return;
    if (::chmod(absolute(path).c_str(), mode) != 0)
        fail(systemError(errno, absolute(path), "chmod", Severity::Fatal));
}

void Seeder::sparseFile(const std::string& path, std::int64_t size, const std::map<std::int64_t, std::string>& islands,
                        Owner owner, std::int64_t age)
{
    if (stopped())
        return;
    const int fd = ::open(absolute(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640);
    if (fd < 0) {
        // Some file systems take UTF-8 names only: there the demo has one name fewer.
        if (errno != EILSEQ)
            fail(systemError(errno, absolute(path), "open", Severity::Fatal));
        return;
    }
    int problem = 0;
    for (const auto& [offset, bytes] : islands) {
        for (std::size_t done = 0; done < bytes.size() && problem == 0;) {
            const ssize_t put = ::pwrite(fd, bytes.data() + done, bytes.size() - done, offset + off_t(done));
            if (put > 0)
                done += std::size_t(put);
            else if (errno != EINTR)
                problem = errno ? errno : EIO;
        }
    }
    if (problem == 0 && ::ftruncate(fd, size) != 0)
        problem = errno;
    if (::close(fd) != 0 && problem == 0)
        problem = errno;
    if (problem != 0)
        return fail(systemError(problem, absolute(path), "write", Severity::Fatal));
    own(path, owner);
    touch(path, age);
}

void Seeder::symlink(const std::string& path, const std::string& target, std::int64_t age)
{
    if (stopped())
        return;
    if (::symlink(target.c_str(), absolute(path).c_str()) != 0)
        return fail(systemError(errno, absolute(path), "symlink", Severity::Fatal));
    touch(path, age);
}

void Seeder::hardLink(const std::string& path, const std::string& existing)
{
    if (stopped())
        return;
    if (::link(absolute(existing).c_str(), absolute(path).c_str()) != 0)
        fail(systemError(errno, absolute(path), "link", Severity::Fatal));
}

void Seeder::acl(const std::string& path, const std::string& text, bool inherited)
{
    if (stopped())
        return;
    acl_t list = ::acl_from_text(text.c_str());
    if (!list)
        return fail(systemError(errno, absolute(path), "acl_from_text", Severity::Fatal));
    int problem = 0;
    if (::acl_set_file(absolute(path).c_str(), ACL_TYPE_ACCESS, list) != 0)
        problem = errno;
    if (problem == 0 && inherited && ::acl_set_file(absolute(path).c_str(), ACL_TYPE_DEFAULT, list) != 0)
        problem = errno;
    ::acl_free(list);
    if (problem != 0 && problem != ENOTSUP && problem != EINVAL)
        fail(systemError(problem, absolute(path), "acl_set_file", Severity::Fatal));
}

void Seeder::attribute(const std::string& path, const std::string& name, const std::string& value)
{
    if (stopped())
        return;
    const std::string full = absolute(path);
    struct stat info;
    if (::lstat(full.c_str(), &info) != 0)
        return fail(systemError(errno, full, "lstat", Severity::Fatal));
    // Only who may write a file may give it attributes; root always may.
    const bool closed = S_ISREG(info.st_mode) && (info.st_mode & S_IWUSR) == 0;
    if (closed && ::chmod(full.c_str(), (info.st_mode & 07777) | S_IWUSR) != 0)
        return fail(systemError(errno, full, "chmod", Severity::Fatal));
    if (::lsetxattr(full.c_str(), name.c_str(), value.data(), value.size(), 0) != 0 && errno != ENOTSUP)
        fail(systemError(errno, full, "lsetxattr", Severity::Fatal));
    if (closed && ::chmod(full.c_str(), info.st_mode & 07777) != 0)
        fail(systemError(errno, full, "chmod", Severity::Fatal));
}

void Seeder::finish()
{
    // Reverse order of names: children before parents.
    for (auto it = m_folders.rbegin(); it != m_folders.rend() && !failed(); ++it)
        touch(it->first, it->second);
}

std::string prose(Dice& dice, std::size_t bytes)
{
    static constexpr std::array words{
        "commande",    "livraison", "atelier",    "client",    "facture", "devis",   "réunion", "planning", "équipe",
        "semaine",     "contrat",   "qualité",    "stock",     "pièce",   "machine", "relance", "budget",   "été",
        "fournisseur", "délai",     "production", "l’atelier", "dossier", "suivi",   "accord",  "la",       "le",
        "de",          "pour",      "avec",       "et",        "sur",     "à",       "février", "référence"};
    std::string text;
    text.reserve(bytes + 16);
    while (text.size() < bytes) {
        text += words[dice.below(words.size())];
        text += dice.below(11) == 0 ? ".\n" : " ";
    }
    return text;
}

std::string table(Dice& dice, std::size_t bytes)
{
    std::string text = "numero;date;client;montant\n";
    text.reserve(bytes + 64);
    for (unsigned row = 1; text.size() < bytes; ++row) {
        text += std::to_string(row) + ";2026-" + std::to_string(10 + dice.below(3)) + '-' +
                std::to_string(10 + dice.below(18)) + ";C" + std::to_string(1000 + dice.below(900)) + ';' +
                std::to_string(dice.below(90'000)) + ',' + std::to_string(10 + dice.below(89)) + '\n';
    }
    return text;
}

std::string noise(Dice& dice, std::size_t bytes)
{
    std::string data(bytes, '\0');
    for (std::size_t at = 0; at < bytes; at += 8) {
        const std::uint64_t value = dice.next();
        for (std::size_t i = 0; i < 8 && at + i < bytes; ++i)
            data[at + i] = char(value >> (8 * i));
    }
    return data;
}

} // namespace bascule::demo
