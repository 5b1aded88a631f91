#include "lib/http/connection.h"

namespace congso::http {
namespace {

constexpr std::int64_t body_step = 64 * 1024;
constexpr int slowest_bytes_per_second = 4096; // a body this slow is cut off after body_timeout

} // namespace

// Asks before_body and opens the file. False when it is refused: see send_refusal.
Awaitable<bool> Connection::before_body()
{
    refused_on_worker_ = false;
    const bool taken = co_await on_worker(&Connection::work_before_body, false);
    refusal_ = taken ? Refusal{} : Refusal{503, "http.busy"};
    if (refused_on_worker_ && body_unread_)
        close_ = true;
    co_return taken && !refused_on_worker_;
}

void Connection::work_before_body()
{
    bool passed = false;
    const bool closed = std::exchange(close_, close_ || body_unread_); // should it be refused, the body will not be read
    answer_with([&] {
        if (route_->endpoint.before_body)
            route_->endpoint.before_body(request_);
        upload_ = std::make_unique<UploadFile>(core_.options.upload_directory);
        passed = true;
        return Response{.status = 204};
    });
    close_ = closed;
    refused_on_worker_ = !passed;
}

Awaitable<bool> Connection::receive_body()
{
    const auto& endpoint = route_->endpoint;
    const auto limit = endpoint.body == Body::none ? 0 : endpoint.body_limit;
    const bool streamed = endpoint.body == Body::stream;
    refusal_ = Refusal();
    refused_on_worker_ = false;
    if (head_.content_length.value_or(0) > limit) {
        refusal_ = Refusal{413, "http.body_too_large"};
        co_return false;
    }
    if (streamed) {
        const bool passed = co_await before_body();
        if (!passed)
            co_return false;
    }
    if (head_.expects_continue && buffer_.empty()) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        if (!co_await transport_.write(go_on, core_.options.write_timeout))
            co_return false;
    }

    std::int64_t received = 0;
    bool gone = false;
    auto reading_until = Transport::Clock::now() + core_.options.body_timeout;
    while (true) {
        // A stored body goes to a worker in large pieces: each way there and back costs more than the piece.
        const auto left = head_.content_length.value_or(0) - received;
        if (!streamed || !head_.content_length || static_cast<std::int64_t>(buffer_.view().size()) >= std::min(body_step, left)) {
            pieces_.clear();
            const auto used = parser_.read_body(buffer_.view(), pieces_);
            if (!used) {
                refusal_ = Refusal{400, "http.chunks"};
                break;
            }
            std::int64_t count = 0;
            for (const auto piece : pieces_)
                count += static_cast<std::int64_t>(piece.size());
            received += count;
            if (received > limit) {
                refusal_ = Refusal{413, "http.body_too_large"};
                break;
            }
            if (!streamed)
                for (const auto piece : pieces_)
                    request_.body += piece;
            else if (count > 0) {
                const auto before = Transport::Clock::now();
                co_await on_worker(&Connection::work_store, true);
                if (refused_on_worker_)
                    break;
                reading_until += Transport::Clock::now() - before; // our own disk is not the client's fault
                core_.metrics.uploaded_bytes += count;
            }
            buffer_.consume(*used);
            if (parser_.is_done()) {
                body_unread_ = false;
                co_return true;
            }
            if (static_cast<std::int64_t>(buffer_.view().size()) >= body_step) { // no chunk header or trailer is that long
                refusal_ = Refusal{400, "http.chunks"};
                break;
            }
        }
        transport_.expect_before(std::min(reading_until, Transport::Clock::now() + core_.options.body_timeout));
        const auto held = buffer_.view().size();
        const bool arrived = co_await read_more(body_step);
        transport_.expect_nothing();
        if (!arrived) {
            gone = true;
            if (transport_.take_expired())
                refusal_ = Refusal{408, "http.body_timeout"};
            break;
        }
        reading_until +=
            std::chrono::microseconds(static_cast<std::int64_t>(buffer_.view().size() - held) * 1'000'000 / slowest_bytes_per_second);
    }
    if (upload_)
        co_await on_worker(&Connection::work_discard, true);
    if (gone && refusal_.status == 0)
        body_unread_ = false;
    co_return false;
}

void Connection::work_store()
{
    bool stored = false;
    const bool closed = std::exchange(close_, true);
    try {
        upload_->append(pieces_);
        stored = true;
    } catch (const Error& error) {
        answer_with([&]() -> Response { return problem(error); });
    }
    close_ = closed;
    refused_on_worker_ = !stored;
}

void Connection::work_discard()
{
    upload_.reset();
}

} // namespace congso::http
