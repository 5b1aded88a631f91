#pragma once
#include "office/outgoing/outgoing.h"
#include "office/templates/official_document.h"

namespace congso::outgoing {

// What a new draft of one kind begins with in this agency (mẫu soạn thảo): words and recipients, and how its text is set within what the
// decree allows. The decree's boxes stay where they are. Each change is a new version; the earlier ones are kept.
struct DraftTemplate {
    std::string kind; // one of the 29
    int version{}; // 0: the agency has set none
    std::vector<Paragraph> opening; // «Căn cứ …;» and what else always stands first
    std::vector<Paragraph> closing; // «Trân trọng.»
    std::vector<Recipient> recipients; // of «Nơi nhận»
    templates::TextStyle text_style;
    templates::Margins margins;
    std::string note; // why it was changed
    Id<org::Person> saved_by;
    std::string saved_by_name;
    Time saved_at;
};
BOOST_DESCRIBE_STRUCT(DraftTemplate, (),
                      (kind, version, opening, closing, recipients, text_style, margins, note, saved_by, saved_by_name, saved_at))

// POST /api/admin/draft-templates: always the whole of it; an empty one takes the agency's words away.
struct DraftTemplateEntry {
    std::string kind;
    int version{}; // that was read; 0 for the first
    std::vector<Paragraph> opening{}, closing{};
    std::vector<Recipient> recipients{};
    std::optional<templates::TextStyle> text_style{}; // the decree's usual one when absent
    std::optional<templates::Margins> margins{}; // the least that the decree allows when absent
    std::optional<std::string> note{};
};
BOOST_DESCRIBE_STRUCT(DraftTemplateEntry, (), (kind, version, opening, closing, recipients, text_style, margins, note))

struct DraftTemplateQuery { // GET /api/admin/draft-templates
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(DraftTemplateQuery, (), (kind))

// Every wrong field at once. What only the database knows is not looked at.
std::vector<FieldFault> faults_of(const DraftTemplateEntry& entry);

// The draft with the template's words around its own, and the template's recipients besides its own.
Draft with_template(Draft draft, const DraftTemplate& known);

} // namespace congso::outgoing
