#include "lib/http/compose.h"

#include "lib/http/compress.h"
#include "lib/http/range.h"
#include "lib/http/status.h"
#include "lib/http/target.h"

#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace congso::http {
namespace {

constexpr std::size_t compress_from = 1024;
constexpr std::size_t joined_up_to = 16 * 1024; // a body this small is copied behind the head and sent with it

// IMF-fixdate (RFC 9110 §5.6.7), made once a second.
std::string_view date()
{
    thread_local std::time_t made_at = 0;
    thread_local char text[40]{};
    thread_local std::size_t size = 0;
    if (const auto now = std::time(nullptr); now != made_at) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
        made_at = now;
    }
    return {text, size};
}

const std::string* find_field(const Response& response, std::string_view name)
{
    for (const auto& [field, value] : response.fields)
        if (equal_ignoring_case(field, name))
            return &value;
    return nullptr;
}

// If-None-Match by weak comparison (RFC 9110 §13.1.2, §8.8.3.2).
bool has_same_tag(std::string_view list, std::string_view tag)
{
    const auto opaque = [](std::string_view one) {
        return one.starts_with("W/") ? one.substr(2) : one;
    };
    while (!list.empty()) {
        auto one = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), one.size() + 1));
        while (one.starts_with(' '))
            one.remove_prefix(1);
        while (one.ends_with(' '))
            one.remove_suffix(1);
        if (one == "*" || opaque(one) == opaque(tag))
            return true;
    }
    return false;
}

// If-Range (RFC 9110 §13.1.5): a strong tag that still fits, or the very date we would send.
bool may_send_range(const Request& request, const Response& response)
{
    const auto condition = request.field("if-range");
    if (condition.empty())
        return true;
    const auto* expected = find_field(response, condition.starts_with('"') ? "etag" : "last-modified");
    return expected != nullptr && *expected == condition;
}

void open_file(Response& response, const Request& request, Outgoing& out)
{
    Descriptor file(::open(response.file->c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (response.file_is_temporary)
        ::unlink(response.file->c_str());
    struct stat status { };
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        throw Error::not_found("http.file");
    out.file_left = status.st_size;
    if (response.status == 200) {
        response.fields.emplace_back("Accept-Ranges", "bytes");
        const auto field = request.field("range");
        if (!field.empty() && request.method == Method::get && may_send_range(request, response)) {
            const auto answer = parse_range(field, status.st_size);
            if (answer.unsatisfiable) {
                response.fields.emplace_back("Content-Range", "bytes */" + std::to_string(status.st_size));
                response.status = 416;
                out.file_left = 0;
            } else if (answer.range) {
                const auto [first, count] = *answer.range;
                response.fields.emplace_back("Content-Range", fmt::format("bytes {}-{}/{}", first, first + count - 1, status.st_size));
                response.status = 206;
                out.file_offset = first;
                out.file_left = count;
            }
        }
    }
    if (out.file_left > 0)
        out.file = std::move(file);
}

void compress_body(Response& response, const Request& request)
{
    if (response.body.size() <= compress_from || !is_compressible(response.content_type)
        || find_field(response, "content-encoding") != nullptr)
        return;
    response.fields.emplace_back("Vary", "Accept-Encoding");
    const auto coding = choose_coding(request.field("accept-encoding"));
    if (coding == Coding::identity)
        return;
    response.body = compress(response.body, coding);
    response.fields.emplace_back("Content-Encoding", coding == Coding::brotli ? "br" : "gzip");
}

void add_field(std::string& head, std::string_view name, std::string_view value)
{
    const auto breaks = [](std::string_view text) {
        return std::any_of(text.begin(), text.end(),
                           [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
    };
    if (name.empty() || breaks(name) || breaks(value))
        throw Error::internal("http.field", {{"name", std::string(name)}});
    ((head += name) += ": ") += value;
    head += "\r\n";
}

bool belongs_to_the_connection(std::string_view name)
{
    for (const std::string_view own : {"content-length", "transfer-encoding", "connection", "date", "content-type"})
        if (equal_ignoring_case(name, own))
            return true;
    return false;
}

} // namespace

Outgoing compose(Response response, const Request& request, const Composing& composing)
{
    Outgoing out{.close = composing.close};
    if (response.status == 200 && request.method == Method::get)
        if (const auto wanted = request.field("if-none-match"); !wanted.empty())
            if (const auto* tag = find_field(response, "etag"); tag != nullptr && has_same_tag(wanted, *tag))
                response.status = 304;
    const bool empty = response.status == 304 || response.status == 204 || response.status < 200;
    if (empty) {
        response.body.clear();
        response.file.reset();
    }
    if (response.file)
        open_file(response, request, out);
    else
        compress_body(response, request);
    out.status = response.status;

    auto& head = out.head;
    head.reserve(512 + (response.body.size() <= joined_up_to ? response.body.size() : 0));
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reason_of(response.status);
    head += "\r\nDate: ";
    head += date();
    head += "\r\n";
    if (!empty) {
        if (!response.content_type.empty())
            add_field(head, "Content-Type", response.content_type);
        head += "Content-Length: ";
        head += std::to_string(response.file ? out.file_left : static_cast<std::int64_t>(response.body.size()));
        head += "\r\n";
    }
    for (const auto& [name, value] : response.fields)
        if (!belongs_to_the_connection(name))
            add_field(head, name, value);
    for (const auto& [name, value] : composing.common_fields)
        if (find_field(response, name) == nullptr)
            add_field(head, name, value);
    head += composing.close ? "Connection: close\r\n\r\n" : "\r\n";

    if (composing.head_only) {
        out.file = Descriptor();
        out.file_left = 0;
    } else if (!response.file) {
        if (response.body.size() <= joined_up_to)
            head += response.body;
        else
            out.body = std::move(response.body);
    }
    return out;
}

} // namespace congso::http
