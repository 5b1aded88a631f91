#include "office/audit/audit_service.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/json/write.h"
#include "office/audit/audit_store.h"

#include <map>

#include <fmt/format.h>

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

// One walk along a chain, some links at a time.
struct Replay {
    const AuditKeys& keys;
    std::optional<audit::Checkpoint> kept; // the last head that was signed, as the installation remembers it

    std::vector<std::string> faults{};
    std::int64_t sequence = 0;
    std::string hash = audit::first_link();
    std::map<std::string, std::pair<std::int64_t, int>> foreign_keys{}; // that signed: the first checkpoint, and how many

    bool read(db::Tx& tx, std::int64_t until)
    {
        constexpr int step = 1000;
        const auto links = audit::store::list_links(tx, sequence, until, step);
        if (links.empty())
            return false;
        const auto first = links.front().sequence, last = links.back().sequence;
        std::map<std::int64_t, std::string> details;
        for (auto& detail : audit::store::list_details(tx, first, last))
            details.emplace(detail.sequence, std::move(detail.detail));
        std::map<std::int64_t, audit::Checkpoint> checkpoints;
        for (auto& checkpoint : audit::store::list_checkpoints(tx, first, last))
            checkpoints.emplace(checkpoint.sequence, std::move(checkpoint));
        for (const auto& link : links) {
            follow(link);
            if (const auto detail = details.find(link.sequence);
                detail != details.end() && link.digest != audit::digest_of(link.salt, detail->second))
                say(link, "its detail was changed");
            if (const auto checkpoint = checkpoints.find(link.sequence); checkpoint != checkpoints.end())
                judge(link, checkpoint->second);
        }
        return true;
    }

    void finish()
    {
        for (const auto& [key, seen] : foreign_keys)
            faults.push_back(fmt::format("checkpoint {} and {} more: signed with {}, which is no key of this installation", seen.first,
                                         seen.second - 1, key));
        if (!kept)
            return;
        if (!keys.knows(kept->public_key) || !audit::is_signed(*kept))
            faults.emplace_back("audit head: the one kept in keys/audit.heads is not signed by this installation");
        if (kept->sequence > sequence)
            faults.push_back(fmt::format("audit chain: ends with {}, but {} was signed", sequence, kept->sequence));
    }

private:
    void say(const audit::Link& link, std::string_view what) { faults.push_back(fmt::format("audit link {}: {}", link.sequence, what)); }

    void follow(const audit::Link& link)
    {
        if (link.sequence != sequence + 1)
            say(link, fmt::format("expected {}", sequence + 1));
        if (link.previous != hash)
            say(link, "does not follow the link before it");
        if (link.hash != audit::hash_of(link))
            say(link, "was changed");
        if (kept && kept->sequence == link.sequence && kept->hash != link.hash)
            say(link, "differs from the head that was signed");
        sequence = link.sequence;
        hash = link.hash;
    }

    void judge(const audit::Link& link, const audit::Checkpoint& checkpoint)
    {
        if (checkpoint.hash != link.hash)
            say(link, "differs from the signed checkpoint");
        if (!audit::is_signed(checkpoint))
            say(link, "the checkpoint's signature is wrong");
        if (!keys.knows(checkpoint.public_key))
            ++foreign_keys.try_emplace(checkpoint.public_key, link.sequence, 0).first->second.second;
    }
};

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
    const auto kept = keys_.find_head(agency);
    auto newest = database.write(agency, [&](db::Tx& tx) -> std::optional<audit::Checkpoint> {
        if (kept && audit::store::find_hash(tx, kept->sequence) != kept->hash)
            throw Error::internal("audit.chain_cut");
        const auto head = audit::store::find_head(tx);
        auto last = audit::store::find_last_checkpoint(tx);
        if (!head || (last && last->sequence == head->sequence))
            return last;
        audit::Checkpoint checkpoint{.agency = agency,
                                     .sequence = head->sequence,
                                     .hash = head->hash,
                                     .at = clock_.now(),
                                     .public_key = to_hex(keys_.key().public_key()),
                                     .signature = {},
                                     .code = {}};
        checkpoint.signature = to_hex(keys_.key().sign(audit::signed_text(checkpoint)));
        checkpoint.code = audit::short_code(checkpoint.signature);
        audit::store::insert(tx, checkpoint);
        return checkpoint;
    });
    if (newest)
        keys_.keep_head(*newest);
    return newest;
}

std::vector<std::string> AuditTrail::verify(db::Database& database, AgencyId agency, const AuditKeys& keys)
{
    struct End {
        std::optional<audit::store::Head> head, last;
        std::optional<audit::Checkpoint> checkpoint;
    };
    const auto end = database.read(agency, [](db::Tx& tx) {
        return End{audit::store::find_head(tx), audit::store::find_last_link(tx), audit::store::find_last_checkpoint(tx)};
    });
    Replay replay{keys, keys.find_head(agency)};
    const auto until = end.last ? end.last->sequence : 0;
    for (bool more = until > 0; more;)
        more = database.read(agency, [&](db::Tx& tx) { return replay.read(tx, until); });
    if (end.checkpoint && end.checkpoint->sequence > until)
        replay.faults.push_back("checkpoint " + std::to_string(end.checkpoint->sequence) + ": the chain ends before it");
    if (end.head.has_value() != end.last.has_value()
        || (end.head && (end.head->sequence != end.last->sequence || end.head->hash != end.last->hash)))
        replay.faults.emplace_back("audit head: is not the last link");
    replay.finish();
    return std::move(replay.faults);
}

std::optional<audit::Checkpoint> AuditTrail::find_proof(db::Tx& tx, std::string_view code, const AuditKeys& keys)
{
    auto found = audit::store::find_checkpoint(tx, audit::code_as_printed(code));
    if (!found || !keys.knows(found->public_key) || !audit::is_signed(*found)
        || audit::store::find_hash(tx, found->sequence) != found->hash)
        return std::nullopt;
    return found;
}

bool AuditTrail::is_signed(db::Tx& tx)
{
    return audit::store::find_last_checkpoint(tx).has_value();
}

} // namespace congso
