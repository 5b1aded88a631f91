#include "office/preferences/preferences_service.h"

#include "office/actor/use_case.h"
#include "office/preferences/preferences_store.h"

namespace congso {

namespace store = preferences::store;
using preferences::Preferences;

Preferences PreferenceService::get(const Actor& actor)
{
    actor.demand(Permission::signed_in);
    return database_.read(actor.agency(), [&](db::Tx& tx) { return store::find(tx, actor.person()); });
}

Preferences PreferenceService::change(const Actor& actor, const preferences::PreferencesChange& change)
{
    actor.demand(Permission::signed_in);
    if (auto faults = faults_of(change); !faults.empty())
        throw Error::invalid_fields(std::move(faults));
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        const auto old = store::find(tx, actor.person());
        const auto now = preferences::changed(old, change, clock_.now());
        store::put(tx, actor.person(), now);
        if (const auto different = preferences::differences(old, now); !different.empty())
            audit_.record(tx, actor, "preferences.changed", "person", actor.person().uuid, different);
        return now;
    });
}

} // namespace congso
