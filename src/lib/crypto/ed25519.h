#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Ed25519 signatures (RFC 8032), for what congso signs in its own name: audit heads, peers, agents.
namespace congso::crypto {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;

// A key pair. The secret is wiped from memory when the object ends.
class Ed25519Key {
public:
    static Ed25519Key make();

    // The key whose secret lies in the file (its 32-byte seed in hex), made with mode 0600 when there is no file yet. Two
    // processes that start together end with the same key. Throws Error::internal "crypto.key_file" when the file cannot be
    // read, written or understood, or when others than its owner may read it.
    static Ed25519Key load_or_create(const std::filesystem::path& file);
    static std::optional<Ed25519Key> load(const std::filesystem::path& file); // nothing when there is no file
    static Ed25519Key replace(const std::filesystem::path& file); // a new one, whatever was there

    Ed25519Key(const Ed25519Key&) = default;
    Ed25519Key& operator=(const Ed25519Key&) = default;
    ~Ed25519Key();

    const Ed25519PublicKey& public_key() const { return public_key_; }
    Ed25519Signature sign(std::string_view message) const;

private:
    explicit Ed25519Key(std::span<const std::uint8_t> seed);

    Ed25519PublicKey public_key_{};
    std::array<std::uint8_t, 64> secret_{}; // seed and public key, as libsodium keeps it
};

// False for a wrong signature and for keys or signatures of a wrong length.
bool verify_ed25519(std::span<const std::uint8_t> public_key, std::string_view message, std::span<const std::uint8_t> signature);

} // namespace congso::crypto
