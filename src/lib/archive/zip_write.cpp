#include "lib/archive/zip.h"
#include "lib/base/error.h"

#include <zlib.h>

#include <limits>
#include <set>

namespace congso::archive {

namespace {

constexpr std::uint16_t stored = 0, deflated = 8;
constexpr std::uint16_t names_are_utf8 = 1U << 11;
constexpr std::uint16_t dos_day = (1 << 5) | 1; // 1980-01-01, the first day the format knows

void put16(std::string& out, std::size_t value)
{
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}

void put32(std::string& out, std::size_t value)
{
    put16(out, value & 0xFFFF);
    put16(out, value >> 16);
}

std::string deflate_all(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw Error::internal("archive.deflate");
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const auto state = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END)
        throw Error::internal("archive.deflate");
    return out;
}

// The fields that the local header (4.3.7) and the central one (4.3.12) share, in the order both have them.
void put_common(std::string& out, std::uint16_t method, std::uint32_t crc, std::size_t packed, const ZipFile& file)
{
    put16(out, 20); // version needed: 2.0
    put16(out, names_are_utf8);
    put16(out, method);
    put16(out, 0); // time
    put16(out, dos_day);
    put32(out, crc);
    put32(out, packed);
    put32(out, file.bytes.size());
    put16(out, file.name.size());
    put16(out, 0); // extra field
}

} // namespace

std::string write_zip(std::span<const ZipFile> files)
{
    constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max() / 2;
    std::string out, directory;
    std::set<std::string_view> names;
    for (const auto& file : files) {
        if (!is_safe_name(file.name) || file.name.size() > 0xFFFF)
            throw Error::internal("archive.unsafe_name", {{"name", file.name}});
        if (!names.insert(file.name).second)
            throw Error::internal("archive.duplicate", {{"name", file.name}});
        if (file.bytes.size() > largest || out.size() > largest)
            throw Error::too_large("archive.too_large");
        auto packed = deflate_all(file.bytes);
        const auto method = packed.size() < file.bytes.size() ? deflated : stored;
        if (method == stored)
            packed = file.bytes;
        const auto crc = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(file.bytes.data()), file.bytes.size()));

        directory += "PK\x01\x02";
        put16(directory, 20); // version made by: 2.0, MS-DOS attributes
        put_common(directory, method, crc, packed.size(), file);
        put16(directory, 0); // comment
        put16(directory, 0); // disk
        put16(directory, 0); // internal attributes
        put32(directory, 0); // external attributes
        put32(directory, out.size());
        directory += file.name;

        out += "PK\x03\x04";
        put_common(out, method, crc, packed.size(), file);
        out += file.name;
        out += packed;
    }
    if (files.size() >= 0xFFFF || out.size() > largest)
        throw Error::too_large("archive.too_large");
    const auto directory_at = out.size();
    out += directory;
    out += "PK\x05\x06";
    put32(out, 0); // disks
    put16(out, files.size());
    put16(out, files.size());
    put32(out, directory.size());
    put32(out, directory_at);
    put16(out, 0); // comment
    return out;
}

} // namespace congso::archive
