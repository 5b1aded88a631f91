#include "lib/text/words.h"
#include "office/templates/frame.h"

#include <cctype>

namespace congso::templates {

using ooxml::Align;
using ooxml::Block;
using ooxml::Face;
using ooxml::Paragraph;
using ooxml::Run;

namespace {

constexpr double indent_mm = 12.7; // II.6: 1 or 1.27 cm
constexpr double gap_pt = 6; // II.6: at least 6 pt between paragraphs
constexpr double line_height = 1.1; // II.6: single to 1.5

std::string without_end(std::string_view text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == '/' || text.back() == ' '))
        text.remove_suffix(1);
    return std::string{text};
}

Paragraph text_paragraph(std::vector<Run> runs)
{
    return {.runs = std::move(runs), .align = Align::justify, .after_pt = gap_pt, .line = line_height, .first_line_mm = indent_mm};
}

Paragraph text_paragraph(std::string text)
{
    return text_paragraph({Run{.text = std::move(text)}});
}

// Box 5a
LineShape title_shape(std::string_view text, double width_mm)
{
    constexpr double beside_mm = 15; // no line of a title is as wide as the text
    return shape_of(text, body_size, Face::bold, width_mm, width_mm - beside_mm);
}

Paragraph title_line(std::string text, double width_mm)
{
    const auto side = title_shape(text, width_mm).side_mm;
    auto paragraph = centred(std::move(text), body_size, true);
    paragraph.left_mm = paragraph.right_mm = side;
    return paragraph;
}

// The rule under box 5a: a third to a half of the line above it.
Paragraph title_rule(std::string_view above, double width_mm)
{
    auto rule = ooxml::rule_line(title_shape(above, width_mm).line_mm * 0.4, width_mm);
    rule.before_pt = 3;
    rule.after_pt = gap_pt;
    return rule;
}

// «Điều 12.»: its length in bytes, 0 when the text does not begin so.
std::size_t article_mark(std::string_view text)
{
    constexpr std::string_view word = "Điều ";
    if (!text.starts_with(word))
        return 0;
    auto at = word.size();
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0))
        ++at;
    return at > word.size() && at < text.size() && text[at] == '.' ? at + 1 : 0;
}

Paragraph part_paragraph(const Part& part)
{
    switch (part.style) {
    case PartStyle::paragraph:
        return text_paragraph(part.text);
    case PartStyle::heading1:
    case PartStyle::heading2: {
        auto paragraph = text_paragraph({Run{.text = part.text, .bold = true}});
        paragraph.keep_with_next = true;
        paragraph.outline_level = part.style == PartStyle::heading1 ? 1 : 2;
        return paragraph;
    }
    case PartStyle::bullet:
        return text_paragraph((part.text.starts_with("-") || part.text.starts_with("+") ? "" : "- ") + part.text);
    case PartStyle::article: {
        const bool heading = !part.text.ends_with('.') && !part.text.ends_with(';') && !part.text.ends_with(':');
        const auto mark = heading ? part.text.size() : article_mark(part.text);
        std::vector<Run> runs{{.text = part.text.substr(0, mark), .bold = true}};
        if (mark < part.text.size())
            runs.push_back({.text = part.text.substr(mark)});
        auto paragraph = text_paragraph(std::move(runs));
        paragraph.keep_with_next = heading;
        return paragraph;
    }
    case PartStyle::chapter: {
        auto paragraph = centred(part.text, body_size, true, 0, gap_pt);
        paragraph.keep_with_next = true;
        paragraph.outline_level = 1;
        return paragraph;
    }
    }
    return {};
}

// II.9a: one addressee on the same line; two and more each on a line of its own, «;» and a full stop at last.
void add_addressees(std::vector<Block>& out, std::string_view label, const std::vector<std::string>& addressees)
{
    if (addressees.empty())
        return;
    if (addressees.size() == 1) {
        out.push_back(centred(fmt::format("{} {}", label, without_end(addressees.front())), body_size, false, gap_pt, 2 * gap_pt));
        return;
    }
    out.push_back(Paragraph{.runs = {{.text = std::string{label}}}, .before_pt = gap_pt, .left_mm = 30});
    for (std::size_t i = 0; i < addressees.size(); ++i) {
        const bool last = i + 1 == addressees.size();
        out.push_back(Paragraph{
            .runs = {{.text = "- " + without_end(addressees[i]) + (last ? "." : ";")}}, .after_pt = last ? 2 * gap_pt : 0, .left_mm = 52});
    }
}

