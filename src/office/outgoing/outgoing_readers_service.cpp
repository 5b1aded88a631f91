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

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

} // namespace

void OutgoingService::mark_lines_read(db::Tx& tx, const Actor& actor, Id<Outgoing> id)
{
    const auto deliveries = store::list_deliveries(tx, id, p_.clock.today());
    const auto mine = std::find_if(deliveries.begin(), deliveries.end(), [&](const Delivery& one) { return one.person == actor.person(); });
    const auto lines = mine == deliveries.end() ? std::vector<std::string>{} : lines_of(mine->through);
    for (const auto& recipient : store::list_recipients(tx, id))
        if (recipient.target
            && (recipient.is(RecipientKind::person, actor.person().uuid)
                || std::find(lines.begin(), lines.end(), recipient.name) != lines.end()))
            store::mark_read(tx, id, recipient, p_.clock.now());
}

OutgoingView OutgoingService::remind(const Actor& actor, const Remind& entry)
{
    actor.demand(Permission::read_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto document = get_for(tx, actor, entry.id, Act::remind, {});
        const auto now = p_.clock.now();
        const auto today = p_.clock.today();
        const auto by = store::find_person_name(tx, actor.person()).value_or("");
        int reminded = 0;
        for (const auto& delivery : store::list_deliveries(tx, entry.id, today)) {
            const bool was = delivery.reminded_at.ms > 0 && delivery.reminded_at.date(p_.clock.zone_minutes()) == today;
            if (delivery.on_paper || delivery.read_at.ms > 0 || was)
                continue;
            store::mark_reminded(tx, entry.id, delivery.person, now);
            p_.work.wait(tx, delivery.person, work::Action::overdue, subject_of(document, by));
            ++reminded;
        }
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
        Faults faults;
        if (entry.people.empty())
            faults.add("/people", "required");
        faults.at_most("/handed_to", entry.handed_to.value_or(""), 200);
        if (!day.is_set())
            faults.add("/handed_on", "date");
        else if (day > p_.clock.today())
            faults.add("/handed_on", "future");
        else if (day < document.dispatched_at.date(p_.clock.zone_minutes()))
            faults.add("/handed_on", "before_issue");
        std::string names;
        for (std::size_t i = 0; i < entry.people.size(); ++i) {
            if (!store::mark_handed(tx, entry.id, entry.people[i], day, entry.handed_to.value_or("")))
                faults.add("/people/" + std::to_string(i), "no_paper");
            names += (names.empty() ? "" : "; ") + store::find_person_name(tx, entry.people[i]).value_or("");
        }
        faults.demand();
        if (!store::has_paper(tx, entry.id))
            p_.work.done_by_all(tx, entry.id.uuid, work::Action::hand_out);
        p_.audit.record(tx, actor, "outgoing.handed_out", record_kind, entry.id.uuid,
                        {{"people", names}, {"handed_on", day.to_string()}, {"handed_to", entry.handed_to.value_or("")}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

} // namespace congso
