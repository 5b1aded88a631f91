// Roles and who has them: every change of rights waits for a second confirmation.
#include "lib/json/read.h"
#include "lib/json/write.h"
#include "office/accounts/accounts_service.h"
#include "office/accounts/accounts_store.h"
#include "office/accounts/rights_store.h"
#include "office/actor/faults.h"
#include "office/actor/use_case.h"

#include <algorithm>

namespace congso {

namespace store = accounts::store;
using namespace accounts;

namespace {

struct Wanted {
    std::vector<Id<Role>> roles;
    std::vector<Permission> permissions;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (roles, permissions))

const Role* find_role(const std::vector<Role>& roles, Id<Role> id)
{
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return role.id == id; });
    return found == roles.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(const std::vector<Role>& roles, const std::vector<Id<Role>>& ids)
{
    std::vector<std::string> names;
    for (const auto& id : ids)
        if (const auto* role = find_role(roles, id))
            names.push_back(role->name);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> names_of(std::vector<Permission> permissions)
{
    std::sort(permissions.begin(), permissions.end());
    std::vector<std::string> names;
    for (const auto permission : permissions)
        names.push_back(describe::to_name(permission));
    return names;
}

std::string change_text(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    return "[" + json::write(before) + "," + json::write(after) + "]";
}

// Whether somebody else who manages people could confirm.
bool has_another(db::Tx& tx, Id<org::Person> person)
{
    const auto all = store::list_signing_in_with(tx, Permission::manage_people);
    return std::any_of(all.begin(), all.end(), [&](const auto& other) { return other != person; });
}

} // namespace

PersonRoles AccountService::set_roles(const Actor& actor, const PersonRoles& entry)
{
    actor.demand(Permission::manage_people);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        if (!org_.find_person(tx, entry.id))
            throw Error::not_found();
        ask_roles(tx, actor, entry.id, entry.roles);
        return entry;
    });
}

void AccountService::ask_roles(db::Tx& tx, const Actor& actor, Id<org::Person> person, std::vector<Id<Role>> wanted)
{
    const auto known = store::list_roles(tx);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (const auto& id : wanted)
        if (!find_role(known, id))
            throw Error::invalid_field("/roles", "unknown");
    const auto held = store::list_roles_of(tx, person);
    if (held == wanted && !store::has_waiting(tx, person.uuid))
        return;
    if (!actor.person()) { // a command on the server itself: who may give it needs nobody's confirmation
        store::replace_roles_of(tx, person, wanted);
        demand_an_administrator(tx);
        audit_.record(tx, actor, "person.roles_changed", "person", person.uuid,
                      {{"roles", change_text(names_of(known, held), names_of(known, wanted))}});
        return;
    }
    ask(tx, actor, RightsChangeKind::person_roles, person.uuid, json::write(Wanted{wanted, {}}));
    audit_.record(tx, actor, "person.roles_asked", "person", person.uuid,
                  {{"roles", change_text(names_of(known, held), names_of(known, wanted))}});
}

void AccountService::ask(db::Tx& tx, const Actor& actor, RightsChangeKind kind, Uuid subject, std::string wanted)
{
    store::put_waiting(tx,
                       {.agency = tx.agency(),
                        .id = Id<RightsChange>::make(),
                        .kind = kind,
                        .subject = subject,
                        .wanted = std::move(wanted),
                        .state = "waiting",
                        .asked_by = actor.person(),
                        .asked_at = clock_.now(),
                        .decided_by = {},
                        .decided_at = {}});
}

Role AccountService::save_role(const Actor& actor, const RoleEntry& entry)
{
    actor.demand(Permission::manage_people);
    demand_text("/name", entry.name, 100);
    if (entry.id && !entry.version)
        throw Error::invalid_field("/version", "required");
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto known = store::list_roles(tx);
        if (std::any_of(known.begin(), known.end(), [&](const auto& role) { return role.name == entry.name && role.id != entry.id; }))
            throw Error::invalid_field("/name", "taken");
        if (!entry.id) { // nobody has it yet, so nobody's rights change
            Role role{.agency = tx.agency(),
                      .id = Id<Role>::make(),
                      .code = {},
                      .name = entry.name,
                      .permissions = entry.permissions,
                      .second_factor = entry.second_factor};
            role.code = role.id.to_string();
            store::insert_role(tx, role);
            audit_.record(tx, actor, "role.added", "role", role.id.uuid, AuditTrail::changes(Role{}, role));
            return role;
        }
        const auto* stored = find_role(known, *entry.id);
        if (!stored)
            throw Error::not_found();
        if (stored->version != *entry.version)
            throw Error::conflict("stale", {{"version", std::to_string(stored->version)}});
        auto role = *stored;
        role.name = entry.name;
        role.second_factor = entry.second_factor;
        if (const auto changes = AuditTrail::changes(*stored, role); !changes.empty()) {
            store::update_role(tx, role);
            role.version += 1;
            audit_.record(tx, actor, "role.changed", "role", role.id.uuid, changes);
        }
        const auto before = names_of(stored->permissions), wanted = names_of(entry.permissions);
        if (before == wanted)
            return role;
        if (store::count_holders(tx, role.id) == 0) {
            apply_permissions(tx, actor, *stored, entry.permissions);
            role.permissions = entry.permissions;
        } else {
            ask(tx, actor, RightsChangeKind::role_permissions, role.id.uuid, json::write(Wanted{{}, entry.permissions}));
            audit_.record(tx, actor, "role.permissions_asked", "role", role.id.uuid, {{"permissions", change_text(before, wanted)}});
        }
        return role;
    });
}

