#include "lib/base/bytes.h"
#include "lib/proc/converter.h"
#include "office/templates/reading.h"
#include "office/templates/samples_test.h"

#include <gtest/gtest.h>

#include <fstream>

namespace congso::templates {

namespace {

namespace fs = std::filesystem;

std::string value_of(const std::vector<Reading>& readings, std::string_view name)
{
    const auto* reading = find_reading(readings, name);
    return reading ? reading->value : "";
}

// Pages of our own layout, made by LibreOffice and read again by Poppler.
class Pages : public testing::Test {
protected:
    static void SetUpTestSuite() { converter = new proc::LibreOfficeConverter; }
    static void TearDownTestSuite() { delete std::exchange(converter, nullptr); }
    void SetUp() override
    {
        if (!converter->is_installed())
            GTEST_SKIP() << "LibreOffice is not installed";
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::vector<pdf::Word> words_of(const OfficialDocument& document)
    {
        std::ofstream{folder_ / "in.docx", std::ios::binary} << layout(document);
        converter->convert(folder_ / "in.docx", media::MediaType::docx, folder_ / "out.pdf");
        return pdf::words_of(folder_ / "out.pdf");
    }

    static inline proc::LibreOfficeConverter* converter = nullptr;
    fs::path folder_ = fs::temp_directory_path() / ("congso-pages-" + to_hex(as_bytes(random_bytes(6))));
};

const pdf::Word& word(const std::vector<pdf::Word>& words, std::string_view text, std::size_t skip = 0)
{
    for (const auto& candidate : words)
        if (candidate.text == text && skip-- == 0)
            return candidate;
    ADD_FAILURE() << "no word " << text;
    return words.front();
}

} // namespace

TEST_F(Pages, of_all_twenty_nine_kinds_are_read_back)
{
    for (const auto& kind : kinds()) {
        if (!kind.outgoing)
            continue;
        SCOPED_TRACE(std::string{kind.code});
        const auto document = sample_of(kind.code);
        const auto readings = read_fields(words_of(document));
        EXPECT_EQ(value_of(readings, "issuer"), "Ủy ban nhân dân xã Phổ Mẫu");
        EXPECT_EQ(value_of(readings, "parent"), "");
        EXPECT_EQ(value_of(readings, "origin_number"), kind.model == Model::public_letter ? "" : number_and_symbol("5", document.symbol));
        EXPECT_EQ(value_of(readings, "place"), kind.model == Model::minutes ? "" : "Phổ Mẫu");
        EXPECT_EQ(value_of(readings, "issued_on"), kind.model == Model::minutes ? "" : "2019-09-04");
        EXPECT_EQ(value_of(readings, "kind"), kind.model == Model::public_letter ? "" : std::string{kind.code});
        EXPECT_EQ(value_of(readings, "subject"), kind.model == Model::public_letter ? "" : document.subject);
        EXPECT_EQ(value_of(readings, "signer_name"), document.signer.name);
        EXPECT_EQ(value_of(readings, "signer_position"), document.signer.lines.back());
        EXPECT_EQ(value_of(readings, "urgency"), "");
        for (const auto& reading : readings)
            EXPECT_EQ(reading.confidence, Confidence::sure) << reading.name;
    }
}

TEST_F(Pages, with_a_parent_and_marks_are_read_back)
{
    for (const std::string urgency : {"urgent", "very_urgent", "express", "timed_express"}) {
        auto document = sample_of("CV");
        document.urgency = urgency;
        document.circulation = "XEM XONG TRẢ LẠI";
        document.parent = {"ỦY BAN NHÂN DÂN XÃ PHỔ MẪU"};
        document.agency = {"TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ PHỔ MẪU"};
        const auto readings = read_fields(words_of(document));
        EXPECT_EQ(value_of(readings, "urgency"), urgency);
        EXPECT_EQ(value_of(readings, "parent"), "Ủy ban nhân dân xã Phổ Mẫu");
        EXPECT_EQ(value_of(readings, "issuer"), "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ PHỔ MẪU");
        EXPECT_EQ(value_of(readings, "subject"), document.subject);
        EXPECT_EQ(value_of(readings, "kind"), "CV");
    }
}

TEST_F(Pages, of_a_draft_have_no_number_and_no_day)
{
    auto document = sample_of("KH");
    document.number.clear();
    document.issued_on = {};
    document.year = 2022;
    const auto readings = read_fields(words_of(document));
    EXPECT_EQ(find_reading(readings, "origin_number"), nullptr);
    EXPECT_EQ(find_reading(readings, "issued_on"), nullptr);
    EXPECT_EQ(value_of(readings, "kind"), "KH");
    EXPECT_EQ(value_of(readings, "place"), "Phổ Mẫu");
}

// Phụ lục I, Phụ lục III
TEST_F(Pages, keep_the_millimetres_of_the_decree)
{
    auto document = sample_of("KH");
    const Part more{PartStyle::paragraph, "Thực hiện nghiêm kỷ luật, kỷ cương hành chính; xây dựng lối sống lành mạnh, văn minh."};
    document.body.insert(document.body.begin() + 2, 40, more); // to a second page
    const auto words = words_of(document);
    double left = 210, right = 0, top = 297, bottom = 0;
    for (const auto& each : words) {
        if (each.page != 1)
            continue;
        left = std::min(left, each.x0);
        right = std::max(right, each.x1);
        top = std::min(top, each.y0);
        bottom = std::max(bottom, each.y1);
    }
    EXPECT_NEAR(left, 30, 1); // I.2: 30–35 mm
    EXPECT_NEAR(right, 195, 1); // 15–20 mm
    EXPECT_NEAR(top, 20, 1); // 20–25 mm; no page number on page 1
    EXPECT_LE(bottom, 278); // 20–25 mm
    const auto& nation = word(words, "CỘNG");
    const auto& nation_end = word(words, "NAM");
    EXPECT_NEAR(nation_end.x1 - nation.x0, 95.7, 0.5); // 13 pt bold
    EXPECT_NEAR((nation.x0 + nation_end.x1) / 2, 30 + 66 + 99 / 2.0, 1);
    const auto& motto = word(words, "Độc");
    const auto& motto_end = word(words, "phúc");
    EXPECT_NEAR((motto.x0 + motto_end.x1) / 2, (nation.x0 + nation_end.x1) / 2, 0.5);
    EXPECT_NEAR(word(words, "Số:").y1, word(words, "ngày").y1, 1); // boxes 3 and 4 on one row
    const auto& first_word = word(words, "Thực");
    EXPECT_NEAR(first_word.x0, 30 + 12.7, 1); // II.6: first line 1.27 cm
    const auto numbered = std::find_if(words.begin(), words.end(), [](const pdf::Word& each) { return each.page == 2; });
    ASSERT_NE(numbered, words.end());
    EXPECT_EQ(numbered->text, "2"); // I.7: in the middle of the top margin
    EXPECT_NEAR((numbered->x0 + numbered->x1) / 2, 112.5, 1);
    EXPECT_LT(numbered->y1, 20);
}

TEST(Reading, knows_a_number_and_symbol)
{
    for (const auto* good : {"817/KH-UBND", "05-CT/TW", "36-HD/VPTW", "06/2022/QH15", "653/2019/UBTVQH14", "45/BC-UBND", "12a/QĐ-UBND",
                             "5/UBND-VP", "1/L.A&B"})
        EXPECT_TRUE(is_number_and_symbol(good)) << good;
    for (const auto* wrong :
         {"", "817", "KH-UBND", "817/", "817/1", "817/KH-", "817//KH", "1234567/KH", "817 KH", "8/KH UBND", "817/KH-/A"})
        EXPECT_FALSE(is_number_and_symbol(wrong)) << wrong;
}

TEST(Reading, writes_names_of_committees_as_in_a_sentence)
{
    EXPECT_EQ(name_in_sentence("ỦY BAN NHÂN DÂN XÃ PHỔ MẪU"), "Ủy ban nhân dân xã Phổ Mẫu");
    EXPECT_EQ(name_in_sentence("UỶ BAN NHÂN DÂN THỊ XÃ ĐỨC MẪU"), "Ủy ban nhân dân thị xã Đức Mẫu");
    EXPECT_EQ(name_in_sentence("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐẶC KHU"), "Hội đồng nhân dân thành phố Đặc Khu");
    EXPECT_EQ(name_in_sentence("TRƯỜNG MẦM NON"), "TRƯỜNG MẦM NON");
}

TEST(Reading, finds_nothing_where_nothing_is)
{
    EXPECT_TRUE(read_fields({}).empty());
    const std::vector<pdf::Word> words{{1, 30, 30, 40, 35, "Xin"}, {1, 41, 30, 50, 35, "chào"}};
    EXPECT_TRUE(read_fields(words).empty());
}

} // namespace congso::templates
