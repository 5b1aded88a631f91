#include "lib/blob/store.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/digest.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace congso::blob {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const char* action, int number = errno)
{
    throw Error::unavailable("blob.storage", {{"action", action}, {"detail", std::strerror(number)}});
}

class Descriptor {
public:
    explicit Descriptor(int number, const char* action) : number_(number)
    {
        if (number < 0)
            fail(action);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const { return number_; }

private:
    int number_;
};

bool is_name(std::string_view sha256)
{
    return sha256.size() == 64 && sha256.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void sync_folder(const fs::path& folder)
{
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open folder"};
    if (::fsync(descriptor) != 0)
        fail("fsync folder");
}

void make_folder(const fs::path& folder, bool synced)
{
    if (::mkdir(folder.c_str(), 0700) == 0) {
        if (synced)
            sync_folder(folder.parent_path());
    } else if (errno != EEXIST) {
        fail("mkdir");
    }
}

void write_file(const fs::path& file, std::string_view bytes, bool synced)
{
    const Descriptor descriptor{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), "create"};
    while (!bytes.empty()) {
        const auto done = ::write(descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR)
            fail("write");
        if (done > 0)
            bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    if (synced && ::fdatasync(descriptor) != 0)
        fail("fdatasync");
}

} // namespace

Store::Store(fs::path root) : root_(std::move(root)), temporaries_(root_ / "uploads")
{
    std::error_code fault;
    fs::create_directories(root_, fault);
    if (fault)
        fail("mkdir", fault.value());
    make_folder(temporaries_, true);
}

void Store::sync_all()
{
    const Descriptor descriptor{::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open folder"};
    if (::syncfs(descriptor) != 0)
        fail("syncfs");
    synced_ = true;
}

fs::path Store::new_temporary() const
{
    return temporaries_ / to_hex(as_bytes(random_bytes(16)));
}

fs::path Store::path_of(std::string_view sha256) const
{
    if (!is_name(sha256))
        throw Error::invalid("blob.name");
    return root_ / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

void Store::put(const fs::path& temporary, std::string_view sha256) const
{
    const auto target = path_of(sha256);
    make_folder(target.parent_path().parent_path(), synced_);
    make_folder(target.parent_path(), false); // its name is synced below
    if (::chmod(temporary.c_str(), 0400) != 0)
        fail("chmod");
    // Renamed over a twin, too: the bytes are the same, unless the older ones were damaged.
    if (::rename(temporary.c_str(), target.c_str()) != 0)
        fail("rename");
    if (!synced_)
        return;
    // Both levels again even where they stood already: whoever made them may have stopped before their sync.
    sync_folder(target.parent_path());
    sync_folder(target.parent_path().parent_path());
}

std::string Store::put_bytes(std::string_view bytes) const
{
    auto sha256 = crypto::sha256_hex(bytes);
    const auto temporary = new_temporary();
    try {
        write_file(temporary, bytes, synced_);
        put(temporary, sha256);
    } catch (...) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw;
    }
    return sha256;
}

bool Store::exists(std::string_view sha256) const
{
    std::error_code fault;
    const bool found = fs::exists(path_of(sha256), fault);
    if (fault)
        fail("stat", fault.value());
    return found;
}

std::string Store::read(std::string_view sha256) const
{
    if (!exists(sha256))
        throw Error::not_found("blob.missing", {{"sha256", std::string{sha256}}});
    std::ifstream file{path_of(sha256), std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file)
        fail("read", EIO);
    return bytes;
}

bool Store::remove(std::string_view sha256) const
{
    std::error_code fault;
    const bool removed = fs::remove(path_of(sha256), fault);
    if (fault)
        fail("remove", fault.value());
    return removed;
}

bool Store::verify(std::string_view sha256) const
{
    if (!exists(sha256))
        throw Error::not_found("blob.missing", {{"sha256", std::string{sha256}}});
    return crypto::sha256_hex_of_file(path_of(sha256)) == sha256;
}

void Store::list(const std::function<void(const std::string&, std::uintmax_t)>& each) const
{
    std::error_code fault;
    for (fs::recursive_directory_iterator entry{root_, fault}, end; !fault && entry != end; entry.increment(fault)) {
        if (entry->path() == temporaries_)
            entry.disable_recursion_pending();
        const auto name = entry->path().filename().string();
        if (!is_name(name))
            continue;
        std::error_code gone; // removed between the name and its size
        const auto size = entry->file_size(gone);
        if (!gone)
            each(name, size);
    }
    if (fault)
        fail("list", fault.value());
}

int Store::remove_temporaries(std::chrono::seconds age) const
{
    int count = 0;
    const auto latest = fs::file_time_type::clock::now() - age;
    std::error_code fault;
    for (fs::directory_iterator entry{temporaries_, fault}, end; !fault && entry != end; entry.increment(fault)) {
        std::error_code gone; // finished meanwhile
        const auto written = entry->last_write_time(gone);
        if (!gone && written <= latest && fs::remove(entry->path(), gone))
            ++count;
    }
    if (fault)
        fail("list", fault.value());
    return count;
}

} // namespace congso::blob
