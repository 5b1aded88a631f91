#pragma once
#include "office/work_dossiers/work_dossiers.h"

namespace congso::work_dossiers {

// What Appendix VI part II wants of each document in an export.
struct DocumentMetadata {
    int ordinal{};
    ContentKind kind{};
    std::string number, type_name, organ_name, subject, note, signer_name, signer_position, urgency, directive;
    Date issued_on, arrived_on, due_on;
    int arrival_number{}, page_count{}, copy_count{};
    std::string places; // who it went to
};
BOOST_DESCRIBE_STRUCT(DocumentMetadata, (),
                      (ordinal, kind, number, type_name, organ_name, subject, note, signer_name, signer_position, urgency, directive,
                       issued_on, arrived_on, due_on, arrival_number, page_count, copy_count, places))

// The dossier and its documents in the order of time, under the English names of Decree 30/2020, Appendix VI part II; days as
// dd/mm/yyyy.
std::string metadata_xml(const WorkDossierView& dossier, std::vector<DocumentMetadata> documents);

// «817/KH-UBND» is number «817» and notation «KH-UBND»; a Party symbol is cut at its hyphen: «512-CV/TU».
std::pair<std::string, std::string> parts_of_symbol(std::string_view symbol);
int priority_of(std::string_view urgency); // Priority: 0 thường … 4 hỏa tốc hẹn giờ

} // namespace congso::work_dossiers
