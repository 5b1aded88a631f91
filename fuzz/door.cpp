#include "app/web.h"
#include "lib/base/error.h"
#include "lib/crypto/password.h"
#include "lib/db/migrate.h"

#include <filesystem>

namespace {

using namespace congso;

// An installation nobody works in yet: whoever asks is a stranger.
struct House {
    House() { crypto::password::set_limits(1, 1024); }

    std::filesystem::path directory = std::filesystem::temp_directory_path() / ("congso-fuzz-" + Uuid::make().to_string());
    app::Config config{.data = directory};
    app::DataDirectory data{directory, app::DataDirectory::Open::exclusive};
    db::Database database{config.target()};
    int applied = db::migrate(database);
    SystemClock clock;
    app::App app{config, data, database, clock};
    std::vector<http::Endpoint> endpoints = app::endpoints(app, app.routes(), [] { return std::string{}; });

    ~House() { std::filesystem::remove_all(directory); }
};

std::string_view take_line(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

// Lines: cookie, user-agent, idempotency-key, x-requested-with; the rest is the body. Whatever a stranger puts there, no door that asks
// who he is opens, and every refusal is one that has a code.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static House house;
    std::string_view text{reinterpret_cast<const char*>(data), size};
    http::Request request;
    for (const auto* name : {"cookie", "user-agent", "idempotency-key", "x-requested-with"})
        request.fields.emplace_back(name, take_line(text));
    request.body = text;
    request.remote_address = "192.0.2.1";
    for (const auto& endpoint : house.endpoints) {
        const bool signs_in = endpoint.path == "/api/session" && endpoint.method == http::Method::post;
        if (!signs_in && endpoint.path != "/api/me" && endpoint.path != "/api/password" && endpoint.path != "/api/incoming")
            continue;
        request.method = endpoint.method;
        request.path = endpoint.path;
        try {
            const auto answer = endpoint.handler(request);
            __builtin_trap(); // nobody has an account here
        } catch (const Error& error) {
            const auto status = http::status_of(error.fault());
            if (error.code().empty() || status < 400 || status >= 500 || (!signs_in && error.code() != "session.missing"))
                __builtin_trap();
        }
    }
    return 0;
}
