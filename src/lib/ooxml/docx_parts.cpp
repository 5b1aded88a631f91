#include "lib/ooxml/docx_parts.h"
#include "lib/ooxml/xml_tokens.h"

namespace congso::ooxml::parts {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string xml(std::string_view content)
{
    return std::string{declaration} + std::string{content};
}

} // namespace

std::string content_types(bool has_footer)
{
    constexpr std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const auto part = [&](std::string_view name, std::string_view type) {
        return fmt::format("<Override PartName=\"/word/{}.xml\" ContentType=\"{}{}+xml\"/>", name, word, type);
    };
    return xml("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
               "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
               + part("document", "document.main") + part("styles", "styles") + part("settings", "settings") + part("header1", "header")
               + (has_footer ? part("footer1", "footer") : "")
               + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                 "</Types>");
}

std::string package_relations()
{
    return xml("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
               "Target=\"word/document.xml\"/>"
               "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
               "Target=\"docProps/core.xml\"/></Relationships>");
}

std::string document_relations(bool has_footer)
{
    const auto relation = [](std::string_view id, std::string_view name, std::string_view file) {
        return fmt::format("<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}\" "
                           "Target=\"{}.xml\"/>",
                           id, name, file);
    };
    return xml("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
               + relation("rId1", "styles", "styles") + relation("rId2", "settings", "settings") + relation("rId3", "header", "header1")
               + (has_footer ? relation("rId4", "footer", "footer1") : "") + "</Relationships>");
}

std::string styles()
{
    return xml(fmt::format(
        "<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>"
        "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
        "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/>"
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
        "</w:pPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
        "</w:styles>",
        main_namespaces));
}

std::string settings()
{
    return xml(fmt::format("<w:settings {}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>"
                           "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                           "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                           "<w:themeFontLang w:val=\"vi-VN\"/></w:settings>",
                           main_namespaces));
}

std::string page_number_header()
{
    const std::string size = "<w:rPr><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>";
    return xml(fmt::format("<w:hdr {0}><w:p><w:pPr><w:jc w:val=\"center\"/>{1}</w:pPr><w:r>{1}<w:fldChar w:fldCharType=\"begin\"/></w:r>"
                           "<w:r>{1}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r>{1}<w:fldChar "
                           "w:fldCharType=\"separate\"/></w:r><w:r>{1}<w:t>2</w:t></w:r><w:r>{1}<w:fldChar w:fldCharType=\"end\"/></w:r>"
                           "</w:p></w:hdr>",
                           main_namespaces, size));
}

std::string core_properties(const Document& document)
{
    const auto created = document.created.empty()
        ? std::string{}
        : fmt::format("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created>", escape_xml(document.created));
    return xml(fmt::format("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>"
                           "<dc:language>vi-VN</dc:language>{}</cp:coreProperties>",
                           escape_xml(document.title), escape_xml(document.author), created));
}

} // namespace congso::ooxml::parts
