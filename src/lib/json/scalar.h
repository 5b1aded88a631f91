#pragma once
#include "lib/base/describe.h"

#include <string_view>

// How single values are taken, shared by the readers of JSON and of path and query values. All return a fault code, or "".
namespace congso::json::scalar {

std::string_view set_string(std::string_view text, const describe::Type& type, void* target); // text, date, id, enumeration
std::string_view set_integer(std::int64_t number, const describe::Type& type, void* target); // integer, time
std::string_view set_boolean(bool value, const describe::Type& type, void* target);
bool set_null(const describe::Type& type, void* target); // a date or an id becomes unset; false for any other type

} // namespace congso::json::scalar
