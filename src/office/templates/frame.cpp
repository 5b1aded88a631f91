#include "office/templates/frame.h"
#include "lib/text/words.h"

#include <cmath>

namespace congso::templates {

using ooxml::Align;
using ooxml::Block;
using ooxml::Cell;
using ooxml::Face;
using ooxml::Paragraph;
using ooxml::Table;
using ooxml::text_width_mm;

namespace {

constexpr std::string_view nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto = "Độc lập - Tự do - Hạnh phúc";
constexpr double frame_height_mm = 8;
constexpr double short_rule = 0.4; // Appendix I II.2, II.5: a third to a half of the line above
constexpr auto red = "FF0000";

// Sizes of boxes 1 to 4 in half points, and the columns they stand in.
struct Head {
    int nation, motto, agency, number, place;
    double left_mm, right_mm;
};
constexpr Head usual{26, 28, 26, 26, 28, 66, 99};
constexpr Head small{24, 26, 24, 26, 26, 74, 91}; // the least the decree allows, for long names
constexpr double air_mm = 2; // beside the nation's name

// The columns on a page with wider margins: the right one gives as much as the nation's name leaves, the left one the rest.
Head narrowed(Head head, double text_mm)
{
    const double least = text_width_mm(nation, head.nation, Face::bold) + air_mm;
    head.right_mm = std::max(std::min(head.right_mm, least), head.right_mm - (head.left_mm + head.right_mm - text_mm));
    head.left_mm = text_mm - head.right_mm;
    return head;
}

// The names of both sides are of one size; the smaller one is taken where a line of the agency's name would break.
Head head_for(const OfficialDocument& document)
{
    const auto text_mm = column_mm(document);
    if (document.party) // its names are of 14 pt
        return narrowed(small, text_mm);
    const auto head = narrowed(usual, text_mm);
    for (const auto* lines : {&document.parent, &document.agency})
        for (const auto& line : *lines)
            if (text_width_mm(line, head.agency, Face::bold) > head.left_mm)
                return narrowed(small, text_mm);
    return head;
}

Table framed(const std::string& text, double width_mm, int size, std::string colour)
{
    constexpr double line = 0.75;
    auto paragraph = centred(text, size, true);
    paragraph.runs.front().colour = colour;
    return {
        .columns_mm = {width_mm},
        .rows = {{.cells = {{.blocks = {std::move(paragraph)},
                             .borders = {.top_pt = line, .bottom_pt = line, .left_pt = line, .right_pt = line, .colour = std::move(colour)},
                             .middle = true}},
                  .height_mm = frame_height_mm}},
        .align = Align::centre};
}

struct Mark {
    std::string_view urgency, text;
    double width_mm;
};

// Appendix I II.10b; «hỏa tốc hẹn giờ» is known to the exchange format only, its frame is as wide as its words need.
constexpr Mark marks[] = {
    {"urgent", "KHẨN", 20}, {"very_urgent", "THƯỢNG KHẨN", 40}, {"express", "HỎA TỐC", 30}, {"timed_express", "HỎA TỐC HẸN GIỜ", 50}};

// A name that is too long for its column in two parts, the longer one as short as can be.
std::vector<std::string> parted(const std::string& name, int size, Face face, double width_mm)
{
    if (text_width_mm(name, size, face) <= width_mm)
        return {name};
    std::size_t best = std::string::npos;
    double shortest = 0;
    for (auto at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        if (name.compare(at, 3, " - ") == 0) // a dash ends a line, and begins none
            continue;
        const auto longer = std::max(text_width_mm(name.substr(0, at), size, face), text_width_mm(name.substr(at + 1), size, face));
        if (best == std::string::npos || longer < shortest) {
            best = at;
            shortest = longer;
        }
    }
    if (best == std::string::npos)
        return {name};
    return {name.substr(0, best), name.substr(best + 1)};
}

Cell agency_cell(const OfficialDocument& document, const Head& head)
{
    Cell cell;
    for (const auto& name : document.parent) // II.2: capitals, upright
        for (auto& line : parted(name, head.agency, Face::regular, head.left_mm))
            cell.blocks.push_back(centred(std::move(line), head.agency, false));
    std::vector<std::string> lines; // II.2: capitals, bold, under it
    for (const auto& name : document.agency)
        for (auto& line : parted(name, head.agency, Face::bold, head.left_mm))
            lines.push_back(std::move(line));
    for (const auto& line : lines)
        cell.blocks.push_back(centred(line, head.agency, true));
    if (!lines.empty()) { // II.2: a rule of a third to a half of the line above
        const auto above = std::min(text_width_mm(lines.back(), head.agency, Face::bold), head.left_mm);
        auto rule = ooxml::rule_line(above * short_rule, head.left_mm);
        rule.before_pt = 3;
        cell.blocks.push_back(std::move(rule));
    }
    return cell;
}

Cell nation_cell(const Head& head)
{
    // II.1: a solid rule as long as the motto
    auto rule = ooxml::rule_line(text_width_mm(motto, head.motto, Face::bold), head.right_mm);
    rule.before_pt = 3;
    return {.blocks = {centred(std::string{nation}, head.nation, true), centred(std::string{motto}, head.motto, true), std::move(rule)}};
}

// The Party's own frame: its name with a rule as long as it; under the body's name a star, and no colon after «Số».
constexpr int party_size = 28;

Cell party_cell(const Head& head)
{
    constexpr std::string_view name = "ĐẢNG CỘNG SẢN VIỆT NAM";
    constexpr int size = 30;
    auto rule = ooxml::rule_line(text_width_mm(name, size, Face::bold), head.right_mm);
    rule.before_pt = 3;
    return {.blocks = {centred(std::string{name}, size, true), std::move(rule)}};
}

Cell party_agency_cell(const OfficialDocument& document)
{
    Cell cell;
    for (const auto& line : document.parent)
        cell.blocks.push_back(centred(line, party_size, false));
    for (const auto& line : document.agency)
        cell.blocks.push_back(centred(line, party_size, true));
    cell.blocks.push_back(centred("*", party_size, false));
    return cell;
}

std::string place_and_date(const OfficialDocument& document)
{
    const std::string room(9, ' ');
    const auto date = document.issued_on.is_set()
        ? text::long_date(document.issued_on)
        : fmt::format("ngày{0}tháng{0}năm {1}", room, document.year > 0 ? std::to_string(document.year) : room);
    return document.place.empty() ? date : document.place + ", " + date;
}

std::string without_subject_mark(std::string_view subject)
{
    for (const std::string_view mark : {"V/v ", "v/v ", "Về việc ", "về việc "})
        if (subject.starts_with(mark))
            return std::string{subject.substr(mark.size())};
    return std::string{subject};
}

std::vector<Block> numbers(const OfficialDocument& document, const Kind& kind, const Head& head)
{
    std::vector<Block> out;
    if (kind.model == Model::public_letter)
        return out;
    if (document.party)
        out.push_back(
            centred("Số" + number_line(document.number, document.symbol).substr(std::string_view{"Số:"}.size()), party_size, false));
    else
        out.push_back(centred(number_line(document.number, document.symbol), head.number, false, 4)); // II.3: 13 pt, upright
    if (kind.model == Model::letter && !document.subject.empty()) { // II.5b: 12–13 pt, 6 pt below
        constexpr int size = 24;
        auto subject = centred("V/v " + without_subject_mark(document.subject), size, false, 6);
        subject.left_mm = subject.right_mm = shape_of(subject.runs.front().text, size, Face::regular, head.left_mm, head.left_mm).side_mm;
        out.push_back(std::move(subject));
    }
    return out;
}

Paragraph listed(std::string text, int size, double after_pt = 0)
{
    return {.runs = {{.text = std::move(text), .half_points = size}}, .align = Align::left, .after_pt = after_pt, .keep_with_next = true};
}

std::string without_end(std::string_view text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ' ' || text.back() == ','))
        text.remove_suffix(1);
    return std::string{text};
}

