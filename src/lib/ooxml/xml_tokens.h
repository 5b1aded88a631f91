#pragma once
#include <string>
#include <string_view>
#include <vector>

// XML cut into tags and the text between them: enough to change words in a document and leave every other byte as it was.
namespace congso::ooxml {

struct XmlToken {
    enum class Kind { open, close, empty, text, other }; // other: declaration, comment, processing instruction
    Kind kind;
    std::string raw; // exactly as in the file
    std::string name; // of a tag, with its prefix: "w:t"
};

// Throws invalid "ooxml.malformed" where a tag does not close, elements do not nest, or the text has a DOCTYPE.
std::vector<XmlToken> cut_xml(std::string_view xml);

std::string escape_xml(std::string_view text); // & < > " and, as U+FFFD, what XML 1.0 has no character for
std::string unescape_xml(std::string_view text); // the five named entities and character references; others stay

} // namespace congso::ooxml
