#include "office/actor/faults.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

// Ways back: a draft from its signer, a number from its document, a document from its recipients (Decree 30/2020 art. 18).
namespace congso {

namespace store = outgoing::store;
using namespace outgoing;
using tasks::NoteKind;

namespace {

constexpr std::string_view record_kind = "outgoing";

} // namespace

// The document lies with its drafter again, and nobody else waits for it.
void OutgoingService::come_back(db::Tx& tx, const Actor& actor, Document& document, const TakeBack& entry, std::string_view told)
{
    document.approved_at = {};
    document.signing_lines.clear();
    store::put_checks(tx, document.id, {});
    drop_questions(tx, document);
    p_.tasks.note(tx, actor, document.id.uuid, NoteKind::comment, entry.reason);
    save(tx, document);
    p_.audit.record(tx, actor, told, record_kind, document.id.uuid, {{"reason", entry.reason}});
    tell(tx, document);
}

OutgoingView OutgoingService::withdraw(const Actor& actor, const TakeBack& entry)
{
    actor.demand(Permission::draft_outgoing);
    demand_length("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::withdraw, entry.version);
        document.state = State::draft;
        come_back(tx, actor, document, entry, "outgoing.withdrawn");
        wait(tx, document, document.drafter, work::Action::draft);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::discard(const Actor& actor, const TakeBack& entry)
{
    actor.demand(Permission::draft_outgoing);
    demand_length("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::discard, entry.version);
        document.state = State::discarded;
        come_back(tx, actor, document, entry, "outgoing.discarded");
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::void_number(const Actor& actor, const TakeBack& entry)
{
    actor.demand(Permission::number_outgoing);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::void_number, entry.version);
        const auto symbol = document.symbol;
        p_.numbering.void_issued(tx, actor, {document.book, document.year, document.number}, entry.id.uuid, entry.reason);
        document.book = {};
        document.year = document.number = 0;
        document.symbol = symbol_of(0, notation_of(symbol_parts(tx, document)));
        document.issued_on = {};
        document.state = State::approved;
        p_.work.done_by_all(tx, entry.id.uuid, work::Action::issue);
        save(tx, document);
        for (const auto& clerk : AccountService::list_people_with(tx, Permission::number_outgoing))
            wait(tx, document, clerk, work::Action::number);
        if (const auto last = store::find_last_version(tx, entry.id); last && last->generated)
            p_.queue.add(tx, "outgoing.stamp", StampJob{entry.id, actor.person(), "Hủy số"});
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::comment, entry.reason);
        p_.audit.record(tx, actor, "outgoing.number_voided", record_kind, entry.id.uuid, {{"symbol", symbol}, {"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::recall(const Actor& actor, const Recall& entry)
{
    actor.demand(Permission::number_outgoing);
    demand_text("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, Act::recall, {});
        document.state = State::recalled;
        drop_questions(tx, document);
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::return_reason, entry.reason);
        save(tx, document);
        // Appendix VI III.8: the document is frozen here and cancelled where it went
        for (const auto& recipient : p_.delivery.list_recipients(tx, entry.id.uuid))
            if (recipient.kind == RecipientKind::agency && recipient.delivered_at.ms > 0 && *recipient.target != tx.agency().uuid)
                p_.queue.add(tx, "outgoing.recall", RecallJob{entry.id, AgencyId{*recipient.target}, actor.person(), entry.reason});
        p_.audit.record(tx, actor, "outgoing.recalled", record_kind, entry.id.uuid, {{"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

OutgoingView OutgoingService::replace(const Actor& actor, const Supersede& entry)
{
    return supersede(actor, entry, Act::replace);
}

OutgoingView OutgoingService::correct(const Actor& actor, const Supersede& entry)
{
    return supersede(actor, entry, Act::correct);
}

// Art. 18: wrong content is replaced by a document of equal form, wrong format is corrected by a công văn.
OutgoingView OutgoingService::supersede(const Actor& actor, const Supersede& entry, Act how)
{
    actor.demand(Permission::number_outgoing);
    demand_length("/reason", entry.reason, longest_reason);
    return act(p_.database, p_.clock, actor, [&](db::Tx& tx) {
        auto document = get_for(tx, actor, entry.id, how, {});
        const auto by = store::find(tx, entry.by);
        if (!by || entry.by == entry.id || by->state != State::issued || !reach::may_see(tx, actor, entry.by.uuid))
            throw Error::invalid_field("/by", "not_issued");
        if (how == Act::replace && by->kind != document.kind)
            throw Error::invalid_field("/by", "other_form");
        if (how == Act::correct && by->kind != "CV")
            throw Error::invalid_field("/by", "no_letter");
        document.state = how == Act::replace ? State::replaced : State::corrected;
        store::supersede(tx, entry.id, entry.by);
        p_.tasks.note(tx, actor, entry.id.uuid, NoteKind::comment, entry.reason);
        save(tx, document);
        p_.audit.record(tx, actor, how == Act::replace ? "outgoing.replaced" : "outgoing.corrected", record_kind, entry.id.uuid,
                        {{"by", by->symbol}, {"reason", entry.reason}});
        tell(tx, document);
        return view(tx, actor, document);
    });
}

} // namespace congso
