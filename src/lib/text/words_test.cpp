#include "lib/text/words.h"

#include <gtest/gtest.h>

namespace congso::text {

TEST(Dates, follow_the_zeros_of_the_decree)
{
    const auto day = Date::of(2019, 9, 4);
    EXPECT_EQ(long_date(day), "ngày 04 tháng 9 năm 2019");
    EXPECT_EQ(short_date(day), "04/9/2019");
    EXPECT_EQ(table_date(day), "04/09/2019");
    EXPECT_EQ(long_date(Date::of(2022, 2, 28)), "ngày 28 tháng 02 năm 2022");
    EXPECT_EQ(short_date(Date::of(2022, 12, 10)), "10/12/2022");
    EXPECT_EQ(long_date({}) + short_date({}) + table_date({}), "");
}

TEST(Numbers, have_dots_of_thousands_and_a_decimal_comma)
{
    EXPECT_EQ(number(0), "0");
    EXPECT_EQ(number(999), "999");
    EXPECT_EQ(number(-1234567), "-1.234.567");
    EXPECT_EQ(number(INT64_MIN), "-9.223.372.036.854.775.808");
    EXPECT_EQ(hundredths(123456750), "1.234.567,5");
    EXPECT_EQ(hundredths(-5), "-0,05");
    EXPECT_EQ(hundredths(10000), "100");
    EXPECT_EQ(money(1490000), "1.490.000 đồng");
}

TEST(Percent, has_one_decimal_and_says_when_there_is_nothing_to_count)
{
    EXPECT_EQ(percent(190, 198), "96,0%");
    EXPECT_EQ(percent(1, 3), "33,3%");
    EXPECT_EQ(percent(2, 3), "66,7%");
    EXPECT_EQ(percent(1, 2000), "0,1%");
    EXPECT_EQ(percent(5, 5), "100,0%");
    EXPECT_EQ(percent(-1, 4), "-25,0%");
    EXPECT_EQ(percent(0, 0), "chưa có số liệu");
}

TEST(NumberInWords, says_numbers_as_vietnamese_does)
{
    const std::pair<std::int64_t, const char*> cases[] = {
        {0, "không"},
        {10, "mười"},
        {11, "mười một"},
        {14, "mười bốn"},
        {15, "mười lăm"},
        {21, "hai mươi mốt"},
        {24, "hai mươi tư"},
        {25, "hai mươi lăm"},
        {40, "bốn mươi"},
        {101, "một trăm linh một"},
        {105, "một trăm linh năm"},
        {115, "một trăm mười lăm"},
        {1005, "một nghìn không trăm linh năm"},
        {1490000, "một triệu bốn trăm chín mươi nghìn"},
        {1000005, "một triệu không trăm linh năm"},
        {2000500000, "hai tỷ năm trăm nghìn"},
        {1000000000000, "một nghìn tỷ"},
        {1005000000001, "một nghìn không trăm linh năm tỷ không trăm linh một"},
        {-3, "âm ba"},
    };
    for (const auto& [value, words] : cases)
        EXPECT_EQ(number_in_words(value), words);
    EXPECT_TRUE(number_in_words(INT64_MIN).starts_with("âm chín tỷ hai trăm hai mươi ba triệu"));
}

TEST(MoneyInWords, begins_with_a_capital)
{
    EXPECT_EQ(money_in_words(1490000), "Một triệu bốn trăm chín mươi nghìn đồng");
    EXPECT_EQ(money_in_words(0), "Không đồng");
    EXPECT_EQ(money_in_words(-1), "Âm một đồng");
    for (int i = 1; i < 10; ++i)
        EXPECT_TRUE(money_in_words(i)[0] >= 'A' && money_in_words(i)[0] <= 'Z') << i;
}

TEST(VietnameseLetter, counts_without_the_letters_that_lists_leave_out)
{
    std::string all;
    for (std::size_t i = 0; i < 23; ++i)
        all += vietnamese_letter(i);
    EXPECT_EQ(all, "abcdđeghiklmnopqrstuvxy");
    EXPECT_EQ(vietnamese_letter(23), "aa");
    EXPECT_EQ(vietnamese_letter(27), "ađ");
}

} // namespace congso::text
