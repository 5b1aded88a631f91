#include "office/imports/imports_api.h"

namespace congso::imports {

std::vector<route::Route> routes(ImportService& service)
{
    return {route::post<ImportEntry, Preview>(
                "/api/books/{book}/import/preview", "What a table of past entries says, and every fault in it", Permission::manage_books,
                [&service](const Actor& actor, const ImportEntry& entry) { return service.preview(actor, entry); }),
            route::post<ImportEntry, Imported>(
                "/api/books/{book}/import", "Take past entries into a book, all or nothing", Permission::manage_books,
                [&service](const Actor& actor, const ImportEntry& entry) { return service.take_in(actor, entry); })};
}

} // namespace congso::imports
