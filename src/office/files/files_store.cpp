#include "office/files/files_store.h"

#include "lib/db/dialect.h"

namespace congso::files::store {

bool insert_file(db::Tx& tx, const FileRow& file, Time now)
{
    return tx.execute("INSERT INTO file (agency, id, media_type, size, pages, preview, preview_id, stored_at)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (agency, id) DO NOTHING",
                      tx.agency(), file.id, file.media_type, file.size, file.pages, file.preview, file.preview_id, now)
        == 1;
}

std::optional<FileRow> find_file(db::Tx& tx, std::string_view id)
{
    return tx.find<FileRow>("SELECT id, media_type, size, pages, preview, preview_id FROM file WHERE agency = $1 AND id = $2", tx.agency(),
                            id);
}

void update_preview(db::Tx& tx, const FileRow& file)
{
    tx.execute("UPDATE file SET pages = $3, preview = $4, preview_id = $5 WHERE agency = $1 AND id = $2", tx.agency(), file.id, file.pages,
               file.preview, file.preview_id);
}

std::int64_t sum_of_sizes(db::Tx& tx)
{
    return tx.get<std::int64_t>("SELECT COALESCE(SUM(size), 0) FROM file WHERE agency = $1", tx.agency());
}

std::vector<std::string> list_pending(db::Tx& tx)
{
    return tx.list<std::string>("SELECT id FROM file WHERE agency = $1 AND preview = 'pending' ORDER BY id", tx.agency());
}

std::vector<std::string> list_jobs(db::Tx& tx, std::string_view kind)
{
    return tx.list<std::string>("SELECT payload FROM job WHERE agency = $1 AND kind = $2 AND state <> 'failed' ORDER BY run_at, id",
                                tx.agency(), kind);
}

std::vector<FileRow> list_files(db::Tx& tx, std::string_view after_id, int limit)
{
    return tx.list<FileRow>(
        "SELECT id, media_type, size, pages, preview, preview_id FROM file WHERE agency = $1 AND id > $2 ORDER BY id LIMIT $3", tx.agency(),
        after_id, limit);
}

void put_upload(db::Tx& tx, std::string_view file, Uuid person, std::string_view name, Time now)
{
    tx.execute("INSERT INTO upload (agency, file, person, name, at) VALUES ($1, $2, $3, $4, $5)"
               " ON CONFLICT (agency, file, person) DO UPDATE SET name = excluded.name, at = excluded.at",
               tx.agency(), file, person, name, now);
}

std::optional<std::string> find_upload_name(db::Tx& tx, std::string_view file, Uuid person)
{
    return tx.find<std::string>("SELECT name FROM upload WHERE agency = $1 AND file = $2 AND person = $3", tx.agency(), file, person);
}

void delete_upload(db::Tx& tx, std::string_view file, Uuid person)
{
    tx.execute("DELETE FROM upload WHERE agency = $1 AND file = $2 AND person = $3", tx.agency(), file, person);
}

void insert_attachment(db::Tx& tx, Uuid record, std::string_view slot, int position, std::string_view file, std::string_view name)
{
    tx.execute("INSERT INTO attachment (agency, record, slot, position, file, name) VALUES ($1, $2, $3, $4, $5, $6)", tx.agency(), record,
               slot, position, file, name);
}

bool is_attached(db::Tx& tx, Uuid record, std::string_view slot, std::string_view file)
{
    return tx
        .find<int>("SELECT 1 FROM attachment WHERE agency = $1 AND record = $2 AND slot = $3 AND file = $4 LIMIT 1", tx.agency(), record,
                   slot, file)
        .has_value();
}

int next_position(db::Tx& tx, Uuid record, std::string_view slot)
{
    return tx.get<int>("SELECT COALESCE(MAX(position), -1) + 1 FROM attachment WHERE agency = $1 AND record = $2 AND slot = $3",
                       tx.agency(), record, slot);
}

std::vector<Attached> list_attached(db::Tx& tx, Uuid record, std::string_view slot)
{
    return tx.list<Attached>(
        "SELECT f.id, a.name, f.size, f.media_type, CASE WHEN a.position = 0 THEN 1 ELSE 0 END AS main, a.position, f.preview,"
        "       f.preview_id, f.pages"
        "  FROM attachment a JOIN file f ON f.agency = a.agency AND f.id = a.file"
        " WHERE a.agency = $1 AND a.record = $2 AND a.slot = $3 ORDER BY a.position",
        tx.agency(), record, slot);
}

std::vector<AttachmentName> list_attachments_of(db::Tx& tx, std::string_view file)
{
    return tx.list<AttachmentName>("SELECT record, name FROM attachment WHERE agency = $1 AND file = $2 ORDER BY record, slot, position",
                                   tx.agency(), file);
}

void delete_attachments(db::Tx& tx, Uuid record, std::string_view slot)
{
    tx.execute("DELETE FROM attachment WHERE agency = $1 AND record = $2 AND slot = $3", tx.agency(), record, slot);
}

std::vector<std::string> list_orphans(db::Tx& tx, Time before, int limit)
{
    return tx.list<std::string>("SELECT f.id FROM file f WHERE f.agency = $1 AND f.stored_at < $2"
                                "   AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.agency = f.agency AND a.file = f.id)"
                                "   AND NOT EXISTS (SELECT 1 FROM upload u WHERE u.agency = f.agency AND u.file = f.id AND u.at >= $2)"
                                "   AND f.id NOT IN (SELECT p.preview_id FROM file p WHERE p.agency = $1 AND p.preview_id <> p.id)"
                                " ORDER BY f.id LIMIT $3",
                                tx.agency(), before, limit);
}

void delete_file(db::Tx& tx, std::string_view id)
{
    tx.execute("DELETE FROM upload WHERE agency = $1 AND file = $2", tx.agency(), id);
    tx.execute("DELETE FROM file WHERE agency = $1 AND id = $2", tx.agency(), id);
}

std::vector<AgencyId> list_agencies(db::Tx& tx)
{
    return tx.list<AgencyId>("SELECT id FROM agency ORDER BY id");
}

std::vector<std::string> list_used(db::Tx& tx, const std::vector<std::string>& ids)
{
    std::vector<db::Value> values;
    for (const auto& id : ids)
        values.push_back(db::to_value(id));
    return tx.list_with<std::string>("SELECT DISTINCT f.id FROM agency a JOIN file f ON f.agency = a.id WHERE f.id IN ("
                                         + db::placeholders(1, ids.size()) + ") ORDER BY f.id",
                                     values);
}

} // namespace congso::files::store
