#include "app/commands.h"

#include "app/backup.h"
#include "app/certificates.h"
#include "app/check.h"
#include "app/control.h"
#include "app/settings.h"
#include "app/setup.h"
#include "app/web.h"
#include "lib/base/bytes.h"
#include "lib/base/log.h"
#include "lib/db/migrate.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <cstdio>

namespace congso::app {

namespace {

// What a command wants of its data.
enum class Wanted {
    made, // where nothing is, a new installation
    migrated, // one that is there, brought to this program's schema
    current, // one that is there and has this program's schema
    as_it_is // one that is there, perhaps of an older program
};

// A mistyped --data must not look like an office that is well.
db::Target existing(const Config& config, Wanted wanted)
{
    if (wanted != Wanted::made && config.database.empty() && !std::filesystem::exists(config.data / "congso.db"))
        throw Error::not_found("data.missing", {{"path", config.data.string()}});
    return config.target();
}

int prepare(db::Database& database, const DataDirectory& data, Wanted wanted)
{
    const auto missing = wanted == Wanted::made ? 0 : db::count_missing(database);
    if (wanted != Wanted::made && missing == static_cast<int>(db::all_migrations().size()))
        throw Error::not_found("data.missing", {{"path", data.path().string()}});
    if (wanted == Wanted::current && missing > 0)
        throw Error::conflict("db.schema_older", {{"missing", std::to_string(missing)}});
    const bool migrates = wanted == Wanted::made || wanted == Wanted::migrated;
    const auto applied = migrates ? db::migrate(database) : 0;
    settings::demand_finished(database);
    if (wanted == Wanted::current && !std::filesystem::exists(data.secret())) // a new one would hide that the old one is lost
        throw Error::not_found("data.key_missing", {{"path", data.secret().string()}});
    return applied;
}

// A command's own program on a directory that nobody serves.
struct Opened {
    Opened(const Config& config, Wanted wanted)
        : data(config.data, wanted == Wanted::made ? DataDirectory::Open::exclusive : DataDirectory::Open::existing),
          database(existing(config, wanted)), applied(prepare(database, data, wanted)), clock(open_clock(database, false)),
          app(config, data, database, *clock)
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
    Opened opened{config, Wanted::made};
    const auto made = create_first_agency(opened.app, options);
    const auto authority = make_own_authority(opened.data);
    std::printf("Đã tạo %s. Đăng nhập bằng tên «%s».\n", options.agency.c_str(), made.c_str());
    std::printf("Chứng thư gốc để cài lên máy của cơ quan: %s\n%s\n", authority.certificate.c_str(),
                crypto::certificate_fingerprint(authority.certificate).c_str());
    return 0;
}

int run_check(const Config& config, bool as_json, const std::string& code)
{
    CheckReport report;
    if (const auto answer = ask(config, code.empty() ? "check" : "check " + code)) {
        report = json::read<CheckReport>(*answer);
    } else {
        Opened opened{config, Wanted::current};
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
        Opened opened{config, Wanted::as_it_is};
        root = backup(opened.app, target);
    }
    std::printf("%s\n", root.c_str());
    return 0;
}

int run_restore(const Config& config, const std::string& file)
{
    std::printf("%s\n", restore(file, config.data, config.database).c_str());
    return 0;
}

int run_renew_key(const Config& config)
{
    Opened opened{config, Wanted::current};
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
    const Opened opened{config, Wanted::migrated};
    std::printf("%d\n", opened.applied);
    return 0;
}

int run_user(const Config& config, const UserRequest& request)
{
    std::vector<UserRow> rows;
    if (const auto answer = ask(config, "user " + json::write(request))) {
        rows = json::read<UserRows>(*answer).rows;
    } else {
        Opened opened{config, Wanted::current};
        rows = change_users(opened.app, request).rows;
    }
    for (const auto& row : rows)
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\n", row.username.c_str(), row.full_name.c_str(), row.post_name.c_str(), row.agency.c_str(),
                    row.roles.c_str(), row.closed ? "đã khóa" : "");
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
        Opened opened{config, Wanted::made};
        const auto routes = opened.app.routes();
        printed = typescript ? json::typescript(route::operations(routes)) : description(routes);
    }
    std::filesystem::remove_all(directory);
    std::fwrite(printed.data(), 1, printed.size(), stdout);
    return 0;
}

} // namespace congso::app
