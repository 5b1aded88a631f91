#include "app/demo/signed_page.h"

#include "app/demo/chance.h"
#include "lib/base/error.h"
#include "lib/text/words.h"
#include "office/templates/kinds.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <memory>
#include <numbers>

namespace congso::app::demo {

namespace {

using templates::Model, templates::PartStyle;

constexpr double point_mm = 25.4 / 72;
constexpr double page_width = 210, page_height = 297, top = 20, bottom = 20, left = 30, right = 15; // Appendix I I.2
constexpr double column = page_width - left - right;
constexpr double signature_room = 27;

struct Style {
    double size = 14;
    bool bold = false, italic = false, centred = false, justified = false;
    double indent = 0;
};

template <auto destroy> struct Destroy {
    template <class T> void operator()(T* object) const { destroy(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Destroy<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Destroy<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Destroy<pango_font_description_free>>;

cairo_status_t append(void* target, const unsigned char* bytes, unsigned length)
{
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

// Millimetres from the top left; texts are set in a column and tell how high they are.
class Paper {
public:
    explicit Paper(Date day)
        : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, page_width / point_mm, page_height / point_mm)), context_(cairo_create(surface_.get()))
    {
        // the day it was scanned, so that the same document is the same bytes
        const auto scanned = day.to_string() + "T09:00:00+07:00";
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, scanned.c_str());
        cairo_scale(context_.get(), 1 / point_mm, 1 / point_mm);
    }

    double width_of(const std::string& text, const Style& style) const
    {
        int width = 0;
        pango_layout_get_size(set(text, style, -1).get(), &width, nullptr);
        return width / double{PANGO_SCALE} * point_mm;
    }
    double height_of(const std::string& text, const Style& style, double width) const
    {
        int height = 0;
        pango_layout_get_size(set(text, style, width).get(), nullptr, &height);
        return height / double{PANGO_SCALE} * point_mm;
    }
    double write(const std::string& text, const Style& style, double x, double y, double width) // returns the height
    {
        const auto layout = set(text, style, width);
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        cairo_save(context_.get());
        cairo_translate(context_.get(), x, y);
        cairo_scale(context_.get(), point_mm, point_mm);
        pango_cairo_show_layout(context_.get(), layout.get());
        cairo_restore(context_.get());
        return height / double{PANGO_SCALE} * point_mm;
    }
    void rule(double middle, double y, double length)
    {
        cairo_set_line_width(context_.get(), 0.25);
        cairo_move_to(context_.get(), middle - length / 2, y);
        cairo_line_to(context_.get(), middle + length / 2, y);
        cairo_stroke(context_.get());
    }
    void frame(double x, double y, double width, double height)
    {
        cairo_set_line_width(context_.get(), 0.3);
        cairo_rectangle(context_.get(), x, y, width, height);
        cairo_stroke(context_.get());
    }
    void colour(double red, double green, double blue, double alpha = 1) { cairo_set_source_rgba(context_.get(), red, green, blue, alpha); }
    cairo_t* context() { return context_.get(); }

    void next_page()
    {
        cairo_show_page(context_.get());
        ++pages_;
        write(std::to_string(pages_), {.centred = true}, left, 10, column); // in the top margin, from the second page
    }
    SignedPage finish()
    {
        cairo_show_page(context_.get());
        context_.reset();
        cairo_surface_finish(surface_.get());
        if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS)
            throw Error::internal("demo.page");
        surface_.reset();
        return {std::move(bytes_), pages_};
    }

private:
    Layout set(const std::string& text, const Style& style, double width) const
    {
        // Tinos has the metrics of Times New Roman and every Vietnamese letter; Liberation Serif 2 is its twin
        const Font font{pango_font_description_from_string("Tinos, Liberation Serif, Times New Roman, serif")};
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        Layout layout{pango_cairo_create_layout(context_.get())};
        pango_layout_set_font_description(layout.get(), font.get());
        if (width > 0)
            pango_layout_set_width(layout.get(), static_cast<int>(width / point_mm * PANGO_SCALE));
        pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
        pango_layout_set_justify(layout.get(), style.justified);
        pango_layout_set_indent(layout.get(), static_cast<int>(style.indent / point_mm * PANGO_SCALE));
        pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
        return layout;
    }

    std::string bytes_;
    Surface surface_;
    Context context_;
    int pages_ = 1;
};

std::string without_end(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ' ' || text.back() == '/'))
        text.pop_back();
    return text;
}

