#pragma once
#include "office/outgoing/outgoing.h"
#include "office/templates/official_document.h"

namespace congso::outgoing {

// What is printed besides the document's own fields.
struct PrintedParts {
    Agency agency;
    org::Body body;
    std::string notation; // «KH-UBND»
    std::string unit_abbreviation; // «VP»: «Lưu: VT, VP»
    std::string signing_lines, signer_name;
    std::vector<Recipient> recipients;
    std::vector<Paragraph> text;
    std::vector<Detail> details{};
    templates::TextStyle text_style{}; // the agency's choice for the kind
    templates::Margins margins{};
    int year{}; // of the date line while the document has no date
};

// The document in the layout of Decree 30/2020: paragraphs of style `basis` are its grounds (căn cứ), addressees stand under
// «Kính gửi» where the kind has it, the others under «Nơi nhận». Without a number there is room for the clerk to write one.
templates::OfficialDocument printed(const Outgoing& document, const PrintedParts& parts);

std::string file_name_of(const Outgoing& document, std::string_view notation); // «Dự thảo KH-UBND.docx», «05_KH-UBND.docx»

} // namespace congso::outgoing
