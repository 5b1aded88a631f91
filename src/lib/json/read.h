#pragma once
#include "lib/base/describe.h"
#include "lib/base/error.h"

#include <string_view>
#include <vector>

namespace congso::json {

// Reads one JSON text (RFC 8259) into a described type. Every fault is collected with its JSON pointer (RFC 6901):
//   "json" (not JSON at all, path ""), "type" (another JSON type), "required", "unknown", "date", "time", "id", "enum",
//   "number" (does not fit), "text" (not UTF-8 or holds U+0000), "too_deep".
// A field is required unless it is std::optional, a list or a boolean. Every string passes text::normalize (NFC). Limits: depth 32.
// Throws Error::invalid "invalid" with all faults.
void read(std::string_view text, const describe::Type& type, void* target);

template <class T> T read(std::string_view text)
{
    T value{};
    read(text, describe::type_of<T>(), &value);
    return value;
}

// Fills one scalar (or optional scalar) field from a path or query value: whole numbers in decimal, booleans as true/false.
// Returns a fault code, or "" when it was fine.
std::string_view read_text_value(std::string_view text, const describe::Type& type, void* target);

} // namespace congso::json
