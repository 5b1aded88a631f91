#include "lib/base/error.h"
#include "lib/ooxml/template.h"
#include "lib/ooxml/xml_tokens.h"

// A document from outside gives its text and its fields or is refused; XML that is taken apart is the same when joined.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    try {
        (void)congso::ooxml::text_of(bytes, 1000);
        (void)congso::ooxml::fields_of(bytes);
    } catch (const congso::Error&) {
    }
    try {
        std::string joined;
        for (const auto& token : congso::ooxml::cut_xml(bytes))
            joined += token.raw;
        if (joined != bytes && bytes.find("<![CDATA[") == std::string_view::npos)
            __builtin_trap();
    } catch (const congso::Error&) {
    }
    return 0;
}
