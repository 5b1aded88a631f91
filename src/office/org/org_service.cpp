#include "office/org/org_service.h"

#include "lib/text/sort_key.h"
#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/org/org_admin_store.h"
#include "office/org/org_store.h"

namespace congso {

namespace store = org::store;

std::vector<org::PersonRow> OrgService::list_people(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_people(tx, clock_.today()); });
}

std::vector<org::Unit> OrgService::list_units(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_units(tx); });
}

std::vector<org::Body> OrgService::list_bodies(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_bodies(tx); });
}

std::vector<org::Post> OrgService::list_posts(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_posts(tx); });
}

std::vector<Agency> OrgService::list_agencies(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_agencies(tx); });
}

std::vector<Agency> OrgService::list_agencies(db::Tx& tx) const
{
    return store::list_agencies(tx);
}

std::vector<org::SigningPower> OrgService::list_signing_powers(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_signing_powers(tx, clock_.today()); });
}

org::PersonView OrgService::get_person(const Actor& actor, Id<org::Person> id)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto person = store::find_person(tx, id);
        if (!person)
            throw Error::not_found();
        return org::PersonView{*person, store::list_holdings(tx, id)};
    });
}

org::PersonView OrgService::save_person(const Actor& actor, const org::PersonEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_text("/full_name", entry.full_name, 100);
    if (entry.email.value_or("").size() > 200)
        throw Error::invalid_field("/email", "too_long");
    if (entry.phone.value_or("").size() > 50)
        throw Error::invalid_field("/phone", "too_long");
    if (entry.id && !entry.version)
        throw Error::invalid_field("/version", "required");
    if (entry.id == actor.person() && entry.active == false) // whoever manages people stays; another one may close him
        throw Error::invalid_field("/active", "yourself");
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        org::Person person, before;
        if (entry.id) {
            const auto stored = store::find_person(tx, *entry.id);
            if (!stored)
                throw Error::not_found();
            if (entry.version != stored->version)
                throw Error::conflict("stale", {{"version", std::to_string(stored->version)}});
            before = person = *stored;
        } else {
            person.agency = tx.agency();
            person.id = Id<org::Person>::make();
        }
        person.full_name = entry.full_name;
        person.sort_key = text::person_sort_key(entry.full_name);
        person.email = entry.email.value_or("");
        person.phone = entry.phone.value_or("");
        person.born_on = entry.born_on.value_or(Date{});
        person.active = entry.active.value_or(person.active);
        const auto changes = AuditTrail::changes(before, person);
        if (!person.active && before.active)
            demand_nothing_open(tx, person.id);
        if (entry.id) {
            if (!store::update_person(tx, person))
                throw Error::conflict("stale");
            person.version += 1;
        } else {
            tx.insert("person", person);
        }
        if (entry.main_post) {
            const auto today = clock_.today();
            if (!store::has_post(tx, *entry.main_post, today))
                throw Error::invalid_field("/main_post", "unknown");
            const auto old = store::list_posts_of(tx, person.id, today);
            store::end_main_holding(tx, person.id, today);
            tx.insert("holding",
                      org::Holding{.agency = tx.agency(),
                                   .id = Id<org::Holding>::make(),
                                   .person = person.id,
                                   .post = *entry.main_post,
                                   .main = true,
                                   .valid_from = today,
                                   .valid_to = {}});
            audit_.record(
                tx, actor, "person.holding_changed", "person", person.id.uuid,
                {{"post", "[\"" + (old.empty() ? "" : old.front().id.to_string()) + "\",\"" + entry.main_post->to_string() + "\"]"}});
        }
        if (!changes.empty() || !entry.id)
            audit_.record(tx, actor, entry.id ? "person.changed" : "person.added", "person", person.id.uuid, changes);
        return org::PersonView{person, store::list_holdings(tx, person.id)};
    });
}

void OrgService::demand_nothing_open(db::Tx& tx, Id<org::Person> person) const
{
    if (const auto open = store::count_open_things(tx, person); open > 0)
        throw Error::conflict("person.has_open_work", {{"count", std::to_string(open)}});
}

