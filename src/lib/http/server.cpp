#include "lib/http/server.h"

#include "lib/base/log.h"
#include "lib/http/connection.h"
#include "lib/http/forwarded.h"
#include "lib/http/tls.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <csignal>

#include <pthread.h>

namespace congso::http {
namespace {

constexpr std::chrono::milliseconds sweep_every{250};
constexpr int waiting_connections = 1024;

} // namespace

struct Server::Implementation {
    using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
    using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

    Implementation(ServerOptions options, std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams,
                   std::function<Response(const Request&)> fallback)
        : core(std::move(options), std::move(endpoints), std::move(streams), std::move(fallback))
    {
    }

    Core core;
    Acceptor acceptor{core.io};
    Timer sweep_timer{core.io};
    std::optional<asio::executor_work_guard<Executor>> open;
    std::thread io_thread;
    int bound_port = 0;

    std::mutex mutex;
    std::condition_variable all_gone;
    bool is_empty = false; // no connection is left, and none will come

    void bind();
    void run_io();
    Awaitable<void> accept_all();
    void take(Socket socket);
    void sweep();
    void begin_stop();
};

void Server::Implementation::bind()
{
    try {
        const auto& options = core.options;
        const auto address = asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address);
        const asio::ip::tcp::endpoint endpoint(address, static_cast<std::uint16_t>(options.port));
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        if (address.is_v6())
            acceptor.set_option(asio::ip::v6_only(false));
        acceptor.bind(endpoint);
        acceptor.listen(waiting_connections);
        bound_port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        throw Error::unavailable(
            "http.bind",
            {{"address", core.options.address}, {"port", std::to_string(core.options.port)}, {"reason", error.code().message()}});
    }
}

void Server::Implementation::run_io()
{
    pthread_setname_np(pthread_self(), "http-io");
    // OpenSSL writes without MSG_NOSIGNAL; a client that went away must not end the process.
    sigset_t pipe{};
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    while (true)
        try {
            core.io.run();
            return;
        } catch (const std::exception& error) {
            log::error("http.io", {{"reason", error.what()}});
        }
}

Awaitable<void> Server::Implementation::accept_all()
{
    Timer pause(core.io);
    while (acceptor.is_open()) {
        boost::system::error_code error;
        Socket socket(core.io);
        co_await acceptor.async_accept(socket, asio::redirect_error(Token{}, error));
        if (error == asio::error::operation_aborted)
            break;
        if (!error) {
            take(std::move(socket));
            continue;
        }
        if (error != asio::error::connection_aborted) { // out of descriptors: trying at once would only spin
            log::warn("http.accept", {{"reason", error.message()}});
            pause.expires_after(std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(Token{}, error));
        }
    }
}

void Server::Implementation::take(Socket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error || core.stopping) // accepted in the moment in which the acceptor was closed
        return;
    auto address = endpoint.address().is_v6() && endpoint.address().to_v6().is_v4_mapped()
        ? asio::ip::make_address_v4(asio::ip::v4_mapped, endpoint.address().to_v6()).to_string()
        : endpoint.address().to_string();
    const auto from_there = core.connections_by_address.find(address);
    const bool is_proxy = contains(core.options.trusted_proxies, address); // everybody's connections come from there
    if (core.connections.size() >= static_cast<std::size_t>(core.options.connection_limit)
        || (!is_proxy && from_there != core.connections_by_address.end()
            && from_there->second >= core.options.connection_limit_per_address)) {
        ++core.metrics.refused_connections;
        return;
    }
    const auto connection = std::make_shared<Connection>(core, std::move(socket), std::move(address));
    // The coroutine holds its connection; one that fails takes only itself down.
    asio::co_spawn(core.io, connection->run(), [connection](const std::exception_ptr& failure) {
        try {
            if (failure)
                std::rethrow_exception(failure);
        } catch (const std::exception& reason) {
            log::error("http.connection", {{"reason", reason.what()}});
        }
    });
}

void Server::Implementation::sweep()
{
    const auto now = Transport::Clock::now();
    for (auto* connection : core.connections)
        connection->sweep(now);
    if (core.stopping && core.connections.empty()) {
        const std::lock_guard lock(mutex);
        is_empty = true;
        all_gone.notify_all();
        return;
    }
    sweep_timer.expires_after(core.stopping ? std::chrono::milliseconds(5) : sweep_every);
    sweep_timer.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            sweep();
    });
}

void Server::Implementation::begin_stop()
{
    core.stopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (auto* connection : core.connections)
        connection->end_soon();
    sweep_timer.cancel();
    sweep();
}

Server::Server(ServerOptions options, std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams,
               std::function<Response(const Request&)> fallback)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(endpoints), std::move(streams), std::move(fallback)))
{
}

Server::~Server()
{
    stop();
}

void Server::start()
{
    auto& server = *implementation_;
    auto& core = server.core;
    if (core.options.tls)
        core.tls = load_tls(*core.options.tls);
    server.bind();
    if (!core.options.upload_directory.empty()) {
        std::error_code ignored;
        std::filesystem::create_directories(core.options.upload_directory, ignored);
        UploadFile::remove_left_overs(core.options.upload_directory);
    }
    core.workers.start(std::max(1, core.options.workers));
    server.open.emplace(core.io.get_executor());
    asio::co_spawn(core.io, server.accept_all(), asio::detached);
    asio::post(core.io, [&server] { server.sweep(); });
    server.io_thread = std::thread([&server] { server.run_io(); });
}

int Server::port() const
{
    return implementation_->bound_port;
}

void Server::stop()
{
    auto& server = *implementation_;
    if (!server.io_thread.joinable())
        return;
    asio::post(server.core.io, [&server] { server.begin_stop(); });
    const auto is_empty = [&] {
        return server.is_empty;
    };
    std::unique_lock lock(server.mutex);
    if (!server.all_gone.wait_for(lock, server.core.options.stop_patience, is_empty)) {
        asio::post(server.core.io, [&core = server.core] {
            for (auto* connection : core.connections)
                connection->break_off();
        });
        // Each still has steps to take on a worker (what was half received is removed), and a handler at work is waited for.
        server.all_gone.wait(lock, is_empty);
    }
    lock.unlock();
    server.core.workers.stop();
    server.open.reset();
    server.io_thread.join();
}

void Server::publish(std::string_view channel, std::string_view event, std::string_view data)
{
    // HTML §9.2.6: a line break would begin another field, so each line of the data is a field of its own.
    std::string frame;
    frame.reserve(event.size() + data.size() + 16);
    if (!event.empty()) {
        frame += "event: ";
        std::copy_if(event.begin(), event.end(), std::back_inserter(frame), [](char c) { return c != '\r' && c != '\n'; });
        frame += '\n';
    }
    while (true) {
        const auto line = data.substr(0, data.find_first_of("\r\n"));
        (frame += "data: ") += line;
        frame += '\n';
        if (line.size() == data.size())
            break;
        data.remove_prefix(line.size() + (data.substr(line.size()).starts_with("\r\n") ? 2 : 1));
    }
    frame += '\n';
    implementation_->core.publish(channel, std::move(frame));
}

void Server::end_streams(std::string_view channel)
{
    implementation_->core.end_streams(std::string(channel));
}

void Server::renew_tls()
{
    auto& core = implementation_->core;
    if (!core.options.tls)
        return;
    asio::post(core.io, [&core, tls = load_tls(*core.options.tls)]() mutable { core.tls.swap(tls); });
}

std::string Server::metrics() const
{
    const auto& core = implementation_->core;
    return core.metrics.text(core.workers.waiting());
}

} // namespace congso::http
