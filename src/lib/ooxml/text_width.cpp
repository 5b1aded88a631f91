#include "lib/ooxml/text_width.h"

#include <array>
#include <cstdint>

namespace congso::ooxml {

namespace {

constexpr double units_per_em = 2048, mm_per_point = 25.4 / 72;

// Advance widths of U+0020 … U+007E: regular, bold, italic.
constexpr std::array<std::array<std::uint16_t, 95>, 3> ascii_widths{
    {{512,  682,  836,  1024, 1024, 1706, 1593, 369,  682,  682,  1024, 1155, 512,  682,  512,  569,  1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 569,  569,  1155, 1155, 1155, 909,  1886, 1479, 1366, 1366, 1479, 1251,
      1139, 1479, 1479, 682,  797,  1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479,
      1479, 1251, 682,  569,  682,  961,  1024, 682,  909,  1024, 909,  1024, 909,  682,  1024, 1024, 569,  569,  1024,
      569,  1593, 1024, 1024, 1024, 1024, 682,  797,  569,  1024, 1024, 1479, 1024, 1024, 909,  983,  410,  983,  1108},
     {512,  682,  1137, 1024, 1024, 2048, 1706, 569,  682,  682,  1024, 1167, 512,  682,  512,  569,  1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 682,  682,  1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366,
      1251, 1593, 1593, 797,  1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479,
      1479, 1366, 682,  569,  682,  1190, 1024, 682,  1024, 1139, 909,  1139, 909,  682,  1024, 1139, 569,  682,  1139,
      569,  1706, 1139, 1024, 1139, 1139, 909,  797,  682,  1139, 1024, 1479, 1024, 1024, 909,  807,  451,  807,  1065},
     {512,  682,  860,  1024, 1024, 1706, 1593, 438,  682,  682,  1024, 1382, 512,  682,  512,  569,  1024, 1024, 1024,
      1024, 1024, 1024, 1024, 1024, 1024, 1024, 682,  682,  1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479, 1251,
      1251, 1479, 1479, 682,  909,  1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251,
      1139, 1139, 797,  569,  797,  864,  1024, 682,  1024, 1024, 909,  1024, 909,  569,  1024, 1024, 569,  569,  909,
      569,  1479, 1024, 1024, 1024, 1024, 797,  797,  569,  1024, 909,  1366, 909,  909,  797,  819,  563,  819,  1108}}};

struct Other {
    char32_t character;
    std::array<std::uint16_t, 3> widths;
};

constexpr Other others[] = {
    {U'\u0110', {1479, 1479, 1479}}, // Đ
    {U'\u0111', {1024, 1139, 1024}}, // đ
    {U'\u01A0', {1479, 1593, 1479}}, // Ơ
    {U'\u01A1', {1083, 1134, 1093}}, // ơ
    {U'\u01AF', {1589, 1630, 1544}}, // Ư
    {U'\u01B0', {1110, 1229, 1117}}, // ư
    {U'\u00AB', {1024, 1024, 1024}}, // «
    {U'\u00BB', {1024, 1024, 1024}}, // »
    {U'\u2013', {1024, 1024, 1024}}, // –
    {U'\u2014', {2048, 2048, 1821}}, // —
    {U'\u201C', {909, 1024, 1139}}, // “
    {U'\u201D', {909, 1024, 1139}}, // ”
    {U'\u2018', {682, 682, 682}}, // ‘
    {U'\u2019', {682, 682, 682}}, // ’
    {U'\u2026', {2048, 2048, 1821}}, // …
    {U'\u2022', {717, 717, 717}}, // •
    {U'\u00A0', {512, 512, 512}}, // no-break space
};

// A letter with marks is as wide as the letter without: only the horn of ơ and ư widens.
struct Family {
    char32_t letter;
    std::u32string_view marked;
};

constexpr Family families[] = {
    {U'A', U"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"},
    {U'a', U"àáảãạăằắẳẵặâầấẩẫậ"},
    {U'E', U"ÈÉẺẼẸÊỀẾỂỄỆ"},
    {U'e', U"èéẻẽẹêềếểễệ"},
    {U'I', U"ÌÍỈĨỊ"},
    {U'i', U"ìíỉĩị"},
    {U'O', U"ÒÓỎÕỌÔỒỐỔỖỘ"},
    {U'o', U"òóỏõọôồốổỗộ"},
    {U'Ơ', U"ỜỚỞỠỢ"},
    {U'ơ', U"ờớởỡợ"},
    {U'U', U"ÙÚỦŨỤ"},
    {U'u', U"ùúủũụ"},
    {U'Ư', U"ỪỨỬỮỰ"},
    {U'ư', U"ừứửữự"},
    {U'Y', U"ỲÝỶỸỴ"},
    {U'y', U"ỳýỷỹỵ"},
};

// The next character of valid UTF-8; a stray byte is a character of its own.
char32_t take(std::string_view& text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length > text.size() || length == 1) {
        text.remove_prefix(1);
        return lead;
    }
    char32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(length);
    return character;
}

double width_of(char32_t character, std::size_t face)
{
    if (character >= 0x300 && character <= 0x36F) // marks that stand over the letter before
        return 0;
    for (const auto& family : families)
        if (family.marked.find(character) != std::u32string_view::npos) {
            character = family.letter;
            break;
        }
    if (character >= 0x20 && character <= 0x7E)
        return ascii_widths[face][character - 0x20];
    for (const auto& other : others)
        if (other.character == character)
            return other.widths[face];
    return units_per_em / 2;
}

} // namespace

double text_width_mm(std::string_view text, int half_points, Face face)
{
    double units = 0;
    while (!text.empty())
        units += width_of(take(text), static_cast<std::size_t>(face));
    return units / units_per_em * half_points / 2 * mm_per_point;
}

} // namespace congso::ooxml
