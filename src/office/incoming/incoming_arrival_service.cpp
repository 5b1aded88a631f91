#include "office/actor/reach.h"
#include "office/incoming/incoming_service.h"
#include "office/incoming/incoming_store.h"

#include <set>

// Between the agency that sent a document and the one that has it: what was received or returned, and what is recalled.
namespace congso {

namespace store = incoming::store;
using namespace incoming;

void IncomingService::tell_sender(db::Tx& tx, const Document& document, const std::string& returned_for) const
{
    if (received_)
        received_(tx, document.id, returned_for);
}

void IncomingService::cancel_by_sender(db::Tx& tx, Id<Incoming> id, const std::string& reason)
{
    auto document = store::find(tx, id);
    if (!document || document->state == State::cancelled || document->state == State::returned)
        return;
    std::set<Id<org::Person>> told;
    for (const auto& clerk : AccountService::list_people_with(tx, Permission::register_incoming))
        told.insert(clerk);
    if (is_open(document->state))
        for (const auto& share : p_.tasks.list(tx, id.uuid))
            if (share.part != tasks::Part::inform && share.state != tasks::State::passed_on)
                told.insert(share.person);
    document->state = State::cancelled; // a number it has stays with it in the book
    store::update(tx, *document, p_.clock.zone_minutes());
    store::delete_proposal(tx, id);
    p_.tasks.finish_all(tx, id.uuid);
    drop_extension(tx, Actor{tx.agency(), {}, {}}, id);
    p_.work.close(tx, id.uuid);
    auto subject = subject_of(*document);
    subject.from_whom = document->issuer;
    for (const auto& person : told) {
        p_.work.wait(tx, person, work::Action::notice, subject);
        reach::give(tx, person, "incoming", id.uuid, sort_at(*document));
    }
    p_.audit.record(tx, Actor{tx.agency(), {}, {}}, "incoming.cancelled", "incoming", id.uuid, {{"reason", reason}});
    index(tx, *document);
    tell(tx, *document);
}

void IncomingService::end_notice(const Actor& actor, Id<Incoming> id)
{
    const bool waits =
        p_.database.read(actor.agency(), [&](db::Tx& tx) { return p_.work.waits(tx, actor.person(), id.uuid, work::Action::notice); });
    if (waits)
        p_.database.write(actor.agency(), [&](db::Tx& tx) { p_.work.done(tx, actor.person(), id.uuid, work::Action::notice); });
}

} // namespace congso
