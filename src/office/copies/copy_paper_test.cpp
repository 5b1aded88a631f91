#include "office/copies/copy_paper.h"

#include "lib/pdf/text.h"
#include "lib/proc/child.h"
#include "tests/support/temp_database.h"

#include <gtest/gtest.h>

#include <fstream>

// Where the components of a copy stand, measured on the printed page against Decree 30/2020 Appendix I part III.
namespace congso::copies {

namespace {

constexpr double tolerance = 1; // mm

class CopyPaper : public testing::Test {
protected:
    static Block block()
    {
        return {.form = "SAO Y",
                .parent = {},
                .agency = {"ỦY BAN NHÂN DÂN", "XÃ PHỔ MẪU"},
                .number = "15/SY-UBND",
                .place = "Phổ Mẫu",
                .copied_on = Date::of(2022, 2, 4),
                .signing_lines = {"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"},
                .signer_name = "Phạm Thị Phòng",
                .recipients = {"Văn phòng", "Công chức Tư pháp - Hộ tịch"}};
    }
    std::filesystem::path saved(const std::string& bytes)
    {
        const auto file = directory_.path() / "copy.pdf";
        std::ofstream{file, std::ios::binary} << bytes;
        return file;
    }
    // The box of these words, which stand one after the other.
    static pdf::Word find(const std::vector<pdf::Word>& words, const std::string& phrase)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto box = words[i];
            auto text = box.text;
            for (std::size_t j = i + 1; j < words.size() && text.size() < phrase.size(); ++j) {
                text += ' ' + words[j].text;
                box.x1 = words[j].x1;
                box.y1 = std::max(box.y1, words[j].y1);
            }
            if (text == phrase) {
                box.text = text;
                return box;
            }
        }
        ADD_FAILURE() << phrase << " is not on the page";
        return {};
    }
    static double middle(const pdf::Word& box) { return (box.x0 + box.x1) / 2; }

    struct Line {
        double left{1e9}, right{}, y{};
    };
    // The highest row of the page whose ink has no gap for at least `least` millimetres.
    Line first_rule(const std::filesystem::path& file, double least)
    {
        constexpr double dots_per_mm = 10;
        const auto picture = directory_.path() / "page";
        const auto drawn = proc::run({.argv = {"pdftoppm", "-gray", "-singlefile", "-r", "254", file.string(), picture.string()}});
        EXPECT_TRUE(drawn.is_good()) << drawn.errors;
        std::ifstream stream{picture.string() + ".pgm", std::ios::binary};
        std::string magic;
        int width = 0, height = 0, most = 0;
        stream >> magic >> width >> height >> most;
        stream.get();
        std::vector<char> row(static_cast<std::size_t>(width));
        for (int y = 0; y < height && stream.read(row.data(), width); ++y)
            for (int x = 0, from = -1; x <= width; ++x) {
                const bool ink = x < width && static_cast<unsigned char>(row[static_cast<std::size_t>(x)]) < 160;
                if (ink && from < 0)
                    from = x;
                if (!ink && from >= 0) {
                    if (x - from >= least * dots_per_mm)
                        return {from / dots_per_mm, x / dots_per_mm, y / dots_per_mm};
                    from = -1;
                }
            }
        return {};
    }

private:
    test::TempDirectory directory_;
};

} // namespace

// Phụ lục I, part III
TEST_F(CopyPaper, the_block_stands_under_a_rule_across_the_text_with_every_component_in_its_box)
{
    constexpr double at = 120;
    print::Paper paper{Date::of(2022, 2, 4)};
    const double end = draw_block(paper, at, block());
    const auto file = saved(paper.finish());
    const auto rule = first_rule(file, 100);
    EXPECT_NEAR(rule.left, 30, tolerance);
    EXPECT_NEAR(rule.right, 195, tolerance);
    EXPECT_NEAR(rule.y, at, tolerance);

    const auto words = pdf::words_of(file);
    const double left_middle = 30 + 75.0 / 2, right_middle = 30 + 75 + 90.0 / 2;
    const auto form = find(words, "SAO Y"), agency = find(words, "ỦY BAN NHÂN DÂN"), commune = find(words, "XÃ PHỔ MẪU");
    const auto number = find(words, "Số: 15/SY-UBND"), date = find(words, "Phổ Mẫu, ngày 04 tháng 02 năm 2022");
    const auto authority = find(words, "TL. CHỦ TỊCH"), post = find(words, "CHÁNH VĂN PHÒNG"), name = find(words, "Phạm Thị Phòng");
    const auto label = find(words, "Nơi nhận:"), first = find(words, "- Văn phòng;"), filed = find(words, "- Lưu: VT.");
    for (const auto& box : {agency, commune, number}) // boxes 2, 3: centred in the left half
        EXPECT_NEAR(middle(box), left_middle, tolerance) << box.text;
    for (const auto& box : {form, date, authority, post, name}) // boxes 1, 4, 5a, 5b: centred in the right one
        EXPECT_NEAR(middle(box), right_middle, tolerance) << box.text;
    for (const auto& box : {label, first, filed}) // box 7
        EXPECT_NEAR(box.x0, 30, tolerance) << box.text;
    EXPECT_NEAR(form.y0, agency.y0, tolerance) << "the form stands beside the first line of the agency's name";
    EXPECT_NEAR(number.y1, date.y1, tolerance) << "number and date on one line";
    EXPECT_NEAR(label.y0, authority.y0, tolerance) << "«Nơi nhận» level with the authority";
    EXPECT_GT(name.y0 - post.y1, 25) << "room for a signature and a seal of 36 mm beside it";
    EXPECT_LT(agency.y1, commune.y1);
    EXPECT_LT(commune.y1, number.y0 + tolerance);
    EXPECT_LT(number.y1, label.y0);
    for (const auto& word : words) {
        EXPECT_GE(word.x0, 30 - 0.2) << word.text;
        EXPECT_LE(word.x1, 195 + 0.2) << word.text;
        EXPECT_GT(word.y0, at) << word.text;
        EXPECT_LE(word.y1, end + 0.5) << word.text;
    }
    EXPECT_NEAR(height_of(block()), end - at, 0.01);
}

