#pragma once
#include <filesystem>
#include <string>

#include <sys/types.h>

namespace congso::bench {

// `congso serve` as a process of its own on a free port, ended by SIGTERM.
class ServedProgram {
public:
    explicit ServedProgram(const std::filesystem::path& data, const std::string& postgres = {}); // returns when it listens
    ~ServedProgram();
    ServedProgram(const ServedProgram&) = delete;
    ServedProgram& operator=(const ServedProgram&) = delete;

    int port() const { return port_; }
    double seconds_to_listen() const { return seconds_to_listen_; }
    double resident_megabytes() const;

private:
    pid_t process_ = -1;
    int port_ = 0;
    double seconds_to_listen_ = 0;
};

} // namespace congso::bench
