#pragma once
#include "lib/base/error.h"
#include "office/org/org.h"

// What an administrator's forms send. Each is the whole form: what is absent is empty. Without an id it makes a new record, with one it
// changes the record, and then the version is required.
namespace congso::org {

struct AgencyEntry { // POST /api/admin/agencies: one's own, or an address of an agency that does not work here
    std::optional<AgencyId> id;
    std::optional<int> version;
    std::string name, short_name;
    std::optional<AgencyId> parent, heir;
    std::optional<std::string> code, code_2016, place, address, phone, email;
    std::optional<Date> valid_from, valid_to, code_from, code_2016_to;
};
BOOST_DESCRIBE_STRUCT(AgencyEntry, (),
                      (id, version, name, short_name, parent, heir, code, code_2016, place, address, phone, email, valid_from, valid_to,
                       code_from, code_2016_to))

struct UnitEntry { // POST /api/admin/units
    std::optional<Id<Unit>> id;
    std::optional<int> version;
    std::string name;
    std::optional<std::string> abbreviation;
    std::optional<Id<Unit>> parent;
    std::optional<int> position;
    std::optional<Date> valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(UnitEntry, (), (id, version, name, abbreviation, parent, position, valid_from, valid_to))

struct BodyEntry { // POST /api/admin/bodies
    std::optional<Id<Body>> id;
    std::optional<int> version;
    std::string name, heading_lines, symbol;
    std::optional<std::string> parent_line;
    bool party{};
    std::optional<int> position;
};
BOOST_DESCRIBE_STRUCT(BodyEntry, (), (id, version, name, heading_lines, symbol, parent_line, party, position))

struct PostEntry { // POST /api/admin/posts
    std::optional<Id<Post>> id;
    std::optional<int> version;
    std::string name;
    std::optional<Id<Unit>> unit;
    std::optional<Id<Body>> body;
    Authority authority{};
    std::optional<std::string> signing_lines;
    bool heads_agency{}, heads_unit{};
    std::optional<int> position;
    std::optional<Date> valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(PostEntry, (),
                      (id, version, name, unit, body, authority, signing_lines, heads_agency, heads_unit, position, valid_from, valid_to))

struct HoldingEntry { // POST /api/admin/holdings: a person takes a post, or its days change; a day in `valid_to` ends it
    std::optional<Id<Holding>> id;
    std::optional<int> version;
    Id<Person> person;
    Id<Post> post;
    bool main{}; // another main one is then not the main one any more
    std::optional<Date> valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(HoldingEntry, (), (id, version, person, post, main, valid_from, valid_to))

struct MandateEntry { // POST /api/admin/mandates
    std::optional<Id<Mandate>> id;
    std::optional<int> version;
    MandateKind kind{};
    Id<Person> from_person, to_person;
    std::optional<Id<Body>> body; // of a TUQ mandate, as the next three
    std::optional<std::string> signing_lines, scope, document;
    Date valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(MandateEntry, (),
                      (id, version, kind, from_person, to_person, body, signing_lines, scope, document, valid_from, valid_to))

struct StandIn { // POST /api/stand-ins: someone else does my work while I am away
    Id<Person> to_person;
    std::optional<std::string> scope; // why: «nghỉ phép»
    Date valid_from, valid_to;
};
BOOST_DESCRIBE_STRUCT(StandIn, (), (to_person, scope, valid_from, valid_to))

struct EndStandIn { // POST /api/stand-ins/end: he is back; today is the last day, or it never began
    Id<Mandate> id;
};
BOOST_DESCRIBE_STRUCT(EndStandIn, (), (id))

struct MandateRow : Mandate {
    std::string from_name, to_name;
    bool in_force{}; // today
};
BOOST_DESCRIBE_STRUCT(MandateRow, (Mandate), (from_name, to_name, in_force))

struct Holder : Holding {
    std::string person_name, post_name;
};
BOOST_DESCRIBE_STRUCT(Holder, (Holding), (person_name, post_name))

// The wrong fields of each form, as far as the form itself can tell.
std::vector<FieldFault> faults_of(const AgencyEntry& entry);
std::vector<FieldFault> faults_of(const UnitEntry& entry);
std::vector<FieldFault> faults_of(const BodyEntry& entry);
std::vector<FieldFault> faults_of(const PostEntry& entry);
std::vector<FieldFault> faults_of(const HoldingEntry& entry);
std::vector<FieldFault> faults_of(const MandateEntry& entry);

} // namespace congso::org
