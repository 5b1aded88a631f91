#include "app/data_directory.h"

#include "lib/base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace congso::app {

namespace {

int open_lock(const std::filesystem::path& path)
{
    return ::open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

} // namespace

DataDirectory::DataDirectory(std::filesystem::path path, Open open) : path_(std::move(path))
{
    if (path_.empty())
        throw Error::invalid("config.data");
    path_ = std::filesystem::absolute(path_);
    if (open == Open::existing && !std::filesystem::is_directory(path_ / "keys"))
        throw Error::not_found("data.missing", {{"path", path_.string()}});
    std::error_code error;
    for (const auto& directory : {path_, files(), uploads(), path_ / "keys"}) {
        std::filesystem::create_directories(directory, error);
        if (error)
            throw Error::unavailable("data.directory", {{"path", directory.string()}, {"reason", error.message()}});
    }
    for (const auto& directory : {path_, path_ / "keys"}) // documents and keys are nobody else's business
        ::chmod(directory.c_str(), 0700);
    if (open == Open::shared)
        return;
    lock_ = open_lock(path_);
    if (lock_ < 0 || ::flock(lock_, LOCK_EX | LOCK_NB) != 0)
        throw Error::unavailable("data.in_use", {{"path", path_.string()}});
}

DataDirectory::~DataDirectory()
{
    if (lock_ >= 0)
        ::close(lock_);
}

bool DataDirectory::is_served(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path / "lock"))
        return false;
    const int lock = open_lock(path);
    if (lock < 0)
        return false;
    const bool taken = ::flock(lock, LOCK_EX | LOCK_NB) != 0;
    ::close(lock);
    return taken;
}

} // namespace congso::app
