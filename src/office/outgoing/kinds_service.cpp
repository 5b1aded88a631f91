#include "office/outgoing/kinds_service.h"

#include "office/actor/use_case.h"
#include "office/outgoing/outgoing_store.h"

namespace congso {

namespace store = outgoing::store;
using namespace outgoing;

namespace {

// As the audit trail compares two versions.
struct Told {
    bool used{};
    CheckNeed content_check{}, format_check{};
};
BOOST_DESCRIBE_STRUCT(Told, (), (used, content_check, format_check))

} // namespace

Kind KindService::save(const Actor& actor, const KindEntry& entry)
{
    actor.demand(Permission::manage_people);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto before = store::find_kind(tx, entry.code);
        if (!before || !before->outgoing) // what only arrives is not chosen by whom it comes to
            throw Error::invalid_field("/code", "unknown");
        if (before->version != entry.version)
            throw Error::conflict("stale", {{"version", std::to_string(before->version)}});
        store::update(tx, entry);
        auto changes = AuditTrail::changes(Told{before->used, before->content_check, before->format_check},
                                           Told{entry.used, entry.content_check, entry.format_check});
        changes.emplace_back("kind", before->name);
        audit_.record(tx, actor, "kind.changed", "kind", tx.agency().uuid, changes);
        return *store::find_kind(tx, entry.code);
    });
}

} // namespace congso
