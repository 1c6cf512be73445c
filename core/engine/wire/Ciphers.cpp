// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Ciphers.h"

#include <sstream>

#if defined(__aarch64__)
#include <sys/auxv.h>
#endif

namespace bascule::engine::wire {

namespace {

bool hasAes()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("aes") && __builtin_cpu_supports("pclmul");
#elif defined(__aarch64__)
    return (::getauxval(AT_HWCAP) & HWCAP_AES) != 0;
#else
    return false;
#endif
}

} // namespace

std::string quickFirst(const std::string& ciphers)
{
    if (!hasAes())
        return ciphers;
    std::string quick, others;
    std::istringstream list(ciphers);
    for (std::string one; std::getline(list, one, ',');) {
        std::string& part = one.find("-gcm") != std::string::npos ? quick : others;
        part += (part.empty() ? "" : ",") + one;
    }
    return quick + (quick.empty() || others.empty() ? "" : ",") + others;
}

} // namespace bascule::engine::wire
