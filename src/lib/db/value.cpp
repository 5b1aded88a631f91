#include "lib/db/value.h"

#include "lib/base/error.h"

#include <limits>

namespace congso::db {

namespace {

using describe::Kind;

template <class T> T& as(void* target)
{
    return *static_cast<T*>(target);
}
template <class T> const T& as(const void* source)
{
    return *static_cast<const T*>(source);
}

[[noreturn]] void misfit(const describe::Type& type)
{
    throw Error::internal("db.column", {{"type", std::string{type.name}}});
}

void set_default(const describe::Type& type, void* target)
{
    switch (type.kind) {
    case Kind::boolean:
        as<bool>(target) = false;
        return;
    case Kind::integer:
        type.size == 4 ? void(as<std::int32_t>(target) = 0) : void(as<std::int64_t>(target) = 0);
        return;
    case Kind::enumeration:
        as<int>(target) = 0;
        return;
    case Kind::text:
        as<std::string>(target).clear();
        return;
    case Kind::date:
        as<Date>(target) = {};
        return;
    case Kind::time:
        as<Time>(target) = {};
        return;
    case Kind::id:
        as<Uuid>(target) = {};
        return;
    case Kind::optional:
        type.optional_reset(target);
        return;
    case Kind::record:
    case Kind::list:
        misfit(type);
    }
}

void set_number(std::int64_t number, const describe::Type& type, void* target)
{
    if (type.kind == Kind::time) {
        as<Time>(target) = {number};
    } else if (type.kind == Kind::boolean && (number == 0 || number == 1)) {
        as<bool>(target) = number == 1;
    } else if (type.kind == Kind::integer && type.size == 8) {
        as<std::int64_t>(target) = number;
    } else if (type.kind == Kind::integer && number == static_cast<std::int32_t>(number)) {
        as<std::int32_t>(target) = static_cast<std::int32_t>(number);
    } else {
        misfit(type);
    }
}

void set_text(const std::string& text, const describe::Type& type, void* target)
{
    if (type.kind == Kind::text) {
        as<std::string>(target) = text;
    } else if (type.kind == Kind::date) {
        const auto day = Date::parse(text);
        if (!day)
            misfit(type);
        as<Date>(target) = *day;
    } else if (type.kind == Kind::id) {
        const auto uuid = Uuid::parse(text);
        if (!uuid)
            misfit(type);
        as<Uuid>(target) = *uuid;
    } else if (type.kind == Kind::enumeration) {
        const auto* enumerator = describe::find_enumerator(type, text);
        if (!enumerator)
            misfit(type);
        as<int>(target) = enumerator->value;
    } else {
        misfit(type);
    }
}

} // namespace

void from_value(const Value& value, const describe::Type& type, void* target)
{
    if (std::holds_alternative<std::monostate>(value))
        set_default(type, target);
    else if (type.kind == Kind::optional)
        from_value(value, type.element(), type.optional_set(target));
    else if (const auto* number = std::get_if<std::int64_t>(&value))
        set_number(*number, type, target);
    else
        set_text(std::get<std::string>(value), type, target);
}

Value value_of(const describe::Type& type, const void* source)
{
    switch (type.kind) {
    case Kind::boolean:
        return to_value(as<bool>(source));
    case Kind::integer:
        return type.size == 4 ? to_value(as<std::int32_t>(source)) : to_value(as<std::int64_t>(source));
    case Kind::enumeration:
        return Value{describe::name_of(type, as<int>(source))};
    case Kind::text:
        return to_value(as<std::string>(source));
    case Kind::date:
        return to_value(as<Date>(source));
    case Kind::time:
        return to_value(as<Time>(source));
    case Kind::id:
        return to_value(as<Uuid>(source));
    case Kind::optional: {
        const auto* held = type.optional_get(source);
        return held ? value_of(type.element(), held) : Value{};
    }
    case Kind::record:
    case Kind::list:
        break;
    }
    misfit(type);
}

} // namespace congso::db
