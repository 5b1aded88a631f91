#pragma once
#include "lib/base/describe.h"

#include <string>

namespace congso::json {

// The JSON text of a described value. An absent optional, an unset date and a nil id are null; times are milliseconds.
void write(std::string& out, const describe::Type& type, const void* value);
void write_string(std::string& out, std::string_view text);

template <class T> std::string write(const T& value)
{
    std::string out;
    write(out, describe::type_of<T>(), &value);
    return out;
}

} // namespace congso::json
