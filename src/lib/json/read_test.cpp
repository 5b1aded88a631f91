#include "lib/json/read.h"

#include <gtest/gtest.h>

namespace congso::json {

namespace {

enum class Urgency { normal, urgent };
BOOST_DESCRIBE_ENUM(Urgency, normal, urgent)
struct Share {
    std::string who;
    int part{};
};
BOOST_DESCRIBE_STRUCT(Share, (), (who, part))
struct Entry {
    std::string subject;
    Date issued_on;
    Id<Entry> book;
    Urgency urgency{};
    int pages{};
    std::int64_t size{};
    Time at;
    bool open{};
    std::optional<Date> due_on;
    std::vector<Share> shares;
    std::optional<Share> lead;
    std::vector<std::string> files;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (subject, issued_on, book, urgency, pages, size, at, open, due_on, shares, lead, files))
struct Small {
    Id<Small> id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Small, (), (id, text))

constexpr const char* some_id = "018f0000-0000-7000-8000-00000000000a";

std::string complete(std::string_view more = "")
{
    return R"({"subject":"Kế hoạch","issued_on":"2022-04-28","book":"018f0000-0000-7000-8000-00000000000a","urgency":"urgent",)"
           R"("pages":3,"size":5000000000,"at":1651622400000)"
        + std::string{more} + "}";
}

std::vector<std::string> told(const Error& error)
{
    std::vector<std::string> all;
    for (const auto& fault : error.faults())
        all.push_back(fault.path + ":" + fault.code);
    return all;
}

template <class T = Entry> std::vector<std::string> faults_of(std::string_view text)
{
    try {
        (void)read<T>(text);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::invalid);
        EXPECT_EQ(error.code(), "invalid");
        return told(error);
    }
}

std::vector<std::string> body_faults_of(std::string_view text, std::vector<std::string_view> given)
{
    Small small;
    try {
        read_body(text, describe::type_of<Small>(), &small, given);
        return {};
    } catch (const Error& error) {
        return told(error);
    }
}

using Faults = std::vector<std::string>;

} // namespace

