#include "office/registers/registers_api.h"

namespace congso::registers {

namespace {

http::Response pdf_response(Printed printed)
{
    http::Response response;
    response.content_type = files::pdf_type;
    response.fields = {{"Content-Disposition", files::content_disposition("inline", printed.name)},
                       {"Cache-Control", "no-store"},
                       {"X-Content-Type-Options", "nosniff"}};
    if (printed.file.empty()) {
        response.body = std::move(printed.bytes);
    } else {
        response.file = std::move(printed.file);
        response.file_is_temporary = true;
    }
    return response;
}

// A route that answers with a PDF made for it.
template <class In, class F> route::Route print(std::string path, std::string help, Permission permission, F fn)
{
    return route::with_file(route::raw<In, Nothing>(http::Method::get, std::move(path), std::move(help), route::Door::session, permission,
                                                    http::Body::none, 0,
                                                    [fn = std::move(fn)](const http::Request& request, const Actor* actor) {
                                                        In input{};
                                                        route::decode(request, describe::type_of<In>(), &input);
                                                        return pdf_response(fn(*actor, input));
                                                    }),
                            "application/pdf");
}

constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// A route that answers with a spreadsheet made for it.
template <class In, class F> route::Route take_out(std::string path, std::string help, Permission permission, F fn)
{
    return route::with_file(
        route::raw<In, Nothing>(http::Method::get, std::move(path), std::move(help), route::Door::session, permission, http::Body::none, 0,
                                [fn = std::move(fn)](const http::Request& request, const Actor* actor) {
                                    In input{};
                                    route::decode(request, describe::type_of<In>(), &input);
                                    auto sheet = fn(*actor, input);
                                    http::Response response;
                                    response.content_type = std::string{xlsx};
                                    response.fields = {{"Content-Disposition", files::content_disposition("attachment", sheet.name)},
                                                       {"Cache-Control", "no-store"}};
                                    response.file = std::move(sheet.file);
                                    response.file_is_temporary = true;
                                    return response;
                                }),
        std::string{xlsx});
}

} // namespace

std::vector<route::Route> routes(RegisterService& service)
{
    using enum Permission;
    using incoming::Incoming, outgoing::Outgoing;
    return {print<DaySheetQuery>("/api/books/{book}/day-sheet", "The numbers of one day with the code of a checkpoint, as a PDF",
                                 see_all_documents,
                                 [&service](const Actor& actor, const DaySheetQuery& query) { return service.day_sheet(actor, query); }),
            print<BookPrintQuery>("/api/books/{book}/print", "A register of Decree 30/2020 as a PDF", see_all_documents,
                                  [&service](const Actor& actor, const BookPrintQuery& query) { return service.print_book(actor, query); }),
            print<route::ById<Incoming>>(
                "/api/incoming/{id}/slip", "The slip of an incoming document as a PDF", read_documents,
                [&service](const Actor& actor, const route::ById<Incoming>& input) { return service.slip(actor, input.id); }),
            print<IncomingPrint>("/api/incoming/{id}/print-copy", "An incoming document for the printer, with the stamp", read_documents,
                                 [&service](const Actor& actor, const IncomingPrint& query) { return service.print_copy(actor, query); }),
            print<HandOutPrint>("/api/outgoing/{id}/hand-out-slips", "Slips for people without an account, as a PDF", number_outgoing,
                                [&service](const Actor& actor, const HandOutPrint& query) { return service.hand_out_slips(actor, query); }),
            print<CopyHandOutPrint>(
                "/api/copies/{id}/hand-out-slips", "Slips for people without an account who are given a copy, as a PDF", copy_documents,
                [&service](const Actor& actor, const CopyHandOutPrint& query) { return service.hand_out_slips(actor, query); }),
            print<route::ById<Outgoing>>(
                "/api/outgoing/{id}/print-copy", "An outgoing document for the printer", read_documents,
                [&service](const Actor& actor, const route::ById<Outgoing>& input) { return service.print_copy(actor, input.id); })};
}

std::vector<route::Route> routes(ExportService& service)
{
    using enum Permission;
    using incoming::IncomingQuery, outgoing::OutgoingQuery;
    return {
        take_out<IncomingQuery>("/api/exports/incoming", "The list of incoming documents as XLSX", read_documents,
                                [&service](const Actor& actor, const IncomingQuery& query) { return service.incoming(actor, query); }),
        take_out<OutgoingQuery>("/api/exports/outgoing", "The list of outgoing documents as XLSX", read_documents,
                                [&service](const Actor& actor, const OutgoingQuery& query) { return service.outgoing(actor, query); }),
        take_out<route::None>("/api/exports/work", "One's work list as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.work(actor); }),
        take_out<route::None>("/api/exports/people", "The people of the agency as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.people(actor); }),
        take_out<envelopes::EnvelopeQuery>(
            "/api/exports/envelopes", "The envelopes addressed to someone by name as XLSX", register_incoming,
            [&service](const Actor& actor, const envelopes::EnvelopeQuery& query) { return service.envelopes(actor, query); }),
        take_out<work_dossiers::WorkDossierQuery>(
            "/api/exports/work-dossiers", "The list of work dossiers as XLSX", read_documents,
            [&service](const Actor& actor, const work_dossiers::WorkDossierQuery& query) { return service.work_dossiers(actor, query); }),
        take_out<route::None>("/api/exports/units", "The units of the agency as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.units(actor); }),
        take_out<route::None>("/api/exports/bodies", "The issuing bodies of the agency as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.bodies(actor); }),
        take_out<route::None>("/api/exports/posts", "The posts of the agency as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.posts(actor); }),
        take_out<route::None>("/api/exports/agencies", "The agencies that this installation knows as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.agencies(actor); }),
        take_out<route::None>("/api/exports/mandates", "Mandates to sign and delegations as XLSX", manage_people,
                              [&service](const Actor& actor, const route::None&) { return service.mandates(actor); }),
        take_out<route::None>("/api/exports/roles", "The roles of the agency with their rights as XLSX", manage_people,
                              [&service](const Actor& actor, const route::None&) { return service.roles(actor); }),
        take_out<route::None>("/api/exports/recipient-groups", "Groups of recipients with their members as XLSX", signed_in,
                              [&service](const Actor& actor, const route::None&) { return service.recipient_groups(actor); }),
        take_out<worktime::YearQuery>(
            "/api/exports/calendar", "Holidays and swapped days of a year as XLSX", signed_in,
            [&service](const Actor& actor, const worktime::YearQuery& query) { return service.calendar(actor, query); }),
        take_out<copies::CopyQuery>(
            "/api/exports/copies", "The list of copies as XLSX", read_documents,
            [&service](const Actor& actor, const copies::CopyQuery& query) { return service.copies(actor, query); }),
        take_out<access::AccessQuery>(
            "/api/exports/access", "The log of reading, printing and taking out as XLSX", read_audit,
            [&service](const Actor& actor, const access::AccessQuery& query) { return service.access(actor, query); }),
        take_out<audit::TrailQuery>("/api/exports/audit", "The trail of acts as XLSX", read_audit,
                                    [&service](const Actor& actor, const audit::TrailQuery& query) { return service.trail(actor, query); }),
        take_out<BookExport>("/api/books/{book}/export", "One period of a book as XLSX", see_all_documents,
                             [&service](const Actor& actor, const BookExport& query) { return service.book(actor, query); }),
        route::get<BookRowsQuery, Page<BookRow>>(
            "/api/books/{book}/entries", "The numbers of one period with their documents, newest first", see_all_documents,
            [&service](const Actor& actor, const BookRowsQuery& query) { return service.list_book(actor, query); })};
}

} // namespace congso::registers
