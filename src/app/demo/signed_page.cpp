#include "app/demo/signed_page.h"

#include "app/demo/chance.h"
#include "lib/print/paper.h"
#include "lib/text/words.h"
#include "office/templates/kinds.h"

#include <cmath>
#include <numbers>

namespace congso::app::demo {

namespace {

using print::Paper, print::Style;
using templates::Model, templates::PartStyle;

constexpr double page_width = 210, page_height = 297, top = 20, bottom = 20, left = 30, right = 15; // Appendix I I.2
constexpr double column = page_width - left - right;
constexpr double signature_room = 27;

std::string without_end(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ' ' || text.back() == '/'))
        text.pop_back();
    return text;
}

// In blue, between position and name (II.7c).
void draw_stroke(Paper& paper, double x, double y, unsigned hand)
{
    Chance chance{hand * 7919ULL + 17};
    const auto some = [&](double most) {
        return most * chance.fraction();
    };
    std::vector<print::Bend> bends;
    double at = x - 16;
    for (int loop = 0; loop < 5; ++loop) {
        const double step = 4 + some(3);
        const print::Bend up{{at + 1, y - some(12)}, {at + step, y - some(9)}, {at + step * 0.6, y + some(4)}};
        const print::Bend down{{at + step * 0.3, y + some(7)}, {at + step, y + 3}, {at + step, y - some(2)}};
        bends.insert(bends.end(), {up, down});
        at += step;
    }
    bends.push_back({{at + 4, y - 6}, {at + 8, y + 2}, {at + 12, y - 7}});
    paper.set_colour({0.08, 0.16, 0.62, 0.9});
    paper.stroke({x - 16, y + 3}, bends, 0.55);
    paper.set_colour({});
}

// Red, over the left third of the signature (II.8): rings, «MẪU» in the middle, and short lines in place of the words between the
// rings, so that nobody takes it for a seal.
void draw_seal(Paper& paper, double x, double y)
{
    constexpr double full = 2 * std::numbers::pi, outer = 16.5, inner = 11;
    const auto around = [&](double radius, double angle) {
        return print::Point{x + radius * std::cos(angle), y + radius * std::sin(angle)};
    };
    paper.set_colour({0.86, 0.1, 0.12, 0.72});
    paper.circle({x, y}, outer, 0.7);
    paper.circle({x, y}, outer - 1.2, 0.25);
    paper.circle({x, y}, inner, 0.3);
    for (int letter = 0; letter < 46; ++letter) {
        const double angle = full * letter / 46;
        paper.line(around(inner + 1.3 + 0.5 * (letter % 3), angle), around(outer - 2.3 - 0.4 * (letter % 2), angle + 0.03), 0.5);
    }
    const Style word{.size = 17, .bold = true, .centred = true};
    paper.write("MẪU", word, {x - inner, y - paper.height_of("MẪU", word, 2 * inner) / 2}, 2 * inner);
    paper.set_colour({});
}

class Drawing {
public:
    Drawing(const templates::OfficialDocument& document, unsigned hand) : document_(document), hand_(hand), paper_(document.issued_on) { }

    SignedPage draw()
    {
        const auto* kind = templates::find_kind(document_.kind);
        letter_ = kind == nullptr || kind->model == Model::letter || kind->title.empty();
        invitation_ = kind != nullptr && kind->model == Model::invitation;
        decision_ = kind != nullptr && (kind->model == Model::decision || kind->model == Model::resolution);
        draw_head();
        if (!letter_)
            draw_title(std::string{kind->title});
        draw_addressees();
        draw_body(kind != nullptr ? std::string{kind->title} : "");
        draw_foot();
        const int pages = paper_.pages();
        return {paper_.finish(), pages};
    }

private:
    void rule(double middle, double y, double length) { paper_.line({middle - length / 2, y}, {middle + length / 2, y}, 0.25); }

