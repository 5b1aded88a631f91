#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace congso::crypto {

// Keeps small secrets in a database from whoever has only the database: XSalsa20 with Poly1305 under a key that lies in a file.
class SealingKey {
public:
    ~SealingKey();
    SealingKey(const SealingKey&) = default;
    SealingKey& operator=(const SealingKey&) = default;

    static SealingKey make();
    static SealingKey load_or_create(const std::filesystem::path& file); // throws internal "crypto.key_file"

    std::string seal(std::string_view secret) const; // hex; another one each time
    std::optional<std::string> open(std::string_view sealed) const; // nothing when it was altered or sealed under another key

private:
    SealingKey() = default;
    std::array<std::uint8_t, 32> key_{};
};

} // namespace congso::crypto