TEST_F(CopyPaper, the_block_goes_to_a_page_of_its_own_where_there_is_no_room)
{
    EXPECT_TRUE(has_room_below(120, 210, 297, block()));
    EXPECT_TRUE(has_room_below(277 - 6 - height_of(block()), 210, 297, block()));
    EXPECT_FALSE(has_room_below(277 - 5 - height_of(block()), 210, 297, block()));
    EXPECT_FALSE(has_room_below(50, 297, 210, block())) << "a landscape page";
    const auto words = pdf::words_of(saved(block_page(block())));
    EXPECT_NEAR(find(words, "SAO Y").y0, 22.5, 2) << "at the top of the text's area";
}

TEST_F(CopyPaper, an_extract_has_the_whole_form_of_the_document_it_was_taken_from)
{
    auto copy = block();
    copy.form = "TRÍCH SAO";
    copy.number = "16/TrS-UBND";
    std::string text = "II. NHIỆM VỤ";
    for (int i = 1; i <= 14; ++i)
        text += "\n" + std::to_string(i)
            + ". Các đơn vị rà soát, báo cáo kết quả thực hiện nhiệm vụ được giao, gửi về Văn phòng tổng hợp, báo cáo Ủy ban nhân dân xã "
              "xem xét, quyết định theo thẩm quyền trước ngày 20 hằng tháng.";
    const Extract extract{.parent = {},
                          .agency = {"ỦY BAN NHÂN DÂN", "THỊ XÃ ĐỨC MẪU"},
                          .number = "817/KH-UBND",
                          .place = "Đức Mẫu",
                          .issued_on = Date::of(2022, 4, 28),
                          .kind = "Kế hoạch",
                          .subject = "Tổ chức sơ kết phong trào thi đua",
                          .text = text,
                          .signing_lines = {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"},
                          .signer_name = "Nguyễn Văn Chủ"};
    const auto words = pdf::words_of(saved(extract_pages(extract, copy)));
    ASSERT_EQ(words.back().page, 2) << "the text goes on on a second page";
    const auto nation = find(words, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto = find(words, "Độc lập - Tự do - Hạnh phúc");
    EXPECT_NEAR(middle(nation), 150, tolerance);
    EXPECT_NEAR(middle(motto), 150, tolerance);
    EXPECT_NEAR(nation.y0, 20, tolerance + 0.5);
    EXPECT_NEAR(middle(find(words, "Số: 817/KH-UBND")), 67.5, tolerance);
    EXPECT_NEAR(middle(find(words, "Đức Mẫu, ngày 28 tháng 4 năm 2022")), 150, tolerance);
    EXPECT_NEAR(middle(find(words, "KẾ HOẠCH")), 112.5, tolerance);
    EXPECT_EQ(find(words, "(Đã ký)").page, 2);
    EXPECT_GT(find(words, "TRÍCH SAO").y0, find(words, "(Đã ký)").y1);
    const auto page_number = std::find_if(words.begin(), words.end(), [](const auto& word) { return word.page == 2; });
    EXPECT_EQ(page_number->text, "2");
    EXPECT_NEAR(middle(*page_number), 112.5, tolerance) << "centred in the upper margin (I.3)";
    for (const auto& word : words) {
        EXPECT_GE(word.x0, 29.8) << word.text;
        EXPECT_LE(word.x1, 195.2) << word.text;
        EXPECT_LE(word.y1, 277.5) << word.text;
    }
    auto letter = extract;
    letter.kind = "";
    letter.text = "Một câu.";
    const auto of_letter = pdf::words_of(saved(extract_pages(letter, copy)));
    EXPECT_NEAR(middle(find(of_letter, "V/v Tổ chức sơ kết phong trào thi đua")), 67.5, tolerance);
    letter.party = true;
    EXPECT_NEAR(middle(find(pdf::words_of(saved(extract_pages(letter, copy))), "ĐẢNG CỘNG SẢN VIỆT NAM")), 150, tolerance);
}

} // namespace congso::copies
