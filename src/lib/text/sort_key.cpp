#include "lib/text/sort_key.h"

#include "lib/text/letter.h"
#include "lib/text/utf8.h"

#include <fmt/format.h>

#include <vector>

namespace congso::text {

namespace {

// The bytes of a key, lowest first: ' ' begins the case, '!' ends the letters of a syllable and is followed by the tone 1–6,
// '$'–'?' tell how many digits a number has, 'A'–'a' are the letters below, '~' begins any other letter.
constexpr std::u32string_view alphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr std::size_t character_limit = 120, digit_limit = 27;

struct Character {
    Letter letter;
    bool upper{};
};
using Syllable = std::vector<Character>;

std::vector<Syllable> syllables_of(std::string_view text)
{
    std::vector<Syllable> syllables;
    bool inside = false;
    for (std::size_t at = 0, count = 0; at < text.size() && count < character_limit;) {
        const char32_t point = utf8::next(text, at);
        const Letter now = letter(point);
        if (now.is_mark)
            continue;
        if (now.is_word) {
            if (!inside)
                syllables.emplace_back();
            syllables.back().push_back({now, now.lower != point});
            ++count;
        }
        inside = now.is_word;
    }
    return syllables;
}

void put_letter(std::string& key, const Letter& letter)
{
    auto index = alphabet.find(letter.toneless);
    if (index == std::u32string_view::npos)
        index = alphabet.find(letter.base); // ü, ç: after nothing, just as their letter
    if (index == std::u32string_view::npos)
        key += fmt::format("~{:06x}", static_cast<std::uint32_t>(letter.base));
    else
        key += static_cast<char>('A' + index);
}

// The digits that begin at `at`, without leading zeros, after a byte that tells how many there are.
std::size_t put_number(std::string& key, const Syllable& syllable, std::size_t at)
{
    std::string digits;
    for (; at < syllable.size() && syllable[at].letter.is_digit; ++at)
        if (const char digit = static_cast<char>(syllable[at].letter.lower); !digits.empty() || digit != '0')
            digits += digit;
    key += static_cast<char>('$' + std::min(digits.size(), digit_limit));
    key += digits;
    return at;
}

void put_syllable(std::string& key, const Syllable& syllable)
{
    Tone tone = Tone::level;
    for (std::size_t i = 0; i < syllable.size();) {
        const Letter& letter = syllable[i].letter;
        if (letter.is_digit) {
            i = put_number(key, syllable, i);
            continue;
        }
        put_letter(key, letter);
        if (tone == Tone::level)
            tone = letter.tone;
        ++i;
    }
    key += '!';
    key += static_cast<char>('1' + static_cast<int>(tone));
}

void put_case(std::string& key, const std::vector<Syllable>& syllables)
{
    std::string digits;
    unsigned bits = 0, count = 0;
    const auto flush = [&] {
        digits += "0123456789abcdef"[bits];
        bits = count = 0;
    };
    for (const auto& syllable : syllables)
        for (const auto& character : syllable) {
            bits |= (character.upper ? 8U : 0U) >> count;
            if (++count == 4)
                flush();
        }
    if (count > 0)
        flush();
    digits.erase(digits.find_last_not_of('0') + 1);
    if (!digits.empty())
        key += ' ' + digits;
}

std::string key_of(const std::vector<Syllable>& syllables)
{
    std::string key;
    for (const auto& syllable : syllables)
        put_syllable(key, syllable);
    put_case(key, syllables);
    return key;
}

} // namespace

std::string sort_key(std::string_view text)
{
    return key_of(syllables_of(text));
}

std::string person_sort_key(std::string_view full_name)
{
    auto syllables = syllables_of(full_name);
    if (syllables.size() > 1)
        std::rotate(syllables.begin(), syllables.end() - 1, syllables.end());
    return key_of(syllables);
}

} // namespace congso::text
