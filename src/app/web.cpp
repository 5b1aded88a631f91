#include "app/web.h"

#include "app/assets.h"
#include "app/logged.h"
#include "lib/base/bytes.h"
#include "lib/http/forwarded.h"
#include "office/accounts/accounts_api.h"

#include <algorithm>

namespace congso::app {

namespace {

constexpr std::string_view own_page = "congso"; // no form of another site can set a field of its own

void demand_own_page(const http::Request& request)
{
    if (request.method != http::Method::get && request.field("x-requested-with") != own_page)
        throw Error::forbidden("request.not_ours");
}

Actor actor_of(App& app, const http::Request& request)
{
    return app.accounts.get_actor(request.cookie(accounts::session_cookie));
}

// What a key stands for: the same again is a form sent twice, anything else under the key is refused. Forms hold passwords, so the digest
// that is kept of them is made with the installation's secret.
std::string digest_of(const App& app, const http::Request& request)
{
    auto whole = request.path;
    for (const auto& [name, value] : request.query)
        whole += '\n' + name + '=' + value;
    return app.secret.digest(whole + '\n' + (request.upload ? request.upload->sha256 : request.body));
}

Actor admitted(App& app, const route::Route& route, const http::Request& request)
{
    auto actor = actor_of(app, request);
    demand_own_page(request);
    if (!actor.owes.empty() && !accounts::is_open_to_debtor(route.path))
        throw Error::forbidden(actor.owes);
    // What is everybody's own (work list, sessions, files) stays his own; the work itself may be that of who is away.
    if (const auto absent = request.field("x-acting-for"); !absent.empty() && route.permission != Permission::signed_in)
        actor = app.accounts.in_place_of(actor, {Uuid::parse(absent).value_or(Uuid{})});
    actor.demand(route.permission);
    actor.idempotency_key = request.field("idempotency-key");
    const auto is_printable = [](char c) {
        return c >= ' ' && c <= '~';
    };
    if (actor.idempotency_key.size() > 200 || !std::all_of(actor.idempotency_key.begin(), actor.idempotency_key.end(), is_printable))
        throw Error::invalid("idempotency.key");
    if (!actor.idempotency_key.empty())
        actor.request_digest = digest_of(app, request);
    return actor;
}

// Appendix VI part I: what is read, printed and taken out is logged; the parts of one file that a browser asks for are one reading.
void log_access(App& app, const route::Route& route, const http::Request& request, const Actor& actor, const http::Response& response)
{
    const auto action = logged_action(route.method, route.path, request);
    const auto range = request.field("range");
    if (action.empty() || response.status >= 300 || (!range.empty() && !range.starts_with("bytes=0-")))
        return;
    std::string detail;
    for (const auto& [name, value] : request.query)
        if (name != "after" && name != "limit")
            detail += (detail.empty() ? "" : "&") + name + "=" + value;
    app.access.note(actor, action, request.parameters.empty() ? std::string{} : request.parameters.begin()->second, detail);
}

http::Endpoint endpoint_of(App& app, const route::Route& route)
{
    http::Endpoint endpoint{
        .method = route.method, .path = route.path, .body = route.body, .body_limit = route.body_limit, .handler = {}, .before_body = {}};
    if (route.door == route::Door::open) {
        endpoint.handler = [route](const http::Request& request) {
            demand_own_page(request);
            return route.answer(request, nullptr);
        };
        return endpoint;
    }
    endpoint.handler = [&app, route](const http::Request& request) {
        const auto actor = admitted(app, route, request);
        auto response = route.answer(request, &actor);
        log_access(app, route, request, actor, response);
        return response;
    };
    if (route.body == http::Body::stream)
        endpoint.before_body = [&app, route](const http::Request& request) {
            admitted(app, route, request);
        };
    return endpoint;
}

http::Response text(std::string body, std::string content_type = "text/plain; charset=utf-8")
{
    http::Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    return response;
}

bool accepts(const http::Request& request, std::string_view coding)
{
    return request.field("accept-encoding").find(coding) != std::string_view::npos;
}

http::Response page_with_nonce(const Asset& asset)
{
    const auto nonce = to_base64url(as_bytes(random_bytes(18)));
    std::string body{asset.identity};
    for (auto at = body.find(nonce_placeholder); at != std::string::npos; at = body.find(nonce_placeholder, at))
        body.replace(at, nonce_placeholder.size(), nonce);
    auto response = text(std::move(body), std::string{asset.media_type});
    response.fields = {{"Cache-Control", "no-store"},
                       {"Content-Security-Policy",
                        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-" + nonce
                            + "'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                              " manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"}};
    return response;
}

http::Response asset_response(const Asset& asset, const http::Request& request)
{
    if (asset.has_nonce)
        return page_with_nonce(asset);
    http::Response response;
    response.content_type = asset.media_type;
    response.fields = {{"ETag", std::string{asset.etag}},
                       {"Cache-Control", asset.immutable ? "public, max-age=31536000, immutable" : "no-cache"},
                       {"Vary", "Accept-Encoding"}};
    if (request.field("if-none-match") == asset.etag) {
        response.status = 304;
        return response;
    }
    if (!asset.brotli.empty() && accepts(request, "br")) {
        response.body = asset.brotli;
        response.fields.emplace_back("Content-Encoding", "br");
    } else if (!asset.gzip.empty() && accepts(request, "gzip")) {
        response.body = asset.gzip;
        response.fields.emplace_back("Content-Encoding", "gzip");
    } else {
        response.body = asset.identity;
    }
    return response;
}

} // namespace

std::string description(std::span<const route::Route> routes)
{
    auto operations = route::operations(routes);
    const auto own = [&](std::string path, std::string summary, std::string permission, std::string door, std::string media_type) {
        operations.push_back({.method = "GET",
                              .path = std::move(path),
                              .summary = std::move(summary),
                              .permission = std::move(permission),
                              .door = std::move(door),
                              .input = &describe::type_of<route::None>(),
                              .output = nullptr,
                              .streamed_body = false,
                              .media_type = std::move(media_type)});
    };
    own("/api", "This description", "", "open", "application/json");
    own("/api/events", "What changes while one looks, as server-sent events", "signed_in", "session", "text/event-stream");
    own("/healthz", "Whether the program and its database answer", "", "open", "text/plain");
    own("/metrics", "Its figures as Prometheus reads them; asked on the machine itself only", "", "open", "text/plain");
    return json::openapi(operations, "congso", "1", accounts::session_cookie);
}

std::vector<http::Endpoint> endpoints(App& app, std::vector<route::Route> routes, const std::function<std::string()>& metrics)
{
    std::vector<http::Endpoint> all;
    const auto described = description(routes);
    for (const auto& route : routes)
        all.push_back(endpoint_of(app, route));
    const auto open = [&](std::string path, auto handler) {
        all.push_back({.method = http::Method::get,
                       .path = std::move(path),
                       .body = http::Body::none,
                       .body_limit = 0,
                       .handler = std::move(handler),
                       .before_body = {}});
    };
    open("/api", [described](const http::Request&) { return text(described, "application/json"); });
    open("/healthz", [&app](const http::Request&) {
        app.database.read({}, [](db::Tx& tx) { tx.find<int>("SELECT 1"); });
        return text("ok\n");
    });
    open("/metrics", [&app, metrics](const http::Request& request) {
        const bool local = request.remote_address == "127.0.0.1" || request.remote_address == "::1";
        if (!local || http::is_forwarded(request)) // a proxy on this machine stands there for anybody
            throw Error::forbidden("metrics.local_only");
        return text(metrics(), "text/plain; version=0.0.4; charset=utf-8");
    });
    return all;
}

std::vector<http::StreamEndpoint> streams(App& app)
{
    return {{"/api/events", [&app](const http::Request& request) {
                 const auto actor = actor_of(app, request);
                 std::vector<std::string> channels{Notifier::channel_of(actor.agency(), actor.person()),
                                                   Notifier::channel_of(actor.agency()),
                                                   app.accounts.stream_channel(request.cookie(accounts::session_cookie))};
                 for (const auto& absent : actor.absent)
                     channels.push_back(Notifier::channel_of(actor.agency(), absent));
                 return channels;
             }}};
}

http::Response page_or_asset(const http::Request& request)
{
    if (request.method != http::Method::get || request.path == "/api" || request.path.starts_with("/api/"))
        throw Error::not_found("route.unknown");
    if (const auto* asset = find_asset(request.path))
        return asset_response(*asset, request);
    if (request.path.starts_with("/assets/"))
        throw Error::not_found("asset.unknown");
    if (const auto* page = find_asset("/index.html"))
        return asset_response(*page, request);
    throw Error::not_found("page.not_built");
}

std::vector<std::pair<std::string, std::string>> common_fields()
{
    return {{"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "same-origin"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"}};
}

} // namespace congso::app
