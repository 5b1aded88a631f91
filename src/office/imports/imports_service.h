#pragma once
#include "office/imports/imports.h"
#include "office/incoming/incoming_service.h"
#include "office/outgoing/outgoing_service.h"

namespace congso {

// Past entries come in with their numbers, all or nothing, and the series goes on behind them.
class ImportService {
public:
    // What it stands on, in the order of the features.
    struct Parts {
        db::Database& database;
        const Clock& clock;
        AuditTrail& audit;
        FileService& files;
        NumberingService& numbering;
        IncomingService& incoming;
        OutgoingService& outgoing;
    };

    explicit ImportService(const Parts& parts) : p_(parts) { }

    // Every fault by row and column; writes nothing.
    imports::Preview preview(const Actor& actor, const imports::ImportEntry& entry);
    // Conflict "import.faults" {count} when the preview has any.
    imports::Imported take_in(const Actor& actor, const imports::ImportEntry& entry);

private:
    imports::Rows rows_of(const Actor& actor, const std::string& file);
    imports::Table table_of(db::Tx& tx, const numbering::Book& book, const imports::Rows& rows) const;
    numbering::Book find_book(db::Tx& tx, Id<numbering::Book> id) const;

    Parts p_;
};

} // namespace congso
