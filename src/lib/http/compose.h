#pragma once
#include "lib/http/descriptor.h"
#include "lib/http/message.h"

// Private to lib/http.
namespace congso::http {

// What goes onto the wire: the head (with a small body already behind it), the rest of the body, and then a piece of a file.
struct Outgoing {
    int status{};
    std::string head{}, body{};
    Descriptor file{};
    std::int64_t file_offset{}, file_left{};
    bool close{}; // the connection ends after it
};

struct Composing {
    bool head_only{}; // HEAD
    bool close{};
    std::span<const std::pair<std::string, std::string>> common_fields{};
};

// Makes the bytes of an answer: conditions (If-None-Match against the answer's own ETag), a range of a file, compression, and
// the fields of the connection. Throws Error::not_found "http.file" when the answer's file is gone, and Error::internal
// "http.field" when a field would break the head in two.
Outgoing compose(Response response, const Request& request, const Composing& composing);

} // namespace congso::http
