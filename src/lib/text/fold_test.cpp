#include "lib/text/fold.h"
#include "lib/text/normalize.h"

#include <gtest/gtest.h>

namespace congso::text {

TEST(Fold, drops_case_marks_and_the_stroke_of_d)
{
    for (const auto* text : {"Đức Phổ", "ĐỨC PHỔ", "duc pho", "Duc Phổ", "đức  phổ", "Ðức ðức"})
        EXPECT_TRUE(fold(text).starts_with("duc ")) << text;
    EXPECT_EQ(fold("Đức Phổ"), "duc pho");
    EXPECT_EQ(fold("ẮẰẲẴẶ ấầẩẫậ ÊẾỀỂỄỆ ôốồổỗộ ƠỚỜỞỠỢ ưứừửữự ỲỴỶỸÝ ÌỈĨÍỊ"), "aaaaa aaaaa eeeeee oooooo oooooo uuuuuu yyyyy iiiii");
    EXPECT_EQ(fold("Müller François"), "muller francois");
    EXPECT_EQ(fold("Ελλάδα 日本 한국"), "ελλαδα 日本 한국");
}

TEST(Fold, is_the_same_for_composed_and_decomposed_text)
{
    EXPECT_EQ(fold(*normalize("\u0110u\u031b\u0301c Pho\u0302\u0309")), "duc pho");
    EXPECT_EQ(fold("x\u0323y"), "xy"); // a mark that found no letter to join
}

TEST(Fold, drops_punctuation_and_spaces_but_keeps_symbols_whole)
{
    EXPECT_EQ(fold("  «Kế hoạch»,\n số 817/KH-UBND\t(ngày 28/4/2022). "), "ke hoach so 817/kh-ubnd ngay 28/4/2022");
    EXPECT_EQ(fold("36/KH–UBND"), "36/kh-ubnd"); // an en dash is typed for a hyphen
    EXPECT_EQ(fold("Văn phòng - Thống kê, VP-TK và/hoặc QĐ-UBND"), "van phong thong ke vp tk va hoac qd ubnd");
    EXPECT_EQ(fold("1.234.567 đồng; 04.09.2019; 96,0%; 12.3456"), "1234567 dong 04 09 2019 96 0 12 3456");
    EXPECT_EQ(fold("/5/ -7- 8/ a/1-"), "5 7 8 a/1");
    EXPECT_EQ(fold("…"), "");
}

TEST(Exact, keeps_marks_and_puts_tones_in_one_place)
{
    EXPECT_EQ(exact("Hoà  BÌNH, ỦY/UỶ"), "hòa bình ủy ủy");
    EXPECT_EQ(exact("817/QÐ-UBND"), "817/qđ-ubnd");
    EXPECT_NE(exact("Phổ"), exact("Phố"));
}

TEST(CanonicalTone, makes_both_spellings_of_an_open_syllable_one)
{
    EXPECT_EQ(canonical_tone("Hoà, khoẻ, thuý, hoá, toà, UỶ, Uỷ, uỷ, loè, luỵ"), "Hòa, khỏe, thúy, hóa, tòa, ỦY, Ủy, ủy, lòe, lụy");
    EXPECT_EQ(canonical_tone("Hòa, khỏe, thúy"), "Hòa, khỏe, thúy");
    EXPECT_EQ(canonical_tone("HOÀ HÒA"), "HÒA HÒA");
}

TEST(CanonicalTone, leaves_syllables_with_one_place_for_the_tone)
{
    for (const auto* text : {"quý, Quỳnh, QUỶ, già, giày, hoàn, hoài, khoẻn, thuỷu, khuỷu, thuở, á, ỳ, a/ý", "36/KH-UBND\n\"x\""})
        EXPECT_EQ(canonical_tone(text), text);
}

TEST(HasMarks, tells_whether_a_query_was_typed_with_marks)
{
    for (const auto* with : {"phố", "đ", "ơ", "Đ"})
        EXPECT_TRUE(has_marks(with)) << with;
    for (const auto* without : {"PHO", "36/KH-UBND", "", "«x»"})
        EXPECT_FALSE(has_marks(without)) << without;
}

} // namespace congso::text
