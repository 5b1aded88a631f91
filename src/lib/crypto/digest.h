#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace congso::crypto {

using Digest = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4) of bytes at hand.
Digest sha256(std::span<const std::uint8_t> bytes);
Digest sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes); // 64 lower-case characters

// SHA-256 of bytes that arrive in pieces.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void update(std::span<const std::uint8_t> bytes);
    void update(std::string_view bytes);
    Digest finish(); // once; starts anew afterwards
    std::string finish_hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The digest of a whole file, read in pieces. Throws Error::unavailable "crypto.read_file" when it cannot be read.
std::string sha256_hex_of_file(const std::filesystem::path& file);

// Compares without telling, by its duration, where two texts differ. Their lengths are no secret.
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace congso::crypto
