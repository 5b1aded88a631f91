#include "lib/http/parser.h"

#include "lib/http/chunks.h"
#include "lib/http/target.h"

#include <boost/beast/http/basic_parser.hpp>

#include <charconv>

namespace congso::http {
namespace {

namespace beast = boost::beast;

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

// Takes what Beast finds straight into our own types.
class Reader final : public beast::http::basic_parser<true> {
public:
    explicit Reader(Head& head) : head_(head)
    {
        header_limit(UINT32_MAX); // the caller has measured the head already
        body_limit(boost::none); // and counts the body
    }

    unsigned version = 0; // 10 or 11

private:
    using Code = beast::error_code;

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int number, Code&) override
    {
        version = static_cast<unsigned>(number);
        head_.method.assign(method.data(), method.size());
        head_.target.assign(target.data(), target.size());
    }

    void on_response_impl(int, beast::string_view, int, Code&) override { }

    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value, Code&) override
    {
        auto& [lower, text] = head_.fields.emplace_back(view(name), view(value));
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c + 32);
    }

    void on_header_impl(Code&) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Code&) override { }

    // Bodies are read by ChunkReader and by their length, never by Beast.
    std::size_t on_body_impl(beast::string_view body, Code&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, Code&) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, Code&) override { return body.size(); }
    void on_finish_impl(Code&) override { }

    Head& head_;
};

// RFC 9112 §5.2 (obs-fold) and §2.2 (bare CR): Beast would mend the first.
bool has_broken_lines(std::string_view head)
{
    for (auto at = head.find_first_of("\r\n"); at != std::string_view::npos; at = head.find_first_of("\r\n", at)) {
        if (head[at] != '\r' || at + 1 >= head.size() || head[at + 1] != '\n')
            return true;
        at += 2;
        if (at < head.size() && (head[at] == ' ' || head[at] == '\t'))
            return true;
    }
    return head.find('\0') != std::string_view::npos;
}

bool names_another_version(std::string_view request_line)
{
    const auto is_digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    const auto version = request_line.substr(std::min(request_line.size(), request_line.rfind(' ') + 1));
    return version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) && version[6] == '.' && is_digit(version[7])
        && version != "HTTP/1.0" && version != "HTTP/1.1";
}

constexpr std::size_t field_count_limit = 100;

Refusal check_fields(Head& head, unsigned version)
{
    if (head.fields.size() > field_count_limit)
        return {431, "http.fields"};
    int hosts = 0, lengths = 0, codings = 0;
    for (const auto& [name, value] : head.fields) {
        if (name == "host") {
            ++hosts;
            head.host = value;
        } else if (name == "content-length") {
            ++lengths;
            std::int64_t length = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
            if (error != std::errc{} || end != value.data() + value.size() || length < 0 || value.front() == '-')
                return {400, "http.length"};
            head.content_length = length;
        } else if (name == "transfer-encoding") {
            ++codings;
            if (!equal_ignoring_case(value, "chunked"))
                return {501, "http.coding"};
            head.chunked = true;
        } else if (name == "expect") {
            if (!equal_ignoring_case(value, "100-continue"))
                return {417, "http.expect"};
            head.expects_continue = version == 11;
        }
    }
    if (lengths > 1 || codings > 1 || lengths + codings > 1 || (codings > 0 && version != 11))
        return {400, "http.length"};
    if (hosts > 1 || (hosts == 0 && version == 11))
        return {400, "http.host"};
    return {};
}

} // namespace

Refusal Parser::read_head(std::string_view text, Head& head)
{
    head.method.clear();
    head.target.clear();
    head.fields.clear();
    head.host.reset();
    head.content_length.reset();
    head.chunked = head.keep_alive = head.expects_continue = false;
    chunks_.reset();
    left_ = 0;

    if (has_broken_lines(text))
        return {400, "http.head"};
    Reader reader(head);
    beast::error_code error;
    reader.put(boost::asio::const_buffer(text.data(), text.size()), error);
    if (error == beast::http::error::bad_version && names_another_version(text.substr(0, text.find('\r'))))
        return {505, "http.version"};
    if (error == beast::http::error::bad_content_length || error == beast::http::error::bad_transfer_encoding)
        return {400, "http.length"};
    if (error || !reader.is_header_done())
        return {400, "http.head"};
    if (const auto refusal = check_fields(head, reader.version); refusal.status != 0)
        return refusal;
    head.keep_alive = reader.version == 11 && reader.keep_alive();
    left_ = head.content_length.value_or(0);
    if (head.chunked)
        chunks_.emplace();
    return {};
}

std::optional<std::size_t> Parser::read_body(std::string_view bytes, std::vector<std::string_view>& pieces)
{
    if (chunks_)
        return chunks_->read(bytes, pieces);
    const auto piece = bytes.substr(0, static_cast<std::size_t>(std::min<std::int64_t>(left_, static_cast<std::int64_t>(bytes.size()))));
    if (!piece.empty())
        pieces.push_back(piece);
    left_ -= static_cast<std::int64_t>(piece.size());
    return piece.size();
}

bool Parser::is_done() const
{
    return chunks_ ? chunks_->is_done() : left_ == 0;
}

} // namespace congso::http
