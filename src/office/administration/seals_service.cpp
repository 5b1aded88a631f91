#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/administration/administration_service.h"
#include "office/administration/seals_store.h"

namespace congso {

namespace store = administration::store;
using namespace administration;

std::vector<Seal> AdministrationService::list_seals(const Actor& actor)
{
    actor.demand(Permission::manage_people);
    return p_.database.read(actor.agency(), [](db::Tx& tx) { return store::list_seals(tx); });
}

Nothing AdministrationService::save_seal(const Actor& actor, const SealEntry& entry)
{
    actor.demand(Permission::manage_people);
    if (p_.files.open(actor, entry.file).media_type != "image/png") // not_found when it is not his to use
        throw Error::invalid("seal.not_png");
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        if (!store::has_body(tx, entry.body))
            throw Error::not_found();
        p_.files.detach(tx, entry.body.uuid, "seal");
        p_.files.attach(tx, actor, entry.body.uuid, "seal", {entry.file});
        for (const auto& person : AccountService::list_people_with(tx, Permission::manage_people)) // who sees a record sees its files
            reach::give(tx, person, "body", entry.body.uuid, 0);
        store::put_seal(tx, {entry.body, entry.file}, p_.clock.now());
        p_.audit.record(tx, actor, "body.seal_changed", "body", entry.body.uuid, {{"file", entry.file}});
        return Nothing{};
    });
}

} // namespace congso
