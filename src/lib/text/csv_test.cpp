#include "lib/text/csv.h"

#include <gtest/gtest.h>

namespace congso::text {

TEST(Csv, cells_are_parted_by_what_the_first_line_has_most_of)
{
    EXPECT_EQ(read_csv("Họ và tên,Chức vụ\nVõ Thị Hai,Văn thư\n"), (Rows{{"Họ và tên", "Chức vụ"}, {"Võ Thị Hai", "Văn thư"}}));
    EXPECT_EQ(read_csv("a;b\n1,5;2"), (Rows{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(read_csv("a\tb\r\n1\t2\r\n"), (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(Csv, a_quoted_cell_holds_separators_lines_and_quotation_marks)
{
    EXPECT_EQ(read_csv("a,b\n\"một, hai\",\"nói \"\"thế\"\"\nhai dòng\"\n"), (Rows{{"a", "b"}, {"một, hai", "nói \"thế\"\nhai dòng"}}));
    EXPECT_FALSE(read_csv("a,b\n\"mở mà không đóng\n"));
}

TEST(Csv, text_comes_in_one_form_whatever_wrote_it)
{
    EXPECT_EQ(read_csv("\xEF\xBB\xBF"
                       "te\xCC\x82n\n Hoa \n"),
              (Rows{{"tên"}, {"Hoa"}})); // byte order mark, decomposed letters, spaces
    EXPECT_FALSE(read_csv("\xff\xfe"));
    EXPECT_EQ(read_csv(""), Rows{});
    EXPECT_EQ(read_csv("a\n\nb"), (Rows{{"a"}, {""}, {"b"}})); // the third line stays the third
}

} // namespace congso::text
