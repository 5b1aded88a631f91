#pragma once
#include "office/audit/audit.h"
#include "office/delivery/delivery.h"
#include "office/files/files.h"
#include "office/incoming/incoming.h"
#include "office/numbering/numbering.h"
#include "office/org/org.h"
#include "office/tasks/tasks.h"

namespace congso::outgoing {

using delivery::Delivery, delivery::Recipient, delivery::RecipientKind;
using incoming::Secrecy;
using work::Urgency;

// Decree 30/2020 art. 10–19.
enum class State {
    draft, // dự thảo
    reviewing, // đang góp ý, kiểm tra
    returned, // yêu cầu chỉnh sửa
    submitted, // trình ký
    approved, // đã duyệt, đã ký (trên giấy)
    numbered, // đã cấp số
    issued, // đã phát hành
    recalled, // thu hồi
    replaced, // bị thay thế
    corrected, // đã đính chính
    discarded // đã bỏ: its drafter gave it up
};
BOOST_DESCRIBE_ENUM(State, draft, reviewing, returned, submitted, approved, numbered, issued, recalled, replaced, corrected, discarded)

// One paragraph of the text that a draft is generated from.
enum class ParagraphStyle { paragraph, basis, heading, article, bullet };
BOOST_DESCRIBE_ENUM(ParagraphStyle, paragraph, basis, heading, article, bullet)
struct Paragraph {
    ParagraphStyle style{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Paragraph, (), (style, text))

// A line of a kind's own: «Thời gian», «Địa điểm» of an invitation. Which a kind has: Kind::fields.
struct Detail {
    std::string name, text;
};
BOOST_DESCRIBE_STRUCT(Detail, (), (name, text))

enum class Circulation { none, return_after, inside_only }; // Appendix I II.11: «XEM XONG TRẢ LẠI», «LƯU HÀNH NỘI BỘ»
BOOST_DESCRIBE_ENUM(Circulation, none, return_after, inside_only)

// A document that the agency issues (văn bản đi; Decree 30/2020 Appendix VI part II.I).
struct Outgoing {
    AgencyId agency;
    Id<Outgoing> id;
    Id<org::Body> body;
    std::string kind, subject;
    Urgency urgency{};
    Id<org::Unit> unit; // drafting unit: end of a công văn's symbol, «Lưu: VT, …»
    Id<org::Person> drafter, signer;
    std::string signing_lines, signer_name; // box 7a and 7b as they print
    Id<numbering::Book> book;
    int year{}, number{}; // 0 until numbered
    std::string symbol; // «45/BC-UBND» once numbered; «/BC-UBND» before
    Date issued_on; // the document's date
    State state{};
    Id<incoming::Incoming> reply_to; // the incoming document that this answers
    Date due_on;
    int page_count{}, copy_count{};
    std::string note;
    Time created_at, approved_at, dispatched_at;
    int version{1}; // of the record; file versions are counted on their own
    Date valid_until; // GGT, GUQ
    std::string enclosed_to; // «Quyết định số 12/QĐ-UBND …»: prints «(Kèm theo …)»
    Circulation circulation{};
    std::string initials; // of the drafter, box 12
    bool with_address{}; // box 13
    bool internal{}; // văn bản nội bộ: never leaves the agency
    bool paper_kept{}; // issued inside without its signature: the signed paper lies with the clerk
};
BOOST_DESCRIBE_STRUCT(Outgoing, (),
                      (agency, id, body, kind, subject, urgency, unit, drafter, signer, signing_lines, signer_name, book, year, number,
                       symbol, issued_on, state, reply_to, due_on, page_count, copy_count, note, created_at, approved_at, dispatched_at,
                       version, valid_until, enclosed_to, circulation, initials, with_address, internal, paper_kept))

// POST /api/outgoing, and POST /api/outgoing/{id} to change one that is not yet approved: always the whole of it, so what is absent is
// cleared.
struct Draft {
    std::optional<Id<Outgoing>> id; // from the path when changing
    std::optional<int> version; // required when changing: another tab's words are never lost
    Id<org::Body> body;
    std::string kind, subject;
    std::optional<Urgency> urgency;
    std::optional<Secrecy> secrecy; // anything but none is refused
    std::optional<Id<org::Unit>> unit;
    std::optional<Id<org::Person>> signer;
    std::vector<Recipient> recipients;
    std::optional<Id<incoming::Incoming>> reply_to;
    std::optional<Date> due_on;
    std::vector<Paragraph> text; // a DOCX is generated from it in the decree's layout; empty: only the frame
    std::vector<std::string> files; // or an own file, the document first
    std::optional<std::string> note{};
    std::vector<Detail> details{};
    std::optional<Date> valid_until{};
    std::optional<std::string> enclosed_to{}, initials{};
    std::optional<Circulation> circulation{};
    std::optional<int> copy_count{};
    bool with_address{}, internal{};
    std::optional<bool> from_template{}; // a new one: the agency's words and recipients of the kind are added to its own
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (id, version, body, kind, subject, urgency, secrecy, unit, signer, recipients, reply_to, due_on, text, files, note,
                       details, valid_until, enclosed_to, initials, circulation, copy_count, with_address, internal, from_template))

// One version of the document's file.
struct Version {
    int number{};
    Id<org::Person> person;
    std::string person_name;
    Time at;
    std::string reason; // why: «theo góp ý của PCT»
    int made_from{}; // the version it was made from; 0 for the first
    bool generated{}; // by the program from the metadata
    files::Attached file;
};
BOOST_DESCRIBE_STRUCT(Version, (), (number, person, person_name, at, reason, made_from, generated, file))

struct NewVersion { // POST /api/outgoing/{id}/versions
    Id<Outgoing> id;
    std::string file; // id from POST /api/files; empty: generate again from the metadata
    int made_from{}; // the version that was edited; an older one than the newest answers conflict "stale" unless `insist`
    std::string reason;
    bool insist{};
};
BOOST_DESCRIBE_STRUCT(NewVersion, (), (id, file, made_from, reason, insist))

struct NewComment { // POST /api/outgoing/{id}/comments
    Id<Outgoing> id;
    std::string text;
    bool request_revision{}; // send it back to the drafter
    bool no_opinion{}; // «không có ý kiến»: who was asked has nothing to say
};
BOOST_DESCRIBE_STRUCT(NewComment, (), (id, text, request_revision, no_opinion))

// Whose opinion was asked for.
struct Commenter {
    Id<org::Person> person;
    std::string person_name;
    Time asked_at, answered_at; // 0: not yet
    bool no_opinion{};
};
BOOST_DESCRIBE_STRUCT(Commenter, (), (person, person_name, asked_at, answered_at, no_opinion))

enum class CheckKind { content, format }; // kiểm tra nội dung (trưởng đơn vị), kiểm tra thể thức (văn phòng)
BOOST_DESCRIBE_ENUM(CheckKind, content, format)
struct Check {
    CheckKind kind{};
    Id<org::Person> person;
    std::string person_name;
    Time done_at; // 0: waits
};
BOOST_DESCRIBE_STRUCT(Check, (), (kind, person, person_name, done_at))

struct SubmitDraft { // POST /api/outgoing/{id}/submit: to checkers first if any, else to the signer
    Id<Outgoing> id;
    std::optional<int> version;
    std::optional<Id<org::Person>> signer;
    std::vector<Id<org::Person>> commenters; // asked to comment
    std::optional<Id<org::Person>> content_checker, format_checker;
};
BOOST_DESCRIBE_STRUCT(SubmitDraft, (), (id, version, signer, commenters, content_checker, format_checker))

struct Approve { // POST /api/outgoing/{id}/approve: a check step, or the signer's approval (signed on paper)
    Id<Outgoing> id;
    std::optional<int> version;
    std::optional<org::Authority> authority; // which of the signer's powers; the only one when absent
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(Approve, (), (id, version, authority, text))

struct TakeNumber { // POST /api/outgoing/{id}/number
    Id<Outgoing> id;
    std::optional<int> version;
    std::optional<Date> issued_on; // today when absent; never before the series' last date
    std::optional<Id<numbering::Book>> book;
    std::optional<int> period{}, reserved{}; // a number that was kept; it has its day already
};
BOOST_DESCRIBE_STRUCT(TakeNumber, (), (id, version, issued_on, book, period, reserved))

// POST /api/outgoing/{id}/void, /withdraw and /discard: the number goes back, the draft comes back from where it lies, or is given up.
struct TakeBack {
    Id<Outgoing> id;
    std::optional<int> version{};
    std::string reason{};
};
BOOST_DESCRIBE_STRUCT(TakeBack, (), (id, version, reason))

struct Issue { // POST /api/outgoing/{id}/issue
    Id<Outgoing> id;
    std::optional<int> version;
    std::optional<std::string> scan; // the signed and sealed paper, scanned back (PDF)
    std::optional<int> copy_count;
    bool paper_kept{}; // «bản giấy lưu văn thư, phát hành nội bộ»: no scan; a page marked as unsigned goes to people inside, to no agency
};
BOOST_DESCRIBE_STRUCT(Issue, (), (id, version, scan, copy_count, paper_kept))

struct Remind { // POST /api/outgoing/{id}/remind: those who have not looked at it yet
    Id<Outgoing> id;
};
BOOST_DESCRIBE_STRUCT(Remind, (), (id))

struct HandOut { // POST /api/outgoing/{id}/hand-out: they have signed for the paper
    Id<Outgoing> id;
    std::vector<Id<org::Person>> people;
    std::optional<Date> handed_on{}; // today when absent
    std::optional<std::string> handed_to{}; // who took it, when it was someone else for them
};
BOOST_DESCRIBE_STRUCT(HandOut, (), (id, people, handed_on, handed_to))

struct Recall { // POST /api/outgoing/{id}/recall
    Id<Outgoing> id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Recall, (), (id, reason))
struct Supersede { // POST /api/outgoing/{id}/replace and /correct: by a document already issued
    Id<Outgoing> id, by;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Supersede, (), (id, by, reason))

struct OutgoingRow {
    Id<Outgoing> id;
    int year{}, number{};
    std::string symbol;
    Date issued_on;
    std::string kind, subject;
    Urgency urgency{};
    State state{};
    std::string signer_name, drafter_name;
    Date due_on;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(OutgoingRow, (),
                      (id, year, number, symbol, issued_on, kind, subject, urgency, state, signer_name, drafter_name, due_on, created_at))

// A draft that its drafter has not brought to an end.
struct OpenDraft {
    Id<Outgoing> id;
    std::string subject;
    Urgency urgency{};
    Date due_on;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(OpenDraft, (), (id, subject, urgency, due_on, created_at))

enum class Counted { issued }; // what a figure counts, as a filter of the list: gone out, whatever became of it
BOOST_DESCRIBE_ENUM(Counted, issued)

struct OutgoingQuery {
    std::optional<std::string> query;
    std::optional<State> state;
    std::optional<std::string> kind;
    std::optional<Date> from, to; // of issue
    std::optional<Id<org::Person>> person;
    std::optional<Id<org::Body>> body;
    std::optional<bool> overdue; // its day has passed and it has not gone out
    std::optional<Counted> counted;
    std::optional<std::string> after;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(OutgoingQuery, (), (query, state, kind, from, to, person, body, overdue, counted, after, limit))

struct OutgoingPage {
    std::vector<OutgoingRow> items;
    std::string after;
    int total{};
    bool more_than_total{};
};
BOOST_DESCRIBE_STRUCT(OutgoingPage, (), (items, after, total, more_than_total))

// GET /api/outgoing/{id}: the document and everything about it.
struct OutgoingView : Outgoing {
    std::string kind_name, body_name, drafter_name, unit_name;
    std::vector<Recipient> recipients;
    std::vector<Delivery> deliveries; // to people of the agency, in the order of names
    std::vector<Paragraph> text;
    std::vector<Version> versions; // newest first
    std::vector<files::Attached> appendices;
    std::optional<files::Attached> issued_file; // what went out: the scan, or the last version
    std::vector<Check> checks;
    std::vector<Commenter> commenters;
    std::vector<Detail> details;
    std::vector<tasks::Note> comments; // newest first
    std::vector<audit::Event> story;
    std::string reply_to_symbol, reply_to_subject;
    std::string superseded_by_symbol;
    std::vector<std::string> acts; // by the names of `Act`
};
BOOST_DESCRIBE_STRUCT(OutgoingView, (Outgoing),
                      (kind_name, body_name, drafter_name, unit_name, recipients, deliveries, text, versions, appendices, issued_file,
                       checks, commenters, details, comments, story, reply_to_symbol, reply_to_subject, superseded_by_symbol, acts))

// A line that a kind has of its own, beside its text.
struct KindField {
    std::string name, label; // "time"; «Thời gian»
};
BOOST_DESCRIBE_STRUCT(KindField, (), (name, label))

// Whether a draft of a kind is checked before it lies before its signer.
enum class CheckNeed { optional, required, none };
BOOST_DESCRIBE_ENUM(CheckNeed, optional, required, none)

// A kind of document (Decree 30/2020 art. 7 and Appendix III; the list is open).
struct Kind {
    std::string code, name; // «KH», «Kế hoạch»; công văn has the code "CV" and an empty abbreviation
    std::string abbreviation;
    bool outgoing{}; // one of the 29 kinds the decree gives a layout
    int position{};
    std::optional<bool> addressees{}, validity{}; // has «Kính gửi» or its like; is in force until a day
    std::vector<KindField> fields{};
    bool used = true; // the agency issues documents of this kind
    CheckNeed content_check{}, format_check{};
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Kind, (),
                      (code, name, abbreviation, outgoing, position, addressees, validity, fields, used, content_check, format_check,
                       version))

struct KindEntry { // POST /api/admin/kinds
    std::string code;
    int version{}; // that was read
    bool used{};
    CheckNeed content_check{}, format_check{};
};
BOOST_DESCRIBE_STRUCT(KindEntry, (), (code, version, used, content_check, format_check))

// What someone may do with a document, as far as it depends on its state and on who he is to it.
enum class Act {
    edit,
    version,
    comment,
    no_opinion,
    submit,
    withdraw,
    discard,
    approve,
    request_revision,
    number,
    void_number,
    issue,
    remind,
    hand_out,
    recall,
    replace,
    correct
};

struct Standing { // of one person towards one document
    Permissions permissions;
    Id<org::Person> person;
    bool checks{}; // one of the open checks is his
    bool is_asked{}; // his opinion is still waited for
    bool unread{}, on_paper{}; // somebody has not looked at it; somebody has not had the paper
};

bool fits(Act act, State state); // whoever does it
bool may(Act act, const Outgoing& document, const Standing& standing); // state and person
std::vector<std::string> acts_of(const Outgoing& document, const Standing& standing); // by the names that OutgoingView.acts carries

// Every wrong field of a draft at once (Appendix VI part II.I: lengths). What only the database knows is not looked at.
std::vector<FieldFault> faults_of(const Draft& draft);

// Writes what the draft says into the document; what it does not speak of stays as it was.
void apply(const Draft& draft, Outgoing& document);

struct SymbolParts {
    std::string kind_abbreviation, body_symbol, unit_abbreviation;
    bool party{};
};
// Appendix III: «KH-UBND»; a công văn, which has no abbreviation, ends in the drafting unit: «UBND-VP». The Party's documents follow
// another rule (Hướng dẫn 36-HD/VPTW): «BC/ĐU».
std::string notation_of(const SymbolParts& parts);
std::string symbol_of(int number, std::string_view notation); // «05/KH-UBND», of the Party «05-BC/ĐU»; 0: «/KH-UBND»

// What a changed draft said before and says now, by field: «was.subject», «is.subject».
std::vector<std::pair<std::string, std::string>> changes_of(const Outgoing& before, const Outgoing& now);

bool is_frozen(State state); // gone out, whatever became of it: nothing about it changes any more
bool has_number(State state);
std::int64_t sort_at(const Outgoing& document, int zone_minutes); // by the day and number of issue; a draft by the time it was begun
work::Subject subject_of(const Outgoing& document, std::string_view drafter_name);
std::string search_text(const Outgoing& document, std::string_view kind_name, const std::vector<Recipient>& recipients);

} // namespace congso::outgoing
