// Somebody leaves or is transferred: what of a document waits for him goes to another.
#include "office/actor/reach.h"
#include "office/incoming/incoming_service.h"
#include "office/incoming/incoming_store.h"

#include <algorithm>

namespace congso {

namespace store = incoming::store;
using namespace incoming;
using tasks::NoteKind, tasks::Part;

namespace {

constexpr std::string_view record_kind = "incoming";

Permission wanted_for(work::Action action)
{
    switch (action) {
    case work::Action::receive:
    case work::Action::submit:
        return Permission::register_incoming;
    case work::Action::instruct:
        return Permission::direct_documents;
    case work::Action::lead:
    case work::Action::cooperate:
        return Permission::handle_documents;
    default:
        return Permission::read_documents;
    }
}

} // namespace

void IncomingService::hand_over(db::Tx& tx, const Actor& actor, Id<Incoming> id, work::Action action, Id<org::Person> from,
                                std::optional<Id<org::Person>> to, std::string_view reason)
{
    auto document = store::find(tx, id);
    if (!document)
        throw Error::not_found();
    const bool shared = action == work::Action::lead || action == work::Action::cooperate || action == work::Action::read;
    const bool back = action == work::Action::lead && !to;
    const auto receiver = to ? *to : p_.org.get_head(tx);
    const auto able = AccountService::list_people_with(tx, back ? Permission::direct_documents : wanted_for(action));
    if (std::find(able.begin(), able.end(), receiver) == able.end())
        throw Error::invalid_field("/to", "no_permission");
    reach::give(tx, receiver, record_kind, id.uuid, sort_at(*document));
    if (shared) {
        const auto held = p_.tasks.find_open(tx, id.uuid, from);
        if (held)
            p_.tasks.pass_on(tx, *held);
        p_.work.done(tx, from, id.uuid, action);
        if (back) { // nobody leads it now: the head says who shall
            document->lead = {};
            document->state = State::submitted;
            p_.work.wait(tx, receiver, work::Action::instruct, subject_of(*document));
            store::put_proposal(tx, {tx.agency(), id.uuid, receiver, std::string{reason}, document->due_on}, {});
        } else if (held) {
            const auto other = p_.tasks.find_open(tx, id.uuid, receiver);
            if (other && other->part > held->part) { // he takes the greater part in place of his own
                p_.tasks.pass_on(tx, *other);
                p_.work.done(tx, receiver, id.uuid, other->part == Part::cooperate ? work::Action::cooperate : work::Action::read);
            }
            if (!other || other->part > held->part)
                give_share(tx, actor, *document, {receiver, held->part, held->due_on});
            if (held->part == Part::lead) {
                document->lead = receiver;
                document->state = State::assigned;
            }
        }
        store::update(tx, *document, p_.clock.zone_minutes());
    } else {
        p_.work.move(tx, id.uuid, action, from, receiver);
        if (action == work::Action::instruct)
            if (auto proposal = store::find_proposal(tx, id)) {
                proposal->submitted_to = receiver;
                store::put_proposal(tx, *proposal, store::list_proposal_shares(tx, id));
            }
    }
    p_.tasks.note(tx, actor, id.uuid, NoteKind::forward, reason);
    p_.audit.record(tx, actor, "incoming.handed_over", record_kind, id.uuid, {{"from", from.to_string()}, {"to", receiver.to_string()}});
    tell(tx, *document);
}

} // namespace congso
