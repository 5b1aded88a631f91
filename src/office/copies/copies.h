#pragma once
#include "lib/base/error.h"
#include "office/audit/audit.h"
#include "office/delivery/delivery.h"
#include "office/files/files.h"
#include "office/incoming/incoming.h"
#include "office/numbering/numbering.h"
#include "office/org/org.h"
#include "office/work/work.h"

// Copies of documents that have the value of the document itself (Decree 30/2020 art. 3.10–3.12, 25–27; Appendix I part III).
namespace congso::copies {

using delivery::Delivery, delivery::Recipient;

enum class CopyForm {
    full, // sao y (SY): all of an original or main copy
    recopied, // sao lục (SL): all of a document of which the agency has a «sao y» only
    extract // trích sao (TrS): a part of an original or main copy
};
BOOST_DESCRIBE_ENUM(CopyForm, full, recopied, extract)

enum class SourceKind { incoming, outgoing };
BOOST_DESCRIBE_ENUM(SourceKind, incoming, outgoing)

enum class State {
    made, // numbered; printed, waits to be signed and sealed on paper
    issued, // the signed paper was scanned and given out
    voided // made by mistake; its number stays in the book, struck through
};
BOOST_DESCRIBE_ENUM(State, made, issued, voided)

struct Copy {
    AgencyId agency;
    Id<Copy> id;
    CopyForm form{};
    SourceKind source_kind{};
    Uuid source;
    // The source as it was when it was copied, so that the book and the print stay what they were.
    std::string source_name; // «Kế hoạch số 36/KH-UBND ngày 28/4/2022 của UBND thị xã Đức Mẫu»
    std::string subject; // trích yếu
    // Of an extract: what was taken, in words («Mục II»), and as text or as pages of the source.
    std::string part, text;
    int first_page{}, last_page{}; // 0: not by pages
    std::string source_place; // «Phổ Mẫu», before the date of the document that is typed again; "" when not known
    Id<org::Body> body; // that copies
    Id<org::Person> signer;
    std::string signing_lines, signer_name; // as they print
    Id<numbering::Book> book;
    int year{}, number{};
    std::string symbol; // «15/SY-UBND»
    Date copied_on;
    int copy_count{};
    std::string note;
    Id<org::Person> maker;
    Time made_at, issued_at; // 0: not yet
    State state{};
    std::string void_reason;
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Copy, (),
                      (agency, id, form, source_kind, source, source_name, subject, part, text, first_page, last_page, source_place, body,
                       signer, signing_lines, signer_name, book, year, number, symbol, copied_on, copy_count, note, maker, made_at,
                       issued_at, state, void_reason, version))

struct CopyEntry { // POST /api/copies
    SourceKind source_kind{};
    Uuid source;
    CopyForm form{};
    Id<org::Body> body;
    Id<org::Person> signer;
    std::optional<org::Authority> authority{}; // which of the signer's powers; the only one when absent
    std::optional<Date> copied_on{}; // today when absent; never before the series' last date
    std::vector<Recipient> recipients{};
    std::optional<int> copy_count{};
    std::optional<std::string> note{};
    std::optional<std::string> part{}, text{}, source_place{}; // of an extract
    std::optional<int> first_page{}, last_page{}; // of an extract: instead of the text
};
BOOST_DESCRIBE_STRUCT(CopyEntry, (),
                      (source_kind, source, form, body, signer, authority, copied_on, recipients, copy_count, note, part, text,
                       source_place, first_page, last_page))

struct IssueCopy { // POST /api/copies/{id}/issue
    Id<Copy> id;
    std::optional<int> version{};
    std::optional<std::string> scan{}; // the signed and sealed paper, scanned back (PDF)
    std::optional<int> copy_count{};
};
BOOST_DESCRIBE_STRUCT(IssueCopy, (), (id, version, scan, copy_count))

struct VoidCopy { // POST /api/copies/{id}/void
    Id<Copy> id;
    std::optional<int> version{};
    std::string reason{};
};
BOOST_DESCRIBE_STRUCT(VoidCopy, (), (id, version, reason))

struct RemindOfCopy { // POST /api/copies/{id}/remind: those who have not looked at it yet
    Id<Copy> id;
};
BOOST_DESCRIBE_STRUCT(RemindOfCopy, (), (id))

struct HandOutCopy { // POST /api/copies/{id}/hand-out: they have signed for the paper
    Id<Copy> id;
    std::vector<Id<org::Person>> people;
    std::optional<Date> handed_on{}; // today when absent
    std::optional<std::string> handed_to{}; // who took it, when it was someone else for them
};
BOOST_DESCRIBE_STRUCT(HandOutCopy, (), (id, people, handed_on, handed_to))

struct CopyRow {
    Id<Copy> id;
    CopyForm form{};
    int year{}, number{};
    std::string symbol, source_name, subject, signer_name;
    Date copied_on;
    State state{};
};
BOOST_DESCRIBE_STRUCT(CopyRow, (), (id, form, year, number, symbol, source_name, subject, signer_name, copied_on, state))

struct CopyQuery { // GET /api/copies
    std::optional<std::string> query;
    std::optional<CopyForm> form;
    std::optional<State> state;
    std::optional<Uuid> source; // of this document
    std::optional<std::string> after;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(CopyQuery, (), (query, form, state, source, after, limit))

struct CopyPage {
    std::vector<CopyRow> items;
    std::string after;
    int total{};
    bool more_than_total{};
};
BOOST_DESCRIBE_STRUCT(CopyPage, (), (items, after, total, more_than_total))

// GET /api/copies/{id}
struct CopyView : Copy {
    std::string body_name, maker_name;
    std::vector<Recipient> recipients;
    std::vector<Delivery> deliveries; // to people of the agency, in the order of names
    std::optional<files::Attached> scan;
    std::vector<std::string> left_out; // files of the source that no page can be made of: they go along as they are
    bool sees_source{};
    std::vector<audit::Event> story;
    std::vector<std::string> acts; // "issue", "void", "print"; "remind", "hand_out"
};
BOOST_DESCRIBE_STRUCT(CopyView, (Copy), (body_name, maker_name, recipients, deliveries, scan, left_out, sees_source, story, acts))

// What of a document decides how it may be copied.
struct Source {
    std::string name, subject;
    bool may_be_copied{}; // it is in force and is a document of the books: registered, or issued and not recalled
    incoming::ReceivedAs had_as{}; // what the agency has of it; of its own document the original
};

// Art. 3.10–3.12, 25: «sao y» and «trích sao» of an original or main copy, «sao lục» of a «sao y». Why this form does not fit:
// "copy_of_full_copy" (only «sao lục» is left), "copy_of_original" (no «sao lục»), "copy_of_copy" (a «sao lục» or a «trích sao» is copied
// no more); "" when it fits.
std::string misfit_of(CopyForm form, incoming::ReceivedAs had_as);

std::string abbreviation_of(CopyForm form); // «SY», «SL», «TrS» (Appendix III)
std::string heading_of(CopyForm form); // «SAO Y», «SAO LỤC», «TRÍCH SAO»
std::string symbol_of(int number, CopyForm form, std::string_view body_symbol); // «05/SY-UBND»

// Every wrong field at once; what only the database knows is not looked at.
std::vector<FieldFault> faults_of(const CopyEntry& entry, Date today);

std::int64_t sort_at(const Copy& copy, int zone_minutes); // by the day and the number
work::Subject subject_of(const Copy& copy, std::string_view maker_name);
std::string search_text(const Copy& copy, const std::vector<Recipient>& recipients);

// What an agency to which it goes reads of it: «Bản sao y Kế hoạch số 36/KH-UBND …: trích yếu», as much as a subject holds.
std::string arrival_subject_of(const Copy& copy);

// A document's own name in a text: «Kế hoạch số 36/KH-UBND ngày 28/4/2022 của UBND thị xã Đức Mẫu».
std::string name_of(std::string_view kind, std::string_view symbol, Date day, std::string_view issuer);

} // namespace congso::copies
