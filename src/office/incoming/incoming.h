#pragma once
#include "lib/base/error.h"
#include "office/audit/audit.h"
#include "office/files/files.h"
#include "office/org/org.h"
#include "office/tasks/tasks.h"
#include "office/work/work.h"

namespace congso {
namespace numbering {
struct Book;
}
namespace outgoing {
struct Outgoing;
}

namespace incoming {

using work::Urgency;

enum class Secrecy { none, confidential, secret, top_secret }; // không, Mật, Tối mật, Tuyệt mật: only `none` ever enters
BOOST_DESCRIBE_ENUM(Secrecy, none, confidential, secret, top_secret)

// Decree 30/2020 art. 20–24. Overdue is computed, never stored.
enum class State {
    arrived, // mới đến, chờ tiếp nhận: no number yet
    returned, // trả lại nơi gửi
    registered, // đã vào sổ
    submitted, // đã trình
    assigned, // đã phân công
    in_progress, // đang xử lý
    done, // hoàn thành
    cancelled // bị nơi gửi thu hồi
};
BOOST_DESCRIBE_ENUM(State, arrived, returned, registered, submitted, assigned, in_progress, done, cancelled)

enum class Way { paper, file, exchange, inside }; // how it came: on paper, as a file, by exchange, inside this installation
BOOST_DESCRIBE_ENUM(Way, paper, file, exchange, inside)

enum class Result { none, replied, filed, noted }; // văn bản trả lời, lưu hồ sơ, để biết
BOOST_DESCRIBE_ENUM(Result, none, replied, filed, noted)

// What of the document came in (art. 3.9–3.12): the original or a main copy (bản gốc, bản chính), a «sao y», a «sao lục», a «trích sao».
enum class ReceivedAs { original, full_copy, recopied, extract };
BOOST_DESCRIBE_ENUM(ReceivedAs, original, full_copy, recopied, extract)

// A document received from outside (văn bản đến; Decree 30/2020 Appendix VI part II.II).
struct Incoming {
    AgencyId agency;
    Id<Incoming> id;
    Id<numbering::Book> book;
    int year{}, arrival_number{}; // số đến: runs without gaps within a year; 0 while only arrived
    Date arrived_on;
    std::string issuer; // nơi gửi
    AgencyId issuer_agency; // when the issuer is known to this installation
    std::string origin_number; // số, ký hiệu as typed: «817/KH-UBND»
    Date issued_on;
    std::string kind; // code of the kind table: «KH»
    std::string subject; // trích yếu
    Urgency urgency{};
    Secrecy secrecy{};
    Date due_on; // hạn xử lý as it was given
    Date due_by; // the working day on which it is met: a day of rest moves to the next working day
    int due_days{}; // given as a term of so many working days; 0: given as a day
    Date due_from; // from which the term counts
    State state{};
    Way way{};
    std::string signer_name, signer_position, document_code;
    int page_count{}, copy_count{};
    std::string note;
    Id<org::Person> lead; // chủ trì, while known
    Result result{};
    Id<outgoing::Outgoing> reply; // the outgoing document that answered it
    Time registered_at, done_at; // 0: not yet
    ReceivedAs received_as{};
    int version{1};
};
BOOST_DESCRIBE_STRUCT(Incoming, (),
                      (agency, id, book, year, arrival_number, arrived_on, issuer, issuer_agency, origin_number, issued_on, kind, subject,
                       urgency, secrecy, due_on, due_by, due_days, due_from, state, way, signer_name, signer_position, document_code,
                       page_count, copy_count, note, lead, result, reply, registered_at, done_at, received_as, version))

// What the clerk proposes to the head, or the head decides (bút phê).
struct Instruction {
    std::string text; // ý kiến
    std::vector<tasks::Share> shares; // a decision: exactly one lead, or everyone only for information
    std::optional<Date> due_on;
    std::optional<int> due_days; // or as a term of working days, from today
};
BOOST_DESCRIBE_STRUCT(Instruction, (), (text, shares, due_on, due_days))

// POST /api/incoming
struct IncomingEntry {
    std::optional<Id<Incoming>> arrival; // the arrived document that this registers
    std::optional<Id<numbering::Book>> book; // the agency's common incoming book when absent
    std::optional<Date> arrived_on; // today when absent
    std::string issuer, origin_number;
    std::optional<AgencyId> issuer_agency;
    std::optional<std::string> issuer_code; // the same agency by its identification code of either generation
    std::optional<Date> issued_on;
    std::string kind, subject;
    std::optional<Urgency> urgency;
    std::optional<Secrecy> secrecy;
    std::optional<Date> due_on;
    std::optional<int> due_days; // or as a term of working days, from the arrival
    std::optional<std::string> signer_name, signer_position, document_code, note;
    std::optional<int> page_count, copy_count;
    std::optional<ReceivedAs> received_as{}; // as it arrived, or the original when absent
    std::vector<std::string> files; // ids from POST /api/files, the document first
    std::optional<Id<Incoming>> duplicate_of; // the twin that the clerk has seen and insists on
    std::optional<Instruction> submit; // register-and-submit in one act: the proposal
    std::optional<Id<org::Person>> submit_to; // which leader; the head of the agency when absent
};
BOOST_DESCRIBE_STRUCT(IncomingEntry, (),
                      (arrival, book, arrived_on, issuer, origin_number, issuer_agency, issuer_code, issued_on, kind, subject, urgency,
                       secrecy, due_on, due_days, signer_name, signer_position, document_code, note, page_count, copy_count, received_as,
                       files, duplicate_of, submit, submit_to))

// One row of the list.
struct IncomingRow {
    Id<Incoming> id;
    int year{}, arrival_number{};
    Date arrived_on;
    std::string issuer, origin_number;
    Date issued_on;
    std::string kind, subject;
    Urgency urgency{};
    State state{};
    Date due_on;
    std::string lead_name;
    bool overdue{};
    std::optional<int> days_left; // working days; absent when done or without deadline
};
BOOST_DESCRIBE_STRUCT(IncomingRow, (),
                      (id, year, arrival_number, arrived_on, issuer, origin_number, issued_on, kind, subject, urgency, state, due_on,
                       lead_name, overdue, days_left))

// What a figure counts, as a filter of the list: registered in a book; with a deadline, and finished or overdue by now; of those, the
// ones that were finished by the deadline's day.
enum class Counted { registered, due, on_time };
BOOST_DESCRIBE_ENUM(Counted, registered, due, on_time)

// GET /api/incoming
struct IncomingQuery {
    std::optional<std::string> query; // words, with or without marks; or a number/symbol as typed
    std::optional<State> state;
    std::optional<std::string> kind, issuer;
    std::optional<Date> from, to; // of arrival
    std::optional<Id<org::Person>> person; // named on it
    std::optional<bool> overdue;
    std::optional<Counted> counted;
    std::optional<std::string> after;
    std::optional<int> limit; // ≤ 200, 50 when absent
};
BOOST_DESCRIBE_STRUCT(IncomingQuery, (), (query, state, kind, issuer, from, to, person, overdue, counted, after, limit))

struct IncomingPage {
    std::vector<IncomingRow> items;
    std::string after; // empty: the last page
    int total{}; // up to 1 000
    bool more_than_total{}; // then «1 000+»
};
BOOST_DESCRIBE_STRUCT(IncomingPage, (), (items, after, total, more_than_total))

// What POST /api/incoming answers: the document with its files.
struct IncomingDocument : Incoming {
    std::vector<files::Attached> files;
};
BOOST_DESCRIBE_STRUCT(IncomingDocument, (Incoming), (files))

// More time that the lead asks for (gia hạn).
enum class ExtensionState { waiting, given, refused, dropped }; // dropped: what it was about came to an end
BOOST_DESCRIBE_ENUM(ExtensionState, waiting, given, refused, dropped)
struct Extension {
    AgencyId agency;
    Id<Extension> id;
    Id<Incoming> record;
    Id<org::Person> asked_by;
    std::string asked_by_name;
    Time asked_at;
    Date due_on, wanted_on; // the deadline as it was, and as he wants it
    std::string reason;
    ExtensionState state{};
};
BOOST_DESCRIBE_STRUCT(Extension, (), (agency, id, record, asked_by, asked_by_name, asked_at, due_on, wanted_on, reason, state))

// GET /api/incoming/{id}: and everything about it.
struct IncomingView : IncomingDocument {
    std::string lead_name, book_name;
    std::vector<tasks::Assignment> assignments;
    std::optional<Instruction> proposal; // the clerk's, while it waits for the head
    std::string submitted_to_name;
    std::vector<tasks::Note> notes; // newest first
    std::vector<audit::Event> story; // newest first
    std::string reply_symbol;
    std::vector<std::string> acts; // what this person may do now, by the names of the routes
    std::optional<int> days_left;
    bool overdue{};
    std::vector<files::Attached> written; // scans of what a leader wrote with a pen and the clerk typed
    std::optional<Extension> extension; // that waits for an answer
};
BOOST_DESCRIBE_STRUCT(IncomingView, (IncomingDocument),
                      (lead_name, book_name, assignments, proposal, submitted_to_name, notes, story, reply_symbol, acts, days_left, overdue,
                       written, extension))

// Bodies of POST /api/incoming/{id}/…; `id` is filled from the path, `version` is what the page showed (stale answers conflict "stale").
struct Submit {
    Id<Incoming> id;
    std::optional<int> version;
    std::optional<Id<org::Person>> to;
    Instruction proposal;
};
BOOST_DESCRIBE_STRUCT(Submit, (), (id, version, to, proposal))
struct Assign {
    Id<Incoming> id;
    std::optional<int> version;
    bool accept_proposal{}; // one tap: the clerk's proposal as it stands
    std::optional<Instruction> instruction; // or his own
};
BOOST_DESCRIBE_STRUCT(Assign, (), (id, version, accept_proposal, instruction))
struct Progress {
    Id<Incoming> id;
    std::string text; // empty: only «đã nhận việc»
    bool done{}; // a co-worker has done his part; only the lead finishes the document
};
BOOST_DESCRIBE_STRUCT(Progress, (), (id, text, done))
struct Forward {
    Id<Incoming> id;
    std::string text;
    std::vector<tasks::Share> shares; // the lead may hand the lead on; anyone may add co-workers or readers
};
BOOST_DESCRIBE_STRUCT(Forward, (), (id, text, shares))
struct SendBack {
    Id<Incoming> id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SendBack, (), (id, reason))
struct Finish {
    Id<Incoming> id;
    std::optional<int> version;
    Result result{};
    std::optional<Id<outgoing::Outgoing>> reply; // with `replied`
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(Finish, (), (id, version, result, reply, text))

struct TakeBack { // a submission or an assignment, while nobody has begun
    Id<Incoming> id;
    std::optional<int> version;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(TakeBack, (), (id, version, reason))
struct Reassign { // another lead, other people, another deadline, while it is being handled
    Id<Incoming> id;
    std::optional<int> version;
    Instruction instruction;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reassign, (), (id, version, instruction, reason))
struct Reopen {
    Id<Incoming> id;
    std::optional<int> version;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reopen, (), (id, version, reason))
struct EnterInstruction { // the clerk types what a leader wrote with a pen (nhập thay)
    Id<Incoming> id;
    std::optional<int> version;
    Id<org::Person> leader;
    Instruction instruction;
    std::vector<std::string> files; // its scan
};
BOOST_DESCRIBE_STRUCT(EnterInstruction, (), (id, version, leader, instruction, files))
struct AskExtension {
    Id<Incoming> id;
    std::optional<Date> due_on;
    std::optional<int> due_days; // or working days from today
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AskExtension, (), (id, due_on, due_days, reason))
struct AnswerExtension {
    Id<Incoming> id;
    bool give{};
    std::optional<Date> due_on; // another day than was wanted
    std::optional<std::string> reason; // required to refuse
};
BOOST_DESCRIBE_STRUCT(AnswerExtension, (), (id, give, due_on, reason))
struct Urge { // đôn đốc: everyone who still has something to do with it
    Id<Incoming> id;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(Urge, (), (id, text))

// One field read from the first page of a file, with where it stood (millimetres from the top left).
struct ReadField {
    std::string name, value; // name as in IncomingEntry
    bool sure{}; // ● chắc chắn, otherwise ◐ hãy xem lại
    int page{}, left{}, top{}, right{}, bottom{};
};
BOOST_DESCRIBE_STRUCT(ReadField, (), (name, value, sure, page, left, top, right, bottom))
// GET /api/files/{id}/fields
struct FieldsQuery {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(FieldsQuery, (), (id))
struct ReadFields {
    std::vector<ReadField> fields;
};
BOOST_DESCRIBE_STRUCT(ReadFields, (), (fields))

// GET /api/incoming/twins?issuer=&origin_number=&issued_on=: before saving, while typing.
struct Twin {
    Id<Incoming> id;
    State state{}; // arrived: the same document waits to be received, the electronic one beside its paper copy
    int year{}, arrival_number{};
    std::string issuer, origin_number, subject;
};
BOOST_DESCRIBE_STRUCT(Twin, (), (id, state, year, arrival_number, issuer, origin_number, subject))

// GET /api/incoming/twins
struct TwinQuery {
    std::string issuer, origin_number;
    std::optional<Date> issued_on;
    std::optional<std::string> document_code;
    std::optional<AgencyId> issuer_agency; // found by the issuer's name when absent
    std::optional<Id<Incoming>> arrival; // the arrived document that is being registered: no twin of itself
};
BOOST_DESCRIBE_STRUCT(TwinQuery, (), (issuer, origin_number, issued_on, document_code, issuer_agency, arrival))

// Who has sent documents here, by the name last written. GET /api/incoming/issuers
struct Issuer {
    std::string name;
    AgencyId issuer_agency; // nil when the installation does not know it
};
BOOST_DESCRIBE_STRUCT(Issuer, (), (name, issuer_agency))
struct IssuerQuery {
    std::optional<std::string> query; // words of its name, with or without marks, abbreviated or not
};
BOOST_DESCRIBE_STRUCT(IssuerQuery, (), (query))

// What someone may do with a document, as far as it depends on the document and on his share in it.
enum class Act {
    submit,
    enter, // the leader's pen-written instruction
    assign,
    accept,
    progress,
    forward,
    finish,
    extend,
    answer_extension,
    reassign,
    urge,
    take_back,
    reopen,
    send_back
};

struct Standing { // of one person towards one document
    Permissions permissions;
    std::optional<tasks::Assignment> share; // his open share
    bool begun{}; // someone works at it already
    bool extension_waits{};
};

// The acts open to him now, by the names that IncomingView.acts carries.
std::vector<std::string> acts_of(const Incoming& document, const Standing& standing);
bool may(Act act, const Incoming& document, const Standing& standing);

// Every wrong field of an entry at once (Appendix VI part II.II: lengths; art. 22: no arrival from tomorrow).
std::vector<FieldFault> faults_of(const IncomingEntry& entry, Date today);
enum class Purpose { proposal, decision, forward }; // of shares: a decision leaves nobody without a lead
std::vector<FieldFault> faults_of(const Instruction& instruction, Purpose purpose, std::string_view path);

// The registered document that an entry makes. The number is filled by the caller.
Incoming document_of(const IncomingEntry& entry, AgencyId agency, Id<Incoming> id, Date today, Time now);

// A number as it is compared: «817 /KH-UBND», «Số: 0817/KH-UBND» and «817/kh-ubnd» are one.
std::string number_key(std::string_view number);
// An issuer as it is compared: «UBND thị xã Đức Mẫu» is «ủy ban nhân dân thị xã Đức Mẫu».
std::string issuer_key(std::string_view issuer);

bool is_open(State state); // neither returned, done nor cancelled
bool is_overdue(State state, Date due_by, Date today);
std::int64_t sort_at(Date arrived_on, int arrival_number, int zone_minutes); // start of the day in ms, then the order in the book
work::Subject subject_of(const Incoming& document);
std::string search_text(const Incoming& document, std::string_view kind_name);

} // namespace incoming
} // namespace congso
