#pragma once
#include "lib/db/tx.h"
#include "office/actor/rules.h"
#include "office/work_dossiers/metadata.h"

namespace congso::work_dossiers::store {

void insert(db::Tx& tx, const WorkDossier& dossier);
void update(db::Tx& tx, WorkDossier& dossier); // throws conflict "stale"
std::optional<WorkDossier> find(db::Tx& tx, Id<WorkDossier> id);
bool is_taken(db::Tx& tx, int year, std::string_view symbol);

struct Filter {
    WorkDossierQuery query;
    Id<org::Person> actor;
    bool sees_all{};
    Date today, soon; // soon: until when the archive's notice reaches
};
WorkDossierPage list(db::Tx& tx, const Filter& filter);
std::vector<WorkDossierRow> list_found(db::Tx& tx, const Filter& filter, const std::vector<Uuid>& ids); // in their order
// Everything of one year that he may see, in the order of the symbols: the index of dossiers.
std::vector<WorkDossierRow> list_of_year(db::Tx& tx, const Filter& filter, int limit);

// As stored: what a document of the books says about itself is not here.
struct Item {
    AgencyId agency;
    Id<WorkDossier> dossier;
    int ordinal{};
    Id<DossierContent> id;
    ContentKind kind{};
    Uuid record;
    std::string type_name, number, subject, author;
    Date issued_on;
    int page_count{};
    std::string note;
    bool shared{};
    Id<org::Person> added_by;
    Time added_at;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (agency, dossier, ordinal, id, kind, record, type_name, number, subject, author, issued_on, page_count, note, shared,
                       added_by, added_at))
void insert(db::Tx& tx, const Item& item);
std::vector<Item> list_items(db::Tx& tx, Id<WorkDossier> dossier); // in order
std::optional<Item> find_item(db::Tx& tx, Id<WorkDossier> dossier, Id<DossierContent> id);
bool holds(db::Tx& tx, Id<WorkDossier> dossier, Uuid record);
void remove(db::Tx& tx, const Item& item); // those behind it move up
// With what the documents say; `reacher` absent: sees everything.
std::vector<DossierContent> list_contents(db::Tx& tx, Id<WorkDossier> dossier, std::optional<Id<org::Person>> reacher);

// A document of the books, as far as a dossier asks: where it stands in lists, and who might give sight of it.
struct Document {
    std::int64_t sort_at{};
    std::string number, subject;
    bool his{}; // incoming: he has or had a share in handling it; outgoing: he drafted, checked or signed it
};
BOOST_DESCRIBE_STRUCT(Document, (), (sort_at, number, subject, his))
std::optional<Document> find_document(db::Tx& tx, ContentKind kind, Uuid record, Id<org::Person> person);
std::vector<RelatedDocument> list_related(db::Tx& tx, ContentKind kind, Uuid record); // it answers them, or they answer it
// The files of an outgoing document that count: the signed paper, or the last version.
std::string main_slot(db::Tx& tx, Uuid outgoing);

void put_readers(db::Tx& tx, Id<WorkDossier> dossier, const std::vector<DossierReader>& readers); // replaces
std::vector<DossierReader> list_readers(db::Tx& tx, Id<WorkDossier> dossier);
std::optional<ReaderPart> find_part(db::Tx& tx, Id<WorkDossier> dossier, Id<org::Person> person);

std::vector<NearDossier> list_around(db::Tx& tx, Uuid record, std::optional<Id<org::Person>> reacher); // in which it lies
// Open ones that he may put into, newest first; `related`: documents that make one the first choice.
std::vector<NearDossier> list_writable(db::Tx& tx, Id<org::Person> person, const std::vector<Uuid>& related, int limit);

// For the daily look: dossiers of earlier years that are open still; closed ones whose day comes until `soon`.
std::vector<WorkDossier> list_kept(db::Tx& tx, Id<org::Person> creator); // open ones
std::vector<WorkDossier> list_left_open(db::Tx& tx, int before_year);
std::vector<WorkDossier> list_due(db::Tx& tx, Date soon);
bool mark_told(db::Tx& tx, Id<WorkDossier> id, Time now); // its keeper; false: he was told before
bool waits_to_be_read(db::Tx& tx, Id<WorkDossier> id, Id<org::Person> person);

std::vector<DocumentMetadata> list_metadata(db::Tx& tx, Id<WorkDossier> dossier, std::optional<Id<org::Person>> reacher);

Rules rules();

} // namespace congso::work_dossiers::store
