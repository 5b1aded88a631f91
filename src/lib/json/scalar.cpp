#include "lib/json/scalar.h"

#include "lib/text/normalize.h"

#include <cstring>
#include <limits>

namespace congso::json::scalar {

using describe::Kind;
using describe::Type;

namespace {

// Years 1000 to 9999, as for dates: no arithmetic on a stored instant can overflow.
constexpr std::int64_t first_ms = -30'610'224'000'000, last_ms = 253'402'300'799'999;

} // namespace

std::string_view set_string(std::string_view text, const Type& type, void* target)
{
    switch (type.kind) {
    case Kind::text: {
        auto normal = text::normalize(text);
        if (!normal)
            return "text";
        *static_cast<std::string*>(target) = std::move(*normal);
        return {};
    }
    case Kind::date: {
        const auto date = Date::parse(text);
        if (!date)
            return "date";
        *static_cast<Date*>(target) = *date;
        return {};
    }
    case Kind::id: {
        const auto uuid = Uuid::parse(text);
        if (!uuid || uuid->is_nil())
            return "id";
        *static_cast<Uuid*>(target) = *uuid;
        return {};
    }
    case Kind::enumeration: {
        const auto* enumerator = find_enumerator(type, text);
        if (!enumerator)
            return "enum";
        std::memcpy(target, &enumerator->value, sizeof(int)); // the enumeration's own type is not known here
        return {};
    }
    default:
        return "type";
    }
}

std::string_view set_integer(std::int64_t number, const Type& type, void* target)
{
    if (type.kind == Kind::time) {
        if (number < first_ms || number > last_ms)
            return "time";
        static_cast<Time*>(target)->ms = number;
        return {};
    }
    if (type.kind != Kind::integer)
        return "type";
    if (type.size == sizeof number) {
        std::memcpy(target, &number, sizeof number); // long and long long are different types of one size
        return {};
    }
    if (number < std::numeric_limits<std::int32_t>::min() || number > std::numeric_limits<std::int32_t>::max())
        return "number";
    *static_cast<std::int32_t*>(target) = static_cast<std::int32_t>(number);
    return {};
}

std::string_view set_boolean(bool value, const Type& type, void* target)
{
    if (type.kind != Kind::boolean)
        return "type";
    *static_cast<bool*>(target) = value;
    return {};
}

bool set_null(const Type& type, void* target)
{
    if (type.kind == Kind::date)
        *static_cast<Date*>(target) = {};
    else if (type.kind == Kind::id)
        *static_cast<Uuid*>(target) = {};
    else
        return false;
    return true;
}

} // namespace congso::json::scalar
