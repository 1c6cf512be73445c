// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Message.h"

#include "core/engine/Traits.h"
#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Records.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace bascule::engine::wire {

namespace {

using Json = nlohmann::json;

constexpr const char* kParam = "param.";
constexpr std::size_t kMostReason = 256;
constexpr std::uint64_t kEntry = 1;
constexpr std::uint64_t kUnreadable = 2;

Json bytesOf(const std::string& text)
{
    return Json::binary(std::vector<std::uint8_t>(text.begin(), text.end()));
}

/// Builds a flat map while the parser runs, and stops it at anything else: what is nested deep would cost the stack.
class FlatHandler : public nlohmann::json_sax<Json>
{
public:
    std::map<std::string, Message::Value> values;

    bool null() override { return false; }
    bool boolean(bool value) override { return keep(value); }
    bool number_integer(number_integer_t value) override { return keep(std::int64_t{value}); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= static_cast<number_unsigned_t>(INT64_MAX) && keep(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return keep(double{value}); }
    bool string(string_t& value) override { return keepText(std::move(value)); }
    bool binary(binary_t& value) override { return keepText(std::string(value.begin(), value.end())); }
    bool start_object(std::size_t) override { return ++m_depth == 1 && !m_inList; }
    bool key(string_t& value) override
    {
        m_key = std::move(value);
        return true;
    }
    bool end_object() override { return --m_depth == 0; }
    bool start_array(std::size_t) override
    {
        if (m_depth != 1 || m_inList)
            return false;
        m_inList = true;
        values.insert_or_assign(m_key, std::vector<std::string>());
        return true;
    }
    bool end_array() override
    {
        m_inList = false;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool keep(Message::Value value)
    {
        if (m_depth != 1 || m_inList)
            return false;
        values.insert_or_assign(m_key, std::move(value));
        return true;
    }
    bool keepText(std::string text)
    {
        if (!m_inList)
            return keep(std::move(text));
        std::get<std::vector<std::string>>(values[m_key]).push_back(std::move(text));
        return true;
    }

    std::string m_key;
    int m_depth = 0;
    bool m_inList = false;
};

} // namespace

Message Message::failed(const Error& error)
{
    Message message;
    message.set("error", error.code)
        .set("severity", static_cast<std::int64_t>(error.severity))
        .set("subject", error.subject)
        .set("detail", error.detail);
    for (const auto& [name, value] : error.params)
        std::visit([&, key = kParam + name](const auto& one) { message.set(key, one); }, value);
    return message;
}

std::optional<Error> Message::error() const
{
    Error error;
    error.code = text("error");
    if (error.code.empty())
        return std::nullopt;
    const std::int64_t severity = number("severity", static_cast<std::int64_t>(Severity::Fatal));
    const bool valid = severity >= 0 && severity <= static_cast<std::int64_t>(Severity::Fatal);
    error.severity = valid ? static_cast<Severity>(severity) : Severity::Fatal;
    error.subject = text("subject");
    error.detail = text("detail");
    const std::string_view prefix = kParam;
    for (const auto& [name, value] : m_values) {
        if (name.compare(0, prefix.size(), prefix) != 0)
            continue;
        const std::string param = name.substr(prefix.size());
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            error.params[param] = *integer;
        else if (const auto* real = std::get_if<double>(&value))
            error.params[param] = *real;
        else if (const auto* words = std::get_if<std::string>(&value))
            error.params[param] = *words;
    }
    return error;
}

std::string Message::encode() const
{
    Json map = Json::object();
    for (const auto& [name, value] : m_values) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            map[name] = *integer;
        } else if (const auto* flag = std::get_if<bool>(&value)) {
            map[name] = *flag;
        } else if (const auto* real = std::get_if<double>(&value)) {
            map[name] = *real;
        } else if (const auto* words = std::get_if<std::string>(&value)) {
            map[name] = bytesOf(*words);
        } else if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
            Json array = Json::array();
            for (const std::string& one : *list)
                array.push_back(bytesOf(one));
            map[name] = std::move(array);
        }
    }
    std::string bytes;
    Json::to_cbor(map, bytes);
    return bytes;
}

std::optional<Message> Message::decode(std::string_view bytes)
{
    FlatHandler handler;
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &handler, Json::input_format_t::cbor))
        return std::nullopt;
    Message message;
    message.m_values = std::move(handler.values);
    return message;
}

void put(ByteWriter& writer, const TreeEntry& entry)
{
    writer.number(kEntry);
    writer.text(entry.path);
    writer.number(static_cast<std::uint8_t>(entry.kind));
    for (const std::uint64_t value : {std::uint64_t{entry.mode}, std::uint64_t{entry.uid}, std::uint64_t{entry.gid},
                                      entry.device, entry.inode, entry.links})
        writer.number(value);
    for (const std::int64_t value : {entry.size, entry.blocks, entry.mtimeNs, entry.ctimeNs, entry.atimeNs})
        writer.signedNumber(value);
    writer.text(entry.linkTarget);
    writer.number(entry.traits);
    writer.text(entry.head);
}

void put(ByteWriter& writer, const Unreadable& unreadable)
{
    writer.number(kUnreadable);
    writer.text(unreadable.path);
    writer.text(unreadable.reason);
}

WalkRecord takeRecord(ByteReader& reader)
{
    const std::uint64_t record = reader.number();
    const std::string_view path = reader.text(kMostPath);
    if (record == kUnreadable) {
        Unreadable unreadable{std::string(path), std::string(reader.text(kMostReason))};
        if (!path.empty() && !staysBelow(path)) // the root itself may be what cannot be read
            reader.fail();
        return unreadable;
    }
    TreeEntry entry;
    entry.path = path;
    const std::uint64_t kind = reader.number();
    entry.kind = static_cast<char>(kind & 0x7fU);
    entry.mode = static_cast<std::uint32_t>(reader.number());
    entry.uid = static_cast<std::uint32_t>(reader.number());
    entry.gid = static_cast<std::uint32_t>(reader.number());
    entry.device = reader.number();
    entry.inode = reader.number();
    entry.links = reader.number();
    for (std::int64_t* value : {&entry.size, &entry.blocks, &entry.mtimeNs, &entry.ctimeNs, &entry.atimeNs})
        *value = reader.signedNumber();
    entry.linkTarget = reader.text(kMostPath);
    const std::uint64_t traits = reader.number();
    entry.traits = static_cast<std::uint8_t>(traits & AllTraits);
    entry.head = reader.text(kHeadBytes);
    if (traits > AllTraits)
        reader.fail();
    const bool isKind = kind <= 127 && std::string_view("fdlpsbc").find(entry.kind) != std::string_view::npos;
    if (record != kEntry || !isKind || !staysBelow(path))
        reader.fail();
    return entry;
}

} // namespace bascule::engine::wire
