#include "office/work_dossiers/metadata.h"

#include "lib/text/words.h"

#include <algorithm>

namespace congso::work_dossiers {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    return out;
}

// Elements one below the other, each on its line.
class Writer {
public:
    void open(const char* name)
    {
        line("<" + std::string{name} + ">");
        ++depth_;
    }
    void close(const char* name)
    {
        --depth_;
        line("</" + std::string{name} + ">");
    }
    void put(const char* name, std::string_view text) { line("<" + std::string{name} + ">" + escaped(text) + "</" + name + ">"); }
    void put(const char* name, std::int64_t number) { put(name, std::to_string(number)); }
    void put(const char* name, Date day) { put(name, text::table_date(day)); }
    std::string take() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::move(text_); }

private:
    void line(const std::string& what) { text_ += std::string(2 * depth_, ' ') + what + "\n"; }
    std::string text_;
    std::size_t depth_ = 0;
};

void put_file_code(Writer& xml, const WorkDossierView& dossier)
{
    xml.open("FileCode");
    xml.put("OrganId", dossier.organ_code);
    xml.put("FileCatalog", dossier.year);
    xml.put("FileNotation", dossier.symbol);
    xml.close("FileCode");
}

void put_signer(Writer& xml, const DocumentMetadata& document)
{
    xml.open("SignerInfo");
    const auto last = document.signer_position.rfind('\n'); // box 7a: the post is its last line
    xml.put("Position", last == std::string::npos ? document.signer_position : document.signer_position.substr(last + 1));
    xml.put("FullName", document.signer_name);
    xml.close("SignerInfo");
}

void put_document(Writer& xml, const WorkDossierView& dossier, const DocumentMetadata& document)
{
    const auto* name = document.kind == ContentKind::incoming ? "Incoming" : document.kind == ContentKind::outgoing ? "Outgoing" : "Other";
    const auto [number, notation] = parts_of_symbol(document.number);
    xml.open(name);
    put_file_code(xml, dossier); // rows 1.1–1.3
    xml.put("DocOrdinal", document.ordinal);
    xml.put("TypeName", document.type_name);
    xml.put("CodeNumber", number);
    xml.put("CodeNotation", notation);
    xml.put("IssuedDate", document.issued_on);
    xml.put("OrganName", document.organ_name);
    xml.put("Subject", document.subject);
    xml.put("Language", dossier.language);
    xml.put("PageAmount", document.page_count);
    xml.put("Description", document.note);
    if (document.kind == ContentKind::incoming) { // part II.II, rows 12–18
        xml.put("ArrivalDate", document.arrived_on);
        xml.put("ArrivalNumber", document.arrival_number);
        put_signer(xml, document);
        xml.put("Priority", priority_of(document.urgency));
        xml.put("ToPlaces", document.places);
        xml.put("TraceHeaderList", document.directive);
        xml.put("DueDate", document.due_on);
    } else if (document.kind == ContentKind::outgoing) { // part II.I, rows 12–16
        put_signer(xml, document);
        xml.open("To");
        xml.put("OrganName", document.places);
        xml.close("To");
        xml.put("Priority", priority_of(document.urgency));
        xml.put("IssuedAmount", document.copy_count);
        xml.put("DueDate", document.due_on);
    }
    xml.close(name);
}

} // namespace

std::pair<std::string, std::string> parts_of_symbol(std::string_view symbol)
{
    const auto end = symbol.find_first_not_of("0123456789");
    if (end == 0 || end == std::string_view::npos || (symbol[end] != '/' && symbol[end] != '-'))
        return end == std::string_view::npos ? std::pair{std::string{symbol}, std::string{}}
                                             : std::pair{std::string{}, std::string{symbol}};
    return {std::string{symbol.substr(0, end)}, std::string{symbol.substr(end + 1)}};
}

int priority_of(std::string_view urgency)
{
    constexpr std::string_view order[] = {"normal", "urgent", "very_urgent", "express", "timed_express"};
    const auto* const at = std::find(std::begin(order), std::end(order), urgency);
    return at == std::end(order) ? 0 : static_cast<int>(at - std::begin(order));
}

std::string metadata_xml(const WorkDossierView& dossier, std::vector<DocumentMetadata> documents)
{
    // Appendix VI part I: exported in the order of time
    std::stable_sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) {
        return a.issued_on.is_set() && b.issued_on.is_set() ? a.issued_on < b.issued_on : a.issued_on.is_set() && !b.issued_on.is_set();
    });
    Writer xml;
    xml.open("Dossier");
    put_file_code(xml, dossier);
    xml.put("Title", dossier.title);
    xml.put("Maintenance", retention_name(dossier.retention));
    xml.put("Rights", dossier.rights);
    xml.put("Creator", dossier.creator_name);
    xml.put("Language", dossier.language);
    xml.put("StartDate", dossier.starts_on);
    xml.put("EndDate", dossier.ends_on);
    xml.put("DocTotal", dossier.document_count);
    xml.put("PageTotal", dossier.page_count);
    xml.put("Description", dossier.note);
    xml.open("Documents");
    for (const auto& document : documents)
        put_document(xml, dossier, document);
    xml.close("Documents");
    xml.close("Dossier");
    return xml.take();
}

} // namespace congso::work_dossiers
