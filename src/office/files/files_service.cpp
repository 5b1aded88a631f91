#include "office/files/files_service.h"

#include "lib/base/log.h"
#include "lib/media/sniff.h"
#include "lib/pdf/text.h"
#include "office/actor/reach.h"
#include "office/actor/use_case.h"
#include "office/files/files_store.h"

#include <fstream>

namespace congso {

namespace store = files::store;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t orphan_ms = 48LL * 3600 * 1000;
constexpr std::int64_t usage_ms = 10 * 60 * 1000; // so long the sum of an agency's sizes is believed
constexpr int most_orphans = 200; // in one transaction
constexpr int thumbnail_width = 480;
constexpr auto preview_job = "files.preview";

struct PreviewJob {
    std::string file;
};
BOOST_DESCRIBE_STRUCT(PreviewJob, (), (file))

// Removes what a conversion leaves, however it ends.
struct Temporary {
    explicit Temporary(fs::path file) : path(std::move(file)) { }
    ~Temporary()
    {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    fs::path path;
};

std::string read_file(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file && !file.eof())
        throw Error::unavailable("file.unreadable");
    return bytes;
}

std::string type_of(std::string_view bytes)
{
    const auto type = media::sniff(bytes);
    return std::string{media::mime_of(type)};
}

} // namespace

FileService::FileService(db::Database& database, const Clock& clock, AuditTrail& audit, blob::Store& blobs, jobs::Queue& queue,
                         proc::Converter& converter, Limits limits)
    : database_(database), clock_(clock), audit_(audit), blobs_(blobs), queue_(queue), converter_(converter), limits_(limits)
{
}

void FileService::subscribe(jobs::Runner& runner)
{
    runner.on<PreviewJob>(preview_job, [this](AgencyId agency, const PreviewJob& job) { run_preview(agency, job.file); });
}

void FileService::resume_previews()
{
    if (!converter_.is_installed())
        return;
    for (const auto& agency : database_.read(AgencyId{}, [](db::Tx& tx) { return store::list_agencies(tx); }))
        database_.write(agency, [&](db::Tx& tx) {
            const auto waiting = store::list_jobs(tx, preview_job);
            for (const auto& id : store::list_pending(tx))
                if (PreviewJob job{id}; std::find(waiting.begin(), waiting.end(), json::write(job)) == waiting.end())
                    queue_.add(tx, preview_job, job);
        });
}

files::StoredFile FileService::store_upload(const Actor& actor, const files::Received& received, std::string_view name)
{
    files::StoredFile file{received.sha256, files::clean_name(name), received.size, {}};
    if (file.size == 0)
        throw Error::invalid("file.empty");
    if (file.size > limits_.file_bytes)
        throw Error::too_large("file.too_large", {{"limit", std::to_string(limits_.file_bytes)}});
    const auto type = media::sniff_file(received.file);
    file.media_type = media::mime_of(type);
    if (!media::accepted(type))
        throw Error::invalid("file.type", {{"media_type", file.media_type}});
    demand_room(actor.agency(), file.size);
    blobs_.put(received.file, file.id);
    return act(database_, clock_, actor, [&](db::Tx& tx) {
        add_file(tx, file.id, file.media_type, file.size);
        store::put_upload(tx, file.id, actor.hand().uuid, file.name, clock_.now());
        audit_.record(tx, actor, "file.uploaded", "file", Uuid{}, {{"file", file.id}, {"name", file.name}});
        return file;
    });
}

void FileService::demand_room(AgencyId agency, std::int64_t size)
{
    const auto now = clock_.now();
    const std::lock_guard lock{usage_mutex_};
    auto& usage = usage_[agency];
    if (usage.counted_at.ms == 0 || now.ms - usage.counted_at.ms > usage_ms || now < usage.counted_at)
        usage = {database_.read(agency, [](db::Tx& tx) { return store::sum_of_sizes(tx); }), now};
    if (usage.bytes + size > limits_.agency_bytes)
        throw Error::too_large("file.agency_full", {{"limit", std::to_string(limits_.agency_bytes)}});
    usage.bytes += size; // a twin counts once more until the next sum
}

files::StoredFile FileService::put_bytes(AgencyId agency, std::string_view bytes)
{
    demand_room(agency, static_cast<std::int64_t>(bytes.size()));
    return {blobs_.put_bytes(bytes), {}, static_cast<std::int64_t>(bytes.size()), type_of(bytes)};
}

