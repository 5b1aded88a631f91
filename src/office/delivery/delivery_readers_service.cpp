#include "office/delivery/delivery_service.h"
#include "office/delivery/delivery_store.h"

#include <algorithm>

// People of the agency who were given a record: who has looked at it, who is reminded, who had it on paper.
namespace congso {

namespace store = delivery::store;
using namespace delivery;

namespace {

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

bool DeliveryService::is_unread(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    return store::waits_to_be_read(tx, record, person);
}

bool DeliveryService::has_unread(db::Tx& tx, Uuid record)
{
    return store::has_unread(tx, record);
}

bool DeliveryService::has_paper(db::Tx& tx, Uuid record)
{
    return store::has_paper(tx, record);
}

void DeliveryService::mark_read(db::Tx& tx, Uuid record, Id<org::Person> person)
{
    const auto now = p_.clock.now();
    const auto deliveries = store::list_deliveries(tx, record, p_.clock.today());
    const auto mine = std::find_if(deliveries.begin(), deliveries.end(), [&](const Delivery& one) { return one.person == person; });
    const auto lines = mine == deliveries.end() ? std::vector<std::string>{} : lines_of(mine->through);
    for (const auto& recipient : store::list_recipients(tx, record))
        if (recipient.target
            && (recipient.is(RecipientKind::person, person.uuid) || std::find(lines.begin(), lines.end(), recipient.name) != lines.end()))
            store::mark_read(tx, record, recipient, now);
    store::mark_read(tx, record, person, now);
    p_.work.done(tx, person, record, work::Action::read);
    p_.work.done(tx, person, record, work::Action::overdue);
}

int DeliveryService::remind(db::Tx& tx, const work::Subject& subject)
{
    const auto now = p_.clock.now();
    const auto today = p_.clock.today();
    int reminded = 0;
    for (const auto& delivery : store::list_deliveries(tx, subject.record, today)) {
        const bool was = delivery.reminded_at.ms > 0 && delivery.reminded_at.date(p_.clock.zone_minutes()) == today;
        if (delivery.on_paper || delivery.read_at.ms > 0 || was)
            continue;
        store::mark_reminded(tx, subject.record, delivery.person, now);
        p_.work.wait(tx, delivery.person, work::Action::overdue, subject);
        ++reminded;
    }
    return reminded;
}

std::string DeliveryService::hand_out(db::Tx& tx, Uuid record, const HandedOut& entry, Date given_out_on)
{
    const auto day = entry.handed_on.value_or(p_.clock.today());
    Faults faults;
    if (entry.people.empty())
        faults.add("/people", "required");
    faults.at_most("/handed_to", entry.handed_to.value_or(""), 200);
    if (!day.is_set())
        faults.add("/handed_on", "date");
    else if (day > p_.clock.today())
        faults.add("/handed_on", "future");
    else if (day < given_out_on)
        faults.add("/handed_on", "before_issue");
    std::string names;
    for (std::size_t i = 0; i < entry.people.size(); ++i) {
        if (!store::mark_handed(tx, record, entry.people[i], day, entry.handed_to.value_or("")))
            faults.add("/people/" + std::to_string(i), "no_paper");
        const auto person = p_.org.find_person(tx, entry.people[i]);
        names += (names.empty() ? "" : "; ") + (person ? person->full_name : "");
    }
    faults.demand();
    if (!store::has_paper(tx, record))
        p_.work.done_by_all(tx, record, work::Action::hand_out);
    return names;
}

bool DeliveryService::move(db::Tx& tx, Uuid record, Id<org::Person> from, std::optional<Id<org::Person>> to)
{
    if (to)
        return store::move_delivery(tx, record, from, *to);
    store::drop_delivery(tx, record, from);
    return false;
}

} // namespace congso
