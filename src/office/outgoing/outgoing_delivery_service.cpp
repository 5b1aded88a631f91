#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

// What an issued document says of itself on its way to other agencies of this installation, and what they answer.
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

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
}

void OutgoingService::deliver(AgencyId agency, const DeliverJob& job)
{
    const Id<Outgoing> id{job.id};
    const auto find_arrival = [&](db::Tx& tx) -> std::optional<incoming::Arrival> {
        const auto document = store::find(tx, id);
        if (!document || document->state == State::recalled || !is_frozen(document->state) || document->paper_kept)
            return std::nullopt;
        incoming::Arrival arrival{.way = incoming::Way::inside,
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
                                  .files = p_.files.list(tx, job.id, "appendix")};
        if (auto file = issued_file(tx, id))
            arrival.files.insert(arrival.files.begin(), std::move(*file));
        return arrival;
    };
    p_.delivery.carry(agency, work::RecordKind::outgoing, job, find_arrival, [&](db::Tx& tx) {
        if (const auto document = store::find(tx, id); document && document->state == State::recalled) // while it was on its way
            p_.queue.add(tx, "outgoing.recall", RecallJob{id, job.to, job.person, ""});
    });
}

// Appendix VI III.8: what was recalled is cancelled where it arrived, and the sender sees that it is.
void OutgoingService::recall_there(AgencyId agency, const RecallJob& job)
{
    const bool cancelled = p_.database.write(job.to, [&](db::Tx& tx) {
        const auto received = p_.delivery.find_received(tx, agency, job.id.uuid);
        if (received)
            p_.incoming.cancel_by_sender(tx, *received, job.reason);
        return received.has_value();
    });
    if (!cancelled)
        return;
    p_.database.write(agency, [&](db::Tx& tx) {
        p_.delivery.mark_cancelled(tx, job.id.uuid, job.to);
        p_.audit.record(tx, Actor{agency, job.person, {}}, "outgoing.cancelled_there", "outgoing", job.id.uuid,
                        {{"at", job.to.to_string()}});
        p_.notifier.tell_agency(tx, "outgoing", job.id.uuid);
    });
}

void OutgoingService::take_receipt(AgencyId receiver, const ReceiptJob& job)
{
    p_.delivery.take_receipt(receiver, work::RecordKind::outgoing, job, [&](db::Tx& tx, const std::string& by) {
        if (const auto document = store::find(tx, Id<Outgoing>{job.id}))
            for (const auto& clerk : AccountService::list_people_with(tx, Permission::number_outgoing)) // decides what becomes of it
                notice(tx, *document, clerk, by);
    });
}

} // namespace congso
