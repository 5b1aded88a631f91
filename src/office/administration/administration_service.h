#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/accounts/accounts_service.h"
#include "office/administration/handover.h"
#include "office/administration/import.h"
#include "office/administration/seals.h"
#include "office/copies/copies_service.h"
#include "office/files/files_service.h"
#include "office/incoming/incoming_service.h"
#include "office/org/org_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/work/work_service.h"
#include "office/work_dossiers/work_dossiers_service.h"

namespace congso {

// What an administrator does that touches several features: people leave, people come, seals.
class AdministrationService {
public:
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        AccountService& accounts;
        FileService& files;
        WorkService& work;
        IncomingService& incoming;
        OutgoingService& outgoing;
        CopyService& copies;
        WorkDossierService& work_dossiers;
    };

    explicit AdministrationService(const Parts& parts) : p_(parts) { }

    // handover_service.cpp (Decree 30/2020 Appendix VI part I, administration: rights and work on transfer of staff)
    administration::OpenThings open_things(const Actor& actor, Id<org::Person> person);
    // Throws conflict "handover.changed" when what is open is not what was answered, "handover.not_all" when he leaves something behind.
    Nothing hand_over(const Actor& actor, const administration::Handover& entry);

    // import_service.cpp
    administration::ImportPreview preview(const Actor& actor, std::string_view bytes); // CSV or XLSX
    // Makes the people, their posts and accounts, asks for their roles; the sheet (PDF) of the first passwords, which nobody else has.
    // Throws conflict "import.faults" when a row is not right any more.
    std::string import(const Actor& actor, const administration::ImportPeople& entry);

    // seals_service.cpp
    std::vector<administration::Seal> list_seals(const Actor& actor);
    Nothing save_seal(const Actor& actor, const administration::SealEntry& entry); // invalid "seal.not_png"

private:
    std::vector<administration::OpenThing> list_open(db::Tx& tx, const Actor& actor, Id<org::Person> person);
    int check(db::Tx& tx, const Actor& actor, std::vector<administration::ImportRow>& rows, const std::vector<org::Post>& posts,
              const std::vector<accounts::Role>& roles);

    Parts p_;
};

} // namespace congso
