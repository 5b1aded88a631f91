#include "lib/ooxml/template.h"
#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/ooxml/xml_tokens.h"

#include <algorithm>
#include <functional>
#include <set>

namespace congso::ooxml {

namespace {

using Tokens = std::vector<XmlToken>;
using Kind = XmlToken::Kind;

constexpr std::string_view each_mark = "{{#each ", end_mark = "{{/each}}";

std::string_view trim(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\n\xC2\xA0");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t\n\xC2\xA0") - from + 1);
}

std::string join(const Tokens& tokens)
{
    std::string out;
    for (const auto& token : tokens)
        out += token.raw;
    return out;
}

// The places of the texts (inside w:t) of each paragraph; a paragraph in a text box inside another is one of its own.
std::vector<std::vector<std::size_t>> texts_by_paragraph(const Tokens& tokens, std::size_t from, std::size_t to)
{
    std::vector<std::vector<std::size_t>> done, open;
    bool in_text = false;
    for (auto i = from; i < to; ++i) {
        const auto& token = tokens[i];
        if (token.name == "w:p" && token.kind == Kind::open)
            open.emplace_back();
        else if (token.name == "w:p" && token.kind == Kind::close && !open.empty()) {
            done.push_back(std::move(open.back()));
            open.pop_back();
        } else if (token.name == "w:t")
            in_text = token.kind == Kind::open;
        else if (token.kind == Kind::text && in_text && !open.empty())
            open.back().push_back(i);
    }
    return done;
}

std::string text_between(const Tokens& tokens, std::size_t from, std::size_t to)
{
    std::string text;
    for (const auto& paragraph : texts_by_paragraph(tokens, from, to)) {
        for (const auto i : paragraph)
            text += unescape_xml(tokens[i].raw);
        text += '\n';
    }
    return text;
}

std::string value_xml(std::string_view value)
{
    auto escaped = escape_xml(value);
    for (auto at = escaped.find('\n'); at != std::string::npos; at = escaped.find('\n', at)) {
        constexpr std::string_view line_break = "</w:t><w:br/><w:t xml:space=\"preserve\">";
        escaped.replace(at, 1, line_break);
        at += line_break.size();
    }
    return escaped;
}

using Lookup = std::function<std::string(std::string_view name)>;

// The texts of one paragraph read as one text, however many runs an editor has split them into; a field found in it is
// written where it begins, and its other letters leave the runs they stand in.
void fill_paragraph(Tokens& tokens, const std::vector<std::size_t>& places, const Lookup& lookup)
{
    std::vector<std::string> pieces;
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> origin; // of each byte of `text`: piece, byte in it
    for (const auto place : places) {
        pieces.push_back(unescape_xml(tokens[place].raw));
        for (std::size_t i = 0; i < pieces.back().size(); ++i)
            origin.emplace_back(pieces.size() - 1, i);
        text += pieces.back();
    }
    if (text.find("{{") == std::string::npos)
        return;
    std::vector<std::string> out(pieces.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text.compare(at, 2, "{{") != 0) {
            const auto next = std::min(text.find("{{", at), text.size());
            for (; at < next; ++at)
                out[origin[at].first] += text[at];
            continue;
        }
        const auto end = text.find("}}", at);
        if (end == std::string::npos)
            throw Error::invalid("template.unclosed");
        out[origin[at].first] += '\x01' + lookup(trim(std::string_view{text}.substr(at + 2, end - at - 2))) + '\x02';
        at = end + 2;
    }
    for (std::size_t i = 0; i < places.size(); ++i) { // only values have line breaks; \x01 and \x02 are no characters of XML
        std::string xml;
        std::string_view rest = out[i];
        while (!rest.empty()) {
            const auto start = rest.find('\x01');
            xml += escape_xml(rest.substr(0, start));
            if (start == std::string_view::npos)
                break;
            const auto end = rest.find('\x02', start);
            xml += value_xml(rest.substr(start + 1, end - start - 1));
            rest.remove_prefix(end + 1);
        }
        tokens[places[i]].raw = std::move(xml);
        auto& tag = tokens[places[i] - 1];
        if (tag.name == "w:t")
            tag.raw = "<w:t xml:space=\"preserve\">";
    }
}

void fill_all(Tokens& tokens, const Lookup& lookup)
{
    for (const auto& places : texts_by_paragraph(tokens, 0, tokens.size()))
        fill_paragraph(tokens, places, lookup);
}

struct EachRow {
    std::size_t from, to; // tokens of the row, from <w:tr> past </w:tr>
    std::string list;
};

// The innermost rows that hold {{#each name}}.
std::vector<EachRow> find_each_rows(const Tokens& tokens)
{
    std::vector<EachRow> rows;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].name != "w:tr")
            continue;
        if (tokens[i].kind == Kind::open)
            open.push_back(i);
        else if (tokens[i].kind == Kind::close && !open.empty()) {
            const auto from = open.back();
            open.pop_back();
            const auto text = text_between(tokens, from, i);
            const auto mark = text.find(each_mark);
            if (mark == std::string::npos || (!rows.empty() && rows.back().from > from))
                continue;
            const auto end = text.find("}}", mark);
            if (end == std::string::npos || text.find(end_mark, end) == std::string::npos)
                throw Error::invalid("template.unclosed");
            rows.push_back(
                {from, i + 1, std::string{trim(std::string_view{text}.substr(mark + each_mark.size(), end - mark - each_mark.size()))}});
        }
    }
    return rows;
}

bool is_mark(std::string_view name)
{
    return name.starts_with("#each ") || name == "/each";
}

