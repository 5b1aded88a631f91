#pragma once
#include "lib/print/paper.h"
#include "office/copies/copies_service.h"
#include "office/incoming/incoming_service.h"
#include "office/outgoing/outgoing_service.h"
#include "office/registers/registers.h"

namespace congso {

namespace registers {

struct IncomingPrint { // GET /api/incoming/{id}/print-copy
    Id<incoming::Incoming> id;
    std::optional<std::string> file; // which of its files; the document when absent
};
BOOST_DESCRIBE_STRUCT(IncomingPrint, (), (id, file))

struct HandOutPrint { // GET /api/outgoing/{id}/hand-out-slips
    Id<outgoing::Outgoing> id;
    std::optional<Id<org::Person>> person; // his slip, once more; absent: of all who have not had the paper
};
BOOST_DESCRIBE_STRUCT(HandOutPrint, (), (id, person))

struct CopyHandOutPrint { // GET /api/copies/{id}/hand-out-slips
    Id<copies::Copy> id;
    std::optional<Id<org::Person>> person; // as above
};
BOOST_DESCRIBE_STRUCT(CopyHandOutPrint, (), (id, person))

// A PDF that was made for this request; a file is removed by whoever sends it.
struct Printed {
    std::string name;
    std::string bytes; // or
    std::filesystem::path file;
};

} // namespace registers

// What is printed of the books (Decree 30/2020 art. 16, 22; Appendix IV), and the prints of single documents. Every sheet says who
// printed it and when.
class RegisterService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        OrgService& org;
        FileService& files;
        NumberingService& numbering;
        IncomingService& incoming;
        OutgoingService& outgoing;
        CopyService& copies;
        std::filesystem::path temporary; // where a print waits to be sent
    };

    explicit RegisterService(Parts parts) : p_(std::move(parts)) { }

    // The numbers of one day, and the code of a checkpoint that was signed over them: the sheet proves later that nothing was changed or
    // cut off. Invalid on /day "future", "range".
    registers::Printed day_sheet(const Actor& actor, const registers::DaySheetQuery& query);
    // Invalid on /period "unknown", /to "before_from", /form "other_book".
    registers::Printed print_book(const Actor& actor, const registers::BookPrintQuery& query);

    registers::Printed slip(const Actor& actor, Id<incoming::Incoming> id);
    // The document with the stamp «ĐẾN» on its first page; the file itself stays as it came. Conflict "incoming.not_registered"; not_found
    // without a file that can be shown.
    registers::Printed print_copy(const Actor& actor, const registers::IncomingPrint& query);
    registers::Printed print_copy(const Actor& actor, Id<outgoing::Outgoing> id);
    // Two on a page; throws not_found "outgoing.no_paper" when nobody is to have one.
    registers::Printed hand_out_slips(const Actor& actor, const registers::HandOutPrint& query);
    registers::Printed hand_out_slips(const Actor& actor, const registers::CopyHandOutPrint& query);

private:
    std::string printed_by(const Actor& actor) const;
    numbering::Book find_book(db::Tx& tx, Id<numbering::Book> id) const; // throws not_found
    registers::Printed lay_over(const FileService::Readable& readable, const std::string& printed,
                                const std::function<void(print::Paper&)>& draw_first, double first_scale = 1);

    Parts p_;
};

} // namespace congso
