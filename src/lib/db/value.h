#pragma once
#include "lib/base/describe.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace congso::db {

// What travels to and from a database: nothing, a whole number or UTF-8 text. No floating point (points are hundredths, money is đồng).
using Value = std::variant<std::monostate, std::int64_t, std::string>;

inline Value to_value(bool flag)
{
    return std::int64_t{flag};
}
template <std::integral T>
requires(!std::same_as<T, bool>) Value to_value(T number)
{
    return static_cast<std::int64_t>(number);
}
inline Value to_value(std::string_view text)
{
    return std::string{text};
}
inline Value to_value(const std::string& text)
{
    return text;
}
inline Value to_value(const char* text)
{
    return std::string{text};
}
inline Value to_value(Date day)
{
    return day.is_set() ? Value{day.to_string()} : Value{};
} // an unset day is NULL
inline Value to_value(Time time)
{
    return time.ms;
}
inline Value to_value(const Uuid& uuid)
{
    return uuid.is_nil() ? Value{} : Value{uuid.to_string()};
} // a nil id is NULL
template <class T> Value to_value(const Id<T>& id)
{
    return to_value(id.uuid);
}
template <class E>
requires std::is_enum_v<E> Value to_value(E value)
{
    return describe::to_name(value); // enumerations are stored by name, with a CHECK in the schema
}
template <class T> Value to_value(const std::optional<T>& value)
{
    return value ? to_value(*value) : Value{};
}
inline Value to_value(Value value)
{
    return value;
}

// What the object of `type` at `source` is stored as: the same as to_value of it. Records and lists have no such value:
// Error::internal("db.column").
Value value_of(const describe::Type& type, const void* source);

// Writes `value` into the object of `type` at `target`. Throws Error::internal("db.column") when it does not fit.
// NULL gives the default of the type (an absent optional, "", 0, a nil id, an unset day).
void from_value(const Value& value, const describe::Type& type, void* target);

} // namespace congso::db