std::vector<Block> recipients(const OfficialDocument& document, const Kind& kind)
{
    std::vector<std::string> lines;
    // II.9b: kinds with «Kính gửi» begin with «Như trên»
    if (kind.addressing != Addressing::none && !document.addressees.empty())
        lines.emplace_back(document.addressee_mark.empty() ? "- Như trên" : "- Như trên (" + document.addressee_mark + ")");
    for (const auto& recipient : document.recipients)
        lines.push_back((recipient.starts_with("-") ? "" : "- ") + without_end(recipient));
    if (!document.filed_at.empty()) {
        auto filed = (document.party ? "- Lưu " : "- Lưu: ") + without_end(document.filed_at);
        if (!document.drafter.empty()) // II.12
            filed += fmt::format(", {}{}", document.drafter, document.copies > 0 ? fmt::format(".({})", document.copies) : "");
        lines.push_back(std::move(filed));
    }
    std::vector<Block> out;
    if (lines.empty())
        return out;
    auto label = listed("Nơi nhận:", 24);
    if (document.party)
        label.runs.front().underline = true;
    else
        label.runs.front().bold = label.runs.front().italic = true;
    out.push_back(std::move(label));
    for (std::size_t i = 0; i < lines.size(); ++i)
        out.push_back(listed(lines[i] + (i + 1 < lines.size() ? ";" : "."), 22));
    return out;
}

