#include "lib/text/sort_key.h"

#include <gtest/gtest.h>

namespace congso::text {

namespace {

using Key = std::string (*)(std::string_view);

// The texts stand in their order: every earlier key is below every later one.
void expect_ascending(const std::vector<std::string>& texts, Key key)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            EXPECT_LT(key(texts[i]), key(texts[j])) << texts[i] << " | " << texts[j];
}

} // namespace

TEST(SortKey, follows_the_order_of_the_dictionary)
{
    expect_ascending({"An", "Anh", "Ân", "Bình", "Dũng", "Đạt", "Em"}, sort_key);
    expect_ascending({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
                      "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"},
                     sort_key);
}

TEST(SortKey, orders_tones_after_letters_and_case_after_tones)
{
    expect_ascending({"ma", "mà", "mả", "mã", "má", "mạ", "man"}, sort_key);
    expect_ascending({"hoa", "hOa", "Hoa", "HOA", "hòa"}, sort_key);
    EXPECT_EQ(sort_key("Hoà"), sort_key("Hòa"));
}

TEST(SortKey, compares_syllable_by_syllable)
{
    expect_ascending({"An", "An Bình", "An Ý", "Án Ba", "Anh", "Anh Ba"}, sort_key);
    expect_ascending({"Phổ Châu", "Phổ Mẫu", "Phổ Văn", "Phố An"}, sort_key);
    EXPECT_EQ(sort_key("Thi đua - Khen thưởng"), sort_key("Thi đua, Khen thưởng"));
}

TEST(SortKey, orders_numbers_by_value_before_letters)
{
    expect_ascending({"2", "10", "100", "A", "A2", "A10", "Thôn 2", "Thôn 10", "Thôn An"}, sort_key);
    EXPECT_EQ(sort_key("Thôn 02"), sort_key("Thôn 2"));
}

TEST(SortKey, is_printable_ascii_of_bounded_length)
{
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "Nghiễng 日 7";
    for (const auto& text : {many, std::string(5000, '1'), std::string{"ỦY BAN 日本 ø ß 0000"}, std::string{}}) {
        const auto key = sort_key(text);
        EXPECT_LT(key.size(), 1100U);
        EXPECT_TRUE(std::ranges::all_of(key, [](char c) { return c >= ' ' && c <= '~'; })) << key;
    }
    EXPECT_EQ(sort_key(""), "");
}

TEST(PersonSortKey, sorts_by_given_name_then_family_name_then_middle_names)
{
    expect_ascending({"An", "Đinh An", "Lê An", "Lê Văn An", "Trần An", "Nguyễn Thị Ân", "Lê Thị Hoa", "Võ Hoa", "Bùi Hòa", "Lê Văn Thái"},
                     person_sort_key);
    EXPECT_EQ(person_sort_key(" Lê  Văn Thái "), person_sort_key("Lê Văn Thái"));
}

} // namespace congso::text
