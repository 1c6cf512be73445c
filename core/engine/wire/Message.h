// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Result.h"
#include "core/engine/Tree.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bascule::engine::wire {

class ByteReader;
class ByteWriter;

/// A control message: names and plain values, sent as a CBOR map. Texts are bytes (paths are no UTF-8).
class Message
{
public:
    using Value = std::variant<std::int64_t, bool, double, std::string, std::vector<std::string>>;

    Message() = default;
    explicit Message(std::string_view operation) { set("op", std::string(operation)); }

    Message& set(const std::string& name, Value value)
    {
        m_values.insert_or_assign(name, std::move(value));
        return *this;
    }
    /// What is missing or of another type reads as the fallback.
    std::string text(const std::string& name, std::string fallback = {}) const
    {
        return get(name, std::move(fallback));
    }
    std::int64_t number(const std::string& name, std::int64_t fallback = 0) const { return get(name, fallback); }
    bool flag(const std::string& name, bool fallback = false) const { return get(name, fallback); }
    std::vector<std::string> texts(const std::string& name) const { return get(name, std::vector<std::string>()); }
    std::string operation() const { return text("op"); }
    const std::map<std::string, Value>& values() const { return m_values; }

    /// An answer that tells of an error; Error::params travel too.
    static Message failed(const Error& error);
    /// The error that the message tells of.
    std::optional<Error> error() const;

    std::string encode() const;
    /// Nothing when the bytes are no such map, are nested deeper than a list of texts, or hold other things.
    static std::optional<Message> decode(std::string_view bytes);

private:
    template <class T>
    T get(const std::string& name, T fallback) const
    {
        const auto found = m_values.find(name);
        if (found == m_values.end())
            return fallback;
        const T* value = std::get_if<T>(&found->second);
        return value ? *value : fallback;
    }

    std::map<std::string, Value> m_values;
};

// What a walk meets, many in one Entries frame: entries, and what could not be read.
void put(ByteWriter& writer, const TreeEntry& entry);
void put(ByteWriter& writer, const Unreadable& unreadable);
using WalkRecord = std::variant<TreeEntry, Unreadable>;
/// The next record; look at reader.ok() after it. Paths that are absolute, empty, or climb with ".." are none.
WalkRecord takeRecord(ByteReader& reader);

} // namespace bascule::engine::wire
