#include "lib/http/connection.h"

#include "lib/base/id.h"
#include "lib/base/log.h"
#include "lib/http/forwarded.h"
#include "lib/http/status.h"

#include <boost/asio/async_result.hpp>

namespace congso::http {
namespace {

constexpr std::size_t target_limit = 8000; // RFC 9112 §3 recommends to take at least this much
constexpr std::size_t file_step = 256 * 1024;
constexpr std::chrono::seconds linger_timeout{5};

std::optional<Method> parse_method(std::string_view text)
{
    if (text == "GET" || text == "HEAD")
        return Method::get;
    if (text == "POST")
        return Method::post;
    if (text == "PUT")
        return Method::put;
    if (text == "DELETE")
        return Method::del;
    return std::nullopt;
}

// What went wrong inside is for the log; the client gets a number to ask about.
Response internal_problem(const Request& request, std::string_view reason)
{
    const auto id = Uuid::make().to_string();
    log::error("http.internal", {{"id", id}, {"path", request.path}, {"reason", std::string(reason)}});
    return problem_of_status(500, "internal", {{"id", id}});
}

} // namespace

Connection::Connection(Core& core, Socket socket, std::string address)
    : core_(core), transport_(std::move(socket)), address_(std::move(address)),
      place_(core.connections.insert(core.connections.end(), this))
{
    ++core_.connections_by_address[address_];
    ++core_.metrics.connections;
}

Connection::~Connection()
{
    core_.connections.erase(place_);
    if (const auto found = core_.connections_by_address.find(address_); --found->second == 0)
        core_.connections_by_address.erase(found);
    --core_.metrics.connections;
}

Awaitable<void> Connection::run()
{
    const auto self = shared_from_this();
    if (!co_await begin())
        co_return;
    auto goes = Goes::on;
    while (goes == Goes::on && !(core_.stopping && buffer_.empty())) {
        const auto head_size = co_await read_head();
        if (head_size == 0)
            break;
        goes = co_await serve(head_size);
        served_before_ = true;
    }
    transport_.finish();
    if (body_unread_)
        co_await transport_.linger(linger_timeout);
}

// One port for both: what does not begin with a TLS handshake is answered in plain http.
Awaitable<bool> Connection::begin()
{
    transport_.expect_within(core_.options.header_timeout);
    if (!core_.tls)
        co_return true;
    resting_ = true;
    const auto secure = co_await transport_.detect_tls();
    resting_ = false;
    if (!secure || core_.stopping)
        co_return false;
    if (*secure) {
        const auto context = core_.tls; // may be renewed while the handshake waits
        if (!co_await transport_.accept_tls(*context))
            co_return false;
    }
    co_return true;
}

Awaitable<bool> Connection::read_more(std::size_t capacity)
{
    const auto space = buffer_.space(capacity);
    const auto count = co_await transport_.read_some(space.data(), space.size());
    buffer_.add(count);
    co_return count > 0;
}

// The length of the next head in the buffer. 0 when the connection is over; refused heads have been answered then.
Awaitable<std::size_t> Connection::read_head()
{
    std::size_t searched = 0;
    bool begun = false;
    while (true) {
        while (buffer_.view().starts_with("\r\n")) // RFC 9112 §2.2: an empty line before a request is forgiven
            buffer_.consume(2);
        const auto bytes = buffer_.view();
        if (const auto end = bytes.find("\r\n\r\n", searched > 3 ? searched - 3 : 0);
            end != std::string_view::npos && end + 4 <= core_.options.header_limit) {
            transport_.expect_nothing();
            co_return end + 4;
        }
        searched = bytes.size();
        if (bytes.size() >= core_.options.header_limit) {
            const bool in_target = bytes.find('\r') == std::string_view::npos;
            forget_request();
            body_unread_ = true;
            co_await refuse(in_target ? 414 : 431, in_target ? "http.target_too_long" : "http.head_too_large");
            co_return 0;
        }
        if (!bytes.empty() && !begun) {
            begun = true; // from its first byte on, a head has this long in all: a byte now and then does not help it
            if (served_before_)
                transport_.expect_within(core_.options.header_timeout);
        } else if (bytes.empty() && served_before_) {
            buffer_.shrink();
            transport_.expect_within(core_.options.idle_timeout);
        }
        resting_ = bytes.empty();
        const bool arrived = co_await read_more(core_.options.header_limit);
        resting_ = false;
        if (!arrived) {
            if (transport_.take_expired() && !buffer_.empty()) {
                forget_request();
                co_await refuse(408, "http.head_timeout");
            }
            co_return 0;
        }
        if (core_.stopping && bytes.empty() && buffer_.empty())
            co_return 0;
    }
}

// Before a refusal that answers no request in particular.
void Connection::forget_request()
{
    head_ = Head();
    request_ = Request();
    head_only_ = false;
    begun_ = Transport::Clock::now();
}

// Fills request_ from the head; what it refuses has the status and the code.
Refusal Connection::read_request(std::string_view head)
{
    request_ = {};
    head_only_ = false;
    route_ = nullptr;
    handler_ = nullptr;
    if (const auto refusal = parser_.read_head(head, head_); refusal.status != 0) {
        head_.keep_alive = false; // where this request ends is not certain
        return refusal;
    }
    if (head_.target.size() > target_limit)
        return {414, "http.target_too_long"};
    if (const auto code = parse_target(head_.target, target_); !code.empty())
        return {400, code};
    if (head_.host && !is_accepted_host(target_.authority.empty() ? *head_.host : target_.authority, core_.options.allowed_hosts))
        return {400, "http.host"};
    request_.fields = std::move(head_.fields);
    request_.path = target_.path;
    request_.query = std::move(target_.query);
    request_.remote_address = address_;
    request_.secure = transport_.is_secure();
    if (contains(core_.options.trusted_proxies, address_))
        believe_proxy(request_, core_.options.trusted_proxies);
    return {};
}

Awaitable<Connection::Goes> Connection::serve(std::size_t head_size)
{
    begun_ = Transport::Clock::now();
    const auto refusal = read_request(buffer_.view().substr(0, head_size));
    buffer_.consume(head_size);
    body_unread_ = head_.has_body() || refusal.status != 0;
    close_ = !head_.keep_alive;
    if (refusal.status != 0)
        co_return co_await refuse(refusal.status, refusal.code);
    if (core_.tls && !transport_.is_secure())
        co_return co_await serve_plain_http();

    const auto method = parse_method(head_.method);
    head_only_ = head_.method == "HEAD";
    if (method) {
        request_.method = *method;
        route_ = core_.router.find(*method, target_, values_);
    }
    if (route_ == nullptr) {
        if (const auto allowed = core_.router.allowed(target_); !allowed.empty()) {
            auto response = problem_of_status(405, "http.method");
            response.fields.emplace_back("Allow", allowed);
            close_ = close_ || body_unread_;
            outgoing_ = compose(std::move(response), request_, composing());
            co_return co_await send();
        }
        if (!method)
            co_return co_await refuse(501, "http.method");
        if (*method != Method::get)
            co_return co_await refuse(404, "not_found");
        if (body_unread_)
            co_return co_await refuse(413, "http.body_too_large");
        handler_ = &core_.fallback;
        co_return co_await answer_request();
    }
    for (std::size_t i = 0; i < values_.size(); ++i)
        request_.parameters.emplace(route_->names[i], values_[i]);
    if (route_->channels)
        co_return co_await serve_stream();
    handler_ = &route_->endpoint.handler;
    if (body_unread_) {
        const bool received = co_await receive_body();
        if (!received)
            co_return co_await send_refusal();
    } else if (route_->endpoint.body == Body::stream) {
        const bool passed = co_await before_body();
        if (!passed)
            co_return co_await send_refusal();
    }
    co_return co_await answer_request();
}

Awaitable<Connection::Goes> Connection::answer_request()
{
    if (!co_await on_worker(&Connection::work_answer, upload_ != nullptr)) {
        auto response = problem_of_status(503, "http.busy");
        response.fields.emplace_back("Retry-After", "1");
        outgoing_ = compose(std::move(response), request_, composing());
    }
    co_return co_await send();
}

Awaitable<Connection::Goes> Connection::serve_plain_http()
{
    close_ = true;
    if (body_unread_)
        co_return co_await refuse(400, "http.plain");
    if (!core_.options.plain_http) {
        Response response{.status = 308, .content_type = ""};
        response.fields.emplace_back("Location", "https://" + head_.host.value_or("localhost") + head_.target);
        outgoing_ = compose(std::move(response), request_, composing());
        co_return co_await send();
    }
    handler_ = &core_.options.plain_http;
    co_return co_await answer_request();
}

// What stopped the request on the way to its handler.
Awaitable<Connection::Goes> Connection::send_refusal()
{
    if (refusal_.status != 0)
        co_return co_await refuse(refusal_.status, refusal_.code);
    if (refused_on_worker_)
        co_return co_await send();
    co_return Goes::away; // nobody is there any more
}

// An answer made here and now. When the body is still on its way, the connection ends after it.
Awaitable<Connection::Goes> Connection::refuse(int status, std::string_view code)
{
    close_ = close_ || body_unread_ || !head_.keep_alive;
    outgoing_ = compose(problem_of_status(status, code), request_, composing());
    co_return co_await send();
}

Awaitable<Connection::Goes> Connection::send()
{
    core_.metrics.observe(outgoing_.status, Transport::Clock::now() - begun_);
    const auto timeout = core_.options.write_timeout;
    std::string_view head = outgoing_.head;
    if (!transport_.write_now(head))
        co_return Goes::away;
    if (!head.empty()) {
        const bool sent = co_await transport_.write(head, timeout);
        if (!sent)
            co_return Goes::away;
    }
    if (!outgoing_.body.empty()) {
        const bool sent = co_await transport_.write(outgoing_.body, timeout);
        if (!sent)
            co_return Goes::away;
    }
    while (outgoing_.file_left > 0) {
        co_await on_worker(&Connection::work_read_file, true);
        if (outgoing_.body.empty()) // the file became shorter: only a broken connection tells the client
            co_return Goes::away;
        if (!co_await transport_.write(outgoing_.body, timeout))
            co_return Goes::away;
    }
    co_return outgoing_.close ? Goes::away : Goes::on;
}

Composing Connection::composing() const
{
    return {.head_only = head_only_, .close = close_ || core_.stopping, .common_fields = core_.options.common_fields};
}

Awaitable<bool> Connection::on_worker(Work work, bool admitted)
{
    work_ = work;
    bool taken = true;
    auto park = [this, admitted, &taken](auto resumption) {
        parked_.emplace(std::move(resumption));
        if (admitted)
            core_.workers.submit_next(*this);
        else if (!core_.workers.submit(*this)) {
            taken = false;
            core_.complete(*this);
        }
    };
    Token token;
    co_await asio::async_initiate<Token, void()>(park, token);
    co_return taken;
}

void Connection::resume()
{
    auto resumption = std::move(*parked_);
    parked_.reset();
    std::move(resumption)();
}

void Connection::run_on_worker() noexcept
{
    (this->*work_)();
    core_.complete(*this);
}

// The one place where what handlers throw becomes an answer.
void Connection::answer_with(const std::function<Response()>& make) noexcept
{
    std::optional<Response> failure;
    try {
        auto response = make();
        outgoing_ = compose(std::move(response), request_, composing()); // only now: the server may have begun to stop
        return;
    } catch (const Error& error) {
        failure = error.fault() == Fault::internal ? internal_problem(request_, error.what()) : problem(error);
        if (error.fault() == Fault::unavailable)
            failure->fields.emplace_back("Retry-After", "1");
    } catch (const std::exception& error) {
        failure = internal_problem(request_, error.what());
    }
    request_.fields.clear(); // the problem is whole, whatever part or version of the page was asked for
    outgoing_ = compose(std::move(*failure), request_, composing());
}

void Connection::work_answer()
{
    answer_with([this] {
        if (upload_)
            request_.upload = upload_->finish();
        return (*handler_)(request_);
    });
    upload_.reset();
}

void Connection::work_read_file()
{
    auto& out = outgoing_;
    out.body.resize(static_cast<std::size_t>(std::min<std::int64_t>(out.file_left, file_step)));
    const auto count = ::pread(out.file.get(), out.body.data(), out.body.size(), out.file_offset);
    out.body.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    out.file_offset += static_cast<std::int64_t>(out.body.size());
    out.file_left -= static_cast<std::int64_t>(out.body.size());
}

void Connection::sweep(Transport::Clock::time_point now)
{
    if (transport_.deadline() < now)
        transport_.expire();
    else if (stream_ && now - stream_->spoke_at >= core_.options.stream_heartbeat) {
        static const auto heartbeat = std::make_shared<const std::string>(":\n\n");
        stream_->spoke_at = now;
        push(heartbeat);
    }
}

void Connection::end_soon()
{
    if (resting_)
        transport_.cancel();
    if (stream_) {
        stream_->ended = true;
        wake();
    }
}

} // namespace congso::http
