#include "lib/archive/tar.h"

#include "lib/archive/zip.h"
#include "lib/base/error.h"
#include "lib/crypto/digest.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace congso::archive {

namespace {

constexpr std::size_t piece_size = 256 * 1024;

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

[[noreturn]] void fail_write(::archive* handle)
{
    throw Error::unavailable("archive.write", {{"reason", archive_error_string(handle) ? archive_error_string(handle) : ""}});
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600))
    {
        if (number_ < 0)
            throw Error::unavailable("archive.write", {{"path", path.string()}});
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

} // namespace

struct TarWriter::State {
    explicit State(const std::filesystem::path& path) : file(path, O_WRONLY | O_CREAT | O_EXCL), handle(archive_write_new())
    {
        archive_write_set_format_pax_restricted(handle);
        if (archive_write_open_fd(handle, file.number()) != ARCHIVE_OK)
            fail_write(handle);
    }
    ~State() { archive_write_free(handle); }

    void begin(const std::string& name, std::int64_t size) const
    {
        if (!is_safe_name(name) || std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            throw Error::invalid("archive.unsafe_name"); // other letters depend on the process' locale in libarchive
        const std::unique_ptr<archive_entry, FreeEntry> entry{archive_entry_new()};
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), size);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0600);
        if (archive_write_header(handle, entry.get()) != ARCHIVE_OK)
            fail_write(handle);
    }
    void write(const char* bytes, std::size_t size) const
    {
        if (archive_write_data(handle, bytes, size) != static_cast<la_ssize_t>(size))
            fail_write(handle);
    }

    Descriptor file;
    ::archive* handle;
};

TarWriter::TarWriter(const std::filesystem::path& file) : state_(std::make_unique<State>(file)) { }

TarWriter::~TarWriter() = default;

void TarWriter::add(const std::string& name, std::string_view bytes)
{
    state_->begin(name, static_cast<std::int64_t>(bytes.size()));
    state_->write(bytes.data(), bytes.size());
}

std::string TarWriter::add_file(const std::string& name, const std::filesystem::path& source)
{
    const Descriptor input{source, O_RDONLY};
    state_->begin(name, static_cast<std::int64_t>(std::filesystem::file_size(source)));
    crypto::Sha256 digest;
    std::string piece(piece_size, '\0');
    for (;;) {
        const auto got = ::read(input.number(), piece.data(), piece.size());
        if (got < 0)
            throw Error::unavailable("archive.write", {{"path", source.string()}});
        if (got == 0)
            return digest.finish_hex();
        const std::string_view bytes{piece.data(), static_cast<std::size_t>(got)};
        digest.update(bytes);
        state_->write(bytes.data(), bytes.size());
    }
}

void TarWriter::finish()
{
    if (archive_write_close(state_->handle) != ARCHIVE_OK || ::fsync(state_->file.number()) != 0)
        fail_write(state_->handle);
}

std::string TarEntry::text(std::size_t most) const
{
    auto* const handle = static_cast<::archive*>(handle_);
    std::string text, piece(piece_size, '\0');
    for (;;) {
        const auto got = archive_read_data(handle, piece.data(), piece.size());
        if (got < 0)
            throw Error::invalid("archive.unreadable");
        if (got == 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > most)
            throw Error::invalid("archive.too_large");
    }
}

std::string TarEntry::save(const std::filesystem::path& file) const
{
    auto* const handle = static_cast<::archive*>(handle_);
    const Descriptor output{file, O_WRONLY | O_CREAT | O_EXCL};
    crypto::Sha256 digest;
    std::string piece(piece_size, '\0');
    for (;;) {
        const auto got = archive_read_data(handle, piece.data(), piece.size());
        if (got < 0)
            throw Error::invalid("archive.unreadable");
        if (got == 0)
            break;
        const std::string_view bytes{piece.data(), static_cast<std::size_t>(got)};
        digest.update(bytes);
        for (std::size_t done = 0; done < bytes.size();) {
            const auto sent = ::write(output.number(), bytes.data() + done, bytes.size() - done);
            if (sent <= 0)
                throw Error::unavailable("archive.write", {{"path", file.string()}});
            done += static_cast<std::size_t>(sent);
        }
    }
    if (::fdatasync(output.number()) != 0)
        throw Error::unavailable("archive.write", {{"path", file.string()}});
    return digest.finish_hex();
}

void read_tar(const std::filesystem::path& file, const std::function<void(const std::string& name, const TarEntry&)>& visit)
{
    struct Free {
        void operator()(::archive* handle) const { archive_read_free(handle); }
    };
    const std::unique_ptr<::archive, Free> handle{archive_read_new()};
    archive_read_support_format_tar(handle.get());
    if (archive_read_open_filename(handle.get(), file.c_str(), piece_size) != ARCHIVE_OK)
        throw Error::invalid("archive.unreadable");
    for (;;) {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(handle.get(), &entry);
        if (result == ARCHIVE_EOF)
            return;
        if (result != ARCHIVE_OK)
            throw Error::invalid("archive.unreadable");
        const auto* const name = archive_entry_pathname(entry);
        if (name == nullptr || !is_safe_name(name) || archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
            throw Error::invalid("archive.unsafe_name");
        visit(name, TarEntry{handle.get()});
    }
}

} // namespace congso::archive
