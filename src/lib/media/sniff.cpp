#include "lib/media/sniff.h"
#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/media/ole.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace congso::media {

namespace {

constexpr std::size_t pdf_search = 1024; // ISO 32000-1, Annex H 3.4.1: readers accept the header anywhere in here

struct Fact {
    MediaType type;
    std::string_view mime, extension;
};

constexpr std::array facts{
    Fact{MediaType::unknown, "application/octet-stream", ""},
    Fact{MediaType::pdf, "application/pdf", "pdf"},
    Fact{MediaType::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    Fact{MediaType::xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    Fact{MediaType::pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
    Fact{MediaType::odt, "application/vnd.oasis.opendocument.text", "odt"},
    Fact{MediaType::ods, "application/vnd.oasis.opendocument.spreadsheet", "ods"},
    Fact{MediaType::odp, "application/vnd.oasis.opendocument.presentation", "odp"},
    Fact{MediaType::doc, "application/msword", "doc"},
    Fact{MediaType::xls, "application/vnd.ms-excel", "xls"},
    Fact{MediaType::ppt, "application/vnd.ms-powerpoint", "ppt"},
    Fact{MediaType::rtf, "application/rtf", "rtf"},
    Fact{MediaType::png, "image/png", "png"},
    Fact{MediaType::jpeg, "image/jpeg", "jpg"},
    Fact{MediaType::tiff, "image/tiff", "tif"},
    Fact{MediaType::zip, "application/zip", "zip"},
    Fact{MediaType::xml, "application/xml", "xml"},
    Fact{MediaType::html, "text/html", "html"},
    Fact{MediaType::svg, "image/svg+xml", "svg"},
    Fact{MediaType::text, "text/plain", "txt"},
};

const Fact& fact_of(MediaType type)
{
    return facts[static_cast<std::size_t>(type)];
}

std::string lower(std::string_view text)
{
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// Valid UTF-8 (RFC 3629 §4) of printing characters; a sequence that the end of the bytes cuts off is a fault too.
bool is_text(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) {
            if (lead == 0x7F || (lead < 0x20 && lead != '\t' && lead != '\n' && lead != '\r' && lead != '\f'))
                return false;
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || bytes.size() - i < length)
            return false;
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F))
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80)
                return false;
        i += length;
    }
    return true;
}

// Tags by which a browser that guesses takes any bytes for a page (WHATWG MIME Sniffing 7.1), and programs inside XML.
bool speaks_html(std::string_view lowered)
{
    constexpr std::array<std::string_view, 12> tags{"<!doctype html", "<html", "<head",   "<body",  "<script", "<iframe", "<h1",
                                                    "<div",           "<font", "<object", "<embed", "<title"};
    return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return contains(lowered, tag); });
}

MediaType sniff_text(std::string_view bytes)
{
    if (bytes.empty() || !is_text(bytes))
        return MediaType::unknown;
    auto content = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    content.remove_prefix(std::min(content.find_first_not_of(" \t\r\n\f"), content.size()));
    const auto start = lower(content.substr(0, 4096));
    if (start.starts_with("<")) {
        if (contains(start, "<svg") || contains(start, "http://www.w3.org/2000/svg"))
            return MediaType::svg;
        if (speaks_html(start) || contains(start, "http://www.w3.org/1999/xhtml"))
            return MediaType::html;
        const auto root = start.find_first_not_of('<');
        if (start.starts_with("<?xml") || start.starts_with("<!--")
            || (root != std::string::npos && start[root] >= 'a' && start[root] <= 'z'))
            return MediaType::xml;
    }
    return MediaType::text;
}

MediaType sniff_open_xml(const archive::ZipReader& zip)
{
    for (const auto& entry : zip.entries()) {
        const auto name = lower(entry.name);
        if (name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml") || contains(name, "/activex/")
            || contains(name, "macrosheets/"))
            throw Error::invalid("file.macro");
    }
    const auto types = lower(zip.read("[Content_Types].xml"));
    if (contains(types, "macroenabled") || contains(types, "vbaproject"))
        throw Error::invalid("file.macro");
    if (contains(types, "wordprocessingml.document.main+xml") || contains(types, "wordprocessingml.template.main+xml"))
        return zip.find("word/document.xml") ? MediaType::docx : MediaType::unknown;
    if (contains(types, "spreadsheetml.sheet.main+xml"))
        return MediaType::xlsx;
    if (contains(types, "presentationml.presentation.main+xml") || contains(types, "presentationml.slideshow.main+xml"))
        return MediaType::pptx;
    return MediaType::zip;
}

