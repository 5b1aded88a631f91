#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/recipient_groups/recipient_groups.h"

namespace congso {

// Groups of recipients inside the agency (nhóm nơi nhận). Who belongs to one is asked for a day, so a document reaches whoever holds the
// posts when it goes out.
class RecipientGroupService {
public:
    RecipientGroupService(db::Database& database, const Clock& clock, AuditTrail& audit) : database_(database), clock_(clock), audit_(audit)
    {
    }

    std::vector<recipient_groups::GroupView> list(const Actor& actor); // of all days
    // Throws conflict "stale" {version} when it was changed meanwhile; invalid on /name "taken", on /members/… "unknown".
    recipient_groups::GroupView save(const Actor& actor, const recipient_groups::GroupEntry& entry);

    // For later features, inside their transaction.
    static bool is_in_force(db::Tx& tx, Id<recipient_groups::Group> id, Date day);
    static std::vector<Id<org::Person>> list_people(db::Tx& tx, Id<recipient_groups::Group> id, Date day); // active ones

    static Rules rules(); // for `congso check`

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
};

} // namespace congso
