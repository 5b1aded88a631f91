#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/ooxml/xlsx_read.h"
#include "lib/ooxml/xlsx_write.h"
#include "tests/support/temp_database.h"

#include <gmock/gmock.h>

#include <fstream>

namespace congso::ooxml {

namespace {

using testing::ElementsAre;

struct Parts {
    std::string sheet, texts{}, styles{}, workbook_attributes{};
};

std::string workbook(const Parts& parts)
{
    std::vector<archive::ZipFile> files{
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"r\"><workbookPr" + parts.workbook_attributes
             + "/><sheets><sheet name=\"Ẩn\" state=\"hidden\" r:id=\"r9\"/><sheet name=\"Văn bản đến\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
         "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
         "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + parts.sheet + "</sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst>" + parts.texts + "</sst>"},
        {"xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>"}};
    return archive::write_zip(files);
}

std::string fault_of(const std::string& bytes, const XlsxLimits& limits = {})
{
    try {
        read_xlsx(bytes, limits);
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

} // namespace

TEST(XlsxRead, cells_are_as_people_see_them)
{
    const auto sheet = read_xlsx(workbook(
        {.sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>a&amp;b</t></is></c></row>"
                  "<row r=\"3\"><c r=\"A3\"><v>214</v></c><c r=\"B3\" s=\"1\"><v>44691</v></c><c r=\"C3\" s=\"2\"><v>44691.5</v></c>"
                  "<c r=\"D3\"><v>1.5</v></c><c r=\"E3\" t=\"str\"><f>1+1</f><v>kết quả</v></c><c r=\"F3\" t=\"b\"><v>1</v></c></row>"
                  "<row><c><v>7</v></c><c t=\"s\"><v>1</v></c></row>",
         .texts = "<si><r><t>Số </t></r><r><t>đến</t></r><rPh><t>x</t></rPh></si><si><t xml:space=\"preserve\">hai\ndòng</t></si>",
         .styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                   "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs>"}));
    EXPECT_EQ(sheet.name, "Văn bản đến");
    ASSERT_EQ(sheet.rows.size(), 4U);
    EXPECT_THAT(sheet.rows[0], ElementsAre("Số đến", "", "a&b"));
    EXPECT_TRUE(sheet.rows[1].empty()) << "an empty row keeps its place";
    EXPECT_THAT(sheet.rows[2], ElementsAre("214", "2022-05-10", "2022-05-10", "1.5", "kết quả", "TRUE"));
    EXPECT_THAT(sheet.rows[3], ElementsAre("7", "hai\ndòng"));
}

TEST(XlsxRead, days_count_from_1900_or_1904)
{
    const std::string sheet = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>61</v></c></row>";
    const std::string styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    EXPECT_THAT(read_xlsx(workbook({.sheet = sheet, .styles = styles})).rows.at(0), ElementsAre("1900-01-01", "1900-03-01"));
    EXPECT_THAT(read_xlsx(workbook({.sheet = sheet, .styles = styles, .workbook_attributes = " date1904=\"1\""})).rows.at(0),
                ElementsAre("1904-01-02", "1904-03-02"));
}

TEST(XlsxRead, what_is_no_workbook_or_lies_is_refused)
{
    EXPECT_EQ(fault_of("không phải zip"), "archive.malformed");
    EXPECT_EQ(fault_of(archive::write_zip(std::vector<archive::ZipFile>{{"word/document.xml", "<w/>"}})), "xlsx.malformed");
    EXPECT_EQ(fault_of(workbook({.sheet = "<row r=\"1\"><c t=\"s\"><v>5</v></c></row>"})), "xlsx.malformed") << "a text there is not";
    EXPECT_EQ(fault_of(workbook({.sheet = "<row r=\"2\"/><row r=\"2\"></row><row r=\"1\"></row>"})), "xlsx.malformed") << "rows go up";
    EXPECT_EQ(fault_of(workbook({.sheet = "<c><v>1</v></c>"})), "xlsx.malformed") << "a cell outside rows";
    EXPECT_EQ(fault_of(workbook({.sheet = "<!DOCTYPE x [<!ENTITY a \"b\">]>"})), "ooxml.malformed");
}

TEST(XlsxRead, what_would_grow_without_end_is_refused)
{
    EXPECT_EQ(fault_of(workbook({.sheet = "<row r=\"1048576\"><c><v>1</v></c></row>"})), "xlsx.too_large");
    EXPECT_EQ(fault_of(workbook({.sheet = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"})), "xlsx.too_large");
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += "<row><c t=\"s\"><v>0</v></c></row>";
    EXPECT_EQ(fault_of(workbook({.sheet = many, .texts = "<si><t>" + std::string(10'000, 'x') + "</t></si>"}), {.text_bytes = 1'000'000}),
              "xlsx.too_large")
        << "one shared text in many cells";
}

TEST(XlsxWrite, what_is_written_is_read_back_and_a_formula_is_only_a_text)
{
    const test::TempDirectory directory;
    const auto file = directory.path() / "a.xlsx";
    XlsxWriter writer{file, "Văn bản đến", {{"Số"}, {"Ngày"}, {"Trích yếu", 40}}};
    writer.add({std::int64_t{7}, Date::of(2022, 5, 10), "Kế hoạch <1> & \"2\""});
    for (const auto* const text : {"=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\tx\x01y"})
        writer.add({std::string{}, Date{}, text});
    writer.add({std::int64_t{8}, Date{}, std::string(31'999, 'x') + "đ" + std::string(10, 'y')});
    writer.finish();
    std::ifstream stream{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    const auto rows = read_xlsx(bytes).rows;
    ASSERT_EQ(rows.size(), 8U);
    EXPECT_THAT(rows[0], ElementsAre("Số", "Ngày", "Trích yếu"));
    EXPECT_THAT(rows[1], ElementsAre("7", "2022-05-10", "Kế hoạch <1> & \"2\""));
    EXPECT_EQ(rows[2].at(2), "=HYPERLINK(\"http://x\")");
    EXPECT_EQ(rows[6].at(2), "\txy");
    EXPECT_EQ(rows[7].at(2), std::string(31'999, 'x'));
    EXPECT_EQ(archive::ZipReader{bytes}.read("xl/worksheets/sheet1.xml").find("<f>"), std::string::npos);
    const auto left = std::distance(std::filesystem::directory_iterator{directory.path()}, {});
    EXPECT_EQ(left, 1) << "no temporary file is left";
}

} // namespace congso::ooxml
