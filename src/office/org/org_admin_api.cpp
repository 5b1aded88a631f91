#include "office/org/org_admin_api.h"

namespace congso::org {

namespace {

struct HistoryOf {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(HistoryOf, (), (id))

// A form that makes or changes one record of the agency.
template <class Entry, class Out>
route::Route form(std::string path, std::string help, OrgAdminService& service, Out (OrgAdminService::*method)(const Actor&, const Entry&))
{
    return route::post<Entry, Out>(std::move(path), std::move(help), Permission::manage_people,
                                   [&service, method](const Actor& actor, const Entry& entry) { return (service.*method)(actor, entry); });
}

template <class T>
route::Route list(std::string path, std::string help, Permission permission, OrgAdminService& service,
                  std::vector<T> (OrgAdminService::*method)(const Actor&))
{
    return route::get<route::None, Page<T>>(std::move(path), std::move(help), permission,
                                            [&service, method](const Actor& actor, const route::None&) {
                                                return Page<T>{(service.*method)(actor), {}};
                                            });
}

} // namespace

std::vector<route::Route> routes(OrgAdminService& service)
{
    return {form("/api/admin/agencies", "Add or change an address, or one's own agency", service, &OrgAdminService::save_agency),
            form("/api/admin/units", "Add or change a unit", service, &OrgAdminService::save_unit),
            form("/api/admin/bodies", "Add or change an issuing body", service, &OrgAdminService::save_body),
            form("/api/admin/posts", "Add or change a post", service, &OrgAdminService::save_post),
            form("/api/admin/holdings", "Give somebody a post, change its days, end it", service, &OrgAdminService::save_holding),
            form("/api/admin/mandates", "Add or change a mandate to sign, or a delegation", service, &OrgAdminService::save_mandate),
            list<Holder>("/api/admin/holdings", "Who holds which post, of all days", Permission::manage_people, service,
                         &OrgAdminService::list_holders),
            list<MandateRow>("/api/admin/mandates", "Mandates and delegations, newest first", Permission::manage_people, service,
                             &OrgAdminService::list_mandates),
            list<MandateRow>("/api/stand-ins", "Who stands in for me, and for whom I stand in", Permission::signed_in, service,
                             &OrgAdminService::list_stand_ins),
            route::post<StandIn, MandateRow>(
                "/api/stand-ins", "Let somebody do my work while I am away", Permission::signed_in,
                [&service](const Actor& actor, const StandIn& entry) { return service.save_stand_in(actor, entry); }),
            route::post<EndStandIn, Nothing>(
                "/api/stand-ins/end", "I am back", Permission::signed_in,
                [&service](const Actor& actor, const EndStandIn& entry) { return service.end_stand_in(actor, entry); }),
            route::get<HistoryOf, Page<audit::Event>>("/api/admin/history/{id}",
                                                      "What happened to a person, a unit, a post …, newest first",
                                                      Permission::manage_people, [&service](const Actor& actor, const HistoryOf& record) {
                                                          return Page<audit::Event>{service.history(actor, record.id), {}};
                                                      })};
}

} // namespace congso::org