void add_title(std::vector<Block>& out, const OfficialDocument& document, const Kind& kind)
{
    if (kind.title.empty()) {
        out.push_back(Paragraph{.runs = {{.text = "", .half_points = 12}}});
        if (kind.model == Model::public_letter && !document.subject.empty())
            out.push_back(title_line(document.subject, column_mm(document)));
        return;
    }
    out.push_back(centred(std::string{kind.title}, body_size, true, 16)); // II.5a
    if (!document.subject.empty())
        out.push_back(title_line(document.subject, column_mm(document)));
    if (!document.enclosed_to.empty()) {
        auto note = centred("(Kèm theo " + document.enclosed_to + ")", body_size, false);
        note.runs.front().italic = true;
        out.push_back(std::move(note));
    }
    if (document.party)
        out.push_back(centred("-----", body_size, false, 0, gap_pt));
    else
        out.push_back(title_rule(document.subject.empty() ? kind.title : std::string_view{document.subject}, column_mm(document)));
}

void add_grounds(std::vector<Block>& out, const std::vector<std::string>& grounds)
{
    for (std::size_t i = 0; i < grounds.size(); ++i) // II.6: italic, each ends with «;», the last with a full stop
        out.push_back(text_paragraph({Run{.text = without_end(grounds[i]) + (i + 1 < grounds.size() ? ";" : "."), .italic = true}}));
}

void add_details(std::vector<Block>& out, const std::vector<Detail>& details)
{
    for (const auto& detail : details)
        out.push_back(text_paragraph(detail.text.empty() ? detail.label + ":" : detail.label + ": " + detail.text));
}

std::string joined(const std::vector<std::string>& names)
{
    std::string out;
    for (const auto& name : names)
        out += (out.empty() ? "" : "; ") + without_end(name);
    return out;
}

// What a model of Appendix III says before the words of the document's own.
void add_opening(std::vector<Block>& out, const OfficialDocument& document, const Kind& kind)
{
    switch (kind.model) {
    case Model::resolution: // 1.1: who decides, grounds, «QUYẾT NGHỊ:»
    case Model::decision: // 1.2: the same, «QUYẾT ĐỊNH:»
        if (!document.decider.empty())
            out.push_back(centred(document.decider, body_size, true, gap_pt, gap_pt));
        add_grounds(out, document.grounds);
        out.push_back(centred(kind.model == Model::resolution ? "QUYẾT NGHỊ:" : "QUYẾT ĐỊNH:", body_size, true, gap_pt, 2 * gap_pt));
        return;
    case Model::telegram: // 1.6
        add_addressees(out, (document.decider.empty() ? document.agency_name : document.decider) + " điện:", document.addressees);
        add_grounds(out, document.grounds);
        return;
    case Model::invitation: // 1.7
        add_grounds(out, document.grounds);
        out.push_back(text_paragraph(document.agency_name + " trân trọng kính mời: " + joined(document.addressees)));
        break;
    case Model::introduction: // 1.8
        add_grounds(out, document.grounds);
        out.push_back(text_paragraph(document.agency_name + " trân trọng giới thiệu:"));
        break;
    case Model::leave: // 1.10
        add_grounds(out, document.grounds);
        out.push_back(text_paragraph(document.agency_name + " cấp cho:"));
        break;
    default:
        if (kind.addressing != Addressing::none)
            add_addressees(out, "Kính gửi:", document.addressees);
        add_grounds(out, document.grounds);
    }
    add_details(out, document.details);
}

void add_closing(std::vector<Block>& out, const OfficialDocument& document, const Kind& kind)
{
    if (!has_validity(kind))
        return;
    if (kind.model == Model::introduction && document.body.empty())
        out.push_back(text_paragraph("Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ."));
    if (document.valid_until.is_set())
        out.push_back(text_paragraph("Giấy này có giá trị đến hết " + text::long_date(document.valid_until)));
}

// The agency's choice of what the decree leaves open, for what is text of the body.
void set_style(Paragraph& paragraph, const TextStyle& style)
{
    if (paragraph.align != Align::justify)
        return;
    paragraph.line = style.line_percent / 100.0;
    paragraph.after_pt = style.gap_pt;
    paragraph.first_line_mm = style.indent_tenths_mm / 10.0;
    for (auto& run : paragraph.runs)
        run.half_points = style.half_points;
}

} // namespace

std::vector<Block> body_of(const OfficialDocument& document, const Kind& kind)
{
    std::vector<Block> out;
    add_title(out, document, kind);
    const auto words_from = out.size();
    add_opening(out, document, kind);
    for (const auto& part : document.body)
        out.push_back(part_paragraph(part));
    add_closing(out, document, kind);
    for (auto at = words_from; at < out.size(); ++at)
        if (auto* paragraph = std::get_if<Paragraph>(&out[at]))
            set_style(*paragraph, document.text_style);
    const bool has_words = !document.body.empty() || !document.details.empty() || document.valid_until.is_set();
    if (out.size() > words_from && has_words && !document.party) { // II.6: the body ends with «./.»
        auto& last = std::get<Paragraph>(out.back());
        last.runs.back().text = without_end(last.runs.back().text) + "./.";
        last.keep_with_next = true; // a signature does not stand alone on a page
    }
    return out;
}

} // namespace congso::templates
