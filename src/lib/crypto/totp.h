#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Codes that an application on a phone shows (RFC 6238 over RFC 4226): SHA-1, steps of 30 seconds, six digits.
namespace congso::crypto::totp {

constexpr std::int64_t step_ms = 30'000;

std::string make_secret(); // 20 random bytes, as RFC 4226 §4 R6 recommends
std::int64_t step_of(std::int64_t time_ms);
std::string code_of(std::string_view secret, std::int64_t step);

// The step whose code this is: today's, the one before or the one after, so that clocks may differ by half a minute. Nothing for a wrong
// code, and for one of a step not after `last_used`: each code is good once.
std::optional<std::int64_t> accept(std::string_view secret, std::string_view code, std::int64_t time_ms, std::int64_t last_used);

std::string to_base32(std::string_view bytes); // RFC 4648 §6, no padding
// What an application reads from the square: otpauth://totp/congso:NAME?secret=…&issuer=congso
std::string address_of(std::string_view secret, std::string_view issuer, std::string_view account);

} // namespace congso::crypto::totp
