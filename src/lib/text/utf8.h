#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace congso::text::utf8 {

inline constexpr char32_t invalid = 0xffffffff;

// The code point at `at` (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF) and moves `at` past it. Where the bytes are
// not UTF-8 it gives `invalid` and moves by one byte. `at` must be inside the text.
char32_t next(std::string_view text, std::size_t& at);

void append(std::string& out, char32_t point);

} // namespace congso::text::utf8
