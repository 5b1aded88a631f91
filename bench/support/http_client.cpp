#include "bench/support/http_client.h"

#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace congso::bench {

HttpClient::HttpClient(int port, std::string cookie) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), cookie_(std::move(cookie))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error{"no connection to the server"};
}

HttpClient::~HttpClient()
{
    if (socket_ >= 0)
        ::close(socket_);
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), cookie_(std::move(other.cookie_)), buffer_(std::move(other.buffer_))
{
}

HttpClient::Answer HttpClient::get(std::string_view target)
{
    return exchange(fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n\r\n", target, cookie_), {});
}

HttpClient::Answer HttpClient::post(std::string_view target, std::string_view type, std::string_view body, std::string_view idempotency_key)
{
    const auto key = idempotency_key.empty() ? std::string{} : fmt::format("Idempotency-Key: {}\r\n", idempotency_key);
    return exchange(fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\nX-Requested-With: congso\r\nContent-Type: {}\r\n{}"
                                "Content-Length: {}\r\n\r\n",
                                target, cookie_, type, key, body.size()),
                    body);
}

HttpClient::Answer HttpClient::exchange(std::string_view head, std::string_view body)
{
    for (std::size_t sent = 0; sent < head.size() + body.size();) {
        const auto rest_of_head = head.substr(std::min(sent, head.size()));
        const auto rest_of_body = body.substr(sent > head.size() ? sent - head.size() : 0);
        iovec parts[] = {{const_cast<char*>(rest_of_head.data()), rest_of_head.size()},
                         {const_cast<char*>(rest_of_body.data()), rest_of_body.size()}};
        const auto count = ::writev(socket_, parts, 2);
        if (count <= 0)
            throw std::runtime_error{"the server closed the connection"};
        sent += static_cast<std::size_t>(count);
    }
    std::size_t head_size = std::string::npos, length = 0;
    while (true) {
        if (head_size == std::string::npos) {
            if (const auto end = buffer_.find("\r\n\r\n"); end != std::string::npos) {
                head_size = end + 4;
                constexpr std::string_view name = "\r\nContent-Length: ";
                const auto at = buffer_.find(name);
                if (at == std::string::npos || at > end)
                    throw std::runtime_error{"an answer without length"};
                std::from_chars(buffer_.data() + at + name.size(), buffer_.data() + end, length);
            }
        }
        if (head_size != std::string::npos && buffer_.size() >= head_size + length)
            break;
        const auto before = buffer_.size();
        buffer_.resize(before + 64 * 1024);
        const auto count = ::read(socket_, buffer_.data() + before, 64 * 1024);
        buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (count <= 0)
            throw std::runtime_error{"the server closed the connection"};
    }
    Answer answer{std::stoi(buffer_.substr(9, 3)), buffer_.substr(head_size, length)};
    buffer_.erase(0, head_size + length);
    return answer;
}

std::string percent_encoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view{"-._~"}.find(c) != std::string_view::npos;
        if (plain)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

} // namespace congso::bench
