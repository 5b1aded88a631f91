#include "lib/http/core.h"

#include "lib/http/connection.h"

#include <boost/asio/post.hpp>

namespace congso::http {

Core::Core(ServerOptions server_options, std::vector<Endpoint> endpoints, std::vector<StreamEndpoint> streams,
           std::function<Response(const Request&)> fallback_handler)
    : options(std::move(server_options)), router(std::move(endpoints), std::move(streams)), fallback(std::move(fallback_handler)),
      workers(options.queue_limit)
{
}

// Many completions share one wake-up of the I/O thread.
void Core::complete(Connection& connection)
{
    bool announce = false;
    {
        const std::lock_guard lock(mail_mutex_);
        completed_.push_back(&connection);
        announce = !std::exchange(mail_announced_, true);
    }
    if (announce)
        asio::post(io, [this] { take_mail(); });
}

void Core::publish(std::string_view channel, std::string frame)
{
    bool announce = false;
    {
        const std::lock_guard lock(mail_mutex_);
        published_.push_back({std::string(channel), std::make_shared<const std::string>(std::move(frame))});
        announce = !std::exchange(mail_announced_, true);
    }
    if (announce)
        asio::post(io, [this] { take_mail(); });
}

void Core::end_streams(std::string channel)
{
    asio::post(io, [this, channel = std::move(channel)] {
        if (const auto found = streams_by_channel.find(channel); found != streams_by_channel.end())
            for (auto* connection : found->second)
                connection->end_soon();
    });
}

void Core::take_mail()
{
    std::vector<Connection*> completed;
    std::vector<Publication> published;
    {
        const std::lock_guard lock(mail_mutex_);
        mail_announced_ = false;
        completed.swap(completed_);
        published.swap(published_);
    }
    for (auto* connection : completed)
        connection->resume();
    for (const auto& [channel, frame] : published)
        if (const auto found = streams_by_channel.find(channel); found != streams_by_channel.end())
            for (auto* connection : found->second)
                connection->push(frame);
}

} // namespace congso::http
