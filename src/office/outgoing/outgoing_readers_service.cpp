#include "office/actor/faults.h"
#include "office/actor/use_case.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

#include <algorithm>

// People of the agency to whom an issued document was delivered: who has looked at it, who is reminded, who had it on paper.
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

constexpr std::string_view record_kind = "outgoing";

} // namespace

OutgoingView OutgoingService::remind(const Actor& actor, const Remind& entry)
{
    actor.demand(Permission::read_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto document = get_for(tx, actor, entry.id, Act::remind, {});
        const int reminded = p_.delivery.remind(tx, subject_of(document, store::find_person_name(tx, actor.person()).value_or("")));
        if (reminded == 0) // a reminder a day is enough
            throw Error::conflict("outgoing.reminded_today");
        p_.audit.record(tx, actor, "outgoing.reminded", record_kind, entry.id.uuid, {{"people", std::to_string(reminded)}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::hand_out(const Actor& actor, const HandOut& entry)
{
    actor.demand(Permission::number_outgoing);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto document = get_for(tx, actor, entry.id, Act::hand_out, {});
        const auto day = entry.handed_on.value_or(p_.clock.today());
        const auto names = p_.delivery.hand_out(tx, entry.id.uuid, {entry.people, entry.handed_on, entry.handed_to},
                                                document.dispatched_at.date(p_.clock.zone_minutes()));
        p_.audit.record(tx, actor, "outgoing.handed_out", record_kind, entry.id.uuid,
                        {{"people", names}, {"handed_on", day.to_string()}, {"handed_to", entry.handed_to.value_or("")}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

} // namespace congso
