#include "office/worktime/lunar.h"

#include <gtest/gtest.h>

namespace congso::worktime {

namespace {

struct Year {
    int year;
    unsigned day, month; // mồng 1 tháng Giêng
    unsigned feast_day, feast_month; // mồng 10 tháng Ba
};

constexpr Year years[] = {
    {2019, 5, 2, 14, 4},  {2020, 25, 1, 2, 4},  {2021, 12, 2, 21, 4}, {2022, 1, 2, 10, 4},  {2023, 22, 1, 29, 4}, {2024, 10, 2, 18, 4},
    {2025, 29, 1, 7, 4},  {2026, 17, 2, 26, 4}, {2027, 6, 2, 16, 4},  {2028, 26, 1, 4, 4},  {2029, 13, 2, 23, 4}, {2030, 2, 2, 12, 4},
    {2031, 23, 1, 1, 4},  {2032, 11, 2, 19, 4}, {2033, 31, 1, 9, 4},  {2034, 19, 2, 28, 4}, {2035, 8, 2, 17, 4},  {2036, 28, 1, 6, 4},
    {2037, 15, 2, 24, 4}, {2038, 4, 2, 13, 4},  {2039, 24, 1, 3, 4},  {2040, 12, 2, 20, 4},
};

} // namespace

TEST(Lunar, knows_tet_and_the_feast_of_the_ancestors_for_twenty_two_years)
{
    for (const auto& row : years) {
        EXPECT_EQ(lunar_new_year(row.year), Date::of(row.year, row.month, row.day)) << row.year;
        EXPECT_EQ(solar_of(row.year, 3, 10), Date::of(row.year, row.feast_month, row.feast_day)) << row.year;
    }
}

TEST(Lunar, goes_its_own_way_where_the_hour_of_difference_to_china_counts)
{
    EXPECT_EQ(lunar_new_year(1985), Date::of(1985, 1, 21)); // a month before Beijing
    EXPECT_EQ(lunar_new_year(2007), Date::of(2007, 2, 17)); // a day before Beijing
}

TEST(Lunar, has_the_leap_months_that_have_been)
{
    for (const auto& [year, month] :
         {std::pair{2004, 2}, {2006, 7}, {2009, 5}, {2012, 4}, {2014, 9}, {2017, 6}, {2020, 4}, {2023, 2}, {2025, 6}}) {
        for (int other = 1; other <= 12; ++other)
            EXPECT_EQ(solar_of(year, other, 1, true).has_value(), other == month) << year << " " << other;
    }
    EXPECT_EQ(solar_of(2023, 2, 1, true), Date::of(2023, 3, 22));
    EXPECT_FALSE(solar_of(2022, 4, 1, true));
}

TEST(Lunar, goes_there_and_back_on_every_day)
{
    LunarDate before = lunar_of(Date::of(1999, 12, 31));
    for (Date day = Date::of(2000, 1, 1); day < Date::of(2060, 1, 1); day = day.plus_days(1)) {
        const auto lunar = lunar_of(day);
        ASSERT_EQ(solar_of(lunar.year, lunar.month, lunar.day, lunar.leap), day) << day.to_string();
        const bool next_day = lunar == LunarDate{before.year, before.month, before.day + 1, before.leap};
        const bool next_month = lunar.day == 1 && before.day >= 29
            && (lunar.leap ? lunar.month == before.month && lunar.year == before.year : lunar.month == before.month % 12 + 1);
        ASSERT_TRUE(next_day || next_month) << day.to_string();
        before = lunar;
    }
}

TEST(Lunar, refuses_days_that_do_not_exist)
{
    EXPECT_FALSE(solar_of(2022, 0, 1));
    EXPECT_FALSE(solar_of(2022, 13, 1));
    EXPECT_FALSE(solar_of(2022, 1, 31));
    EXPECT_FALSE(solar_of(2021, 12, 30)); // that month had 29 days
    EXPECT_EQ(solar_of(2021, 12, 29), Date::of(2022, 1, 31));
}

} // namespace congso::worktime
