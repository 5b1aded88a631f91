#pragma once
#include <span>
#include <string_view>

namespace congso::app {

// One file of the built page, as it lies in the program. Everything lives as long as the program.
struct Asset {
    std::string_view path; // "/index.html", "/assets/index-BOBGntwy.js"
    std::string_view media_type; // with its charset
    std::string_view etag; // with its quotes; of the identity bytes
    std::string_view identity; // the bytes themselves
    std::string_view brotli; // the same, compressed; empty where that saves less than a tenth
    std::string_view gzip;
    bool immutable; // the name holds a hash of the content: it may be kept for a year
    bool has_nonce; // holds `nonce_placeholder`, to be replaced in each answer; then there are no compressed copies
};

inline constexpr std::string_view nonce_placeholder = "CONGSO_STYLE_NONCE";

// In order of path. Empty when the program was built without the page.
std::span<const Asset> assets();

// The asset of exactly this path, or nullptr.
const Asset* find_asset(std::string_view path);

} // namespace congso::app