    void draw_head()
    {
        const Style nation{.size = 13, .bold = true, .centred = true}, agency = nation;
        double wide = 66;
        for (const auto& line : document_.agency)
            if (paper_.width_of(line, agency) > wide)
                wide = 74; // II.2: a long name takes smaller letters and a wider column
        const bool small = wide > 70;
        const double right_from = left + wide, right_wide = column - wide;
        const auto sized = [&](Style style, double least) {
            if (small)
                style.size = least;
            return style;
        };
        double y = top;
        for (const auto& line : document_.parent)
            y += paper_.write(line, sized({.size = 13, .centred = true}, 12), {left, y}, wide);
        for (const auto& line : document_.agency)
            y += paper_.write(line, sized(agency, 12), {left, y}, wide);
        const auto last = document_.agency.empty() ? 40.0 : std::min(paper_.width_of(document_.agency.back(), sized(agency, 12)), wide);
        if (!document_.party)
            rule(left + wide / 2, y + 1, last * 0.4);

        if (document_.party)
            return draw_party_head(y - 1, wide);
        double other = top;
        other += paper_.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", sized(nation, 12), {right_from, other}, right_wide);
        const auto motto = sized({.size = 14, .bold = true, .centred = true}, 13);
        other += paper_.write("Độc lập - Tự do - Hạnh phúc", motto, {right_from, other}, right_wide);
        rule(right_from + right_wide / 2, other + 1, paper_.width_of("Độc lập - Tự do - Hạnh phúc", motto));

        y_ = std::max(y, other) + 4;
        auto under = y_
            + paper_.write(templates::number_line(document_.number, document_.symbol), sized({.size = 13, .centred = true}, 13), {left, y_},
                           wide);
        if (letter_)
            under += 2 + paper_.write("V/v " + document_.subject, {.size = 12, .centred = true}, {left, under + 1.5}, wide);
        const auto place = document_.place + ", " + text::long_date(document_.issued_on);
        const auto date_line =
            y_ + paper_.write(place, sized({.size = 14, .italic = true, .centred = true}, 13), {right_from, y_}, right_wide);
        y_ = std::max({under, date_line, draw_urgency(under, wide)}) + 5;
    }

    // The Party's frame: a star under the body's name instead of a rule, its own name on the right.
    void draw_party_head(double y, double wide)
    {
        const double right_from = left + wide, right_wide = column - wide;
        y += paper_.write("*", {.size = 14, .centred = true}, {left, y}, wide);
        const Style party{.size = 15, .bold = true, .centred = true};
        const auto other = top + paper_.write("ĐẢNG CỘNG SẢN VIỆT NAM", party, {right_from, top}, right_wide);
        rule(right_from + right_wide / 2, other + 1, paper_.width_of("ĐẢNG CỘNG SẢN VIỆT NAM", party));
        const auto number = templates::number_line(document_.number, document_.symbol);
        const auto under = y + paper_.write("Số" + number.substr(number.find(':') + 1), {.size = 14, .centred = true}, {left, y}, wide);
        const auto place = document_.place + ", " + text::long_date(document_.issued_on);
        const auto date_line = y + paper_.write(place, {.size = 14, .italic = true, .centred = true}, {right_from, y}, right_wide);
        y_ = std::max(under, date_line) + 5;
    }

    double draw_urgency(double y, double wide) // II.10b; returns where the frame ends
    {
        struct Mark {
            const char* code;
            const char* text;
            double width;
        };
        for (const auto& mark : {Mark{"urgent", "KHẨN", 20}, {"very_urgent", "THƯỢNG KHẨN", 40}, {"express", "HỎA TỐC", 30}})
            if (document_.urgency == mark.code) {
                paper_.set_colour({.red = 0.85});
                paper_.frame({left + (wide - mark.width) / 2, y + 3}, mark.width, 8, 0.3);
                paper_.write(mark.text, {.size = 13, .bold = true, .centred = true}, {left, y + 4.2}, wide);
                paper_.set_colour({});
                return y + 12;
            }
        return 0;
    }

    void draw_title(const std::string& title)
    {
        y_ += paper_.write(title, {.bold = true, .centred = true}, {left, y_}, column);
        if (!document_.subject.empty()) {
            constexpr double comfortable = 140, slack = 1.12; // lines of about equal length, no single word on the last one
            const Style style{.bold = true, .centred = true};
            const auto whole = paper_.width_of(document_.subject, style);
            const auto wide = whole <= comfortable ? column : std::min(column, whole / std::ceil(whole * slack / comfortable) * slack);
            y_ += paper_.write(document_.subject, style, {left + (column - wide) / 2, y_}, wide);
        }
        rule(left + column / 2, y_ + 1, 30);
        y_ += 6;
    }

