#include "lib/http/testing.h"

namespace congso::http {
namespace {

using namespace http::testing;
using namespace std::chrono_literals;

class Limits : public ::testing::Test {
protected:
    void start(ServerOptions options)
    {
        server_.emplace(std::move(options),
                        std::vector<Endpoint>{get("/hello", [](const Request&) { return text("hello"); }),
                                              get("/large", [](const Request&) { return text(std::string(64 * 1024 * 1024, 'x')); }),
                                              post("/small", Body::memory, 10, [](const Request& request) { return text(request.body); }),
                                              post("/none", Body::none, 0, [](const Request&) { return text("none"); })},
                        std::vector<StreamEndpoint>{}, nowhere);
        server_->start();
    }

    Answer answer_to(std::string_view bytes)
    {
        Client client(server_->port());
        client.send(bytes);
        const auto answer = client.read();
        closed_ = client.is_closed();
        return answer;
    }

    std::optional<Server> server_;
    bool closed_ = false;
};

TEST_F(Limits, a_head_that_is_too_large_is_refused)
{
    auto options = any_port();
    options.header_limit = 12 * 1024;
    start(options);
    EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x')).status, 431);
    EXPECT_TRUE(closed_);
    EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(12'300, 'x') + "\r\n\r\n").status, 431);
    EXPECT_EQ(answer_to("GET /" + std::string(20'000, 'x')).status, 414);
    EXPECT_EQ(answer_to("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status, 414);
    EXPECT_TRUE(closed_);
    Client client(server_->port());
    EXPECT_EQ(client.get("/hello", "X: " + std::string(10'000, 'x') + "\r\n").body, "hello");
}

TEST_F(Limits, a_body_that_is_too_large_is_refused_before_it_is_read)
{
    start(any_port());
    EXPECT_EQ(answer_to("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 2147483648\r\n\r\nfirst").status, 413);
    EXPECT_TRUE(closed_);
    EXPECT_EQ(answer_to("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n123456\r\n5\r\n78901\r\n").status, 413);
    EXPECT_EQ(answer_to("POST /none HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx").status, 413);
    EXPECT_EQ(answer_to("GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx").status, 413);
    Client client(server_->port());
    EXPECT_EQ(client.post("/small", "1234567890").body, "1234567890");
    EXPECT_EQ(client.post("/none", "").body, "none");
}

TEST_F(Limits, expect_continue_is_answered_only_for_a_body_that_is_wanted)
{
    start(any_port());
    Client client(server_->port());
    client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    client.send("abc");
    EXPECT_EQ(client.read().body, "abc");
    client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 30\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 413);
}

TEST_F(Limits, a_client_that_is_slow_with_its_head_is_told_and_closed)
{
    auto options = any_port();
    options.header_timeout = 1s;
    start(options);
    Client silent(server_->port());
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(answer_to("GET / HTTP/1.1\r\nHost: a\r\n").status, 408);
    EXPECT_TRUE(closed_);
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 1s);
    EXPECT_TRUE(silent.is_closed());
}

TEST_F(Limits, a_body_that_stays_away_is_told_and_closed)
{
    auto options = any_port();
    options.body_timeout = 1s;
    start(options);
    EXPECT_EQ(answer_to("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc").status, 408);
    EXPECT_TRUE(closed_);
}

TEST_F(Limits, an_idle_connection_is_closed_without_a_word)
{
    auto options = any_port();
    options.idle_timeout = 1s;
    start(options);
    Client client(server_->port());
    EXPECT_EQ(client.get("/hello").status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST_F(Limits, a_client_that_does_not_read_is_cut_off)
{
    auto options = any_port();
    options.write_timeout = 1s;
    start(options);
    Client client(server_->port());
    client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    while (server_->metrics().find("congso_http_connections 1\n") == std::string::npos)
        std::this_thread::yield();
    while (server_->metrics().find("congso_http_connections 0\n") == std::string::npos)
        std::this_thread::yield();
    EXPECT_LT(client.read().body.size(), 64U * 1024 * 1024);
}

TEST_F(Limits, connections_beyond_the_limit_are_closed)
{
    auto options = any_port();
    options.connection_limit_per_address = 2;
    start(options);
    Client first(server_->port()), second(server_->port());
    EXPECT_EQ(first.get("/hello").status, 200);
    EXPECT_EQ(second.get("/hello").status, 200);
    EXPECT_EQ(Client(server_->port()).get("/hello").status, 0);
    EXPECT_EQ(first.get("/hello").status, 200);
    EXPECT_NE(server_->metrics().find("congso_http_refused_connections_total 1\n"), std::string::npos);
}

TEST_F(Limits, a_request_that_could_be_read_in_two_ways_ends_the_connection)
{
    start(any_port());
    EXPECT_EQ(answer_to("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /hello "
                        "HTTP/1.1\r\nHost: a\r\n\r\n")
                  .status,
              400);
    EXPECT_TRUE(closed_);
    EXPECT_EQ(
        answer_to(
            "POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 30\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            .status,
        400);
    EXPECT_TRUE(closed_);
    EXPECT_EQ(answer_to("POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n").status, 400);
    EXPECT_TRUE(closed_);
}

TEST_F(Limits, a_foreign_host_and_a_path_that_leads_out_are_refused)
{
    auto options = any_port();
    options.allowed_hosts = {"congso.local"};
    start(options);
    Client client(server_->port());
    client.send("GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    EXPECT_NE(client.read().body.find("\"code\":\"http.host\""), std::string::npos);
    Client other(server_->port());
    for (const auto* path : {"/../etc/passwd", "/%2e%2e/etc/passwd", "/a/..%2f..%2fetc", "/a%5c..%5cb", "/a%00"}) {
        Client fresh(server_->port());
        const auto answer = fresh.get(path);
        EXPECT_EQ(answer.status, 400) << path;
        EXPECT_NE(answer.body.find("\"code\":\"http.path\""), std::string::npos) << path;
    }
}

} // namespace
} // namespace congso::http
