#include "app/app.h"
#include "bench/benches.h"
#include "bench/list_cases.h"
#include "bench/support/bare_select.h"
#include "bench/support/fill.h"
#include "bench/support/http_client.h"
#include "bench/support/installation.h"
#include "bench/support/measure.h"
#include "bench/support/postgres_databases.h"

#include <cstdio>
#include <map>
#include <stdexcept>

namespace congso::bench {

namespace {

struct Measured {
    Turns inside; // milliseconds of IncomingService::list and of the bare SELECT
    Samples outside; // milliseconds over HTTP, less a bare round trip
    std::size_t rows{};
};

double milliseconds_of(const std::function<void()>& act)
{
    return seconds_of(act) * 1000;
}

void measure_inside(Installation& installation, const ListCase& asked, app::App& app, Measured& measured, int requests)
{
    const auto bare = open_bare_select(installation.target(), asked);
    const auto actor = installation.office().as(asked.who == Who::sees_all ? installation.office().clerk : installation.office().officer);
    measured.rows = app.incoming.list(actor, asked.query).items.size(); // warm
    bare->run();
    measured.inside = take_turns(
        requests, [&] { return milliseconds_of([&] { app.incoming.list(actor, asked.query); }); },
        [&] { return milliseconds_of([&] { bare->run(); }); });
}

void measure_outside(HttpClient& http, const ListCase& asked, Measured& measured, int requests)
{
    const auto target = target_of(asked.query);
    if (http.get(target).status != 200)
        throw std::runtime_error{"the program refuses " + target};
    const auto turns = take_turns(
        requests, [&] { return milliseconds_of([&] { http.get(target); }); },
        [&] { return milliseconds_of([&] { http.get("/healthz"); }); });
    const auto bare = turns.bare.median();
    measured.outside = {};
    for (double percent = 0.5; percent < 100; percent += 1) // the same distribution, moved
        measured.outside.add(turns.ours.percentile(percent) - bare);
}

// Pages a second with wrk on the same processors; 0 where it is not installed.
double pages_a_second(int port, const std::string& cookie, const std::string& target)
{
    const auto command =
        "wrk -t1 -c16 -d5 -H 'Cookie: " + cookie + "' 'http://127.0.0.1:" + std::to_string(port) + target + "' 2>/dev/null";
    auto* pipe = ::popen(command.c_str(), "r");
    std::string text;
    for (char buffer[4096]; const auto count = std::fread(buffer, 1, sizeof buffer, pipe);)
        text.append(buffer, count);
    ::pclose(pipe);
    const auto at = text.find("Requests/sec:");
    if (text.find("Non-2xx") != std::string::npos)
        throw std::runtime_error{"wrk was refused"};
    return at == std::string::npos ? 0 : std::stod(text.substr(at + 13));
}

using Earlier = std::map<std::string, double>; // medians inside, at 10 000

void measure_size(const Options& options, PostgresDatabases& databases, std::size_t size, Earlier& earlier)
{
    const bool is_first = earlier.empty();
    const auto postgres = databases.make();
    Installation installation{options.scratch, postgres, false};
    const auto today = SystemClock{}.today();
    const auto filling = fill(installation.database(), installation.office(), size, today);
    installation.sync();
    const auto cases = list_cases(installation.office(), postgres.empty() ? db::Engine::sqlite : db::Engine::postgres, today);
    std::map<std::string, Measured> measured;
    installation.close();
    {
        app::Config config;
        config.data = installation.data();
        config.database = postgres;
        app::DataDirectory directory{installation.data(), app::DataDirectory::Open::exclusive};
        db::Database database{config.target()};
        const SystemClock clock;
        app::App app{config, directory, database, clock};
        for (const auto& asked : cases)
            measure_inside(installation, asked, app, measured[name_of(asked)], options.requests);
    }
    const ServedProgram program{installation.data(), postgres};
    for (const auto& asked : cases) { // a connection each: one that rests is closed by the server
        HttpClient http{program.port(), asked.who == Who::sees_all ? installation.clerk_cookie() : installation.officer_cookie()};
        measure_outside(http, asked, measured[name_of(asked)], options.requests);
    }

    const std::string engine = postgres.empty() ? "SQLite" : "PostgreSQL";
    print_title(fmt::format("A list page of 50 of {} documents on {} (ms; filled in {:.0f} s)", size, engine, filling));
    std::vector<std::string> head{"", "rows", "inside", "p99", "bare", "ratio", "over HTTP", "p99"};
    if (!is_first)
        head.emplace_back("to 10 000");
    print_head(head);
    for (const auto& asked : cases) {
        const auto name = name_of(asked);
        const auto& [inside, outside, rows] = measured[name];
        std::vector<std::string> cells{name,
                                       std::to_string(rows),
                                       fmt::format("{:.3f}", inside.ours.median()),
                                       fmt::format("{:.3f}", inside.ours.percentile(99)),
                                       fmt::format("{:.3f}", inside.bare.median()),
                                       fmt::format("{:.2f}", inside.ratio.median()),
                                       fmt::format("{:.3f}", outside.median()),
                                       fmt::format("{:.3f}", outside.percentile(99))};
        if (is_first)
            earlier[name] = inside.ours.median();
        else
            cells.push_back(fmt::format("{:.2f}", inside.ours.median() / earlier[name]));
        print_row(cells);
    }
    print_title(fmt::format("Pages a second of {} documents on {} (wrk, 16 connections)", size, engine));
    print_head({"", "pages /s"});
    for (const auto& asked : cases)
        if (asked.name == "no filter" || asked.name == "state: few" || asked.name == "words: common")
            print_row({name_of(asked),
                       fmt::format("{:.0f}",
                                   pages_a_second(program.port(),
                                                  asked.who == Who::sees_all ? installation.clerk_cookie() : installation.officer_cookie(),
                                                  target_of(asked.query)))});
    print_row({"/healthz", fmt::format("{:.0f}", pages_a_second(program.port(), installation.clerk_cookie(), "/healthz"))});
}

} // namespace

void measure_lists(const Options& options)
{
    std::set<std::string> servers{"", options.postgres}; // the embedded one, and PostgreSQL where there is one
    if (options.only_postgres)
        servers.erase("");
    for (const auto& server : servers) {
        PostgresDatabases databases{server};
        Earlier earlier;
        measure_size(options, databases, 10'000, earlier);
        measure_size(options, databases, 100'000, earlier);
        if (options.is_long)
            measure_size(options, databases, 1'000'000, earlier);
    }
}

} // namespace congso::bench
