#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace congso::app {

// How commands speak to the process that serves a data directory: a socket in the directory, one line each way.
// Only the owner of the directory can reach it.
class ControlServer {
public:
    using Answer = std::function<std::string(const std::string& request)>; // what it throws is answered as "error CODE"

    // `patience`: how long one who asks may take for his line, or for taking the answer.
    ControlServer(std::filesystem::path socket, Answer answer, std::chrono::milliseconds patience = std::chrono::seconds{5});
    ~ControlServer();

private:
    void serve();

    std::filesystem::path path_;
    Answer answer_;
    std::chrono::milliseconds patience_;
    int listening_ = -1, wake_[2] = {-1, -1};
    std::thread thread_;
};

// Asks the process that serves; nothing when none does. Throws unavailable with the code it answered.
std::optional<std::string> ask_server(const std::filesystem::path& socket, const std::string& request);

} // namespace congso::app
