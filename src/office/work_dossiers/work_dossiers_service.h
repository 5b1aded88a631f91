#pragma once
#include "lib/base/clock.h"
#include "lib/blob/store.h"
#include "lib/db/database.h"
#include "office/accounts/accounts_service.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/files/files_service.h"
#include "office/notify/notify.h"
#include "office/org/org_service.h"
#include "office/search/search_service.h"
#include "office/work/work_service.h"
#include "office/work_dossiers/work_dossiers.h"

namespace congso {

// Work dossiers (Decree 30/2020 art. 28–31): open, put documents in, give access, close, reopen, review before the hand-over.
//
// Who puts a document in gives its sight to the dossier's people only if he may give it: docs/decisions/dossier-sight.md.
class WorkDossierService {
public:
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        FileService& files;
        SearchIndex& search;
        Notifier& notifier;
        WorkService& work;
    };
    // A file that was made on the way out.
    struct Made {
        std::string name, media_type, bytes;
    };

    explicit WorkDossierService(const Parts& parts) : p_(parts) { }

    // From a row of the approved list, by whom it names or who keeps the list; or outside it, with an own symbol ("taken").
    work_dossiers::WorkDossierView open(const Actor& actor, const work_dossiers::OpenDossier& entry);
    work_dossiers::WorkDossierView change(const Actor& actor, const work_dossiers::ChangeDossier& entry);
    work_dossiers::WorkDossierView give_access(const Actor& actor, const work_dossiers::GiveAccess& entry);
    // Documents that lie in it already are passed over; conflict "dossier.already_inside" when all do.
    work_dossiers::WorkDossierView put_documents(const Actor& actor, const work_dossiers::PutDocuments& entry);
    work_dossiers::WorkDossierView put_file(const Actor& actor, const work_dossiers::PutFile& entry);
    work_dossiers::WorkDossierView take_out(const Actor& actor, const work_dossiers::TakeOut& entry);
    // Conflict "dossier.not_ready" while something blocks. From then on nothing in it changes.
    work_dossiers::WorkDossierView close(const Actor& actor, const work_dossiers::CloseDossier& entry);
    work_dossiers::WorkDossierView reopen(const Actor& actor, const work_dossiers::ReopenDossier& entry);
    work_dossiers::WorkDossierView review(const Actor& actor, const work_dossiers::ReviewDossier& entry);

    work_dossiers::WorkDossierPage list(const Actor& actor, const work_dossiers::WorkDossierQuery& query);
    work_dossiers::WorkDossierView get(const Actor& actor, Id<work_dossiers::WorkDossier> id); // also «đã xem»
    work_dossiers::AroundDocument around(const Actor& actor, const work_dossiers::DocumentRef& document);

    Made print_index(const Actor& actor, int year); // mục lục hồ sơ
    Made print_contents(const Actor& actor, Id<work_dossiers::WorkDossier> id); // mục lục văn bản trong hồ sơ
    // Everything in it that he may see, in the order of time (Appendix VI part I); told in the audit. too_large "dossier.too_large".
    Made export_pdf(const Actor& actor, Id<work_dossiers::WorkDossier> id);
    Made export_xml(const Actor& actor, Id<work_dossiers::WorkDossier> id);
    Made export_zip(const Actor& actor, Id<work_dossiers::WorkDossier> id);

    // Once a day: what was left open last year waits for its keeper; what is due for the archive within thirty days for the archivists.
    void remind(AgencyId agency);

    // In the transaction of somebody's hand-over (handover_service.cpp): what he keeps open, and one of it to another keeper.
    std::vector<work_dossiers::WorkDossier> list_kept(db::Tx& tx, Id<org::Person> creator) const;
    // What waits for him in it where he is not its keeper goes alone. Throws invalid "/to" unknown, inactive, no_permission.
    void hand_over(db::Tx& tx, const Actor& actor, Id<work_dossiers::WorkDossier> id, work::Action action, Id<org::Person> from,
                   Id<org::Person> to);

    static Rules rules(); // for `congso check`

private:
    using Dossier = work_dossiers::WorkDossier;

    Dossier get_dossier(db::Tx& tx, const Actor& actor, Id<Dossier> id) const;
    Dossier get_for(db::Tx& tx, const Actor& actor, Id<Dossier> id, work_dossiers::Act act, std::optional<int> version) const;
    work_dossiers::Standing standing_of(db::Tx& tx, const Actor& actor, const Dossier& dossier) const;
    work_dossiers::WorkDossierView view(db::Tx& tx, const Actor& actor, const Dossier& dossier) const;
    work_dossiers::ArchiveRule rule(db::Tx& tx) const;
    std::vector<work_dossiers::DossierContent> contents(db::Tx& tx, const Actor& actor, const Dossier& dossier) const; // with files
    void index(db::Tx& tx, const Dossier& dossier);
    void tell(db::Tx& tx, const Dossier& dossier);

    // handover_service.cpp; faults at `path`
    void set_creator(db::Tx& tx, const Actor& actor, Dossier& dossier, Id<org::Person> creator, std::string_view path);

    // contents_service.cpp
    int put(db::Tx& tx, const Actor& actor, Dossier& dossier, const std::vector<work_dossiers::DocumentRef>& documents);
    void give_sight(db::Tx& tx, const Dossier& dossier, Id<org::Person> person); // of the dossier, and of what was put in for its people
    void reopen_it(db::Tx& tx, const Actor& actor, Dossier& dossier, const std::string& reason);

    // export_service.cpp
    struct Sheaf { // what an export is made of
        work_dossiers::WorkDossierView view;
        Agency agency;
        std::string person_name;
    };
    Sheaf gather(const Actor& actor, Id<Dossier> id, std::string_view action);
    std::string read(const Actor& actor, const std::string& file);

    Parts p_;
};

} // namespace congso
