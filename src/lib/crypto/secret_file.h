#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// Small files that only their owner may read. All functions throw Error::internal "crypto.key_file" when the system refuses.
namespace congso::crypto {

// Nothing when there is no such file. Refuses a file that the group or others may read or write.
std::optional<std::string> read_secret_file(const std::filesystem::path& file);

// Mode 0600, durable, complete or not there at all. The first keeps a file that exists already, the second replaces it.
void write_new_secret_file(const std::filesystem::path& file, std::string_view content);
void replace_secret_file(const std::filesystem::path& file, std::string_view content);

} // namespace congso::crypto
