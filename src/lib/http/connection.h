#pragma once
#include "lib/http/buffer.h"
#include "lib/http/compose.h"
#include "lib/http/core.h"
#include "lib/http/parser.h"
#include "lib/http/upload_file.h"

// Private to lib/http.
namespace congso::http {

// One client. Its coroutine lives on the I/O thread and reads from top to bottom: head, route, body, answer, and again. What may
// block happens in the `work_…` members, on a worker, while the coroutine is parked; so the two never run at the same time.
// In its coroutines nothing is assigned from plain braces (`request_ = {}`): gcc 12 then leaves the coroutine's frame unset.
class Connection final : public std::enable_shared_from_this<Connection>, private Task {
public:
    Connection(Core& core, Socket socket, std::string address);
    ~Connection();

    Awaitable<void> run();

    // Called on the I/O thread by the server:
    void sweep(Transport::Clock::time_point now); // what is due: an expiry, a heartbeat
    void end_soon(); // no request after the one being served
    void break_off() { transport_.break_off(); }
    void resume(); // the parked coroutine goes on
    void push(const std::shared_ptr<const std::string>& frame);

private:
    enum class Goes { on, away };
    using Work = void (Connection::*)();

    // connection.cpp
    Awaitable<bool> begin();
    Awaitable<std::size_t> read_head();
    Awaitable<Goes> serve(std::size_t head_size);
    Refusal read_request(std::string_view head);
    void forget_request();
    Awaitable<Goes> answer_request();
    Awaitable<Goes> refuse(int status, std::string_view code);
    Awaitable<Goes> send_refusal();
    Awaitable<Goes> send();
    Awaitable<bool> read_more(std::size_t capacity);
    Awaitable<bool> on_worker(Work work, bool admitted); // false when the queue is full
    void run_on_worker() noexcept override;
    void work_answer();
    void work_read_file();
    void answer_with(const std::function<Response()>& make) noexcept;
    Awaitable<Goes> serve_plain_http();
    Composing composing() const;

    // connection_body.cpp
    Awaitable<bool> receive_body(); // false: refusal_ or outgoing_ says what to answer, or nobody is there any more
    Awaitable<bool> before_body();
    void work_before_body();
    void work_store();
    void work_discard();

    // connection_stream.cpp
    Awaitable<Goes> serve_stream();
    Awaitable<void> watch_peer();
    void work_channels();
    void join_channels();
    void leave_channels();
    void wake();

    Core& core_;
    Transport transport_;
    const std::string address_;
    std::list<Connection*>::iterator place_;

    Buffer buffer_;
    Parser parser_;
    Head head_;
    Target target_;
    std::vector<std::string_view> values_;
    Request request_;
    const Router::Route* route_ = nullptr;
    const std::function<Response(const Request&)>* handler_ = nullptr;
    Transport::Clock::time_point begun_;
    bool head_only_ = false, body_unread_ = false, resting_ = false, served_before_ = false, close_ = false;

    std::vector<std::string_view> pieces_;
    std::unique_ptr<UploadFile> upload_;
    Refusal refusal_;
    Outgoing outgoing_;
    bool refused_on_worker_ = false;

    using Resumption = asio::async_result<Token, void()>::handler_type;
    std::optional<Resumption> parked_;
    Work work_ = nullptr;

    struct Stream {
        std::vector<std::string> channels;
        std::deque<std::shared_ptr<const std::string>> backlog;
        std::size_t backlog_size = 0;
        Transport::Clock::time_point spoke_at;
        bool ended = false, waking = false;
    };
    std::unique_ptr<Stream> stream_;
};

} // namespace congso::http
