#pragma once
#include "lib/base/clock.h"
#include "lib/blob/store.h"
#include "lib/db/database.h"
#include "lib/jobs/runner.h"
#include "lib/proc/converter.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/files/files.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>

namespace congso {

// The files of an agency: immutable, named by SHA-256, readable through a record one may see or, until attached, by the uploader.
class FileService {
public:
    struct Limits {
        std::int64_t file_bytes = 200LL * 1024 * 1024;
        std::int64_t agency_bytes = 200LL * 1024 * 1024 * 1024;
    };

    FileService(db::Database& database, const Clock& clock, AuditTrail& audit, blob::Store& blobs, jobs::Queue& queue,
                proc::Converter& converter, Limits limits);

    const Limits& limits() const { return limits_; }
    void subscribe(jobs::Runner& runner); // its jobs: "files.preview"
    // At the start of the program: conversions that were left because the converter was not installed are asked for again when it is.
    void resume_previews();

    // Takes the received bytes over. The type is sniffed, never believed: invalid "file.type" {media_type}, "file.macro", "file.encrypted",
    // "file.polyglot", "file.empty"; too_large "file.too_large", "file.agency_full" {limit}; a bad name is invalid on /name.
    files::StoredFile store_upload(const Actor& actor, const files::Received& received, std::string_view name);
    // The same for bytes the program made itself (a generated draft): durable bytes first, then the row inside a transaction. The name
    // is given where the file is attached.
    files::StoredFile put_bytes(AgencyId agency, std::string_view bytes);
    void add_row(db::Tx& tx, const files::StoredFile& file);
    // A Word file as a PDF whose first page says `mark` above everything else; bytes without a row, as of put_bytes.
    files::StoredFile make_marked_pdf(AgencyId agency, std::string_view docx, std::string_view mark);

    // Hangs files on a record, behind those that hang there; each must be the actor's own upload or already visible to him:
    // invalid on /files/<i> "file.unknown". `slot` separates sets: "" the document, "v3" a draft's version, "scan".
    void attach(db::Tx& tx, const Actor& actor, Uuid record, std::string_view slot, const std::vector<std::string>& ids);
    void attach_named(db::Tx& tx, Uuid record, std::string_view slot, int position, const files::StoredFile& file); // the program's own
    void detach(db::Tx& tx, Uuid record, std::string_view slot); // the whole set
    std::vector<files::Attached> list(db::Tx& tx, Uuid record, std::string_view slot) const;
    // Files of another agency of this installation also hang on `record` here (delivery): rows and attachments in the receiving
    // agency's transaction; the bytes are shared.
    void attach_carried(db::Tx& tx, Uuid record, std::string_view slot, const std::vector<files::Attached>& files);

    // Reading: not_found unless the actor may see it.
    struct Readable {
        std::filesystem::path path;
        std::string id, media_type, name;
        std::int64_t size{};
        int pages{}; // of a PDF; 0 while unknown
    };
    // `name`: which of its names, where it hangs under several; another one is not taken.
    Readable open(const Actor& actor, std::string_view id, std::string_view name = {});
    // The PDF to show: the file itself or its conversion; unavailable "file.preview_pending" / "file.preview_failed" /
    // "convert.not_installed", not_found "file.no_preview".
    Readable open_preview(const Actor& actor, std::string_view id);
    // PNG, made once, kept beside the bytes; not_found "pdf.page". One is drawn at a time and one waits for that; a third is
    // unavailable "file.thumbnail_pending".
    Readable open_thumbnail(const Actor& actor, std::string_view id, int page);
    void run_preview(AgencyId agency, const std::string& id); // the job: convert, count pages
    // Rows of files attached to nothing for 48 h, then bytes that no row speaks of and that are as old. Returns how many rows.
    // Does nothing while `keep_all` is held.
    int remove_orphans();
    // Every row's bytes exist, are as long as it says and, when they are read, match their name; one sentence for each that does not.
    std::vector<std::string> check(AgencyId agency, bool read_bytes);
    // Nothing is removed while this is held: for a backup, which reads the database first and the bytes after it.
    std::unique_lock<std::mutex> keep_all();

private:
    struct Usage {
        std::int64_t bytes{};
        Time counted_at;
    };

    void demand_room(AgencyId agency, std::int64_t size);
    void add_file(db::Tx& tx, std::string_view id, std::string_view media_type, std::int64_t size, int pages = 0);
    std::optional<std::string> visible_name(db::Tx& tx, const Actor& actor, std::string_view id, std::string_view wanted = {}) const;
    std::filesystem::path make_pdf(const std::string& id, media::MediaType type) const;
    void remove_unused_bytes();
    void hurry_preview(AgencyId agency, const std::string& id); // someone waits before the page: this conversion goes first, once

    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    blob::Store& blobs_;
    jobs::Queue& queue_;
    proc::Converter& converter_;
    Limits limits_;

    std::mutex usage_mutex_, thumbnail_mutex_, removal_mutex_;
    std::atomic<bool> thumbnail_waits_ = false;
    std::map<AgencyId, Usage> usage_;
    std::mutex hurried_mutex_;
    std::set<std::pair<AgencyId, std::string>> hurried_;
};

} // namespace congso
