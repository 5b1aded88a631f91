#include "lib/json/write.h"

#include <charconv>
#include <cstring>

namespace congso::json {

using describe::Kind;
using describe::Type;

namespace {

// An enumeration or a whole number whose own type is known by its size only.
template <class T> T load(const void* value)
{
    T loaded;
    std::memcpy(&loaded, value, sizeof loaded);
    return loaded;
}

constexpr char hex[] = "0123456789abcdef";

// What must not stand in a JSON string as it is (RFC 8259 §7); U+007F is left alone.
constexpr auto escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < 0x20; ++i)
        table[i] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

void write_escape(std::string& out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex[static_cast<unsigned char>(c) >> 4];
        out += hex[static_cast<unsigned char>(c) & 15];
    }
}

void write_integer(std::string& out, std::int64_t number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_date(std::string& out, Date date)
{
    if (!date.is_set()) {
        out += "null";
        return;
    }
    const auto year = static_cast<unsigned>(date.year());
    const auto digit = [](unsigned value) {
        return static_cast<char>('0' + value % 10);
    };
    const char text[] = {'"',
                         digit(year / 1000),
                         digit(year / 100),
                         digit(year / 10),
                         digit(year),
                         '-',
                         digit(date.month() / 10),
                         digit(date.month()),
                         '-',
                         digit(date.day_of_month() / 10),
                         digit(date.day_of_month()),
                         '"'};
    out.append(text, sizeof text);
}

void write_id(std::string& out, const Uuid& uuid)
{
    if (uuid.is_nil()) {
        out += "null";
        return;
    }
    char text[38];
    char* at = text;
    *at++ = '"';
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = hex[uuid.bytes[i] >> 4];
        *at++ = hex[uuid.bytes[i] & 15];
    }
    *at = '"';
    out.append(text, sizeof text);
}

void write_record(std::string& out, const Type& type, const void* value)
{
    char before = '{';
    for (const auto& field : type.fields) {
        out += before;
        out += '"'; // names are C++ identifiers: nothing in them to escape
        out.append(field.name, std::strlen(field.name));
        out += "\":";
        write(out, field.type(), describe::at(value, field));
        before = ',';
    }
    if (before == '{')
        out += '{';
    out += '}';
}

void write_list(std::string& out, const Type& type, const void* value)
{
    out += '[';
    const auto size = type.list_size(value);
    const Type& element = type.element();
    for (std::size_t i = 0; i < size; ++i) {
        if (i > 0)
            out += ',';
        write(out, element, type.list_at(value, i));
    }
    out += ']';
}

} // namespace

void write_string(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!escaped[static_cast<unsigned char>(text[i])])
            continue;
        out.append(text, start, i - start);
        write_escape(out, text[i]);
        start = i + 1;
    }
    out.append(text, start, text.size() - start);
    out += '"';
}

void write(std::string& out, const Type& type, const void* value)
{
    switch (type.kind) {
    case Kind::boolean:
        out += *static_cast<const bool*>(value) ? "true" : "false";
        break;
    case Kind::integer:
        write_integer(out, type.size == sizeof(std::int64_t) ? load<std::int64_t>(value) : load<std::int32_t>(value));
        break;
    case Kind::text:
        write_string(out, *static_cast<const std::string*>(value));
        break;
    case Kind::date:
        write_date(out, *static_cast<const Date*>(value));
        break;
    case Kind::time:
        write_integer(out, static_cast<const Time*>(value)->ms);
        break;
    case Kind::id:
        write_id(out, *static_cast<const Uuid*>(value));
        break;
    case Kind::enumeration:
        write_string(out, name_of(type, load<int>(value)));
        break;
    case Kind::record:
        write_record(out, type, value);
        break;
    case Kind::list:
        write_list(out, type, value);
        break;
    case Kind::optional:
        if (const void* held = type.optional_get(value))
            write(out, type.element(), held);
        else
            out += "null";
    }
}

} // namespace congso::json
