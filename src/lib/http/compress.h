#pragma once
#include <string>
#include <string_view>

// Private to lib/http.
namespace congso::http {

enum class Coding { identity, gzip, brotli };

Coding choose_coding(std::string_view accept_encoding); // RFC 9110 §12.5.3: the best of those with a weight above 0
bool is_compressible(std::string_view content_type);
std::string compress(std::string_view body, Coding coding);

} // namespace congso::http
