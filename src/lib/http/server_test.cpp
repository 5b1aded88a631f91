#include "lib/http/testing.h"

#include <future>

namespace congso::http {
namespace {

using namespace http::testing;

std::vector<Endpoint> endpoints()
{
    return {
        get("/hello", [](const Request&) { return text("chào"); }),
        get("/items/new", [](const Request&) { return text("a new one"); }),
        get("/items/{id}", [](const Request& request) { return text("item " + request.parameters.at("id")); }),
        get("/items/{id}/files/{name...}",
            [](const Request& request) { return text(request.parameters.at("id") + ": " + request.parameters.at("name")); }),
        post("/items", Body::memory, 100, [](const Request& request) { return text(request.body); }),
        get("/echo",
            [](const Request& request) {
                std::string all = request.path + " " + request.remote_address + " " + request.cookie("session") + "\n";
                for (const auto& [name, value] : request.query)
                    all += name + "=" + value + "\n";
                return text(all + std::string(request.field("x-one")));
            }),
        get("/conflict",
            [](const Request&) -> Response {
                throw Error::conflict("item.exists", {{"twin", "số \"5\""}});
            }),
        get("/fields",
            [](const Request&) -> Response {
                throw Error::invalid_fields({{"/subject", "required"}, {"/day", "date"}});
            }),
        get("/broken", [](const Request&) -> Response { throw std::runtime_error("SELECT secret FROM table"); }),
        get("/broken-inside",
            [](const Request&) -> Response {
                throw Error::internal("crypto.key_file", {{"file", "secret"}});
            }),
        get("/split",
            [](const Request&) -> Response {
                auto response = text("x");
                response.fields.emplace_back("X-Name", "a\r\nSet-Cookie: stolen=1");
                return response;
            }),
        get("/tagged",
            [](const Request&) {
                auto response = text("same");
                response.fields.emplace_back("ETag", "\"v1\"");
                return response;
            }),
        get("/empty", [](const Request&) { return Response{.status = 204}; }),
    };
}

class ServerTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto options = any_port();
        options.common_fields = {{"X-Content-Type-Options", "nosniff"}};
        server_.emplace(std::move(options), endpoints(), std::vector<StreamEndpoint>{}, nowhere);
        server_->start();
    }

    int port() const { return server_->port(); }

    std::optional<Server> server_;
};

TEST_F(ServerTest, one_connection_serves_many_requests)
{
    Client client(port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.get("/hello");
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "chào");
        EXPECT_EQ(answer.field("Content-Type"), "text/plain; charset=utf-8");
        EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(answer.field("Date").size(), std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size());
    }
}

TEST_F(ServerTest, requests_sent_at_once_are_answered_in_order)
{
    Client client(port());
    const std::string one = "GET /items/1 HTTP/1.1\r\nHost: a\r\n\r\n",
                      two = "POST /items HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\ntwo",
                      three = "GET /items/3 HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(one + two + three);
    EXPECT_EQ(client.read().body, "item 1");
    EXPECT_EQ(client.read().body, "two");
    EXPECT_EQ(client.read().body, "item 3");
}

TEST_F(ServerTest, a_request_may_arrive_byte_by_byte)
{
    Client client(port());
    for (const char c : std::string(
             "\r\nPOST /items HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n"))
        client.send({&c, 1});
    EXPECT_EQ(client.read().body, "abcde");
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST_F(ServerTest, connection_close_and_http_1_0_end_after_the_answer)
{
    Client asked(port());
    EXPECT_EQ(asked.get("/hello", "Connection: close\r\n").field("Connection"), "close");
    EXPECT_TRUE(asked.is_closed());
    Client old(port());
    old.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.read().body, "chào");
    EXPECT_TRUE(old.is_closed());
}

TEST_F(ServerTest, fixed_words_go_before_parameters)
{
    Client client(port());
    EXPECT_EQ(client.get("/items/new").body, "a new one");
    EXPECT_EQ(client.get("/items/newer").body, "item newer");
    EXPECT_EQ(client.get("/items/7/files/a/b%20c").body, "7: a/b c");
    EXPECT_EQ(client.get("/items/36%2FKH-UBND").body, "item 36/KH-UBND");
    EXPECT_EQ(client.get("/items/").status, 404);
}

