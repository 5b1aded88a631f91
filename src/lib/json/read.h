#pragma once
#include "lib/base/describe.h"
#include "lib/base/error.h"

#include <span>
#include <string_view>
#include <vector>

namespace congso::json {

// Reads one JSON text (RFC 8259) into a described type: what `write` wrote is read back as it was, so null is an unset date or
// a nil id. Faults are collected with their JSON pointers (RFC 6901), the first hundred of them:
//   "json" (not JSON at all, path ""), "type" (another JSON type), "required", "unknown", "duplicate", "date", "time", "id",
//   "enum", "number" (not whole or does not fit), "text" (not UTF-8 or holds U+0000), "too_deep" (path "").
// A field is required unless it is std::optional, a list or a boolean. Every string passes text::normalize (NFC). Limits: depth 32.
// Throws Error::invalid "invalid" with the faults; the target is then half filled and good for nothing.
void read(std::string_view text, const describe::Type& type, void* target);

// The same for the body of a request: null where a date or an id must stand is "required". `given` names the members of the
// outermost record that come from the path or the query: they may be missing from the body, and inside it they are "unknown".
// An empty body counts as {}.
void read_body(std::string_view text, const describe::Type& type, void* target, std::span<const std::string_view> given = {});

template <class T> T read(std::string_view text)
{
    T value{};
    read(text, describe::type_of<T>(), &value);
    return value;
}

// Fills one scalar (or optional scalar) field from a path or query value: whole numbers in decimal, booleans as true/false.
// An empty value leaves an optional without text absent; each call on a list adds one element.
// Returns a fault code, or "" when it was fine.
std::string_view read_text_value(std::string_view text, const describe::Type& type, void* target);

} // namespace congso::json
