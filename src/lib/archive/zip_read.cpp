#include "lib/archive/zip.h"
#include "lib/base/error.h"

#include <zlib.h>

#include <algorithm>
#include <set>

namespace congso::archive {

namespace {

constexpr std::size_t end_size = 22, central_size = 46, local_size = 30;

[[noreturn]] void malformed(const char* what)
{
    throw Error::invalid("archive.malformed", {{"what", what}});
}

std::uint32_t get(std::string_view bytes, std::size_t at, std::size_t width)
{
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::uint16_t get16(std::string_view bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(get(bytes, at, 2));
}
std::uint32_t get32(std::string_view bytes, std::size_t at)
{
    return get(bytes, at, 4);
}

// The end record (4.3.16) whose comment reaches exactly to the end of the file: two candidates would be two readings.
std::size_t find_end(std::string_view bytes)
{
    if (bytes.size() < end_size)
        malformed("short");
    const auto first = bytes.size() - std::min<std::size_t>(bytes.size(), end_size + 0xFFFF);
    for (auto at = bytes.size() - end_size + 1; at-- > first;)
        if (bytes.substr(at, 4) == "PK\x05\x06" && at + end_size + get16(bytes, at + 20) == bytes.size())
            return at;
    malformed("end");
}

std::string lower(std::string_view name)
{
    std::string out{name};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    return out;
}

// The local header has to tell the same name as the directory: readers that trust one or the other must agree.
std::size_t data_of(std::string_view bytes, std::size_t local_at, const ZipEntry& entry, std::size_t directory_at)
{
    if (local_at > directory_at || directory_at - local_at < local_size || bytes.substr(local_at, 4) != "PK\x03\x04")
        malformed("local header");
    const std::size_t name_size = get16(bytes, local_at + 26), extra_size = get16(bytes, local_at + 28);
    const auto data_at = local_at + local_size + name_size + extra_size;
    if (data_at > directory_at || directory_at - data_at < entry.packed_size)
        malformed("data");
    if (bytes.substr(local_at + local_size, name_size) != entry.name || get16(bytes, local_at + 8) != entry.method)
        malformed("local header differs");
    return data_at;
}

} // namespace

bool is_safe_name(std::string_view name)
{
    if (name.empty() || name.front() == '/')
        return false;
    for (const char c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':')
            return false;
    for (std::size_t from = 0; from < name.size();) {
        const auto to = std::min(name.find('/', from), name.size());
        const auto part = name.substr(from, to - from);
        if (part.empty() || part == "." || part == "..")
            return false;
        from = to + 1;
    }
    return true;
}

ZipReader::ZipReader(std::string_view bytes, const ZipLimits& limits) : bytes_(bytes)
{
    const auto end = find_end(bytes);
    const std::size_t count = get16(bytes, end + 10), directory_size = get32(bytes, end + 12), directory_at = get32(bytes, end + 16);
    if (get32(bytes, end + 4) != 0 || get16(bytes, end + 8) != count || count == 0xFFFF)
        malformed("disks");
    if (count > limits.entries)
        throw Error::too_large("archive.too_many_entries", {{"limit", std::to_string(limits.entries)}});
    if (directory_at > end || end - directory_at != directory_size)
        malformed("directory");

    std::set<std::string> names;
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    std::uint64_t total = 0;
    auto at = directory_at;
    for (std::size_t i = 0; i < count; ++i) {
        if (end - at < central_size || bytes.substr(at, 4) != "PK\x01\x02")
            malformed("directory entry");
        const auto flags = get16(bytes, at + 8);
        const std::size_t name_size = get16(bytes, at + 28), rest = get16(bytes, at + 30) + std::size_t{get16(bytes, at + 32)};
        if (end - at - central_size < name_size + rest)
            malformed("directory entry");
        ZipEntry entry{.name = std::string{bytes.substr(at + central_size, name_size)},
                       .unpacked_size = get32(bytes, at + 24),
                       .packed_size = get32(bytes, at + 20),
                       .crc = get32(bytes, at + 16),
                       .method = get16(bytes, at + 10),
                       .data_offset = 0};
        const std::size_t local_at = get32(bytes, at + 42);
        at += central_size + name_size + rest;

        if (!is_safe_name(entry.name))
            throw Error::invalid("archive.unsafe_name");
        if (!names.insert(lower(entry.name)).second)
            throw Error::invalid("archive.duplicate");
        if ((flags & 1U) != 0 || (flags & 1U << 6U) != 0)
            throw Error::invalid("archive.encrypted");
        if (entry.method != 0 && entry.method != 8)
            malformed("method");
        if (entry.method == 0 && entry.packed_size != entry.unpacked_size)
            malformed("stored size");
        total += entry.unpacked_size;
        if (total > limits.total_bytes)
            throw Error::too_large("archive.too_large", {{"limit", std::to_string(limits.total_bytes)}});
        if (entry.unpacked_size > 64U << 10U && entry.unpacked_size / limits.ratio > entry.packed_size)
            throw Error::invalid("archive.ratio");
        entry.data_offset = data_of(bytes, local_at, entry, directory_at);
        ranges.emplace_back(local_at, entry.data_offset + entry.packed_size);
        entries_.push_back(std::move(entry));
    }
    if (at != end)
        malformed("directory");
    std::sort(ranges.begin(), ranges.end());
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].first < ranges[i - 1].second)
            malformed("overlap");
}

const ZipEntry* ZipReader::find(std::string_view name) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& entry) { return entry.name == name; });
    return found == entries_.end() ? nullptr : &*found;
}

std::string ZipReader::read(const ZipEntry& entry) const
{
    const auto packed = bytes_.substr(entry.data_offset, entry.packed_size);
    std::string out;
    if (entry.method == 0)
        out = packed;
    else {
        out.resize(entry.unpacked_size);
        char spare = 0; // an empty buffer still needs an address, and one byte too many has to show
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            throw Error::internal("archive.inflate");
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.empty() ? &spare : out.data());
        stream.avail_out = static_cast<uInt>(std::max<std::size_t>(out.size(), 1));
        const auto state = inflate(&stream, Z_FINISH);
        const auto written = stream.total_out;
        const auto unread = stream.avail_in;
        inflateEnd(&stream);
        if (state != Z_STREAM_END || written != out.size() || unread != 0)
            malformed("deflated data");
    }
    if (crc32_z(0, reinterpret_cast<const Bytef*>(out.data()), out.size()) != entry.crc)
        malformed("crc");
    return out;
}

std::string ZipReader::read(std::string_view name) const
{
    const auto* entry = find(name);
    if (!entry)
        throw Error::invalid("archive.missing", {{"name", std::string{name}}});
    return read(*entry);
}

} // namespace congso::archive
