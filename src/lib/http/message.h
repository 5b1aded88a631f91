#pragma once
#include "lib/base/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congso::http {

enum class Method { get, post, put, del };

// A body that was streamed to a temporary file while it arrived. The handler renames or removes the file; what it leaves is removed.
struct Upload {
    std::filesystem::path file; // written and fdatasync'ed
    std::string sha256; // lower-case hex of the bytes
    std::int64_t size{};
};

// One request, complete, as a worker thread sees it.
struct Request {
    Method method{};
    std::string path; // decoded, without the query
    std::map<std::string, std::string> parameters; // {name} parts of the route's path
    std::vector<std::pair<std::string, std::string>> query; // decoded, in order
    std::vector<std::pair<std::string, std::string>> fields; // header fields, names in lower case
    std::string body;
    std::optional<Upload> upload;
    std::string remote_address;
    bool secure{}; // arrived over TLS

    std::string_view field(std::string_view lower_case_name) const; // "" when absent
    std::string_view query_value(std::string_view name) const;
    std::string cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body{};
    std::vector<std::pair<std::string, std::string>> fields{};
    std::optional<std::filesystem::path> file{}; // sent instead of `body`, streamed, with Range (RFC 9110 §14, one range)
    bool file_is_temporary{}; // it is removed when it is open
};

// RFC 9457 problem details for a fault: status, "type", "title", "status", and our "code", "facts", "faults".
Response problem(const Error& error);
int status_of(Fault fault);

} // namespace congso::http
