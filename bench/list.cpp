#include "app/app.h"
#include "bench/benches.h"
#include "bench/support/entries.h"
#include "bench/support/fill.h"
#include "bench/support/http_client.h"
#include "bench/support/installation.h"
#include "bench/support/measure.h"
#include "lib/db/fulltext.h"
#include "lib/db/sqlite_positions.h"
#include "lib/text/fold.h"
#include "office/search/search.h"

#include <cstdio>
#include <map>
#include <stdexcept>

#include <sqlite3.h>

namespace congso::bench {

namespace {

using incoming::IncomingQuery;

enum class Who { sees_all, officer };

// One list as somebody asks for it, and the plain statement that answers it.
struct Case {
    std::string name;
    Who who{};
    IncomingQuery query;
    std::string from, where, order; // of the bare SELECT; text values stand in it
};

std::string sql_text(std::string_view text)
{
    std::string sql = "'";
    for (const char c : text)
        sql += c == '\'' ? std::string{"''"} : std::string{c};
    return sql + "'";
}

class Cases {
public:
    Cases(const test::Office& office, Date today) : office_(office), today_(today) { }

    std::vector<Case> all()
    {
        for (const auto who : {Who::sees_all, Who::officer}) {
            add(who, "no filter", {}, "");
            add(who, "state: most", with_state(incoming::State::done), "i.state = 'done'");
            add(who, "state: few", with_state(incoming::State::assigned), "i.state = 'assigned'");
            add(who, "state: none", with_state(incoming::State::returned), "i.state = 'returned'");
            IncomingQuery query;
            query.kind = "CV";
            add(who, "kind", query, "i.kind = 'CV'");
            query.state = incoming::State::in_progress;
            add(who, "kind and state", query, "i.kind = 'CV' AND i.state = 'in_progress'");
            for (const auto& issuer : {common_issuer, rare_issuer}) {
                IncomingQuery by_issuer;
                by_issuer.issuer = issuer;
                add(who, issuer == common_issuer ? "issuer: every fourth" : "issuer: one in 1 000", by_issuer,
                    "i.issuer_fold = " + sql_text(text::fold(issuer)));
            }
            IncomingQuery days;
            days.from = today_.plus_days(-1500);
            days.to = today_.plus_days(-1400);
            const auto at = [](Date day) {
                return std::to_string(incoming::sort_at(day, 0, 7 * 60));
            };
            const std::string walked = who == Who::sees_all ? "i" : "r";
            add(who, "from – to", days,
                walked + ".sort_at >= " + at(*days.from) + " AND " + walked + ".sort_at < " + at(days.to->plus_days(1)));
            IncomingQuery overdue;
            overdue.overdue = true;
            add(who, "overdue", overdue,
                "i.due_on IS NOT NULL AND i.state IN ('registered', 'submitted', 'assigned', 'in_progress') AND i.due_on < "
                    + sql_text(today_.to_string()));
            add_person(who);
            add_words(who, "words: common", "ke hoach");
            add_words(who, "words: rare", rare_words);
            add_words(who, "words: number", "817/KH-UBND");
            add_words(who, "words: none such", "bưu điện");
        }
        return std::move(cases_);
    }

private:
    static IncomingQuery with_state(incoming::State state)
    {
        IncomingQuery query;
        query.state = state;
        return query;
    }
    std::string reached_by(Id<org::Person> person) const
    {
        return "r.agency = " + sql_text(office_.agency.id.to_string()) + " AND r.holder = " + sql_text(person.to_string())
            + " AND r.kind = 'incoming'";
    }
    void add(Who who, std::string name, IncomingQuery query, const std::string& condition)
    {
        const auto more = condition.empty() ? std::string{} : " AND " + condition;
        if (who == Who::sees_all)
            cases_.push_back({std::move(name), who, std::move(query),
                              "incoming i LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead",
                              "i.agency = " + sql_text(office_.agency.id.to_string()) + more, "i.sort_at DESC, i.id DESC"});
        else
            cases_.push_back(
                {std::move(name), who, std::move(query), joined(), reached_by(office_.officer) + more, "r.sort_at DESC, r.record DESC"});
    }
    void add_person(Who who)
    {
        IncomingQuery query;
        query.person = who == Who::sees_all ? office_.officer : office_.head;
        auto where = reached_by(*query.person);
        if (who == Who::officer)
            where += " AND EXISTS (SELECT 1 FROM reach o WHERE o.agency = i.agency AND o.holder = " + sql_text(office_.officer.to_string())
                + " AND o.kind = 'incoming' AND o.record = i.id)";
        cases_.push_back({"person", who, std::move(query), joined(), where, "r.sort_at DESC, r.record DESC"});
    }
    void add_words(Who who, std::string name, const std::string& words)
    {
        IncomingQuery query;
        query.query = words;
        const auto question = search::parse(search::scope_of(office_.agency.id, "incoming"), words);
        auto where = "w.search_entry_words MATCH " + sql_text(db::fulltext::query(db::Engine::sqlite, question.folded));
        if (who == Who::officer)
            where +=
                " AND EXISTS (SELECT 1 FROM reach r WHERE r.agency = e.agency AND r.record = e.record AND r.kind = e.kind AND r.holder = "
                + sql_text(office_.officer.to_string()) + ")";
        cases_.push_back({std::move(name), who, std::move(query),
                          "search_entry_words w CROSS JOIN search_entry e ON e.place = w.rowid"
                          " CROSS JOIN incoming i ON i.agency = e.agency AND i.id = e.record"
                          " LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead",
                          where, "w.rowid DESC"});
    }
    static std::string joined()
    {
        return "reach r JOIN incoming i ON i.agency = r.agency AND i.id = r.record"
               " LEFT JOIN person p ON p.agency = i.agency AND p.id = i.lead";
    }

