#include "lib/text/fold.h"

#include "lib/text/letter.h"
#include "lib/text/scan.h"
#include "lib/text/utf8.h"

#include <array>

namespace congso::text {

namespace {

// Each row: the vowel without a tone, then with the five tones in one fixed order.
constexpr std::array<std::u32string_view, 4> first_vowels{U"oòỏõóọ", U"OÒỎÕÓỌ", U"uùủũúụ", U"UÙỦŨÚỤ"};
constexpr std::array<std::u32string_view, 6> second_vowels{U"aàảãáạ", U"AÀẢÃÁẠ", U"eèẻẽéẹ", U"EÈẺẼÉẸ", U"yỳỷỹýỵ", U"YỲỶỸÝỴ"};

std::string join(std::string_view text, std::string Piece::*form)
{
    std::string result;
    Scanner scanner{text};
    for (Piece piece; scanner.next(piece);) {
        if (!result.empty())
            result += ' ';
        result += piece.*form;
    }
    return result;
}

} // namespace

std::string fold(std::string_view text)
{
    return join(text, &Piece::folded);
}

std::string exact(std::string_view text)
{
    return join(text, &Piece::exact);
}

void canonical_tone_of_word(std::u32string& letters)
{
    const auto size = letters.size();
    if (size < 2)
        return;
    char32_t& first = letters[size - 2];
    char32_t& second = letters[size - 1];
    for (std::size_t row = 0; row < second_vowels.size(); ++row) {
        const auto tone = second_vowels[row].find(second);
        if (tone == std::u32string_view::npos || tone == 0)
            continue;
        const bool with_u = row >= 4; // uy; the others are oa and oe
        if (with_u && size > 2 && (letters[size - 3] == 'q' || letters[size - 3] == 'Q'))
            return; // the u belongs to qu-
        for (std::size_t i = with_u ? 2 : 0; i < (with_u ? 4U : 2U); ++i)
            if (first == first_vowels[i][0]) {
                first = first_vowels[i][tone];
                second = second_vowels[row][0];
                return;
            }
        return;
    }
}

std::string canonical_tone(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    std::u32string word;
    const auto end_word = [&] {
        canonical_tone_of_word(word);
        for (const char32_t point : word)
            utf8::append(result, point);
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        const char32_t point = utf8::next(text, at);
        if (point != utf8::invalid && (letter(point).is_word || letter(point).is_mark)) {
            word += point;
        } else {
            end_word();
            result.append(text, start, at - start);
        }
    }
    end_word();
    return result;
}

bool has_marks(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const Letter now = letter(utf8::next(text, at));
        if (now.is_mark || (now.is_word && now.base != now.lower))
            return true;
    }
    return false;
}

} // namespace congso::text
