#include "lib/http/connection.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

namespace congso::http {

void Connection::work_channels()
{
    refused_on_worker_ = true;
    answer_with([this] {
        stream_->channels = route_->channels(request_);
        refused_on_worker_ = false;
        Response response{.content_type = "text/event-stream"};
        response.fields = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
        return response;
    });
}

// The answer has no length: it lasts as long as the connection (RFC 9112 §6.3, case 8).
Awaitable<Connection::Goes> Connection::serve_stream()
{
    if (body_unread_)
        co_return co_await refuse(413, "http.body_too_large");
    stream_ = std::make_unique<Stream>();
    stream_->spoke_at = begun_;
    stream_->waking = true; // until it is parked below there is nobody to wake
    const bool admitted = co_await on_worker(&Connection::work_channels, false);
    if (!admitted || refused_on_worker_ || head_only_) {
        stream_.reset();
        if (!admitted)
            co_return co_await refuse(503, "http.busy");
        co_return co_await send();
    }
    request_ = Request();
    buffer_ = Buffer();
    constexpr std::string_view length = "Content-Length: 0\r\n";
    auto& head = outgoing_.head;
    if (const auto at = head.find(length); at != std::string::npos)
        head.erase(at, length.size());
    head.insert(head.size() - 2, "Connection: close\r\n");
    head += "retry: 3000\n\n";

    join_channels();
    core_.metrics.observe(outgoing_.status, Transport::Clock::now() - begun_);
    asio::co_spawn(core_.io, watch_peer(), asio::detached);
    std::string out = std::exchange(outgoing_, Outgoing()).head;
    auto& stream = *stream_;
    while (co_await transport_.write(out, core_.options.write_timeout)) {
        out.clear();
        if (stream.backlog.empty()) {
            if (stream.ended)
                break;
            out.shrink_to_fit(); // a thousand streams mostly wait
            Token token;
            auto park = [this](auto resumption) {
                parked_.emplace(std::move(resumption));
                stream_->waking = false;
            };
            co_await asio::async_initiate<Token, void()>(park, token);
        }
        for (const auto& frame : stream.backlog)
            out += *frame;
        stream.backlog.clear();
        stream.backlog_size = 0;
        stream.spoke_at = Transport::Clock::now();
    }
    leave_channels();
    stream_.reset();
    transport_.break_off(); // ends watch_peer
    co_return Goes::away;
}

// A client that leaves is noticed at once, not at the next heartbeat.
Awaitable<void> Connection::watch_peer()
{
    const auto self = shared_from_this();
    char ignored[256];
    while (co_await transport_.read_some(ignored, sizeof ignored) > 0) { }
    if (stream_) {
        stream_->ended = true;
        wake();
    }
}

void Connection::push(const std::shared_ptr<const std::string>& frame)
{
    auto& stream = *stream_;
    stream.backlog_size += frame->size();
    if (stream.backlog_size > core_.options.stream_backlog_limit) {
        stream.ended = true;
        stream.backlog.clear();
        transport_.break_off(); // too slow: it connects anew and asks for the whole state
        return;
    }
    stream.backlog.push_back(frame);
    wake();
}

void Connection::wake()
{
    if (std::exchange(stream_->waking, true))
        return;
    asio::post(core_.io, [self = shared_from_this()] { self->resume(); });
}

void Connection::join_channels()
{
    auto& channels = stream_->channels;
    std::sort(channels.begin(), channels.end());
    channels.erase(std::unique(channels.begin(), channels.end()), channels.end());
    for (const auto& channel : channels)
        core_.streams_by_channel[channel].push_back(this);
    ++core_.metrics.streams;
}

void Connection::leave_channels()
{
    for (const auto& channel : stream_->channels) {
        const auto found = core_.streams_by_channel.find(channel);
        std::erase(found->second, this);
        if (found->second.empty())
            core_.streams_by_channel.erase(found);
    }
    --core_.metrics.streams;
}

} // namespace congso::http
