#pragma once
#include <string>
#include <string_view>

namespace congso::crypto {

// A secret that whoever holds it is let in by: a session cookie, a device key, a link by mail. Only its digest is ever stored,
// so a stolen database opens nothing.
struct Token {
    std::string text; // 256 random bits as base64url: 43 characters
    std::string digest; // what is stored
};

Token make_token();
std::string token_digest(std::string_view text); // SHA-256 in lower-case hex; looked up by it, so no comparison in time is needed

} // namespace congso::crypto
