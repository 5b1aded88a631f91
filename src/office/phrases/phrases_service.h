#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/phrases/phrases.h"

namespace congso {

// The agency's own quick phrases.
class PhraseService {
public:
    PhraseService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    std::vector<phrases::PhraseList> list(const Actor& actor); // of the places that the agency has set
    // Throws conflict "stale" {version} when it was changed meanwhile.
    phrases::PhraseList save(const Actor& actor, const phrases::PhraseEntry& entry);

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