TEST(ReadJson, fills_every_kind_of_field)
{
    const auto entry = read<Entry>(complete(R"( , "open":true, "due_on":"2022-05-20", "lead":{"who":"b","part":-2},
        "shares":[{"who":"a","part":1},{"who":"\u0111","part":2}], "files":["x","y"] )"));
    EXPECT_EQ(entry.subject, "Kế hoạch");
    EXPECT_EQ(entry.issued_on, Date::of(2022, 4, 28));
    EXPECT_EQ(entry.book.to_string(), some_id);
    EXPECT_EQ(entry.urgency, Urgency::urgent);
    EXPECT_EQ(entry.size, 5'000'000'000);
    EXPECT_EQ(entry.at.ms, 1'651'622'400'000);
    EXPECT_TRUE(entry.open);
    EXPECT_EQ(entry.due_on, Date::of(2022, 5, 20));
    ASSERT_EQ(entry.shares.size(), 2U);
    EXPECT_EQ(entry.shares[1].who, "đ");
    EXPECT_EQ(entry.lead->part, -2);
    EXPECT_EQ(entry.files, (std::vector<std::string>{"x", "y"}));
}

TEST(ReadJson, leaves_optionals_lists_and_booleans_out_when_they_are_absent)
{
    const auto entry = read<Entry>(complete(R"(,"due_on":null)"));
    EXPECT_FALSE(entry.due_on);
    EXPECT_FALSE(entry.lead);
    EXPECT_FALSE(entry.open);
    EXPECT_TRUE(entry.shares.empty());
}

TEST(ReadJson, tells_all_faults_at_once_by_path)
{
    EXPECT_EQ(faults_of(R"({"issued_on":"2022-02-30","book":"x","urgency":"high","pages":2147483648,"size":1.5,"at":"now","open":1,
                            "shares":[{"who":"a","part":1},{"who":7,"more/~":{}}],"lead":[]})"),
              (Faults{"/issued_on:date", "/book:id", "/urgency:enum", "/pages:number", "/size:number", "/at:type", "/open:type",
                      "/shares/1/who:type", "/shares/1/more~1~0:unknown", "/shares/1/part:required", "/lead:type", "/subject:required"}));
}

TEST(ReadJson, refuses_a_name_that_comes_twice)
{
    EXPECT_EQ(faults_of(complete(R"(,"pages":{"pages":4},"shares":[],"shares":[{"who":1}])")),
              (Faults{"/pages:duplicate", "/shares:duplicate"}));
}

TEST(ReadJson, reads_past_unknown_values_whatever_is_in_them)
{
    EXPECT_EQ(faults_of(complete(R"(,"a":[{"subject":1},[null,[]],"x"],"b":{"c":{"d":1e400}})")), (Faults{"/a:unknown", "/b:unknown"}));
}

TEST(ReadJson, takes_only_whole_numbers_that_fit)
{
    EXPECT_EQ(read<std::int64_t>("-9223372036854775808"), INT64_MIN);
    for (const auto* wrong : {"9223372036854775808", "1.0", "1e3", "-9223372036854775809"})
        EXPECT_EQ(faults_of<std::int64_t>(wrong), Faults{":number"}) << wrong;
    EXPECT_EQ(faults_of<int>("-2147483649"), Faults{":number"});
    EXPECT_EQ(faults_of<Time>("253402300800000"), Faults{":time"});
    EXPECT_EQ(faults_of<Time>("1.5"), Faults{":time"});
    EXPECT_EQ(faults_of<Time>("true"), Faults{":type"});
}

TEST(ReadJson, normalises_text_and_refuses_what_cannot_be)
{
    EXPECT_EQ(read<std::string>("\"Pho\u0302\u0309\\r\\n\\u202ex\\u0007\""), "Phổ\nx");
    EXPECT_EQ(faults_of<std::string>(R"("a\u0000b")"), Faults{":text"});
    EXPECT_EQ(faults_of<std::vector<std::string>>("[\"a\",\"\xff\"]"), Faults{"/1:text"});
}

TEST(ReadJson, refuses_what_is_not_json)
{
    for (const auto* wrong :
         {"", "{", "[1,]", "{} x", "{'a':1}", "// c\n{}", "nul", "\"\n\"", R"("\ud800")", "01", "NaN", "\xef\xbb\xbf{}"})
        EXPECT_EQ(faults_of(wrong), Faults{":json"}) << wrong;
    EXPECT_TRUE(faults_of<Nothing>(" \n{ }\t ").empty());
}

TEST(ReadJson, takes_thirty_two_levels_and_no_more)
{
    EXPECT_EQ(faults_of(std::string(32, '[') + std::string(32, ']')), Faults{":type"});
    EXPECT_EQ(faults_of(std::string(33, '[') + std::string(33, ']')), Faults{":too_deep"});
    EXPECT_EQ(faults_of(std::string(100'000, '[')), Faults{":too_deep"});
}

TEST(ReadJson, tells_a_hundred_faults_and_never_repeats_a_long_foreign_name)
{
    std::string text = "[";
    for (int i = 0; i < 500; ++i)
        text += "1,";
    EXPECT_EQ(faults_of<std::vector<std::string>>(text + "1]").size(), 100U);
    EXPECT_EQ(faults_of<Nothing>("{\"" + std::string(5000, 'x') + "\":1,\"\xff\":1}"), (Faults{":unknown", ":unknown"}));
}

TEST(ReadJson, takes_null_back_as_an_unset_date_or_id_but_not_in_a_request)
{
    EXPECT_FALSE(read<Small>(R"({"id":null,"text":""})").id);
    EXPECT_EQ(body_faults_of(R"({"id":null,"text":null})", {}), (Faults{"/id:required", "/text:type"}));
    EXPECT_EQ(faults_of<Small>(R"({"id":"00000000-0000-0000-0000-000000000000","text":""})"), Faults{"/id:id"});
}

TEST(ReadJson, takes_members_of_the_path_from_the_path_only)
{
    EXPECT_EQ(body_faults_of(R"({"text":"a"})", {"id"}), Faults{});
    EXPECT_EQ(body_faults_of(R"({"text":"a","id":"018f0000-0000-7000-8000-00000000000a"})", {"id"}), Faults{"/id:unknown"});
    EXPECT_EQ(body_faults_of("", {"id"}), Faults{"/text:required"});
    EXPECT_EQ(body_faults_of("", {"id", "text"}), Faults{});
}

TEST(ReadTextValue, takes_scalars_as_they_stand_in_an_address)
{
    const auto code = []<class T>(std::string_view text, T& target) {
        return read_text_value(text, describe::type_of<T>(), &target);
    };
    int number = 0;
    EXPECT_EQ(code("-12", number), "");
    EXPECT_EQ(number, -12);
    for (const auto* wrong : {"", " 1", "1 ", "+1", "0x1", "1.0", "2147483648", "99999999999999999999"})
        EXPECT_EQ(code(wrong, number), "number") << wrong;
    bool open = false;
    EXPECT_EQ(code("true", open), "");
    EXPECT_TRUE(open);
    EXPECT_EQ(code("1", open), "type");
    std::optional<Date> day = Date::of(2020, 1, 1);
    EXPECT_EQ(code("", day), "");
    EXPECT_FALSE(day);
    EXPECT_EQ(code("2022-05-04", day), "");
    EXPECT_EQ(day, Date::of(2022, 5, 4));
    EXPECT_EQ(code("4/5/2022", day), "date");
    std::optional<std::string> words;
    EXPECT_EQ(code("Pho\u0302\u0309", words), "");
    EXPECT_EQ(words, "Phổ");
    EXPECT_EQ(code("", words), "");
    EXPECT_EQ(words, "");
    std::vector<Urgency> several;
    EXPECT_EQ(code("urgent", several), "");
    EXPECT_EQ(code("normal", several), "");
    EXPECT_EQ(several, (std::vector{Urgency::urgent, Urgency::normal}));
    EXPECT_EQ(code("high", several), "enum");
    Share record;
    EXPECT_EQ(code("x", record), "type");
}

} // namespace congso::json
