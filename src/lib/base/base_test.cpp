#include "lib/base/bytes.h"
#include "lib/base/clock.h"
#include "lib/base/describe.h"

#include <gtest/gtest.h>

namespace congso {

namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)
struct Sample {
    Id<Sample> id;
    int count{};
    std::optional<Date> day;
    Colour colour{};
};
BOOST_DESCRIBE_STRUCT(Sample, (), (id, count, day, colour))

} // namespace

TEST(Date, takes_only_days_that_exist)
{
    EXPECT_EQ(Date::parse("2024-02-29"), Date::of(2024, 2, 29));
    for (const auto* wrong : {"2022-02-29", "2022-13-01", "0000-01-01", "2022-1-01", "2022-01-0a", "", "2022-01-011"})
        EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Date, knows_its_weekday_and_neighbours)
{
    EXPECT_EQ(Date::of(2022, 5, 4).weekday(), 3); // a Wednesday
    EXPECT_EQ(Date::of(2022, 12, 31).plus_days(1), Date::of(2023, 1, 1));
    EXPECT_EQ(days_between(Date::of(2022, 5, 1), Date::of(2022, 5, 4)), 3);
}

TEST(Time, turns_into_the_wall_clock_of_the_zone_and_back)
{
    const auto time = Time::at(Date::of(2022, 5, 4), 7 * 60 + 15, 420);
    EXPECT_EQ(time.to_string(420), "2022-05-04T07:15:00+07:00");
    EXPECT_EQ(time.to_string(0), "2022-05-04T00:15:00+00:00");
    EXPECT_EQ(time.plus_ms(-16 * 60000).date(0), Date::of(2022, 5, 3));
    EXPECT_EQ(time.minute_of_day(420), 435);
}

TEST(Id, is_read_back_as_written_and_grows)
{
    const auto first = Id<Sample>::make(), second = Id<Sample>::make();
    EXPECT_LT(first, second);
    EXPECT_EQ(Id<Sample>::parse(first.to_string()), first);
    EXPECT_EQ(first.to_string()[14], '7');
    EXPECT_FALSE(Id<Sample>::parse("00000000-0000-0000-0000-00000000000g"));
    EXPECT_FALSE(Id<Sample>::parse(first.to_string() + "0"));
}

TEST(Describe, makes_a_table_of_a_struct)
{
    const auto& type = describe::type_of<Sample>();
    EXPECT_EQ(type.name, "Sample");
    ASSERT_EQ(type.fields.size(), 4U);
    EXPECT_STREQ(type.fields[2].name, "day");
    EXPECT_EQ(type.fields[2].type().element().kind, describe::Kind::date);
    EXPECT_EQ(describe::to_name(Colour::blue), "blue");
    EXPECT_EQ(describe::type_of<Page<Sample>>().name, "PageSample");
}

TEST(Bytes, are_written_and_read)
{
    EXPECT_EQ(to_hex(as_bytes("\x01\xff")), "01ff");
    EXPECT_EQ(from_hex("01FF"), "\x01\xff");
    EXPECT_FALSE(from_hex("0g"));
    EXPECT_EQ(to_base64url(as_bytes("a?>")), "YT8-");
    EXPECT_EQ(to_base64url(as_bytes("ab")), "YWI");
}

} // namespace congso