TEST_F(ServerTest, an_unknown_path_is_the_fallbacks_and_an_unknown_method_is_told_the_known_ones)
{
    Client client(port());
    const auto missing = client.get("/nothing/here");
    EXPECT_EQ(missing.status, 404);
    EXPECT_NE(missing.body.find("/nothing/here"), std::string::npos);
    EXPECT_EQ(client.post("/nothing", "").status, 404);
    client.send("DELETE /items HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto wrong = client.read();
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.field("Allow"), "POST");
    client.send("PATCH /items/5 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read().field("Allow"), "GET, HEAD");
    client.send("BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read().status, 501);
}

TEST_F(ServerTest, head_is_get_without_the_body)
{
    Client client(port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.read(Client::Body::none);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.field("Content-Length"), "5");
    EXPECT_EQ(client.get("/hello").body, "chào");
}

TEST_F(ServerTest, query_cookie_and_fields_reach_the_handler)
{
    Client client(port());
    const auto answer = client.get("/echo?q=c%C3%B4ng+v%C4%83n&empty&q=2", "Cookie: a=1; session=xyz\r\nX-One: two\r\n");
    EXPECT_EQ(answer.body, "/echo 127.0.0.1 xyz\nq=công văn\nempty=\nq=2\ntwo");
}

TEST_F(ServerTest, faults_become_problem_details)
{
    Client client(port());
    const auto conflict = client.get("/conflict");
    EXPECT_EQ(conflict.status, 409);
    EXPECT_EQ(conflict.field("Content-Type"), "application/problem+json");
    EXPECT_EQ(
        conflict.body,
        R"({"type":"urn:congso:item.exists","title":"Conflict","status":409,"code":"item.exists","facts":{"twin":"số \"5\""},"faults":[]})");
    const auto fields = client.get("/fields");
    EXPECT_EQ(fields.status, 400);
    EXPECT_NE(fields.body.find(R"("faults":[{"path":"/subject","code":"required"},{"path":"/day","code":"date"}])"), std::string::npos);
}

TEST_F(ServerTest, an_unexpected_exception_tells_the_client_a_number_only)
{
    Client client(port());
    for (const auto* path : {"/broken", "/broken-inside", "/split"}) {
        const auto answer = client.get(path);
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_NE(answer.body.find(R"("code":"internal","facts":{"id":")"), std::string::npos);
        EXPECT_EQ((answer.head + answer.body).find("secret"), std::string::npos);
        EXPECT_EQ(answer.head.find("stolen"), std::string::npos);
    }
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST_F(ServerTest, an_answer_the_client_has_already_is_not_sent_again)
{
    Client client(port());
    EXPECT_EQ(client.get("/tagged").field("ETag"), "\"v1\"");
    const auto again = client.get("/tagged", "If-None-Match: \"v0\", W/\"v1\"\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(client.get("/tagged", "If-None-Match: \"v0\"\r\n").body, "same");
    const auto empty = client.get("/empty");
    EXPECT_EQ(empty.status, 204);
    EXPECT_EQ(empty.field("Content-Length"), "");
    EXPECT_EQ(client.get("/hello").status, 200);
}

TEST_F(ServerTest, the_metrics_count_what_was_served)
{
    Client client(port());
    client.get("/hello");
    client.get("/nothing");
    client.get("/broken");
    const auto metrics = server_->metrics();
    for (const auto* line :
         {"congso_http_requests_total{class=\"2xx\"} 1\n", "congso_http_requests_total{class=\"4xx\"} 1\n",
          "congso_http_requests_total{class=\"5xx\"} 1\n", "congso_http_request_seconds_count 3\n", "congso_http_connections 1\n"})
        EXPECT_NE(metrics.find(line), std::string::npos) << line << metrics;
}

TEST(Server, answers_the_request_at_work_before_it_stops)
{
    std::promise<void> begun, go_on;
    Server server(any_port(),
                  {get("/slow",
                       [&](const Request&) {
                           begun.set_value();
                           go_on.get_future().wait();
                           return text("done");
                       })},
                  {}, nowhere);
    server.start();
    Client busy(server.port()), idle(server.port()), fresh(server.port());
    EXPECT_EQ(idle.get("/nothing").status, 404);
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    begun.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { server.stop(); });
    EXPECT_TRUE(idle.is_closed());
    EXPECT_TRUE(fresh.is_closed());
    go_on.set_value();
    const auto answer = busy.read();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.field("Connection"), "close");
    EXPECT_TRUE(busy.is_closed());
    stopped.get();
    EXPECT_FALSE(Client(server.port()).is_connected());
}

