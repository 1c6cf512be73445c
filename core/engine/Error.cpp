// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"

#include <cerrno>
#include <cstring>

namespace bascule {

std::string systemErrorCode(int errnoValue)
{
    switch (errnoValue) {
    case ENOENT:
        return "path.missing";
    case EACCES:
    case EPERM:
        return "path.denied";
    case ENOSPC:
        return "disk.full";
    case EDQUOT:
        return "disk.quota";
    case EROFS:
        return "disk.read-only";
    case EFBIG:
        return "file.too-big";
    case EMFILE:
    case ENFILE:
        return "limit.open-files";
    case ENAMETOOLONG:
        return "path.too-long";
    case EIO:
        return "disk.io-error";
    case ENOTDIR:
        return "path.not-a-folder";
    case ELOOP:
        return "path.loop";
    default:
        return "system.error";
    }
}

Error systemError(int errnoValue, std::string_view subject, std::string_view what, Severity severity)
{
    Error error;
    error.code = systemErrorCode(errnoValue);
    error.severity = severity;
    error.subject = subject;
    error.params["errno"] = std::int64_t{errnoValue};
    error.detail = std::string(what) + (what.empty() ? "" : ": ") + std::strerror(errnoValue);
    return error;
}

} // namespace bascule
