#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/notify/notify.h"
#include "office/org/org_service.h"
#include "office/work/work_service.h"
#include "office/work_dossiers/catalogue.h"

namespace congso {

// The year's list of dossiers (danh mục hồ sơ; Decree 30/2020 art. 28): drawn up at the office, approved by the head, then dossiers
// are opened from it. A list that was approved may be added to, and is approved again; numbers once approved stay.
class CatalogueService {
public:
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        Notifier& notifier;
        WorkService& work;
    };
    struct Printed {
        std::string name, pdf;
    };

    explicit CatalogueService(const Parts& parts) : p_(parts) { }

    work_dossiers::CatalogueView get(const Actor& actor, const work_dossiers::CatalogueQuery& query);
    // The whole list of a year. A row from which a dossier was opened stays: invalid on /rows "in_use".
    work_dossiers::CatalogueView save(const Actor& actor, const work_dossiers::CatalogueEntry& entry);
    // Last year's headings and titles begin this year's: conflict "catalogue.exists", "catalogue.none".
    work_dossiers::CatalogueView copy(const Actor& actor, const work_dossiers::CatalogueCopy& entry);
    work_dossiers::CatalogueView submit(const Actor& actor, const work_dossiers::CatalogueYear& entry); // conflict "catalogue.empty"
    work_dossiers::CatalogueView approve(const Actor& actor, const work_dossiers::CatalogueYear& entry);
    work_dossiers::CatalogueView send_back(const Actor& actor, const work_dossiers::CatalogueReturn& entry);
    Printed print(const Actor& actor, int year); // Appendix V

private:
    work_dossiers::CatalogueView view(db::Tx& tx, const Actor& actor, int year) const;
    work_dossiers::Catalogue get_for(db::Tx& tx, int year, std::optional<int> version, std::string_view act, const Actor& actor) const;
    void tell(db::Tx& tx, const work_dossiers::Catalogue& catalogue);

    Parts p_;
};

} // namespace congso