TEST(Server, says_busy_when_as_many_wait_as_may)
{
    std::promise<void> go_on;
    auto gate = go_on.get_future().share();
    std::promise<void> begun;
    auto options = any_port();
    options.workers = 1;
    options.queue_limit = 1;
    Server server(options,
                  {get("/first",
                       [&](const Request&) {
                           begun.set_value();
                           gate.wait();
                           return text("first");
                       }),
                   get("/second", [](const Request&) { return text("second"); })},
                  {}, nowhere);
    server.start();
    Client first(server.port()), second(server.port()), third(server.port());
    first.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n");
    begun.get_future().wait();
    second.send("GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
    while (server.metrics().find("congso_http_waiting 1\n") == std::string::npos)
        std::this_thread::yield();
    const auto refused = third.get("/second");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.field("Retry-After"), "1");
    go_on.set_value();
    EXPECT_EQ(first.read().body, "first");
    EXPECT_EQ(second.read().body, "second");
    EXPECT_EQ(third.get("/second").body, "second");
}

TEST(Server, tells_when_its_port_is_taken)
{
    Server first(any_port(), {}, {}, nowhere);
    first.start();
    auto options = any_port();
    options.port = first.port();
    Server second(options, {}, {}, nowhere);
    try {
        second.start();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "http.bind");
    }
}

TEST(Server, refuses_two_endpoints_for_one_request)
{
    const auto make = [](std::vector<Endpoint> list) {
        Server(any_port(), std::move(list), {}, nowhere);
    };
    EXPECT_THROW(make({get("/a/{x}", nowhere), get("/a/{y}", nowhere)}), std::logic_error);
    EXPECT_THROW(make({get("a", nowhere)}), std::logic_error);
    EXPECT_THROW(make({get("/{rest...}/a", nowhere)}), std::logic_error);
    EXPECT_NO_THROW(make({get("/a/{x}", nowhere), post("/a/{y}", Body::none, 0, nowhere)}));
}

TEST(Proxies, one_that_is_trusted_tells_who_asks_and_anybody_else_tells_nothing)
{
    const auto who =
        get("/who", [](const Request& request) { return text(request.remote_address + (request.secure ? " https" : " http")); });
    const auto answer = [&](std::vector<std::string> trusted, std::string_view fields) {
        auto options = any_port();
        options.trusted_proxies = std::move(trusted);
        options.connection_limit_per_address = 1;
        Server server(std::move(options), {who}, {}, nowhere);
        server.start();
        return Client(server.port()).get("/who", fields).body;
    };
    constexpr auto passed_on = "X-Forwarded-For: 10.9.9.9, 192.168.1.7\r\nX-Forwarded-Proto: https\r\n";
    EXPECT_EQ(answer({}, passed_on), "127.0.0.1 http");
    EXPECT_EQ(answer({"192.168.1.1"}, passed_on), "127.0.0.1 http");
    EXPECT_EQ(answer({"127.0.0.1"}, passed_on), "192.168.1.7 https") << "what the client wrote before the proxy is not believed";
    EXPECT_EQ(answer({"127.0.0.1", "192.168.1.7"}, passed_on), "10.9.9.9 https");
    EXPECT_EQ(answer({"127.0.0.1"}, "X-Forwarded-For: <script>\r\n"), "127.0.0.1 http");
    EXPECT_EQ(answer({"127.0.0.1"}, ""), "127.0.0.1 http");
}

} // namespace
} // namespace congso::http
