#include "lib/text/normalize.h"

#include <gtest/gtest.h>

namespace congso::text {

TEST(Normalize, leaves_ascii_and_composed_text_as_it_is)
{
    for (const auto* text : {"", "36/KH-UBND\n\tx", "Ủy ban nhân dân xã Phổ Mẫu – «Đức Phổ» 🙂"})
        EXPECT_EQ(normalize(text), text);
}

TEST(Normalize, composes_what_came_decomposed)
{
    EXPECT_EQ(normalize("\u0110u\u031b\u0301c Pho\u0302\u0309"), "Đức Phổ");
    EXPECT_EQ(normalize("Pho\u0309\u0302"), "Phỏ\u0302"); // the order of marks of one class is meaning, not noise
    EXPECT_EQ(normalize("e\u0323\u0302"), "ệ");
}

TEST(Normalize, writes_every_line_end_as_one_character)
{
    EXPECT_EQ(normalize("a\r\nb\rc\nd\r"), "a\nb\nc\nd\n");
}

TEST(Normalize, drops_controls_byte_order_marks_and_direction_overrides)
{
    EXPECT_EQ(normalize("a\x01"
                        "b\x1b\x7f\u0085c"),
              "abc");
    EXPECT_EQ(normalize("\ufeffa\u202eb\u2066c\u2069"), "abc");
    EXPECT_EQ(normalize("a\u0001\u0300"), "à"); // marks meet their letter after the drop
}

TEST(Normalize, refuses_what_is_not_utf8)
{
    for (const std::string_view wrong :
         {"\xff", "a\x80", "\xc3", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf0\x9f\x99"})
        EXPECT_FALSE(normalize(wrong));
}

TEST(Normalize, refuses_the_zero_character)
{
    EXPECT_FALSE(normalize(std::string_view{"a\0b", 3}));
}

} // namespace congso::text
