#include "lib/text/letter.h"

#include "lib/base/error.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <vector>

namespace congso::text {

namespace {

constexpr char32_t table_size = 0x2000; // Latin with all its marks, Greek, Cyrillic

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&))
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = get(status);
    if (U_FAILURE(status))
        throw Error::internal("text.icu", {{"status", u_errorName(status)}});
    return *normalizer;
}

Tone tone_of(char32_t mark)
{
    switch (mark) {
    case 0x300:
        return Tone::huyen;
    case 0x309:
        return Tone::hoi;
    case 0x303:
        return Tone::nga;
    case 0x301:
        return Tone::sac;
    case 0x323:
        return Tone::nang;
    default:
        return Tone::level;
    }
}

Letter compute(char32_t point)
{
    const auto code = static_cast<UChar32>(point);
    Letter result{.lower = point, .toneless = point, .base = point};
    if (point > 0x10ffff)
        return result;
    result.is_mark = point >= 0x300 && point <= 0x36f;
    result.is_word = u_isalnum(code) != 0;
    result.is_digit = point >= '0' && point <= '9';
    result.lower = static_cast<char32_t>(u_tolower(code));
    result.toneless = result.base = result.lower;
    if (point == 0xd0 || point == 0xf0 || point == 0x110 || point == 0x111) { // đ is a letter of its own and does not decompose
        result.toneless = 0x111;
        result.base = 'd';
        return result;
    }
    icu::UnicodeString parts;
    if (!instance(icu::Normalizer2::getNFDInstance).getDecomposition(static_cast<UChar32>(result.lower), parts))
        return result;
    icu::UnicodeString toneless, base;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const auto part = static_cast<char32_t>(parts.char32At(i));
        if (part < 0x300 || part > 0x36f)
            base.append(static_cast<UChar32>(part));
        if (const Tone tone = tone_of(part); tone != Tone::level)
            result.tone = tone;
        else
            toneless.append(static_cast<UChar32>(part));
    }
    UErrorCode status = U_ZERO_ERROR;
    toneless = instance(icu::Normalizer2::getNFCInstance).normalize(toneless, status);
    if (U_SUCCESS(status) && toneless.countChar32() == 1)
        result.toneless = static_cast<char32_t>(toneless.char32At(0));
    if (base.countChar32() == 1) // not so for scripts whose letters decompose into letters
        result.base = static_cast<char32_t>(base.char32At(0));
    return result;
}

} // namespace

Letter letter(char32_t point)
{
    static const auto table = [] {
        std::vector<Letter> letters(table_size);
        for (char32_t i = 0; i < table_size; ++i)
            letters[i] = compute(i);
        return letters;
    }();
    return point < table_size ? table[point] : compute(point);
}

} // namespace congso::text
