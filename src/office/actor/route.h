#pragma once
#include "lib/base/describe.h"
#include "lib/http/server.h"
#include "lib/json/schema.h"
#include "office/actor/actor.h"

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

// One line of a feature's API: its path, its rule and its types stand together, so the program can decode, refuse, answer,
// describe itself under /api and print the page's types from the same line.
namespace congso::route {

enum class Door {
    session, // a signed-in person; a state-changing call also carries X-Requested-With: congso
    open // anyone
};

struct Route {
    http::Method method{};
    std::string path, help;
    Permission permission{};
    Door door{};
    const describe::Type* input{};
    const describe::Type* output{};
    http::Body body{};
    std::int64_t body_limit{};
    std::function<http::Response(const http::Request&, const Actor*)> answer; // the actor is null at the open door
    std::string media_type = "application/json"; // of what it answers
};

constexpr std::int64_t json_limit = 1024 * 1024; // no form of an office is longer

// Fills `target` from the path's parameters, then the query (GET, DELETE) or the JSON body (POST); all faults at once.
void decode(const http::Request& request, const describe::Type& type, void* target);
http::Response encode(const describe::Type& type, const void* value);

namespace detail {

template <class In, class Out, class F> Route make(http::Method method, std::string path, std::string help, Permission permission, F fn)
{
    const bool has_body = method == http::Method::post;
    return {.method = method,
            .path = std::move(path),
            .help = std::move(help),
            .permission = permission,
            .door = Door::session,
            .input = &describe::type_of<In>(),
            .output = &describe::type_of<Out>(),
            .body = has_body ? http::Body::memory : http::Body::none,
            .body_limit = has_body ? json_limit : 0,
            .answer =
                [fn = std::move(fn)](const http::Request& request, const Actor* actor) {
                    In input{};
                    decode(request, describe::type_of<In>(), &input);
                    const Out output = fn(*actor, input);
                    return encode(describe::type_of<Out>(), &output);
                },
            .media_type = "application/json"};
}

} // namespace detail

// fn(const Actor&, const In&) → Out
template <class In, class Out, class F> Route get(std::string path, std::string help, Permission permission, F fn)
{
    return detail::make<In, Out>(http::Method::get, std::move(path), std::move(help), permission, std::move(fn));
}
template <class In, class Out, class F> Route post(std::string path, std::string help, Permission permission, F fn)
{
    return detail::make<In, Out>(http::Method::post, std::move(path), std::move(help), permission, std::move(fn));
}
template <class In, class Out, class F> Route del(std::string path, std::string help, Permission permission, F fn)
{
    return detail::make<In, Out>(http::Method::del, std::move(path), std::move(help), permission, std::move(fn));
}

// A route that answers by itself (cookies, files): fn(const Request&, const Actor*) → Response. In and Out only describe it.
template <class In, class Out, class F>
Route raw(http::Method method, std::string path, std::string help, Door door, Permission permission, http::Body body,
          std::int64_t body_limit, F fn)
{
    return {.method = method,
            .path = std::move(path),
            .help = std::move(help),
            .permission = permission,
            .door = door,
            .input = &describe::type_of<In>(),
            .output = &describe::type_of<Out>(),
            .body = body,
            .body_limit = body_limit,
            .answer = std::move(fn),
            .media_type = "application/json"};
}

// The same route, which answers with a file: `Out` then says what else it may answer.
inline Route with_file(Route route, std::string media_type = "application/octet-stream")
{
    route.media_type = std::move(media_type);
    return route;
}

// Inputs that many routes share.
struct None { };
BOOST_DESCRIBE_STRUCT(None, (), ())
template <class T> struct ById {
    Id<T> id;
    BOOST_DESCRIBE_CLASS(ById, (), (id), (), ())
};

std::vector<json::Operation> operations(std::span<const Route> routes);
std::string_view name_of(http::Method method); // "GET"

} // namespace congso::route