void OrgService::leave(db::Tx& tx, const Actor& actor, Id<org::Person> id)
{
    auto person = get_person(tx, id);
    const auto before = person;
    if (!person.active)
        return;
    demand_nothing_open(tx, id);
    person.active = false;
    store::update_person(tx, person);
    store::end_holdings(tx, id, clock_.today());
    audit_.record(tx, actor, "person.changed", "person", id.uuid, AuditTrail::changes(before, person));
}

std::vector<Agency> OrgService::list_hosted()
{
    return database_.read({}, [](db::Tx& tx) {
        auto agencies = store::list_agencies(tx);
        std::erase_if(agencies, [](const Agency& agency) { return !agency.hosted; });
        return agencies;
    });
}

std::string OrgService::first_hosted_name(db::Tx& tx) const
{
    std::optional<Agency> first;
    for (auto& agency : store::list_agencies(tx))
        if (agency.hosted && (!first || agency.id < first->id)) // ids are in the order of making
            first = std::move(agency);
    return first ? first->name : std::string{};
}

std::optional<Agency> OrgService::find_agency(db::Tx& tx, AgencyId id) const
{
    return store::find_agency(tx, id);
}

std::optional<Agency> OrgService::find_agency_by_code(db::Tx& tx, std::string_view code) const
{
    return store::find_agency_by_code(tx, code);
}

Agency OrgService::get_agency(db::Tx& tx, AgencyId id) const
{
    if (auto agency = store::find_agency(tx, id))
        return std::move(*agency);
    throw Error::not_found("agency.unknown");
}

std::optional<org::Person> OrgService::find_person(db::Tx& tx, Id<org::Person> id) const
{
    return store::find_person(tx, id);
}

org::Person OrgService::get_person(db::Tx& tx, Id<org::Person> id) const
{
    if (auto person = store::find_person(tx, id))
        return std::move(*person);
    throw Error::invalid("person.unknown");
}

org::Person OrgService::get_active_person(db::Tx& tx, Id<org::Person> id) const
{
    auto person = get_person(tx, id);
    if (!person.active)
        throw Error::invalid("person.inactive");
    return person;
}

org::Body OrgService::get_body(db::Tx& tx, Id<org::Body> id) const
{
    if (auto body = store::find_body(tx, id))
        return std::move(*body);
    throw Error::invalid("body.unknown");
}

std::optional<org::Unit> OrgService::find_unit(db::Tx& tx, Id<org::Unit> id) const
{
    return store::find_unit(tx, id);
}

Id<org::Person> OrgService::get_head(db::Tx& tx) const
{
    if (const auto head = store::find_head_of_agency(tx, clock_.today()))
        return *head;
    throw Error::conflict("org.no_head");
}

std::vector<Id<org::Person>> OrgService::list_people_of_post(db::Tx& tx, Id<org::Post> post) const
{
    return store::list_people_of_post(tx, post, clock_.today());
}

bool OrgService::has_post(db::Tx& tx, Id<org::Post> post) const
{
    return store::has_post(tx, post, clock_.today());
}

std::vector<Id<org::Person>> OrgService::list_people_of_unit(db::Tx& tx, Id<org::Unit> unit) const
{
    return store::list_people_of_unit(tx, unit, clock_.today());
}

std::vector<Id<org::Unit>> OrgService::list_units_of(db::Tx& tx, Id<org::Person> person) const
{
    return store::list_units_of(tx, person, clock_.today());
}

std::vector<Id<org::Person>> OrgService::list_absent(db::Tx& tx, Id<org::Person> stand_in) const
{
    return store::list_absent(tx, stand_in, clock_.today());
}

bool OrgService::signs_by_mandate(db::Tx& tx, Id<org::Person> person) const
{
    return store::has_tuq(tx, person, clock_.today());
}

std::string OrgService::post_name(db::Tx& tx, Id<org::Person> person) const
{
    const auto posts = store::list_posts_of(tx, person, clock_.today());
    return posts.empty() ? std::string{} : posts.front().name;
}

std::vector<org::SigningPower> OrgService::signing_powers(db::Tx& tx, Id<org::Person> person, Id<org::Body> body) const
{
    std::vector<org::SigningPower> powers;
    for (auto& power : store::list_signing_powers(tx, clock_.today()))
        if (power.person == person && power.body == body)
            powers.push_back(std::move(power));
    return powers;
}

} // namespace congso
