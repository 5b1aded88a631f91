#pragma once
#include "lib/base/time.h"

#include <boost/describe.hpp>

#include <string>
#include <string_view>
#include <vector>

// The layout of official documents (thể thức và kỹ thuật trình bày): Decree 30/2020/NĐ-CP, Appendices I and III.
namespace congso::templates {

enum class PartStyle {
    paragraph, // first line indented, justified
    heading1, // «I. ĐẶC ĐIỂM, TÌNH HÌNH»: bold
    heading2, // «1. Thuận lợi»: bold
    bullet, // «- …»; the dash is added where the text has none
    article, // «Điều 1. …»: the first words bold, or all of it when it is a heading without a full stop
    chapter, // «Chương I» and, as another part, its title: centred, bold
};
BOOST_DESCRIBE_ENUM(PartStyle, paragraph, heading1, heading2, bullet, article, chapter)

struct Part {
    PartStyle style{};
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (style, text))

// A named line of an invitation, an introduction, a leave paper or of minutes: «Thời gian: 7 giờ 30 …».
struct Detail {
    std::string label{}, text{};
};
BOOST_DESCRIBE_STRUCT(Detail, (), (label, text))

// One who signs: box 7a line by line («TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»), and the name of box 7b.
struct Signer {
    std::vector<std::string> lines{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Signer, (), (lines, name))

// How the paragraphs of box 6 are set. Appendix I II.6 leaves a choice: 13–14 pt, single to 1.5 lines, the first line indented by 1 or
// 1.27 cm, at least 6 pt between paragraphs.
struct TextStyle {
    int half_points{28}, line_percent{110}, indent_tenths_mm{127}, gap_pt{6};
};
BOOST_DESCRIBE_STRUCT(TextStyle, (), (half_points, line_percent, indent_tenths_mm, gap_pt))

// Appendix I I.2: top and bottom 20–25, left 30–35, right 15–20 mm.
struct Margins {
    int top_mm{20}, bottom_mm{20}, left_mm{30}, right_mm{15};
};
BOOST_DESCRIBE_STRUCT(Margins, (), (top_mm, bottom_mm, left_mm, right_mm))

// Everything that is printed, as text. Boxes (ô số) are those of Appendix I part IV.
struct OfficialDocument {
    std::string kind{}; // code of templates::kinds(): «KH»
    std::vector<std::string> parent{}; // box 2, in capitals; empty for committees and councils of the people
    std::vector<std::string> agency{}; // box 2, in capitals, line by line: «ỦY BAN NHÂN DÂN», «XÃ PHỔ MẪU»
    std::string agency_name{}; // as in a sentence: «Ủy ban nhân dân xã Phổ Mẫu»
    std::string number{}; // box 3: «5» prints 05; empty leaves room for the clerk
    std::string symbol{}; // «KH-UBND»
    std::string place{}; // box 4: «Phổ Mẫu»
    Date issued_on{}; // not set: room for day and month
    int year{}; // of the date line while the day is open; 0: room as well
    std::string subject{}; // box 5: trích yếu, without «V/v»
    std::string enclosed_to{}; // «Quyết định số 12/QĐ-UBND ngày …»: prints «(Kèm theo …)»
    std::string decider{}; // NQ, QĐ: who decides, in capitals; CĐ: who sends
    std::vector<std::string> addressees{}; // box 9a; a telegram's and an invitation's too
    std::vector<std::string> grounds{}; // căn cứ; «;» and «.» are set
    std::vector<Detail> details{};
    std::vector<Part> body{}; // box 6; «./.» is set at its end
    Date valid_until{}; // GGT
    Signer signer{}; // right
    Signer second_signer{}; // left: secretary of minutes, other party of a contract
    std::string addressee_mark{}; // «bc»: prints «- Như trên (bc);»
    std::vector<std::string> recipients{}; // box 9b without «Như trên» and «Lưu»; «;» and «.» are set
    std::string filed_at{}; // «VT, VP» prints «- Lưu: VT, VP.»
    std::string drafter{}; // box 12: initials
    int copies{}; // box 12: «PL.(300)»; 0: not told
    std::string urgency{}; // box 10b: "urgent", "very_urgent", "express", "timed_express"; else none
    std::string circulation{}; // box 11: «XEM XONG TRẢ LẠI»
    std::vector<std::string> address{}; // box 13, line by line
    TextStyle text_style{};
    Margins margins{};
    bool party{}; // laid out as documents of the Party are: Hướng dẫn 36-HD/VPTW, not the decree
};
BOOST_DESCRIBE_STRUCT(OfficialDocument, (),
                      (kind, parent, agency, agency_name, number, symbol, place, issued_on, year, subject, enclosed_to, decider, addressees,
                       grounds, details, body, valid_until, signer, second_signer, addressee_mark, recipients, filed_at, drafter, copies,
                       urgency, circulation, address, text_style, margins, party))

// The document as .docx. Throws invalid "template.unknown_kind" for a kind that is none of the decree's 29. What is
// missing is left out (a draft may be incomplete), with room where the decree has a fixed place.
std::string layout(const OfficialDocument& document);

// Appendix I II.3: below 10 a number gets a 0 in front. Days: text::long_date.
std::string padded_number(std::string_view number); // «5» → «05», «12a» stays
std::string number_line(std::string_view number, std::string_view symbol); // «Số: 05/KH-UBND», «Số:         /KH-UBND»
std::string number_and_symbol(std::string_view number, std::string_view symbol); // «05/KH-UBND»; of the Party «05-KH/ĐU»

// The level of a heading by its numbering: «I.», «A.» → heading1, else heading2 (Appendix I II.6d).
PartStyle heading_style(std::string_view text);

} // namespace congso::templates
