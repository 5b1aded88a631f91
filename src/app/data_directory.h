#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace congso::app {

// One data directory: congso.db (unless PostgreSQL is used), files/, keys/, temporary/. One program at a time writes in it.
class DataDirectory {
public:
    enum class Open {
        exclusive, // locked for this process; throws unavailable "data.in_use" when another one serves it
        existing, // the same, and it is there already: not_found "data.missing" otherwise, and nothing is made
        shared // for commands that ask whoever serves it
    };

    DataDirectory(std::filesystem::path path, Open open); // makes what is missing, readable by the owner only
    ~DataDirectory();
    DataDirectory(const DataDirectory&) = delete;
    DataDirectory& operator=(const DataDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path files() const { return path_ / "files"; }
    std::filesystem::path uploads() const { return path_ / "temporary"; }
    std::filesystem::path keys() const { return path_ / "keys"; }
    std::filesystem::path secret() const { return keys() / "installation.key"; }
    std::filesystem::path sealing_key() const { return keys() / "sealing.key"; }
    std::filesystem::path certificates() const { return path_ / "keys" / "tls"; }
    std::filesystem::path control_socket() const { return path_ / "control.sock"; }

    static bool is_served(const std::filesystem::path& path); // another process holds the lock

private:
    std::filesystem::path path_;
    int lock_ = -1;
};

} // namespace congso::app
