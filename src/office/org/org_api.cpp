#include "office/org/org_api.h"

namespace congso::org {

namespace {

// A list that needs nothing but a signed-in person.
template <class T>
route::Route list(std::string path, std::string help, OrgService& service, std::vector<T> (OrgService::*method)(const Actor&))
{
    return route::get<route::None, Page<T>>(std::move(path), std::move(help), Permission::signed_in,
                                            [&service, method](const Actor& actor, const route::None&) {
                                                return Page<T>{(service.*method)(actor), {}};
                                            });
}

} // namespace

std::vector<route::Route> routes(OrgService& service)
{
    return {list<PersonRow>("/api/people", "The people of the agency, in the order of names", service, &OrgService::list_people),
            list<Unit>("/api/units", "The units of the agency", service, &OrgService::list_units),
            list<Body>("/api/bodies", "For whom the agency issues documents", service, &OrgService::list_bodies),
            list<Post>("/api/posts", "The posts of the agency", service, &OrgService::list_posts),
            list<Agency>("/api/agencies", "The agencies that this installation knows", service, &OrgService::list_agencies),
            list<SigningPower>("/api/signing-powers", "Who may sign for which body today", service, &OrgService::list_signing_powers),
            route::get<route::ById<Person>, PersonView>(
                "/api/admin/people/{id}", "One person with his posts", Permission::manage_people,
                [&service](const Actor& actor, const route::ById<Person>& input) { return service.get_person(actor, input.id); }),
            route::post<PersonEntry, PersonView>(
                "/api/admin/people", "Add a person", Permission::manage_people,
                [&service](const Actor& actor, const PersonEntry& entry) { return service.save_person(actor, entry); }),
            route::post<PersonEntry, PersonView>(
                "/api/admin/people/{id}", "Change a person", Permission::manage_people,
                [&service](const Actor& actor, const PersonEntry& entry) { return service.save_person(actor, entry); })};
}

} // namespace congso::org