void FileService::add_row(db::Tx& tx, const files::StoredFile& file)
{
    add_file(tx, file.id, file.media_type, file.size);
}

void FileService::add_file(db::Tx& tx, std::string_view id, std::string_view media_type, std::int64_t size, int pages)
{
    const bool is_pdf = media_type == files::pdf_type;
    const bool converts = !is_pdf && media::convertible(files::type_of_mime(media_type));
    const store::FileRow row{.id = std::string{id},
                             .media_type = std::string{media_type},
                             .size = size,
                             .pages = pages,
                             .preview = converts ? files::PreviewState::pending : files::PreviewState::none,
                             .preview_id = is_pdf ? std::string{id} : std::string{}};
    if (store::insert_file(tx, row, clock_.now()) && (converts || (is_pdf && pages == 0)))
        queue_.add(tx, preview_job, PreviewJob{row.id});
}

void FileService::attach(db::Tx& tx, const Actor& actor, Uuid record, std::string_view slot, const std::vector<std::string>& ids)
{
    auto position = store::next_position(tx, record, slot);
    if (ids.size() + static_cast<std::size_t>(position) > files::most_attached)
        throw Error::invalid_field("/files", "too_many");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto name = files::is_id(ids[i]) ? visible_name(tx, actor, ids[i]) : std::nullopt;
        if (!name)
            throw Error::invalid_field("/files/" + std::to_string(i), "file.unknown");
        if (store::is_attached(tx, record, slot, ids[i]))
            throw Error::invalid_field("/files/" + std::to_string(i), "twice");
        store::insert_attachment(tx, record, slot, position++, ids[i], *name);
    }
    for (const auto& id : ids) // from now on it is read through the record
        store::delete_upload(tx, id, actor.hand().uuid);
}

void FileService::attach_named(db::Tx& tx, Uuid record, std::string_view slot, int position, const files::StoredFile& file)
{
    store::insert_attachment(tx, record, slot, position, file.id, files::clean_name(file.name));
}

void FileService::detach(db::Tx& tx, Uuid record, std::string_view slot)
{
    store::delete_attachments(tx, record, slot);
}

std::vector<files::Attached> FileService::list(db::Tx& tx, Uuid record, std::string_view slot) const
{
    return store::list_attached(tx, record, slot);
}

void FileService::attach_carried(db::Tx& tx, Uuid record, std::string_view slot, const std::vector<files::Attached>& files)
{
    auto position = store::next_position(tx, record, slot);
    for (const auto& file : files) {
        add_file(tx, file.id, file.media_type, file.size, file.preview_id == file.id ? file.pages : 0);
        store::insert_attachment(tx, record, slot, position++, file.id, file.name);
    }
}

std::optional<std::string> FileService::visible_name(db::Tx& tx, const Actor& actor, std::string_view id, std::string_view wanted) const
{
    auto found = store::find_upload_name(tx, id, actor.hand().uuid);
    if (found && (wanted.empty() || *found == wanted))
        return found;
    std::optional<Uuid> asked; // rows of one record stand together
    bool seen = false;
    for (auto& attachment : store::list_attachments_of(tx, id)) {
        if (asked != attachment.record)
            seen = reach::may_see(tx, actor, attachment.record);
        asked = attachment.record;
        if (!seen)
            continue;
        if (wanted.empty() || attachment.name == wanted)
            return std::move(attachment.name);
        if (!found)
            found = std::move(attachment.name);
    }
    return found;
}

FileService::Readable FileService::open(const Actor& actor, std::string_view id, std::string_view name)
{
    if (!files::is_id(id))
        throw Error::not_found();
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto visible = visible_name(tx, actor, id, name);
        const auto file = visible ? store::find_file(tx, id) : std::nullopt;
        if (!file)
            throw Error::not_found();
        return Readable{blobs_.path_of(id), file->id, file->media_type, *visible, file->size, file->pages};
    });
}

