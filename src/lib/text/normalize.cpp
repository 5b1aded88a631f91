#include "lib/text/normalize.h"

#include "lib/base/error.h"
#include "lib/text/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

namespace congso::text {

namespace {

bool is_dropped(char32_t point)
{
    return (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7f && point <= 0x9f) || point == 0xfeff
        || (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

std::string without_dropped(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t point = utf8::next(text, at);
        if (point == '\r') {
            if (at == text.size() || text[at] != '\n')
                kept += '\n';
        } else if (!is_dropped(point)) {
            kept.append(text, start, at - start);
        }
    }
    return kept;
}

const icu::Normalizer2& nfc()
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        throw Error::internal("text.icu", {{"status", u_errorName(status)}});
    return *instance;
}

icu::StringPiece piece(const std::string& text)
{
    return {text.data(), static_cast<int32_t>(text.size())};
}

} // namespace

std::optional<std::string> normalize(std::string_view text)
{
    if (text.size() > INT32_MAX / 4) // ICU counts in int32_t
        return std::nullopt;
    bool ascii = true, clean = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = utf8::next(text, at);
        if (point == utf8::invalid || point == 0)
            return std::nullopt;
        ascii = ascii && point < 0x80;
        clean = clean && !is_dropped(point);
    }
    std::string result = clean ? std::string{text} : without_dropped(text);
    if (ascii)
        return result;
    UErrorCode status = U_ZERO_ERROR;
    if (nfc().isNormalizedUTF8(piece(result), status) && U_SUCCESS(status))
        return result;
    std::string composed;
    composed.reserve(result.size());
    icu::StringByteSink<std::string> sink{&composed};
    status = U_ZERO_ERROR;
    nfc().normalizeUTF8(0, piece(result), sink, nullptr, status);
    if (U_FAILURE(status))
        throw Error::internal("text.icu", {{"status", u_errorName(status)}});
    return composed;
}

} // namespace congso::text
