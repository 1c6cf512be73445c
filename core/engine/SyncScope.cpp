// SPDX-License-Identifier: GPL-3.0-or-later
// A run that looks at what a watch told of, and at nothing else.
#include "core/engine/SyncRun.h"

namespace bascule::engine {

namespace {

/// The named entries of a folder, whether they are there or not.
class NamedEntries final : public SourceFolder
{
public:
    NamedEntries(std::unique_ptr<SourceFolder> folder, const Scope& scope)
        : m_folder(std::move(folder))
        , m_next(scope.entries.begin())
        , m_end(scope.entries.end())
    {
    }
    int stat(Stat& stat) override { return m_folder->stat(stat); }
    int xattrs(Xattrs& xattrs) override { return m_folder->xattrs(xattrs); }
    const char* next() override { return m_next == m_end ? nullptr : (m_next++)->first.c_str(); }
    int error() const override { return 0; }
    int statOf(const char* name, Stat& stat) override { return m_folder->statOf(name, stat); }
    int xattrsOf(const char* name, Xattrs& xattrs) override { return m_folder->xattrsOf(name, xattrs); }
    int linkTargetOf(const char* name, std::int64_t size, std::string& target) override
    {
        return m_folder->linkTargetOf(name, size, target);
    }
    std::set<std::string> conflicts() override { return m_folder->conflicts(); }

private:
    std::unique_ptr<SourceFolder> m_folder;
    decltype(Scope::entries)::const_iterator m_next, m_end;
};

} // namespace

std::unique_ptr<SourceFolder> namedEntries(std::unique_ptr<SourceFolder> folder, const Scope& scope)
{
    return std::make_unique<NamedEntries>(std::move(folder), scope);
}

/// The folder's part of its parent's scope. A folder that the target did not have is looked at as a whole.
void SyncRun::giveScope(FolderNode* child) const
{
    if (child->parent->scope == nullptr || !child->existed)
        return;
    const auto found = child->parent->scope->entries.find(child->name);
    if (found != child->parent->scope->entries.end() && !found->second->whole)
        child->scope = found->second.get();
}

/// What is to be decided here takes more of the tree than the changes name.
void SyncRun::needWalk(const std::string& path)
{
    fail({"sync.needs-walk", Severity::Transient, path, {}, {}});
}

} // namespace bascule::engine
