#include "lib/crypto/token.h"

#include "lib/base/bytes.h"
#include "lib/crypto/digest.h"

namespace congso::crypto {

Token make_token()
{
    const auto text = to_base64url(as_bytes(random_bytes(32)));
    return {text, token_digest(text)};
}

std::string token_digest(std::string_view text)
{
    return sha256_hex(text);
}

} // namespace congso::crypto
