#include "bench/benches.h"
#include "bench/register_rows.h"
#include "bench/support/bare_database.h"
#include "bench/support/entries.h"
#include "bench/support/http_client.h"
#include "bench/support/installation.h"
#include "bench/support/measure.h"
#include "bench/support/postgres_databases.h"
#include "lib/crypto/digest.h"
#include "lib/json/write.h"

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace congso::bench {

namespace {

constexpr std::size_t clients = 8;
constexpr std::size_t file_bytes = 200'000;
constexpr std::size_t shared_commit = 64; // as lib/db does it

// Runs `act(client, number)` for `count` numbers from `first` on, by eight clients; answers how many a second.
double rate_of(std::size_t first, std::size_t count, const std::function<void(std::size_t, std::size_t)>& act)
{
    std::atomic<std::size_t> next{first};
    std::exception_ptr fault;
    std::mutex mutex;
    const auto seconds = seconds_of([&] {
        std::vector<std::jthread> threads;
        for (std::size_t client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                try {
                    for (auto number = next++; number < first + count; number = next++)
                        act(client, number);
                } catch (...) {
                    const std::lock_guard lock{mutex};
                    fault = std::current_exception();
                }
            });
    });
    if (fault)
        std::rethrow_exception(fault);
    return static_cast<double>(count) / seconds;
}

// As lib/blob does it: a temporary file, fdatasync, rename, the folders. The folders of two digits stand already.
void write_file(const std::filesystem::path& folder, const std::string& name, std::string_view bytes)
{
    const auto directory = folder / name.substr(0, 2) / name.substr(2, 2);
    std::filesystem::create_directories(directory);
    const auto temporary = (folder / name).string();
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()) || ::fdatasync(file) != 0)
        throw std::runtime_error{"the bare loop cannot write its file"};
    ::close(file);
    std::filesystem::rename(temporary, directory / name);
    for (const auto& synced : {directory, directory.parent_path()}) {
        const int descriptor = ::open(synced.c_str(), O_RDONLY | O_DIRECTORY);
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

class Ours {
public:
    Ours(const Options& options, const std::string& postgres) : installation_(options.scratch, postgres)
    {
        cookie_ = installation_.clerk_cookie();
        installation_.close();
        program_.emplace(installation_.data(), postgres);
        for (std::size_t client = 0; client < clients; ++client)
            clients_.emplace_back(program_->port(), cookie_);
    }

    double round(std::size_t first, std::size_t count, bool with_file)
    {
        std::vector<std::string> files(with_file ? count : 0), bodies(with_file ? 0 : count);
        for (std::size_t i = 0; i < count; ++i)
            if (with_file)
                files[i] = sample_pdf(first + i, file_bytes);
            else
                bodies[i] = json::write(sample_entry(first + i));
        return rate_of(first, count, [&](std::size_t client, std::size_t number) {
            auto& http = clients_[client];
            std::string body;
            if (with_file) {
                const auto stored = http.post("/api/files?name=van-ban.pdf", "application/pdf", files[number - first], {});
                expect(stored);
                auto entry = sample_entry(number);
                const auto at = stored.body.find("\"id\":\"") + 6;
                entry.files = {stored.body.substr(at, 64)};
                body = json::write(entry);
            }
            expect(http.post("/api/incoming", "application/json", with_file ? body : bodies[number - first],
                             "bench-" + std::to_string(number)));
        });
    }

private:
    static void expect(const HttpClient::Answer& answer)
    {
        if (answer.status != 200 && answer.status != 201)
            throw std::runtime_error{"the program answers " + std::to_string(answer.status) + ": " + answer.body};
    }

    Installation installation_;
    std::string cookie_;
    std::optional<ServedProgram> program_;
    std::vector<HttpClient> clients_;
};

class Bare {
public:
    Bare(const Options& options, const std::string& postgres, std::size_t group_size)
        : installation_(options.scratch, postgres), engine_(postgres.empty() ? db::Engine::sqlite : db::Engine::postgres),
          rows_(installation_.office(), engine_, SystemClock{}.today()), files_(installation_.data() / "files")
    {
        installation_.close();
        database_ = engine_ == db::Engine::sqlite ? open_bare_sqlite(installation_.target().sqlite_file, group_size)
                                                  : open_bare_postgres(postgres, clients);
        database_->commit(0, rows_.first());
        std::filesystem::create_directories(files_);
    }

    double round(std::size_t first, std::size_t count, bool with_file)
    {
        std::vector<std::string> files(with_file ? count : 0), names(files.size());
        std::vector<Transaction> uploads(files.size()), registrations(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (with_file) {
                files[i] = sample_pdf(first + i, file_bytes);
                names[i] = crypto::sha256_hex(files[i]);
                uploads[i] = rows_.upload(names[i], files[i].size());
            }
            registrations[i] = rows_.registration(first + i, with_file ? std::optional{names[i]} : std::nullopt);
        }
        return rate_of(first, count, [&](std::size_t client, std::size_t number) {
            const auto i = number - first;
            if (with_file) {
                write_file(files_, names[i], files[i]);
                database_->commit(client, uploads[i]);
            }
            database_->commit(client, registrations[i]);
        });
    }

private:
    Installation installation_;
    const db::Engine engine_;
    RowMaker rows_;
    std::filesystem::path files_;
    std::unique_ptr<BareDatabase> database_;
};

void measure(const Options& options, PostgresDatabases& databases, const std::string& engine, bool with_file)
{
    Ours ours{options, databases.make()};
    Bare bare{options, databases.make(), 1};
    std::optional<Bare> sharing; // PostgreSQL shares its fsyncs by itself
    if (engine == "SQLite")
        sharing.emplace(options, databases.make(), shared_commit);
    const std::size_t count = with_file ? 400 : 6000;
    std::size_t next = 0;
    const auto rounds = [&] {
        const auto first = std::exchange(next, next + count);
        return std::array{ours.round(first, count, with_file), bare.round(first, count, with_file),
                          sharing ? sharing->round(first, count, with_file) : 0};
    };
    rounds(); // warm
    Turns alone, shared;
    for (int pair = 0; pair < options.pairs; ++pair) {
        const auto [our_rate, bare_rate, sharing_rate] = rounds();
        alone.add(our_rate, bare_rate);
        if (sharing)
            shared.add(our_rate, sharing_rate);
    }
    const auto rate = [](const Samples& samples) {
        return samples.count() == 0 ? std::string{} : fmt::format("{:.0f}", samples.median());
    };
    const auto ratio = [](const Samples& samples) {
        return samples.count() == 0
            ? std::string{}
            : fmt::format("{:.2f} ({:.2f} – {:.2f})", samples.median(), samples.percentile(0), samples.percentile(100));
    };
    print_row({engine + (with_file ? ", with a 200 KB PDF" : ", without file"), rate(alone.ours), rate(alone.bare), ratio(alone.ratio),
               rate(shared.bare), ratio(shared.ratio)});
}

} // namespace

void measure_register(const Options& options)
{
    print_title("Register over HTTP, durable, 8 clients");
    print_head({"", "ours /s", "bare, a commit each /s", "ratio", "bare, commits shared /s", "ratio"});
    for (const bool with_file : {false, true}) {
        PostgresDatabases none{""};
        measure(options, none, "SQLite", with_file);
    }
    if (options.postgres.empty())
        return;
    for (const bool with_file : {false, true}) {
        PostgresDatabases databases{options.postgres};
        measure(options, databases, "PostgreSQL", with_file);
    }
}

} // namespace congso::bench
