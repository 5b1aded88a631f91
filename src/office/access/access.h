#pragma once
#include "lib/base/describe.h"
#include "office/actor/actor.h"

namespace congso::access {

// Someone looked at, printed or took out something (Decree 30/2020 Appendix VI part I).
struct Access {
    AgencyId agency;
    Id<Access> id;
    Time at;
    Id<org::Person> person;
    std::string action; // stable: "incoming.viewed", "book.printed"
    std::string record; // the id in the address: of a record, of a file; "" for lists
    std::string detail; // what was asked: «period=2022&form=handling»
};
BOOST_DESCRIBE_STRUCT(Access, (), (agency, id, at, person, action, record, detail))

struct AccessRow {
    Id<Access> id;
    Time at;
    Id<org::Person> person;
    std::string person_name, action, record, detail;
};
BOOST_DESCRIBE_STRUCT(AccessRow, (), (id, at, person, person_name, action, record, detail))

// GET /api/access
struct AccessQuery {
    std::optional<Id<org::Person>> person;
    std::optional<std::string> record, action;
    std::optional<Date> from, to;
    std::optional<std::string> after;
    std::optional<int> limit; // ≤ 200, 50 when absent
};
BOOST_DESCRIBE_STRUCT(AccessQuery, (), (person, record, action, from, to, after, limit))

} // namespace congso::access
