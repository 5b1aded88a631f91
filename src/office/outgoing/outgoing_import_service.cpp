#include "office/actor/reach.h"
#include "office/outgoing/outgoing_service.h"
#include "office/outgoing/outgoing_store.h"

namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

Id<Outgoing> OutgoingService::import_past(db::Tx& tx, const Actor& actor, const numbering::Book& book, const PastOutgoing& past,
                                          const std::string& reason)
{
    constexpr std::string_view record_kind = "outgoing";
    constexpr int noon = 12 * 60; // of the day of issue: the hour is not known
    const auto id = Id<Outgoing>::make();
    const auto taken = p_.numbering.import_number(tx, actor, book.id, past.issued_on, past.number, id.uuid, reason);
    const auto day = Time::at(past.issued_on, noon, p_.clock.zone_minutes());
    Document document{.agency = tx.agency(), .id = id, .body = book.body, .kind = past.kind, .subject = past.subject};
    document.drafter = actor.person();
    document.signer_name = past.signer_name;
    document.book = book.id;
    document.year = taken.period;
    document.number = taken.number;
    document.symbol = past.symbol.empty() ? symbol_of(taken.number, notation_of(symbol_parts(tx, document))) : past.symbol;
    document.issued_on = past.issued_on;
    document.state = State::issued;
    document.copy_count = past.copy_count;
    document.note = past.note;
    document.created_at = document.approved_at = document.dispatched_at = day;
    store::insert(tx, document, p_.clock.zone_minutes());
    std::vector<Recipient> recipients;
    for (const auto& name : past.recipients)
        recipients.push_back({.kind = RecipientKind::outside, .target = {}, .name = name});
    p_.delivery.put_recipients(tx, id.uuid, recipients);
    index(tx, document);
    give(tx, document, actor.person());
    p_.audit.record(tx, actor, "outgoing.imported", record_kind, id.uuid, {{"symbol", document.symbol}, {"reason", reason}});
    return id;
}

} // namespace congso
