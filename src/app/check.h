#pragma once
#include "app/app.h"

namespace congso::app {

struct CheckedAgency {
    AgencyId agency;
    std::string name;
    std::vector<std::string> faults; // one sentence each; empty: all is well
};
BOOST_DESCRIBE_STRUCT(CheckedAgency, (), (agency, name, faults))

struct CheckReport {
    bool clean{};
    std::vector<std::string> faults; // of the installation itself: schema, foreign keys
    std::vector<CheckedAgency> agencies;
};
BOOST_DESCRIBE_STRUCT(CheckReport, (), (clean, faults, agencies))

// Proves what must always hold: every number of every book, the audit chain with its checkpoints, who reaches which document and what
// waits for whom, the figures kept of each month, every file's bytes, foreign keys. Only reads.
CheckReport check(App& app);

} // namespace congso::app
