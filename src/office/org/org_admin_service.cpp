#include "office/org/org_admin_service.h"

#include "office/actor/use_case.h"
#include "office/org/org_admin_store.h"
#include "office/org/org_store.h"

namespace congso {

namespace store = org::store;
using namespace org;

namespace {

template <class T> T value(const std::optional<T>& given)
{
    return given.value_or(T{});
}

template <class Entry> void demand_form(const Entry& entry)
{
    if (auto faults = faults_of(entry); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
}

// The record that a form changes, as it is stored, or a new one. `find` reads it.
template <class T, class Entry, class F> std::pair<T, bool> record_of(db::Tx& tx, const Entry& entry, F&& find)
{
    if (!entry.id) {
        T made{};
        made.id = decltype(made.id)::make();
        return {made, false};
    }
    std::optional<T> stored = find(tx, *entry.id);
    if (!stored)
        throw Error::not_found();
    if (stored->version != *entry.version)
        throw Error::conflict("stale", {{"version", std::to_string(stored->version)}});
    return {std::move(*stored), true};
}

// Stores what the form made of the record, and tells what changed.
template <class T> T save(db::Tx& tx, AuditTrail& audit, const Actor& actor, std::string_view table, const T& before, T after, bool exists)
{
    const auto changes = AuditTrail::changes(exists ? before : T{}, after);
    if (exists && changes.empty())
        return before;
    if (!exists) {
        tx.insert(table, after);
    } else {
        if (!store::update(tx, after))
            throw Error::conflict("stale");
        after.version += 1;
    }
    audit.record(tx, actor, std::string{table} + (exists ? ".changed" : ".added"), table, after.id.uuid, changes);
    return after;
}

} // namespace

Agency OrgAdminService::save_agency(const Actor& actor, const AgencyEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto [before, exists] = record_of<Agency>(tx, entry, store::find_agency);
        if (exists && before.hosted && before.id != tx.agency()) // it has administrators of its own
            throw Error::not_found();
        for (const auto& [path, other] : {std::pair{"/parent", value(entry.parent)}, std::pair{"/heir", value(entry.heir)}})
            if (other && (other == before.id || !store::find_agency(tx, other)))
                throw Error::invalid_field(path, "unknown");
        if (const auto code = value(entry.code); !code.empty() && store::is_code_taken(tx, code, before.id))
            throw Error::invalid_field("/code", "taken");
        auto after = before;
        after.name = entry.name;
        after.short_name = entry.short_name;
        after.parent = value(entry.parent);
        after.heir = value(entry.heir);
        after.code = value(entry.code);
        after.code_2016 = value(entry.code_2016);
        after.place = value(entry.place);
        after.address = value(entry.address);
        after.phone = value(entry.phone);
        after.email = value(entry.email);
        after.valid_from = value(entry.valid_from);
        after.valid_to = value(entry.valid_to);
        after.code_from = value(entry.code_from);
        after.code_2016_to = value(entry.code_2016_to);
        return save(tx, audit_, actor, "agency", before, after, exists);
    });
}

Unit OrgAdminService::save_unit(const Actor& actor, const UnitEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto [before, exists] = record_of<Unit>(tx, entry, store::find_unit);
        auto after = before;
        after.agency = tx.agency();
        after.name = entry.name;
        after.abbreviation = value(entry.abbreviation);
        after.parent = value(entry.parent);
        after.position = value(entry.position);
        after.valid_from = value(entry.valid_from);
        after.valid_to = value(entry.valid_to);
        for (auto above = after.parent; above;) { // a unit is not below itself
            const auto unit = store::find_unit(tx, above);
            if (!unit)
                throw Error::invalid_field("/parent", "unknown");
            if (unit->id == after.id)
                throw Error::invalid_field("/parent", "itself");
            above = unit->parent;
        }
        return save(tx, audit_, actor, "unit", before, after, exists);
    });
}

Body OrgAdminService::save_body(const Actor& actor, const BodyEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto [before, exists] = record_of<Body>(tx, entry, store::find_body);
        auto after = before;
        after.agency = tx.agency();
        after.name = entry.name;
        after.parent_line = value(entry.parent_line);
        after.heading_lines = entry.heading_lines;
        after.symbol = entry.symbol;
        after.party = entry.party;
        after.position = value(entry.position);
        return save(tx, audit_, actor, "body", before, after, exists);
    });
}

