#pragma once
#include <string>
#include <string_view>

namespace congso::text {

// A key of printable ASCII whose byte order is Vietnamese order, for a TEXT column that both engines sort alike (collation C,
// BINARY). Syllables are compared one after the other: letters (a ă â b c d đ e ê … o ô ơ … u ư …), then the tone (ngang, huyền,
// hỏi, ngã, sắc, nặng); where all is equal, lower case comes first. Numbers stand before letters, by value (Thôn 2, Thôn 10);
// punctuation only parts syllables. The first 120 letters and digits count, so a key fits into an index.
std::string sort_key(std::string_view text);

// The key of a person's full name as lists of people want it: by the given name (tên), then họ, then đệm.
std::string person_sort_key(std::string_view full_name);

} // namespace congso::text
