#include "office/copies/copy_paper.h"

#include "lib/text/upper.h"
#include "lib/text/words.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace congso::copies {

namespace {

using print::Paper, print::Style;

constexpr double thin = 0.3;
constexpr double left_column = 75, right_column = right_edge - left_edge - left_column; // as boxes 7 and 9b of every document
constexpr double right_start = left_edge + left_column;
constexpr double room_to_sign = 28; // a signature with a seal of 36 mm beside it, as under every document
constexpr double paper_width = 210, paper_height = 297;

constexpr Style names{.size = 13, .centred = true}, names_bold{.size = 13, .bold = true, .centred = true};
constexpr Style bold{.size = 14, .bold = true, .centred = true};

struct Column {
    double x, width;
};
constexpr Column left{left_edge, left_column}, right{right_start, right_column};

double write_lines(Paper& paper, double y, const Column& column, const std::vector<std::string>& lines, const Style& style)
{
    for (const auto& line : lines)
        y += paper.write(line, style, {column.x, y}, column.width);
    return y;
}

// II.2: under the name, a rule of a third to a half of the line above
double write_agency(Paper& paper, double y, const std::vector<std::string>& parent, const std::vector<std::string>& agency)
{
    constexpr double share = 0.4;
    y = write_lines(paper, y, left, parent, names);
    y = write_lines(paper, y, left, agency, names_bold);
    if (agency.empty())
        return y;
    const double length = std::min(paper.width_of(agency.back(), names_bold), left.width) * share, middle = left.x + left.width / 2;
    paper.line({middle - length / 2, y + 0.8}, {middle + length / 2, y + 0.8}, thin);
    return y + 1.6;
}

std::string place_and_date(const std::string& place, Date day)
{
    const auto date = text::long_date(day);
    return place.empty() ? date : place + ", " + date;
}

// II.7: authority and position, room to sign, the name
double write_signer(Paper& paper, double y, const std::vector<std::string>& lines, double room, const std::string& name)
{
    y = write_lines(paper, y, right, lines, bold);
    return write_lines(paper, y + room, right, {name}, bold);
}

// II.9b: the list ends with the clerk's office and a full stop
double write_recipients(Paper& paper, double y, const std::vector<std::string>& recipients)
{
    y += paper.write("Nơi nhận:", {.size = 12, .bold = true, .italic = true}, {left.x, y}, left.width);
    for (const auto& recipient : recipients)
        y += paper.write("- " + recipient + ";", {.size = 11}, {left.x, y}, left.width);
    return y + paper.write("- Lưu: VT.", {.size = 11}, {left.x, y}, left.width);
}

// The pages of an extract.
class ExtractPaper {
public:
    ExtractPaper(const Extract& extract, const Block& block) : extract_(extract), block_(block), paper_(block.copied_on) { }

    std::string draw()
    {
        y_ = std::max(write_agency(paper_, upper_edge, extract_.parent, extract_.agency), nation());
        numbers();
        title();
        std::istringstream paragraphs{extract_.text};
        for (std::string paragraph; std::getline(paragraphs, paragraph);)
            if (!paragraph.empty())
                body(paragraph);
        signature();
        if (y_ + space_above_block + height_of(block_) > lower_edge)
            begin_page();
        else
            y_ += space_above_block;
        draw_block(paper_, y_, block_);
        return paper_.finish();
    }

private:
    double nation()
    {
        double y = upper_edge;
        if (extract_.party) {
            constexpr Style style{.size = 15, .bold = true, .centred = true};
            const std::string name = "ĐẢNG CỘNG SẢN VIỆT NAM";
            y = write_lines(paper_, y, right, {name}, style);
            return ruled(y, paper_.width_of(name, style));
        }
        const std::string motto = "Độc lập - Tự do - Hạnh phúc";
        // box 1 of a long name: the least sizes that the decree allows
        y = write_lines(paper_, y, right, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {.size = 12, .bold = true, .centred = true});
        constexpr Style style{.size = 13, .bold = true, .centred = true};
        y = write_lines(paper_, y, right, {motto}, style);
        return ruled(y, paper_.width_of(motto, style));
    }

    double ruled(double y, double length)
    {
        const double middle = right.x + right.width / 2;
        paper_.line({middle - length / 2, y + 0.8}, {middle + length / 2, y + 0.8}, thin);
        return y + 1.6;
    }

