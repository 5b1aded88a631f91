#include "office/administration/administration_api.h"

namespace congso::administration {

namespace {

constexpr std::int64_t table_limit = 4 << 20; // a list of people, also as a workbook

} // namespace

std::vector<route::Route> routes(AdministrationService& service)
{
    using http::Body, http::Method, http::Request, route::Door;
    return {
        route::get<OfPerson, OpenThings>(
            "/api/admin/handover", "What is still open with a person", Permission::manage_people,
            [&service](const Actor& actor, const OfPerson& input) { return service.open_things(actor, input.person); }),
        route::post<Handover, Nothing>("/api/admin/handover", "Hand over everything that is open with a person, in one act",
                                       Permission::manage_people,
                                       [&service](const Actor& actor, const Handover& entry) { return service.hand_over(actor, entry); }),
        route::get<route::None, Page<Seal>>("/api/admin/seals", "The pictures of the seals", Permission::manage_people,
                                            [&service](const Actor& actor, const route::None&) {
                                                return Page<Seal>{service.list_seals(actor), {}};
                                            }),
        route::post<SealEntry, Nothing>("/api/admin/seals", "Set the picture of a body's seal", Permission::manage_people,
                                        [&service](const Actor& actor, const SealEntry& entry) { return service.save_seal(actor, entry); }),
        route::raw<route::None, ImportPreview>(Method::post, "/api/admin/people/preview",
                                               "Read a table of people (CSV, XLSX); changes nothing", Door::session,
                                               Permission::manage_people, Body::memory, table_limit,
                                               [&service](const Request& request, const Actor* actor) {
                                                   const auto preview = service.preview(*actor, request.body);
                                                   return route::encode(describe::type_of<ImportPreview>(), &preview);
                                               }),
        // The answer holds passwords, so it is not kept for a second request.
        route::raw<ImportPeople, Nothing>(
            Method::post, "/api/admin/people/import", "Add these people; the sheet of their first passwords (PDF)", Door::session,
            Permission::manage_people, Body::memory, route::json_limit, [&service](const Request& request, const Actor* actor) {
                ImportPeople entry;
                route::decode(request, describe::type_of<ImportPeople>(), &entry);
                http::Response response;
                response.body = service.import(*actor, entry);
                response.content_type = "application/pdf";
                response.fields = {{"Cache-Control", "no-store"}, {"Content-Disposition", "attachment; filename=\"phieu-tai-khoan.pdf\""}};
                return response;
            })};
}

} // namespace congso::administration
