#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <memory>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

// Private to lib/http.
namespace congso::http {

namespace asio = boost::asio;

// One concrete executor all the way: the erased one costs an allocation and several jumps at each step.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Token = asio::use_awaitable_t<Executor>;
template <class T> using Awaitable = asio::awaitable<T, Executor>;

// The bytes of one connection, plain or through TLS, used by the I/O thread only. A wait ends when its deadline is `expire`d by
// the server's sweep, which is cheaper than a timer for each operation.
class Transport {
public:
    using Clock = std::chrono::steady_clock;

    explicit Transport(Socket socket);
    ~Transport();

    // Whether the client begins with a TLS handshake: looks at the first byte without taking it. Nothing when it goes away.
    Awaitable<std::optional<bool>> detect_tls();
    Awaitable<bool> accept_tls(ssl_ctx_st& context);
    bool is_secure() const { return tls_ != nullptr; }

    Awaitable<std::size_t> read_some(char* to, std::size_t size); // 0: the end, a failure or an expiry
    Awaitable<bool> write(std::string_view bytes, std::chrono::seconds timeout); // the deadline starts anew with every step forward

    // Sends what can be sent without waiting and cuts it off `bytes`. False when the connection is broken.
    bool write_now(std::string_view& bytes);

    void expect_within(std::chrono::seconds timeout) { deadline_ = Clock::now() + timeout; }
    void expect_before(Clock::time_point deadline) { deadline_ = deadline; }
    void expect_nothing() { deadline_ = Clock::time_point::max(); }
    Clock::time_point deadline() const { return deadline_; }

    void expire(); // ends a wait that took too long
    bool take_expired() { return std::exchange(expired_, false); }
    void cancel(); // ends a wait
    void finish(); // says that nothing more will be sent
    Awaitable<void> linger(std::chrono::seconds timeout); // takes what the client still sends, so that it gets to read our answer
    void break_off(); // whatever goes on fails from now on; the descriptor stays ours until the end

private:
    struct FreeTls {
        void operator()(ssl_st* tls) const;
    };

    Awaitable<bool> wait(Socket::wait_type what);
    Awaitable<bool> wait_for_tls(int result); // until the last TLS call can go on; false when it failed for good

    Socket socket_;
    std::unique_ptr<ssl_st, FreeTls> tls_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool expired_ = false;
};

} // namespace congso::http
