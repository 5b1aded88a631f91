#pragma once
#include "lib/media/sniff.h"
#include "lib/proc/child.h"

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

namespace congso::proc {

// Makes a PDF of a file that people brought.
class Converter {
public:
    virtual ~Converter() = default;

    virtual bool is_installed() const { return true; } // what it needs is on this machine; the answer may change while the program runs

    // Writes `out_pdf` whole or not at all. Throws unavailable "convert.not_installed", "convert.timeout", "convert.failed";
    // invalid "convert.unreadable" for a file that cannot be opened, "convert.type" for a type that is not convertible.
    virtual void convert(const std::filesystem::path& in, media::MediaType type, const std::filesystem::path& out_pdf) = 0;
};

struct LibreOfficeSettings {
    std::filesystem::path worker{}; // congso-convert; empty: beside the running program
    std::filesystem::path office = "/usr/lib/libreoffice/program"; // where LibreOffice is
    std::filesystem::path temporary{}; // where its profile and files go; empty: the system's
    std::chrono::milliseconds time_limit{30'000}; // of one file, the start of the worker not counted
    std::chrono::milliseconds idle{300'000}; // then the worker is ended
    int files_per_worker = 50; // then it is renewed
    std::uint64_t data_limit = 1ULL << 30;
};

// One LibreOffice in a worker process, started by the first conversion and kept warm; one file at a time, calls wait for
// each other. The worker has its own profile and no network, and runs no macros.
class LibreOfficeConverter final : public Converter {
public:
    explicit LibreOfficeConverter(LibreOfficeSettings settings = {});
    ~LibreOfficeConverter() override;

    bool is_installed() const override; // worker and LibreOffice are there
    void convert(const std::filesystem::path& in, media::MediaType type, const std::filesystem::path& out_pdf) override;
    pid_t worker_pid() const; // 0 while none runs

private:
    struct Worker;
    void start_worker();
    void watch_idle(const std::stop_token& stop);

    LibreOfficeSettings settings_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::unique_ptr<Worker> worker_;
    std::chrono::steady_clock::time_point last_use_{};
    std::jthread watcher_; // last: it ends first
};

} // namespace congso::proc
