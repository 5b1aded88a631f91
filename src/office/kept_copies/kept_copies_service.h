#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "office/actor/actor.h"
#include "office/actor/rules.h"
#include "office/audit/audit_service.h"
#include "office/kept_copies/kept_copies.h"
#include "office/org/org_service.h"
#include "office/registers/exports_service.h"
#include "office/registers/registers_service.h"

namespace congso {

// The clerk's book of who used a kept copy (Decree 30/2020 Appendix IV, sổ sử dụng bản lưu).
class KeptCopyService {
public:
    KeptCopyService(db::Database& database, const Clock& clock, AuditTrail& audit, OrgService& org, std::filesystem::path temporary)
        : database_(database), clock_(clock), audit_(audit), org_(org), temporary_(std::move(temporary))
    {
    }

    // Invalid on /document "not_issued", /taken_on "before_issue"; conflict "kept_copy.out" while the copy is not back.
    kept_copies::UseRow take(const Actor& actor, const kept_copies::UseEntry& entry);
    // Invalid on /returned_on "before_from"; conflict "kept_copy.back" when it is back already.
    kept_copies::UseRow give_back(const Actor& actor, const kept_copies::GiveBack& entry);
    Page<kept_copies::UseRow> list(const Actor& actor, const kept_copies::UseQuery& query);

    registers::Printed print(const Actor& actor, const kept_copies::RegisterQuery& query); // one year; invalid on /year "range"
    registers::Spreadsheet take_out(const Actor& actor, const kept_copies::RegisterQuery& query);

    static Rules rules(); // for `congso check`

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    OrgService& org_;
    std::filesystem::path temporary_;
};

} // namespace congso
