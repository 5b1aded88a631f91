#pragma once
#include "lib/crypto/digest.h"
#include "lib/http/descriptor.h"
#include "lib/http/message.h"

#include <span>

// Private to lib/http.
namespace congso::http {

// The temporary file of one streamed body. Used on worker threads; removed at the end unless a handler took it away.
// Throws Error::unavailable "http.storage" when the disk refuses.
class UploadFile {
public:
    explicit UploadFile(const std::filesystem::path& directory);
    ~UploadFile();
    UploadFile(const UploadFile&) = delete;
    UploadFile& operator=(const UploadFile&) = delete;

    void append(std::span<const std::string_view> pieces);
    Upload finish(); // durable from here on

    static void remove_left_overs(const std::filesystem::path& directory); // of a process that was killed

private:
    std::filesystem::path file_;
    Descriptor descriptor_;
    crypto::Sha256 hash_;
    std::int64_t size_ = 0;
};

} // namespace congso::http
