#include "lib/http/transport.h"

#include <boost/asio/redirect_error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <sys/socket.h>

namespace congso::http {

Transport::Transport(Socket socket) : socket_(std::move(socket))
{
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

Transport::~Transport() = default;

void Transport::FreeTls::operator()(ssl_st* tls) const
{
    SSL_free(tls);
}

Awaitable<bool> Transport::wait(Socket::wait_type what)
{
    boost::system::error_code error;
    co_await socket_.async_wait(what, asio::redirect_error(Token{}, error));
    co_return !error;
}

Awaitable<std::optional<bool>> Transport::detect_tls()
{
    boost::system::error_code error;
    char first = 0;
    const auto count =
        co_await socket_.async_receive(asio::buffer(&first, 1), asio::socket_base::message_peek, asio::redirect_error(Token{}, error));
    if (error || count == 0)
        co_return std::nullopt;
    co_return first == 0x16; // RFC 8446 §5.1: a handshake record
}

Awaitable<bool> Transport::wait_for_tls(int result)
{
    switch (SSL_get_error(tls_.get(), result)) {
    case SSL_ERROR_WANT_READ:
        co_return co_await wait(Socket::wait_read);
    case SSL_ERROR_WANT_WRITE:
        co_return co_await wait(Socket::wait_write);
    default:
        ERR_clear_error();
        co_return false;
    }
}

Awaitable<bool> Transport::accept_tls(ssl_ctx_st& context)
{
    tls_.reset(SSL_new(&context));
    if (!tls_ || SSL_set_fd(tls_.get(), socket_.native_handle()) != 1)
        co_return false;
    while (true) {
        ERR_clear_error();
        const int result = SSL_accept(tls_.get());
        if (result == 1)
            co_return true;
        if (!co_await wait_for_tls(result))
            co_return false;
    }
}

Awaitable<std::size_t> Transport::read_some(char* to, std::size_t size)
{
    if (!tls_) {
        boost::system::error_code error;
        const auto count = co_await socket_.async_read_some(asio::buffer(to, size), asio::redirect_error(Token{}, error));
        co_return error ? 0 : count;
    }
    while (true) {
        ERR_clear_error();
        std::size_t count = 0;
        const int result = SSL_read_ex(tls_.get(), to, size, &count);
        if (result == 1)
            co_return count;
        if (!co_await wait_for_tls(result))
            co_return 0;
    }
}

bool Transport::write_now(std::string_view& bytes)
{
    while (!bytes.empty()) {
        if (tls_) {
            ERR_clear_error();
            std::size_t count = 0;
            const int result = SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &count);
            if (result != 1) {
                const int why = SSL_get_error(tls_.get(), result);
                return why == SSL_ERROR_WANT_WRITE || why == SSL_ERROR_WANT_READ;
            }
            bytes.remove_prefix(count);
        } else {
            const auto count = ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count < 0)
                return errno == EAGAIN || errno == EINTR;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    return true;
}

Awaitable<bool> Transport::write(std::string_view bytes, std::chrono::seconds timeout)
{
    auto before = bytes.size() + 1;
    while (true) {
        if (!write_now(bytes))
            co_return false;
        if (bytes.empty())
            break;
        if (bytes.size() < before)
            expect_within(timeout);
        before = bytes.size();
        // TLS 1.3 may want to read first only during a handshake, which is over.
        const bool ready = co_await wait(Socket::wait_write);
        if (!ready)
            co_return false;
    }
    expect_nothing();
    co_return true;
}

void Transport::expire()
{
    expect_nothing();
    expired_ = true;
    cancel();
}

void Transport::cancel()
{
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Transport::finish()
{
    if (tls_) {
        ERR_clear_error();
        SSL_shutdown(tls_.get());
        ERR_clear_error();
    }
    ::shutdown(socket_.native_handle(), SHUT_WR);
}

Awaitable<void> Transport::linger(std::chrono::seconds timeout)
{
    expect_within(timeout);
    std::vector<char> discarded(16 * 1024);
    boost::system::error_code error;
    while (!error)
        co_await socket_.async_read_some(asio::buffer(discarded), asio::redirect_error(Token{}, error));
}

void Transport::break_off()
{
    // Not close(): TLS holds the descriptor's number, which the system would give to the next connection.
    ::shutdown(socket_.native_handle(), SHUT_RDWR);
    cancel();
}

} // namespace congso::http
