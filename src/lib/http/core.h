#pragma once
#include "lib/http/metrics.h"
#include "lib/http/router.h"
#include "lib/http/transport.h"
#include "lib/http/workers.h"

#include <list>

// Private to lib/http.
namespace congso::http {

class Connection;

// What the connections of one server share. Members are touched by the I/O thread only, unless they say otherwise.
class Core {
public:
    Core(ServerOptions server_options, std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams,
         std::function<Response(const Request&)> fallback_handler);

    const ServerOptions options; // any thread
    const Router router; // any thread
    const std::function<Response(const Request&)> fallback; // any thread
    Metrics metrics; // any thread
    Workers workers; // any thread
    asio::io_context io{1};
    std::shared_ptr<ssl_ctx_st> tls;
    std::atomic<bool> stopping = false; // any thread

    std::list<Connection*> connections;
    std::map<std::string, int> connections_by_address;
    std::unordered_map<std::string, std::vector<Connection*>> streams_by_channel;

    void complete(Connection& connection); // any thread: its work on a worker is done
    void publish(std::string_view channel, std::string frame); // any thread
    void end_streams(std::string channel); // any thread

private:
    struct Publication {
        std::string channel;
        std::shared_ptr<const std::string> frame;
    };

    void take_mail();

    std::mutex mail_mutex_;
    std::vector<Connection*> completed_;
    std::vector<Publication> published_;
    bool mail_announced_ = false;
};

} // namespace congso::http
