#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/copies/copies_service.h"
#include "office/finding/finding.h"
#include "office/incoming/incoming_service.h"
#include "office/numbering/numbering_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/work_dossiers/work_dossiers_service.h"

namespace congso {

// «Tìm mọi thứ»: documents and dossiers as far as they reach, people, books, agencies; and the filters that people keep.
class FindingService {
public:
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        NumberingService& numbering;
        IncomingService& incoming;
        OutgoingService& outgoing;
        CopyService& copies;
        WorkDossierService& work_dossiers;
    };

    explicit FindingService(const Parts& parts) : p_(parts) { }

    finding::Findings find(const Actor& actor, const finding::FindQuery& query);

    std::vector<finding::SavedFilter> list_filters(const Actor& actor, finding::FilteredList list);
    std::vector<finding::SavedFilter> save_filter(const Actor& actor, const finding::SaveFilter& entry); // the filters of that list
    void delete_filter(const Actor& actor, Id<finding::SavedFilter> id); // one's own; a shared one also by who manages people

private:
    finding::FoundGroup find_kind(const Actor& actor, finding::FoundKind kind, const finding::Matcher& matcher, const std::string& query,
                                  int limit);
    Parts p_;
};

} // namespace congso
