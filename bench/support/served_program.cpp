#include "bench/support/served_program.h"

#include "bench/support/measure.h"

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace congso::bench {

ServedProgram::ServedProgram(const std::filesystem::path& data, const std::string& postgres)
{
    std::vector<std::string> words{CONGSO_PROGRAM, "serve", "--data", data.string(), "--listen", "127.0.0.1:0"};
    if (!postgres.empty())
        words.insert(words.end(), {"--database", postgres});
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto log = (data / "serve.log").string();
    int out[2];
    if (::pipe2(out, O_CLOEXEC) != 0)
        throw std::runtime_error{"pipe"};
    seconds_to_listen_ = seconds_of([&] {
        process_ = ::fork();
        if (process_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
            ::dup2(out[1], 1);
            ::dup2(::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 2);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(out[1]);
        std::string line;
        for (char c = 0; line.find('\n') == std::string::npos && ::read(out[0], &c, 1) == 1;)
            line += c;
        const auto colon = line.rfind(':');
        if (!line.starts_with("listening on") || colon == std::string::npos)
            throw std::runtime_error{"the program did not start; see " + log};
        port_ = std::stoi(line.substr(colon + 1));
    });
    ::close(out[0]);
}

ServedProgram::~ServedProgram()
{
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

double ServedProgram::resident_megabytes() const
{
    std::ifstream status{"/proc/" + std::to_string(process_) + "/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    throw std::runtime_error{"the program has ended"};
}

} // namespace congso::bench