    void draw_addressees()
    {
        if (invitation_) { // model 1.7
            const auto& guests = document_.addressees.empty() ? document_.recipients : document_.addressees;
            std::string names;
            for (const auto& guest : guests)
                names += (names.empty() ? "" : "; ") + without_end(guest);
            paragraph(document_.agency_name + " trân trọng kính mời: " + names + ".", {.justified = true, .indent = 12.7});
            return;
        }
        if (document_.addressees.empty())
            return;
        if (document_.addressees.size() == 1) {
            y_ += 6 + paper_.write("Kính gửi: " + document_.addressees.front(), {.centred = true}, {left, y_ + 1}, column);
            return;
        }
        y_ += paper_.write("Kính gửi:", {}, {left + 35, y_ + 1}, 40) + 1;
        for (std::size_t i = 0; i < document_.addressees.size(); ++i)
            y_ += paper_.write("- " + document_.addressees[i] + (i + 1 < document_.addressees.size() ? ";" : "."), {}, {left + 50, y_},
                               column - 50);
        y_ += 5;
    }

    void draw_body(const std::string& title)
    {
        if (decision_)
            paragraph(document_.decider, {.bold = true, .centred = true});
        for (std::size_t i = 0; i < document_.grounds.size(); ++i)
            paragraph(without_end(document_.grounds[i]) + (i + 1 < document_.grounds.size() ? ";" : "."),
                      {.italic = true, .justified = true, .indent = 12.7});
        if (decision_)
            paragraph(title + ":", {.bold = true, .centred = true});
        for (const auto& detail : document_.details)
            paragraph(detail.label + ": " + detail.text, {.justified = true, .indent = 12.7});
        for (std::size_t i = 0; i < document_.body.size(); ++i) {
            const auto& part = document_.body[i];
            const bool heading = part.style == PartStyle::heading1 || part.style == PartStyle::heading2;
            auto words = (part.style == PartStyle::bullet && !part.text.starts_with("-") ? "- " : "") + part.text;
            if (i + 1 == document_.body.size())
                words = without_end(words) + "./.";
            paragraph(words, {.bold = heading, .justified = !heading, .indent = 12.7});
        }
    }

    void paragraph(const std::string& text, const Style& style)
    {
        if (y_ + paper_.height_of(text, style, column) > page_height - bottom)
            turn();
        y_ += paper_.write(text, style, {left, y_}, column) + 2.2;
    }

    void turn()
    {
        paper_.write(std::to_string(paper_.next_page()), {.centred = true}, {left, 10}, column); // in the top margin, from the second page
        y_ = top;
    }

    void draw_foot()
    {
        constexpr double list_wide = 75, signer_from = left + list_wide, signer_wide = column - list_wide;
        const double needed = 7 * static_cast<double>(document_.signer.lines.size()) + signature_room + 8;
        if (y_ + std::max(needed, 6 + 4.6 * static_cast<double>(document_.recipients.size() + 3)) > page_height - bottom)
            turn();
        y_ += 3;
        double list = y_ + paper_.write("Nơi nhận:", {.size = 12, .bold = true, .italic = true}, {left, y_}, list_wide);
        if (!document_.addressees.empty())
            list += paper_.write("- Như trên;", {.size = 11}, {left, list}, list_wide);
        for (const auto& recipient : document_.recipients)
            list += paper_.write("- " + without_end(recipient) + ";", {.size = 11}, {left, list}, list_wide);
        paper_.write("- Lưu: " + (document_.filed_at.empty() ? "VT" : document_.filed_at) + ".", {.size = 11}, {left, list}, list_wide);
        double y = y_;
        for (const auto& line : document_.signer.lines)
            y += paper_.write(line, {.bold = true, .centred = true}, {signer_from, y}, signer_wide);
        sign(paper_, {signer_from + signer_wide / 2, y + signature_room / 2}, hand_);
        paper_.write(document_.signer.name, {.bold = true, .centred = true}, {signer_from, y + signature_room}, signer_wide);
    }

    const templates::OfficialDocument& document_;
    unsigned hand_;
    Paper paper_;
    double y_ = top;
    bool letter_ = false, decision_ = false, invitation_ = false;
};

} // namespace

unsigned stroke_of(const std::string& name)
{
    unsigned hand = 11;
    for (const char c : name)
        hand = hand * 31 + static_cast<unsigned char>(c);
    return hand;
}

void sign(Paper& paper, print::Point middle, unsigned hand)
{
    draw_seal(paper, middle.x - 15, middle.y);
    draw_stroke(paper, middle.x, middle.y, hand);
}

SignedPage draw(const templates::OfficialDocument& document, unsigned hand)
{
    return Drawing{document, hand}.draw();
}

} // namespace congso::app::demo
