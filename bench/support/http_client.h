#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congso::bench {

// One kept connection to 127.0.0.1, blocking: as little client as there can be, for it shares the server's processors.
class HttpClient {
public:
    struct Answer {
        int status{};
        std::string body;
    };

    HttpClient(int port, std::string cookie); // throws std::runtime_error, as everything here
    ~HttpClient();
    HttpClient(HttpClient&& other) noexcept;
    HttpClient(const HttpClient&) = delete;

    Answer get(std::string_view target);
    Answer post(std::string_view target, std::string_view type, std::string_view body, std::string_view idempotency_key);

private:
    Answer exchange(std::string_view head, std::string_view body);

    int socket_;
    std::string cookie_, buffer_;
};

// As in a query: everything but letters, digits and -._~ as %XX.
std::string percent_encoded(std::string_view text);

} // namespace congso::bench
