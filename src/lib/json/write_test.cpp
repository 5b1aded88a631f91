#include "lib/json/read.h"
#include "lib/json/write.h"

#include <gtest/gtest.h>

namespace congso::json {

namespace {

enum class Colour { red = 3, blue = 7 };
BOOST_DESCRIBE_ENUM(Colour, red, blue)
struct Part {
    std::string name;
    std::optional<int> count;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))
struct Whole {
    Id<Whole> id;
    Date day;
    Time at;
    Colour colour{Colour::red};
    bool open{};
    std::int64_t big{};
    int small{};
    std::vector<Part> parts;
    std::optional<Part> extra;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (id, day, at, colour, open, big, small, parts, extra))

std::string text_of(std::string_view value)
{
    std::string out;
    write_string(out, value);
    return out;
}

} // namespace

TEST(WriteJson, writes_every_kind_in_the_order_of_the_struct)
{
    Whole whole{.id = *Id<Whole>::parse("018f0000-0000-7000-8000-00000000000a"),
                .day = Date::of(2022, 5, 4),
                .at = {-5},
                .colour = Colour::blue,
                .open = true,
                .big = -9'007'199'254'740'993,
                .small = 7,
                .parts = {{"a", 1}, {"b", {}}},
                .extra = Part{"c", 0}};
    EXPECT_EQ(write(whole),
              R"({"id":"018f0000-0000-7000-8000-00000000000a","day":"2022-05-04","at":-5,"colour":"blue","open":true,)"
              R"("big":-9007199254740993,"small":7,"parts":[{"name":"a","count":1},{"name":"b","count":null}],)"
              R"("extra":{"name":"c","count":0}})");
}

TEST(WriteJson, writes_what_is_not_set_as_null)
{
    EXPECT_EQ(write(Whole{}), R"({"id":null,"day":null,"at":0,"colour":"red","open":false,"big":0,"small":0,"parts":[],"extra":null})");
    EXPECT_EQ(write(Nothing{}), "{}");
}

TEST(WriteJson, escapes_only_what_it_must)
{
    EXPECT_EQ(text_of("Đức \"Phổ\" \\ \n\r\t/"), "\"Đức \\\"Phổ\\\" \\\\ \\n\\r\\t/\"");
    EXPECT_EQ(text_of(std::string_view{"\0\x1f\x7f", 3}), "\"\\u0000\\u001f\x7f\"");
    EXPECT_EQ(text_of(""), "\"\"");
}

TEST(WriteJson, is_read_back_as_it_was)
{
    for (const Whole& whole : {Whole{},
                               Whole{.id = Id<Whole>::make(),
                               .day = Date::of(1000, 1, 1),
                               .at = {1},
                               .colour = Colour::blue,
                               .open = true,
                               .big = INT64_MIN,
                               .small = INT32_MIN,
                               .parts = {{"ễ\"\\\n", 3}},
                               .extra = Part{}}})
        EXPECT_EQ(write(read<Whole>(write(whole))), write(whole));
}

} // namespace congso::json