    const test::Office& office_;
    const Date today_;
    std::vector<Case> cases_;
};

// The same rows read by SQLite and looked at by nobody: prepared once, all columns fetched, and the count up to 1 000 where the
// program counts too.
class BareSelect {
public:
    BareSelect(sqlite3* handle, const Case& asked)
    {
        const auto rest = " FROM " + asked.from + " WHERE " + asked.where;
        prepare(handle,
                "SELECT i.id, i.year, i.arrival_number, i.arrived_on, i.issuer, i.origin_number, i.issued_on, i.kind, i.subject, i.urgency,"
                " i.state, i.due_on, p.full_name"
                    + rest + " ORDER BY " + asked.order + " LIMIT 51");
        if (!asked.query.query)
            prepare(handle, "SELECT COUNT(*) FROM (SELECT 1" + rest + " LIMIT 1001)");
    }
    ~BareSelect()
    {
        for (auto* statement : statements_)
            sqlite3_finalize(statement);
    }
    BareSelect(const BareSelect&) = delete;
    BareSelect& operator=(const BareSelect&) = delete;

    void run() const
    {
        for (auto* statement : statements_) {
            while (sqlite3_step(statement) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(statement); ++column)
                    sqlite3_column_text(statement, column);
            sqlite3_reset(statement);
        }
    }

private:
    void prepare(sqlite3* handle, const std::string& sql)
    {
        if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statements_.emplace_back(), nullptr) != SQLITE_OK)
            throw std::runtime_error{sqlite3_errmsg(handle)};
    }
    std::vector<sqlite3_stmt*> statements_;
};

std::string target_of(const IncomingQuery& query)
{
    std::string target = "/api/incoming?limit=50";
    const auto add = [&](std::string_view name, const std::string& value) {
        target += "&" + std::string{name} + "=" + percent_encoded(value);
    };
    if (query.query)
        add("query", *query.query);
    if (query.state)
        add("state", describe::to_name(*query.state));
    if (query.kind)
        add("kind", *query.kind);
    if (query.issuer)
        add("issuer", *query.issuer);
    if (query.from)
        add("from", query.from->to_string());
    if (query.to)
        add("to", query.to->to_string());
    if (query.person)
        add("person", query.person->to_string());
    if (query.overdue)
        add("overdue", "true");
    return target;
}

struct Measured {
    Turns inside; // milliseconds of IncomingService::list and of the bare SELECT
    Samples outside; // milliseconds over HTTP, less a bare round trip
    std::size_t rows{};
};

double milliseconds_of(const std::function<void()>& act)
{
    return seconds_of(act) * 1000;
}

constexpr int requests = 300;

void measure_inside(Installation& installation, const Case& asked, app::App& app, Measured& measured)
{
    sqlite3* handle = nullptr;
    if (sqlite3_open_v2(installation.target().sqlite_file.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        throw std::runtime_error{"the bare SELECT cannot open the database"};
    db::add_positions_tokenizer(handle);
    sqlite3_exec(handle, "PRAGMA wal_autocheckpoint = 0", nullptr, nullptr, nullptr);
    {
        const BareSelect bare{handle, asked};
        const auto actor =
            installation.office().as(asked.who == Who::sees_all ? installation.office().clerk : installation.office().officer);
        measured.rows = app.incoming.list(actor, asked.query).items.size(); // warm
        bare.run();
        measured.inside = take_turns(
            requests, [&] { return milliseconds_of([&] { app.incoming.list(actor, asked.query); }); },
            [&] { return milliseconds_of([&] { bare.run(); }); });
    }
    sqlite3_close(handle);
}

void measure_outside(HttpClient& http, const Case& asked, Measured& measured)
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

std::string name_of(const Case& asked)
{
    return std::string{asked.who == Who::sees_all ? "sees all" : "officer"} + ", " + asked.name;
}

using Earlier = std::map<std::string, double>; // medians inside, at 10 000

void measure_size(const Options& options, std::size_t size, Earlier& earlier)
{
    const bool is_first = earlier.empty();
    Installation installation{options.scratch, {}, false};
    const auto today = SystemClock{}.today();
    const auto filling = fill(installation.database(), installation.office(), size, today);
    installation.sync();
    const auto cases = Cases{installation.office(), today}.all();
    std::map<std::string, Measured> measured;
    installation.close();
    {
        app::Config config;
        config.data = installation.data();
        app::DataDirectory directory{installation.data(), app::DataDirectory::Open::exclusive};
        db::Database database{config.target()};
        const SystemClock clock;
        app::App app{config, directory, database, clock};
        for (const auto& asked : cases)
            measure_inside(installation, asked, app, measured[name_of(asked)]);
    }
    const ServedProgram program{installation.data()};
    HttpClient clerk{program.port(), installation.clerk_cookie()}, officer{program.port(), installation.officer_cookie()};
    for (const auto& asked : cases)
        measure_outside(asked.who == Who::sees_all ? clerk : officer, asked, measured[name_of(asked)]);

    print_title(fmt::format("A list page of 50 of {} documents (ms; filled in {:.0f} s)", size, filling));
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
    print_title(fmt::format("Pages a second of {} documents (wrk, 16 connections)", size));
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
    Earlier earlier;
    measure_size(options, 10'000, earlier);
    measure_size(options, 100'000, earlier);
    if (options.is_long)
        measure_size(options, 1'000'000, earlier);
}

} // namespace congso::bench
