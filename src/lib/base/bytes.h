#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace congso {

std::string to_hex(std::span<const std::uint8_t> bytes); // lower case
std::optional<std::string> from_hex(std::string_view text);
std::string to_base64url(std::span<const std::uint8_t> bytes); // RFC 4648 §5, no padding
std::span<const std::uint8_t> as_bytes(std::string_view text);
std::string random_bytes(std::size_t count); // from the kernel

} // namespace congso
