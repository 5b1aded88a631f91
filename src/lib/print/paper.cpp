#include "lib/print/paper.h"

#include "lib/base/error.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <numbers>

namespace congso::print {

namespace {

constexpr double point_mm = 25.4 / 72;
constexpr double short_side = 210, long_side = 297; // A4

template <auto destroy> struct Destroy {
    template <class T> void operator()(T* object) const { destroy(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Destroy<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Destroy<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Destroy<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Destroy<pango_attr_list_unref>>;

cairo_status_t append(void* target, const unsigned char* bytes, unsigned length)
{
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

double millimetres(int units)
{
    return units / double{PANGO_SCALE} * point_mm;
}
int units(double millimetres)
{
    return static_cast<int>(millimetres / point_mm * PANGO_SCALE);
}

} // namespace

struct Paper::Sheet {
    Sheet(double across, double down) : width(across), height(down) { }

    double width, height;
    std::string bytes; // outlives the surface, which writes to it
    Surface surface{cairo_pdf_surface_create_for_stream(append, &bytes, width / point_mm, height / point_mm)};
    Context context{cairo_create(surface.get())};
    int pages = 1;

    Layout set(const std::string& text, const Style& style, double column) const
    {
        const Font font{pango_font_description_from_string("Tinos, Liberation Serif, Times New Roman, serif")};
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        Layout layout{pango_cairo_create_layout(context.get())};
        pango_layout_set_font_description(layout.get(), font.get());
        if (column > 0)
            pango_layout_set_width(layout.get(), units(column));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), style.centred ? PANGO_ALIGN_CENTER : style.right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        pango_layout_set_justify(layout.get(), style.justified);
        pango_layout_set_indent(layout.get(), units(style.indent));
        if (style.struck) {
            const Attributes attributes{pango_attr_list_new()};
            pango_attr_list_insert(attributes.get(), pango_attr_strikethrough_new(TRUE));
            pango_layout_set_attributes(layout.get(), attributes.get());
        }
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
};

Paper::Paper(Date created, Orientation orientation)
    : Paper(created, orientation == Orientation::portrait ? short_side : long_side,
            orientation == Orientation::portrait ? long_side : short_side)
{
}

Paper::Paper(Date created, double width, double height) : sheet_(std::make_unique<Sheet>(width, height))
{
    const auto day = (created.is_set() ? created : Date::of(2000, 1, 1)).to_string() + "T00:00:00+07:00";
    cairo_pdf_surface_set_metadata(sheet_->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, day.c_str());
    cairo_scale(sheet_->context.get(), 1 / point_mm, 1 / point_mm);
}

Paper::~Paper() = default;

double Paper::width() const
{
    return sheet_->width;
}

double Paper::height() const
{
    return sheet_->height;
}

double Paper::width_of(const std::string& text, const Style& style) const
{
    int width = 0;
    pango_layout_get_size(sheet_->set(text, style, 0).get(), &width, nullptr);
    return millimetres(width);
}

double Paper::height_of(const std::string& text, const Style& style, double width) const
{
    int height = 0;
    pango_layout_get_size(sheet_->set(text, style, width).get(), nullptr, &height);
    return millimetres(height);
}

std::vector<std::string> Paper::lines_of(const std::string& text, const Style& style, double width) const
{
    const auto layout = sheet_->set(text, style, width);
    std::vector<std::string> lines;
    for (const auto* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
        const auto* line = static_cast<const PangoLayoutLine*>(at->data);
        auto& piece = lines.emplace_back(text, static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length));
        piece.erase(piece.find_last_not_of(' ') + 1);
    }
    return lines;
}

double Paper::write(const std::string& text, const Style& style, Point at, double width)
{
    const auto layout = sheet_->set(text, style, width);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    auto* const context = sheet_->context.get();
    cairo_save(context);
    cairo_translate(context, at.x, at.y);
    cairo_scale(context, point_mm, point_mm);
    pango_cairo_show_layout(context, layout.get());
    cairo_restore(context);
    return millimetres(height);
}

void Paper::set_colour(const Colour& colour)
{
    cairo_set_source_rgba(sheet_->context.get(), colour.red, colour.green, colour.blue, colour.alpha);
}

void Paper::line(Point from, Point to, double thickness)
{
    auto* const context = sheet_->context.get();
    cairo_set_line_width(context, thickness);
    cairo_move_to(context, from.x, from.y);
    cairo_line_to(context, to.x, to.y);
    cairo_stroke(context);
}

void Paper::frame(Point at, double width, double height, double thickness)
{
    auto* const context = sheet_->context.get();
    cairo_set_line_width(context, thickness);
    cairo_rectangle(context, at.x, at.y, width, height);
    cairo_stroke(context);
}

void Paper::circle(Point middle, double radius, double thickness)
{
    auto* const context = sheet_->context.get();
    cairo_set_line_width(context, thickness);
    cairo_new_sub_path(context);
    cairo_arc(context, middle.x, middle.y, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(context);
}

void Paper::fill(const std::vector<Point>& corners)
{
    auto* const context = sheet_->context.get();
    for (const auto& corner : corners)
        cairo_line_to(context, corner.x, corner.y); // the first one begins the path
    cairo_close_path(context);
    cairo_fill(context);
}

void Paper::stroke(Point from, const std::vector<Bend>& bends, double thickness)
{
    auto* const context = sheet_->context.get();
    cairo_save(context);
    cairo_set_line_width(context, thickness);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(context, from.x, from.y);
    for (const auto& [first, second, to] : bends)
        cairo_curve_to(context, first.x, first.y, second.x, second.y, to.x, to.y);
    cairo_stroke(context);
    cairo_restore(context);
}

int Paper::next_page()
{
    cairo_show_page(sheet_->context.get());
    return ++sheet_->pages;
}

int Paper::next_page(double width, double height)
{
    cairo_show_page(sheet_->context.get());
    sheet_->width = width;
    sheet_->height = height;
    cairo_pdf_surface_set_size(sheet_->surface.get(), width / point_mm, height / point_mm);
    return ++sheet_->pages;
}

int Paper::pages() const
{
    return sheet_->pages;
}

std::string Paper::finish()
{
    cairo_show_page(sheet_->context.get());
    sheet_->context.reset();
    cairo_surface_finish(sheet_->surface.get());
    if (const auto status = cairo_surface_status(sheet_->surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw Error::internal("print.failed", {{"detail", cairo_status_to_string(status)}});
    return std::move(sheet_->bytes);
}

} // namespace congso::print
