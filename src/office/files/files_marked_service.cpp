#include "lib/ooxml/template.h"
#include "office/files/files_service.h"

#include <fstream>

// A Word file as a PDF that says what it is not.
namespace congso {

namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file && !file.eof())
        throw Error::unavailable("file.unreadable");
    return bytes;
}

// Removed however it ends.
struct Scratch {
    fs::path path;
    explicit Scratch(fs::path file) : path(std::move(file)) { }
    ~Scratch()
    {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

} // namespace

files::StoredFile FileService::make_marked_pdf(AgencyId agency, std::string_view docx, std::string_view mark)
{
    const Scratch marked{blobs_.new_temporary()}, pdf{blobs_.new_temporary()};
    std::ofstream{marked.path, std::ios::binary} << ooxml::marked(bytes_of(blobs_.path_of(std::string{docx})), mark);
    converter_.convert(marked.path, media::MediaType::docx, pdf.path);
    return put_bytes(agency, bytes_of(pdf.path));
}

} // namespace congso
