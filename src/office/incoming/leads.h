#pragma once
#include "office/incoming/incoming.h"

// Who might lead the handling of a document that is being registered: those who led the ones most like it.
namespace congso::incoming {

// GET /api/incoming/leads
struct LeadQuery {
    std::string issuer, subject;
    std::optional<std::string> kind;
};
BOOST_DESCRIBE_STRUCT(LeadQuery, (), (issuer, subject, kind))

struct LeadProposal {
    Id<org::Person> person;
    std::string full_name;
    int alike{}; // how many documents like it he led, of the last ones
    std::string subject; // of the most alike
};
BOOST_DESCRIBE_STRUCT(LeadProposal, (), (person, full_name, alike, subject))

// One document that somebody leads or led.
struct LedDocument {
    std::string issuer_fold, kind, subject;
    Id<org::Person> person;
    std::string full_name;
};
BOOST_DESCRIBE_STRUCT(LedDocument, (), (issuer_fold, kind, subject, person, full_name))

inline constexpr int most_led = 500; // the last ones are enough to tell who does what
inline constexpr std::size_t most_proposed = 3;

// The best first. A word counts the more, the fewer of the documents have it; nobody is proposed for what resembles nothing.
std::vector<LeadProposal> propose_leads(const LeadQuery& query, const std::vector<LedDocument>& led);

} // namespace congso::incoming