Post OrgAdminService::save_post(const Actor& actor, const PostEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto [before, exists] = record_of<Post>(tx, entry, store::find_post);
        if (const auto unit = value(entry.unit); unit && !store::find_unit(tx, unit))
            throw Error::invalid_field("/unit", "unknown");
        if (const auto body = value(entry.body); body && !store::find_body(tx, body))
            throw Error::invalid_field("/body", "unknown");
        auto after = before;
        after.agency = tx.agency();
        after.name = entry.name;
        after.unit = value(entry.unit);
        after.body = value(entry.body);
        after.authority = entry.authority;
        after.signing_lines = value(entry.signing_lines);
        after.heads_agency = entry.heads_agency;
        after.heads_unit = entry.heads_unit;
        after.position = value(entry.position);
        after.valid_from = value(entry.valid_from);
        after.valid_to = value(entry.valid_to);
        return save(tx, audit_, actor, "post", before, after, exists);
    });
}

Holding OrgAdminService::save_holding(const Actor& actor, const HoldingEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto [before, exists] = record_of<Holding>(tx, entry, store::find_holding);
        if (exists && (before.person != entry.person || before.post != entry.post)) // that would be another holding
            throw Error::invalid_field("/post", "fixed");
        if (!store::find_person(tx, entry.person))
            throw Error::invalid_field("/person", "unknown");
        const auto post = store::find_post(tx, entry.post);
        if (!post)
            throw Error::invalid_field("/post", "unknown");
        auto after = before;
        after.agency = tx.agency();
        after.person = entry.person;
        after.post = entry.post;
        after.main = entry.main;
        after.valid_from = value(entry.valid_from);
        after.valid_to = value(entry.valid_to);
        if (!exists && post->valid_to.is_set() && (!after.valid_from.is_set() || after.valid_from > post->valid_to))
            throw Error::invalid_field("/post", "ended");
        if (store::holds_twice(tx, after))
            throw Error::invalid_field("/post", "twice");
        if (after.main)
            store::set_not_main(tx, after.person, after.id);
        const auto saved = save(tx, audit_, actor, "holding", before, after, exists);
        audit_.record(tx, actor, "person.holding_changed", "person", after.person.uuid,
                      {{"post", "[\"\",\"" + post->id.to_string() + "\"]"},
                       {"valid_from", "[\"\",\"" + (after.valid_from.is_set() ? after.valid_from.to_string() : "") + "\"]"},
                       {"valid_to", "[\"\",\"" + (after.valid_to.is_set() ? after.valid_to.to_string() : "") + "\"]"}});
        const auto today = clock_.today();
        const bool ends = after.valid_to.is_set() && after.valid_to <= today;
        if (ends && store::list_posts_of(tx, after.person, today.plus_days(1)).empty())
            if (const auto open = store::count_open_things(tx, after.person); open > 0)
                throw Error::conflict("person.has_open_work", {{"count", std::to_string(open)}});
        return saved;
    });
}

std::vector<Holder> OrgAdminService::list_holders(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [](db::Tx& tx) { return store::list_holders(tx); });
}

std::vector<MandateRow> OrgAdminService::list_mandates(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_mandates(tx, clock_.today(), {}); });
}

