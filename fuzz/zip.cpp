#include "lib/archive/zip.h"

#include "lib/base/error.h"
#include "lib/media/sniff.h"

#include <set>

// A ZIP that strangers made, and what its type is told from (DOCX, ODT, XLSX): whatever is let through costs no more than was allowed,
// stays inside its folder and is named once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const congso::archive::ZipLimits limits{.entries = 64, .total_bytes = 1 << 20, .ratio = 250};
    try {
        const congso::archive::ZipReader reader{bytes, limits};
        std::set<std::string> names;
        std::uint64_t total = 0;
        for (const auto& entry : reader.entries()) {
            if (!congso::archive::is_safe_name(entry.name) || !names.insert(entry.name).second)
                __builtin_trap();
            try {
                total += reader.read(entry).size();
            } catch (const congso::Error&) {
            }
        }
        if (reader.entries().size() > limits.entries || total > limits.total_bytes)
            __builtin_trap();
    } catch (const congso::Error&) {
    }
    try {
        (void)congso::media::sniff(bytes);
    } catch (const congso::Error&) {
    }
    return 0;
}
