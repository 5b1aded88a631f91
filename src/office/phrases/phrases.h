#pragma once
#include "lib/base/error.h"
#include "office/org/org.h"

// Quick phrases: what people of an agency write again and again, put in with one press.
namespace congso::phrases {

enum class Place {
    proposal, // the clerk submits a document to the head
    instruction, // bút phê: the head's word
    progress, // báo cáo tiến độ
    comment, // góp ý, kiểm tra a draft
};
BOOST_DESCRIBE_ENUM(Place, proposal, instruction, progress, comment)

// The phrases of one place, in the agency's order. An agency that has set none has the page's own.
struct PhraseList {
    Place place{};
    int version{}; // 0: none was set
    std::vector<std::string> phrases;
};
BOOST_DESCRIBE_STRUCT(PhraseList, (), (place, version, phrases))

// POST /api/admin/phrases: always the whole of a place; an empty one offers nothing there.
struct PhraseEntry {
    Place place{};
    int version{}; // that was read; 0 for the first
    std::vector<std::string> phrases;
};
BOOST_DESCRIBE_STRUCT(PhraseEntry, (), (place, version, phrases))

// On /phrases "too_many", on /phrases/N "required", "too_long", "twice".
std::vector<FieldFault> faults_of(const PhraseEntry& entry);

} // namespace congso::phrases
