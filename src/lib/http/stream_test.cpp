#include "lib/http/testing.h"

namespace congso::http {
namespace {

using namespace http::testing;
using namespace std::chrono_literals;

class Streams : public ::testing::Test {
protected:
    void start(ServerOptions options)
    {
        StreamEndpoint live{.path = "/live", .channels = [](const Request& request) -> std::vector<std::string> {
                                if (request.query_value("who").empty())
                                    throw Error::unauthenticated("session.none");
                                return {"all", std::string(request.query_value("who"))};
                            }};
        server_.emplace(std::move(options), std::vector<Endpoint>{get("/hello", [](const Request&) { return text("hello"); })},
                        std::vector<StreamEndpoint>{std::move(live)}, nowhere);
        server_->start();
    }

    static std::string open(Client& client, const std::string& who)
    {
        client.send("GET /live?who=" + who + " HTTP/1.1\r\nHost: a\r\n\r\n");
        return client.read_until("retry: 3000\n\n");
    }

    void wait_for_metric(std::string_view line)
    {
        const auto patience = std::chrono::steady_clock::now() + 10s;
        while (server_->metrics().find(line) == std::string::npos && std::chrono::steady_clock::now() < patience)
            std::this_thread::yield();
        EXPECT_NE(server_->metrics().find(line), std::string::npos) << line;
    }

    std::optional<Server> server_;
};

TEST_F(Streams, deliver_what_is_published_to_their_channels)
{
    start(any_port());
    Client lan(server_->port()), minh(server_->port());
    const auto head = open(lan, "lan");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n")) << head;
    EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    open(minh, "minh");
    server_->publish("minh", "task", "for minh");
    server_->publish("nobody", "task", "lost");
    server_->publish("all", "news", "{\"id\":1}");
    EXPECT_EQ(lan.read_until("\n\n"), "event: news\ndata: {\"id\":1}\n\n");
    EXPECT_EQ(minh.read_until("\n\n"), "event: task\ndata: for minh\n\n");
    EXPECT_EQ(minh.read_until("\n\n"), "event: news\ndata: {\"id\":1}\n\n");
}

TEST_F(Streams, of_a_channel_are_ended_together)
{
    start(any_port());
    Client lan(server_->port()), minh(server_->port());
    open(lan, "lan");
    open(minh, "minh");
    server_->end_streams("lan");
    EXPECT_TRUE(lan.is_closed());
    server_->publish("all", "news", "1");
    EXPECT_EQ(minh.read_until("\n\n"), "event: news\ndata: 1\n\n");
}

TEST_F(Streams, a_line_break_in_the_data_cannot_begin_another_field)
{
    start(any_port());
    Client client(server_->port());
    open(client, "lan");
    server_->publish("lan", "a\nid: 1", "one\r\ntwo\rthree\n\nevent: x");
    EXPECT_EQ(client.read_until("x\n\n"), "event: aid: 1\ndata: one\ndata: two\ndata: three\ndata: \ndata: event: x\n\n");
}

TEST_F(Streams, are_refused_as_any_request_is)
{
    start(any_port());
    Client client(server_->port());
    EXPECT_EQ(client.get("/live").status, 401);
    EXPECT_EQ(client.post("/live", "").status, 405);
    EXPECT_EQ(client.get("/hello").body, "hello");
}

TEST_F(Streams, hold_no_worker_and_end_when_the_server_stops)
{
    auto options = any_port();
    options.workers = 1;
    start(options);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 50; ++i)
        open(*clients.emplace_back(std::make_unique<Client>(server_->port())), "lan");
    EXPECT_EQ(Client(server_->port()).get("/hello").body, "hello");
    wait_for_metric("congso_http_streams 50\n");
    server_->publish("lan", "last", "x");
    server_->stop();
    for (auto& client : clients) {
        EXPECT_EQ(client->read_until("\n\n"), "event: last\ndata: x\n\n");
        EXPECT_TRUE(client->is_closed());
    }
}

TEST_F(Streams, notice_a_client_that_left)
{
    start(any_port());
    Client client(server_->port());
    open(client, "lan");
    wait_for_metric("congso_http_streams 1\n");
    client.close();
    wait_for_metric("congso_http_streams 0\n");
    wait_for_metric("congso_http_connections 0\n");
    server_->publish("lan", "late", "x");
}

TEST_F(Streams, say_something_now_and_then)
{
    auto options = any_port();
    options.stream_heartbeat = 1s;
    start(options);
    Client client(server_->port());
    open(client, "lan");
    EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
    EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
}

TEST_F(Streams, drop_a_client_that_does_not_keep_up)
{
    start(any_port());
    Client client(server_->port()), other(server_->port());
    open(client, "slow");
    open(other, "quick");
    wait_for_metric("congso_http_streams 2\n");
    const std::string data(100'000, 'x');
    for (int i = 0; i < 200; ++i)
        server_->publish("slow", "flood", data);
    wait_for_metric("congso_http_streams 1\n");
    server_->publish("all", "news", "x");
    EXPECT_EQ(other.read_until("\n\n"), "event: news\ndata: x\n\n");
}

} // namespace
} // namespace congso::http