void AccountService::apply_permissions(db::Tx& tx, const Actor& actor, const Role& role, const std::vector<Permission>& permissions)
{
    store::replace_permissions(tx, role.id, permissions);
    demand_an_administrator(tx);
    audit_.record(tx, actor, "role.permissions_changed", "role", role.id.uuid,
                  {{"permissions", change_text(names_of(role.permissions), names_of(permissions))}});
}

std::vector<RightsChangeRow> AccountService::list_rights_changes(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto known = store::list_roles(tx);
        const bool another = has_another(tx, actor.person());
        std::vector<RightsChangeRow> rows;
        for (const auto& change : store::list_waiting(tx)) {
            const auto wanted = json::read<Wanted>(change.wanted);
            const auto asker = org_.find_person(tx, change.asked_by);
            RightsChangeRow row{.id = change.id,
                                .kind = change.kind,
                                .subject = change.subject,
                                .subject_name = {},
                                .now = {},
                                .wanted = {},
                                .asked_by = change.asked_by,
                                .asked_by_name = asker ? asker->full_name : "",
                                .asked_at = change.asked_at,
                                .mine_to_confirm = change.asked_by != actor.person() || !another};
            if (change.kind == RightsChangeKind::person_roles) {
                const Id<org::Person> person{change.subject};
                const auto found = org_.find_person(tx, person);
                row.subject_name = found ? found->full_name : "";
                row.now = names_of(known, store::list_roles_of(tx, person));
                row.wanted = names_of(known, wanted.roles);
            } else if (const auto* role = find_role(known, Id<Role>{change.subject})) {
                row.subject_name = role->name;
                row.now = names_of(role->permissions);
                row.wanted = names_of(wanted.permissions);
            }
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Nothing AccountService::decide_rights(const Actor& actor, const DecideRights& entry)
{
    actor.demand(Permission::manage_people);
    if (entry.ids.empty())
        throw Error::invalid_field("/ids", "none");
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const bool another = has_another(tx, actor.person());
        for (const auto& id : entry.ids) {
            const auto change = store::find_waiting(tx, id);
            if (!change)
                throw Error::not_found();
            if (entry.confirm && change->asked_by == actor.person() && another)
                throw Error::forbidden("rights.another_confirms");
            if (entry.confirm)
                apply(tx, actor, *change);
            else
                audit_.record(tx, actor,
                              change->kind == RightsChangeKind::person_roles ? "person.roles_refused" : "role.permissions_refused",
                              change->kind == RightsChangeKind::person_roles ? "person" : "role", change->subject);
            store::decide(tx, id, entry.confirm ? "confirmed" : "refused", actor.person(), clock_.now());
        }
        return Nothing{};
    });
}

void AccountService::apply(db::Tx& tx, const Actor& actor, const store::RightsChangeRecord& change)
{
    const auto wanted = json::read<Wanted>(change.wanted);
    const auto known = store::list_roles(tx);
    if (change.kind == RightsChangeKind::person_roles) {
        const Id<org::Person> person{change.subject};
        const auto held = store::list_roles_of(tx, person);
        store::replace_roles_of(tx, person, wanted.roles);
        demand_an_administrator(tx);
        audit_.record(tx, actor, "person.roles_changed", "person", change.subject,
                      {{"roles", change_text(names_of(known, held), names_of(known, wanted.roles))}});
    } else if (const auto* role = find_role(known, Id<Role>{change.subject})) {
        apply_permissions(tx, actor, *role, wanted.permissions);
    }
}

void AccountService::demand_an_administrator(db::Tx& tx)
{
    if (store::list_signing_in_with(tx, Permission::manage_people).empty())
        throw Error::conflict("accounts.last_administrator");
}

} // namespace congso
