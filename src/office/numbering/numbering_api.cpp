#include "office/numbering/numbering_api.h"

namespace congso::numbering {

std::vector<route::Route> routes(NumberingService& service)
{
    return {
        route::get<route::None, Page<Book>>("/api/books", "The books of the agency", Permission::read_documents,
                                            [&service](const Actor& actor, const route::None&) {
                                                return Page<Book>{service.list_books(actor), {}};
                                            }),
        route::get<BookLines, Page<NumberLine>>("/api/books/{book}/lines", "The numbers of one period of a book",
                                                Permission::see_all_documents,
                                                [&service](const Actor& actor, const BookLines& query) {
                                                    return Page<NumberLine>{service.list_lines(actor, query), {}};
                                                }),
        route::post<Reserve, NumberLine>("/api/books/{book}/reserve", "Reserve the next number, with a reason", Permission::manage_books,
                                         [&service](const Actor& actor, const Reserve& entry) { return service.reserve(actor, entry); }),
        route::post<VoidNumber, NumberLine>(
            "/api/books/{book}/void", "Void a reserved number; its line stays", Permission::manage_books,
            [&service](const Actor& actor, const VoidNumber& entry) { return service.void_number(actor, entry); }),
        route::post<BookEntry, Book>("/api/books", "Open a book", Permission::manage_books,
                                     [&service](const Actor& actor, const BookEntry& entry) { return service.save_book(actor, entry); }),
        route::post<BookEntry, Book>("/api/books/{book}", "Change a book", Permission::manage_books,
                                     [&service](const Actor& actor, const BookEntry& entry) { return service.save_book(actor, entry); }),
        route::get<ByBook, Page<PeriodView>>("/api/books/{book}/periods", "The years or terms of a book, newest first",
                                             Permission::see_all_documents,
                                             [&service](const Actor& actor, const ByBook& input) {
                                                 return Page<PeriodView>{service.list_periods(actor, input.book), {}};
                                             }),
        route::post<PeriodEntry, PeriodView>(
            "/api/books/{book}/periods", "Open a year or a term, or set where its numbers begin", Permission::manage_books,
            [&service](const Actor& actor, const PeriodEntry& entry) { return service.save_period(actor, entry); }),
        route::post<ClosePeriod, PeriodView>(
            "/api/books/{book}/close", "Close a year or a term", Permission::manage_books,
            [&service](const Actor& actor, const ClosePeriod& entry) { return service.close_period(actor, entry); })};
}

} // namespace congso::numbering
