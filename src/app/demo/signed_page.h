#pragma once
#include "lib/print/paper.h"
#include "office/templates/official_document.h"

// What the sample's documents look like as PDF.
namespace congso::app::demo {

struct SignedPage {
    std::string bytes;
    int pages{};
};

// The document as a scan of the signed and sealed paper would show it, with a text layer: the boxes of Decree 30/2020, Appendix I,
// where the decree puts them, a handwritten stroke and a red seal. `hand` chooses the stroke. Equal documents give equal bytes.
SignedPage draw(const templates::OfficialDocument& document, unsigned hand);

unsigned stroke_of(const std::string& name); // the hand of one who signs in this office

// That stroke and that seal, which says «MẪU», on any sheet: the stroke is there, the seal over its left third.
void sign(print::Paper& paper, print::Point middle, unsigned hand);

} // namespace congso::app::demo
