#include "lib/crypto/sealing.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/secret_file.h"
#include "lib/crypto/sodium.h"

#include <sodium.h>

#include <algorithm>

namespace congso::crypto {

static_assert(crypto_secretbox_KEYBYTES == 32);

SealingKey::~SealingKey()
{
    sodium_memzero(key_.data(), key_.size());
}

SealingKey SealingKey::make()
{
    require_sodium();
    SealingKey key;
    const auto bytes = random_bytes(key.key_.size());
    std::copy(bytes.begin(), bytes.end(), key.key_.begin());
    return key;
}

SealingKey SealingKey::load_or_create(const std::filesystem::path& file)
{
    require_sodium();
    auto text = read_secret_file(file);
    if (!text) {
        write_new_secret_file(file, to_hex(as_bytes(random_bytes(crypto_secretbox_KEYBYTES))) + "\n");
        text = read_secret_file(file); // ours, or that of a process that was faster
    }
    const auto bytes =
        text && !text->empty() && text->back() == '\n' ? from_hex(std::string_view{*text}.substr(0, text->size() - 1)) : std::nullopt;
    if (!bytes || bytes->size() != crypto_secretbox_KEYBYTES)
        throw Error::internal("crypto.key_file");
    SealingKey key;
    std::copy(bytes->begin(), bytes->end(), key.key_.begin());
    sodium_memzero(text->data(), text->size());
    return key;
}

std::string SealingKey::seal(std::string_view secret) const
{
    auto sealed = random_bytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.data());
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, as_bytes(secret).data(), secret.size(), bytes, key_.data());
    return to_hex(as_bytes(sealed));
}

std::optional<std::string> SealingKey::open(std::string_view sealed) const
{
    const auto bytes = from_hex(sealed);
    if (!bytes || bytes->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    const auto all = as_bytes(*bytes);
    std::string secret(bytes->size() - crypto_secretbox_NONCEBYTES - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()), all.data() + crypto_secretbox_NONCEBYTES,
                                   all.size() - crypto_secretbox_NONCEBYTES, all.data(), key_.data())
        != 0)
        return std::nullopt;
    return secret;
}

} // namespace congso::crypto
