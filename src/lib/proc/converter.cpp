#include "lib/proc/converter.h"
#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/base/log.h"

#include <fstream>

namespace congso::proc {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

// Nothing is looked up, updated or run because a document says so.
constexpr std::string_view profile_settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

fs::path program_folder()
{
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

class TemporaryFolder {
public:
    explicit TemporaryFolder(const fs::path& parent)
        : path_((parent.empty() ? fs::temp_directory_path() : parent) / ("congso-convert-" + to_hex(as_bytes(random_bytes(8)))))
    {
        fs::create_directories(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~TemporaryFolder()
    {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

Command worker_command(const LibreOfficeSettings& settings, const fs::path& folder)
{
    return {.argv = {settings.worker.string(), settings.office.string(), (folder / "profile").string()},
            .environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(), "SAL_USE_VCLPLUGIN=svp", "LC_ALL=C.UTF-8"},
            .folder = folder,
            .data_limit = settings.data_limit,
            .network = Network::none};
}

// By rename where it can be one step; across file systems through a neighbour of the target.
void move_file(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (!error)
        return;
    const auto neighbour = to.parent_path() / (to.filename().string() + ".part");
    if (!fs::copy_file(from, neighbour, fs::copy_options::overwrite_existing, error) || (fs::rename(neighbour, to, error), error))
        throw Error::unavailable("convert.failed", {{"what", "write"}});
}

} // namespace

struct LibreOfficeConverter::Worker {
    TemporaryFolder folder;
    std::unique_ptr<Child> child; // ends before its folder goes
    int files = 0;

    explicit Worker(const LibreOfficeSettings& settings) : folder(settings.temporary)
    {
        fs::create_directories(folder.path() / "profile" / "user");
        std::ofstream{folder.path() / "profile" / "user" / "registrymodifications.xcu"} << profile_settings;
        child = std::make_unique<Child>(worker_command(settings, folder.path()));
    }
};

LibreOfficeConverter::LibreOfficeConverter(LibreOfficeSettings settings) : settings_(std::move(settings))
{
    if (settings_.worker.empty())
        settings_.worker = program_folder() / "congso-convert";
    watcher_ = std::jthread{[this](const std::stop_token& stop) {
        watch_idle(stop);
    }};
}

LibreOfficeConverter::~LibreOfficeConverter() = default;

bool LibreOfficeConverter::is_installed() const
{
    return fs::exists(settings_.worker)
        && (fs::exists(settings_.office / "libmergedlo.so") || fs::exists(settings_.office / "libsofficeapp.so"));
}

pid_t LibreOfficeConverter::worker_pid() const
{
    const std::lock_guard lock{mutex_};
    return worker_ ? worker_->child->pid() : 0;
}

void LibreOfficeConverter::start_worker()
{
    constexpr std::chrono::seconds start_limit{60}; // a cold disk under load
    auto worker = std::make_unique<Worker>(settings_);
    const auto greeting = worker->child->read_line(start_limit);
    if (greeting != "ready") {
        log::warn("convert.worker_not_started", {{"answer", greeting.value_or("none")}});
        throw Error::unavailable(greeting == "missing" ? "convert.not_installed" : "convert.failed");
    }
    log::info("convert.worker_started", {{"pid", std::to_string(worker->child->pid())}});
    worker_ = std::move(worker);
}

void LibreOfficeConverter::convert(const fs::path& in, media::MediaType type, const fs::path& out_pdf)
{
    if (!media::convertible(type))
        throw Error::invalid("convert.type", {{"type", std::string{media::extension_of(type)}}});
    if (!is_installed())
        throw Error::unavailable("convert.not_installed");
    const std::lock_guard lock{mutex_};
    if (worker_ && worker_->files >= settings_.files_per_worker)
        worker_.reset();
    if (!worker_)
        start_worker();
    ++worker_->files;

    // LibreOffice weighs a file's name as well, and stored files have none: the link gives it the right one.
    const auto link = worker_->folder.path() / fmt::format("in-{}.{}", worker_->files, media::extension_of(type));
    const auto result = worker_->folder.path() / fmt::format("out-{}.pdf", worker_->files);
    fs::create_symlink(fs::absolute(in), link);
    const auto started = Clock::now();
    std::optional<std::string> answer;
    if (worker_->child->write_line(link.string() + "\t" + result.string()))
        answer = worker_->child->read_line(settings_.time_limit);
    last_use_ = Clock::now();
    changed_.notify_all();
    if (!answer) { // silent or gone: the next file gets a new worker
        const bool late = Clock::now() - started >= settings_.time_limit;
        worker_.reset();
        throw Error::unavailable(late ? "convert.timeout" : "convert.failed", {{"what", "worker"}});
    }
    fs::remove(link);
    if (*answer != "ok")
        throw Error::invalid("convert.unreadable");
    move_file(result, out_pdf);
}

void LibreOfficeConverter::watch_idle(const std::stop_token& stop)
{
    std::unique_lock lock{mutex_};
    while (!stop.stop_requested()) {
        if (!worker_) {
            changed_.wait(lock, stop, [this] { return worker_ != nullptr; });
            continue;
        }
        const auto end = last_use_ + settings_.idle;
        changed_.wait_until(lock, stop, end, [this, end] { return last_use_ + settings_.idle != end || !worker_; });
        if (worker_ && Clock::now() >= last_use_ + settings_.idle) {
            worker_.reset();
            log::info("convert.worker_ended", {{"why", "idle"}});
        }
    }
}

} // namespace congso::proc
