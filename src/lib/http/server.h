#pragma once
#include "lib/http/message.h"

#include <chrono>
#include <memory>
#include <span>

namespace congso::http {

enum class Body { none, memory, stream };

// One route as the server knows it. `path` has {name} parts; a last part {name...} takes the rest.
struct Endpoint {
    Method method{};
    std::string path;
    Body body = Body::none;
    std::int64_t body_limit = 0; // bytes; more answers 413 before the rest is read
    std::function<Response(const Request&)> handler; // runs on a worker thread; what it throws becomes a problem
    // Optional, on a worker thread, before a streamed body is read: throws to refuse (401, 403, 413) without reading it.
    std::function<void(const Request&)> before_body;
};

// A live stream (server-sent events, HTML Living Standard §9.2). It never holds a worker: the handler answers who is listening,
// then events published for that channel are written by the I/O thread.
struct StreamEndpoint {
    std::string path;
    std::function<std::vector<std::string>(const Request&)> channels; // runs on a worker; throws to refuse
};

struct TlsFiles {
    std::filesystem::path certificate_chain, private_key; // PEM
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080; // 0 takes a free one; see Server::port
    int workers = 4;
    std::size_t header_limit = 16 * 1024;
    std::chrono::seconds header_timeout{10}, body_timeout{60}, idle_timeout{75}, write_timeout{60};
    int connection_limit = 2000, connection_limit_per_address = 1200;
    std::size_t queue_limit = 1024; // requests waiting for a worker; more answers 503 with Retry-After
    std::filesystem::path upload_directory; // for streamed bodies
    std::vector<std::string> allowed_hosts; // Host names accepted besides IP addresses and localhost; empty accepts any well-formed host
    std::vector<std::string> trusted_proxies; // addresses whose X-Forwarded-For and X-Forwarded-Proto are believed
    std::optional<TlsFiles> tls; // set: https; plain http on the same port answers with `plain_http`
    std::function<Response(const Request&)> plain_http;
    std::vector<std::pair<std::string, std::string>> common_fields; // added to every answer that does not set them itself (nosniff, …)
    std::chrono::milliseconds stop_patience{10'000}; // how long `stop` lets requests finish that are being served
    std::chrono::seconds stream_heartbeat{25}; // an open stream says something at least this often
    std::size_t stream_backlog_limit = 256 * 1024; // bytes a stream may wait to send; a slower one is dropped and connects anew
};

// One HTTP/1.1 server (RFC 9112): Beast coroutines on one I/O thread, handlers on worker threads. Text answers over 1 KB are
// compressed (brotli or gzip) when the client takes it and no Content-Encoding is set yet. GET also answers HEAD.
class Server {
public:
    Server(ServerOptions options, std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams,
           std::function<Response(const Request&)> fallback); // for paths without an endpoint: pages, assets, 404
    ~Server();

    void start(); // once: binds (throws Error::unavailable "http.bind", "http.tls_files") and serves on its own threads
    int port() const; // the bound port
    void stop(); // graceful: no new connections, open requests finish within options.stop_patience, streams end
    void publish(std::string_view channel, std::string_view event, std::string_view data); // thread-safe; to every stream on the channel
    void end_streams(std::string_view channel); // thread-safe; every stream on the channel ends
    void renew_tls(); // reads the files of options.tls again, for new connections; throws as start does, and keeps the old
    std::string metrics() const; // Prometheus text: requests by status class, open connections, queue, seconds histogram

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace congso::http
