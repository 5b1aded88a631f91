#include "lib/archive/zip.h"
#include "lib/base/describe.h"
#include "lib/base/error.h"
#include "lib/ooxml/template.h"
#include "office/templates/kinds.h"
#include "office/templates/samples_test.h"

#include <gtest/gtest.h>

#include <set>

namespace congso::templates {

namespace {

std::string text_of(const OfficialDocument& document)
{
    return ooxml::text_of(layout(document));
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(Kinds, are_the_twenty_nine_of_the_decree_and_a_few_that_only_arrive)
{
    std::set<std::string_view> codes;
    std::size_t outgoing = 0;
    for (const auto& kind : kinds()) {
        EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
        EXPECT_EQ(find_kind(kind.code), &kind);
        outgoing += kind.outgoing ? 1 : 0;
    }
    EXPECT_EQ(outgoing, 29U);
    EXPECT_GT(kinds().size(), 29U);
    EXPECT_EQ(find_kind_by_title("KẾ HOẠCH")->abbreviation, "KH");
    EXPECT_EQ(find_kind(""), nullptr);
    EXPECT_EQ(find_kind_by_title(""), nullptr);
}

TEST(OfficialDocument, pads_numbers_below_ten)
{
    EXPECT_EQ(padded_number("5"), "05");
    EXPECT_EQ(padded_number("12"), "12");
    EXPECT_EQ(padded_number("5a"), "05a");
    EXPECT_EQ(number_line("", "KH-UBND"), "Số:          /KH-UBND");
    EXPECT_EQ(number_line("817", "KH-UBND"), "Số: 817/KH-UBND");
}

TEST(OfficialDocument, has_the_boxes_of_its_kind_for_all_twenty_nine)
{
    for (const auto& kind : kinds()) {
        if (!kind.outgoing)
            continue;
        const auto text = text_of(sample_of(kind.code));
        EXPECT_TRUE(has(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n")) << kind.code;
        EXPECT_TRUE(has(text, "ỦY BAN NHÂN DÂN\nXÃ PHỔ MẪU\n")) << kind.code;
        EXPECT_EQ(has(text, "Số: 05/"), kind.model != Model::public_letter) << kind.code;
        EXPECT_EQ(has(text, "Phổ Mẫu, ngày 04 tháng 9 năm 2019"), kind.model != Model::minutes) << kind.code;
        EXPECT_TRUE(kind.title.empty() || has(text, "\n" + std::string{kind.title} + "\n")) << kind.code;
        EXPECT_EQ(has(text, "Kính gửi:"), kind.code == "CV" || kind.code == "TTr" || kind.code == "BC" || kind.code == "TCg") << kind.code;
        EXPECT_TRUE(has(text, "./.\n")) << kind.code;
        EXPECT_TRUE(has(text, "- Lưu: VT, VP, PL.(30).")) << kind.code;
        EXPECT_TRUE(has(text, "Nguyễn Văn Mẫu")) << kind.code;
    }
}

TEST(OfficialDocument, follows_the_model_of_its_kind)
{
    EXPECT_TRUE(has(text_of(sample_of("NQ")), "HỘI ĐỒNG NHÂN DÂN XÃ PHỔ MẪU\nCăn cứ"));
    EXPECT_TRUE(has(text_of(sample_of("NQ")), "QUYẾT NGHỊ:\nĐiều 1."));
    EXPECT_TRUE(has(text_of(sample_of("QĐ")), "QUYẾT ĐỊNH:\nĐiều 1."));
    EXPECT_TRUE(has(text_of(sample_of("CV")), "V/v tổ chức sơ kết"));
    EXPECT_TRUE(has(text_of(sample_of("CĐ")), "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHỔ MẪU điện:\n- "));
    EXPECT_TRUE(has(text_of(sample_of("GM")), "Ủy ban nhân dân xã Phổ Mẫu trân trọng kính mời: "));
    EXPECT_TRUE(has(text_of(sample_of("GGT")), "Giấy này có giá trị đến hết ngày 31 tháng 12 năm 2019./."));
    EXPECT_TRUE(has(text_of(sample_of("GNP")), "Xác nhận của cơ quan"));
    EXPECT_TRUE(has(text_of(sample_of("BB")), "THƯ KÝ"));
    EXPECT_THROW(layout(sample_of("NĐ")), Error);
    EXPECT_THROW(layout(sample_of("")), Error);
}

TEST(OfficialDocument, ends_every_line_as_the_decree_says)
{
    auto document = sample_of("CV");
    document.addressees = {"Phòng Nội vụ;", "Các thôn"};
    document.recipients = {"Đảng ủy xã (bc);", "CT, PCT UBND xã"};
    document.body = {{PartStyle::paragraph, "Đề nghị các đơn vị báo cáo."}};
    const auto text = text_of(document);
    EXPECT_TRUE(has(text, "Kính gửi:\n- Phòng Nội vụ;\n- Các thôn.\n"));
    EXPECT_TRUE(has(text, "Nơi nhận:\n- Như trên;\n- Đảng ủy xã (bc);\n- CT, PCT UBND xã;\n- Lưu: VT, VP, PL.(30)."));
    EXPECT_TRUE(has(text, "Đề nghị các đơn vị báo cáo./.\n"));
    document.addressees = {"Phòng Nội vụ."};
    EXPECT_TRUE(has(text_of(document), "Kính gửi: Phòng Nội vụ\n"));
    auto introduction = sample_of("GGT");
    introduction.grounds = {"Căn cứ Kế hoạch A"};
    EXPECT_TRUE(has(text_of(introduction), "Căn cứ Kế hoạch A.\n")); // no kind loses them
    auto decision = sample_of("QĐ");
    decision.grounds = {"Căn cứ Luật A;", "Theo đề nghị của B"};
    EXPECT_TRUE(has(text_of(decision), "Căn cứ Luật A;\nTheo đề nghị của B.\n"));
}

TEST(OfficialDocument, leaves_room_for_number_and_day)
{
    auto document = sample_of("KH");
    document.number.clear();
    document.issued_on = {};
    document.year = 2022;
    const auto text = text_of(document);
    EXPECT_TRUE(has(text, "Số:          /KH-UBND"));
    EXPECT_TRUE(has(text, "Phổ Mẫu, ngày         tháng         năm 2022"));
    EXPECT_TRUE(has(text_of({.kind = "KH"}), "KẾ HOẠCH")); // an empty draft has a page too
}

TEST(OfficialDocument, parts_a_name_that_is_too_long_for_its_column_and_begins_no_line_with_a_dash)
{
    auto document = sample_of("KH");
    document.parent = {"ỦY BAN NHÂN DÂN XÃ PHỔ MẪU"};
    document.agency = {"HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"};
    EXPECT_TRUE(has(text_of(document), "ỦY BAN NHÂN DÂN XÃ PHỔ MẪU\nHỘI ĐỒNG THI ĐUA -\nKHEN THƯỞNG\n"));
}

// Phụ lục I, Phụ lục VI
TEST(OfficialDocument, frames_urgency_and_circulation)
{
    auto document = sample_of("CV");
    document.urgency = "express";
    document.circulation = "XEM XONG TRẢ LẠI";
    const auto bytes = layout(document);
    EXPECT_TRUE(has(ooxml::text_of(bytes), "HỎA TỐC"));
    EXPECT_TRUE(has(ooxml::text_of(bytes), "XEM XONG TRẢ LẠI"));
    const auto xml = archive::ZipReader{bytes}.read("word/document.xml");
    EXPECT_TRUE(has(xml, R"(<w:tblW w:w="1701" w:type="dxa"/>)")); // 30 mm
    EXPECT_TRUE(has(xml, R"(<w:trHeight w:val="454" w:hRule="exact"/>)")); // 8 mm
    document.urgency = "normal";
    EXPECT_FALSE(has(text_of(document), "HỎA TỐC"));
}

TEST(OfficialDocument, knows_the_level_of_a_heading)
{
    EXPECT_EQ(heading_style("IV. ĐÁNH GIÁ CHUNG"), PartStyle::heading1);
    EXPECT_EQ(heading_style("A. PHẦN CHUNG"), PartStyle::heading1);
    EXPECT_EQ(heading_style("1. Thuận lợi"), PartStyle::heading2);
    EXPECT_EQ(heading_style("Kết quả"), PartStyle::heading2);
}

TEST(OfficialDocument, is_one_described_struct)
{
    EXPECT_EQ(describe::type_of<OfficialDocument>().fields.size(), 30U);
}

} // namespace congso::templates
