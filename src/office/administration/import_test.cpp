#include "office/administration/import.h"
#include "office/administration/slips.h"

#include <gtest/gtest.h>

#include <set>

namespace congso::administration {

namespace {

std::string code_of(const text::Rows& table)
{
    try {
        rows_of(table);
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

} // namespace

TEST(ImportPeople, columns_are_known_by_their_names_and_lines_are_counted_as_people_count)
{
    const auto rows = rows_of({{}, {"Chức Vụ", "HỌ VÀ TÊN", "lạ"}, {}, {"Văn thư", "Võ Thị Hai", "x"}, {"", "Lê Ba"}});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].line, 4);
    EXPECT_EQ(rows[0].full_name, "Võ Thị Hai");
    EXPECT_EQ(rows[0].post, "Văn thư");
    EXPECT_EQ(rows[1].full_name, "Lê Ba");
    EXPECT_EQ(code_of({}), "import.empty");
    EXPECT_EQ(code_of({{"Họ và tên"}}), "import.empty");
    EXPECT_EQ(code_of({{"Chức vụ"}, {"Văn thư"}}), "import.no_name_column");
    EXPECT_EQ(code_of(text::Rows(most_people + 2, {"Họ và tên"})), "import.too_many");
}

TEST(ImportPeople, a_day_is_read_as_people_write_it)
{
    EXPECT_EQ(read_day("4/9/1990"), Date::of(1990, 9, 4));
    EXPECT_EQ(read_day("04-09-1990"), Date::of(1990, 9, 4));
    EXPECT_EQ(read_day("1990-09-04"), Date::of(1990, 9, 4));
    EXPECT_EQ(read_day(""), Date{});
    for (const auto* wrong : {"31/2/1990", "4/13/1990", "4/9", "bốn", "4/9/90", "1990-9-4-1"})
        EXPECT_FALSE(read_day(wrong)) << wrong;
}

TEST(ImportPeople, a_first_password_is_read_aloud_without_doubt_and_no_two_are_alike)
{
    std::set<std::string> all;
    for (int i = 0; i < 200; ++i) {
        const auto password = make_first_password();
        EXPECT_EQ(password.size(), 15U);
        EXPECT_EQ(password.find_first_of("ilo01"), std::string::npos) << password;
        all.insert(password);
    }
    EXPECT_EQ(all.size(), 200U);
}

TEST(ImportPeople, slips_go_on_over_as_many_pages_as_they_take)
{
    const std::vector<Slip> slips(9, {"Trần Thị Mỹ Duyên", "Văn thư", "vanthu", "abc-def-ghj-kmn"});
    const auto sheet = print_slips(slips, "UBND xã Phổ Mẫu", Date::of(2022, 5, 4));
    EXPECT_TRUE(sheet.starts_with("%PDF-"));
    EXPECT_EQ(sheet, print_slips(slips, "UBND xã Phổ Mẫu", Date::of(2022, 5, 4)));
}

} // namespace congso::administration
