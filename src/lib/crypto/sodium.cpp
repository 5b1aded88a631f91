#include "lib/crypto/sodium.h"

#include "lib/base/error.h"

#include <sodium.h>

namespace congso::crypto {

void require_sodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        throw Error::internal("crypto.sodium");
}

} // namespace congso::crypto
