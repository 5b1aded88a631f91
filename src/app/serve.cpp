#include "app/serve.h"

#include "app/app.h"
#include "app/backup.h"
#include "app/check.h"
#include "app/control.h"
#include "app/web.h"
#include "lib/base/log.h"
#include "lib/crypto/authority.h"
#include "lib/crypto/password.h"
#include "lib/db/migrate.h"
#include "lib/json/write.h"

#include <csignal>
#include <cstdio>
#include <thread>

#include <ifaddrs.h>
#include <netdb.h>
#include <pthread.h>
#include <unistd.h>

namespace congso::app {

namespace {

// What is done by the clock and not by anyone's request: signing the heads of the audit chains, removing what is too old,
// keeping the figures of each month.
class Housekeeping {
public:
    explicit Housekeeping(App& app) : app_(app), thread_([this](const std::stop_token& stop) { run(stop); }) { }

private:
    void run(const std::stop_token& stop)
    {
        int minutes = 0;
        while (true) {
            std::unique_lock lock{mutex_};
            if (changed_.wait_for(lock, stop, std::chrono::minutes{1}, [] { return false; }) || stop.stop_requested())
                break;
            lock.unlock();
            guarded([&] {
                if (++minutes % app_.config.checkpoint_minutes == 0)
                    sign_chains();
                if (minutes % 60 == 0)
                    clean();
            });
            guarded([&] { keep_figures(); });
        }
        guarded([&] { sign_chains(); }); // what happened until the end is under a signature too
    }

    template <class F> static void guarded(F&& act)
    {
        try {
            act();
        } catch (const std::exception& error) {
            log::error("housekeeping.failed", {{"reason", error.what()}});
        }
    }

    void sign_chains()
    {
        for (const auto& agency : app_.org.list_hosted())
            guarded([&] { app_.audit.checkpoint(app_.database, agency.id); });
    }

    // Each day anew, since a deadline may have passed; the first time soon after the start.
    void keep_figures()
    {
        const auto today = app_.clock.today();
        if (today == figures_kept_on_)
            return;
        for (const auto& agency : app_.org.list_hosted())
            app_.figures.refresh(agency.id);
        figures_kept_on_ = today;
    }

    void clean()
    {
        constexpr std::int64_t answers_kept_ms = 72LL * 3600 * 1000;
        const auto limit = app_.clock.now().plus_ms(-answers_kept_ms);
        app_.database.write({}, [&](db::Tx& tx) { tx.execute("DELETE FROM answer WHERE at < $1", limit); });
        app_.files.remove_orphans();
        app_.blobs.remove_temporaries(std::chrono::hours{24});
    }

    App& app_;
    Date figures_kept_on_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::jthread thread_; // last: it ends first
};

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
    return signals;
}

std::string local_name()
{
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name;
}

std::vector<std::string> server_names(const Config& config)
{
    auto names = config.names;
    names.push_back("localhost");
    if (!local_name().empty())
        names.push_back(local_name());
    return names;
}

// Every address of this machine that browsers may use.
std::vector<std::string> local_addresses(const Config& config)
{
    std::vector<std::string> addresses;
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0)
        return {config.host()};
    for (const auto* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || (one->ifa_addr->sa_family != AF_INET && one->ifa_addr->sa_family != AF_INET6))
            continue;
        char text[NI_MAXHOST] = {};
        const auto length = one->ifa_addr->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
        if (::getnameinfo(one->ifa_addr, static_cast<socklen_t>(length), text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0
            && std::string_view{text}.find('%') == std::string_view::npos) // link-local addresses carry a zone
            addresses.emplace_back(text);
    }
    ::freeifaddrs(all);
    return addresses;
}

// Decision 19: beyond loopback only https, with a certificate of our own unless another is given.
std::optional<http::TlsFiles> tls_files(const Config& config, const DataDirectory& data)
{
    if (!config.certificate.empty())
        return http::TlsFiles{config.certificate, config.private_key};
    if (config.on_loopback() || config.insecure_lan)
        return std::nullopt;
    const auto directory = data.certificates();
    std::filesystem::create_directories(directory);
    const crypto::CertificateFiles authority{directory / "ca.pem", directory / "ca.key"},
        server{directory / "server.pem", directory / "server.key"};
    const auto now = SystemClock{}.now();
    crypto::make_authority(authority, "congso " + local_name(), now);
    crypto::renew_server_certificate(authority, server, {.names = server_names(config), .addresses = local_addresses(config)}, now);
    return http::TlsFiles{server.certificate, server.private_key};
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
    const auto clock = open_clock(database, true);
    App app{config, data, database, *clock};
    app.establish_keys();

    http::ServerOptions options;
    options.address = config.host() == "localhost" ? "127.0.0.1" : config.host();
    options.port = config.port();
    options.workers = config.workers;
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

    const OnEnd disconnect{[&app] {
        app.notifier.connect({});
    }}; // also when something below fails and the jobs still run

    server.start();
    app.runner.start();
    app.previews.start();
    const ControlServer control{data.control_socket(), [&](const std::string& request) -> std::string {
                                    if (request == "check")
                                        return json::write(check(app));
                                    if (request.starts_with("check "))
                                        return json::write(check(app, request.substr(6)));
                                    if (request.starts_with("backup "))
                                        return backup(app, request.substr(7));
                                    throw Error::invalid("control.unknown");
                                }};
    std::optional<Housekeeping> housekeeping{std::in_place, app};
    std::printf("listening on %s://%s:%d\n", secure ? "https" : "http", config.listen.substr(0, config.listen.rfind(':')).c_str(),
                server.port());
    std::fflush(stdout);

    int signal = 0;
    sigwait(&signals, &signal);
    log::info("server.stopping");
    app.notifier.connect({});
    server.stop();
    app.runner.stop();
    app.previews.stop();
    housekeeping.reset();
    return 0;
}

} // namespace congso::app
