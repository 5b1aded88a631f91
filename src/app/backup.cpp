#include "app/backup.h"

#include "app/backup_postgres.h"
#include "lib/archive/tar.h"
#include "lib/base/folder.h"
#include "lib/crypto/digest.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <algorithm>
#include <fstream>

namespace congso::app {

namespace {

constexpr auto manifest_name = "manifest.json", database_name = "congso.db", unproven_name = "congso.db.restoring",
               dump_name = "congso.pgdump"; // instead of the database, of an installation on PostgreSQL

struct SavedFile {
    std::string path, sha256;
    std::int64_t size{};
};
BOOST_DESCRIBE_STRUCT(SavedFile, (), (path, sha256, size))

// What the archive must hold, in order of path. Its own digest is the root hash.
struct Manifest {
    std::string program;
    std::vector<SavedFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (program, files))

std::string root_of(const Manifest& manifest)
{
    return crypto::sha256_hex(json::write(manifest));
}

SavedFile saved(const std::filesystem::path& file, std::string name)
{
    return {std::move(name), crypto::sha256_hex_of_file(file), static_cast<std::int64_t>(std::filesystem::file_size(file))};
}

struct Removed { // a temporary file that goes whatever happens
    explicit Removed(std::filesystem::path file) : path(std::move(file)) { }
    ~Removed()
    {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    Removed(const Removed&) = delete;
    Removed& operator=(const Removed&) = delete;
    std::filesystem::path path;
};

struct Emptied { // a directory that goes back to nothing unless it was filled to the end
    explicit Emptied(std::filesystem::path directory) : path(std::move(directory)) { }
    ~Emptied()
    {
        std::error_code ignored;
        for (std::filesystem::directory_iterator entry{path, ignored}, end; wanted && !ignored && entry != end; entry.increment(ignored)) {
            std::error_code stays;
            std::filesystem::remove_all(entry->path(), stays);
        }
    }
    Emptied(const Emptied&) = delete;
    Emptied& operator=(const Emptied&) = delete;
    std::filesystem::path path;
    bool wanted = true;
};

} // namespace

std::string backup(App& app, const std::filesystem::path& file)
{
    if (std::filesystem::exists(file))
        throw Error::conflict("backup.exists", {{"path", file.string()}});
    const auto kept = app.files.keep_all(); // what the copy speaks of stays until it is read
    // What the keys say was signed is in the copy of the database, which is taken after them.
    const Removed heads{app.data.uploads() / ("backup-" + Uuid::make().to_string() + ".heads")};
    const auto heads_file = app.data.keys() / "audit.heads";
    if (std::filesystem::exists(heads_file))
        std::filesystem::copy_file(heads_file, heads.path);
    const Removed copy{app.data.uploads() / ("backup-" + Uuid::make().to_string() + ".db")};
    // First: files that come later are not in this instant, files it knows are there already.
    const bool embedded = app.database.engine() == db::Engine::sqlite;
    if (embedded)
        app.database.driver().backup_to(copy.path);
    else
        dump_postgres(app.config.database, copy.path);
    Manifest manifest{.program = "congso 1", .files = {saved(copy.path, embedded ? database_name : dump_name)}};
    std::vector<std::filesystem::path> sources{copy.path};
    app.blobs.list([&](const std::string& sha256, std::uintmax_t size) {
        manifest.files.push_back({"files/" + sha256, sha256, static_cast<std::int64_t>(size)});
        sources.push_back(app.blobs.path_of(sha256));
    });
    for (const auto& entry : std::filesystem::recursive_directory_iterator(app.data.keys()))
        if (entry.is_regular_file() && entry.path().extension() != ".new") { // which is being written
            const auto& source = entry.path() == heads_file ? heads.path : entry.path();
            if (!std::filesystem::exists(source)) // the first head, signed since
                continue;
            manifest.files.push_back(saved(source, "keys/" + std::filesystem::relative(entry.path(), app.data.keys()).string()));
            sources.push_back(source);
        }

    std::vector<std::size_t> order(sources.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return manifest.files[a].path < manifest.files[b].path; });
    Manifest sorted{.program = manifest.program, .files = {}};
    for (const auto i : order)
        sorted.files.push_back(manifest.files[i]);

    const auto unfinished = file.string() + ".part";
    const Removed leftover{unfinished};
    {
        archive::TarWriter writer{unfinished};
        writer.add(manifest_name, json::write(sorted));
        for (const auto i : order)
            if (writer.add_file(manifest.files[i].path, sources[i]) != manifest.files[i].sha256)
                throw Error::unavailable("backup.damaged", {{"name", manifest.files[i].path}}); // it could never be restored
        writer.finish();
    }
    std::filesystem::rename(unfinished, file);
    sync_folder(file.parent_path());
    return root_of(sorted);
}

std::string restore(const std::filesystem::path& file, const std::filesystem::path& directory, const std::string& postgres)
{
    if (std::filesystem::exists(directory) && !std::filesystem::is_empty(directory))
        throw Error::conflict("restore.not_empty", {{"path", directory.string()}});
    const bool is_new = !std::filesystem::exists(directory);
    const DataDirectory data{directory, DataDirectory::Open::exclusive};
    Emptied emptied{directory};
    const blob::Store blobs{data.files()};
    std::optional<Manifest> manifest;
    std::size_t found = 0;
    archive::read_tar(file, [&](const std::string& name, const archive::TarEntry& entry) {
        if (!manifest) { // always the first
            if (name != manifest_name)
                throw Error::invalid("restore.unreadable");
            manifest = json::read<Manifest>(entry.text());
            const auto is_dump = [](const auto& one) {
                return one.path == dump_name;
            };
            if (std::any_of(manifest->files.begin(), manifest->files.end(), is_dump) == postgres.empty())
                throw Error::conflict("restore.other_engine");
            return;
        }
        const auto known =
            std::lower_bound(manifest->files.begin(), manifest->files.end(), name, [](const auto& a, const auto& b) { return a.path < b; });
        if (known == manifest->files.end() || known->path != name)
            throw Error::invalid("restore.unexpected", {{"name", name}});
        const auto temporary = blobs.new_temporary();
        if (entry.save(temporary) != known->sha256)
            throw Error::invalid("restore.damaged", {{"name", name}});
        ++found;
        if (name.starts_with("files/")) {
            blobs.put(temporary, known->sha256);
        } else {
            const auto target = name == dump_name ? data.uploads() / name : data.path() / (name == database_name ? unproven_name : name);
            std::filesystem::create_directories(target.parent_path());
            std::filesystem::rename(temporary, target);
            std::filesystem::permissions(target, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        }
    });
    if (!manifest || found != manifest->files.size())
        throw Error::invalid("restore.incomplete");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data.path() / "keys"))
        if (entry.is_directory())
            sync_folder(entry.path());
    sync_folder(data.path() / "keys");
    sync_folder(data.path());
    if (postgres.empty()) { // last: only what is whole can be served
        std::filesystem::rename(data.path() / unproven_name, data.path() / database_name);
    } else {
        const Removed dump{data.uploads() / dump_name};
        restore_postgres(postgres, dump.path);
    }
    sync_folder(data.path());
    if (is_new)
        sync_folder(data.path().parent_path());
    emptied.wanted = false;
    return root_of(*manifest);
}

} // namespace congso::app
