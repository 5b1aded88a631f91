#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace congso::crypto {

// A secret of the installation's own under which digests are made (HMAC-SHA-256): who has stolen the database can neither guess what
// was digested nor forge a digest.
class MacKey {
public:
    static MacKey make();

    // The key in the file, made with mode 0600 when there is no file yet. Throws Error::internal "crypto.key_file".
    static MacKey load_or_create(const std::filesystem::path& file);

    MacKey(const MacKey&) = default;
    MacKey& operator=(const MacKey&) = default;
    ~MacKey();

    std::string digest(std::string_view text) const; // 64 lower-case characters

private:
    explicit MacKey(std::string_view bytes);

    std::array<std::uint8_t, 32> key_{};
};

} // namespace congso::crypto
