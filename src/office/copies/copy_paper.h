#pragma once
#include "lib/print/paper.h"
#include "office/copies/copies.h"

// What is printed of a copy on paper: the block below the source's last line, and the page of an extract that is typed again
// (Decree 30/2020 Appendix I part III, Appendix III model 3.1). The mark of an electronic copy is no print: it comes with the agency's
// digital signature, at the upper right corner of the first page.
namespace congso::copies {

constexpr double left_edge = 30, right_edge = 195, upper_edge = 20, lower_edge = 277; // mm: the area of a document's text (Appendix I I.2)
constexpr double space_above_block = 6; // between the document's last line and the rule

// The components of a copy, by the numbers of the boxes.
struct Block {
    std::string form; // 1: «SAO Y»
    std::vector<std::string> parent, agency; // 2: who copies, in capitals
    std::string number; // 3: «05/SY-UBND»
    std::string place; // 4
    Date copied_on;
    std::vector<std::string> signing_lines; // 5a
    std::string signer_name; // 5b
    std::vector<std::string> recipients; // 7
};

// Below a solid rule from edge to edge, at `y`; returns where it ends. It is never parted: see `height_of`.
double draw_block(print::Paper& paper, double y, const Block& block);
double height_of(const Block& block);

// Whether the block stands below a last line that ends there, on a page of this size; else it goes to a page of its own.
bool has_room_below(double last_line, double page_width, double page_height, const Block& block);
std::string block_page(const Block& block); // that page: a PDF

// A part of a document with all of that document's form.
struct Extract {
    std::vector<std::string> parent, agency; // whose document it is, in capitals
    bool party{}; // a document of the Party has another head
    std::string number; // «36/KH-UBND»
    std::string place;
    Date issued_on;
    std::string kind, subject; // kind: "" of a công văn, which has «V/v …» under its number
    std::string text; // paragraphs, one a line
    std::vector<std::string> signing_lines;
    std::string signer_name;
};
std::string extract_pages(const Extract& extract, const Block& block); // a PDF, with the block

} // namespace congso::copies
