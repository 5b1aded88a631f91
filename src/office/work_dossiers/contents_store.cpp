#include "office/work_dossiers/work_dossiers_store.h"

#include <algorithm>

// What lies in dossiers, and who may use them.
namespace congso::work_dossiers::store {

namespace {

constexpr auto item_columns = "agency, dossier, ordinal, id, kind, record, type_name, number, subject, author, issued_on, page_count,"
                              " note, shared, added_by, added_at";

// The documents of the books beside an item `i`: `n` came in, `o` went out.
constexpr auto documents_of_item = " LEFT JOIN incoming n ON n.agency = i.agency AND i.kind = 'incoming' AND n.id = i.record"
                                   " LEFT JOIN outgoing o ON o.agency = i.agency AND i.kind = 'outgoing' AND o.id = i.record"
                                   " LEFT JOIN body b ON b.agency = o.agency AND b.id = o.body"
                                   " LEFT JOIN kind k ON k.agency = i.agency AND k.code = COALESCE(n.kind, o.kind)";

// $3: who asks; everything is seen when it is NULL. What is in a file lies in the dossier itself.
constexpr auto is_seen = "(i.kind = 'file' OR CAST($3 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM reach r WHERE r.agency = i.agency"
                         " AND r.holder = $3 AND r.kind = i.kind AND r.record = i.record))";

} // namespace

void insert(db::Tx& tx, const Item& item)
{
    tx.insert("dossier_item", item);
}

std::vector<Item> list_items(db::Tx& tx, Id<WorkDossier> dossier)
{
    return tx.list<Item>(std::string{"SELECT "} + item_columns
                             + " FROM dossier_item WHERE agency = $1 AND dossier = $2 ORDER BY ordinal, id",
                         tx.agency(), dossier);
}

std::optional<Item> find_item(db::Tx& tx, Id<WorkDossier> dossier, Id<DossierContent> id)
{
    return tx.find<Item>(std::string{"SELECT "} + item_columns + " FROM dossier_item WHERE agency = $1 AND dossier = $2 AND id = $3",
                         tx.agency(), dossier, id);
}

bool holds(db::Tx& tx, Id<WorkDossier> dossier, Uuid record)
{
    return tx.find<int>("SELECT 1 FROM dossier_item WHERE agency = $1 AND dossier = $2 AND record = $3", tx.agency(), dossier, record)
        .has_value();
}

void remove(db::Tx& tx, const Item& item)
{
    tx.execute("DELETE FROM dossier_item WHERE agency = $1 AND id = $2", tx.agency(), item.id);
    tx.execute("UPDATE dossier_item SET ordinal = ordinal - 1 WHERE agency = $1 AND dossier = $2 AND ordinal > $3", tx.agency(),
               item.dossier, item.ordinal);
}

std::vector<DossierContent> list_contents(db::Tx& tx, Id<WorkDossier> dossier, std::optional<Id<org::Person>> reacher)
{
    auto contents = tx.list<DossierContent>(
        std::string{"SELECT i.id, i.ordinal, i.kind, i.record, COALESCE(n.origin_number, o.symbol, i.number) AS number,"
                    " COALESCE(n.issued_on, o.issued_on, i.issued_on) AS issued_on, COALESCE(k.name, i.type_name) AS type_name,"
                    " COALESCE(n.subject, o.subject, i.subject) AS subject, COALESCE(n.issuer, b.name, i.author) AS author,"
                    " COALESCE(n.page_count, o.page_count, i.page_count) AS page_count, i.note,"
                    " COALESCE(n.state, o.state, '') AS state, p.full_name AS added_by_name, i.added_at, CASE WHEN "}
            + is_seen + " THEN 1 ELSE 0 END AS visible FROM dossier_item i" + documents_of_item
            + " LEFT JOIN person p ON p.agency = i.agency AND p.id = i.added_by"
              " WHERE i.agency = $1 AND i.dossier = $2 ORDER BY i.ordinal, i.id",
        tx.agency(), dossier, reacher);
    for (auto& content : contents)
        if (!content.visible) // what one may not see is not told; only its place is
            content = DossierContent{.id = content.id,
                                     .ordinal = content.ordinal,
                                     .kind = content.kind,
                                     .record = {},
                                     .number = {},
                                     .issued_on = {},
                                     .type_name = {},
                                     .subject = {},
                                     .author = {},
                                     .page_count = 0,
                                     .note = {},
                                     .state = content.state,
                                     .added_by_name = content.added_by_name,
                                     .added_at = content.added_at,
                                     .visible = false,
                                     .files = {}};
    return contents;
}

std::optional<Document> find_document(db::Tx& tx, ContentKind kind, Uuid record, Id<org::Person> person)
{
    if (kind == ContentKind::incoming)
        return tx.find<Document>(
            "SELECT n.sort_at, n.origin_number AS number, n.subject, CASE WHEN n.lead = $3 OR EXISTS (SELECT 1 FROM assignment a"
            " WHERE a.agency = n.agency AND a.record = n.id AND a.person = $3 AND a.part <> 'inform') THEN 1 ELSE 0 END AS his"
            " FROM incoming n WHERE n.agency = $1 AND n.id = $2 AND n.state NOT IN ('arrived', 'returned')",
            tx.agency(), record, person);
    return tx.find<Document>(
        "SELECT o.sort_at, o.symbol AS number, o.subject, CASE WHEN o.drafter = $3 OR o.signer = $3 OR EXISTS (SELECT 1"
        " FROM outgoing_check c WHERE c.agency = o.agency AND c.outgoing = o.id AND c.person = $3) THEN 1 ELSE 0 END AS his"
        " FROM outgoing o WHERE o.agency = $1 AND o.id = $2",
        tx.agency(), record, person);
}

std::vector<RelatedDocument> list_related(db::Tx& tx, ContentKind kind, Uuid record)
{
    if (kind == ContentKind::incoming)
        return tx.list<RelatedDocument>("SELECT 'outgoing' AS kind, o.id AS record, o.symbol AS number, o.subject FROM outgoing o"
                                        " WHERE o.agency = $1 AND (o.reply_to = $2 OR o.id = (SELECT n.reply FROM incoming n"
                                        "   WHERE n.agency = $1 AND n.id = $2)) ORDER BY o.sort_at, o.id LIMIT 20",
                                        tx.agency(), record);
    return tx.list<RelatedDocument>("SELECT 'incoming' AS kind, n.id AS record, n.origin_number AS number, n.subject FROM incoming n"
                                    " WHERE n.agency = $1 AND (n.reply = $2 OR n.id = (SELECT o.reply_to FROM outgoing o"
                                    "   WHERE o.agency = $1 AND o.id = $2)) ORDER BY n.sort_at, n.id LIMIT 20",
                                    tx.agency(), record);
}

std::string main_slot(db::Tx& tx, Uuid outgoing)
{
    if (tx.find<int>("SELECT 1 FROM attachment WHERE agency = $1 AND record = $2 AND slot = 'scan' LIMIT 1", tx.agency(), outgoing))
        return "scan";
    const auto last =
        tx.find<int>("SELECT MAX(number) FROM outgoing_version WHERE agency = $1 AND outgoing = $2", tx.agency(), outgoing).value_or(0);
    return "v" + std::to_string(last);
}

void put_readers(db::Tx& tx, Id<WorkDossier> dossier, const std::vector<DossierReader>& readers)
{
    tx.execute("DELETE FROM dossier_access WHERE agency = $1 AND dossier = $2", tx.agency(), dossier);
    for (const auto& reader : readers)
        tx.execute("INSERT INTO dossier_access (agency, dossier, person, part) VALUES ($1, $2, $3, $4)", tx.agency(), dossier,
                   reader.person, reader.part);
}

std::vector<DossierReader> list_readers(db::Tx& tx, Id<WorkDossier> dossier)
{
    return tx.list<DossierReader>("SELECT a.person, a.part, p.full_name AS person_name FROM dossier_access a"
                                  " JOIN person p ON p.agency = a.agency AND p.id = a.person"
                                  " WHERE a.agency = $1 AND a.dossier = $2 ORDER BY p.sort_key, a.person",
                                  tx.agency(), dossier);
}

std::optional<ReaderPart> find_part(db::Tx& tx, Id<WorkDossier> dossier, Id<org::Person> person)
{
    return tx.find<ReaderPart>("SELECT part FROM dossier_access WHERE agency = $1 AND dossier = $2 AND person = $3", tx.agency(), dossier,
                               person);
}

std::vector<DocumentMetadata> list_metadata(db::Tx& tx, Id<WorkDossier> dossier, std::optional<Id<org::Person>> reacher)
{
    auto all = tx.list<DocumentMetadata>(
        std::string{"SELECT i.ordinal, i.kind, COALESCE(n.origin_number, o.symbol, i.number) AS number,"
                    " COALESCE(k.name, i.type_name) AS type_name, COALESCE(n.issuer, b.name, i.author) AS organ_name,"
                    " COALESCE(n.subject, o.subject, i.subject) AS subject, COALESCE(n.note, o.note, i.note) AS note,"
                    " COALESCE(n.signer_name, o.signer_name, '') AS signer_name,"
                    " COALESCE(n.signer_position, o.signing_lines, '') AS signer_position, COALESCE(n.urgency, o.urgency, '') AS urgency,"
                    " COALESCE(n.issued_on, o.issued_on, i.issued_on) AS issued_on, n.arrived_on, COALESCE(n.due_on, o.due_on) AS due_on,"
                    " COALESCE(n.arrival_number, 0) AS arrival_number, COALESCE(n.page_count, o.page_count, i.page_count) AS page_count,"
                    " COALESCE(n.copy_count, o.copy_count, 0) AS copy_count,"
                    " COALESCE((SELECT t.text FROM note t WHERE t.agency = i.agency AND t.record = i.record AND t.kind = 'instruction'"
                    "   ORDER BY t.at DESC, t.id LIMIT 1), '') AS directive"
                    " FROM dossier_item i"}
            + documents_of_item + " WHERE i.agency = $1 AND i.dossier = $2 AND " + is_seen + " ORDER BY i.ordinal, i.id",
        tx.agency(), dossier, reacher);
    const auto items = list_items(tx, dossier);
    for (auto& one : all) {
        const auto record = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.ordinal == one.ordinal; })->record;
        const auto names = one.kind == ContentKind::outgoing
            ? tx.list<std::string>("SELECT name FROM recipient WHERE agency = $1 AND record = $2 ORDER BY position", tx.agency(), record)
            : tx.list<std::string>("SELECT p.full_name FROM assignment a JOIN person p ON p.agency = a.agency AND p.id = a.person"
                                   " WHERE a.agency = $1 AND a.record = $2 ORDER BY a.assigned_at, a.id",
                                   tx.agency(), record);
        for (const auto& name : names)
            one.places += (one.places.empty() ? "" : "; ") + name;
    }
    return all;
}

} // namespace congso::work_dossiers::store
