#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/preferences/preferences.h"

namespace congso {

// Each person's own choices of the page; nobody sees or changes another's.
class PreferenceService {
public:
    PreferenceService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    preferences::Preferences get(const Actor& actor);
    preferences::Preferences change(const Actor& actor, const preferences::PreferencesChange& change);

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