class Drawing {
public:
    Drawing(const templates::OfficialDocument& document, unsigned hand) : document_(document), hand_(hand), paper_(document.issued_on) {}

    SignedPage draw()
    {
        const auto* kind = templates::find_kind(document_.kind);
        letter_ = kind == nullptr || kind->model == Model::letter || kind->title.empty();
        decision_ = kind != nullptr && (kind->model == Model::decision || kind->model == Model::resolution);
        draw_head();
        if (!letter_)
            draw_title(std::string{kind->title});
        draw_addressees();
        draw_body(kind != nullptr ? std::string{kind->title} : "");
        draw_foot();
        return paper_.finish();
    }

private:
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
            y += paper_.write(line, sized({.size = 13, .centred = true}, 12), left, y, wide);
        for (const auto& line : document_.agency)
            y += paper_.write(line, sized(agency, 12), left, y, wide);
        const auto last = document_.agency.empty() ? 40.0 : std::min(paper_.width_of(document_.agency.back(), sized(agency, 12)), wide);
        paper_.rule(left + wide / 2, y + 1, last * 0.4);

        double other = top;
        other += paper_.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", sized(nation, 12), right_from, other, right_wide);
        const auto motto = sized({.size = 14, .bold = true, .centred = true}, 13);
        other += paper_.write("Độc lập - Tự do - Hạnh phúc", motto, right_from, other, right_wide);
        paper_.rule(right_from + right_wide / 2, other + 1, paper_.width_of("Độc lập - Tự do - Hạnh phúc", motto));

