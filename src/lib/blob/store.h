#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace congso::blob {

// Files named by the SHA-256 of their bytes (64 lower-case hexadecimal characters) under one directory, ROOT/ab/cd/abcd…; never
// rewritten, readable by the owner only. Safe from several threads and processes at once.
//
// What put and put_bytes have accepted is on the disk when they return: the bytes, the name and the folders above it. So the row
// that speaks of a file is written after it, and a row that exists has its file.
//
// Every `sha256` that is not 64 such characters is Error::invalid "blob.name"; faults of the disk are Error::unavailable "blob.storage".
class Store {
public:
    explicit Store(std::filesystem::path root); // makes the directory when it is not there

    // For filling a new directory in one go: nothing is synced from here on, until sync_all makes every byte of the file system
    // durable at once. Before any other thread uses the store.
    void defer_syncs() { synced_ = false; }
    void sync_all();

    // A new name in the directory for uploads, on the same file system; nothing is made there yet.
    std::filesystem::path new_temporary() const;

    // Takes over the file at `temporary`, whose bytes the caller has hashed and synced (fdatasync). Storing the same bytes twice is fine.
    void put(const std::filesystem::path& temporary, std::string_view sha256) const;
    std::string put_bytes(std::string_view bytes) const; // returns the name

    std::filesystem::path path_of(std::string_view sha256) const; // whether it exists or not
    bool exists(std::string_view sha256) const;
    std::string read(std::string_view sha256) const; // all of it; Error::not_found "blob.missing"
    bool remove(std::string_view sha256) const; // false when it was not there

    // Whether the bytes still are what the name says. Error::not_found "blob.missing".
    bool verify(std::string_view sha256) const;

    // Every file, in no order; one that comes or goes meanwhile may be told or not.
    void list(const std::function<void(const std::string& sha256, std::uintmax_t size)>& each) const;

    // Removes uploads that were begun at least so long ago and never finished; returns how many.
    int remove_temporaries(std::chrono::seconds age) const;

private:
    std::filesystem::path root_, temporaries_;
    bool synced_ = true;
};

} // namespace congso::blob