MandateRow OrgAdminService::put_mandate(db::Tx& tx, const Actor& actor, const MandateEntry& entry)
{
    const auto today = clock_.today();
    const auto find = [&](db::Tx& inner, Id<Mandate> id) -> std::optional<Mandate> {
        return store::find_mandate(inner, id, today);
    };
    const auto [before, exists] = record_of<Mandate>(tx, entry, find);
    if (exists && before.kind != entry.kind)
        throw Error::invalid_field("/kind", "fixed");
    auto after = before;
    after.agency = tx.agency();
    after.kind = entry.kind;
    after.from_person = entry.from_person;
    after.to_person = entry.to_person;
    after.scope = value(entry.scope);
    after.valid_from = entry.valid_from;
    after.valid_to = entry.valid_to;
    const bool tuq = entry.kind == MandateKind::tuq;
    if (tuq) {
        after.body = value(entry.body);
        after.signing_lines = value(entry.signing_lines);
        after.document = value(entry.document);
    }
    if (exists && before.valid_from <= today) {
        // what was signed or done under it stays true: it may only end at another time
        if (after.from_person != before.from_person || after.to_person != before.to_person || after.body != before.body
            || after.valid_from != before.valid_from)
            throw Error::conflict("mandate.begun");
        if (after.valid_to < today.plus_days(-1) && after.valid_to != before.valid_to)
            throw Error::invalid_field("/valid_to", "past");
    }
    for (const auto& [path, person] : {std::pair{"/from_person", after.from_person}, std::pair{"/to_person", after.to_person}}) {
        const auto found = store::find_person(tx, person);
        if (!found)
            throw Error::invalid_field(path, "unknown");
        if (!found->active && (!exists || after.valid_to > before.valid_to))
            throw Error::invalid_field(path, "inactive");
    }
    if (tuq) {
        if (!store::find_body(tx, after.body))
            throw Error::invalid_field("/body", "unknown");
        // art. 13.4: who himself signs by a mandate does not hand it on, so only a post gives this power
        if (!exists && !store::may_give_tuq(tx, after.from_person, after.body, after.valid_from, after.valid_to))
            throw Error::invalid_field("/from_person", "no_signing_power");
    } else if (store::has_overlapping_delegation(tx, after)) {
        throw Error::invalid_field("/to_person", "twice");
    }
    save(tx, audit_, actor, "mandate", before, after, exists);
    for (const auto person : {after.from_person, after.to_person}) // it belongs to the story of both
        audit_.record(tx, actor, tuq ? "person.mandate_changed" : "person.stand_in_changed", "person", person.uuid,
                      AuditTrail::changes(exists ? before : Mandate{}, after));
    return *store::find_mandate(tx, after.id, today);
}

MandateRow OrgAdminService::save_mandate(const Actor& actor, const MandateEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_form(entry);
    return act(database_, clock_, actor, [&](db::Tx& tx) { return put_mandate(tx, actor, entry); });
}

std::vector<MandateRow> OrgAdminService::list_stand_ins(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::list_mandates(tx, clock_.today(), actor.person()); });
}

MandateRow OrgAdminService::save_stand_in(const Actor& actor, const StandIn& entry)
{
    const MandateEntry mandate{.id = {},
                               .version = {},
                               .kind = MandateKind::delegation,
                               .from_person = actor.person(),
                               .to_person = entry.to_person,
                               .body = {},
                               .signing_lines = {},
                               .scope = entry.scope,
                               .document = {},
                               .valid_from = entry.valid_from,
                               .valid_to = entry.valid_to};
    auto faults = faults_of(mandate);
    if (entry.valid_to < clock_.today())
        faults.push_back({"/valid_to", "past"});
    if (!faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) { return put_mandate(tx, actor, mandate); });
}

Nothing OrgAdminService::end_stand_in(const Actor& actor, const EndStandIn& entry)
{
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto today = clock_.today();
        const auto stored = store::find_mandate(tx, entry.id, today);
        if (!stored || stored->kind != MandateKind::delegation || stored->from_person != actor.person())
            throw Error::not_found();
        if (stored->valid_to < today)
            throw Error::conflict("mandate.ended");
        const Mandate before = *stored;
        auto after = before;
        after.valid_to = std::max(today.plus_days(-1), before.valid_from); // from now on nobody stands in
        if (before.valid_from >= today) { // it never began, or began today
            after.valid_from = std::min(before.valid_from, today.plus_days(-1));
            after.valid_to = after.valid_from;
        }
        save(tx, audit_, actor, "mandate", before, after, true);
        for (const auto person : {after.from_person, after.to_person})
            audit_.record(tx, actor, "person.stand_in_ended", "person", person.uuid, AuditTrail::changes(before, after));
        return Nothing{};
    });
}

std::vector<audit::Event> OrgAdminService::history(const Actor& actor, Uuid record)
{
    actor.demand(Permission::manage_people);
    auto events = database_.read(actor.agency(), [&](db::Tx& tx) {
        return audit_.story_of_kinds(tx, record,
                                     {"person", "unit", "body", "post", "holding", "mandate", "agency", "role", "recipient_group"});
    });
    if (events.empty())
        throw Error::not_found();
    return events;
}

} // namespace congso
