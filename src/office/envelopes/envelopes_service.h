#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/envelopes/envelopes.h"
#include "office/incoming/incoming_service.h"
#include "office/org/org_service.h"

namespace congso {

// The clerk's list of envelopes that are handed over unopened (Decree 30/2020 art. 21).
class EnvelopeService {
public:
    EnvelopeService(db::Database& database, const Clock& clock, AuditTrail& audit, OrgService& org, IncomingService& incoming)
        : database_(database), clock_(clock), audit_(audit), org_(org), incoming_(incoming)
    {
    }

    envelopes::Envelope add(const Actor& actor, const envelopes::EnvelopeEntry& entry);
    Page<envelopes::Envelope> list(const Actor& actor, const envelopes::EnvelopeQuery& query);
    // Both throw conflict "envelope.not_now" when it is past that.
    envelopes::Envelope hand_over(const Actor& actor, const envelopes::HandOver& entry);
    envelopes::Envelope link(const Actor& actor, const envelopes::Opened& entry);

    static Rules rules(); // for `congso check`

private:
    envelopes::Envelope get(db::Tx& tx, Id<envelopes::Envelope> id) const;

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    OrgService& org_;
    IncomingService& incoming_;
};

} // namespace congso
