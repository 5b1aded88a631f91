#pragma once
#include <filesystem>

namespace congso {

// Makes names in `folder` durable: what was renamed into it is there after a power cut. Throws unavailable "folder.sync" {path}.
void sync_folder(const std::filesystem::path& folder);

} // namespace congso
