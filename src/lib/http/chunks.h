#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Private to lib/http.
namespace congso::http {

// Reads a body of chunks (RFC 9112 §7.1). Our own, because Beast 1.81 ends the program on an assertion when a body that begins
// with "0\r\n" arrives byte by byte. Extensions and trailers are looked over and dropped.
class ChunkReader {
public:
    // As Parser::read_body: how many bytes are done with, and nothing when they are malformed.
    std::optional<std::size_t> read(std::string_view bytes, std::vector<std::string_view>& pieces);
    bool is_done() const { return expects_ == Expects::nothing; }

private:
    enum class Expects { size, data, end_of_data, trailer, nothing };

    bool take_size(std::string_view line);
    bool take_trailer(std::string_view line);

    Expects expects_ = Expects::size;
    std::uint64_t left_ = 0; // of this chunk
    int trailers_ = 0;
};

} // namespace congso::http
