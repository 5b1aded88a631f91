#include "office/accounts/accounts_api.h"

namespace congso::accounts {

namespace {

// With a password or a code in the form no digest of it may be kept, so these take no Idempotency-Key: they answer by themselves.
template <class In, class Out, class Method>
route::Route secret_form(std::string path, std::string help, Permission permission, AccountService& service, Method method)
{
    return route::raw<In, Out>(http::Method::post, std::move(path), std::move(help), route::Door::session, permission, http::Body::memory,
                               8192, [&service, method](const http::Request& request, const Actor* actor) {
                                   In entry;
                                   route::decode(request, describe::type_of<In>(), &entry);
                                   const Out output = (service.*method)(*actor, entry);
                                   return route::encode(describe::type_of<Out>(), &output);
                               });
}

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
    return {
        route::raw<route::None, Welcome>(Method::get, "/api/welcome", "What the sign-in page shows", Door::open, Permission::signed_in,
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
        route::post<RoleEntry, Role>("/api/admin/roles", "Add or change a role", Permission::manage_people,
                                     [&service](const Actor& actor, const RoleEntry& entry) { return service.save_role(actor, entry); }),
        route::get<route::None, Page<RightsChangeRow>>("/api/admin/rights-changes", "Changes of rights that wait to be confirmed",
                                                       Permission::manage_people,
                                                       [&service](const Actor& actor, const route::None&) {
                                                           return Page<RightsChangeRow>{service.list_rights_changes(actor), {}};
                                                       }),
        route::post<DecideRights, Nothing>(
            "/api/admin/rights-changes", "Confirm or refuse changes of rights", Permission::manage_people,
            [&service](const Actor& actor, const DecideRights& entry) { return service.decide_rights(actor, entry); }),
        route::post<ResetFactor, Nothing>(
            "/api/admin/second-factor/reset", "Take a second factor from an account whose phone is lost", Permission::manage_people,
            [&service](const Actor& actor, const ResetFactor& entry) { return service.reset_second_factor(actor, entry); }),
        route::get<route::None, SecondFactor>(
            "/api/second-factor", "Whether I sign in with a second factor", Permission::signed_in,
            [&service](const Actor& actor, const route::None&) { return service.get_second_factor(actor); }),
        secret_form<ConfirmPassword, Enrolment>("/api/second-factor", "Begin to set up my second factor", Permission::signed_in, service,
                                                &AccountService::begin_second_factor),
        secret_form<ConfirmCode, RecoveryCodes>("/api/second-factor/confirm", "The first code: from now on it is asked",
                                                Permission::signed_in, service, &AccountService::confirm_second_factor),
        secret_form<ConfirmPassword, Nothing>("/api/second-factor/off", "Sign in with the password alone again", Permission::signed_in,
                                              service, &AccountService::end_second_factor),
        route::post<AccountEntry, Nothing>(
            "/api/admin/accounts", "Make, change or close an account", Permission::manage_people,
            [&service](const Actor& actor, const AccountEntry& entry) { return service.save_account(actor, entry); })};
}

} // namespace congso::accounts
