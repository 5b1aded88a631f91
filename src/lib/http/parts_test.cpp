#include "lib/http/compress.h"
#include "lib/http/parser.h"
#include "lib/http/range.h"
#include "lib/http/target.h"

#include <gtest/gtest.h>

namespace congso::http {
namespace {

std::string path_of(std::string_view text)
{
    Target target;
    const auto code = parse_target(text, target);
    return code.empty() ? target.path : std::string(code);
}

TEST(Target, is_decoded_exactly_once)
{
    EXPECT_EQ(path_of("/v%C4%83n%20b%e1%ba%a3n"), "/văn bản");
    EXPECT_EQ(path_of("/a%252e%252e"), "/a%2e%2e");
    EXPECT_EQ(path_of("/a+b"), "/a+b");
    Target target;
    EXPECT_EQ(parse_target("http://Example.vn:80?q=%26+1&&x=a=b", target), "");
    EXPECT_EQ(target.path, "/");
    EXPECT_EQ(target.authority, "Example.vn:80");
    EXPECT_EQ(target.query, (std::vector<std::pair<std::string, std::string>>{{"q", "& 1"}, {"x", "a=b"}}));
}

TEST(Target, never_leads_out_of_a_folder)
{
    for (const auto* text : {"/..", "/a/../b", "/%2e%2e/etc", "/a%2f..%2fb", "/a/%2E./b", "/./a", "/a\\b", "/%5c..", "/a%00b", "/%0d%0a",
                             "/%7f", "/%", "/%4", "/%zz", "/%c0%af", "/%ed%a0%80", "/%ff", "/%f4%90%80%80"})
        EXPECT_EQ(path_of(text), "http.path") << text;
    EXPECT_EQ(path_of("/a..b/..."), "/a..b/...");
}

TEST(Target, of_another_form_is_refused)
{
    for (const auto* text : {"", "*", "a/b", "ftp://x/", "http://", "https:///x", "/a#b", "/a b", "/\xc3\xa0"})
        EXPECT_EQ(path_of(text), "http.target") << text;
    for (const auto* text : {"/?a=%", "/?a=%00", "/?%ff=1"})
        EXPECT_EQ(path_of(text), "http.query") << text;
}

TEST(Host, is_a_name_or_an_address_with_a_port)
{
    for (const auto* host : {"a", "A.b-c.vn", "localhost:8080", "10.0.0.1", "10.0.0.1:80", "[::1]", "[fe80::1]:443", "a:"})
        EXPECT_TRUE(is_accepted_host(host, {})) << host;
    for (const auto* host : {"", ":80", "a:b", "a:123456", "a:65536", "a/b", "a@b", "[::1", "[x]", "[::1]x", "a b", "a,b"})
        EXPECT_FALSE(is_accepted_host(host, {})) << host;
    const std::vector<std::string> ours{"congso.local"};
    EXPECT_TRUE(is_accepted_host("Congso.Local:8443", ours));
    EXPECT_TRUE(is_accepted_host("localhost", ours));
    EXPECT_TRUE(is_accepted_host("192.168.1.2:1", ours));
    EXPECT_FALSE(is_accepted_host("evil.example", ours));
}

TEST(Cookie, is_found_by_its_whole_name)
{
    EXPECT_EQ(find_cookie("a=1; session=x; b=2", "session"), "x");
    EXPECT_EQ(find_cookie("mysession=y;session=\"q\"", "session"), "q");
    EXPECT_EQ(find_cookie("session", "session"), "");
    EXPECT_EQ(find_cookie("a=session=x", "session"), "");
}

Refusal refusal_of(std::string text)
{
    Parser parser;
    Head head;
    return parser.read_head(text, head);
}

// RFC 9112 §11.2 and the ways in which servers were made to disagree about where a request ends.
TEST(Parser, refuses_whatever_two_programs_might_read_differently)
{
    const auto status = [](const std::string& fields) {
        return refusal_of("POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").status;
    };
    EXPECT_EQ(status("Content-Length: 1\r\n"), 0);
    EXPECT_EQ(status("Transfer-Encoding: Chunked\r\n"), 0);
    for (const auto* fields : {"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                               "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
                               "Content-Length: 1\r\nContent-Length: 1\r\n",
                               "Content-Length: 1\r\nContent-Length: 2\r\n",
                               "Content-Length: 1, 1\r\n",
                               "Content-Length: +1\r\n",
                               "Content-Length: -1\r\n",
                               "Content-Length: 0x1\r\n",
                               "Content-Length:\r\n",
                               "Content-Length: 99999999999999999999\r\n",
                               "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                               "X: a\r\n b\r\n",
                               "X: a\r\n\tb\r\n",
                               "X : a\r\n",
                               " X: a\r\n",
                               "X\r\n",
                               ": a\r\n",
                               "X: a\nY: b\r\n",
                               "X: a\rY: b\r\n",
                               "Host: b\r\n"})
        EXPECT_EQ(status(fields), 400) << fields;
    EXPECT_EQ(status(std::string("X: a\0b\r\n", 8)), 400);
    for (const auto* coding : {"gzip, chunked", "chunked, chunked", "xchunked", "identity", "chunked;q=1", "\"chunked\""})
        EXPECT_GE(status("Transfer-Encoding: " + std::string(coding) + "\r\n"), 400) << coding;
    EXPECT_EQ(status("Expect: 200-ok\r\n"), 417);
}

TEST(Parser, refuses_malformed_request_lines)
{
    for (const auto* line : {"GET / HTTP/2.0", "GET / HTTP/1.2"})
        EXPECT_EQ(refusal_of(std::string(line) + "\r\nHost: a\r\n\r\n").status, 505) << line;
    for (const auto* line :
         {"GET /", "GET  / HTTP/1.1", "/ HTTP/1.1", "G@T / HTTP/1.1", "GET / http/1.1", "GET / HTTP/1.1 x", "GET /a b HTTP/1.1"})
        EXPECT_EQ(refusal_of(std::string(line) + "\r\nHost: a\r\n\r\n").status, 400) << line;
    EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\n\r\n").status, 400);
    EXPECT_EQ(refusal_of("GET / HTTP/1.0\r\n\r\n").status, 0);
    EXPECT_EQ(refusal_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n").status, 400);
    std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 100; ++i)
        many += "X: 1\r\n";
    EXPECT_EQ(refusal_of(many + "\r\n").status, 431);
}

TEST(Parser, reads_chunks_cut_anywhere_and_refuses_broken_ones)
{
    const auto body_of = [](const std::string& chunks, std::size_t step) -> std::string {
        Parser parser;
        Head head;
        EXPECT_EQ(parser.read_head("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", head).status, 0);
        std::string waiting, body;
        for (std::size_t i = 0; i < chunks.size() && !parser.is_done(); i += step) {
            waiting += chunks.substr(i, step);
            std::vector<std::string_view> pieces;
            const auto used = parser.read_body(waiting, pieces);
            if (!used)
                return "broken";
            for (const auto piece : pieces)
                body += piece;
            waiting.erase(0, *used);
        }
        return parser.is_done() ? body : "unfinished";
    };
    for (std::size_t step = 1; step < 50; ++step)
        EXPECT_EQ(body_of("5\r\nhello\r\n1;a=\"b\"\r\n!\r\n0\r\nTrailer: 3\r\n\r\n", step), "hello!") << step;
    for (const auto* chunks : {"x\r\n", "-1\r\n", "5\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "11111111111111111\r\n",
                               "0x5\r\nhello\r\n0\r\n\r\n", "0\r\nhello\r\n\r\n", "0\r\n: x\r\n\r\n", "5 x\r\nhello\r\n0\r\n\r\n",
                               "5;a\rb\r\nhello\r\n0\r\n\r\n", "1;\r\nx\r\n0\r\n bent: x\r\n\r\n"})
        EXPECT_EQ(body_of(chunks, 100), "broken") << chunks;
    EXPECT_EQ(body_of("5\r\nhel", 100), "unfinished");
    EXPECT_EQ(body_of("0\r\n\r\n", 1), "");
    EXPECT_EQ(body_of("1 ;" + std::string(900, 'x') + "\r\ny\r\n0\r\n\r\n", 7), "y");
    EXPECT_EQ(body_of(std::string(2000, '0'), 7), "broken");
}

TEST(Range, follows_the_standard)
{
    const auto text = [](std::string_view field) -> std::string {
        const auto answer = parse_range(field, 100);
        return answer.unsatisfiable ? "none" : answer.range ? fmt::format("{}+{}", answer.range->first, answer.range->count) : "all";
    };
    EXPECT_EQ(text("bytes=0-9"), "0+10");
    EXPECT_EQ(text("bytes=90-"), "90+10");
    EXPECT_EQ(text("bytes=-5"), "95+5");
    EXPECT_EQ(text("bytes=-500"), "0+100");
    EXPECT_EQ(text("bytes=50-500"), "50+50");
    EXPECT_EQ(text("bytes=100-"), "none");
    EXPECT_EQ(text("bytes=-0"), "none");
    for (const auto* field : {"", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=--5",
                              "bytes=99999999999999999999-", "bytes= 0-1"})
        EXPECT_EQ(text(field), "all") << field;
}

TEST(Coding, is_the_best_that_the_client_takes)
{
    EXPECT_EQ(choose_coding(""), Coding::identity);
    EXPECT_EQ(choose_coding("gzip, deflate"), Coding::gzip);
    EXPECT_EQ(choose_coding("gzip, deflate, br"), Coding::brotli);
    EXPECT_EQ(choose_coding("br;q=0, gzip;q=0.5"), Coding::gzip);
    EXPECT_EQ(choose_coding("gzip; q=0.000"), Coding::identity);
    EXPECT_EQ(choose_coding("BR ; q=0.001"), Coding::brotli);
    EXPECT_EQ(choose_coding("brr, zgzip"), Coding::identity);
}

} // namespace
} // namespace congso::http