FileService::Readable FileService::open_preview(const Actor& actor, std::string_view id)
{
    const auto original = open(actor, id);
    const auto file = database_.read(actor.agency(), [&](db::Tx& tx) { return store::find_file(tx, id); });
    if (file && file->preview == files::PreviewState::pending) {
        if (!converter_.is_installed())
            throw Error::unavailable("convert.not_installed");
        hurry_preview(actor.agency(), original.id);
        throw Error::unavailable("file.preview_pending");
    }
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        if (file && file->preview == files::PreviewState::failed)
            throw Error::unavailable("file.preview_failed");
        const auto preview = file ? store::find_file(tx, file->preview_id) : std::nullopt;
        if (!preview)
            throw Error::not_found("file.no_preview");
        return Readable{blobs_.path_of(preview->id),    preview->id,   preview->media_type,
                        files::pdf_name(original.name), preview->size, file->pages};
    });
}

void FileService::hurry_preview(AgencyId agency, const std::string& id)
{
    {
        const std::lock_guard lock{hurried_mutex_};
        if (!hurried_.emplace(agency, id).second)
            return;
    }
    database_.write(agency, [&](db::Tx& tx) { queue_.add(tx, preview_job, PreviewJob{id}, Time{}); });
}

FileService::Readable FileService::open_thumbnail(const Actor& actor, std::string_view id, int page)
{
    const auto preview = open_preview(actor, id);
    if (page < 1 || page > 100'000)
        throw Error::invalid_field("/page", "range");
    if (preview.pages > 0 && page > preview.pages)
        throw Error::not_found("pdf.page");
    auto path = preview.path;
    path += "." + std::to_string(page) + ".png";
    if (!fs::exists(path)) {
        // One child process at a time, and at most one thread that waits for it: a page of thumbnails asks for many at once, and who asks
        // for something else must find a thread.
        std::unique_lock lock{thumbnail_mutex_, std::try_to_lock};
        if (!lock) {
            if (thumbnail_waits_.exchange(true))
                throw Error::unavailable("file.thumbnail_pending");
            lock.lock();
            thumbnail_waits_ = false;
        }
        if (!fs::exists(path)) {
            const Temporary temporary{blobs_.new_temporary()};
            std::ofstream{temporary.path, std::ios::binary} << pdf::thumbnail(preview.path, page, thumbnail_width);
            fs::rename(temporary.path, path);
        }
    }
    return {path,
            preview.id + "-" + std::to_string(page),
            "image/png",
            files::pdf_name(preview.name) + ".png",
            static_cast<std::int64_t>(fs::file_size(path)),
            1};
}

fs::path FileService::make_pdf(const std::string& id, media::MediaType type) const
{
    const auto out = blobs_.new_temporary();
    try {
        converter_.convert(blobs_.path_of(id), type, out);
    } catch (const Error& error) {
        // A worker may have been at its end because of the file before; what fails twice is the file's own fault.
        if (error.code() != "convert.failed")
            throw;
        converter_.convert(blobs_.path_of(id), type, out);
    }
    return out;
}

void FileService::run_preview(AgencyId agency, const std::string& id)
{
    auto file = database_.read(agency, [&](db::Tx& tx) { return store::find_file(tx, id); });
    if (!file || file->pages > 0 || file->preview == files::PreviewState::ready)
        return; // removed meanwhile, or done before
    std::optional<store::FileRow> made;
    try {
        if (file->media_type == files::pdf_type) {
            file->pages = pdf::page_count(blobs_.path_of(id));
        } else {
            const Temporary pdf{make_pdf(id, files::type_of_mime(file->media_type))};
            file->pages = pdf::page_count(pdf.path);
            const auto bytes = read_file(pdf.path);
            made = store::FileRow{.id = blobs_.put_bytes(bytes),
                                  .media_type = std::string{files::pdf_type},
                                  .size = static_cast<std::int64_t>(bytes.size()),
                                  .pages = file->pages,
                                  .preview = files::PreviewState::none,
                                  .preview_id = {}};
            made->preview_id = made->id;
            file->preview = files::PreviewState::ready;
            file->preview_id = made->id;
        }
    } catch (const Error& error) {
        if (error.code() == "convert.not_installed") { // it stays pending: see resume_previews
            log::warn("files.preview_left", {{"file", id}, {"code", error.code()}});
            return;
        }
        const bool of_this_file =
            error.fault() == Fault::invalid || error.code().starts_with("convert.") || error.code().starts_with("pdf.");
        if (!of_this_file)
            throw; // the disk, the database: the job is tried again
        log::warn("files.preview_failed", {{"file", id}, {"code", error.code()}});
        file->preview = files::PreviewState::failed;
    }
    database_.write(agency, [&](db::Tx& tx) {
        if (made)
            store::insert_file(tx, *made, clock_.now());
        store::update_preview(tx, *file);
    });
    const std::lock_guard lock{hurried_mutex_};
    hurried_.erase({agency, id});
}

int FileService::remove_orphans()
{
    const std::unique_lock kept{removal_mutex_, std::try_to_lock};
    if (!kept) // a backup or a check is reading; the next hour will do
        return 0;
    const auto before = clock_.now().plus_ms(-orphan_ms);
    int count = 0;
    for (const auto& agency : database_.read(AgencyId{}, [](db::Tx& tx) { return store::list_agencies(tx); })) {
        for (int removed = most_orphans; removed == most_orphans; count += removed)
            removed = database_.write(agency, [&](db::Tx& tx) {
                const auto orphans = store::list_orphans(tx, before, most_orphans);
                for (const auto& id : orphans)
                    store::delete_file(tx, id);
                return static_cast<int>(orphans.size());
            });
    }
    remove_unused_bytes();
    return count;
}

void FileService::remove_unused_bytes()
{
    // Bytes are durable before their row, so a row may still be on its way: only what was written long ago is looked at. Bytes that
    // come again are written again, which makes them young.
    const auto oldest = fs::file_time_type::clock::now() - std::chrono::milliseconds{orphan_ms};
    const auto is_old = [&](const std::string& id) {
        std::error_code gone;
        const auto written = fs::last_write_time(blobs_.path_of(id), gone);
        return !gone && written < oldest;
    };
    std::vector<std::string> candidates;
    const auto remove_unused = [&] {
        const auto used = database_.read(AgencyId{}, [&](db::Tx& tx) { return store::list_used(tx, candidates); });
        for (const auto& id : candidates) {
            if (std::ranges::binary_search(used, id) || !is_old(id))
                continue;
            const auto path = blobs_.path_of(id);
            blobs_.remove(id);
            std::error_code ignored;
            for (const auto& entry : fs::directory_iterator{path.parent_path(), ignored}) // its thumbnails
                if (entry.path().filename().string().starts_with(id + "."))
                    fs::remove(entry.path(), ignored);
        }
        candidates.clear();
    };
    std::vector<std::string> old;
    blobs_.list([&](const std::string& id, std::uintmax_t) {
        if (is_old(id))
            old.push_back(id);
    });
    for (auto& id : old) {
        candidates.push_back(std::move(id));
        if (candidates.size() == most_orphans)
            remove_unused();
    }
    if (!candidates.empty())
        remove_unused();
}

std::unique_lock<std::mutex> FileService::keep_all()
{
    return std::unique_lock{removal_mutex_};
}

std::vector<std::string> FileService::check(AgencyId agency, bool read_bytes)
{
    constexpr int step = 200;
    const auto kept = keep_all();
    std::vector<std::string> faults;
    std::string after;
    // Hashing takes minutes, and a snapshot held so long would keep the database's log from being reused: rows are read a few at a time.
    const auto next = [&] {
        return database_.read(agency, [&](db::Tx& tx) { return store::list_files(tx, after, step); });
    };
    for (auto rows = next(); !rows.empty(); rows = next()) {
        for (const auto& row : rows) {
            std::error_code gone;
            const auto size = fs::file_size(blobs_.path_of(row.id), gone);
            if (gone)
                faults.push_back("file " + row.id + ": its bytes are missing");
            else if (static_cast<std::int64_t>(size) != row.size)
                faults.push_back("file " + row.id + ": " + std::to_string(size) + " bytes and not " + std::to_string(row.size));
            else if (read_bytes && !blobs_.verify(row.id))
                faults.push_back("file " + row.id + ": its bytes are not what its name says");
            const auto preview = [&] {
                return database_.read(agency, [&](db::Tx& tx) { return store::find_file(tx, row.preview_id).has_value(); });
            };
            if (row.preview == files::PreviewState::ready && !preview())
                faults.push_back("file " + row.id + ": its preview " + row.preview_id + " is missing");
        }
        after = rows.back().id;
    }
    return faults;
}

} // namespace congso
