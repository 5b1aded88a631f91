#include "lib/print/paper.h"

#include "lib/pdf/text.h"
#include "tests/support/temp_database.h"

#include <fstream>

namespace congso::print {

namespace {

std::string drawn(Date day)
{
    Paper paper{day};
    paper.write("Phổ Mẫu", {.size = 14, .bold = true}, {30, 50}, 100);
    paper.line({30, 60}, {90, 60}, 0.25);
    EXPECT_EQ(paper.next_page(), 2);
    paper.write("ngày 04 tháng 9", {.italic = true, .centred = true}, {30, 20}, 165);
    return paper.finish();
}

} // namespace

TEST(Paper, words_are_read_back_where_they_were_written)
{
    const test::TempDirectory directory;
    const auto file = directory.path() / "paper.pdf";
    std::ofstream{file, std::ios::binary} << drawn(Date::of(2022, 5, 4));
    const auto words = pdf::words_of(file);
    ASSERT_EQ(words.size(), 6U);
    EXPECT_EQ(words[0].text, "Phổ");
    EXPECT_NEAR(words[0].x0, 30, 0.5);
    EXPECT_NEAR(words[0].y0, 50, 1.5);
    EXPECT_EQ(words[5].page, 2);
    EXPECT_NEAR((words[2].x0 + words[5].x1) / 2, 112.5, 1); // centred
}

TEST(Paper, the_same_drawing_is_the_same_bytes)
{
    EXPECT_EQ(drawn(Date::of(2022, 5, 4)), drawn(Date::of(2022, 5, 4)));
    EXPECT_NE(drawn(Date::of(2022, 5, 4)), drawn(Date::of(2022, 5, 5)));
}

TEST(Paper, a_narrow_column_takes_more_lines)
{
    const Paper paper{Date::of(2022, 5, 4)};
    const std::string text = "Độc lập - Tự do - Hạnh phúc";
    const auto whole = paper.width_of(text, {});
    EXPECT_GT(paper.height_of(text, {}, whole / 2), 1.8 * paper.height_of(text, {}, whole + 1));
}

} // namespace congso::print