    void numbers()
    {
        y_ += 1.5;
        double y = y_;
        if (!extract_.number.empty())
            y = write_lines(paper_, y, left, {"Số: " + extract_.number}, names);
        if (extract_.kind.empty() && !extract_.subject.empty())
            y = write_lines(paper_, y + 2, left, {"V/v " + extract_.subject}, {.size = 12, .centred = true});
        if (extract_.issued_on.is_set())
            write_lines(paper_, y_, right, {place_and_date(extract_.place, extract_.issued_on)},
                        {.size = 14, .italic = true, .centred = true});
        y_ = std::max(y, y_ + 6) + 6;
    }

    void title()
    {
        const Column whole{left_edge, right_edge - left_edge};
        if (extract_.kind.empty())
            return;
        y_ = write_lines(paper_, y_, whole, {text::upper(extract_.kind)}, bold);
        if (!extract_.subject.empty())
            y_ = write_lines(paper_, y_, whole, {extract_.subject}, bold);
        const double middle = (left_edge + right_edge) / 2;
        paper_.line({middle - 15, y_ + 0.8}, {middle + 15, y_ + 0.8}, thin);
        y_ += 5;
    }

    // II.6: justified, the first line indented; a paragraph goes on on the next page line by line
    void body(const std::string& paragraph)
    {
        constexpr Style style{.size = 14, .justified = true, .indent = 10};
        constexpr double between = 2.1; // 6 pt
        const double width = right_edge - left_edge;
        if (y_ + paper_.height_of(paragraph, style, width) <= lower_edge) {
            y_ += paper_.write(paragraph, style, {left_edge, y_}, width) + between;
            return;
        }
        bool first = true;
        for (const auto& line : paper_.lines_of(paragraph, style, width)) {
            const Style of_line{.size = 14, .indent = first ? style.indent : 0};
            if (y_ + paper_.height_of(line, of_line, width) > lower_edge)
                begin_page();
            y_ += paper_.write(line, of_line, {left_edge, y_}, width);
            first = false;
        }
        y_ += between;
    }

    // The source was signed; here it is told, for the copy is signed below.
    void signature()
    {
        if (extract_.signer_name.empty() && extract_.signing_lines.empty())
            return;
        const double height = 8.0 * static_cast<double>(extract_.signing_lines.size()) + 24;
        if (y_ + height > lower_edge)
            begin_page();
        y_ = write_lines(paper_, y_ + 3, right, extract_.signing_lines, bold);
        y_ = write_lines(paper_, y_ + 4, right, {"(Đã ký)"}, {.size = 14, .italic = true, .centred = true});
        y_ = write_lines(paper_, y_ + 4, right, {extract_.signer_name}, bold);
    }

    void begin_page()
    {
        const auto number = paper_.next_page();
        // I.2: page numbers in the upper margin, from the second page on
        paper_.write(std::to_string(number), {.size = 13, .centred = true}, {left_edge, 10}, right_edge - left_edge);
        y_ = upper_edge;
    }

    const Extract& extract_;
    const Block& block_;
    Paper paper_;
    double y_ = upper_edge;
};

} // namespace

double draw_block(Paper& paper, double y, const Block& block)
{
    // part III.2a: under a solid rule as wide as the area of the text
    paper.line({left_edge, y}, {right_edge, y}, 0.35);
    y += 2.5;
    const double agency_end = write_agency(paper, y, block.parent, block.agency);
    const double form_end = write_lines(paper, y, right, {block.form}, bold);
    y = std::max(agency_end, form_end) + 1.5;
    const double number_end = write_lines(paper, y, left, {"Số: " + block.number}, names);
    const double date_end =
        write_lines(paper, y, right, {place_and_date(block.place, block.copied_on)}, {.size = 14, .italic = true, .centred = true});
    y = std::max(number_end, date_end) + 4;
    return std::max(write_recipients(paper, y, block.recipients),
                    write_signer(paper, y, block.signing_lines, room_to_sign, block.signer_name));
}

double height_of(const Block& block)
{
    Paper measured{block.copied_on};
    return draw_block(measured, 0, block);
}

bool has_room_below(double last_line, double page_width, double page_height, const Block& block)
{
    constexpr double other = 2; // a page of another size has other margins
    if (std::abs(page_width - paper_width) > other || std::abs(page_height - paper_height) > other)
        return false;
    return std::max(last_line, upper_edge) + space_above_block + height_of(block) <= lower_edge;
}

std::string block_page(const Block& block)
{
    Paper paper{block.copied_on};
    draw_block(paper, upper_edge, block);
    return paper.finish();
}

std::string extract_pages(const Extract& extract, const Block& block)
{
    return ExtractPaper{extract, block}.draw();
}

} // namespace congso::copies
