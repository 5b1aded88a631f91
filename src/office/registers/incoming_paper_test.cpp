#include "office/registers/incoming_paper.h"

#include "lib/pdf/text.h"
#include "lib/proc/child.h"
#include "tests/support/temp_database.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::registers {

namespace {

class IncomingPaper : public testing::Test {
protected:
    std::filesystem::path saved(const std::string& bytes)
    {
        const auto file = directory_.path() / "paper.pdf";
        std::ofstream{file, std::ios::binary} << bytes;
        return file;
    }
    // Of a page drawn in grey at 10 points a millimetre's tenth: where ink stands, in mm.
    Box ink_of(const std::filesystem::path& file)
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
        Box box{1e9, 1e9, 0, 0};
        for (int y = 0; y < height && stream.read(row.data(), width); ++y)
            for (int x = 0; x < width; ++x)
                if (static_cast<unsigned char>(row[static_cast<std::size_t>(x)]) < 200) {
                    box.x0 = std::min(box.x0, x / dots_per_mm);
                    box.x1 = std::max(box.x1, (x + 1) / dots_per_mm);
                    box.y0 = std::min(box.y0, y / dots_per_mm);
                    box.y1 = std::max(box.y1, (y + 1) / dots_per_mm);
                }
        return box;
    }
    static std::string text_of(const std::vector<pdf::Word>& words)
    {
        std::string text;
        for (const auto& word : words)
            text += (text.empty() ? "" : " ") + word.text;
        return text;
    }

private:
    test::TempDirectory directory_;
};

} // namespace

TEST_F(IncomingPaper, the_stamp_measures_35_by_50_millimetres_with_all_its_lines_Phụ_lục_IV)
{
    print::Paper paper{Date::of(2022, 5, 4)};
    draw_stamp(paper, {40, 60}, {"UBND xã Phổ Mẫu", 127, Date::of(2022, 5, 4), "Nguyễn Thị Dài Tên Thật Là Dài Quá", ""});
    const auto file = saved(paper.finish());
    const auto box = ink_of(file);
    EXPECT_NEAR(box.x0, 40, 0.5);
    EXPECT_NEAR(box.y0, 60, 0.5);
    EXPECT_NEAR(box.x1 - box.x0, 50, 0.7);
    EXPECT_NEAR(box.y1 - box.y0, 35, 0.7);
    const auto words = pdf::words_of(file);
    const auto text = text_of(words);
    for (const auto* const part : {"UBND XÃ PHỔ MẪU", "ĐẾN", "Số: 127", "Ngày: 04/05/2022", "Chuyển: Nguyễn", "Số và ký hiệu HS:"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    for (const auto& word : words) {
        EXPECT_GE(word.x0, 40) << word.text;
        EXPECT_LE(word.x1, 90) << word.text;
        EXPECT_GE(word.y0, 59.5) << word.text;
        EXPECT_LE(word.y1, 95.5) << word.text;
    }
}

TEST_F(IncomingPaper, the_stamp_covers_no_word)
{
    const auto first = place_of_stamp({}, 210, 297);
    EXPECT_NEAR(first.x, 30, 0.1) << "an empty page: under the number and symbol";
    std::vector<Box> words{{30, 20, 90, 45}, {30, 60, 195, 250}}; // a frame, then text from 60 mm on
    const auto second = place_of_stamp(words, 210, 297);
    EXPECT_TRUE(second.x + stamp_width <= 30 || second.x >= 90 || second.y >= 45 || second.y + stamp_height <= 20);
    for (const auto& word : words)
        EXPECT_FALSE(word.x0 < second.x + stamp_width && word.x1 > second.x && word.y0 < second.y + stamp_height && word.y1 > second.y);
    words = {{0, 0, 210, 297}};
    const auto full = place_of_stamp(words, 210, 297);
    EXPECT_NEAR(full.y + stamp_height, 292, 0.1) << "a full page: the lower left corner";
}

TEST_F(IncomingPaper, the_slip_has_three_parts_with_opinions_or_lines_to_write_on_Phụ_lục_IV)
{
    Slip slip;
    slip.agency = "ỦY BAN NHÂN DÂN XÃ PHỔ MẪU";
    slip.origin = "Kế hoạch số 817/KH-UBND ngày 28/04/2022 của UBND thị xã Đức Mẫu";
    slip.subject = "V/v tổ chức sơ kết phong trào thi đua";
    slip.arrival = "Số đến: 127; ngày đến: 04/05/2022";
    slip.leader = {{"Giao Văn phòng tham mưu.", "Nguyễn Văn Hải", Date::of(2022, 5, 4)}};
    slip.shares = {"Chủ trì: Phạm Văn An, hạn 15/05/2022", "Phối hợp: Võ Thị Bình"};
    const auto words =
        pdf::words_of(saved(print_slip(slip, Date::of(2022, 5, 4), "In từ congso bởi Lê Thị Lan lúc 07:15 ngày 04/05/2022")));
    const auto text = text_of(words);
    std::size_t at = 0;
    for (const auto* const part :
         {"PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "817/KH-UBND", "Số đến: 127", "Ý kiến của lãnh đạo cơ quan, tổ chức:", "Giao Văn phòng tham mưu.",
          "Chủ trì: Phạm Văn An, hạn 15/05/2022", "Phối hợp: Võ Thị Bình", "Nguyễn Văn Hải, ngày 04/05/2022",
          "Ý kiến của lãnh đạo đơn vị:", "Ngày ……", "Ý kiến đề xuất của người giải quyết:", "In từ congso bởi Lê Thị Lan lúc 07:15"}) {
        const auto found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " after " << text.substr(at);
        at = found;
    }
    for (const auto& word : words) { // Appendix I: margins 30 left, 15 right
        EXPECT_GE(word.x0, 29.5) << word.text;
        EXPECT_LE(word.x1, 195.5) << word.text;
    }
}

} // namespace congso::registers
