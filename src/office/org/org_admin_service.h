#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/org/entries.h"

namespace congso {

// How an agency is built: its units, issuing bodies and posts, who holds them, who stands in and signs for whom; and the addresses of
// others. Every form with an id throws conflict "stale" {version} when the record was changed meanwhile, and not_found for what is not
// this agency's. Every change keeps the old and the new values (`history`).
class OrgAdminService {
public:
    OrgAdminService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit) { }

    Agency save_agency(const Actor& actor, const org::AgencyEntry& entry); // not_found for another agency that works here
    org::Unit save_unit(const Actor& actor, const org::UnitEntry& entry);
    org::Body save_body(const Actor& actor, const org::BodyEntry& entry);
    org::Post save_post(const Actor& actor, const org::PostEntry& entry);
    // Throws conflict "person.has_open_work" {count} when it would end the last post of somebody who has work to hand over.
    org::Holding save_holding(const Actor& actor, const org::HoldingEntry& entry);
    std::vector<org::Holder> list_holders(const Actor& actor);

    std::vector<org::MandateRow> list_mandates(const Actor& actor);
    // Decree 30/2020 art. 13.4. A mandate that has begun keeps its people and its first day; only its end and its words change.
    org::MandateRow save_mandate(const Actor& actor, const org::MandateEntry& entry);

    std::vector<org::MandateRow> list_stand_ins(const Actor& actor); // given and received by the actor
    org::MandateRow save_stand_in(const Actor& actor, const org::StandIn& entry);
    Nothing end_stand_in(const Actor& actor, const org::EndStandIn& entry);

    // What happened to a person, a unit, a post …, newest first: not_found when nothing did, or it is no such record.
    std::vector<audit::Event> history(const Actor& actor, Uuid record);

private:
    org::MandateRow put_mandate(db::Tx& tx, const Actor& actor, const org::MandateEntry& entry);

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
