#pragma once
#include "lib/base/error.h"
#include "lib/proc/converter.h"

namespace congso::test {

// An office without LibreOffice.
class NoConverter final : public proc::Converter {
public:
    bool is_installed() const override { return false; }
    void convert(const std::filesystem::path&, media::MediaType, const std::filesystem::path&) override
    {
        throw Error::unavailable("convert.not_installed");
    }
};

} // namespace congso::test
