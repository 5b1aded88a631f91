#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/outgoing/outgoing.h"

namespace congso {

// Which of the decree's kinds an agency issues, and which checks their drafts go through (outgoing_service.h asks both).
class KindService {
public:
    KindService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    // Drafts that are there already stay. Throws invalid on /code "unknown" for a kind that is none of the 29; conflict "stale" {version}.
    outgoing::Kind save(const Actor& actor, const outgoing::KindEntry& entry);

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
