#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/draft_templates.h"

namespace congso {

// The agency's own templates of drafts, kind by kind (outgoing_service.h uses them when a draft is generated).
class DraftTemplateService {
public:
    DraftTemplateService(db::Database& database, const Clock& clock, AuditTrail& audit, OrgService& org)
        : database_(database), clock_(clock), audit_(audit), org_(org)
    {
    }

    std::vector<outgoing::DraftTemplate> list(const Actor& actor); // the newest of each kind that has one
    std::vector<outgoing::DraftTemplate> list_versions(const Actor& actor, const outgoing::DraftTemplateQuery& query); // newest first
    // Throws conflict "stale" {version} when there is a newer one than was read.
    outgoing::DraftTemplate save(const Actor& actor, const outgoing::DraftTemplateEntry& entry);

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    OrgService& org_;
};

} // namespace congso
