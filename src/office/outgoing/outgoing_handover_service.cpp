// Somebody leaves or is transferred: his drafts, and what he was to check or sign, go to another.
#include "office/outgoing/outgoing_handover_store.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

#include <algorithm>

namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

Permission wanted_for(work::Action action)
{
    switch (action) {
    case work::Action::approve:
        return Permission::approve_outgoing;
    case work::Action::check:
        return Permission::review_outgoing;
    case work::Action::number:
    case work::Action::issue:
        return Permission::number_outgoing;
    case work::Action::draft:
    case work::Action::revise:
        return Permission::draft_outgoing;
    default:
        return Permission::read_documents;
    }
}

} // namespace

void OutgoingService::hand_over(db::Tx& tx, const Actor& actor, Id<Outgoing> id, work::Action action, Id<org::Person> from,
                                Id<org::Person> to, std::string_view reason)
{
    auto document = store::find(tx, id);
    if (!document)
        throw Error::not_found();
    const auto able = AccountService::list_people_with(tx, wanted_for(action));
    if (std::find(able.begin(), able.end(), to) == able.end())
        throw Error::invalid_field("/to", "no_permission");
    if (action == work::Action::approve) {
        // art. 13: whoever shall sign must have a power to sign for this body
        if (p_.org.signing_powers(tx, to, document->body).empty())
            throw Error::invalid_field("/to", "no_permission");
        document->signer = to;
    } else if (action == work::Action::check) {
        store::move_checks(tx, id, from, to);
    } else if (action == work::Action::draft || action == work::Action::revise) {
        document->drafter = to;
        store::set_drafter(tx, id, to);
    }
    const bool has_it = action == work::Action::read && !p_.delivery.move(tx, id.uuid, from, to);
    if (has_it || action == work::Action::overdue) // who has it already reads it once; who was not reminded is not told so
        p_.work.done(tx, from, id.uuid, action);
    else
        p_.work.move(tx, id.uuid, action, from, to);
    give(tx, *document, to);
    save(tx, *document);
    p_.tasks.note(tx, actor, id.uuid, tasks::NoteKind::forward, reason);
    p_.audit.record(tx, actor, "outgoing.handed_over", "outgoing", id.uuid, {{"from", from.to_string()}, {"to", to.to_string()}});
    tell(tx, *document);
}

std::vector<OpenDraft> OutgoingService::list_open_drafts(db::Tx& tx, Id<org::Person> drafter) const
{
    return store::list_open_drafts(tx, drafter);
}

} // namespace congso
