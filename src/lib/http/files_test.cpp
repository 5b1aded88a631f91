#include "lib/crypto/digest.h"
#include "lib/http/testing.h"

#include <cstdio>

#include <brotli/decode.h>
#include <zlib.h>

namespace congso::http {
namespace {

using namespace http::testing;

class Files : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::ofstream(kept_ / "numbers.txt") << "0123456789";
        for (int i = 0; i < 400'000; ++i)
            large_ += static_cast<char>('a' + i % 26);
        std::ofstream(kept_ / "large.txt") << large_;

        auto options = any_port();
        options.upload_directory = uploads_.path();
        options.body_timeout = std::chrono::seconds(1);
        const auto file = [this](const char* name) {
            return [this, name](const Request&) {
                Response response{.content_type = "text/plain", .file = kept_ / name};
                response.fields.emplace_back("ETag", "\"v1\"");
                return response;
            };
        };
        auto upload = post("/upload", Body::stream, 10'000'000, [this](const Request& request) {
            if (request.query_value("keep") == "yes")
                fs::rename(request.upload->file, kept_ / "taken");
            return text(request.upload->sha256 + " " + std::to_string(request.upload->size));
        });
        upload.before_body = [](const Request& request) {
            if (request.field("authorization").empty())
                throw Error::unauthenticated("session.none");
        };
        std::string json = "[";
        for (int i = 0; i < 1000; ++i)
            json += "{\"subject\":\"công văn\"},";
        json_ = json + "null]";
        server_.emplace(
            std::move(options),
            std::vector<Endpoint>{
                get("/numbers", file("numbers.txt")), get("/large", file("large.txt")), get("/gone", file("gone")), std::move(upload),
                get("/json", [this](const Request&) { return Response{.body = json_}; }),
                get("/image", [](const Request&) { return Response{.content_type = "image/png", .body = std::string(5000, 'x')}; })},
            std::vector<StreamEndpoint>{}, nowhere);
        server_->start();
    }

    void wait_for_an_empty_upload_folder()
    {
        const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!uploads_.is_empty() && std::chrono::steady_clock::now() < patience)
            std::this_thread::yield();
        EXPECT_TRUE(uploads_.is_empty());
    }

    Folder kept_, uploads_;
    std::string large_, json_;
    std::optional<Server> server_;
};

