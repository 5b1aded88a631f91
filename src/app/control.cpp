#include "app/control.h"

#include "lib/base/error.h"
#include "lib/base/log.h"

#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace congso::app {

namespace {

constexpr std::size_t longest_request = 8192;

// A socket's name holds 107 bytes, a data directory's more: it is reached by way of the folder's descriptor, which names it briefly.
class SocketAddress {
public:
    explicit SocketAddress(const std::filesystem::path& path)
        : folder_(::open(path.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    {
        address_.sun_family = AF_UNIX;
        const auto name = fmt::format("/proc/self/fd/{}/{}", folder_, path.filename().string());
        std::memcpy(address_.sun_path, name.data(), std::min(name.size(), sizeof address_.sun_path - 1));
    }
    ~SocketAddress()
    {
        if (folder_ >= 0)
            ::close(folder_);
    }
    SocketAddress(const SocketAddress&) = delete;
    SocketAddress& operator=(const SocketAddress&) = delete;

    bool bind(int socket) const { return ::bind(socket, reinterpret_cast<const sockaddr*>(&address_), sizeof address_) == 0; }
    bool connect(int socket) const { return ::connect(socket, reinterpret_cast<const sockaddr*>(&address_), sizeof address_) == 0; }

private:
    int folder_;
    sockaddr_un address_{};
};

std::string read_line(int socket, std::size_t most)
{
    std::string line;
    char piece[4096];
    while (line.size() < most) {
        const auto got = ::read(socket, piece, sizeof piece);
        if (got <= 0)
            break;
        line.append(piece, static_cast<std::size_t>(got));
        if (line.back() == '\n') {
            line.pop_back();
            break;
        }
    }
    return line;
}

void write_all(int socket, std::string_view text)
{
    while (!text.empty()) {
        const auto sent = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

} // namespace

ControlServer::ControlServer(std::filesystem::path socket, Answer answer, std::chrono::milliseconds patience)
    : path_(std::move(socket)), answer_(std::move(answer)), patience_(patience)
{
    path_ = std::filesystem::absolute(path_);
    const SocketAddress address{path_};
    ::unlink(path_.c_str()); // left by a process that was killed; the directory's lock is ours
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening_ < 0 || !address.bind(listening_) || ::listen(listening_, 8) != 0 || ::pipe2(wake_, O_CLOEXEC) != 0)
        throw Error::unavailable("control.socket", {{"path", path_.string()}});
    ::chmod(path_.c_str(), 0600);
    thread_ = std::thread{[this] {
        serve();
    }};
}

ControlServer::~ControlServer()
{
    ::close(wake_[1]);
    thread_.join();
    ::close(wake_[0]);
    ::close(listening_);
    ::unlink(path_.c_str());
}

void ControlServer::serve()
{
    for (;;) {
        pollfd waits[2] = {{listening_, POLLIN, 0}, {wake_[0], POLLIN, 0}};
        if (::poll(waits, 2, -1) < 0 && errno != EINTR)
            return;
        if (waits[1].revents != 0)
            return;
        const int peer = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0)
            continue;
        // Whoever asks and then says nothing, or does not listen, must not keep the server from answering others, or from ending.
        const timeval patience{patience_.count() / 1000, patience_.count() % 1000 * 1000};
        ::setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        std::string reply;
        try {
            reply = answer_(read_line(peer, longest_request));
        } catch (const Error& error) {
            reply = "error " + error.code();
        } catch (const std::exception& error) {
            log::error("control.failed", {{"reason", error.what()}});
            reply = "error internal";
        }
        write_all(peer, reply + "\n");
        ::close(peer);
    }
}

std::optional<std::string> ask_server(const std::filesystem::path& socket, const std::string& request)
{
    const SocketAddress address{std::filesystem::absolute(socket)};
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (server < 0 || !address.connect(server)) {
        if (server >= 0)
            ::close(server);
        return std::nullopt;
    }
    write_all(server, request + "\n");
    const auto reply = read_line(server, std::size_t{64} << 20);
    ::close(server);
    if (reply.starts_with("error "))
        throw Error::unavailable(reply.substr(6));
    return reply;
}

} // namespace congso::app
