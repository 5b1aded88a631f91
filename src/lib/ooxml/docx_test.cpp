#include "lib/archive/zip.h"
#include "lib/ooxml/docx.h"
#include "lib/ooxml/template.h"
#include "lib/ooxml/text_width.h"
#include "lib/ooxml/xml_tokens.h"

#include <gtest/gtest.h>

namespace congso::ooxml {

namespace {

Document sample()
{
    Document document;
    document.title = "Kế hoạch <thử>";
    document.created = "2022-05-04T00:15:00Z";
    document.blocks.push_back(Paragraph{.runs = {{.text = "Đậm", .bold = true}, {.text = " và nghiêng", .italic = true}},
                                        .align = Align::justify,
                                        .after_pt = 6,
                                        .first_line_mm = 12.7});
    document.blocks.push_back(Table{.columns_mm = {60, 105},
                                    .rows = {{.cells = {{.blocks = {Paragraph{.runs = {{.text = "trái & phải"}}}}},
                                                        {.blocks = {rule_line(25.4, 105)}, .borders = {.bottom_pt = 0.5}}}}}});
    return document;
}

std::string part_of(const std::string& docx, std::string_view name)
{
    return archive::ZipReader{docx}.read(name);
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(Docx, has_all_parts_and_each_is_well_formed)
{
    auto document = sample();
    document.first_footer.push_back(Paragraph{.runs = {{.text = "Địa chỉ"}}});
    const auto docx = write_docx(document);
    const archive::ZipReader zip{docx};
    EXPECT_EQ(zip.entries().front().name, "[Content_Types].xml");
    EXPECT_EQ(zip.entries().size(), 9U);
    for (const auto& entry : zip.entries())
        EXPECT_NO_THROW(cut_xml(zip.read(entry))) << entry.name;
    EXPECT_TRUE(has(zip.read("docProps/core.xml"), "<dc:title>Kế hoạch &lt;thử&gt;</dc:title>"));
    EXPECT_TRUE(has(zip.read("word/footer1.xml"), "Địa chỉ"));
}

TEST(Docx, is_the_same_for_the_same_document)
{
    EXPECT_EQ(write_docx(sample()), write_docx(sample()));
}

TEST(Docx, has_the_page_the_decree_asks_for)
{
    const auto xml = part_of(write_docx(sample()), "word/document.xml");
    EXPECT_TRUE(has(xml, R"(<w:pgSz w:w="11906" w:h="16838"/>)"));
    EXPECT_TRUE(has(xml, R"(<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701")"));
    EXPECT_TRUE(has(xml, "<w:titlePg/>"));
    EXPECT_TRUE(has(part_of(write_docx(sample()), "word/header1.xml"), " PAGE "));
    EXPECT_TRUE(has(part_of(write_docx(sample()), "word/styles.xml"), R"(w:ascii="Times New Roman")"));
}

TEST(Docx, writes_types_indents_and_lines)
{
    const auto xml = part_of(write_docx(sample()), "word/document.xml");
    EXPECT_TRUE(has(xml, R"(<w:b/><w:bCs/><w:sz w:val="28"/>)"));
    EXPECT_TRUE(has(xml, R"(w:firstLine="720")"));
    EXPECT_TRUE(has(xml, R"(<w:jc w:val="both"/>)"));
    EXPECT_TRUE(has(xml, R"(<w:tcW w:w="3402" w:type="dxa"/>)"));
    EXPECT_TRUE(has(xml, "trái &amp; phải"));
    EXPECT_TRUE(has(xml, R"(<w:ind w:left="2256" w:right="2256" w:firstLine="0"/>)")); // (105 − 25.4) / 2 mm
    EXPECT_TRUE(has(xml, R"(<w:tcBorders><w:bottom w:val="single" w:sz="4")"));
}

TEST(Docx, gives_its_text_back)
{
    EXPECT_EQ(text_of(write_docx(sample())), "Đậm và nghiêng\ntrái & phải\t\n\n");
}

TEST(TextWidth, is_that_of_times_new_roman)
{
    EXPECT_DOUBLE_EQ(text_width_mm("M", 144, Face::regular), 1821.0 / 2048 * 25.4);
    EXPECT_DOUBLE_EQ(text_width_mm("Ể", 26, Face::bold), text_width_mm("E", 26, Face::bold));
    EXPECT_LT(text_width_mm("ưu", 26, Face::regular), text_width_mm("ưừ", 26, Face::regular));
    EXPECT_NEAR(text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, Face::bold), 95.67, 0.01);
    EXPECT_EQ(text_width_mm("", 26, Face::italic), 0);
}

TEST(XmlTokens, refuse_what_does_not_nest)
{
    for (const auto* wrong : {"<a>", "<a></b>", "</a>", "<a", "<a b='>", "<!DOCTYPE a><a/>", "<!-- x", "<>", "<a <b/>"})
        EXPECT_ANY_THROW(cut_xml(wrong)) << wrong;
    EXPECT_EQ(cut_xml("<a b='>'/>").front().name, "a");
    EXPECT_EQ(unescape_xml("&lt;&#225;&#xE1;&amp;lt;&nbsp;&"), "<áá&lt;&nbsp;&");
    EXPECT_EQ(escape_xml("a<b>&\"\x01"), "a&lt;b&gt;&amp;&quot;\xEF\xBF\xBD");
}

} // namespace congso::ooxml