TEST_F(Files, are_sent_whole_and_in_ranges)
{
    Client client(server_->port());
    const auto whole = client.get("/numbers");
    EXPECT_EQ(whole.body, "0123456789");
    EXPECT_EQ(whole.field("Accept-Ranges"), "bytes");
    EXPECT_EQ(client.get("/large").body, large_);
    const auto part = client.get("/numbers", "Range: bytes=2-4\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "234");
    EXPECT_EQ(part.field("Content-Range"), "bytes 2-4/10");
    EXPECT_EQ(client.get("/large", "Range: bytes=-300000\r\n").body, large_.substr(100'000));
    const auto beyond = client.get("/numbers", "Range: bytes=10-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.field("Content-Range"), "bytes */10");
    EXPECT_EQ(client.get("/numbers").status, 200);
}

TEST_F(Files, a_range_of_another_version_is_the_whole)
{
    Client client(server_->port());
    EXPECT_EQ(client.get("/numbers", "Range: bytes=2-4\r\nIf-Range: \"v1\"\r\n").status, 206);
    EXPECT_EQ(client.get("/numbers", "Range: bytes=2-4\r\nIf-Range: \"v0\"\r\n").body, "0123456789");
    EXPECT_EQ(client.get("/numbers", "Range: bytes=2-4\r\nIf-Range: W/\"v1\"\r\n").status, 200);
    EXPECT_EQ(client.get("/numbers", "If-None-Match: \"v1\"\r\n").status, 304);
}

TEST_F(Files, head_tells_the_size_and_a_missing_file_is_not_found)
{
    Client client(server_->port());
    client.send("HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read(Client::Body::none).field("Content-Length"), "400000");
    EXPECT_EQ(client.get("/gone").status, 404);
}

TEST_F(Files, text_is_compressed_as_the_client_takes_it)
{
    Client client(server_->port());
    const auto plain = client.get("/json");
    EXPECT_EQ(plain.body, json_);
    EXPECT_EQ(plain.field("Vary"), "Accept-Encoding");

    const auto brotli = client.get("/json", "Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(brotli.field("Content-Encoding"), "br");
    std::string out(json_.size() + 1, '\0');
    std::size_t size = out.size();
    EXPECT_EQ(BrotliDecoderDecompress(brotli.body.size(), reinterpret_cast<const std::uint8_t*>(brotli.body.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    EXPECT_EQ(out.substr(0, size), json_);

    auto gzip = client.get("/json", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(gzip.field("Content-Encoding"), "gzip");
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(gzip.body.data());
    stream.avail_in = static_cast<uInt>(gzip.body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(out.substr(0, stream.total_out), json_);
    inflateEnd(&stream);

    EXPECT_EQ(client.get("/image", "Accept-Encoding: br\r\n").field("Content-Encoding"), "");
}

TEST_F(Files, an_upload_is_hashed_on_the_way_and_removed_unless_it_is_taken)
{
    Client client(server_->port());
    const auto expected = crypto::sha256_hex(large_) + " 400000";
    EXPECT_EQ(client.post("/upload", large_, "Authorization: x\r\n").body, expected);
    wait_for_an_empty_upload_folder();
    EXPECT_EQ(client.post("/upload?keep=yes", large_, "Authorization: x\r\n").body, expected);
    EXPECT_EQ(crypto::sha256_hex_of_file(kept_ / "taken"), crypto::sha256_hex(large_));
    EXPECT_EQ(client.post("/upload", "", "Authorization: x\r\n").body, crypto::sha256_hex("") + " 0");
}

TEST_F(Files, an_upload_may_come_in_chunks)
{
    Client client(server_->port());
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    for (std::size_t i = 0; i < large_.size(); i += 1000)
        client.send("3e8\r\n" + large_.substr(i, 1000) + "\r\n");
    client.send("0\r\n\r\n");
    EXPECT_EQ(client.read().body, crypto::sha256_hex(large_) + " 400000");
}

TEST_F(Files, an_upload_that_breaks_off_leaves_nothing)
{
    for (const auto* framing : {"Content-Length: 1000000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nffff0\r\n"}) {
        Client client(server_->port());
        client.send("POST /upload HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\n" + std::string(framing) + large_);
        while (uploads_.is_empty())
            std::this_thread::yield();
        client.close();
        wait_for_an_empty_upload_folder();
    }
    Client slow(server_->port());
    slow.send("POST /upload HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nContent-Length: 100\r\n\r\nabc");
    EXPECT_EQ(slow.read().status, 408);
    wait_for_an_empty_upload_folder();
}

TEST_F(Files, an_upload_beyond_the_limit_is_refused_and_leaves_nothing)
{
    Client declared(server_->port());
    declared.send("POST /upload HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nContent-Length: 2147483648\r\n\r\n");
    EXPECT_EQ(declared.read().status, 413);
    EXPECT_TRUE(uploads_.is_empty());
    Client chunked(server_->port());
    chunked.send("POST /upload HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 26; ++i)
        chunked.send("61a80\r\n" + large_ + "\r\n");
    const auto answer = chunked.read();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.field("Connection"), "close");
    wait_for_an_empty_upload_folder();
}

TEST_F(Files, an_upload_is_refused_before_its_body_by_who_sends_it)
{
    Client client(server_->port());
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");
    const auto answer = client.read();
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(answer.field("Connection"), "close");
    EXPECT_TRUE(uploads_.is_empty());
    EXPECT_EQ(Client(server_->port()).post("/upload", "", "").status, 401);
}

TEST_F(Files, left_overs_of_a_killed_server_go_at_the_next_start)
{
    server_->stop();
    std::ofstream(uploads_ / "upload-00.part") << "half";
    auto options = any_port();
    options.upload_directory = uploads_.path();
    Server next(options, {}, {}, nowhere);
    next.start();
    EXPECT_TRUE(uploads_.is_empty());
}

TEST(Stopping, half_sent_uploads_are_broken_off_and_leave_nothing)
{
    Folder uploads;
    auto options = any_port();
    options.upload_directory = uploads.path();
    options.workers = 2;
    options.stop_patience = std::chrono::milliseconds(50);
    Server server(std::move(options), {post("/upload", Body::stream, 10'000'000, [](const Request&) { return text("taken"); })}, {},
                  nowhere);
    server.start();
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<Client>(server.port()));
        clients.back()->send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n" + std::string(5000, 'x'));
    }
    while (std::distance(fs::directory_iterator(uploads.path()), fs::directory_iterator()) < 12)
        std::this_thread::yield();
    server.stop();
    for (const auto& client : clients)
        EXPECT_TRUE(client->is_closed());
    EXPECT_TRUE(uploads.is_empty());
}

} // namespace
} // namespace congso::http
