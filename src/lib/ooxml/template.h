#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Reading .docx files that people wrote, and filling those that hold {{field}}.
namespace congso::ooxml {

// The words of the document: paragraphs end with "\n", cells of a row are parted by "\t". Deleted (tracked) text is left
// out. At most `limit` bytes, cut between characters. Throws invalid "ooxml.malformed" or an "archive.…" code.
std::string text_of(std::string_view docx, std::size_t limit = 1U << 20);

using Fields = std::map<std::string, std::string>;

struct TemplateValues {
    Fields fields; // "issuer" for {{issuer}}; "\n" in a value is a line break
    std::map<std::string, std::vector<Fields>> lists; // for the table row that holds {{#each name}} … {{/each}}
};

// The document with every {{field}} replaced, in the body, headers and footers; the type is that of the field's first
// letter. A row with {{#each name}} stands once for each item of the list; in it a field is the item's, else the document's.
// Throws invalid "template.unknown_field" or "template.unknown_list" with the fact `name`, "template.unclosed" for a "{{"
// or "{{#each" without its end.
std::string fill(std::string_view docx, const TemplateValues& values);

// The document with `mark` in a red frame at the top right corner of its first page, above everything and moving nothing.
// Throws invalid "ooxml.malformed".
std::string marked(std::string_view docx, std::string_view mark);

// The names a template asks for, in order of appearance, each once; of a list "name.field".
std::vector<std::string> fields_of(std::string_view docx);

} // namespace congso::ooxml
