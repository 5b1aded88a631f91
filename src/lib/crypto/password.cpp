#include "lib/crypto/password.h"

#include "lib/crypto/sodium.h"

#include <sodium.h>

#include <atomic>
#include <new>
#include <semaphore>

namespace congso::crypto::password {
namespace {

std::atomic<unsigned> operations_limit{crypto_pwhash_OPSLIMIT_INTERACTIVE};
std::atomic<std::size_t> memory_limit{crypto_pwhash_MEMLIMIT_INTERACTIVE};
std::counting_semaphore<2> turns(2);

class Turn {
public:
    Turn() { turns.acquire(); }
    ~Turn() { turns.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

std::string make_hash(std::string_view password)
{
    char text[crypto_pwhash_STRBYTES]{};
    if (crypto_pwhash_str_alg(text, password.data(), password.size(), operations_limit, memory_limit, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text;
}

} // namespace

std::string hash(std::string_view password)
{
    require_sodium();
    const Turn turn;
    return make_hash(password);
}

bool verify(std::string_view hash, std::string_view password)
{
    require_sodium();
    const Turn turn;
    if (hash.empty()) {
        make_hash(password);
        return false;
    }
    return crypto_pwhash_str_verify(std::string(hash).c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view hash)
{
    require_sodium();
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), operations_limit, memory_limit) != 0;
}

void set_limits(unsigned operations, std::size_t memory_kib)
{
    operations_limit = std::max(operations, static_cast<unsigned>(crypto_pwhash_OPSLIMIT_MIN));
    memory_limit = std::max(memory_kib * 1024, std::size_t{crypto_pwhash_MEMLIMIT_MIN});
}

} // namespace congso::crypto::password
