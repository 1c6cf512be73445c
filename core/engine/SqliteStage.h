// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SqliteCopy.h"

// Inside of the copies of databases.
namespace bascule::engine::sqlite {

Error fileError(int number, const std::string& path, const char* call);

/// A temporary beside the target, removed with everything SQLite puts beside it unless it was promoted. A running copy
/// holds an flock on its temporary, which the kernel drops with it: make() removes what killed ones left.
class Stage
{
public:
    static Result<std::unique_ptr<Stage>> make(const std::string& target);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    const std::string& path() const { return m_path; }
    int descriptor() const { return m_fd.get(); }

    /// Checks its integrity, gives it its looks and puts it over the target.
    Result<void> promote(const Look& look, Counters& counters, const std::stop_token& stop);

private:
    Stage(std::string path, std::string target, Fd fd);
    Result<void> check(const std::stop_token& stop) const;
    Result<void> dress(const Look& look) const;
    Result<void> settleTarget(const std::stop_token& stop) const;
    Result<void> rename() const;

    std::string m_path;
    std::string m_target;
    Fd m_fd;
    bool m_promoted = false;
};

} // namespace bascule::engine::sqlite
