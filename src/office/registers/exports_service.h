#pragma once
#include "office/access/access_service.h"
#include "office/accounts/accounts_service.h"
#include "office/audit/audit_service.h"
#include "office/copies/copies_service.h"
#include "office/envelopes/envelopes_service.h"
#include "office/incoming/incoming_service.h"
#include "office/org/org_admin_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/recipient_groups/recipient_groups_service.h"
#include "office/registers/registers.h"
#include "office/registers/spreadsheets.h"
#include "office/work_dossiers/work_dossiers_service.h"
#include "office/worktime/worktime_service.h"

namespace congso {

namespace registers {

struct BookExport { // GET /api/books/{book}/export
    Id<numbering::Book> book;
    int period{};
};
BOOST_DESCRIBE_STRUCT(BookExport, (), (book, period))

} // namespace registers

// Lists as spreadsheets, with the filters that they are shown with: the same use cases, page by page, so nobody takes out what he may
// not see. A list is cut at 100 000 rows, and then says so.
class ExportService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        AccessLog& access;
        OrgService& org;
        OrgAdminService& org_admin;
        RecipientGroupService& recipient_groups;
        AccountService& accounts;
        WorktimeService& worktime;
        NumberingService& numbering;
        WorkService& work;
        IncomingService& incoming;
        EnvelopeService& envelopes;
        OutgoingService& outgoing;
        CopyService& copies;
        WorkDossierService& work_dossiers;
        std::filesystem::path temporary; // where a file waits to be sent
    };

    explicit ExportService(Parts parts) : p_(std::move(parts)) { }

    registers::Spreadsheet incoming(const Actor& actor, incoming::IncomingQuery query);
    registers::Spreadsheet outgoing(const Actor& actor, outgoing::OutgoingQuery query);
    registers::Spreadsheet book(const Actor& actor, const registers::BookExport& query);
    registers::Spreadsheet work(const Actor& actor);
    registers::Spreadsheet people(const Actor& actor);
    registers::Spreadsheet envelopes(const Actor& actor, envelopes::EnvelopeQuery query);
    registers::Spreadsheet work_dossiers(const Actor& actor, work_dossiers::WorkDossierQuery query);
    registers::Spreadsheet copies(const Actor& actor, copies::CopyQuery query);

    // org_exports_service.cpp
    registers::Spreadsheet units(const Actor& actor);
    registers::Spreadsheet bodies(const Actor& actor);
    registers::Spreadsheet posts(const Actor& actor);
    registers::Spreadsheet agencies(const Actor& actor);
    registers::Spreadsheet mandates(const Actor& actor);
    registers::Spreadsheet roles(const Actor& actor);
    registers::Spreadsheet recipient_groups(const Actor& actor);
    registers::Spreadsheet calendar(const Actor& actor, const worktime::YearQuery& query);

    // log_exports_service.cpp
    registers::Spreadsheet access(const Actor& actor, access::AccessQuery query);
    registers::Spreadsheet trail(const Actor& actor, audit::TrailQuery query);

    Page<registers::BookRow> list_book(const Actor& actor, const registers::BookRowsQuery& query); // newest first

private:
    std::map<std::string, std::string> kind_names(const Actor& actor);

    Parts p_;
};

} // namespace congso
