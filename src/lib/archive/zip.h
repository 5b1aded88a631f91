#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// ZIP files in memory (PKWARE APPNOTE 6.3.10, without ZIP64, encryption and other methods than stored and deflated).
namespace congso::archive {

struct ZipFile {
    std::string name, bytes; // name: UTF-8, "/" between folders
};

// The files in the given order, deflated where that makes them smaller. Equal input gives equal bytes: every entry has
// the time 1980-01-01. Throws internal "archive.unsafe_name" or "archive.duplicate" for names `ZipReader` would refuse.
std::string write_zip(std::span<const ZipFile> files);

// What a ZIP from outside may cost before it is refused.
struct ZipLimits {
    std::size_t entries = 4096;
    std::uint64_t total_bytes = 256ULL << 20; // of all entries, unpacked
    std::uint64_t ratio = 250; // unpacked : packed, of an entry of more than 64 KB
};

struct ZipEntry {
    std::string name; // ends in "/" for a folder
    std::uint32_t unpacked_size{};
    std::uint32_t packed_size{};
    std::uint32_t crc{};
    std::uint16_t method{};
    std::size_t data_offset{};
};

// Reads a ZIP that strangers made. The constructor checks the whole directory, and its promise is that no entry overlaps
// another, is named twice (ASCII letters of either case are one), leaves its folder or breaks a limit. Throws Error:
// invalid "archive.malformed", "archive.encrypted", "archive.unsafe_name", "archive.duplicate", "archive.ratio";
// too_large "archive.too_many_entries", "archive.too_large". `bytes` must live as long as the reader.
class ZipReader {
public:
    explicit ZipReader(std::string_view bytes, const ZipLimits& limits = {});

    const std::vector<ZipEntry>& entries() const { return entries_; }
    const ZipEntry* find(std::string_view name) const; // exact name; null when absent
    std::string read(const ZipEntry& entry) const; // unpacked and checked against size and CRC
    std::string read(std::string_view name) const; // invalid "archive.missing" when absent

private:
    std::string_view bytes_;
    std::vector<ZipEntry> entries_;
};

// Whether a name stays inside the folder it is unpacked into: relative, no "..", no backslash, colon or control byte.
bool is_safe_name(std::string_view name);

} // namespace congso::archive
