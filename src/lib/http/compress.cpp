#include "lib/http/compress.h"

#include "lib/http/target.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <new>

namespace congso::http {
namespace {

std::string_view trim(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "q=0", "q=0.0", "q=0.000" say "not this one"; any other weight, or none, says "may be".
bool is_refused(std::string_view weight)
{
    weight = trim(weight);
    return weight.size() >= 3 && (weight[0] == 'q' || weight[0] == 'Q') && weight[1] == '=' && weight[2] == '0'
        && weight.find_first_not_of("0.", 2) == std::string_view::npos;
}

std::string brotli(std::string_view body)
{
    constexpr int quality = 4, window_bits = 19; // fast, and 512 KiB of window fit the answers there are
    std::size_t size = BrotliEncoderMaxCompressedSize(body.size());
    std::string out(size, '\0');
    if (BrotliEncoderCompress(quality, window_bits, BROTLI_MODE_TEXT, body.size(), reinterpret_cast<const std::uint8_t*>(body.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data()))
        != BROTLI_TRUE)
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

std::string gzip(std::string_view body)
{
    constexpr int level = 5, gzip_window = 15 + 16, memory_level = 8;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, body.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const auto result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END)
        throw std::bad_alloc();
    return out;
}

} // namespace

Coding choose_coding(std::string_view accept)
{
    auto best = Coding::identity;
    while (!accept.empty()) {
        const auto item = accept.substr(0, accept.find(','));
        accept.remove_prefix(std::min(accept.size(), item.size() + 1));
        const auto semicolon = std::min(item.find(';'), item.size());
        if (is_refused(item.substr(std::min(semicolon + 1, item.size()))))
            continue;
        const auto name = trim(item.substr(0, semicolon));
        if (equal_ignoring_case(name, "br"))
            best = Coding::brotli;
        else if (equal_ignoring_case(name, "gzip") && best == Coding::identity)
            best = Coding::gzip;
    }
    return best;
}

bool is_compressible(std::string_view type)
{
    type = type.substr(0, type.find(';'));
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") || type == "application/javascript";
}

std::string compress(std::string_view body, Coding coding)
{
    return coding == Coding::brotli ? brotli(body) : gzip(body);
}

} // namespace congso::http
