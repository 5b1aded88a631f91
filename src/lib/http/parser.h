#pragma once
#include "lib/http/chunks.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Private to lib/http.
namespace congso::http {

// The head of a request (RFC 9112 §2.1), checked.
struct Head {
    std::string method, target;
    std::vector<std::pair<std::string, std::string>> fields; // names in lower case
    std::optional<std::string> host; // absent only in HTTP/1.0
    std::optional<std::int64_t> content_length;
    bool chunked{}, keep_alive{}, expects_continue{};

    bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

// Why a head is refused: the status and the code to answer; status 0 when it is fine.
struct Refusal {
    int status{};
    std::string_view code;
};

// Reads one request: its head at once, its body in pieces. Stricter than RFC 9112 allows a server to be, because what two
// programs read differently is how requests are smuggled (§11.2): no folded lines, no bare CR or LF, one Host, one
// Content-Length, no Transfer-Encoding but exactly "chunked", and never both.
class Parser {
public:
    Refusal read_head(std::string_view text, Head& head); // everything up to and with the empty line; starts a new request

    // Reads on in the body: returns how many of the bytes are done with, and adds the pieces of the body among them (views into
    // `bytes`). Nothing when the chunks are malformed.
    std::optional<std::size_t> read_body(std::string_view bytes, std::vector<std::string_view>& pieces);
    bool is_done() const; // the whole request has been read

private:
    std::optional<ChunkReader> chunks_;
    std::int64_t left_ = 0; // of a body with a length
};

} // namespace congso::http
