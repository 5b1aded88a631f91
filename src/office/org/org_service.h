#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/org/org.h"

namespace congso {

namespace org {

// POST /api/admin/people, and POST /api/admin/people/{id} to change one.
struct PersonEntry {
    std::optional<Id<Person>> id;
    std::optional<int> version; // required when changing
    std::string full_name;
    std::optional<std::string> email, phone; // empty when absent
    std::optional<Date> born_on; // none when absent
    std::optional<bool> active; // unchanged when absent
    std::optional<Id<Post>> main_post; // replaces the main holding from today on
};
BOOST_DESCRIBE_STRUCT(PersonEntry, (), (id, version, full_name, email, phone, born_on, active, main_post))

struct PersonView {
    Person person;
    std::vector<Holding> holdings;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (person, holdings))

} // namespace org

// Agencies, units, posts and people. What other features need inside their own transaction takes a `tx`.
class OrgService {
public:
    OrgService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::vector<org::PersonRow> list_people(const Actor& actor);
    std::vector<org::Unit> list_units(const Actor& actor);
    std::vector<org::Body> list_bodies(const Actor& actor);
    std::vector<org::Post> list_posts(const Actor& actor);
    std::vector<Agency> list_agencies(const Actor& actor);
    std::vector<Agency> list_agencies(db::Tx& tx) const;
    std::vector<org::SigningPower> list_signing_powers(const Actor& actor);
    org::PersonView get_person(const Actor& actor, Id<org::Person> id);
    // Who has left has nothing open: conflict "person.has_open_work" {count} when he is to be inactive.
    org::PersonView save_person(const Actor& actor, const org::PersonEntry& entry);

    std::vector<Agency> list_hosted(); // those that work in this installation
    std::string first_hosted_name(db::Tx& tx) const; // "" before there is one
    std::optional<Agency> find_agency(db::Tx& tx, AgencyId id) const;
    std::optional<Agency> find_agency_by_code(db::Tx& tx, std::string_view code) const; // of either generation
    Agency get_agency(db::Tx& tx, AgencyId id) const; // throws not_found "agency.unknown"
    std::optional<org::Person> find_person(db::Tx& tx, Id<org::Person> id) const;
    org::Person get_person(db::Tx& tx, Id<org::Person> id) const; // throws invalid "person.unknown"
    org::Person get_active_person(db::Tx& tx, Id<org::Person> id) const; // and "person.inactive"
    org::Body get_body(db::Tx& tx, Id<org::Body> id) const; // throws invalid "body.unknown"
    std::optional<org::Unit> find_unit(db::Tx& tx, Id<org::Unit> id) const;
    Id<org::Person> get_head(db::Tx& tx) const; // throws conflict "org.no_head"
    std::vector<Id<org::Person>> list_people_of_unit(db::Tx& tx, Id<org::Unit> unit) const;
    std::vector<Id<org::Person>> list_people_of_post(db::Tx& tx, Id<org::Post> post) const; // who hold it today
    bool has_post(db::Tx& tx, Id<org::Post> post) const; // and it has not ended
    std::vector<Id<org::Unit>> list_units_of(db::Tx& tx, Id<org::Person> person) const;
    std::vector<Id<org::Person>> list_absent(db::Tx& tx, Id<org::Person> stand_in) const; // for whom he stands in today
    bool signs_by_mandate(db::Tx& tx, Id<org::Person> person) const; // a TUQ mandate of his is in force today
    std::string post_name(db::Tx& tx, Id<org::Person> person) const; // "" when he holds none
    // What this person may sign for this body today (art. 13): posts first, then mandates in force.
    std::vector<org::SigningPower> signing_powers(db::Tx& tx, Id<org::Person> person, Id<org::Body> body) const;

    // For the hand-over of his work: from now on he is not there, and holds no post after today. Throws conflict "person.has_open_work"
    // {count}.
    void leave(db::Tx& tx, const Actor& actor, Id<org::Person> id);

private:
    void demand_nothing_open(db::Tx& tx, Id<org::Person> person) const;

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
