#include "office/phrases/phrases_service.h"

#include "office/actor/use_case.h"
#include "office/phrases/phrases_store.h"

namespace congso {

namespace store = phrases::store;
using namespace phrases;

namespace {

// As the audit trail compares two versions.
struct Told {
    std::vector<std::string> phrases;
};
BOOST_DESCRIBE_STRUCT(Told, (), (phrases))

} // namespace

std::vector<PhraseList> PhraseService::list(const Actor& actor)
{
    actor.demand(Permission::signed_in);
    return database_.read(actor.agency(), [](db::Tx& tx) { return store::list(tx); });
}

PhraseList PhraseService::save(const Actor& actor, const PhraseEntry& entry)
{
    actor.demand(Permission::manage_people);
    if (auto faults = faults_of(entry); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto before = store::find(tx, entry.place);
        if (before.version != entry.version)
            throw Error::conflict("stale", {{"version", std::to_string(before.version)}});
        const PhraseList after{entry.place, before.version + 1, entry.phrases};
        store::put(tx, after);
        auto changes = AuditTrail::changes(Told{before.phrases}, Told{after.phrases});
        changes.emplace_back("place", describe::to_name(entry.place));
        audit_.record(tx, actor, "phrases.changed", "phrases", tx.agency().uuid, changes);
        return after;
    });
}

} // namespace congso
