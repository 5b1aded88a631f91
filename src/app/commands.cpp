#include "app/commands.h"

#include "app/backup.h"
#include "app/check.h"
#include "app/control.h"
#include "app/setup.h"
#include "app/web.h"
#include "lib/base/bytes.h"
#include "lib/base/log.h"
#include "lib/crypto/password.h"
#include "lib/db/migrate.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <cstdio>

namespace congso::app {

namespace {

// A command's own program on a directory that nobody serves.
struct Opened {
    explicit Opened(const Config& config)
        : data(config.data, DataDirectory::Open::exclusive), database(config.target()), applied(db::migrate(database)),
          clock(open_clock(database, false)), app(config, data, database, *clock)
    {
    }
    DataDirectory data;
    db::Database database;
    int applied;
    std::unique_ptr<Clock> clock;
    App app;
};

std::optional<std::string> ask(const Config& config, const std::string& request)
{
    if (!DataDirectory::is_served(config.data))
        return std::nullopt;
    return ask_server(config.data / "control.sock", request);
}

void print(const CheckReport& report)
{
    for (const auto& fault : report.faults)
        std::printf("%s\n", fault.c_str());
    for (const auto& agency : report.agencies) {
        for (const auto& fault : agency.faults)
            std::printf("%s: %s\n", agency.name.c_str(), fault.c_str());
        std::printf("%s: %s\n", agency.name.c_str(),
                    agency.faults.empty() ? "đúng" : (std::to_string(agency.faults.size()) + " lỗi").c_str());
    }
    if (report.proven)
        std::printf("%s: đúng, %s, mục %lld\n", report.proven->code.c_str(), report.proven->agency.c_str(),
                    static_cast<long long>(report.proven->sequence));
}

} // namespace

int run_init(const Config& config, const InitOptions& options)
{
    Opened opened{config};
    const auto made = create_first_agency(opened.app, options);
    std::printf("Đã tạo %s. Đăng nhập bằng tên «%s».\n", options.agency.c_str(), made.c_str());
    return 0;
}

int run_check(const Config& config, bool as_json, const std::string& code)
{
    CheckReport report;
    if (const auto answer = ask(config, code.empty() ? "check" : "check " + code)) {
        report = json::read<CheckReport>(*answer);
    } else {
        Opened opened{config};
        report = check(opened.app, code);
    }
    if (as_json)
        std::printf("%s\n", json::write(report).c_str());
    else
        print(report);
    return report.clean ? 0 : 1;
}

int run_backup(const Config& config, const std::string& file)
{
    const auto target = std::filesystem::absolute(file);
    std::string root;
    if (const auto answer = ask(config, "backup " + target.string())) {
        root = *answer;
    } else {
        Opened opened{config};
        root = backup(opened.app, target);
    }
    std::printf("%s\n", root.c_str());
    return 0;
}

int run_restore(const Config& config, const std::string& file)
{
    if (!config.database.empty()) // a saved file holds the embedded database; it would lie there unused
        throw Error::unavailable("db.restore_unsupported");
    std::printf("%s\n", restore(file, config.data).c_str());
    return 0;
}

int run_renew_key(const Config& config)
{
    Opened opened{config};
    opened.app.audit_keys.make(opened.clock->now());
    const auto key = to_hex(opened.app.audit_keys.key().public_key());
    for (const auto& agency : opened.app.org.list_hosted()) {
        opened.database.write(agency.id, [&](db::Tx& tx) {
            opened.app.audit.record(tx, Actor{agency.id, {}, {}}, "audit.key_renewed", "agency", agency.id.uuid, {{"public_key", key}});
        });
        opened.app.audit.checkpoint(opened.database, agency.id);
    }
    std::printf("%s\n", key.c_str());
    return 0;
}

int run_migrate(const Config& config)
{
    const Opened opened{config};
    std::printf("%d\n", opened.applied);
    return 0;
}

int run_user_list(const Config& config)
{
    Opened opened{config};
    for (const auto& agency : opened.app.org.list_hosted())
        for (const auto& person : opened.app.org.list_people(Actor{agency.id, {}, {}}))
            if (!person.username.empty())
                std::printf("%s\t%s\t%s\t%s\n", person.username.c_str(), person.full_name.c_str(), person.post_name.c_str(),
                            agency.short_name.c_str());
    return 0;
}

int run_user_password(const Config& config, const std::string& username, const std::string& password)
{
    Opened opened{config};
    opened.app.accounts.reset_password(username, password);
    return 0;
}

int run_print_api(bool typescript)
{
    // the routes are listed by the services, and those want a database: an empty one will do
    const auto directory = std::filesystem::temp_directory_path() / ("congso-api-" + Uuid::make().to_string());
    std::string printed;
    {
        Config config;
        config.data = directory;
        Opened opened{config};
        const auto routes = opened.app.routes();
        printed = typescript ? json::typescript(route::operations(routes)) : description(routes);
    }
    std::filesystem::remove_all(directory);
    std::fwrite(printed.data(), 1, printed.size(), stdout);
    return 0;
}

} // namespace congso::app
