#pragma once
#include "lib/ooxml/docx.h"
#include "lib/ooxml/text_width.h"
#include "office/templates/kinds.h"
#include "office/templates/official_document.h"

// The parts of a page around and inside the body, as blocks of a Word document.
namespace congso::templates {

inline constexpr int body_size = 28; // half points: 14 of the 13–14 pt that Appendix I allows

ooxml::PageSetup page_of(const OfficialDocument& document);
double column_mm(const OfficialDocument& document); // of the text: 165 mm with the usual margins, 155 with the widest

// A centred text that may take several lines has them of about one length, so that no single word is left for the last one.
struct LineShape {
    double line_mm, side_mm; // how long a line becomes; what the paragraph is set in on both sides
};
LineShape shape_of(std::string_view text, int half_points, ooxml::Face face, double width_mm, double comfortable_mm);

ooxml::Paragraph centred(std::string text, int half_points, bool bold, double before_pt = 0, double after_pt = 0);

std::vector<ooxml::Block> head_of(const OfficialDocument& document, const Kind& kind); // boxes 1–5b, 10b, 11
std::vector<ooxml::Block> body_of(const OfficialDocument& document, const Kind& kind); // boxes 5a, 6, 9a
std::vector<ooxml::Block> foot_of(const OfficialDocument& document, const Kind& kind); // boxes 7, 9b, 12
std::vector<ooxml::Block> address_of(const OfficialDocument& document); // box 13

} // namespace congso::templates
