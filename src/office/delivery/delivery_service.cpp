#include "office/delivery/delivery_service.h"

#include "office/accounts/accounts_service.h"
#include "office/actor/reach.h"
#include "office/delivery/delivery_store.h"
#include "office/delivery/recipients_service.h"

#include <algorithm>

namespace congso {

namespace store = delivery::store;
using namespace delivery;

DeliveryService::DeliveryService(const Parts& parts) : p_(parts)
{
    p_.incoming.when_received(
        [this](db::Tx& tx, Id<incoming::Incoming> id, const std::string& returned_for) { tell_sender(tx, id, returned_for); });
}

void DeliveryService::put_recipients(db::Tx& tx, Uuid record, const std::vector<Recipient>& recipients)
{
    store::put_recipients(tx, record, recipients);
}

std::vector<Recipient> DeliveryService::list_recipients(db::Tx& tx, Uuid record)
{
    return store::list_recipients(tx, record);
}

std::vector<Delivery> DeliveryService::list_deliveries(db::Tx& tx, Uuid record) const
{
    return store::list_deliveries(tx, record, p_.clock.today());
}

// Who can open it here finds it in his list; for another one the paper lies at the clerk's.
void DeliveryService::give_to_read(db::Tx& tx, const Sending& sending, Id<org::Person> person, std::string_view through)
{
    const auto& record = sending.subject.record;
    const auto readers = AccountService::list_signing_in_with(tx, Permission::read_documents);
    const bool on_paper = std::find(readers.begin(), readers.end(), person) == readers.end();
    store::deliver_to(tx, record, person, through, on_paper, p_.clock.now());
    reach::give(tx, person, describe::to_name(sending.subject.kind), record, sending.sort_at);
    if (on_paper)
        p_.work.wait(tx, sending.desk, work::Action::hand_out, sending.subject);
    else
        p_.work.wait(tx, person, work::Action::read, sending.subject);
}

void DeliveryService::dispatch(db::Tx& tx, const Actor& actor, const Sending& sending)
{
    const auto record = sending.subject.record;
    const auto is_author = [&](Id<org::Person> person) {
        return std::find(sending.authors.begin(), sending.authors.end(), person) != sending.authors.end();
    };
    for (const auto& recipient : store::list_recipients(tx, record)) {
        if (recipient.kind == RecipientKind::outside)
            continue; // on paper
        if (recipient.kind == RecipientKind::agency && *recipient.target != tx.agency().uuid) {
            const AgencyId to{*recipient.target};
            if (const auto agency = p_.org.find_agency(tx, to); agency && agency->hosted)
                p_.queue.add(tx, describe::to_name(sending.subject.kind) + ".deliver", DeliverJob{record, to, actor.person()});
            continue;
        }
        const auto people = people_of(tx, p_.org, recipient, p_.clock.today());
        if (people.empty()) // a post that nobody holds: the board says that nobody has it
            continue;
        const bool named = recipient.kind == RecipientKind::person;
        for (const auto& person : people)
            if (person != actor.person() && (named || !is_author(person)))
                give_to_read(tx, sending, person, recipient.name);
        store::mark_delivered(tx, record, recipient, p_.clock.now());
    }
}

void DeliveryService::carry(AgencyId from, work::RecordKind kind, const DeliverJob& job,
                            const std::function<std::optional<incoming::Arrival>(db::Tx&)>& arrival,
                            const std::function<void(db::Tx&)>& delivered)
{
    struct Sent {
        incoming::Arrival arrival;
        Recipient recipient;
    };
    const auto sent = p_.database.read(from, [&](db::Tx& tx) -> std::optional<Sent> {
        const auto recipients = store::list_recipients(tx, job.id);
        const auto recipient = std::find_if(recipients.begin(), recipients.end(), [&](const Recipient& one) {
            return one.is(RecipientKind::agency, job.to.uuid) && one.delivered_at.ms == 0;
        });
        if (recipient == recipients.end())
            return std::nullopt;
        auto goes = arrival(tx);
        if (!goes)
            return std::nullopt;
        return Sent{std::move(*goes), *recipient};
    });
    if (!sent)
        return;
    p_.database.write(job.to, [&](db::Tx& tx) {
        if (store::find_received(tx, from, job.id))
            return;
        const auto id = p_.incoming.arrive(tx, Actor{job.to, {}, {}}, sent->arrival);
        store::put_received(tx, {from, kind, job.id}, id, p_.clock.now());
    });
    const auto name = describe::to_name(kind);
    p_.database.write(from, [&](db::Tx& tx) {
        store::mark_delivered(tx, job.id, sent->recipient, p_.clock.now());
        p_.audit.record(tx, Actor{from, job.person, {}}, name + ".delivered", name, job.id, {{"to", job.to.to_string()}});
        p_.notifier.tell_agency(tx, name, job.id);
        if (delivered)
            delivered(tx);
    });
}

std::optional<Id<incoming::Incoming>> DeliveryService::find_received(db::Tx& tx, AgencyId sender, Uuid record)
{
    return store::find_received(tx, sender, record);
}

void DeliveryService::mark_cancelled(db::Tx& tx, Uuid record, AgencyId there) const
{
    store::mark_cancelled(tx, record, there, p_.clock.now());
}

void DeliveryService::tell_sender(db::Tx& tx, Id<incoming::Incoming> received, const std::string& returned_for)
{
    if (const auto from = store::find_sender(tx, received))
        p_.queue.add(tx, describe::to_name(from->kind) + ".receipt",
                     ReceiptJob{from->sender, from->record, !returned_for.empty(), returned_for, p_.clock.now()});
}

void DeliveryService::take_receipt(AgencyId receiver, work::RecordKind kind, const ReceiptJob& job,
                                   const std::function<void(db::Tx&, const std::string& by)>& returned)
{
    const auto name = p_.database.read(job.sender, [&](db::Tx& tx) { return p_.org.get_agency(tx, receiver).short_name; });
    const auto record_kind = describe::to_name(kind);
    p_.database.write(job.sender, [&](db::Tx& tx) {
        const auto recipients = store::list_recipients(tx, job.id);
        const auto waits = std::any_of(recipients.begin(), recipients.end(), [&](const Recipient& one) {
            return one.is(RecipientKind::agency, receiver.uuid)
                && (job.returned ? one.returned_at.value_or(Time{}).ms : one.received_at.value_or(Time{}).ms) == 0;
        });
        if (!waits) // a job may run twice
            return;
        if (job.returned)
            store::mark_returned(tx, job.id, receiver, job.reason, job.at);
        else
            store::mark_received(tx, job.id, receiver, job.at);
        if (job.returned)
            returned(tx, name);
        p_.audit.record(tx, Actor{job.sender, {}, {}}, record_kind + (job.returned ? ".returned_there" : ".received_there"), record_kind,
                        job.id, {{"by", name}, {"reason", job.reason}});
        p_.notifier.tell_agency(tx, record_kind, job.id);
    });
}

Rules DeliveryService::rules()
{
    return store::rules();
}

} // namespace congso
