#include "lib/crypto/totp.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace congso::crypto::totp {

namespace {

std::string percent_encoded(std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (plain) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[static_cast<unsigned char>(c) >> 4];
            encoded += digits[static_cast<unsigned char>(c) & 15];
        }
    }
    return encoded;
}

} // namespace

std::string make_secret()
{
    return random_bytes(20);
}

std::int64_t step_of(std::int64_t time_ms)
{
    return time_ms / step_ms; // RFC 6238 §4.2, T0 = 0
}

std::string code_of(std::string_view secret, std::int64_t step)
{
    // RFC 4226 §5.2: the counter as eight bytes, the highest first
    std::array<unsigned char, 8> counter{};
    for (int i = 7; i >= 0; --i, step >>= 8)
        counter[static_cast<std::size_t>(i)] = static_cast<unsigned char>(step & 0xff);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned length = 0;
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(), &length) == nullptr)
        throw Error::internal("crypto.hmac");
    // §5.3: dynamic truncation
    const std::size_t offset = mac[length - 1] & 0x0f;
    const std::uint32_t binary = (mac[offset] & 0x7fU) << 24 | static_cast<std::uint32_t>(mac[offset + 1]) << 16
        | static_cast<std::uint32_t>(mac[offset + 2]) << 8 | mac[offset + 3];
    const auto digits = std::to_string(binary % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<std::int64_t> accept(std::string_view secret, std::string_view code, std::int64_t time_ms, std::int64_t last_used)
{
    const auto now = step_of(time_ms);
    std::optional<std::int64_t> accepted;
    for (const auto step : {now - 1, now, now + 1}) // RFC 6238 §5.2: one step for what the network takes
        if (equal_in_constant_time(code_of(secret, step), code) && step > last_used)
            accepted = step;
    return accepted;
}

std::string to_base32(std::string_view bytes)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= 5; count -= 5)
            text += letters[bits >> (count - 5) & 31];
    }
    if (count > 0)
        text += letters[bits << (5 - count) & 31];
    return text;
}

std::string address_of(std::string_view secret, std::string_view issuer, std::string_view account)
{
    const auto name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ":" + percent_encoded(account) + "?secret=" + to_base32(secret) + "&issuer=" + name
        + "&algorithm=SHA1&digits=6&period=30";
}

} // namespace congso::crypto::totp
