#pragma once
#include "office/actor/actor.h"
#include "office/audit/audit.h"
#include "office/files/files.h"
#include "office/work/work.h"
#include "office/work_dossiers/catalogue.h"

namespace congso::work_dossiers {

constexpr std::size_t most_contents = 999; // DocOrdinal has three digits (Appendix VI part II.III)

enum class State { open, closed }; // đang lập, đã kết thúc
BOOST_DESCRIBE_ENUM(State, open, closed)
enum class ContentKind { incoming, outgoing, file };
BOOST_DESCRIBE_ENUM(ContentKind, incoming, outgoing, file)
enum class ReaderPart { read, write }; // sees it; puts documents in
BOOST_DESCRIBE_ENUM(ReaderPart, read, write)

// A work dossier (hồ sơ công việc; Decree 30/2020 art. 28–31, Appendix VI part II.III). Its FileCode is agency, year and symbol.
struct WorkDossier {
    AgencyId agency;
    Id<WorkDossier> id;
    int year{};
    Id<CatalogueRow> line; // of the year's list; nil: opened outside it
    std::string symbol, title;
    int retention{}; // years; 0: vĩnh viễn
    std::string rights; // chế độ sử dụng
    Id<org::Person> creator; // người lập hồ sơ
    std::string language;
    Date starts_on, ends_on; // ends_on: unset while open
    State state{};
    std::string note;
    int document_count{}, page_count{};
    Time opened_at, closed_at; // closed_at 0: open
    Date archive_due_on; // until when it goes to the current archive; unset while open, or where it need not
    Id<org::Person> reviewed_by;
    Time reviewed_at; // the archivist found it complete; 0: not yet
    int version{1};
};
BOOST_DESCRIBE_STRUCT(WorkDossier, (),
                      (agency, id, year, line, symbol, title, retention, rights, creator, language, starts_on, ends_on, state, note,
                       document_count, page_count, opened_at, closed_at, archive_due_on, reviewed_by, reviewed_at, version))

struct DocumentRef {
    ContentKind kind{}; // incoming or outgoing
    Uuid record;
};
BOOST_DESCRIBE_STRUCT(DocumentRef, (), (kind, record))

// POST /api/work-dossiers
struct OpenDossier {
    std::optional<Id<CatalogueRow>> line; // of the list; otherwise the fields below say everything
    std::optional<int> year; // this year when absent
    std::optional<std::string> symbol, title;
    std::optional<int> retention;
    std::optional<Date> starts_on; // today when absent
    std::optional<std::string> rights, language, note;
    std::vector<DocumentRef> documents; // put in at once
};
BOOST_DESCRIBE_STRUCT(OpenDossier, (), (line, year, symbol, title, retention, starts_on, rights, language, note, documents))

struct ChangeDossier { // POST /api/work-dossiers/{id}
    Id<WorkDossier> id;
    int version{};
    std::string title;
    int retention{};
    Date starts_on;
    std::string rights, language, note;
    std::optional<Id<org::Person>> creator; // handed over to another
};
BOOST_DESCRIBE_STRUCT(ChangeDossier, (), (id, version, title, retention, starts_on, rights, language, note, creator))

struct PutDocuments { // POST …/{id}/documents
    Id<WorkDossier> id;
    std::vector<DocumentRef> documents;
};
BOOST_DESCRIBE_STRUCT(PutDocuments, (), (id, documents))
struct PutFile { // POST …/{id}/files: a photo, a paper of another kind
    Id<WorkDossier> id;
    std::string file; // from POST /api/files
    std::string subject;
    std::optional<std::string> type_name, number, author, note;
    std::optional<Date> issued_on;
    std::optional<int> page_count;
};
BOOST_DESCRIBE_STRUCT(PutFile, (), (id, file, subject, type_name, number, author, note, issued_on, page_count))
struct DossierContent;
struct TakeOut { // POST …/{id}/remove
    Id<WorkDossier> id;
    Id<DossierContent> content;
};
BOOST_DESCRIBE_STRUCT(TakeOut, (), (id, content))
struct DossierReader {
    Id<org::Person> person;
    ReaderPart part{};
    std::string person_name;
};
BOOST_DESCRIBE_STRUCT(DossierReader, (), (person, part, person_name))
struct GiveAccess { // POST …/{id}/access: the whole list
    Id<WorkDossier> id;
    std::vector<DossierReader> readers;
};
BOOST_DESCRIBE_STRUCT(GiveAccess, (), (id, readers))
struct CloseDossier { // POST …/{id}/close
    Id<WorkDossier> id;
    std::optional<int> version;
    std::optional<Date> ends_on; // the last document's date when absent
};
BOOST_DESCRIBE_STRUCT(CloseDossier, (), (id, version, ends_on))
struct ReopenDossier { // POST …/{id}/reopen
    Id<WorkDossier> id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenDossier, (), (id, reason))
struct ReviewDossier { // POST …/{id}/review: the archivist, before the hand-over
    Id<WorkDossier> id;
    bool complete{};
    std::optional<std::string> reason; // what is missing: the dossier is open again
};
BOOST_DESCRIBE_STRUCT(ReviewDossier, (), (id, complete, reason))

// What lies in it, as the index of documents shows it.
struct DossierContent {
    Id<DossierContent> id;
    int ordinal{};
    ContentKind kind{};
    Uuid record; // nil when he may not see the document
    std::string number; // số, ký hiệu
    Date issued_on;
    std::string type_name, subject, author;
    int page_count{};
    std::string note, state; // state: of the document
    std::string added_by_name;
    Time added_at;
    bool visible{};
    std::vector<files::Attached> files;
};
BOOST_DESCRIBE_STRUCT(DossierContent, (),
                      (id, ordinal, kind, record, number, issued_on, type_name, subject, author, page_count, note, state, added_by_name,
                       added_at, visible, files))

// What the check before closing finds. `blocks`: must be mended first.
struct DossierFinding {
    std::string code; // "nothing_inside", "draft_inside", "work_open", "no_file"
    int ordinal{}; // 0: of the dossier itself
    bool blocks{};
};
BOOST_DESCRIBE_STRUCT(DossierFinding, (), (code, ordinal, blocks))

struct WorkDossierRow {
    Id<WorkDossier> id;
    int year{};
    std::string symbol, title;
    int retention{};
    std::string creator_name;
    Date starts_on, ends_on;
    State state{};
    int document_count{}, page_count{};
    std::string note;
    Date archive_due_on;
    Time reviewed_at, opened_at;
};
BOOST_DESCRIBE_STRUCT(WorkDossierRow, (),
                      (id, year, symbol, title, retention, creator_name, starts_on, ends_on, state, document_count, page_count, note,
                       archive_due_on, reviewed_at, opened_at))

enum class Keeping { permanent, long_term, short_term }; // vĩnh viễn; to be handed over; not to be handed over
BOOST_DESCRIBE_ENUM(Keeping, permanent, long_term, short_term)
enum class Archiving { due, soon, reviewed }; // late; within thirty days; found complete
BOOST_DESCRIBE_ENUM(Archiving, due, soon, reviewed)

// GET /api/work-dossiers
struct WorkDossierQuery {
    std::optional<std::string> query;
    std::optional<int> year;
    std::optional<State> state;
    std::optional<bool> mine; // kept by me
    std::optional<Id<org::Person>> creator;
    std::optional<Keeping> keeping;
    std::optional<Archiving> archiving;
    std::optional<std::string> after;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(WorkDossierQuery, (), (query, year, state, mine, creator, keeping, archiving, after, limit))

struct WorkDossierPage {
    std::vector<WorkDossierRow> items;
    std::string after;
    int total{};
    bool more_than_total{};
};
BOOST_DESCRIBE_STRUCT(WorkDossierPage, (), (items, after, total, more_than_total))

struct WorkDossierView : WorkDossier {
    std::string creator_name, reviewed_by_name, organ_code;
    std::vector<DossierContent> contents;
    std::vector<DossierReader> readers;
    std::vector<DossierFinding> findings; // while it is open
    std::vector<audit::Event> story;
    std::vector<std::string> acts; // "put", "change", "access", "close", "reopen", "review", "transfer"
};
BOOST_DESCRIBE_STRUCT(WorkDossierView, (WorkDossier),
                      (creator_name, reviewed_by_name, organ_code, contents, readers, findings, story, acts))

// GET /api/work-dossiers/around: which dossiers a document lies in, and where it might belong.
struct NearDossier {
    Id<WorkDossier> id;
    int year{};
    std::string symbol, title;
    bool has_related{}; // the document that it answers, or that answers it, lies there
};
BOOST_DESCRIBE_STRUCT(NearDossier, (), (id, year, symbol, title, has_related))
struct RelatedDocument {
    ContentKind kind{};
    Uuid record;
    std::string number, subject;
};
BOOST_DESCRIBE_STRUCT(RelatedDocument, (), (kind, record, number, subject))
struct AroundDocument {
    std::vector<NearDossier> inside, suggested; // suggested: the best first; all are ones that he may put into
    std::vector<RelatedDocument> related; // that would go in with it
};
BOOST_DESCRIBE_STRUCT(AroundDocument, (), (inside, suggested, related))

// Who somebody is to one dossier.
struct Standing {
    Permissions permissions;
    bool keeps{}; // is its creator
    std::optional<ReaderPart> part;
};
enum class Act { put, change, access, close, reopen, review, transfer };

bool may(Act act, const WorkDossier& dossier, const Standing& standing);
std::vector<std::string> acts_of(const WorkDossier& dossier, const Standing& standing);

std::vector<FieldFault> faults_of(const WorkDossier& dossier, const ArchiveRule& rule); // lengths of Appendix VI, terms
std::vector<FieldFault> faults_of(const PutFile& entry);

// Decree 30/2020 art. 29–30: when it goes to the current archive; unset where it need not.
Date archive_due(Date ends_on, int retention, const ArchiveRule& rule);
std::vector<DossierFinding> findings_of(const std::vector<DossierContent>& contents);
Date last_day_of(const std::vector<DossierContent>& contents, Date otherwise); // of the newest document
int pages_of(const std::vector<DossierContent>& contents);
std::vector<DossierContent> in_time_order(std::vector<DossierContent> contents); // by date, then as they were put in

work::Subject subject_of(const WorkDossier& dossier, std::string_view creator_name, Date due_on);
std::string search_text(const WorkDossier& dossier, std::string_view creator_name);
int common_words(std::string_view left, std::string_view right); // of four letters and more, folded

} // namespace congso::work_dossiers
