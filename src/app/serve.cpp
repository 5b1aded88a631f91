#include "app/serve.h"

#include "app/app.h"
#include "app/backup.h"
#include "app/certificates.h"
#include "app/check.h"
#include "app/control.h"
#include "app/housekeeping.h"
#include "app/settings.h"
#include "app/users.h"
#include "app/web.h"
#include "lib/base/log.h"
#include "lib/crypto/password.h"
#include "lib/db/migrate.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <csignal>
#include <cstdio>

#include <pthread.h>

namespace congso::app {

namespace {

struct OnEnd {
    explicit OnEnd(std::function<void()> what) : act(std::move(what)) { }
    ~OnEnd() { act(); }
    OnEnd(const OnEnd&) = delete;
    OnEnd& operator=(const OnEnd&) = delete;
    std::function<void()> act;
};

sigset_t end_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    return signals;
}

http::Response explain_https(const http::Request&)
{
    http::Response response;
    response.content_type = "text/html; charset=utf-8";
    response.status = 426;
    response.fields = {{"Upgrade", "TLS/1.2, HTTP/1.1"}, {"Connection", "Upgrade"}};
    response.body =
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>congso</title><h1>Máy chủ này chỉ nhận kết nối mã hóa</h1>"
        "<p>Hãy mở địa chỉ bắt đầu bằng <b>https://</b> thay cho http://. Lần đầu, quản trị viên cài chứng thư gốc của cơ quan "
        "(tệp keys/tls/ca.pem trong thư mục dữ liệu) vào máy này.</p></html>";
    return response;
}

} // namespace

int serve(const Config& config)
{
    config.check();
    if (config.password_strength == "test")
        crypto::password::set_limits(1, 1024);
    const auto signals = end_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // before any thread: only sigwait below takes them

    DataDirectory data{config.data, DataDirectory::Open::exclusive};
    db::Database database{config.target()};
    db::migrate(database);
    settings::demand_finished(database);
    const auto clock = open_clock(database, true);
    App app{config, data, database, *clock};
    app.establish_keys();

    http::ServerOptions options;
    options.address = config.host() == "localhost" ? "127.0.0.1" : config.host();
    options.port = config.port();
    options.workers = config.workers;
    options.trusted_proxies = config.trusted_proxies;
    options.upload_directory = data.uploads();
    options.tls = tls_files(config, data);
    options.plain_http = explain_https;
    options.common_fields = common_fields();
    const bool secure = options.tls.has_value();
    http::Server* serving = nullptr;
    http::Server server{std::move(options), endpoints(app, app.routes(), [&serving] { return serving->metrics(); }), streams(app),
                        page_or_asset};
    serving = &server;
    app.notifier.connect(
        [&server](std::string_view channel, std::string_view event, std::string_view text) { server.publish(channel, event, text); });

    app.accounts.on_session_ended([&server](std::string_view channel) { server.end_streams(channel); });

    const OnEnd disconnect{[&app] {
        app.notifier.connect({});
        app.accounts.on_session_ended({});
    }}; // also when something below fails and the jobs still run

    server.start();
    app.runner.start();
    app.previews.start();
    app.files.resume_previews();
    const ControlServer control{data.control_socket(), [&](const std::string& request) -> std::string {
                                    if (request == "check")
                                        return json::write(check(app));
                                    if (request.starts_with("check "))
                                        return json::write(check(app, request.substr(6)));
                                    if (request.starts_with("backup "))
                                        return backup(app, request.substr(7));
                                    if (request.starts_with("user "))
                                        return json::write(change_users(app, json::read<UserRequest>(request.substr(5))));
                                    throw Error::invalid("control.unknown");
                                }};
    const auto renew_certificate = [&] {
        if (tls_files(config, data)) // makes its own anew when it is time
            server.renew_tls();
    };
    std::optional<Housekeeping> housekeeping{std::in_place, app, renew_certificate};
    if (app.org.list_hosted().empty())
        std::printf("Chưa có cơ quan nào. Mã thiết lập: %s\n", app.setup_door.open().c_str());
    std::printf("listening on %s://%s:%d\n", secure ? "https" : "http", config.listen.substr(0, config.listen.rfind(':')).c_str(),
                server.port());
    std::fflush(stdout);

    int signal = SIGHUP;
    for (; signal == SIGHUP; sigwait(&signals, &signal))
        housekeeping->renew_certificate();
    log::info("server.stopping");
    app.notifier.connect({});
    app.accounts.on_session_ended({});
    server.stop();
    app.runner.stop();
    app.previews.stop();
    housekeeping.reset();
    return 0;
}

} // namespace congso::app
