#include "lib/crypto/mac.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/secret_file.h"
#include "lib/crypto/sodium.h"

#include <algorithm>

#include <sodium.h>

namespace congso::crypto {

static_assert(crypto_auth_hmacsha256_KEYBYTES == 32 && crypto_auth_hmacsha256_BYTES == 32);

MacKey::MacKey(std::string_view bytes)
{
    require_sodium();
    std::copy_n(as_bytes(bytes).begin(), key_.size(), key_.begin());
}

MacKey::~MacKey()
{
    sodium_memzero(key_.data(), key_.size());
}

MacKey MacKey::make()
{
    return MacKey(random_bytes(crypto_auth_hmacsha256_KEYBYTES));
}

MacKey MacKey::load_or_create(const std::filesystem::path& file)
{
    auto text = read_secret_file(file);
    if (!text) {
        write_new_secret_file(file, to_hex(as_bytes(random_bytes(crypto_auth_hmacsha256_KEYBYTES))) + "\n");
        text = read_secret_file(file); // ours, or that of a process that was faster
    }
    if (!text || text->size() != 2 * crypto_auth_hmacsha256_KEYBYTES + 1 || text->back() != '\n')
        throw Error::internal("crypto.key_file");
    text->pop_back();
    const auto bytes = from_hex(*text);
    sodium_memzero(text->data(), text->size());
    if (!bytes)
        throw Error::internal("crypto.key_file");
    return MacKey(*bytes);
}

std::string MacKey::digest(std::string_view text) const
{
    std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256(code.data(), as_bytes(text).data(), text.size(), key_.data());
    return to_hex(code);
}

} // namespace congso::crypto
