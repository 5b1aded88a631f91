#pragma once
#include "lib/base/clock.h"
#include "lib/blob/store.h"
#include "lib/db/database.h"
#include "lib/http/message.h"
#include "lib/jobs/queue.h"
#include "lib/proc/converter.h"
#include "office/actor/actor.h"
#include "office/audit/audit_service.h"
#include "office/files/files.h"

namespace congso {

// The files of an agency: immutable, named by SHA-256, readable through a record one may see or, until attached, by the uploader.
class FileService {
public:
    struct Limits {
        std::int64_t file_bytes = 200LL * 1024 * 1024;
        std::int64_t agency_bytes = 200LL * 1024 * 1024 * 1024;
    };

    FileService(db::Database& database, const Clock& clock, AuditTrail& audit, blob::Store& blobs, jobs::Queue& queue, proc::Converter& converter,
                Limits limits);

    // Takes the streamed bytes over. The type is sniffed, never believed: invalid "file.type" {media_type}, "file.macro",
    // "file.empty"; too_large "file.too_large", "file.agency_full"; a bad name is invalid on /name.
    files::StoredFile store_upload(const Actor& actor, const http::Upload& upload, std::string_view name);
    // The same for bytes the program made itself (a generated draft), inside a transaction: the bytes are stored before.
    files::StoredFile put_bytes(AgencyId agency, std::string_view bytes); // durable bytes; no row yet
    void add_row(db::Tx& tx, const files::StoredFile& file);

    // Hangs files on a record, in order; each must exist and be the actor's own upload or already visible to him:
    // invalid on /files/<i> "file.unknown". Queues previews. `slot` separates sets: "" the document, "v3" a draft's version, "scan".
    void attach(db::Tx& tx, const Actor& actor, Uuid record, std::string_view slot, const std::vector<std::string>& ids);
    void attach_named(db::Tx& tx, Uuid record, std::string_view slot, int position, const files::StoredFile& file); // the program's own
    std::vector<files::Attached> list(db::Tx& tx, Uuid record, std::string_view slot) const;
    // All files of `from` in `slot` also hang on `to` of another agency of this installation (delivery): rows and attachments in
    // the receiving agency's transaction; the bytes are shared.
    void attach_carried(db::Tx& tx, Uuid record, std::string_view slot, const std::vector<files::Attached>& files);

    // Reading: not_found unless the actor may see it.
    struct Readable {
        std::filesystem::path path;
        std::string media_type, name;
        std::int64_t size{};
    };
    Readable open(const Actor& actor, std::string_view id);
    // The PDF to show: the file itself, its conversion, or unavailable "file.preview_pending" / "file.preview_failed".
    Readable open_preview(const Actor& actor, std::string_view id);
    Readable open_thumbnail(const Actor& actor, std::string_view id, int page); // PNG, made once and kept beside the bytes

    void run_preview(AgencyId agency, const std::string& id); // the job: convert, count pages
    int remove_orphans();                                     // attached to nothing for 48 h; row first
    std::vector<std::string> check(db::Tx& tx, bool read_bytes) const; // every row's bytes exist and match their name

private:
    db::Database& database_;
    const Clock& clock_;
    AuditTrail& audit_;
    blob::Store& blobs_;
    jobs::Queue& queue_;
    proc::Converter& converter_;
    Limits limits_;
};

} // namespace congso
