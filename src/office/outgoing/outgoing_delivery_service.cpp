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
    runner.on<MarkJob>("outgoing.mark", [this](AgencyId agency, const MarkJob& job) { mark(agency, job); });
    runner.on<DeliverJob>("outgoing.deliver", [this](AgencyId agency, const DeliverJob& job) { deliver(agency, job); });
    runner.on<RecallJob>("outgoing.recall", [this](AgencyId agency, const RecallJob& job) { recall_there(agency, job); });
    runner.on<ReceiptJob>("outgoing.receipt", [this](AgencyId agency, const ReceiptJob& job) { take_receipt(agency, job); });
    p_.incoming.when_received(
        [this](db::Tx& tx, Id<incoming::Incoming> id, const std::string& returned_for) { notify_sender(tx, id, returned_for); });
}

// Who holds the post, or belongs to the unit or the group, on the day of issue.
std::vector<Id<org::Person>> OutgoingService::people_of(db::Tx& tx, const Recipient& recipient) const
{
    switch (recipient.kind) {
    case RecipientKind::agency:
        return AccountService::list_people_with(tx, Permission::read_documents);
    case RecipientKind::person:
        return {Id<org::Person>{*recipient.target}};
    case RecipientKind::unit:
        return p_.org.list_people_of_unit(tx, Id<org::Unit>{*recipient.target});
    case RecipientKind::post:
        return p_.org.list_people_of_post(tx, Id<org::Post>{*recipient.target});
    case RecipientKind::group:
        return RecipientGroupService::list_people(tx, Id<recipient_groups::Group>{*recipient.target}, p_.clock.today());
    case RecipientKind::outside:
        break;
    }
    return {};
}

// Who can open it here finds it in his list; for another one the paper lies at the clerk's.
void OutgoingService::give_to_read(db::Tx& tx, const Document& document, Id<org::Person> person, std::string_view through)
{
    const auto readers = AccountService::list_signing_in_with(tx, Permission::read_documents);
    const bool on_paper = std::find(readers.begin(), readers.end(), person) == readers.end();
    store::deliver_to(tx, document.id, person, through, on_paper, p_.clock.now());
    if (!on_paper)
        return wait(tx, document, person, work::Action::read);
    give(tx, document, person);
    p_.work.wait(tx, Permission::number_outgoing, work::Action::hand_out,
                 subject_of(document, store::find_person_name(tx, document.drafter).value_or("")));
}

void OutgoingService::dispatch(db::Tx& tx, const Actor& actor, const Document& document, const Recipient& recipient)
{
    if (recipient.kind == RecipientKind::outside)
        return; // on paper
    if (recipient.kind == RecipientKind::agency && *recipient.target != tx.agency().uuid) {
        const AgencyId to{*recipient.target};
        if (const auto agency = p_.org.find_agency(tx, to); agency && agency->hosted)
            p_.queue.add(tx, "outgoing.deliver", DeliverJob{document.id, to, actor.person()});
        return;
    }
    const auto people = people_of(tx, recipient);
    if (people.empty()) // a post that nobody holds: the board says that nobody has it
        return;
    const bool named = recipient.kind == RecipientKind::person;
    for (const auto& person : people) // who wrote it or signed it has it, unless he is named himself
        if (person != actor.person() && (named || (person != document.drafter && person != document.signer)))
            give_to_read(tx, document, person, recipient.name);
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
        if (!document || document->state == State::recalled || !is_frozen(document->state) || document->paper_kept)
            return std::nullopt;
        const auto recipients = store::list_recipients(tx, job.id);
        const auto recipient = std::find_if(recipients.begin(), recipients.end(), [&](const Recipient& one) {
            return one.is(RecipientKind::agency, job.to.uuid) && one.delivered_at.ms == 0;
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
        if (const auto document = store::find(tx, job.id); document && document->state == State::recalled) // while it was on its way
            p_.queue.add(tx, "outgoing.recall", RecallJob{job.id, job.to, job.person, ""});
    });
}

// Appendix VI III.8: what was recalled is cancelled where it arrived, and the sender sees that it is.
void OutgoingService::recall_there(AgencyId agency, const RecallJob& job)
{
    const bool cancelled = p_.database.write(job.to, [&](db::Tx& tx) {
        const auto received = store::find_delivery(tx, agency, job.id);
        if (received)
            p_.incoming.cancel_by_sender(tx, *received, job.reason);
        return received.has_value();
    });
    if (!cancelled)
        return;
    p_.database.write(agency, [&](db::Tx& tx) {
        store::mark_cancelled(tx, job.id, job.to, p_.clock.now());
        p_.audit.record(tx, Actor{agency, job.person, {}}, "outgoing.cancelled_there", "outgoing", job.id.uuid,
                        {{"at", job.to.to_string()}});
        p_.notifier.tell_agency(tx, "outgoing", job.id.uuid);
    });
}

void OutgoingService::notify_sender(db::Tx& tx, Id<incoming::Incoming> received, const std::string& returned_for)
{
    if (const auto from = store::find_sender(tx, received))
        p_.queue.add(tx, "outgoing.receipt", ReceiptJob{from->sender, from->outgoing, !returned_for.empty(), returned_for, p_.clock.now()});
}

void OutgoingService::take_receipt(AgencyId receiver, const ReceiptJob& job)
{
    const auto name = p_.database.read(job.sender, [&](db::Tx& tx) { return p_.org.get_agency(tx, receiver).short_name; });
    p_.database.write(job.sender, [&](db::Tx& tx) {
        const auto document = store::find(tx, job.id);
        if (!document)
            return;
        const auto recipients = store::list_recipients(tx, job.id);
        const auto told = std::any_of(recipients.begin(), recipients.end(), [&](const Recipient& one) {
            return one.is(RecipientKind::agency, receiver.uuid)
                && (job.returned ? one.returned_at.value_or(Time{}).ms : one.received_at.value_or(Time{}).ms) > 0;
        });
        if (told) // a job may run twice
            return;
        if (job.returned)
            store::mark_returned(tx, job.id, receiver, job.reason, job.at);
        else
            store::mark_received(tx, job.id, receiver, job.at);
        if (job.returned) // the clerk decides what becomes of it
            for (const auto& clerk : AccountService::list_people_with(tx, Permission::number_outgoing))
                notice(tx, *document, clerk, name);
        p_.audit.record(tx, Actor{job.sender, {}, {}}, job.returned ? "outgoing.returned_there" : "outgoing.received_there", "outgoing",
                        job.id.uuid, {{"by", name}, {"reason", job.reason}});
        tell(tx, *document);
    });
}

} // namespace congso
