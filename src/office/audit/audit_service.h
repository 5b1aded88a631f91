#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_keys_service.h"

namespace congso {

// Everything is told: each change writes who, when, what in its own transaction; the links are chained by hash, and a
// checkpoint signed every few minutes makes a rewritten or shortened chain visible.
class AuditTrail {
public:
    using Detail = std::vector<std::pair<std::string_view, std::string>>; // names and values of what changed

    AuditTrail(const Clock& clock, AuditKeys& keys) : clock_(clock), keys_(keys) { }
    AuditTrail(const Clock& clock, const crypto::Ed25519Key& key) // signs with a key that is kept nowhere
        : clock_(clock), own_keys_(std::make_unique<AuditKeys>(key)), keys_(*own_keys_)
    {
    }

    // Appends one link. `action` is stable and dotted ("incoming.registered"), `kind` the record's kind ("incoming").
    void record(db::Tx& tx, const Actor& actor, std::string_view action, std::string_view kind, Uuid record, const Detail& detail = {});

    // What of a described record changed, each field with the JSON of its old and new value: ["Võ Thị Hai","Võ Thị Ba"].
    template <class T> static Detail changes(const T& before, const T& after)
    {
        return changes_of(describe::type_of<T>(), &before, &after);
    }

    std::vector<audit::Event> story(db::Tx& tx, Uuid record, int limit = 200) const; // newest first

    // The same, of a record of one of these kinds only.
    std::vector<audit::Event> story_of_kinds(db::Tx& tx, Uuid record, const std::vector<std::string_view>& kinds) const;

    // What the trail tells to whoever may read it (read_audit).
    Page<audit::TrailRow> list(db::Database& database, const Actor& actor, const audit::TrailQuery& query) const;
    std::vector<audit::Checkpoint> list_checkpoints(db::Database& database,
                                                    const Actor& actor) const; // newest first, as many as a page shows

    static std::int64_t length(db::Tx& tx); // how many links the chain has: another number means that something changed

    // Signs the head if it moved since the last checkpoint. Returns the newest checkpoint, if there is a chain at all. Throws internal
    // "audit.chain_cut" when the chain does not hold the head that was signed before: nothing covers that up with a new signature.
    std::optional<audit::Checkpoint> checkpoint(db::Database& database, AgencyId agency);

    // Replays the agency's chain, in short reads, as far as it goes now; every disagreement is one sentence. Only the keys and heads of
    // `keys` are believed, not what the database says about itself.
    static std::vector<std::string> verify(db::Database& database, AgencyId agency, const AuditKeys& keys);
    std::vector<std::string> verify(db::Database& database, AgencyId agency) const { return verify(database, agency, keys_); }

    // The signed head for which a printed code stands, when the chain still leads to it.
    static std::optional<audit::Checkpoint> find_proof(db::Tx& tx, std::string_view code, const AuditKeys& keys);
    static bool is_signed(db::Tx& tx); // whether the chain has a checkpoint

private:
    static Detail changes_of(const describe::Type& type, const void* before, const void* after);

    const Clock& clock_;
    std::unique_ptr<AuditKeys> own_keys_;
    AuditKeys& keys_;
};

} // namespace congso
