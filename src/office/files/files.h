#pragma once
#include "lib/base/describe.h"
#include "office/org/org.h"

namespace congso::files {

// A stored file: its bytes never change, its id is the SHA-256 of them in lower-case hex.
struct StoredFile {
    std::string id, name;
    std::int64_t size{};
    std::string media_type;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, name, size, media_type))

enum class PreviewState { none, pending, ready, failed }; // none: the file is a PDF or an image and needs no conversion
BOOST_DESCRIBE_ENUM(PreviewState, none, pending, ready, failed)

// A file as it hangs on a record.
struct Attached {
    std::string id, name;                 // SHA-256; the name it was uploaded with
    std::int64_t size{};
    std::string media_type;
    bool main{};                          // the document itself; others are appendices
    int position{};
    PreviewState preview{};
    std::string preview_id;               // SHA-256 of the PDF to show; equal to id for a PDF
    int pages{};                          // 0 while unknown
};
BOOST_DESCRIBE_STRUCT(Attached, (), (id, name, size, media_type, main, position, preview, preview_id, pages))

} // namespace congso::files
