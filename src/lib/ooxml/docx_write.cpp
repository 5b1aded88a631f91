#include "lib/archive/zip.h"
#include "lib/ooxml/docx.h"
#include "lib/ooxml/docx_parts.h"
#include "lib/ooxml/xml_tokens.h"

#include <cassert>
#include <cmath>

namespace congso::ooxml {

namespace {

int twips(double mm)
{
    return static_cast<int>(std::lround(mm * 1440 / 25.4));
}
int twips_of_points(double points)
{
    return static_cast<int>(std::lround(points * 20));
}

std::string_view name_of(Align align)
{
    switch (align) {
    case Align::left:
        return "left";
    case Align::centre:
        return "center";
    case Align::right:
        return "right";
    case Align::justify:
        return "both";
    }
    return "left";
}

// CT_Border: widths are in eighths of a point.
std::string edge(std::string_view name, double points, std::string_view colour)
{
    if (points <= 0)
        return {};
    return fmt::format("<w:{} w:val=\"single\" w:sz=\"{}\" w:space=\"0\" w:color=\"{}\"/>", name, std::lround(points * 8),
                       colour.empty() ? "000000" : escape_xml(colour));
}

std::string edges(std::string_view element, const Borders& borders)
{
    const auto all = edge("top", borders.top_pt, borders.colour) + edge("left", borders.left_pt, borders.colour)
        + edge("bottom", borders.bottom_pt, borders.colour) + edge("right", borders.right_pt, borders.colour);
    return all.empty() ? all : fmt::format("<w:{0}>{1}</w:{0}>", element, all);
}

// The schema (CT_RPr, CT_PPr, …) is a sequence: the order of the lines below is its order.
std::string run_properties(const Run& run)
{
    std::string out = "<w:rPr>";
    if (run.bold)
        out += "<w:b/><w:bCs/>";
    if (run.italic)
        out += "<w:i/><w:iCs/>";
    if (run.caps)
        out += "<w:caps/>";
    if (!run.colour.empty())
        out += fmt::format("<w:color w:val=\"{}\"/>", escape_xml(run.colour));
    out += fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", run.half_points);
    if (run.underline)
        out += "<w:u w:val=\"single\"/>";
    return out + "</w:rPr>";
}

std::string run_xml(const Run& run)
{
    std::string out = "<w:r>" + run_properties(run);
    for (std::size_t from = 0; from < run.text.size();) {
        if (run.text[from] == '\t' || run.text[from] == '\n') {
            out += run.text[from] == '\t' ? "<w:tab/>" : "<w:br/>";
            ++from;
            continue;
        }
        const auto to = std::min(run.text.find_first_of("\t\n", from), run.text.size());
        out += "<w:t xml:space=\"preserve\">" + escape_xml(run.text.substr(from, to - from)) + "</w:t>";
        from = to;
    }
    return out + "</w:r>";
}

std::string paragraph_xml(const Paragraph& paragraph)
{
    std::string out = "<w:p><w:pPr>";
    if (paragraph.keep_with_next)
        out += "<w:keepNext/>";
    out += edges("pBdr", paragraph.borders);
    if (!paragraph.tabs.empty()) {
        out += "<w:tabs>";
        for (const auto& tab : paragraph.tabs)
            out += fmt::format("<w:tab w:val=\"{}\"{} w:pos=\"{}\"/>", name_of(tab.align), tab.dots ? " w:leader=\"dot\"" : "",
                               twips(tab.at_mm));
        out += "</w:tabs>";
    }
    const bool exact = paragraph.exact_line_pt > 0;
    out += fmt::format("<w:spacing w:before=\"{}\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"{}\"/>", twips_of_points(paragraph.before_pt),
                       twips_of_points(paragraph.after_pt),
                       exact ? twips_of_points(paragraph.exact_line_pt) : static_cast<int>(std::lround(paragraph.line * 240)),
                       exact ? "exact" : "auto");
    out += fmt::format("<w:ind w:left=\"{}\" w:right=\"{}\" w:firstLine=\"{}\"/>", twips(paragraph.left_mm), twips(paragraph.right_mm),
                       twips(paragraph.first_line_mm));
    out += fmt::format("<w:jc w:val=\"{}\"/>", name_of(paragraph.align));
    if (paragraph.outline_level > 0)
        out += fmt::format("<w:outlineLvl w:val=\"{}\"/>", paragraph.outline_level - 1);
    if (!paragraph.runs.empty())
        out += run_properties(paragraph.runs.front()); // the paragraph mark: an empty line is as high as its text
    out += "</w:pPr>";
    for (const auto& run : paragraph.runs)
        out += run_xml(run);
    return out + "</w:p>";
}

std::string blocks_xml(const std::vector<Block>& blocks);

std::string cell_xml(const Cell& cell, double width_mm)
{
    std::string out = fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips(width_mm));
    out += edges("tcBorders", cell.borders);
    if (cell.middle)
        out += "<w:vAlign w:val=\"center\"/>";
    out += "</w:tcPr>" + blocks_xml(cell.blocks);
    if (cell.blocks.empty() || std::holds_alternative<Table>(cell.blocks.back())) // a cell has to end with a paragraph
        out += paragraph_xml({.runs = {{.text = "", .half_points = 2}}, .exact_line_pt = 1});
    return out + "</w:tc>";
}

std::string table_xml(const Table& table)
{
    double width_mm = 0;
    std::string grid;
    for (const auto column : table.columns_mm) {
        width_mm += column;
        grid += fmt::format("<w:gridCol w:w=\"{}\"/>", twips(column));
    }
    std::string out = fmt::format("<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"{}\"/><w:tblLayout w:type=\"fixed\"/>"
                                  "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
                                  "</w:tblPr><w:tblGrid>{}</w:tblGrid>",
                                  twips(width_mm), name_of(table.align), grid);
    for (const auto& row : table.rows) {
        assert(row.cells.size() == table.columns_mm.size());
        out += "<w:tr><w:trPr><w:cantSplit/>";
        if (row.height_mm > 0)
            out += fmt::format("<w:trHeight w:val=\"{}\" w:hRule=\"exact\"/>", twips(row.height_mm));
        if (table.header_row && &row == &table.rows.front())
            out += "<w:tblHeader/>";
        out += "</w:trPr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            out += cell_xml(row.cells[i], table.columns_mm[i]);
        out += "</w:tr>";
    }
    return out + "</w:tbl>";
}

std::string blocks_xml(const std::vector<Block>& blocks)
{
    std::string out;
    for (const auto& block : blocks)
        out += std::holds_alternative<Table>(block) ? table_xml(std::get<Table>(block)) : paragraph_xml(std::get<Paragraph>(block));
    return out;
}

std::string section_xml(const PageSetup& page, bool has_footer)
{
    std::string out = "<w:sectPr>";
    if (page.page_numbers)
        out += "<w:headerReference w:type=\"default\" r:id=\"rId3\"/>";
    if (has_footer)
        out += "<w:footerReference w:type=\"first\" r:id=\"rId4\"/>";
    out += fmt::format("<w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>", twips(page.landscape ? 297 : 210), twips(page.landscape ? 210 : 297),
                       page.landscape ? " w:orient=\"landscape\"" : "");
    out +=
        fmt::format("<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/>",
                    twips(page.top_mm), twips(page.right_mm), twips(page.bottom_mm), twips(page.left_mm), twips(page.top_mm / 2),
                    twips(page.bottom_mm)); // a footer stands above the bottom margin
    return out + "<w:titlePg/></w:sectPr>";
}

std::string part(std::string_view element, const std::string& content)
{
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{0} {1}>{2}</w:{0}>", element,
                       parts::main_namespaces, content);
}

} // namespace

