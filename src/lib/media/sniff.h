#pragma once
#include <boost/describe.hpp>

#include <filesystem>
#include <string_view>

// What a file is, told by its content and never by its name.
namespace congso::media {

enum class MediaType { unknown, pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, rtf, png, jpeg, tiff, zip, xml, html, svg, text };
BOOST_DESCRIBE_ENUM(MediaType, unknown, pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, rtf, png, jpeg, tiff, zip, xml, html, svg,
                    text)

// The type of the whole file in `bytes`. `unknown` for what is none of them (also for programs and for broken archives).
// Throws invalid "file.macro" for an office file that carries a program, "file.encrypted" for one behind a password, and
// "file.polyglot" for a file that another reader would take for something else (a PDF header within the first 1024 bytes
// but not at the first, a page of HTML behind a picture's head …).
MediaType sniff(std::string_view bytes);

// The same of a file on disk, mapped and not copied. Throws unavailable "file.unreadable".
MediaType sniff_file(const std::filesystem::path& path);

// Whether people may attach such a file: everything named above but HTML, SVG and what is unknown.
bool accepted(MediaType type);

std::string_view mime_of(MediaType type); // "application/pdf"; unknown: "application/octet-stream"
std::string_view extension_of(MediaType type); // "pdf"; unknown: ""

// Whether a page can be made of it: an office file, a picture or text that becomes a PDF.
bool convertible(MediaType type);

} // namespace congso::media
