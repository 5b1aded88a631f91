#include "lib/media/ole.h"

#include <cstdint>
#include <vector>

namespace congso::media {

namespace {

constexpr std::string_view magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::uint32_t largest_sector = 0xFFFFFFFA; // MAXREGSECT, [MS-CFB] 2.1
constexpr std::size_t directory_entry_size = 128;

std::uint32_t get32(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

std::string name_at(std::string_view entry)
{
    std::string name;
    for (std::size_t i = 0; i + 1 < 64 && (entry[i] != 0 || entry[i + 1] != 0); i += 2)
        name += entry[i + 1] == 0 && entry[i] >= 0x20 && entry[i] < 0x7F ? entry[i] : '?';
    return name;
}

} // namespace

bool is_compound(std::string_view bytes)
{
    return bytes.starts_with(magic);
}

std::set<std::string> compound_names(std::string_view bytes)
{
    std::set<std::string> names;
    if (bytes.size() < 1536 || !is_compound(bytes))
        return names;
    const unsigned shift = static_cast<std::uint8_t>(bytes[30]);
    if (shift != 9 && shift != 12) // 2.2: sectors have 512 or 4096 bytes
        return names;
    const std::size_t sector_size = std::size_t{1} << shift;
    const auto sectors = bytes.size() / sector_size;
    const auto whole = [&](std::uint32_t sector) {
        return sector < largest_sector && sector + std::size_t{2} <= sectors;
    };
    const auto start_of = [&](std::uint32_t sector) {
        return (sector + std::size_t{1}) * sector_size;
    };

    // 2.5: the header lists the first 109 sectors of the allocation table; sectors after that are chained.
    std::vector<std::uint32_t> table_sectors;
    for (std::size_t i = 0; i < 109; ++i)
        if (const auto sector = get32(bytes, 76 + 4 * i); whole(sector))
            table_sectors.push_back(sector);
    auto more = get32(bytes, 68);
    for (std::size_t steps = 0; whole(more) && steps < sectors; ++steps) {
        for (std::size_t i = 0; i + 1 < sector_size / 4; ++i)
            if (const auto sector = get32(bytes, start_of(more) + 4 * i); whole(sector))
                table_sectors.push_back(sector);
        more = get32(bytes, start_of(more) + sector_size - 4);
    }
    const auto next_of = [&](std::uint32_t sector) {
        const auto index = sector / (sector_size / 4);
        return index < table_sectors.size() ? get32(bytes, start_of(table_sectors[index]) + 4 * (sector % (sector_size / 4))) : 0xFFFFFFFFU;
    };

    auto sector = get32(bytes, 48); // 2.6: the directory
    for (std::size_t steps = 0; whole(sector) && steps < sectors; ++steps) { // a loop in the chain ends with the steps
        const auto data = bytes.substr(start_of(sector), sector_size);
        for (std::size_t at = 0; at + directory_entry_size <= data.size(); at += directory_entry_size)
            if (auto name = name_at(data.substr(at, directory_entry_size)); !name.empty())
                names.insert(std::move(name));
        sector = next_of(sector);
    }
    return names;
}

} // namespace congso::media
