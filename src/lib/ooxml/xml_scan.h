#pragma once
#include <string>
#include <string_view>

namespace congso::ooxml {

// XML read forward, tag by tag, without a copy of it: for parts that are too long for `cut_xml`. Throws invalid "ooxml.malformed" for a
// tag or a comment without an end, and for a DOCTYPE. Prefixes are dropped from names: «x:row» is «row».
class XmlScan {
public:
    enum class Kind { open, close, empty, text };

    explicit XmlScan(std::string_view xml) : rest_(xml) { }

    bool next(); // false at the end
    Kind kind() const { return kind_; }
    std::string_view name() const { return name_; } // of a tag
    std::string attribute(std::string_view name) const; // "" when absent; names without their prefix
    std::string text() const; // of a text, unescaped
    bool opens(std::string_view name) const { return kind_ == Kind::open && name_ == name; }
    bool closes(std::string_view name) const { return kind_ == Kind::close && name_ == name; }

private:
    std::string_view rest_, name_, inside_;
    Kind kind_{};
    bool literal_{}; // CDATA
};

} // namespace congso::ooxml
