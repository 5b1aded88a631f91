#include "office/accounts/accounts_service.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/copies/copies_service.h"
#include "office/copies/copies_store.h"

// A copy that was given out: at other agencies of this installation, and at people of the agency who look at it, are reminded, have paper.
namespace congso {

namespace store = copies::store;
using namespace copies;

namespace {

constexpr std::string_view record_kind = "copy";

std::string last_line(std::string_view lines)
{
    const auto at = lines.rfind('\n');
    return std::string{at == std::string_view::npos ? lines : lines.substr(at + 1)};
}

// What of the document the other agency has then.
incoming::ReceivedAs received_as(CopyForm form)
{
    using enum incoming::ReceivedAs;
    return form == CopyForm::full ? full_copy : form == CopyForm::recopied ? recopied : extract;
}

} // namespace

void CopyService::subscribe(jobs::Runner& runner)
{
    runner.on<delivery::DeliverJob>("copy.deliver", [this](AgencyId agency, const delivery::DeliverJob& job) { deliver(agency, job); });
    runner.on<delivery::ReceiptJob>("copy.receipt",
                                    [this](AgencyId agency, const delivery::ReceiptJob& job) { take_receipt(agency, job); });
}

// There it arrives as the signed paper does: under the copy's own number and day, from the body that copied.
void CopyService::deliver(AgencyId agency, const delivery::DeliverJob& job)
{
    p_.delivery.carry(agency, work::RecordKind::copy, job, [&](db::Tx& tx) -> std::optional<incoming::Arrival> {
        const auto copy = store::find(tx, Id<Copy>{job.id});
        if (!copy || copy->state != State::issued)
            return std::nullopt;
        return incoming::Arrival{.way = incoming::Way::inside,
                                 .issuer_agency = agency,
                                 .issuer = p_.org.get_body(tx, copy->body).name,
                                 .origin_number = copy->symbol,
                                 .kind = store::kind_of_source(tx, *copy),
                                 .subject = arrival_subject_of(*copy),
                                 .signer_name = copy->signer_name,
                                 .signer_position = last_line(copy->signing_lines),
                                 .document_code = agency.to_string() + '/' + copy->id.to_string(),
                                 .issued_on = copy->copied_on,
                                 .due_on = {},
                                 .urgency = {},
                                 .files = p_.files.list(tx, job.id, "scan"),
                                 .received_as = received_as(copy->form)};
    });
}

void CopyService::take_receipt(AgencyId receiver, const delivery::ReceiptJob& job)
{
    p_.delivery.take_receipt(receiver, work::RecordKind::copy, job, [&](db::Tx& tx, const std::string& by) {
        const auto copy = store::find(tx, Id<Copy>{job.id});
        if (!copy)
            return;
        for (const auto& clerk : AccountService::list_people_with(tx, Permission::copy_documents)) { // decides what becomes of it
            reach::give(tx, clerk, record_kind, job.id, sort_at(*copy, p_.clock.zone_minutes()));
            p_.work.wait(tx, clerk, work::Action::notice, subject_of(*copy, by));
        }
    });
}

CopyView CopyService::remind(const Actor& actor, const RemindOfCopy& entry)
{
    actor.demand(Permission::copy_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto copy = get_issued(tx, actor, entry.id);
        const auto by = p_.org.find_person(tx, actor.person());
        const int reminded = p_.delivery.remind(tx, subject_of(copy, by ? by->full_name : ""));
        if (reminded == 0) // a reminder a day is enough
            throw Error::conflict("copy.reminded_today");
        p_.audit.record(tx, actor, "copy.reminded", record_kind, entry.id.uuid, {{"people", std::to_string(reminded)}});
        tell(tx, copy);
        return view(tx, actor, copy);
    });
}

CopyView CopyService::hand_out(const Actor& actor, const HandOutCopy& entry)
{
    actor.demand(Permission::copy_documents);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        const auto copy = get_issued(tx, actor, entry.id);
        const auto day = entry.handed_on.value_or(p_.clock.today());
        const auto names = p_.delivery.hand_out(tx, entry.id.uuid, {entry.people, entry.handed_on, entry.handed_to},
                                                copy.issued_at.date(p_.clock.zone_minutes()));
        p_.audit.record(tx, actor, "copy.handed_out", record_kind, entry.id.uuid,
                        {{"people", names}, {"handed_on", day.to_string()}, {"handed_to", entry.handed_to.value_or("")}});
        tell(tx, copy);
        return view(tx, actor, copy);
    });
}

void CopyService::hand_over(db::Tx& tx, const Actor& actor, Id<Copy> id, work::Action action, Id<org::Person> from,
                            std::optional<Id<org::Person>> to)
{
    const auto copy = store::find(tx, id);
    if (!copy)
        throw Error::not_found();
    const bool moves = action == work::Action::read ? p_.delivery.move(tx, id.uuid, from, to) : to && action == work::Action::notice;
    if (moves) // who has it already reads it once; who was not reminded is not told so
        p_.work.move(tx, id.uuid, action, from, *to);
    else
        p_.work.done(tx, from, id.uuid, action);
    if (to)
        reach::give(tx, *to, record_kind, id.uuid, sort_at(*copy, p_.clock.zone_minutes()));
    p_.audit.record(tx, actor, "copy.handed_over", record_kind, id.uuid, {{"from", from.to_string()}, {"to", to ? to->to_string() : ""}});
    tell(tx, *copy);
}

Copy CopyService::get_issued(db::Tx& tx, const Actor& actor, Id<Copy> id) const
{
    auto copy = get_copy(tx, actor, id);
    if (copy.state != State::issued)
        throw Error::conflict("copy.not_now", {{"state", describe::to_name(copy.state)}});
    return copy;
}

} // namespace congso
