#include "lib/print/table.h"

#include "lib/pdf/text.h"
#include "lib/proc/child.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

#include <fstream>

namespace congso::print {

namespace {

using testing::ElementsAre;

TableLayout layout()
{
    return {.columns = {{"Số đến", 20, {.size = 10, .centred = true}}, {"Trích yếu", 60}}, .left = 20, .next_top = 25, .bottom = 190};
}

class PrintTable : public testing::Test {
protected:
    std::filesystem::path saved(Paper& paper)
    {
        const auto file = directory_.path() / "table.pdf";
        std::ofstream{file, std::ios::binary} << paper.finish();
        return file;
    }
    std::vector<pdf::Word> words(Paper& paper) { return pdf::words_of(saved(paper)); }

    static std::vector<pdf::Word> named(const std::vector<pdf::Word>& all, std::string_view text)
    {
        std::vector<pdf::Word> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const auto& word) { return word.text == text; });
        return found;
    }

private:
    test::TempDirectory directory_;
};

} // namespace

TEST_F(PrintTable, cells_stand_in_their_columns_to_the_millimetre)
{
    Paper paper{Date::of(2022, 5, 4), Orientation::landscape};
    Table table{paper, layout(), 40};
    const auto head = table.end();
    table.add({{"17"}, {"Kế hoạch"}});
    EXPECT_GT(table.end(), head);
    const auto all = words(paper);
    const auto number = named(all, "17"), plan = named(all, "Kế"), title = named(all, "Trích");
    ASSERT_EQ(number.size(), 1U);
    ASSERT_EQ(plan.size(), 1U);
    ASSERT_EQ(title.size(), 1U);
    EXPECT_NEAR((number[0].x0 + number[0].x1) / 2, 20 + 10, 0.5); // centred in 20 … 40
    EXPECT_NEAR(plan[0].x0, 40 + 1, 0.5);
    EXPECT_NEAR(plan[0].y0, head + 0.7, 1);
    EXPECT_NEAR(title[0].y0, 40 + 0.7, 1);
}

TEST_F(PrintTable, the_head_is_repeated_on_each_page_and_no_row_is_lost_or_parted_without_need)
{
    Paper paper{Date::of(2022, 5, 4), Orientation::landscape};
    int begun = 0;
    auto pages = layout();
    pages.on_next_page = [&] {
        ++begun;
    };
    pages.numbered_columns = true;
    Table table{paper, pages, 60};
    for (int i = 1; i <= 60; ++i)
        table.add({{std::to_string(1000 + i)}, {"một trích yếu dài hơn bề rộng của cột nên phải xuống dòng\ncuối" + std::to_string(i)}});
    const auto count = paper.pages();
    EXPECT_EQ(begun, count - 1);
    ASSERT_GT(count, 2);
    const auto all = words(paper);
    EXPECT_EQ(named(all, "Trích").size(), static_cast<std::size_t>(count));
    EXPECT_EQ(named(all, "(2)").size(), static_cast<std::size_t>(count));
    for (int i = 1; i <= 60; ++i) {
        const auto first = named(all, std::to_string(1000 + i)), last = named(all, "cuối" + std::to_string(i));
        ASSERT_EQ(first.size(), 1U);
        ASSERT_EQ(last.size(), 1U);
        EXPECT_EQ(first[0].page, last[0].page);
        EXPECT_LT(last[0].y1, 190.5);
        EXPECT_GE(first[0].y0, first[0].page == 1 ? 60 : 25);
    }
}

TEST_F(PrintTable, a_row_taller_than_a_page_goes_on_between_its_lines)
{
    Paper paper{Date::of(2022, 5, 4), Orientation::landscape};
    Table table{paper, layout(), 150};
    std::string text;
    for (int i = 1; i <= 100; ++i)
        text += (i == 1 ? "" : "\n") + ("dòng" + std::to_string(i));
    table.add({{"1"}, {text}});
    table.add({{"2"}, {"sau"}});
    EXPECT_GT(paper.pages(), 2);
    const auto all = words(paper);
    for (int i = 1; i <= 100; ++i) {
        const auto found = named(all, "dòng" + std::to_string(i));
        ASSERT_EQ(found.size(), 1U) << i;
        EXPECT_LT(found[0].y1, 190.5);
    }
    EXPECT_EQ(named(all, "sau").size(), 1U);
}

TEST_F(PrintTable, the_letters_are_embedded_as_a_subset_with_every_vietnamese_one)
{
    Paper paper{Date::of(2022, 5, 4)};
    const std::string text = "ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵ ĐđƠơƯư";
    paper.write(text, {.size = 12, .struck = true}, {30, 40}, 150);
    paper.write("đậm", {.size = 12, .bold = true}, {30, 60}, 150);
    const auto file = saved(paper);
    std::string read;
    for (const auto& word : pdf::words_of(file))
        read += (read.empty() ? "" : " ") + word.text;
    EXPECT_EQ(read, text + " đậm");
    const auto fonts = proc::run({.argv = {"pdffonts", file.string()}});
    ASSERT_TRUE(fonts.is_good()) << fonts.errors;
    std::set<std::string> embedded; // Cairo parts the letters of a face into two subsets
    std::istringstream lines{fonts.output};
    for (std::string line; std::getline(lines, line);)
        if (line.find('+') != std::string::npos) {
            embedded.insert(line.substr(line.find('+') + 1, line.find(' ') - line.find('+') - 1));
            EXPECT_NE(line.find("yes yes"), std::string::npos) << line; // embedded, a subset
        }
    EXPECT_THAT(embedded, ElementsAre("Tinos", "Tinos-Bold"));
}

TEST_F(PrintTable, a_text_is_broken_into_the_lines_that_it_takes)
{
    const Paper paper{Date::of(2022, 5, 4)};
    EXPECT_THAT(paper.lines_of("một\nhai", {}, 100), ElementsAre("một", "hai"));
    EXPECT_THAT(paper.lines_of("", {}, 100), ElementsAre(""));
    const std::string word(200, 'x');
    const auto lines = paper.lines_of(word, {}, 50);
    EXPECT_GT(lines.size(), 3U);
    std::string again;
    for (const auto& line : lines) {
        EXPECT_LE(paper.width_of(line, {}), 50.5);
        again += line;
    }
    EXPECT_EQ(again, word);
}

} // namespace congso::print
