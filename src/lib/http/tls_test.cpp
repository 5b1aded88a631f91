#include "lib/crypto/authority.h"
#include "lib/http/testing.h"

#include <openssl/ssl.h>

namespace congso::http {
namespace {

using namespace http::testing;

// A TLS client that trusts one authority and checks the name.
class SecureClient {
public:
    SecureClient(int port, const fs::path& authority, int highest = TLS1_3_VERSION)
        : client_(port), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free)
    {
        SSL_CTX_load_verify_file(context_.get(), authority.c_str());
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_security_level(context_.get(), 0);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), highest);
        tls_.reset(SSL_new(context_.get()));
        SSL_set1_host(tls_.get(), "congso.local");
        SSL_set_fd(tls_.get(), client_.descriptor());
        connected_ = SSL_connect(tls_.get()) == 1;
    }

    bool is_connected() const { return connected_; }

    std::string exchange(std::string_view request) // the whole answer, to the end of the connection
    {
        SSL_write(tls_.get(), request.data(), static_cast<int>(request.size()));
        std::string answer;
        char bytes[4096];
        for (int count = 0; (count = SSL_read(tls_.get(), bytes, sizeof bytes)) > 0;)
            answer.append(bytes, static_cast<std::size_t>(count));
        return answer;
    }

private:
    Client client_;
    std::shared_ptr<SSL_CTX> context_;
    std::unique_ptr<SSL, decltype([](SSL* tls) { SSL_free(tls); })> tls_;
    bool connected_ = false;
};

class Tls : public ::testing::Test {
protected:
    void SetUp() override
    {
        const Time now{std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
        crypto::make_authority(authority_, "congso", now);
        crypto::issue_server_certificate(authority_, files_, {{"congso.local"}, {"127.0.0.1"}}, now);
    }

    void start(std::function<Response(const Request&)> plain_http)
    {
        auto options = any_port();
        options.tls = TlsFiles{files_.certificate, files_.private_key};
        options.plain_http = std::move(plain_http);
        std::string large(3'000'000, 'x');
        server_.emplace(
            std::move(options),
            std::vector<Endpoint>{
                get("/hello", [](const Request& request) { return text(request.secure ? "secure" : "plain"); }),
                get("/large", [large](const Request&) { return text(large); }),
                post("/echo", Body::memory, 10'000'000, [](const Request& request) { return text(std::to_string(request.body.size())); })},
            std::vector<StreamEndpoint>{}, nowhere);
        server_->start();
    }

    static std::string body_of(const std::string& answer) { return answer.substr(std::min(answer.size(), answer.find("\r\n\r\n") + 4)); }

    Folder folder_;
    const crypto::CertificateFiles authority_{folder_ / "ca.pem", folder_ / "ca.key"};
    const crypto::CertificateFiles files_{folder_ / "server.pem", folder_ / "server.key"};
    std::optional<Server> server_;
};

TEST_F(Tls, the_authority_vouches_for_the_server)
{
    start({});
    SecureClient client(server_->port(), authority_.certificate);
    ASSERT_TRUE(client.is_connected());
    EXPECT_EQ(body_of(client.exchange("GET /hello HTTP/1.1\r\nHost: congso.local\r\nConnection: close\r\n\r\n")), "secure");
}

TEST_F(Tls, large_bodies_pass_both_ways)
{
    start({});
    EXPECT_EQ(
        body_of(
            SecureClient(server_->port(), authority_.certificate).exchange("GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
            .size(),
        3'000'000U);
    EXPECT_EQ(body_of(SecureClient(server_->port(), authority_.certificate)
                          .exchange("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n"
                                    + std::string(2'000'000, 'y'))),
              "2000000");
}

TEST_F(Tls, old_versions_are_refused)
{
    start({});
    EXPECT_TRUE(SecureClient(server_->port(), authority_.certificate, TLS1_2_VERSION).is_connected());
    EXPECT_FALSE(SecureClient(server_->port(), authority_.certificate, TLS1_1_VERSION).is_connected());
}

TEST_F(Tls, plain_http_on_the_same_port_gets_its_own_page_and_nothing_else)
{
    start([](const Request& request) { return text("install me: " + request.path); });
    Client client(server_->port());
    const auto answer = client.get("/hello");
    EXPECT_EQ(answer.body, "install me: /hello");
    EXPECT_EQ(answer.field("Connection"), "close");
    EXPECT_EQ(Client(server_->port()).post("/echo", "secret").status, 400);
}

TEST_F(Tls, plain_http_is_sent_on_when_there_is_no_page_for_it)
{
    start({});
    const auto answer = Client(server_->port()).get("/hello?x=1");
    EXPECT_EQ(answer.status, 308);
    EXPECT_EQ(answer.field("Location"), "https://localhost/hello?x=1");
}

TEST_F(Tls, a_broken_handshake_ends_only_its_connection)
{
    start({});
    Client broken(server_->port());
    broken.send(std::string("\x16\x03\x01\x00\x05hello", 10) + std::string(100, '\xff'));
    broken.read_until("never");
    EXPECT_TRUE(SecureClient(server_->port(), authority_.certificate).is_connected());
}

TEST_F(Tls, a_renewed_certificate_is_used_for_new_connections)
{
    start({});
    const Folder other;
    const crypto::CertificateFiles other_authority{other / "ca.pem", other / "ca.key"};
    const Time now{std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
    crypto::make_authority(other_authority, "another", now);
    crypto::issue_server_certificate(other_authority, files_, {{"congso.local"}, {}}, now);
    server_->renew_tls();
    EXPECT_TRUE(SecureClient(server_->port(), other_authority.certificate).is_connected());
    EXPECT_FALSE(SecureClient(server_->port(), authority_.certificate).is_connected());
}

TEST_F(Tls, missing_files_are_told_at_the_start)
{
    auto options = any_port();
    options.tls = TlsFiles{folder_ / "none.pem", folder_ / "none.key"};
    Server server(options, {}, {}, nowhere);
    EXPECT_THROW(server.start(), Error);
}

} // namespace
} // namespace congso::http
