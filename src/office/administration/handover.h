#pragma once
#include "office/work/work.h"

namespace congso::administration {

// One thing that is still open with somebody who leaves or is transferred. An own draft that waits for somebody else is `revise`; an open
// dossier of his is `close_dossier`.
struct OpenThing {
    work::RecordKind kind{};
    Uuid record;
    work::Action action{};
    work::Urgency urgency{};
    std::string symbol, title; // title: empty unless the reader may see the record
    Time since;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(OpenThing, (), (kind, record, action, urgency, symbol, title, since, due_on))

struct OpenThings { // GET /api/admin/handover
    Id<org::Person> person;
    std::string full_name;
    std::vector<OpenThing> items;
};
BOOST_DESCRIBE_STRUCT(OpenThings, (), (person, full_name, items))
struct OfPerson {
    Id<org::Person> person;
};
BOOST_DESCRIBE_STRUCT(OfPerson, (), (person))

enum class Choice { give, keep, back }; // to another one; as it is; to the head
BOOST_DESCRIBE_ENUM(Choice, give, keep, back)
struct ChoiceOf {
    Uuid record;
    work::Action action{};
    Choice choice{};
    std::optional<Id<org::Person>> to; // of `give`
};
BOOST_DESCRIBE_STRUCT(ChoiceOf, (), (record, action, choice, to))

// POST /api/admin/handover: all of it in one act. Each open thing is answered; `leave`: he is inactive and his account closed then.
struct Handover {
    Id<org::Person> person;
    std::vector<ChoiceOf> choices;
    std::optional<std::string> reason;
    bool leave{};
};
BOOST_DESCRIBE_STRUCT(Handover, (), (person, choices, reason, leave))

} // namespace congso::administration
