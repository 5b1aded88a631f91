#include "lib/crypto/secret_file.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace congso::crypto {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) { }
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }

private:
    int number_;
};

[[noreturn]] void refuse(const std::filesystem::path& file, const char* reason)
{
    throw Error::internal("crypto.key_file", {{"file", file.filename().string()}, {"reason", reason}});
}

std::filesystem::path folder_of(const std::filesystem::path& file)
{
    return file.has_parent_path() ? file.parent_path() : ".";
}

void sync_folder_of(const std::filesystem::path& file)
{
    const Descriptor folder(::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0)
        refuse(file, std::strerror(errno));
}

std::filesystem::path write_beside(const std::filesystem::path& file, std::string_view content)
{
    auto temporary = file;
    temporary += "." + to_hex(as_bytes(random_bytes(8))) + ".new";
    const Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (out.get() < 0)
        refuse(file, std::strerror(errno));
    const auto written = ::write(out.get(), content.data(), content.size());
    if (written != static_cast<ssize_t>(content.size()) || ::fsync(out.get()) != 0) {
        ::unlink(temporary.c_str());
        refuse(file, "cannot be written");
    }
    return temporary;
}

} // namespace

std::optional<std::string> read_secret_file(const std::filesystem::path& file)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.get() < 0) {
        if (errno == ENOENT)
            return std::nullopt;
        refuse(file, std::strerror(errno));
    }
    struct stat status { };
    if (::fstat(in.get(), &status) != 0 || !S_ISREG(status.st_mode))
        refuse(file, "is no regular file");
    if ((status.st_mode & 077) != 0)
        refuse(file, "others may read it; set mode 0600");
    constexpr off_t longest = 16 * 1024 * 1024;
    if (status.st_size > longest)
        refuse(file, "is too long");
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    if (::read(in.get(), content.data(), content.size()) != static_cast<ssize_t>(content.size()))
        refuse(file, "cannot be read");
    return content;
}

void write_new_secret_file(const std::filesystem::path& file, std::string_view content)
{
    const auto temporary = write_beside(file, content);
    // A link, unlike a rename, never replaces what another process wrote meanwhile.
    const auto failed = ::link(temporary.c_str(), file.c_str()) != 0 ? errno : 0;
    ::unlink(temporary.c_str());
    if (failed != 0 && failed != EEXIST)
        refuse(file, std::strerror(failed));
    sync_folder_of(file);
}

void replace_secret_file(const std::filesystem::path& file, std::string_view content)
{
    const auto temporary = write_beside(file, content);
    if (::rename(temporary.c_str(), file.c_str()) != 0) {
        const auto failed = errno;
        ::unlink(temporary.c_str());
        refuse(file, std::strerror(failed));
    }
    sync_folder_of(file);
}

} // namespace congso::crypto
