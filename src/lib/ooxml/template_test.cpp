#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/ooxml/docx.h"
#include "lib/ooxml/template.h"

#include <gtest/gtest.h>

namespace congso::ooxml {

namespace {

Paragraph of_runs(const std::vector<std::string>& texts)
{
    Paragraph paragraph;
    for (const auto& text : texts)
        paragraph.runs.push_back({.text = text});
    return paragraph;
}

std::string docx_of(std::vector<Block> blocks)
{
    return write_docx({.blocks = std::move(blocks)});
}

Table list_table()
{
    return {
        .columns_mm = {20, 100},
        .rows = {{.cells = {{.blocks = {of_runs({"TT"})}}, {.blocks = {of_runs({"Tên"})}}}},
                 {.cells = {{.blocks = {of_runs({"{{#ea", "ch people}}{{n}}"})}}, {.blocks = {of_runs({"{{name}} – {{unit}}{{/each}}"})}}}},
                 {.cells = {{.blocks = {of_runs({"Cộng"})}}, {.blocks = {of_runs({"{{total}}"})}}}}}};
}

std::string code_of(const std::string& docx, const TemplateValues& values)
{
    try {
        (void)fill(docx, values);
        return "";
    } catch (const Error& error) {
        return error.code() + " " + std::string{error.fact("name")};
    }
}

} // namespace

TEST(Template, fills_a_field_that_an_editor_split_into_runs)
{
    const auto docx = docx_of({of_runs({"Kính gửi: {", "{iss", "uer }} và {{", "place}", "}."})});
    EXPECT_EQ(text_of(fill(docx, {.fields = {{"issuer", "UBND <xã> & thôn"}, {"place", "Phổ Mẫu"}}, .lists = {}})),
              "Kính gửi: UBND <xã> & thôn và Phổ Mẫu.\n");
}

TEST(Template, breaks_lines_where_the_value_does)
{
    const auto filled = fill(docx_of({of_runs({"{{a}}"})}), {.fields = {{"a", "một\nhai"}}, .lists = {}});
    EXPECT_EQ(text_of(filled), "một\nhai\n");
    EXPECT_NE(archive::ZipReader{filled}.read("word/document.xml").find("<w:br/>"), std::string::npos);
}

TEST(Template, repeats_a_row_for_each_item)
{
    const TemplateValues values{.fields = {{"total", "2"}, {"unit", "xã"}},
                                .lists = {{"people", {{{"n", "1"}, {"name", "An"}}, {{"n", "2"}, {"name", "Bình"}, {"unit", "thôn"}}}}}};
    EXPECT_EQ(text_of(fill(docx_of({list_table()}), values)), "TT\tTên\n1\tAn – xã\n2\tBình – thôn\nCộng\t2\n\n");
    const TemplateValues nobody{.fields = {{"total", "0"}}, .lists = {{"people", {}}}};
    EXPECT_EQ(text_of(fill(docx_of({list_table()}), nobody)), "TT\tTên\nCộng\t0\n\n");
}

TEST(Template, does_not_read_a_value_as_a_template)
{
    EXPECT_EQ(text_of(fill(docx_of({of_runs({"{{a}}"})}), {.fields = {{"a", "{{a}} &lt;"}}, .lists = {}})), "{{a}} &lt;\n");
    const TemplateValues values{.fields = {{"total", ""}, {"unit", ""}}, .lists = {{"people", {{{"n", "{{x}}"}, {"name", ""}}}}}};
    EXPECT_NE(text_of(fill(docx_of({list_table()}), values)).find("{{x}}"), std::string::npos);
}

TEST(Template, names_what_is_missing)
{
    EXPECT_EQ(code_of(docx_of({of_runs({"{{nobody}}"})}), {}), "template.unknown_field nobody");
    EXPECT_EQ(code_of(docx_of({list_table()}), {}), "template.unknown_list people");
    EXPECT_EQ(code_of(docx_of({of_runs({"{{open"})}), {}), "template.unclosed ");
    EXPECT_EQ(code_of(docx_of({of_runs({"{{#each people}}"})}), {}), "template.unknown_field #each people");
    EXPECT_EQ(code_of("no zip", {}), "archive.malformed ");
}

TEST(Template, tells_which_fields_it_asks_for)
{
    EXPECT_EQ(fields_of(docx_of({of_runs({"{{a}} {{b}} {{a}}"}), list_table()})),
              (std::vector<std::string>{"people.n", "people.name", "people.unit", "a", "b", "total"}));
}

TEST(Template, cuts_its_text_between_letters)
{
    const auto docx = docx_of({of_runs({"ệệệệ"})});
    EXPECT_EQ(text_of(docx, 7), "ệệ");
    EXPECT_EQ(text_of(docx, 9), "ệệệ");
}

} // namespace congso::ooxml