std::string write_docx(const Document& document)
{
    const bool has_footer = !document.first_footer.empty();
    auto content = blocks_xml(document.blocks);
    if (document.blocks.empty() || std::holds_alternative<Table>(document.blocks.back())) // a body has to end with a paragraph
        content += paragraph_xml({.runs = {{.text = "", .half_points = 2}}, .exact_line_pt = 1});
    std::vector<archive::ZipFile> files{
        {"[Content_Types].xml", parts::content_types(has_footer)},
        {"_rels/.rels", parts::package_relations()},
        {"word/document.xml", part("document", "<w:body>" + content + section_xml(document.page, has_footer) + "</w:body>")},
        {"word/_rels/document.xml.rels", parts::document_relations(has_footer)},
        {"word/styles.xml", parts::styles()},
        {"word/settings.xml", parts::settings()},
        {"word/header1.xml", parts::page_number_header()},
        {"docProps/core.xml", parts::core_properties(document)},
    };
    if (has_footer)
        files.push_back({"word/footer1.xml", part("ftr", blocks_xml(document.first_footer))});
    return archive::write_zip(files);
}

Paragraph rule_line(double length_mm, double column_mm)
{
    const double side = std::max(0.0, (column_mm - length_mm) / 2);
    return {.runs = {{.text = "", .half_points = 8}},
            .align = Align::centre,
            .exact_line_pt = 4,
            .left_mm = side,
            .right_mm = side,
            .borders = {.top_pt = 0.75}};
}

} // namespace congso::ooxml
