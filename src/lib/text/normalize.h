#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace congso::text {

// The one form that text has inside: UTF-8, NFC (Unicode Standard Annex 15), lines ended by \n (\r\n and a lone \r become \n),
// no control characters but \n and \t, no byte order mark, and none of the bidirectional overrides U+202A–202E and U+2066–2069,
// which can make a line read as something else. Nothing when the bytes are not UTF-8 or hold U+0000. Normalising twice changes nothing.
std::optional<std::string> normalize(std::string_view text);

} // namespace congso::text