MediaType sniff_open_document(const archive::ZipReader& zip)
{
    for (const auto& entry : zip.entries())
        if (entry.name.starts_with("Basic/") || entry.name.starts_with("Scripts/"))
            throw Error::invalid("file.macro");
    if (const auto* manifest = zip.find("META-INF/manifest.xml"); manifest && contains(zip.read(*manifest), "encryption-data"))
        throw Error::invalid("file.encrypted");
    const auto mime = zip.read("mimetype");
    for (const auto type : {MediaType::odt, MediaType::ods, MediaType::odp})
        if (mime == mime_of(type))
            return type;
    return MediaType::zip;
}

MediaType sniff_zip(std::string_view bytes)
{
    try {
        const archive::ZipReader zip{bytes};
        if (zip.find("[Content_Types].xml"))
            return sniff_open_xml(zip);
        if (zip.find("mimetype"))
            return sniff_open_document(zip);
        return MediaType::zip;
    } catch (const Error& error) {
        if (error.code().starts_with("file."))
            throw;
        if (error.code() == "archive.encrypted")
            throw Error::invalid("file.encrypted");
        return MediaType::unknown;
    }
}

MediaType sniff_compound(std::string_view bytes)
{
    const auto names = compound_names(bytes);
    if (names.contains("EncryptedPackage"))
        throw Error::invalid("file.encrypted");
    for (const auto* name : {"Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"})
        if (names.contains(name))
            throw Error::invalid("file.macro");
    if (names.contains("WordDocument"))
        return MediaType::doc;
    if (names.contains("Workbook") || names.contains("Book"))
        return MediaType::xls;
    if (names.contains("PowerPoint Document"))
        return MediaType::ppt;
    return MediaType::unknown;
}

MediaType sniff_head(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("%PDF-"))
        return MediaType::pdf;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv))
        return MediaType::png;
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return MediaType::jpeg;
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
        return MediaType::tiff;
    if (bytes.starts_with("{\\rtf1"sv))
        return MediaType::rtf;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
        return sniff_zip(bytes);
    if (is_compound(bytes))
        return sniff_compound(bytes);
    return sniff_text(bytes);
}

} // namespace

MediaType sniff(std::string_view bytes)
{
    const auto head = bytes.substr(0, pdf_search + 5);
    if (const auto at = head.find("%PDF-"); at != std::string_view::npos && at != 0)
        throw Error::invalid("file.polyglot");
    const auto type = sniff_head(bytes);
    switch (type) {
    case MediaType::png:
    case MediaType::jpeg:
    case MediaType::tiff:
    case MediaType::pdf: // a page of HTML right behind the head of another format is no accident
        if (speaks_html(lower(bytes.substr(0, 256))))
            throw Error::invalid("file.polyglot");
        break;
    default:
        break;
    }
    return type;
}

MediaType sniff_file(const std::filesystem::path& path)
{
    const auto unreadable = [&] {
        return Error::unavailable("file.unreadable");
    };
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        throw unreadable();
    struct stat state { };
    const bool regular = fstat(file, &state) == 0 && S_ISREG(state.st_mode);
    const auto size = regular ? static_cast<std::size_t>(state.st_size) : 0;
    void* memory = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    close(file);
    if (!regular || memory == MAP_FAILED)
        throw unreadable();
    if (size == 0)
        return MediaType::unknown;
    const auto unmap = [size](void* at) {
        munmap(at, size);
    };
    const std::unique_ptr<void, decltype(unmap)> mapping{memory, unmap};
    return sniff({static_cast<const char*>(memory), size});
}

bool accepted(MediaType type)
{
    return type != MediaType::unknown && type != MediaType::html && type != MediaType::svg;
}

std::string_view mime_of(MediaType type)
{
    return fact_of(type).mime;
}

std::string_view extension_of(MediaType type)
{
    return fact_of(type).extension;
}

bool convertible(MediaType type)
{
    switch (type) {
    case MediaType::docx:
    case MediaType::xlsx:
    case MediaType::pptx:
    case MediaType::odt:
    case MediaType::ods:
    case MediaType::odp:
    case MediaType::doc:
    case MediaType::xls:
    case MediaType::ppt:
    case MediaType::rtf:
    case MediaType::png:
    case MediaType::jpeg:
    case MediaType::tiff:
    case MediaType::text:
        return true;
    default:
        return false;
    }
}

} // namespace congso::media
