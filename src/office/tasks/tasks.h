#pragma once
#include "office/org/org.h"

namespace congso::tasks {

enum class Part { lead, cooperate, inform }; // chủ trì, phối hợp, để biết
BOOST_DESCRIBE_ENUM(Part, lead, cooperate, inform)
enum class State { waiting, accepted, done, passed_on }; // passed_on: forwarded to someone else
BOOST_DESCRIBE_ENUM(State, waiting, accepted, done, passed_on)

// One person's share in a record.
struct Assignment {
    AgencyId agency;
    Id<Assignment> id;
    Uuid record;
    Id<org::Person> person;
    std::string person_name;
    Part part{};
    State state{};
    Date due_on;
    Id<org::Person> assigned_by;
    Time assigned_at, read_at, done_at; // 0: not yet
};
BOOST_DESCRIBE_STRUCT(Assignment, (),
                      (agency, id, record, person, person_name, part, state, due_on, assigned_by, assigned_at, read_at, done_at))

// What someone wrote about a record: instruction (bút phê), progress, return reason, comment.
enum class NoteKind { proposal, instruction, progress, forward, return_reason, result, comment };
BOOST_DESCRIBE_ENUM(NoteKind, proposal, instruction, progress, forward, return_reason, result, comment)

struct Note {
    AgencyId agency;
    Id<Note> id;
    Uuid record;
    NoteKind kind{};
    Id<org::Person> person;
    std::string person_name;
    Id<org::Person> entered_by; // nhập thay: who typed what `person` had written with a pen
    std::string entered_by_name;
    Time at;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (agency, id, record, kind, person, person_name, entered_by, entered_by_name, at, text))

// Who shall do what, as a head decides or a clerk proposes it.
struct Share {
    Id<org::Person> person;
    Part part{};
    std::optional<Date> due_on; // its own deadline; the document's when absent
};
BOOST_DESCRIBE_STRUCT(Share, (), (person, part, due_on))

} // namespace congso::tasks
