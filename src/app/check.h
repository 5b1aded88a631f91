#pragma once
#include "app/app.h"

namespace congso::app {

struct CheckedAgency {
    AgencyId agency;
    std::string name;
    std::vector<std::string> faults; // one sentence each; empty: all is well
};
BOOST_DESCRIBE_STRUCT(CheckedAgency, (), (agency, name, faults))

// What a code on paper stands for: so many links of the agency's chain, signed at that moment, are as they were.
struct ProvenCode {
    std::string code, agency;
    std::int64_t sequence{};
    Time at;
};
BOOST_DESCRIBE_STRUCT(ProvenCode, (), (code, agency, sequence, at))

struct CheckReport {
    bool clean{};
    std::vector<std::string> faults; // of the installation itself: schema, foreign keys, the keys that sign
    std::vector<CheckedAgency> agencies;
    std::optional<ProvenCode> proven;
};
BOOST_DESCRIBE_STRUCT(CheckReport, (), (clean, faults, agencies, proven))

// Proves what must always hold: every number of every book, the audit chain with its checkpoints, who reaches which document and what
// waits for whom, the figures kept of each month, every file's bytes, foreign keys. Only reads, and
// believes only the keys that lie beside the database. A `code`, as a day sheet prints it, must be that of a signed head of these chains.
CheckReport check(App& app, std::string_view code = {});

} // namespace congso::app
