#include "office/actor/reach.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

#include <algorithm>

// How an issued document reaches its recipients: people of the agency at once, other agencies of this installation by a job.
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

constexpr auto kind_for_others = "KHAC"; // what an agency calls a kind that it does not know

std::string last_line(std::string_view lines)
{
    const auto at = lines.rfind('\n');
    return std::string{at == std::string_view::npos ? lines : lines.substr(at + 1)};
}

} // namespace

void OutgoingService::subscribe(jobs::Runner& runner)
{
    runner.on<StampJob>("outgoing.stamp", [this](AgencyId agency, const StampJob& job) { stamp(agency, job); });
    runner.on<DeliverJob>("outgoing.deliver", [this](AgencyId agency, const DeliverJob& job) { deliver(agency, job); });
}

void OutgoingService::give_to_read(db::Tx& tx, const Document& document, Id<org::Person> person)
{
    store::ask_to_read(tx, document.id, person, p_.clock.now());
    wait(tx, document, person, work::Action::read);
}

void OutgoingService::dispatch(db::Tx& tx, const Actor& actor, const Document& document, const Recipient& recipient)
{
    std::vector<Id<org::Person>> readers;
    switch (recipient.kind) {
    case RecipientKind::outside:
        return; // on paper
    case RecipientKind::agency:
        if (const AgencyId to{recipient.target}; to != tx.agency()) {
            if (const auto agency = p_.org.find_agency(tx, to); agency && agency->hosted)
                p_.queue.add(tx, "outgoing.deliver", DeliverJob{document.id, to, actor.person()});
            return;
        }
        readers = AccountService::list_people_with(tx, Permission::read_documents);
        break;
    case RecipientKind::person:
        readers = {Id<org::Person>{recipient.target}};
        break;
    case RecipientKind::unit:
        readers = p_.org.list_people_of_unit(tx, Id<org::Unit>{recipient.target});
        break;
    }
    for (const auto& reader : readers)
        if (reader != actor.person())
            give_to_read(tx, document, reader);
    store::mark_delivered(tx, document.id, recipient, p_.clock.now());
}

void OutgoingService::deliver(AgencyId agency, const DeliverJob& job)
{
    struct Sent {
        incoming::Arrival arrival;
        Recipient recipient;
    };
    const auto find_sent = [&](db::Tx& tx) -> std::optional<Sent> {
        const auto document = store::find(tx, job.id);
        if (!document || document->state == State::recalled || !is_frozen(document->state))
            return std::nullopt;
        const auto recipients = store::list_recipients(tx, job.id);
        const auto recipient = std::find_if(recipients.begin(), recipients.end(), [&](const Recipient& one) {
            return one.kind == RecipientKind::agency && one.target == job.to.uuid && one.delivered_at.ms == 0;
        });
        if (recipient == recipients.end())
            return std::nullopt;
        Sent sent{.arrival = {.way = incoming::Way::inside,
                              .issuer_agency = agency,
                              .issuer = p_.org.get_body(tx, document->body).name,
                              .origin_number = document->symbol,
                              .kind = document->kind,
                              .subject = document->subject,
                              .signer_name = document->signer_name,
                              .signer_position = last_line(document->signing_lines),
                              .document_code = agency.to_string() + '/' + document->id.to_string(),
                              .issued_on = document->issued_on,
                              .due_on = document->due_on,
                              .urgency = document->urgency,
                              .files = p_.files.list(tx, job.id.uuid, "appendix")},
                  .recipient = *recipient};
        if (auto file = issued_file(tx, job.id))
            sent.arrival.files.insert(sent.arrival.files.begin(), std::move(*file));
        return sent;
    };
    stamp(agency, {job.id, job.person}); // where no paper was scanned, the file that goes out shows its number
    const auto sent = p_.database.read(agency, find_sent);
    if (!sent)
        return;
    p_.database.write(job.to, [&](db::Tx& tx) {
        if (store::was_delivered(tx, agency, job.id))
            return;
        auto arrival = sent->arrival;
        if (!store::find_kind(tx, arrival.kind))
            arrival.kind = kind_for_others;
        const auto id = p_.incoming.arrive(tx, Actor{job.to, {}, {}}, arrival);
        store::put_delivery(tx, agency, job.id, id, p_.clock.now());
    });
    p_.database.write(agency, [&](db::Tx& tx) {
        store::mark_delivered(tx, job.id, sent->recipient, p_.clock.now());
        p_.audit.record(tx, Actor{agency, job.person, {}}, "outgoing.delivered", "outgoing", job.id.uuid, {{"to", job.to.to_string()}});
        p_.notifier.tell_agency(tx, "outgoing", job.id.uuid);
    });
}

} // namespace congso
