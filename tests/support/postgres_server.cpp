#include "tests/support/postgres_server.h"

#include "tests/support/temp_database.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace congso::test {

namespace {

std::filesystem::path program(const std::string& name) // Debian keeps each version in a folder of its own
{
    std::filesystem::path newest;
    if (std::filesystem::exists("/usr/lib/postgresql"))
        for (const auto& version : std::filesystem::directory_iterator{"/usr/lib/postgresql"})
            if (const auto path = version.path() / "bin" / name; std::filesystem::exists(path) && path > newest)
                newest = path;
    if (newest.empty())
        throw std::runtime_error{"PostgreSQL is not installed, and CONGSO_TEST_POSTGRES does not name a server"};
    return newest;
}

// The server does not run as root; under root it gets the user that the package made.
const passwd* server_user()
{
    return geteuid() == 0 ? getpwnam("postgres") : nullptr;
}

pid_t start(const std::vector<std::string>& command, const std::filesystem::path& log)
{
    const auto* user = server_user();
    const pid_t parent = getpid();
    std::vector<char*> arguments;
    for (const auto& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0)
        return child;
    // Only calls that are safe after fork from here on.
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(out, 1);
    dup2(out, 2);
    if (user && (setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0))
        _exit(127);
    prctl(PR_SET_PDEATHSIG, SIGINT); // a test program that is killed takes its server along; after setuid, which clears it
    if (getppid() != parent)
        _exit(127);
    execv(arguments[0], arguments.data());
    _exit(127);
}

class PrivateServer {
public:
    PrivateServer()
    {
        const auto data = directory_.path() / "data", log = directory_.path() / "log";
        if (const auto* user = server_user(); user && chown(directory_.path().c_str(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error{"chown of the server's directory"};
        int status = 0;
        const auto initdb = program("initdb");
        waitpid(start({initdb, "-D", data, "-U", "congso", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"}, log), &status, 0);
        if (status == 0)
            process_ = start({program("postgres"), "-D", data, "-k", directory_.path(), "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                              "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB"},
                             log);
        for (int tries = 0; status == 0 && tries < 3000; ++tries) {
            if (PQping((address() + " dbname=postgres").c_str()) == PQPING_OK)
                return;
            if (waitpid(process_, nullptr, WNOHANG) == process_)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        std::ifstream told{log};
        throw std::runtime_error{"PostgreSQL did not start: " + std::string{std::istreambuf_iterator<char>{told}, {}}};
    }
    ~PrivateServer()
    {
        kill(process_, SIGQUIT); // nothing of it is kept
        waitpid(process_, nullptr, 0);
    }

    std::string address() const { return "host=" + directory_.path().string() + " user=congso"; }

private:
    TempDirectory directory_{Storage::memory};
    pid_t process_ = -1;
};

std::string given_address(const char* url) // without its database
{
    struct Free {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    const std::unique_ptr<PQconninfoOption, Free> options{PQconninfoParse(url, nullptr)};
    if (!options)
        throw std::runtime_error{"CONGSO_TEST_POSTGRES is not a url of PostgreSQL"};
    std::string address;
    for (const auto* option = options.get(); option->keyword; ++option) {
        if (!option->val || std::string_view{option->keyword} == "dbname")
            continue;
        address.append(option->keyword).append("='");
        for (const char* c = option->val; *c; ++c) {
            if (*c == '\'' || *c == '\\')
                address += '\\';
            address += *c;
        }
        address += "' ";
    }
    return address;
}

const std::string& server_address()
{
    static const char* const url = std::getenv("CONGSO_TEST_POSTGRES");
    static const auto own = url ? nullptr : std::make_unique<PrivateServer>();
    static const std::string address = url ? given_address(url) : own->address();
    return address;
}

} // namespace

std::string postgres_address(const std::string& name)
{
    return server_address() + " dbname=" + name;
}

std::string run_on_postgres(const std::string& sql, const std::string& name)
{
    struct Finish {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    const std::unique_ptr<PGconn, Finish> connection{PQconnectdb(postgres_address(name).c_str())};
    const std::unique_ptr<PGresult, Clear> result{PQexec(connection.get(), sql.c_str())};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        throw std::runtime_error{sql + ": " + PQerrorMessage(connection.get())};
    return PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
}

} // namespace congso::test