// II.7: position in capitals, bold; room for the signature; name bold. Of two who sign side by side, the names stand on one line.
Cell signature(const Signer& signer, std::size_t lines)
{
    constexpr double line_pt = body_size / 2.0 * 1.15;
    const double room_pt = 80 // about 28 mm: the picture of a signature, a seal of 36 mm beside it
        + line_pt * static_cast<double>(std::max(lines, signer.lines.size()) - signer.lines.size());
    Cell cell;
    for (const auto& line : signer.lines)
        cell.blocks.push_back(centred(line, body_size, true));
    if (!signer.lines.empty() || !signer.name.empty())
        cell.blocks.push_back(centred(signer.name, body_size, true, room_pt));
    for (auto& block : cell.blocks)
        if (&block != &cell.blocks.back())
            std::get<Paragraph>(block).keep_with_next = true;
    return cell;
}

} // namespace

ooxml::PageSetup page_of(const OfficialDocument& document)
{
    const auto margins = document.party ? Margins{} : document.margins; // the Party's documents follow its own guidance
    return {.top_mm = static_cast<double>(margins.top_mm),
            .bottom_mm = static_cast<double>(margins.bottom_mm),
            .left_mm = static_cast<double>(margins.left_mm),
            .right_mm = static_cast<double>(margins.right_mm)};
}

double column_mm(const OfficialDocument& document)
{
    return page_of(document).text_width_mm();
}

LineShape shape_of(std::string_view text, int half_points, Face face, double width_mm, double comfortable_mm)
{
    constexpr double slack = 1.15; // words do not break where the arithmetic would
    const auto whole = text_width_mm(text, half_points, face);
    if (whole <= comfortable_mm)
        return {whole, 0};
    const auto line = whole / std::ceil(whole / (comfortable_mm / slack));
    return {line, std::max(0.0, (width_mm - line * slack) / 2)};
}

Paragraph centred(std::string text, int half_points, bool bold, double before_pt, double after_pt)
{
    return {.runs = {{.text = std::move(text), .half_points = half_points, .bold = bold}},
            .align = Align::centre,
            .before_pt = before_pt,
            .after_pt = after_pt};
}

std::vector<Block> head_of(const OfficialDocument& document, const Kind& kind)
{
    const auto head = head_for(document);
    std::vector<Block> out;
    if (!document.circulation.empty()) { // II.11
        out.push_back(framed(document.circulation, text_width_mm(document.circulation, 26, Face::bold) + 8, 26, {}));
        out.push_back(Paragraph{.runs = {{.text = "", .half_points = 12}}});
    }
    Table table{.columns_mm = {head.left_mm, head.right_mm},
                .rows = {{.cells = {document.party ? party_agency_cell(document) : agency_cell(document, head),
                                    document.party ? party_cell(head) : nation_cell(head)}}}};
    Cell right;
    if (kind.model != Model::minutes) { // model 1.9 has no date line
        auto line = centred(place_and_date(document), head.place, false, 4);
        line.runs.front().italic = true; // II.4
        right.blocks.push_back(std::move(line));
    }
    auto left = numbers(document, kind, head);
    for (const auto& mark : marks)
        if (mark.urgency == document.urgency) {
            left.push_back(Paragraph{.runs = {{.text = "", .half_points = 12}}});
            left.push_back(framed(std::string{mark.text}, mark.width_mm, 26, red));
        }
    table.rows.push_back({.cells = {{.blocks = std::move(left)}, std::move(right)}});
    out.push_back(std::move(table));
    return out;
}

std::vector<Block> foot_of(const OfficialDocument& document, const Kind& kind)
{
    const double left_mm = 75, right_mm = column_mm(document) - left_mm;
    std::vector<Block> out{Paragraph{.runs = {{.text = "", .half_points = 16}}, .keep_with_next = true}};
    auto list = recipients(document, kind);
    if (kind.model == Model::leave) // model 1.10
        list.push_back(Paragraph{.runs = {{.text = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)",
                                           .half_points = 22,
                                           .italic = true}},
                                 .before_pt = 12});
    const auto& second = document.second_signer;
    if (second.lines.empty() && second.name.empty()) {
        out.push_back(
            Table{.columns_mm = {left_mm, right_mm}, .rows = {{.cells = {{.blocks = std::move(list)}, signature(document.signer, 0)}}}});
        return out;
    }
    const double half_mm = column_mm(document) / 2;
    const auto lines = std::max(second.lines.size(), document.signer.lines.size());
    out.push_back(
        Table{.columns_mm = {half_mm, half_mm}, .rows = {{.cells = {signature(second, lines), signature(document.signer, lines)}}}});
    if (!list.empty()) {
        out.push_back(Paragraph{.runs = {{.text = "", .half_points = 16}}});
        std::get<Paragraph>(list.back()).keep_with_next = false;
        out.insert(out.end(), list.begin(), list.end());
    }
    return out;
}

std::vector<Block> address_of(const OfficialDocument& document)
{
    std::vector<Block> out;
    for (const auto& line : document.address) // II.13: 11–12 pt under a rule across the page
        out.push_back(centred(line, 22, false));
    if (!out.empty())
        std::get<Paragraph>(out.front()).borders.top_pt = 0.75;
    return out;
}

} // namespace congso::templates
