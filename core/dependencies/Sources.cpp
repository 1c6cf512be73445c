// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dependencies/Sources.h"

#include "core/inventory/Places.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace bascule::dependencies {

namespace {

// What is configuration wherever it lies.
constexpr std::array configSuffixes{".conf", ".cnf",  ".cfg", ".ini", ".env",  ".properties",
                                    ".toml", ".yaml", ".yml", ".xml", ".json", ".config"};
constexpr std::array unitSuffixes{".service", ".timer", ".mount", ".automount", ".socket", ".path"};
constexpr std::array scriptSuffixes{".sh", ".bash", ".py", ".pl", ".rb", ".bat", ".cmd", ".ps1"};
/// In shares people keep data in these formats: only what is plainly configuration or a script is read there.
constexpr std::array shareSuffixes{".conf", ".cfg", ".ini", ".env", ".sh", ".py", ".bat", ".cmd", ".ps1"};

// Code that came with a program, and what it leaves behind.
constexpr std::array skippedFolders{"node_modules", "vendor",      "site-packages", "dist-packages", ".git",  ".svn",
                                    ".hg",          "__pycache__", "cache",         "locale",        "docs",  "doc",
                                    "test",         "tests",       "examples",      "licenses",      ".cache"};
constexpr std::array skippedNames{"package-lock.json", "composer.lock", "yarn.lock",  "composer.json", "tsconfig.json",
                                  "pnpm-lock.yaml",    "LICENSE",       "mime.types", "manifest.json"};

// Lists of the system below etc/ that name machines and accounts without depending on them, and secrets.
constexpr std::array skippedEtc{"etc/passwd",     "etc/passwd-",  "etc/shadow",     "etc/shadow-",     "etc/group",
                                "etc/group-",     "etc/gshadow",  "etc/gshadow-",   "etc/hosts",       "etc/subuid",
                                "etc/subgid",     "etc/services", "etc/networks",   "etc/protocols",   "etc/rpc",
                                "etc/magic",      "etc/hostname", "etc/machine-id", "etc/ld.so.cache", "etc/localtime",
                                "etc/os-release", "etc/issue",    "etc/motd",       "etc/ethertypes"};
constexpr std::array skippedEtcFolders{
    "etc/ssl", "etc/ssh",   "etc/alternatives", "etc/pki",    "etc/ca-certificates", "etc/apparmor.d",
    "etc/X11", "etc/fonts", "etc/terminfo",     "etc/init.d", "etc/pam.d",           "etc/bash_completion.d",
    "etc/xdg", "etc/dpkg",  "etc/vim"};

// PHP is code; these names and folders are where it is configuration.
constexpr std::array phpNames{"config", "settings",  "parameters", "local", "database",
                              "env",    "constants", "bootstrap",  "db"};

template <class List>
bool endsWithOneOf(const QByteArray& name, const List& suffixes)
{
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char* suffix) { return name.endsWith(suffix); });
}

template <class List>
bool isOneOf(const QByteArray& name, const List& names)
{
    return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

bool isPhpConfig(const QByteArrayList& parts)
{
    const QByteArray name = parts.last().toLower();
    if (!name.endsWith(".php") && !name.endsWith(".inc"))
        return false;
    const bool named =
        std::any_of(phpNames.begin(), phpNames.end(), [&](const char* word) { return name.contains(word); });
    return named || (parts.size() > 1 && std::any_of(parts.begin(), parts.end() - 1, [](const QByteArray& folder) {
                         return folder == "config" || folder == "conf" || folder == "etc" || folder == "settings";
                     }));
}

/// Below etc/ most files have no suffix.
bool isEtcConfig(const Path& path, const QByteArray& name)
{
    if (!path.startsWith("etc/") || isOneOf(path, skippedEtc))
        return false;
    const bool skipped = std::any_of(skippedEtcFolders.begin(), skippedEtcFolders.end(), [&](const char* folder) {
        return inventory::isWithin({path.constData(), std::size_t(path.size())}, folder);
    });
    return !skipped && !name.startsWith(".") && !name.endsWith("~");
}

bool isConfiguration(const Path& path, const QByteArrayList& parts, AssetKind inside)
{
    const QByteArray name = parts.last().toLower();
    if (inside == AssetKind::Task || inside == AssetKind::Service)
        return true;
    if (isOneOf(parts.last(), skippedNames))
        return false;
    if (inside == AssetKind::Share)
        return endsWithOneOf(name, shareSuffixes);
    if (name == ".env" || name.startsWith(".env.") || name == "dockerfile")
        return true;
    if (endsWithOneOf(name, configSuffixes) || endsWithOneOf(name, unitSuffixes) || endsWithOneOf(name, scriptSuffixes))
        return !path.startsWith("etc/") || isEtcConfig(path, name);
    return isPhpConfig(parts) || isEtcConfig(path, name);
}

} // namespace

Wanted wantedFile(const Path& path, qint64 size, AssetKind inside)
{
    if (size == 0 || inside == AssetKind::Backups || inside == AssetKind::Database)
        return Wanted::No;
    const std::string_view place(path.constData(), std::size_t(path.size()));
    if (inventory::isSystemPlace(place) && inside == AssetKind::Files && !path.startsWith("usr/local/"))
        return Wanted::No;
    const QByteArrayList parts = path.split('/');
    const bool skipped = std::any_of(parts.begin(), parts.end() - 1, [](const QByteArray& folder) {
        return isOneOf(folder.toLower(), skippedFolders);
    });
    if (skipped || !isConfiguration(path, parts, inside))
        return Wanted::No;
    if (size <= maxConfigBytes)
        return Wanted::Yes;
    // A large file of data in a share, or a lock file's cousin: no configuration that anybody wrote.
    return inside == AssetKind::Share ? Wanted::No : Wanted::TooBig;
}

} // namespace bascule::dependencies
