#include "bench/benches.h"
#include "bench/support/fill.h"
#include "bench/support/http_client.h"
#include "bench/support/installation.h"
#include "bench/support/measure.h"
#include "lib/crypto/password.h"
#include "lib/json/write.h"
#include "office/accounts/accounts.h"

#include <stdexcept>
#include <thread>

#include <sodium.h>
#include <sys/resource.h>

namespace congso::bench {

namespace {

constexpr std::size_t many_connections = 1000;

void open_files(std::size_t count)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, std::max<rlim_t>(limit.rlim_cur, count));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void measure_sign_in(const Options& options, const Installation& installation)
{
    const ServedProgram program{installation.data()};
    HttpClient http{program.port(), {}};
    const auto body = json::write(accounts::SignIn{"clerk", password});
    char hash[crypto_pwhash_STRBYTES];
    if (sodium_init() < 0
        || crypto_pwhash_str(hash, password, std::string_view{password}.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                             crypto_pwhash_MEMLIMIT_INTERACTIVE)
            != 0)
        throw std::runtime_error{"libsodium"};
    const auto turns = take_turns(
        options.pairs * 4,
        [&] {
            return 1000 * seconds_of([&] {
                       if (const auto answer = http.post("/api/session", "application/json", body, {}); answer.status != 200)
                           throw std::runtime_error{"sign-in: " + answer.body};
                   });
        },
        [&] {
            return 1000 * seconds_of([&] {
                       if (crypto_pwhash_str_verify(hash, password, std::string_view{password}.size()) != 0)
                           throw std::runtime_error{"libsodium"};
                   });
        });
    print_row({"sign-in over HTTP", fmt::format("{:.1f} ms", turns.ours.median()),
               fmt::format("{:.2f}× a bare Argon2id of {:.1f} ms", turns.ratio.median(), turns.bare.median())});
}

void measure_one(const Options& options, std::size_t size)
{
    Installation installation{options.scratch, {}, false};
    fill(installation.database(), installation.office(), size, SystemClock{}.today());
    installation.sync();
    installation.close();
    print_title(fmt::format("The program with {} documents", size));
    print_head({"", "", ""});
    Samples starts, idle, loaded;
    for (int round = 0; round < options.pairs; ++round) {
        const ServedProgram program{installation.data()};
        starts.add(program.seconds_to_listen() * 1000);
        HttpClient{program.port(), installation.clerk_cookie()}.get("/api/incoming?limit=50");
        idle.add(program.resident_megabytes());
        std::vector<HttpClient> open;
        for (std::size_t i = 0; i < many_connections; ++i)
            open.emplace_back(program.port(), installation.clerk_cookie());
        for (auto& http : open)
            if (http.get("/api/incoming?limit=50").status != 200)
                throw std::runtime_error{"a list was refused"};
        loaded.add(program.resident_megabytes());
    }
    print_row(
        {"start until it listens", fmt::format("{:.0f} ms", starts.median()), fmt::format("at most {:.0f} ms", starts.percentile(100))});
    print_row({"memory after one list", fmt::format("{:.0f} MB", idle.median()), ""});
    print_row({"memory with 1 000 open connections, each of which asked for a list", fmt::format("{:.0f} MB", loaded.median()), ""});
    if (size == 100'000)
        measure_sign_in(options, installation);
}

} // namespace

void measure_program(const Options& options)
{
    open_files(many_connections + 200);
    measure_one(options, 100'000);
    if (options.is_long)
        measure_one(options, 1'000'000);
}

} // namespace congso::bench
