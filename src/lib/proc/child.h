#pragma once
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Other programs, on a short leash. Each gets its own process group, nothing of our open files, a small environment, no way
// to gain rights, no core file, and limits; when time is up the whole group is killed.
namespace congso::proc {

enum class Network { as_ours, none }; // none: an empty network of its own, where the system permits

struct Command {
    std::vector<std::string> argv{}; // argv[0] is looked up in PATH
    std::vector<std::string> environment{}; // "NAME=value", beside PATH and LANG
    std::filesystem::path folder{}; // working folder; empty: "/"
    std::string input{}; // written to its standard input, which then ends
    std::chrono::milliseconds time_limit{30'000};
    std::size_t output_limit = 16U << 20; // of each of its two outputs
    std::uint64_t data_limit = 1ULL << 30; // RLIMIT_DATA, bytes
    std::uint64_t file_limit = 256ULL << 20; // RLIMIT_FSIZE, bytes of a file it writes
    Network network = Network::none;
};

struct Result {
    int exit_code = -1; // -1 when a signal ended it
    int signal = 0;
    bool timed_out = false;
    bool cut = false; // it said more than output_limit, and was killed
    std::string output, errors;
    bool is_good() const { return exit_code == 0 && !timed_out && !cut; }
};

// Runs to the end. Throws unavailable "child.not_started" (fact `program`) when there is no such program.
Result run(const Command& command);

// A child that stays: we write lines, it answers lines. Its standard error is thrown away.
class Child {
public:
    explicit Child(const Command& command); // input, time_limit and output_limit are not used
    ~Child(); // kills the group
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool write_line(std::string_view line); // false when it is gone
    std::optional<std::string> read_line(std::chrono::milliseconds patience); // empty when it is gone, silent, or says over 64 KB
    pid_t pid() const { return pid_; }

private:
    pid_t pid_ = -1;
    int input_ = -1, output_ = -1;
    std::string unread_;
};

} // namespace congso::proc
