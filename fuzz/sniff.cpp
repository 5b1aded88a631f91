#include "lib/media/sniff.h"
#include "lib/base/error.h"

// Any bytes have a type or are refused by a code; nothing else may happen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        (void)congso::media::sniff({reinterpret_cast<const char*>(data), size});
    } catch (const congso::Error&) {
    }
    return 0;
}