        y_ = std::max(y, other) + 4;
        auto under = y_ + paper_.write(templates::number_line(document_.number, document_.symbol), sized({.size = 13, .centred = true}, 13), left, y_, wide);
        if (letter_)
            under += 2 + paper_.write("V/v " + document_.subject, {.size = 12, .centred = true}, left, under + 1.5, wide);
        const auto place = document_.place + ", " + text::long_date(document_.issued_on);
        const auto date_line = y_ + paper_.write(place, sized({.size = 14, .italic = true, .centred = true}, 13), right_from, y_, right_wide);
        y_ = std::max({under, date_line, draw_urgency(under, wide)}) + 5;
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
                paper_.colour(0.85, 0, 0);
                paper_.frame(left + (wide - mark.width) / 2, y + 3, mark.width, 8);
                paper_.write(mark.text, {.size = 13, .bold = true, .centred = true}, left, y + 4.2, wide);
                paper_.colour(0, 0, 0);
                return y + 12;
            }
        return 0;
    }

    void draw_title(const std::string& title)
    {
        y_ += paper_.write(title, {.bold = true, .centred = true}, left, y_, column);
        if (!document_.subject.empty())
            y_ += paper_.write(document_.subject, {.bold = true, .centred = true}, left + 10, y_, column - 20);
        paper_.rule(left + column / 2, y_ + 1, 30);
        y_ += 6;
    }

    void draw_addressees()
    {
        if (document_.addressees.empty())
            return;
        if (document_.addressees.size() == 1) {
            y_ += 6 + paper_.write("Kính gửi: " + document_.addressees.front(), {.centred = true}, left, y_ + 1, column);
            return;
        }
        y_ += paper_.write("Kính gửi:", {}, left + 35, y_ + 1, 40) + 1;
        for (std::size_t i = 0; i < document_.addressees.size(); ++i)
            y_ += paper_.write("- " + document_.addressees[i] + (i + 1 < document_.addressees.size() ? ";" : "."), {}, left + 50, y_, column - 50);
        y_ += 5;
    }

    void draw_body(const std::string& title)
    {
        if (decision_)
            paragraph(document_.decider, {.bold = true, .centred = true});
        for (std::size_t i = 0; i < document_.grounds.size(); ++i)
            paragraph(without_end(document_.grounds[i]) + (i + 1 < document_.grounds.size() ? ";" : "."), {.italic = true, .justified = true, .indent = 12.7});
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
        y_ += paper_.write(text, style, left, y_, column) + 2.2;
    }

    void turn()
    {
        paper_.next_page();
        y_ = top;
    }

    void draw_foot()
    {
        constexpr double list_wide = 75, signer_from = left + list_wide, signer_wide = column - list_wide;
        const double needed = 7 * static_cast<double>(document_.signer.lines.size()) + signature_room + 8;
        if (y_ + std::max(needed, 6 + 4.6 * static_cast<double>(document_.recipients.size() + 3)) > page_height - bottom)
            turn();
        y_ += 3;
        double list = y_ + paper_.write("Nơi nhận:", {.size = 12, .bold = true, .italic = true}, left, y_, list_wide);
        if (!document_.addressees.empty())
            list += paper_.write("- Như trên;", {.size = 11}, left, list, list_wide);
        for (const auto& recipient : document_.recipients)
            list += paper_.write("- " + without_end(recipient) + ";", {.size = 11}, left, list, list_wide);
        paper_.write("- Lưu: " + (document_.filed_at.empty() ? "VT" : document_.filed_at) + ".", {.size = 11}, left, list, list_wide);
        double y = y_;
        for (const auto& line : document_.signer.lines)
            y += paper_.write(line, {.bold = true, .centred = true}, signer_from, y, signer_wide);
        draw_seal(signer_from + signer_wide / 2 - 15, y + signature_room / 2);
        draw_stroke(signer_from + signer_wide / 2, y + signature_room / 2);
        paper_.write(document_.signer.name, {.bold = true, .centred = true}, signer_from, y + signature_room, signer_wide);
    }

    // In blue, between position and name (II.7c).
    void draw_stroke(double x, double y)
    {
        Chance chance{hand_ * 7919ULL + 17};
        auto* const context = paper_.context();
        paper_.colour(0.08, 0.16, 0.62, 0.9);
        cairo_set_line_width(context, 0.55);
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
        cairo_move_to(context, x - 16, y + 3);
        double at = x - 16;
        for (int loop = 0; loop < 5; ++loop) {
            const double step = 4 + 3 * chance.fraction();
            cairo_curve_to(context, at + 1, y - 12 * chance.fraction(), at + step, y - 9 * chance.fraction(), at + step * 0.6, y + 4 * chance.fraction());
            cairo_curve_to(context, at + step * 0.3, y + 7 * chance.fraction(), at + step, y + 3, at + step, y - 2 * chance.fraction());
            at += step;
        }
        cairo_curve_to(context, at + 4, y - 6, at + 8, y + 2, at + 12, y - 7);
        cairo_stroke(context);
        paper_.colour(0, 0, 0);
    }

    // Red, over the left third of the signature (II.8): two rings, a star and the strokes of the writing between them.
    void draw_seal(double x, double y)
    {
        auto* const context = paper_.context();
        paper_.colour(0.86, 0.1, 0.12, 0.72);
        constexpr double full = 2 * std::numbers::pi, outer = 16.5, inner = 11;
        for (const auto& [radius, width] : {std::pair{outer, 0.7}, {outer - 1.2, 0.25}, {inner, 0.3}}) {
            cairo_set_line_width(context, width);
            cairo_new_sub_path(context);
            cairo_arc(context, x, y, radius, 0, full);
            cairo_stroke(context);
        }
        cairo_set_line_width(context, 0.5);
        for (int letter = 0; letter < 46; ++letter) {
            const double angle = full * letter / 46;
            const double from = inner + 1.3 + 0.5 * (letter % 3), to = outer - 2.3 - 0.4 * (letter % 2);
            cairo_move_to(context, x + from * std::cos(angle), y + from * std::sin(angle));
            cairo_line_to(context, x + to * std::cos(angle + 0.03), y + to * std::sin(angle + 0.03));
            cairo_stroke(context);
        }
        for (int point = 0; point < 10; ++point) {
            const double radius = point % 2 == 0 ? 6.5 : 2.6, angle = -std::numbers::pi / 2 + full * point / 10;
            cairo_line_to(context, x + radius * std::cos(angle), y + radius * std::sin(angle));
        }
        cairo_close_path(context);
        cairo_fill(context);
        paper_.colour(0, 0, 0);
    }

    const templates::OfficialDocument& document_;
    unsigned hand_;
    Paper paper_;
    double y_ = top;
    bool letter_ = false, decision_ = false;
};

} // namespace

SignedPage draw(const templates::OfficialDocument& document, unsigned hand) { return Drawing{document, hand}.draw(); }

} // namespace congso::app::demo
