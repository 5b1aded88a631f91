#include "office/accounts/accounts_api.h"

namespace congso::accounts {

namespace {

// HttpOnly: no script reads it. SameSite=Strict: no other site's form carries it.
std::string cookie_field(std::string_view token, bool secure)
{
    std::string field{session_cookie};
    field += "=";
    field += token;
    field += "; Path=/; HttpOnly; SameSite=Strict";
    if (token.empty())
        field += "; Max-Age=0";
    if (secure)
        field += "; Secure";
    return field;
}

bool is_this_machine(std::string_view address)
{
    return address == "::1" || address.starts_with("127.");
}

template <class T> http::Response answer(const T& value)
{
    return route::encode(describe::type_of<T>(), &value);
}

} // namespace

std::vector<route::Route> routes(AccountService& service)
{
    using http::Body, http::Method, http::Request, route::Door;
    return {route::raw<route::None, Welcome>(Method::get, "/api/welcome", "What the sign-in page shows", Door::open, Permission::signed_in,
                                             Body::none, 0,
                                             [&service](const Request& request, const Actor*) {
                                                 auto welcome = service.welcome();
                                                 welcome.insecure = !request.secure && !is_this_machine(request.remote_address);
                                                 return answer(welcome);
                                             }),
            route::raw<SignIn, Me>(Method::post, "/api/session", "Sign in", Door::open, Permission::signed_in, Body::memory, 4096,
                                   [&service](const Request& request, const Actor*) {
                                       SignIn entry;
                                       route::decode(request, describe::type_of<SignIn>(), &entry);
                                       const auto signed_in = service.sign_in(entry, request.remote_address, request.field("user-agent"));
                                       auto response = answer(signed_in.me);
                                       response.fields.emplace_back("Set-Cookie", cookie_field(signed_in.token, request.secure));
                                       return response;
                                   }),
            route::raw<route::None, Nothing>(Method::del, "/api/session", "Sign out", Door::session, Permission::signed_in, Body::none, 0,
                                             [&service](const Request& request, const Actor*) {
                                                 service.sign_out(request.cookie(session_cookie));
                                                 auto response = answer(Nothing{});
                                                 response.fields.emplace_back("Set-Cookie", cookie_field("", request.secure));
                                                 return response;
                                             }),
            route::get<route::None, Me>("/api/me", "Who I am and what I may do", Permission::signed_in,
                                        [&service](const Actor& actor, const route::None&) { return service.get_me(actor); }),
            route::raw<route::None, Page<SessionRow>>(
                Method::get, "/api/sessions", "Where I am signed in", Door::session, Permission::signed_in, Body::none, 0,
                [&service](const Request& request, const Actor* actor) {
                    return answer(Page<SessionRow>{service.list_sessions(*actor, request.cookie(session_cookie)), {}});
                }),
            route::del<route::ById<Session>, Nothing>(
                "/api/sessions/{id}", "End one of my sessions", Permission::signed_in,
                [&service](const Actor& actor, const route::ById<Session>& input) { return service.end_session(actor, input.id); }),
            route::raw<ChangePassword, Nothing>(Method::post, "/api/password", "Change my password; my other sessions end", Door::session,
                                                Permission::signed_in, Body::memory, 8192,
                                                [&service](const Request& request, const Actor* actor) {
                                                    ChangePassword entry;
                                                    route::decode(request, describe::type_of<ChangePassword>(), &entry);
                                                    return answer(service.change_password(*actor, entry, request.cookie(session_cookie)));
                                                }),
            route::get<route::None, Page<Role>>("/api/admin/roles", "The roles of the agency", Permission::manage_people,
                                                [&service](const Actor& actor, const route::None&) {
                                                    return Page<Role>{service.list_roles(actor), {}};
                                                }),
            route::get<route::ById<org::Person>, PersonRoles>(
                "/api/admin/people/{id}/roles", "The roles of a person", Permission::manage_people,
                [&service](const Actor& actor, const route::ById<org::Person>& input) { return service.get_roles(actor, input.id); }),
            route::post<PersonRoles, PersonRoles>(
                "/api/admin/people/{id}/roles", "Set the roles of a person", Permission::manage_people,
                [&service](const Actor& actor, const PersonRoles& entry) { return service.set_roles(actor, entry); }),
            route::post<AccountEntry, Nothing>(
                "/api/admin/accounts", "Make, change or close an account", Permission::manage_people,
                [&service](const Actor& actor, const AccountEntry& entry) { return service.save_account(actor, entry); })};
}

} // namespace congso::accounts
