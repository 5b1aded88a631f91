#include "lib/crypto/ed25519.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/secret_file.h"
#include "lib/crypto/sodium.h"

#include <sodium.h>

namespace congso::crypto {

static_assert(crypto_sign_SEEDBYTES == 32 && crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64
              && crypto_sign_BYTES == 64);

Ed25519Key::Ed25519Key(std::span<const std::uint8_t> seed)
{
    require_sodium();
    crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

Ed25519Key::~Ed25519Key()
{
    sodium_memzero(secret_.data(), secret_.size());
}

Ed25519Key Ed25519Key::make()
{
    return Ed25519Key(as_bytes(random_bytes(crypto_sign_SEEDBYTES)));
}

namespace {

std::string new_seed_line()
{
    return to_hex(as_bytes(random_bytes(crypto_sign_SEEDBYTES))) + "\n";
}

} // namespace

Ed25519Key Ed25519Key::load_or_create(const std::filesystem::path& file)
{
    if (auto key = load(file))
        return *std::move(key);
    write_new_secret_file(file, new_seed_line());
    if (auto key = load(file)) // ours, or that of a process that was faster
        return *std::move(key);
    throw Error::internal("crypto.key_file");
}

Ed25519Key Ed25519Key::replace(const std::filesystem::path& file)
{
    replace_secret_file(file, new_seed_line());
    return load_or_create(file);
}

std::optional<Ed25519Key> Ed25519Key::load(const std::filesystem::path& file)
{
    auto text = read_secret_file(file);
    if (!text)
        return std::nullopt;
    if (text->size() != 2 * crypto_sign_SEEDBYTES + 1 || text->back() != '\n')
        throw Error::internal("crypto.key_file");
    text->pop_back();
    const auto seed = from_hex(*text);
    sodium_memzero(text->data(), text->size());
    if (!seed)
        throw Error::internal("crypto.key_file");
    return Ed25519Key(as_bytes(*seed));
}

Ed25519Signature Ed25519Key::sign(std::string_view message) const
{
    Ed25519Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, as_bytes(message).data(), message.size(), secret_.data());
    return signature;
}

bool verify_ed25519(std::span<const std::uint8_t> public_key, std::string_view message, std::span<const std::uint8_t> signature)
{
    require_sodium();
    return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(signature.data(), as_bytes(message).data(), message.size(), public_key.data()) == 0;
}

} // namespace congso::crypto
