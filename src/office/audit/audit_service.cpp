#include "office/audit/audit_service.h"

#include "lib/base/bytes.h"
#include "lib/json/write.h"
#include "office/audit/audit_store.h"

#include <map>

namespace congso {

namespace {

std::string text_of(const AuditTrail::Detail& detail)
{
    std::string text = "{";
    for (const auto& [name, value] : detail) {
        if (text.size() > 1)
            text += ',';
        json::write_string(text, name);
        text += ':';
        json::write_string(text, value);
    }
    return text + "}";
}

} // namespace

void AuditTrail::record(db::Tx& tx, const Actor& actor, std::string_view action, std::string_view kind, Uuid record, const Detail& detail)
{
    const auto head = audit::store::find_head(tx);
    auto told = detail;
    if (actor.hand() != actor.person()) // «thay …»: who did it is the one who stands in
        told.emplace_back("for", audit::store::find_person_name(tx, actor.person()).value_or(""));
    const auto text = text_of(told);
    audit::Link link{.agency = tx.agency(),
                     .sequence = head ? head->sequence + 1 : 1,
                     .at = clock_.now(),
                     .person = actor.hand(),
                     .action = std::string{action},
                     .record_kind = std::string{kind},
                     .record = record,
                     .salt = to_hex(as_bytes(random_bytes(16))),
                     .digest = {},
                     .previous = head ? head->hash : audit::first_link(),
                     .hash = {}};
    link.digest = audit::digest_of(link.salt, text);
    link.hash = audit::hash_of(link);
    audit::store::append(tx, link, text);
}

std::vector<audit::Event> AuditTrail::story(db::Tx& tx, Uuid record, int limit) const
{
    return audit::store::list_events(tx, record, limit);
}

std::int64_t AuditTrail::length(db::Tx& tx)
{
    const auto head = audit::store::find_head(tx);
    return head ? head->sequence : 0;
}

std::optional<audit::Checkpoint> AuditTrail::checkpoint(db::Database& database, AgencyId agency)
{
    return database.write(agency, [&](db::Tx& tx) -> std::optional<audit::Checkpoint> {
        const auto head = audit::store::find_head(tx);
        auto last = audit::store::find_last_checkpoint(tx);
        if (!head || (last && last->sequence == head->sequence))
            return last;
        audit::Checkpoint checkpoint{.agency = agency,
                                     .sequence = head->sequence,
                                     .hash = head->hash,
                                     .at = clock_.now(),
                                     .public_key = to_hex(key_.public_key()),
                                     .signature = {},
                                     .code = {}};
        checkpoint.signature = to_hex(key_.sign(audit::signed_text(checkpoint)));
        checkpoint.code = audit::short_code(checkpoint.signature);
        audit::store::insert(tx, checkpoint);
        return checkpoint;
    });
}

std::vector<std::string> AuditTrail::verify(db::Tx& tx)
{
    std::vector<std::string> faults;
    std::map<std::int64_t, audit::Checkpoint> checkpoints;
    for (auto& checkpoint : audit::store::list_checkpoints(tx))
        checkpoints.emplace(checkpoint.sequence, std::move(checkpoint));

    std::int64_t expected = 1;
    std::string previous = audit::first_link();
    audit::store::each_link(tx, [&](const audit::Link& link) {
        const auto where = "audit link " + std::to_string(link.sequence);
        if (link.sequence != expected)
            faults.push_back(where + ": expected " + std::to_string(expected));
        if (link.previous != previous)
            faults.push_back(where + ": does not follow the link before it");
        if (link.hash != audit::hash_of(link))
            faults.push_back(where + ": was changed");
        if (const auto detail = audit::store::find_detail(tx, link.sequence); detail && link.digest != audit::digest_of(link.salt, *detail))
            faults.push_back(where + ": its detail was changed");
        if (const auto at = checkpoints.find(link.sequence); at != checkpoints.end()) {
            const auto& checkpoint = at->second;
            const auto key = from_hex(checkpoint.public_key), signature = from_hex(checkpoint.signature);
            if (checkpoint.hash != link.hash)
                faults.push_back(where + ": differs from the signed checkpoint");
            if (!key || !signature || !crypto::verify_ed25519(as_bytes(*key), audit::signed_text(checkpoint), as_bytes(*signature)))
                faults.push_back(where + ": the checkpoint's signature is wrong");
            checkpoints.erase(at);
        }
        expected = link.sequence + 1;
        previous = link.hash;
    });
    for (const auto& [sequence, checkpoint] : checkpoints)
        faults.push_back("checkpoint " + std::to_string(sequence) + ": the chain ends before it");
    if (const auto head = audit::store::find_head(tx); head ? head->sequence != expected - 1 || head->hash != previous : expected != 1)
        faults.push_back("audit head: is not the last link");
    return faults;
}

} // namespace congso
