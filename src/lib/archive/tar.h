#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

// tar archives (POSIX pax) of any size, streamed; for back-ups.
namespace congso::archive {

// Writes one archive; names are relative and ASCII. Throws Error::unavailable "archive.write", invalid "archive.unsafe_name".
// What `finish` has returned for is synced to the disk.
class TarWriter {
public:
    explicit TarWriter(const std::filesystem::path& file);
    ~TarWriter();
    TarWriter(const TarWriter&) = delete;
    TarWriter& operator=(const TarWriter&) = delete;

    void add(const std::string& name, std::string_view bytes);
    std::string add_file(const std::string& name, const std::filesystem::path& source); // returns the SHA-256 of what went in, in hex
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// One member while it is read; take it by one of the two, once.
class TarEntry {
public:
    explicit TarEntry(void* handle) : handle_(handle) { }
    std::string text(std::size_t most = std::size_t{256} << 20) const; // Error::invalid "archive.too_large"
    std::string save(const std::filesystem::path& file) const; // writes and syncs it; returns its SHA-256 in hex

private:
    void* handle_;
};

// Visits every member in order. Only plain files with safe relative names are accepted: no links, devices, "..", absolute names.
// Throws Error::invalid "archive.unreadable", "archive.unsafe_name".
void read_tar(const std::filesystem::path& file, const std::function<void(const std::string& name, const TarEntry&)>& visit);

} // namespace congso::archive
