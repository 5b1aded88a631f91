#pragma once
#include "lib/ooxml/docx.h"

#include <string>
#include <string_view>

// The parts of the package around word/document.xml.
namespace congso::ooxml::parts {

inline constexpr std::string_view main_namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                                                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string content_types(bool has_footer);
std::string package_relations();
std::string document_relations(bool has_footer);
std::string styles();
std::string settings();
std::string page_number_header();
std::string core_properties(const Document& document);

} // namespace congso::ooxml::parts
