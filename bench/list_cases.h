#pragma once
#include "office/incoming/incoming.h"
#include "tests/support/office_fixture.h"

// The lists that people ask for, each with the plain statement that answers it on one engine.
namespace congso::bench {

enum class Who { sees_all, officer };

struct ListCase {
    std::string name;
    Who who{};
    incoming::IncomingQuery query;
    std::string from, where, order; // of the bare SELECT; text values stand in it
    bool searches = false; // by words: no count beside it
};

std::vector<ListCase> list_cases(const test::Office& office, db::Engine engine, Date today);
std::string name_of(const ListCase& asked);
std::string target_of(const incoming::IncomingQuery& query); // "/api/incoming?…"

} // namespace congso::bench
