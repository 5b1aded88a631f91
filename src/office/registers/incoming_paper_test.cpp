#include "office/registers/incoming_paper.h"

#include "lib/pdf/overlay.h"
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

// Phụ lục IV
TEST_F(IncomingPaper, the_stamp_stands_under_the_number_or_the_date_or_above_the_heading)
{
    const auto covers = [](const StampPlace& place, const Box& box) {
        return box.x0 < place.at.x + stamp_width && box.x1 > place.at.x && box.y0 < place.at.y + stamp_height && box.y1 > place.at.y;
    };
    const std::vector<Box> heading{{30, 20, 100, 45}, {105, 20, 195, 45}}; // the agency and the number; the state and the date
    const auto with = [&](std::initializer_list<Box> more) {
        auto boxes = heading;
        boxes.insert(boxes.end(), more);
        return boxes;
    };
    const auto letter = place_of_stamp(with({{105, 50, 195, 60}, {30, 90, 195, 250}}), 210, 297); // of a công văn: room under its «V/v»
    EXPECT_NEAR(letter.at.x, 30, 0.1);
    EXPECT_NEAR(letter.at.y, 46, 1.1);
    const auto title = place_of_stamp(with({{75, 52, 135, 70}, {30, 90, 195, 250}}), 210, 297); // beside a short title
    EXPECT_LT(title.at.x + stamp_width, 75);
    EXPECT_LT(title.at.y, 60);
    const auto date = place_of_stamp(with({{5, 45, 110, 80}, {30, 90, 195, 250}}), 210, 297);
    EXPECT_GT(date.at.x, 110) << "under the date";
    for (const auto& box : with({{30, 90, 195, 250}}))
        EXPECT_FALSE(covers(letter, box) || covers(title, box) || covers(date, box));

    const std::vector<Box> full{{30, 20, 195, 277}};
    const auto above = place_of_stamp(full, 210, 297);
    EXPECT_NEAR(above.at.y, 5, 0.1);
    EXPECT_GT(above.page_scale, 0.9);
    EXPECT_GT(297 - (297 - full[0].y0) * above.page_scale, above.at.y + stamp_height) << "the page is set smaller below it";
    EXPECT_GT(297 - (297 - 0) * place_of_stamp({{0, 0, 210, 297}}, 210, 297).page_scale, 5 + stamp_height)
        << "a scan with black edges, too";
}

TEST_F(IncomingPaper, the_stamp_covers_nothing_of_a_page_of_any_kind)
{
    const auto page = [](const std::string& subject, bool of_kind, bool scanned) {
        print::Paper paper{Date::of(2022, 4, 28)};
        const print::Style bold{.size = 13, .bold = true, .centred = true};
        double y = 20;
        y += paper.write("ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐỨC MẪU", bold, {30, 20}, 70);
        paper.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", bold, {100, 20}, 95);
        y += 3 + paper.write("Số: 817/KH-UBND", {.size = 13, .centred = true}, {30, y + 3}, 70);
        if (of_kind)
            y += 3 + paper.write("KẾ HOẠCH\n" + subject, {.size = 14, .bold = true, .centred = true}, {30, y + 3}, 165);
        else
            y += 40 + paper.write("V/v " + subject, {.size = 12, .centred = true}, {30, y + 1}, 70); // «Kính gửi» stands on the right
        for (y += 5; y < 270; y += 7)
            if (scanned)
                paper.fill({{30, y}, {195, y}, {195, y + 3}, {30, y + 3}}); // ink without a word
            else
                paper.write(std::string(78, 'n'), {.size = 14}, {30, y}, 165);
        return paper.finish();
    };
    int smaller = 0;
    for (const auto& [subject, of_kind, scanned] : std::initializer_list<std::tuple<std::string, bool, bool>>{
             {"Thi đua", true, false},
             {"Tổ chức sơ kết phong trào thi đua cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở giai đoạn 2019 - 2025",
              true, false},
             {"tổ chức sơ kết phong trào thi đua", false, false},
             {"Tổ chức sơ kết phong trào thi đua cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", true, true}}) {
        const auto file = saved(page(subject, of_kind, scanned));
        std::vector<Box> taken;
        const auto ink = pdf::ink_of(file, 1);
        EXPECT_NEAR(ink.columns, 210, 1);
        EXPECT_NEAR(ink.rows, 297, 1);
        const auto columns = static_cast<std::size_t>(ink.columns);
        for (std::size_t i = 0; i < ink.dark.size(); ++i)
            if (ink.dark[i]) {
                const auto x = static_cast<double>(i % columns), y = static_cast<double>(i / columns);
                taken.push_back({x, y, x + 1, y + 1});
            }
        ASSERT_GT(taken.size(), 1000U);
        const auto place = place_of_stamp(taken, 210, 297);
        smaller += place.page_scale < 1;
        print::Paper over{Date::of(2022, 4, 28)}; // what was there, and where the stamp goes, is laid over it
        const auto target = file.parent_path() / "printed.pdf";
        pdf::lay_over(file, over.finish(), target, place.page_scale);
        const auto printed = pdf::ink_of(target, 1);
        for (int y = static_cast<int>(place.at.y); y < static_cast<int>(place.at.y + stamp_height); ++y)
            for (int x = static_cast<int>(place.at.x); x < static_cast<int>(place.at.x + stamp_width); ++x)
                ASSERT_FALSE(printed.dark[static_cast<std::size_t>(y) * columns + static_cast<std::size_t>(x)])
                    << subject << ": " << x << ", " << y;
        EXPECT_LT(place.at.y + stamp_height, 297.0 / 2) << subject;
    }
    EXPECT_GE(smaller, 1) << "a page without room is among them";
    EXPECT_LE(smaller, 3);
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
