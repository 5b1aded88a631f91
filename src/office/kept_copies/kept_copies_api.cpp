#include "office/kept_copies/kept_copies_api.h"

#include "office/files/files.h"

namespace congso::kept_copies {

namespace {

constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

http::Response answer(registers::Printed printed)
{
    http::Response response;
    response.content_type = files::pdf_type;
    response.fields = {{"Content-Disposition", files::content_disposition("inline", printed.name)},
                       {"Cache-Control", "no-store"},
                       {"X-Content-Type-Options", "nosniff"}};
    response.body = std::move(printed.bytes);
    return response;
}

http::Response answer(registers::Spreadsheet sheet)
{
    http::Response response;
    response.content_type = std::string{xlsx};
    response.fields = {{"Content-Disposition", files::content_disposition("attachment", sheet.name)}, {"Cache-Control", "no-store"}};
    response.file = std::move(sheet.file);
    response.file_is_temporary = true;
    return response;
}

// The register of one year as a file that is made when it is asked for.
template <class F> route::Route file(std::string path, std::string help, std::string_view media_type, F make)
{
    return route::with_file(route::raw<RegisterQuery, Nothing>(http::Method::get, std::move(path), std::move(help), route::Door::session,
                                                               Permission::see_all_documents, http::Body::none, 0,
                                                               [make = std::move(make)](const http::Request& request, const Actor* actor) {
                                                                   RegisterQuery query;
                                                                   route::decode(request, describe::type_of<RegisterQuery>(), &query);
                                                                   return answer(make(*actor, query));
                                                               }),
                            std::string{media_type});
}

} // namespace

std::vector<route::Route> routes(KeptCopyService& service)
{
    using enum Permission;
    return {
        route::post<UseEntry, UseRow>("/api/kept-copies", "Somebody takes a kept copy to use it", number_outgoing,
                                      [&service](const Actor& actor, const UseEntry& entry) { return service.take(actor, entry); }),
        route::post<GiveBack, UseRow>("/api/kept-copies/{id}/give-back", "The kept copy is back", number_outgoing,
                                      [&service](const Actor& actor, const GiveBack& entry) { return service.give_back(actor, entry); }),
        route::get<UseQuery, Page<UseRow>>("/api/kept-copies", "Who used kept copies, newest first", see_all_documents,
                                           [&service](const Actor& actor, const UseQuery& query) { return service.list(actor, query); }),
        file("/api/kept-copies/print", "The register of the use of kept copies of one year as a PDF", files::pdf_type,
             [&service](const Actor& actor, const RegisterQuery& query) { return service.print(actor, query); }),
        file("/api/kept-copies/export", "The register of the use of kept copies of one year as XLSX", xlsx,
             [&service](const Actor& actor, const RegisterQuery& query) { return service.take_out(actor, query); })};
}

} // namespace congso::kept_copies
