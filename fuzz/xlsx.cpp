#include "lib/base/error.h"
#include "lib/ooxml/xlsx_read.h"

// A workbook from outside gives rows within the limits or is refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr congso::ooxml::XlsxLimits limits{.rows = 1000, .columns = 50, .text_bytes = 1U << 20};
    try {
        const auto sheet = congso::ooxml::read_xlsx({reinterpret_cast<const char*>(data), size}, limits);
        std::size_t bytes = 0;
        for (const auto& row : sheet.rows) {
            if (row.size() > limits.columns)
                __builtin_trap();
            for (const auto& cell : row)
                bytes += cell.size();
        }
        if (sheet.rows.size() > limits.rows || bytes > limits.text_bytes)
            __builtin_trap();
    } catch (const congso::Error&) {
    }
    return 0;
}
