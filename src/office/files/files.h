#pragma once
#include "lib/base/describe.h"
#include "lib/media/sniff.h"

#include <filesystem>
#include <string_view>

namespace congso::files {

// A stored file: its bytes never change, its id is the SHA-256 of them in lower-case hex.
struct StoredFile {
    std::string id, name;
    std::int64_t size{};
    std::string media_type;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, name, size, media_type))

// none: nothing is made of it (a PDF shows itself; other files have no page); the others while and after a PDF is made of it.
enum class PreviewState { none, pending, ready, failed };
BOOST_DESCRIBE_ENUM(PreviewState, none, pending, ready, failed)

// A file as it hangs on a record.
struct Attached {
    std::string id, name; // SHA-256; the name it was uploaded with
    std::int64_t size{};
    std::string media_type;
    bool main{}; // the document itself; others are appendices
    int position{};
    PreviewState preview{};
    std::string preview_id; // SHA-256 of the PDF to show; equal to id for a PDF
    int pages{}; // 0 while unknown
};
BOOST_DESCRIBE_STRUCT(Attached, (), (id, name, size, media_type, main, position, preview, preview_id, pages))

// Bytes that have arrived: in a file that is hashed and synced, and that whoever takes them moves away.
struct Received {
    std::filesystem::path file;
    std::string sha256;
    std::int64_t size{};
};

constexpr std::size_t most_attached = 50; // in one set of one record

constexpr std::string_view pdf_type = "application/pdf";

// A file's name as people see it: NFC, without control and bidirectional characters, no blanks around it. Throws invalid on /name:
// "required", "file.name" for a part of a path, a name of dots only, U+0000 or what is not UTF-8, "too_long" above 255 bytes.
std::string clean_name(std::string_view name);

bool is_id(std::string_view text); // 64 lower-case hexadecimal characters

media::MediaType type_of_mime(std::string_view media_type); // what media::mime_of gave

std::string pdf_name(std::string_view name); // "Kế hoạch.docx" → "Kế hoạch.pdf"

// RFC 6266 with RFC 8187: `filename` in ASCII, folded, for old clients; `filename*` with every letter.
std::string content_disposition(std::string_view disposition, std::string_view name);

// RFC 9110 §13.1.2: whether the field If-None-Match names this entity tag (without its quotes).
bool matches_etag(std::string_view if_none_match, std::string_view tag);

} // namespace congso::files
