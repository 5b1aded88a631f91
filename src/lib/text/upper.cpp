#include "lib/text/upper.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace congso::text {

std::string upper(std::string_view utf8)
{
    std::string result;
    icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())))
        .toUpper(icu::Locale{"vi"})
        .toUTF8String(result);
    return result;
}

} // namespace congso::text
