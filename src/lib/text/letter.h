#pragma once
#include <cstdint>

namespace congso::text {

enum class Tone : std::uint8_t { level, huyen, hoi, nga, sac, nang }; // in the order of the dictionary: ngang, huyền, hỏi, ngã, sắc, nặng

// What sorting and searching need to know of one character of NFC text.
struct Letter {
    char32_t lower{}; // itself where it has no lower case
    char32_t toneless{}; // lower case without the tone: ế → ê
    char32_t base{}; // lower case without any mark: ế → e; đ and ð → d
    Tone tone{};
    bool is_word{}; // a letter or a digit
    bool is_digit{}; // 0–9
    bool is_mark{}; // a combining mark that found no letter to join
};

Letter letter(char32_t point);

} // namespace congso::text
