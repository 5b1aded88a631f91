#include "lib/base/error.h"
#include "lib/pdf/text.h"
#include "office/templates/reading.h"

// Whatever words a page has, its fields are read or left out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto words = congso::pdf::parse_words({reinterpret_cast<const char*>(data), size});
        (void)congso::templates::read_fields(words);
    } catch (const congso::Error&) {
    }
    return 0;
}
