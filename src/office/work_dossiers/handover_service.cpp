// Somebody leaves or is transferred: his open dossiers go to another keeper (Decree 30/2020 art. 29, Appendix VI part I).
#include "office/actor/reach.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "office/work_dossiers/work_dossiers_store.h"

#include <algorithm>

namespace congso {

namespace store = work_dossiers::store;
using namespace work_dossiers;

std::vector<WorkDossier> WorkDossierService::list_kept(db::Tx& tx, Id<org::Person> creator) const
{
    return store::list_kept(tx, creator);
}

void WorkDossierService::hand_over(db::Tx& tx, const Actor& actor, Id<Dossier> id, work::Action action, Id<org::Person> from,
                                   Id<org::Person> to)
{
    auto dossier = store::find(tx, id);
    if (!dossier)
        throw Error::not_found();
    if (dossier->creator == from && dossier->state != State::closed) {
        set_creator(tx, actor, *dossier, to, "/to");
        store::update(tx, *dossier);
        index(tx, *dossier);
    } else {
        p_.work.move(tx, id.uuid, action, from, to);
        reach::give(tx, to, "work_dossier", id.uuid, dossier->opened_at.ms);
    }
    tell(tx, *dossier);
}

void WorkDossierService::set_creator(db::Tx& tx, const Actor& actor, Dossier& dossier, Id<org::Person> creator, std::string_view path)
{
    const auto keepers = AccountService::list_people_with(tx, Permission::handle_documents);
    const auto person = p_.org.find_person(tx, creator);
    if (!person || !person->active || std::find(keepers.begin(), keepers.end(), person->id) == keepers.end())
        throw Error::invalid_field(std::string{path}, !person ? "unknown" : !person->active ? "inactive" : "no_permission");
    const auto before = dossier.creator;
    dossier.creator = creator;
    give_sight(tx, dossier, creator);
    if (!store::find_part(tx, dossier.id, before))
        reach::take(tx, before, dossier.id.uuid);
    p_.work.done_by_all(tx, dossier.id.uuid, work::Action::close_dossier); // the next daily look tells the new keeper
    p_.audit.record(tx, actor, "dossier.handed_over", "work_dossier", dossier.id.uuid,
                    {{"from", before.to_string()}, {"to", creator.to_string()}});
}

} // namespace congso