Lookup lookup_in(const Fields* item, const Fields& fields)
{
    return [item, &fields](std::string_view name) -> std::string {
        const std::string key{name};
        if (item && is_mark(name))
            return {};
        if (item && item->contains(key))
            return item->at(key);
        if (const auto found = fields.find(key); found != fields.end())
            return found->second;
        throw Error::invalid("template.unknown_field", {{"name", key}});
    };
}

std::string fill_part(std::string_view xml, const TemplateValues& values)
{
    auto tokens = cut_xml(xml);
    Tokens out;
    std::size_t at = 0;
    const auto copy_until = [&](std::size_t end) {
        out.insert(out.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.begin() + static_cast<std::ptrdiff_t>(end));
        at = end;
    };
    // A filled row goes back as one opaque piece, so that nothing in its values is taken for a field of the document.
    for (const auto& row : find_each_rows(tokens)) {
        const auto list = values.lists.find(row.list);
        if (list == values.lists.end())
            throw Error::invalid("template.unknown_list", {{"name", row.list}});
        copy_until(row.from);
        std::string filled;
        for (const auto& item : list->second) {
            Tokens copy(tokens.begin() + static_cast<std::ptrdiff_t>(row.from), tokens.begin() + static_cast<std::ptrdiff_t>(row.to));
            fill_all(copy, lookup_in(&item, values.fields));
            filled += join(copy);
        }
        out.push_back({Kind::other, std::move(filled), {}});
        at = row.to;
    }
    copy_until(tokens.size());
    fill_all(out, lookup_in(nullptr, values.fields));
    return join(out);
}

bool holds_text(std::string_view name)
{
    return name == "word/document.xml" || (name.ends_with(".xml") && (name.starts_with("word/header") || name.starts_with("word/footer")));
}

} // namespace

std::string text_of(std::string_view docx, std::size_t limit)
{
    const archive::ZipReader zip{docx};
    std::string out;
    bool in_text = false;
    for (const auto& token : cut_xml(zip.read("word/document.xml"))) {
        if (token.name == "w:t")
            in_text = token.kind == Kind::open;
        else if (token.kind == Kind::text && in_text)
            out += unescape_xml(token.raw);
        else if (token.name == "w:tr" && token.kind == Kind::close) {
            if (out.ends_with('\t'))
                out.back() = '\n';
        } else if (token.name == "w:tc" && token.kind == Kind::close) {
            if (out.ends_with('\n'))
                out.back() = '\t';
        } else if (token.raw == "<w:tab/>") // a tab in a run; the one that sets a tab stop has attributes
            out += '\t';
        else if (token.name == "w:br" || token.name == "w:cr" || (token.name == "w:p" && token.kind != Kind::open))
            out += '\n';
        if (out.size() > limit)
            break;
    }
    if (out.size() > limit) {
        auto cut = limit;
        while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80)
            --cut;
        out.resize(cut);
    }
    return out;
}

std::string fill(std::string_view docx, const TemplateValues& values)
{
    const archive::ZipReader zip{docx};
    std::vector<archive::ZipFile> files;
    for (const auto& entry : zip.entries()) {
        auto bytes = zip.read(entry);
        files.push_back({entry.name, holds_text(entry.name) ? fill_part(bytes, values) : std::move(bytes)});
    }
    return archive::write_zip(files);
}

std::string marked(std::string_view docx, std::string_view mark)
{
    constexpr std::string_view part = "word/document.xml", body = "<w:body>";
    const archive::ZipReader zip{docx};
    std::vector<archive::ZipFile> files;
    for (const auto& entry : zip.entries()) {
        auto bytes = zip.read(entry);
        if (entry.name == part) {
            const auto at = bytes.find(body);
            if (at == std::string::npos)
                throw Error::invalid("ooxml.malformed");
            std::string edges; // ECMA-376 17.3.1.24: a line on each side
            for (const auto* side : {"top", "left", "bottom", "right"})
                edges += std::string{"<w:"} + side + R"( w:val="single" w:sz="8" w:space="2" w:color="FF0000"/>)";
            bytes.insert(at + body.size(),
                         R"(<w:p><w:pPr><w:framePr w:w="4200" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="6900" w:y="340"/>)"
                         "<w:pBdr>"
                             + edges + R"(</w:pBdr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>)"
                             + R"(<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b/>)"
                             + R"(<w:color w:val="FF0000"/><w:sz w:val="22"/></w:rPr><w:t>)" + std::string{mark} + "</w:t></w:r></w:p>");
        }
        files.push_back({entry.name, std::move(bytes)});
    }
    return archive::write_zip(files);
}

std::vector<std::string> fields_of(std::string_view docx)
{
    const archive::ZipReader zip{docx};
    std::vector<std::string> names;
    std::set<std::string> seen;
    const auto gather = [&](Tokens& tokens, const std::string& prefix) {
        fill_all(tokens, [&](std::string_view name) -> std::string {
            if (!is_mark(name))
                if (auto full = prefix + std::string{name}; seen.insert(full).second)
                    names.push_back(std::move(full));
            return {};
        });
    };
    for (const auto& entry : zip.entries()) {
        if (!holds_text(entry.name))
            continue;
        auto tokens = cut_xml(zip.read(entry));
        auto rows = find_each_rows(tokens);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(row->from),
                       to = tokens.begin() + static_cast<std::ptrdiff_t>(row->to);
            Tokens copy(from, to);
            tokens.erase(from, to);
            gather(copy, row->list + ".");
        }
        gather(tokens, "");
    }
    return names;
}

} // namespace congso::ooxml
