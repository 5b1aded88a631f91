#pragma once
#include "lib/base/error.h"
#include "lib/print/table.h"
#include "office/outgoing/outgoing.h"

namespace congso::kept_copies {

// One use of the copy of an issued document that the clerk keeps (bản lưu; Decree 30/2020 art. 19 and Appendix IV, sổ sử dụng bản lưu): who
// took it, who allowed it, when it came back.
struct Use {
    AgencyId agency;
    Id<Use> id;
    Id<outgoing::Outgoing> document;
    Date taken_on;
    Id<org::Person> person; // who uses it, when he is of the agency
    std::string user_name;
    std::string dossier; // số và ký hiệu hồ sơ, in which the copy lies
    Id<org::Person> allowed_by;
    Date returned_on; // not set: it is out
    std::string note;
    Id<org::Person> entered_by;
    Time entered_at;
};
BOOST_DESCRIBE_STRUCT(Use, (),
                      (agency, id, document, taken_on, person, user_name, dossier, allowed_by, returned_on, note, entered_by, entered_at))

// The same as the register shows it.
struct UseRow {
    Id<Use> id;
    Id<outgoing::Outgoing> document;
    Date taken_on;
    std::string user_name, symbol;
    Date issued_on;
    std::string kind_name, subject, dossier;
    Date returned_on;
    std::string allowed_name, note;
};
BOOST_DESCRIBE_STRUCT(UseRow, (),
                      (id, document, taken_on, user_name, symbol, issued_on, kind_name, subject, dossier, returned_on, allowed_name, note))

// POST /api/kept-copies
struct UseEntry {
    Id<outgoing::Outgoing> document;
    std::optional<Date> taken_on; // today when absent
    std::optional<Id<org::Person>> person;
    std::optional<std::string> user_name; // the person's when absent
    Id<org::Person> allowed_by;
    std::optional<std::string> dossier; // that of the work dossier which has the document, when absent
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(UseEntry, (), (document, taken_on, person, user_name, allowed_by, dossier, note))

// POST /api/kept-copies/{id}/give-back
struct GiveBack {
    Id<Use> id;
    std::optional<Date> returned_on; // today when absent
};
BOOST_DESCRIBE_STRUCT(GiveBack, (), (id, returned_on))

// GET /api/kept-copies
struct UseQuery {
    std::optional<bool> out; // only copies that are not back
    std::optional<Id<outgoing::Outgoing>> document;
    std::optional<std::string> after;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(UseQuery, (), (out, document, after, limit))

// GET /api/kept-copies/print, /api/kept-copies/export
struct RegisterQuery {
    int year{};
};
BOOST_DESCRIBE_STRUCT(RegisterQuery, (), (year))

std::vector<FieldFault> faults_of(const UseEntry& entry, Date today);
std::vector<print::Cell> cells_of(const UseRow& row); // for registers::kept_copy_columns

} // namespace congso::kept_copies
