# SPDX-License-Identifier: GPL-3.0-or-later
# Writes a source file that carries the program HELPER and its SHA-256.
file(SHA256 "${HELPER}" HASH)
file(WRITE "${OUTPUT}" "// Made from bascule-helper.
#include \"core/engine/wire/Helper.h\"

__asm__(\".pushsection .rodata\\n\"
        \"basculeHelperBegin: .incbin \\\"${HELPER}\\\"\\n\"
        \"basculeHelperEnd: .byte 0\\n\"
        \".popsection\\n\");

extern \"C\" {
extern const char basculeHelperBegin[];
extern const char basculeHelperEnd[];
}

namespace bascule::engine::wire {

HelperImage builtInHelper()
{
    return {{basculeHelperBegin, static_cast<std::size_t>(basculeHelperEnd - basculeHelperBegin)}, \"${HASH}\"};
}

} // namespace bascule::engine::wire
")
