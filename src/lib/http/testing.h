#pragma once
#include "lib/base/bytes.h"
#include "lib/http/server.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

// For the tests of lib/http: a folder that goes away, and a client that sends exactly the bytes it is given.
namespace congso::http::testing {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("congso-http-" + to_hex(as_bytes(random_bytes(8))))) { fs::create_directories(path_); }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }
    fs::path operator/(const char* name) const { return path_ / name; }
    bool is_empty() const { return fs::is_empty(path_); }

private:
    fs::path path_;
};

struct Answer {
    int status = 0; // 0: the connection ended before an answer
    std::string head, body;

    std::string field(std::string_view name) const // "" when absent
    {
        const auto at = head.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos)
            return {};
        const auto start = at + name.size() + 4;
        return head.substr(start, head.find("\r\n", start) - start);
    }
};

class Client {
public:
    explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{.tv_sec = 15, .tv_usec = 0}; // a test that waits in vain fails instead of hanging
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { close(); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool is_connected() const { return connected_; }
    int descriptor() const { return socket_; }

    void close()
    {
        if (socket_ >= 0)
            ::close(std::exchange(socket_, -1));
    }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    // "GET /path HTTP/1.1" with Host; `more` are further whole lines.
    Answer get(std::string_view path, std::string_view more = "")
    {
        send("GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more) + "\r\n");
        return read();
    }

    Answer post(std::string_view path, std::string_view body, std::string_view more = "")
    {
        send("POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"
             + std::string(more) + "\r\n" + std::string(body));
        return read();
    }

    enum class Body { by_length, none };

    Answer read(Body body = Body::by_length)
    {
        Answer answer;
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos)
            if (!receive())
                return answer;
        answer.head = received_.substr(0, end + 2);
        received_.erase(0, end + 4);
        answer.status = std::atoi(answer.head.c_str() + 9);
        const auto size = body == Body::none ? 0 : static_cast<std::size_t>(std::atoll(answer.field("Content-Length").c_str()));
        while (received_.size() < size)
            if (!receive())
                break;
        answer.body = received_.substr(0, size);
        received_.erase(0, size);
        return answer;
    }

    // Everything up to and with `mark`; what there was when the connection ended before it.
    std::string read_until(std::string_view mark)
    {
        while (received_.find(mark) == std::string::npos)
            if (!receive())
                return std::exchange(received_, {});
        const auto end = received_.find(mark) + mark.size();
        auto text = received_.substr(0, end);
        received_.erase(0, end);
        return text;
    }

    bool is_closed() // waits until the server ends the connection; false when it says something or stays open
    {
        char byte = 0;
        return received_.empty() && ::recv(socket_, &byte, 1, 0) == 0;
    }

private:
    bool receive()
    {
        char bytes[16 * 1024];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0)
            return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    bool connected_ = false;
    std::string received_;
};

inline Response text(std::string body)
{
    return {.content_type = "text/plain; charset=utf-8", .body = std::move(body)};
}
inline Response nowhere(const Request& request)
{
    return problem(Error::not_found("not_found", {{"path", request.path}}));
}

inline Endpoint get(std::string path, std::function<Response(const Request&)> handler)
{
    return {.method = Method::get,
            .path = std::move(path),
            .body = Body::none,
            .body_limit = 0,
            .handler = std::move(handler),
            .before_body = {}};
}

inline Endpoint post(std::string path, Body body, std::int64_t limit, std::function<Response(const Request&)> handler)
{
    return {.method = Method::post,
            .path = std::move(path),
            .body = body,
            .body_limit = limit,
            .handler = std::move(handler),
            .before_body = {}};
}

inline ServerOptions any_port()
{
    ServerOptions options;
    options.port = 0;
    return options;
}

} // namespace congso::http::testing
