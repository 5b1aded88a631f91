#include "lib/http/upload_file.h"

#include "lib/base/bytes.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace congso::http {
namespace {

constexpr std::string_view prefix = "upload-", suffix = ".part";

[[noreturn]] void refuse()
{
    throw Error::unavailable("http.storage", {{"reason", std::strerror(errno)}});
}

} // namespace

UploadFile::UploadFile(const std::filesystem::path& directory)
    : file_(directory / (std::string(prefix) + to_hex(as_bytes(random_bytes(16))) + std::string(suffix))),
      descriptor_(::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600))
{
    if (!descriptor_)
        refuse();
}

UploadFile::~UploadFile()
{
    ::unlink(file_.c_str());
}

void UploadFile::append(std::span<const std::string_view> pieces)
{
    for (auto piece : pieces) {
        hash_.update(piece);
        size_ += static_cast<std::int64_t>(piece.size());
        while (!piece.empty()) {
            const auto written = ::write(descriptor_.get(), piece.data(), piece.size());
            if (written < 0 && errno != EINTR)
                refuse();
            piece.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
    }
}

Upload UploadFile::finish()
{
    if (::fdatasync(descriptor_.get()) != 0)
        refuse();
    descriptor_ = Descriptor();
    return {file_, hash_.finish_hex(), size_};
}

void UploadFile::remove_left_overs(const std::filesystem::path& directory)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory, ignored)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(suffix))
            std::filesystem::remove(entry.path(), ignored);
    }
}

} // namespace congso::http
