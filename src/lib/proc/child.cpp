#include "lib/proc/child.h"
#include "lib/base/error.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace congso::proc {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) { }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) { }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        reset();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }
    ~Descriptor() { reset(); }
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }
    void reset()
    {
        if (number_ >= 0)
            close(std::exchange(number_, -1));
    }

private:
    int number_ = -1;
};

std::pair<Descriptor, Descriptor> make_pipe()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw Error::unavailable("child.not_started");
    return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

// A socket and not a pipe, so that writing to a child that is gone is an error and not a signal to us.
std::pair<Descriptor, Descriptor> make_socket_pair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throw Error::unavailable("child.not_started");
    return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

struct Started {
    pid_t pid;
    Descriptor input, output, errors;
};

void limit(decltype(RLIMIT_DATA) what, std::uint64_t most)
{
    const rlimit value{most, most};
    setrlimit(what, &value);
}

enum class Life { call, longer }; // of the child: no longer than the call that started it, or longer

// Between fork and exec only what signal handlers may do: another thread may have held any lock.
[[noreturn]] void become(const Command& command, char* const* argv, char* const* environment, const char* folder, int in, int out, int err,
                         int report, pid_t parent, Life life)
{
    const auto fail = [report] {
        const int why = errno;
        (void)!write(report, &why, sizeof why);
        _exit(127);
    };
    setpgid(0, 0);
    if (life == Life::call) { // the signal comes when the starting thread ends, so it is only for children it waits for
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(127);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_DATA, command.data_limit);
    limit(RLIMIT_FSIZE, command.file_limit);
    if (command.network == Network::none && unshare(CLONE_NEWNET) != 0)
        unshare(CLONE_NEWUSER | CLONE_NEWNET);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGCHLD})
        signal(number, SIG_DFL);
    if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0 || chdir(folder) != 0)
        fail();
    syscall(SYS_close_range, 3U, ~0U, 4U); // CLOSE_RANGE_CLOEXEC
    execvpe(argv[0], argv, environment);
    fail();
    _exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> out;
    for (auto& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

Started start(const Command& command, Life life)
{
    auto [ours, theirs] = make_socket_pair();
    auto [output, output_end] = make_pipe();
    Descriptor errors, errors_end;
    if (life == Life::call)
        std::tie(errors, errors_end) = make_pipe();
    else
        errors_end = Descriptor{open("/dev/null", O_WRONLY | O_CLOEXEC)};
    auto [report, report_end] = make_pipe();

    auto argv_texts = command.argv;
    auto environment_texts = command.environment;
    environment_texts.insert(environment_texts.begin(), {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"});
    const auto argv = pointers(argv_texts), environment = pointers(environment_texts);
    const auto folder = command.folder.empty() ? std::string{"/"} : command.folder.string();
    const auto parent = getpid();
    const auto pid = fork();
    if (pid < 0)
        throw Error::unavailable("child.not_started", {{"program", command.argv.front()}});
    if (pid == 0)
        become(command, argv.data(), environment.data(), folder.c_str(), theirs.get(), output_end.get(), errors_end.get(), report_end.get(),
               parent, life);
    setpgid(pid, pid); // as the child does: whoever comes first
    report_end.reset();
    int why = 0;
    ssize_t count = 0;
    while ((count = read(report.get(), &why, sizeof why)) < 0 && errno == EINTR) { }
    if (count > 0) {
        waitpid(pid, nullptr, 0);
        throw Error::unavailable("child.not_started", {{"program", command.argv.front()}});
    }
    return {pid, std::move(ours), std::move(output), std::move(errors)};
}

int reap(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) { }
    return status;
}

int milliseconds_until(Clock::time_point end)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return left <= 0 ? 0 : static_cast<int>(std::min<std::int64_t>(left + 1, 3'600'000));
}

// Reads what is there; false at the end.
bool drain(const Descriptor& from, std::string& to)
{
    char buffer[65536];
    const auto count = read(from.get(), buffer, sizeof buffer);
    if (count > 0)
        to.append(buffer, static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

} // namespace

Result run(const Command& command)
{
    const auto end = Clock::now() + command.time_limit;
    auto child = start(command, Life::call);
    Result result;
    std::string_view unsent = command.input;
    if (unsent.empty())
        child.input.reset();
    while (child.output.get() >= 0 || child.errors.get() >= 0) {
        pollfd watched[] = {{child.output.get(), POLLIN, 0}, {child.errors.get(), POLLIN, 0}, {child.input.get(), POLLOUT, 0}};
        if (poll(watched, 3, milliseconds_until(end)) == 0 && Clock::now() >= end) {
            result.timed_out = true;
            break;
        }
        if (watched[0].revents != 0 && !drain(child.output, result.output))
            child.output.reset();
        if (watched[1].revents != 0 && !drain(child.errors, result.errors))
            child.errors.reset();
        if (watched[2].revents != 0) {
            const auto sent = send(child.input.get(), unsent.data(), unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0)
                unsent.remove_prefix(static_cast<std::size_t>(sent));
            if (unsent.empty() || (sent < 0 && errno != EAGAIN && errno != EINTR))
                child.input.reset();
        }
        if (result.output.size() > command.output_limit || result.errors.size() > command.output_limit) {
            result.cut = true;
            break;
        }
    }
    // Both outputs may be closed by a child that goes on: it has the rest of its time.
    int status = 0;
    while (!result.timed_out && !result.cut) {
        siginfo_t info{};
        if (waitid(P_PID, static_cast<id_t>(child.pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
            break;
        if (Clock::now() >= end)
            result.timed_out = true;
        else
            poll(nullptr, 0, 1);
    }
    kill(-child.pid, SIGKILL); // before the leader is reaped its number cannot be another's; kills what it left behind as well
    status = reap(child.pid);
    if (WIFEXITED(status))
        result.exit_code = WEXITSTATUS(status);
    else if (WIFSIGNALED(status))
        result.signal = WTERMSIG(status);
    return result;
}

Child::Child(const Command& command)
{
    auto started = start(command, Life::longer);
    pid_ = started.pid;
    input_ = started.input.release();
    output_ = started.output.release();
}

Child::~Child()
{
    kill(-pid_, SIGKILL);
    reap(pid_);
    close(input_);
    close(output_);
}

bool Child::write_line(std::string_view line)
{
    auto bytes = std::string{line} + '\n';
    std::string_view unsent = bytes;
    while (!unsent.empty()) {
        const auto sent = send(input_, unsent.data(), unsent.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        unsent.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<std::string> Child::read_line(std::chrono::milliseconds patience)
{
    constexpr std::size_t longest = 64U << 10;
    const auto end = Clock::now() + patience;
    while (unread_.size() <= longest) {
        if (const auto at = unread_.find('\n'); at != std::string::npos) {
            auto line = unread_.substr(0, at);
            unread_.erase(0, at + 1);
            return line;
        }
        pollfd watched{output_, POLLIN, 0};
        const auto ready = poll(&watched, 1, milliseconds_until(end));
        if (ready == 0 && Clock::now() >= end)
            return std::nullopt;
        if (ready <= 0)
            continue;
        char buffer[4096];
        const auto count = read(output_, buffer, sizeof buffer);
        if (count == 0 || (count < 0 && errno != EINTR))
            return std::nullopt;
        if (count > 0)
            unread_.append(buffer, static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

} // namespace congso::proc
