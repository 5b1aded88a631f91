#include "bench/register_rows.h"

#include "bench/support/entries.h"
#include "lib/base/bytes.h"
#include "lib/db/fulltext.h"
#include "lib/json/write.h"
#include "lib/text/fold.h"
#include "office/audit/audit.h"
#include "office/incoming/incoming.h"
#include "office/search/search.h"

namespace congso::bench {

namespace {

enum Statement : std::size_t {
    new_period,
    new_head,
    move_period,
    put_number,
    put_incoming,
    put_search,
    put_words, // SQLite only
    put_reach,
    put_link,
    put_event,
    move_head,
    put_work,
    put_answer,
    put_file,
    put_upload,
    put_job,
    put_attachment,
    delete_upload
};

std::vector<std::string> make_statements(db::Engine engine)
{
    return {
        "INSERT INTO book_period (agency, book, period, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)",
        "INSERT INTO audit_head (agency, sequence, hash) VALUES ($1, $2, $3)",
        "UPDATE book_period SET last_number = last_number + 1, last_date = $1 WHERE agency = $2 AND book = $3 AND period = $4",
        "INSERT INTO book_number (agency, book, period, number, state, dated_on, record, reason, person, at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        "INSERT INTO incoming (agency, id, book, year, arrival_number, arrived_on, issuer, issuer_agency, origin_number, issued_on, kind,"
        " subject, urgency, secrecy, due_on, state, way, signer_name, signer_position, document_code, page_count, copy_count, note, lead,"
        " result, reply, registered_at, done_at, version, issuer_fold, origin_fold, sort_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
        " $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)",
        engine == db::Engine::sqlite
            ? "INSERT INTO search_entry (agency, kind, record, sort_at, place, tokens) VALUES ($1, $2, $3, $4, $5, $6)"
            : "INSERT INTO search_entry (agency, kind, record, sort_at, place, tokens) VALUES ($1, $2, $3, $4, $5, CAST($6 AS TSVECTOR))",
        engine == db::Engine::sqlite ? "INSERT INTO search_entry_words (rowid, tokens) VALUES ($1, $2)" : "",
        "INSERT INTO reach (agency, holder, kind, record, sort_at) VALUES ($1, $2, $3, $4, $5)",
        "INSERT INTO audit_link (agency, sequence, at, person, action, record_kind, record, salt, digest, previous, hash)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        "INSERT INTO audit_event (agency, sequence, record, detail) VALUES ($1, $2, $3, $4)",
        "UPDATE audit_head SET sequence = sequence + 1, hash = $1 WHERE agency = $2",
        "INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        "INSERT INTO answer (agency, person, idempotency_key, request_digest, body, at) VALUES ($1, $2, $3, $4, $5, $6)",
        "INSERT INTO file (agency, id, media_type, size, pages, preview, preview_id, stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        "INSERT INTO upload (agency, file, person, name, at) VALUES ($1, $2, $3, $4, $5)",
        "INSERT INTO job (id, agency, kind, payload, state, run_at, attempts, last_error, created_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        "INSERT INTO attachment (agency, record, slot, position, file, name) VALUES ($1, $2, $3, $4, $5, $6)",
        "DELETE FROM upload WHERE agency = $1 AND file = $2 AND person = $3"};
}

template <class... A> Step step(Statement statement, const A&... values)
{
    return {statement, {db::to_value(values)...}};
}

std::string digest_like() // 64 hexadecimal characters that cost no hashing
{
    return to_hex(as_bytes(random_bytes(32)));
}

} // namespace

const std::vector<std::string>& statements(db::Engine engine)
{
    static const auto sqlite = make_statements(db::Engine::sqlite), postgres = make_statements(db::Engine::postgres);
    return engine == db::Engine::sqlite ? sqlite : postgres;
}

Transaction RowMaker::first()
{
    const auto year = today_.year();
    return {step(new_period, office_.agency.id, office_.incoming_book, year, Date::of(year, 1, 1), Date::of(year, 12, 31)),
            step(new_head, office_.agency.id, 0, audit::first_link())};
}

void RowMaker::add_audit(Transaction& transaction, std::string_view action, std::string_view kind, Uuid record, std::string detail)
{
    const auto now = SystemClock{}.now();
    transaction.push_back(step(put_link, office_.agency.id, ++sequence_, now, office_.clerk, action, kind, record,
                               to_hex(as_bytes(random_bytes(16))), digest_like(), digest_like(), digest_like()));
    transaction.push_back(step(put_event, office_.agency.id, sequence_, record, detail));
    transaction.push_back(step(move_head, digest_like(), office_.agency.id));
}

Transaction RowMaker::upload(const std::string& sha256, std::size_t size)
{
    const auto now = SystemClock{}.now();
    const auto& agency = office_.agency.id;
    Transaction all;
    all.push_back(step(put_file, agency, sha256, "application/pdf", size, 0, "none", sha256, now));
    all.push_back(step(put_job, Uuid::make(), agency, "files.preview", "{\"file\":\"" + sha256 + "\"}", "waiting", now, 0, "", now));
    all.push_back(step(put_upload, agency, sha256, office_.clerk, "van-ban.pdf", now));
    add_audit(all, "file.uploaded", "file", Uuid{}, "{\"file\":\"" + sha256 + "\",\"name\":\"van-ban.pdf\"}");
    return all;
}

Transaction RowMaker::registration(std::size_t number, const std::optional<std::string>& sha256)
{
    const auto now = SystemClock{}.now();
    const auto& agency = office_.agency.id;
    auto document = incoming::document_of(sample_entry(number), agency, Id<incoming::Incoming>::make(), today_, now);
    const auto& d = document;
    document.book = office_.incoming_book;
    document.year = today_.year();
    document.arrival_number = ++number_;
    const auto sort_at = incoming::sort_at(today_, number_, 7 * 60);
    const auto place = search::place_of(sort_at, d.id.uuid);
    const auto tokens =
        db::fulltext::stored(engine_, search::positions_of(search::scope_of(agency, "incoming"), incoming::search_text(d, "Kế hoạch")));
    Transaction all;
    all.push_back(step(move_period, today_, agency, d.book, d.year));
    all.push_back(step(put_number, agency, d.book, d.year, number_, "issued", today_, d.id, "", office_.clerk, now));
    all.push_back(step(put_incoming, agency, d.id, d.book, d.year, d.arrival_number, d.arrived_on, d.issuer, d.issuer_agency,
                       d.origin_number, d.issued_on, d.kind, d.subject, d.urgency, d.secrecy, d.due_on, d.state, d.way, d.signer_name,
                       d.signer_position, d.document_code, d.page_count, d.copy_count, d.note, d.lead, d.result, d.reply, d.registered_at,
                       d.done_at, d.version, text::fold(d.issuer), text::fold(d.origin_number), sort_at));
    if (sha256) {
        all.push_back(step(put_attachment, agency, d.id, "", 0, *sha256, "van-ban.pdf"));
        all.push_back(step(delete_upload, agency, *sha256, office_.clerk));
    }
    all.push_back(step(put_search, agency, "incoming", d.id, sort_at, place, tokens));
    if (engine_ == db::Engine::sqlite)
        all.push_back(step(put_words, place, tokens));
    all.push_back(step(put_reach, agency, office_.clerk, "incoming", d.id, sort_at));
    add_audit(all, "incoming.registered", "incoming", d.id.uuid,
              "{\"year\":\"" + std::to_string(d.year) + "\",\"arrival_number\":\"" + std::to_string(number_) + "\",\"issuer\":\"" + d.issuer
                  + "\",\"origin_number\":\"" + d.origin_number + "\"}");
    all.push_back(
        step(put_work, agency, office_.clerk, d.id, "submit", "incoming", d.urgency, d.subject, d.issuer, d.origin_number, now, d.due_on));
    all.push_back(step(put_answer, agency, office_.clerk, Uuid::make().to_string(), digest_like(),
                       json::write(incoming::IncomingDocument{{document}, {}}), now));
    return all;
}

} // namespace congso::bench
