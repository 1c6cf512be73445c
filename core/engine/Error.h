// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace bascule {

/// How bad an error is, and so what happens next.
enum class Severity {
    Transient, ///< retried with backoff
    Item,      ///< noted for its item; the run goes on
    Session,   ///< the connection is made anew
    Halt,      ///< a person decides
    Fatal      ///< the job ends
};

/// A named fact of an error or a finding; words are made of it in core/text only.
using ParamValue = std::variant<std::int64_t, double, std::string>;
using Params = std::map<std::string, ParamValue>;

/// What went wrong, as data. `code` is a stable English identifier such as "path.missing"; `subject` names the
/// thing (a path byte for byte, a host, a project file); `detail` is raw output for "Technical details".
/// A plain value: copy it between threads freely.
struct Error
{
    std::string code;
    Severity severity = Severity::Fatal;
    std::string subject;
    Params params;
    std::string detail;
};

/// An Error of a failed system call: code by errno (see systemErrorCode), params errno; `what` names the call.
Error systemError(int errnoValue, std::string_view subject, std::string_view what = {},
                  Severity severity = Severity::Item);

/// errno as a code: ENOENT "path.missing", EACCES/EPERM "path.denied", ENOSPC "disk.full", EDQUOT "disk.quota",
/// EROFS "disk.read-only", EFBIG "file.too-big", EMFILE/ENFILE "limit.open-files", ENAMETOOLONG "path.too-long",
/// EIO "disk.io-error", ENOTDIR "path.not-a-folder", ELOOP "path.loop", otherwise "system.error".
std::string systemErrorCode(int errnoValue);

} // namespace bascule
