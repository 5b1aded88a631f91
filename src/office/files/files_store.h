#pragma once
#include "lib/db/tx.h"
#include "office/files/files.h"

namespace congso::files::store {

struct FileRow {
    std::string id, media_type;
    std::int64_t size{};
    int pages{};
    PreviewState preview{};
    std::string preview_id;
};
BOOST_DESCRIBE_STRUCT(FileRow, (), (id, media_type, size, pages, preview, preview_id))

struct AttachmentName {
    Uuid record;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(AttachmentName, (), (record, name))

bool insert_file(db::Tx& tx, const FileRow& file, Time now); // false: it was there
std::optional<FileRow> find_file(db::Tx& tx, std::string_view id);
void update_preview(db::Tx& tx, const FileRow& file);
std::int64_t sum_of_sizes(db::Tx& tx);
std::vector<std::string> list_pending(db::Tx& tx); // whose preview is still to be made
std::vector<std::string> list_jobs(db::Tx& tx, std::string_view kind); // what waits in the queue: payloads
std::vector<FileRow> list_files(db::Tx& tx, std::string_view after_id, int limit); // in the order of ids

void put_upload(db::Tx& tx, std::string_view file, Uuid person, std::string_view name, Time now);
std::optional<std::string> find_upload_name(db::Tx& tx, std::string_view file, Uuid person);
void delete_upload(db::Tx& tx, std::string_view file, Uuid person);

void insert_attachment(db::Tx& tx, Uuid record, std::string_view slot, int position, std::string_view file, std::string_view name);
bool is_attached(db::Tx& tx, Uuid record, std::string_view slot, std::string_view file);
int next_position(db::Tx& tx, Uuid record, std::string_view slot);
std::vector<Attached> list_attached(db::Tx& tx, Uuid record, std::string_view slot);
std::vector<AttachmentName> list_attachments_of(db::Tx& tx, std::string_view file); // where a file hangs
void delete_attachments(db::Tx& tx, Uuid record, std::string_view slot);

// Files that hang on nothing, are no preview of another, and were stored and last uploaded before `before`.
std::vector<std::string> list_orphans(db::Tx& tx, Time before, int limit);
void delete_file(db::Tx& tx, std::string_view id); // with its uploads

std::vector<AgencyId> list_agencies(db::Tx& tx);
std::vector<std::string> list_used(db::Tx& tx, const std::vector<std::string>& ids); // those that some agency has a row of

} // namespace congso::files::store
