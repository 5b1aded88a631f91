#include "lib/http/chunks.h"

#include <algorithm>
#include <charconv>

namespace congso::http {
namespace {

constexpr std::size_t line_limit = 1024;
constexpr int trailer_limit = 32;
constexpr std::size_t digit_limit = 15; // of a chunk's size: stays far from an overflow

} // namespace

bool ChunkReader::take_size(std::string_view line)
{
    // chunk-size [ chunk-ext ]; the extension begins with ";" or with the white space that §7.1.1 still tolerates before it
    const auto digits = std::min(line.find_first_not_of("0123456789abcdefABCDEF"), line.size());
    if (digits == 0 || digits > digit_limit)
        return false;
    const auto extension = line.substr(digits);
    if (const auto start = extension.find_first_not_of(" \t");
        !extension.empty() && (start == std::string_view::npos || extension[start] != ';'))
        return false;
    std::from_chars(line.data(), line.data() + digits, left_, 16);
    expects_ = left_ > 0 ? Expects::data : Expects::trailer;
    return true;
}

bool ChunkReader::take_trailer(std::string_view line)
{
    if (line.empty()) {
        expects_ = Expects::nothing;
        return true;
    }
    const auto colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && line.find_first_of(" \t") > colon && ++trailers_ <= trailer_limit;
}

std::optional<std::size_t> ChunkReader::read(std::string_view bytes, std::vector<std::string_view>& pieces)
{
    const auto all = bytes.size();
    while (!bytes.empty() && expects_ != Expects::nothing) {
        if (expects_ == Expects::data) {
            const auto piece = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
            pieces.push_back(piece);
            bytes.remove_prefix(piece.size());
            left_ -= piece.size();
            if (left_ == 0)
                expects_ = Expects::end_of_data;
            continue;
        }
        const auto end = bytes.find('\n');
        if (std::min(end, bytes.size()) > line_limit)
            return std::nullopt;
        if (end == std::string_view::npos)
            break;
        if (end == 0 || bytes[end - 1] != '\r')
            return std::nullopt;
        const auto line = bytes.substr(0, end - 1);
        const bool has_control =
            std::any_of(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
        bool fits = !has_control;
        if (expects_ == Expects::size)
            fits = fits && take_size(line);
        else if (expects_ == Expects::trailer)
            fits = fits && take_trailer(line);
        else {
            fits = line.empty();
            expects_ = Expects::size;
        }
        if (!fits)
            return std::nullopt;
        bytes.remove_prefix(end + 1);
    }
    return all - bytes.size();
}

} // namespace congso::http
