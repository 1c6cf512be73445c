// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Folder.h"
#include "core/engine/LinkTarget.h"
#include "core/engine/NameFolding.h"
#include "core/engine/Source.h"

namespace bascule::engine {

namespace {

class LocalFolder final : public SourceFolder
{
public:
    explicit LocalFolder(Fd folder)
        : m_folder(std::move(folder))
        , m_reader(m_folder.get())
    {
    }
    int stat(Stat& stat) override { return statFd(m_folder.get(), stat); }
    int xattrs(Xattrs& xattrs) override { return Place::opened(m_folder.get()).read(xattrs); }
    const char* next() override { return m_reader.next(); }
    int error() const override { return m_reader.error(); }
    int statOf(const char* name, Stat& stat) override { return statAt(m_folder.get(), name, stat); }
    int xattrsOf(const char* name, Xattrs& xattrs) override { return Place::named(m_folder.get(), name).read(xattrs); }
    int linkTargetOf(const char* name, std::int64_t size, std::string& target) override
    {
        return readLinkTarget(m_folder.get(), name, size, target);
    }
    std::set<std::string> conflicts() override { return conflictingNames(m_folder.get()); }

private:
    Fd m_folder;
    FolderReader m_reader;
};

} // namespace

std::unique_ptr<SourceFolder> localFolder(Fd folder)
{
    return std::make_unique<LocalFolder>(std::move(folder));
}

} // namespace bascule::engine
