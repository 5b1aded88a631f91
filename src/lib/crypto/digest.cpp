#include "lib/crypto/digest.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <cstdio>
#include <new>

namespace congso::crypto {
namespace {

// Fetched once: looking the algorithm up costs more than hashing a short text.
const EVP_MD* algorithm()
{
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (fetched == nullptr)
        throw Error::internal("crypto.sha256_missing");
    return fetched;
}

// Only a lack of memory can make these calls fail.
void require(int succeeded)
{
    if (succeeded != 1)
        throw std::bad_alloc();
}

} // namespace

struct Sha256::State {
    struct Free {
        void operator()(EVP_MD_CTX* old) const { EVP_MD_CTX_free(old); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
    require(state_->context ? 1 : 0);
    require(EVP_DigestInit_ex(state_->context.get(), algorithm(), nullptr));
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::uint8_t> bytes)
{
    require(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

void Sha256::update(std::string_view bytes)
{
    update(as_bytes(bytes));
}

Digest Sha256::finish()
{
    Digest digest{};
    require(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr));
    require(EVP_DigestInit_ex(state_->context.get(), algorithm(), nullptr));
    return digest;
}

std::string Sha256::finish_hex()
{
    return to_hex(finish());
}

Digest sha256(std::span<const std::uint8_t> bytes)
{
    Digest digest{};
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr));
    return digest;
}

Digest sha256(std::string_view bytes)
{
    return sha256(as_bytes(bytes));
}

std::string sha256_hex(std::string_view bytes)
{
    return to_hex(sha256(bytes));
}

std::string sha256_hex_of_file(const std::filesystem::path& file)
{
    struct Close {
        void operator()(std::FILE* stream) const { std::fclose(stream); }
    };
    const std::unique_ptr<std::FILE, Close> stream(std::fopen(file.c_str(), "rbe"));
    if (!stream)
        throw Error::unavailable("crypto.read_file");
    Sha256 hash;
    std::string piece(128 * 1024, '\0');
    std::size_t count = 0;
    while ((count = std::fread(piece.data(), 1, piece.size(), stream.get())) > 0)
        hash.update(std::string_view(piece).substr(0, count));
    if (std::ferror(stream.get()) != 0)
        throw Error::unavailable("crypto.read_file");
    return hash.finish_hex();
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace congso::crypto
