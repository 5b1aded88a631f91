#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/proc/child.h"
#include "lib/proc/converter.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>

namespace congso::proc {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

Command shell(std::string script)
{
    return {.argv = {"sh", "-c", std::move(script)}};
}

struct Folder {
    fs::path path = fs::temp_directory_path() / ("congso-proc-" + to_hex(as_bytes(random_bytes(6))));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

void write_file(const fs::path& path, std::string_view bytes)
{
    std::ofstream{path, std::ios::binary} << bytes;
}

std::string head_of(const fs::path& path)
{
    std::string head(5, '\0');
    std::ifstream{path, std::ios::binary}.read(head.data(), 5);
    return head;
}

std::string code_of(Converter& converter, const fs::path& in, media::MediaType type, const fs::path& out)
{
    try {
        converter.convert(in, type, out);
        return "";
    } catch (const Error& error) {
        return error.code();
    }
}

} // namespace

TEST(Child, gives_back_what_it_said_and_how_it_ended)
{
    auto command = shell("cat; echo sai >&2; exit 3");
    command.input = std::string(300000, 'x');
    const auto result = run(command);
    EXPECT_EQ(result.output, command.input);
    EXPECT_EQ(result.errors, "sai\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_FALSE(result.is_good());
    EXPECT_EQ(run(shell("kill -9 $$")).signal, SIGKILL);
}

TEST(Child, that_is_no_program_is_told)
{
    try {
        run({.argv = {"congso-no-such-program"}});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "child.not_started");
    }
}

TEST(Child, is_killed_with_its_own_children_when_time_is_up)
{
    Folder folder;
    auto command = shell("sleep 100 & echo $! > pid; wait");
    command.folder = folder.path;
    command.time_limit = 300ms;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(run(command).timed_out);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    pid_t grandchild = 0;
    std::ifstream{folder.path / "pid"} >> grandchild;
    ASSERT_GT(grandchild, 0);
    const auto lives = [&] { // until it has run, it does not know that it was killed
        std::ifstream state{fmt::format("/proc/{}/stat", grandchild)};
        const std::string text{std::istreambuf_iterator<char>{state}, {}};
        return !text.empty() && text.find(") Z") == std::string::npos;
    };
    while (lives() && std::chrono::steady_clock::now() - start < 20s)
        std::this_thread::yield();
    EXPECT_FALSE(lives());
    auto silent = shell("exec >&- 2>&-; sleep 100");
    silent.time_limit = 200ms;
    EXPECT_TRUE(run(silent).timed_out);
}

TEST(Child, is_stopped_when_it_says_too_much)
{
    auto command = shell("yes");
    command.output_limit = 100000;
    const auto result = run(command);
    EXPECT_TRUE(result.cut);
    EXPECT_LT(result.output.size(), 300000U);
}

TEST(Child, gets_none_of_our_files_and_a_small_environment)
{
    const int ours = open("/dev/null", O_RDONLY); // not close-on-exec
    ASSERT_GE(ours, 0);
    EXPECT_EQ(run(shell("ls /proc/self/fd | wc -l")).output, "4\n"); // 0, 1, 2 and the listing's own
    close(ours);
    setenv("CONGSO_SECRET", "1", 1);
    EXPECT_EQ(run(shell("echo \"$CONGSO_SECRET\"; pwd")).output, "\n/\n");
    unsetenv("CONGSO_SECRET");
}

TEST(Child, has_limits)
{
    EXPECT_EQ(run(shell("ulimit -c; ulimit -d; ulimit -f")).output, fmt::format("0\n{}\n{}\n", (1U << 30) / 1024, (256U << 20) / 512));
    auto greedy = shell("head -c 300000000 /dev/zero | tail -c 299999999 | wc -c");
    greedy.data_limit = 32U << 20;
    EXPECT_NE(run(greedy).output, "299999999\n");
}

TEST(Child, answers_lines_while_it_stays)
{
    Child child{shell("while read -r x; do echo \"<$x>\"; done")};
    EXPECT_TRUE(child.write_line("một"));
    EXPECT_EQ(child.read_line(5s), "<một>");
    EXPECT_EQ(child.read_line(20ms), std::nullopt);
    EXPECT_TRUE(child.write_line("hai"));
    EXPECT_EQ(child.read_line(5s), "<hai>");
    Child gone{shell("exit 0")};
    EXPECT_EQ(gone.read_line(5s), std::nullopt);
}

class LibreOffice : public testing::Test {
protected:
    void SetUp() override
    {
        if (!LibreOfficeConverter{}.is_installed())
            GTEST_SKIP() << "LibreOffice is not installed";
        write_file(in(), "Ủy ban nhân dân xã Phổ Mẫu\n");
    }
    fs::path in() const { return folder_.path / "in"; }
    fs::path out() const { return folder_.path / "out.pdf"; }
    Folder folder_;
};

TEST_F(LibreOffice, makes_a_pdf_and_stays_warm_as_long_as_its_owner)
{
    pid_t last = 0;
    {
        LibreOfficeConverter converter;
        EXPECT_EQ(converter.worker_pid(), 0);
        converter.convert(in(), media::MediaType::text, out());
        EXPECT_EQ(head_of(out()), "%PDF-");
        const auto pid = converter.worker_pid();
        EXPECT_GT(pid, 0);
        converter.convert(in(), media::MediaType::text, out());
        EXPECT_EQ(converter.worker_pid(), pid);
        last = pid;
    }
    EXPECT_EQ(kill(last, 0), -1);
}

TEST_F(LibreOffice, pulls_no_other_file_into_the_page)
{
    write_file(folder_.path / "secret.txt", "secret");
    const auto link = "file://" + (folder_.path / "secret.txt").string();
    write_file(
        in(),
        R"(<?xml version="1.0" encoding="UTF-8"?><office:document )"
        R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
        R"(xmlns:xlink="http://www.w3.org/1999/xlink" office:mimetype="application/vnd.oasis.opendocument.text" )"
        R"(office:version="1.2"><office:body><office:text><text:section text:name="S"><text:section-source xlink:href=")"
            + link + R"(" text:filter-name="Text"/><text:p>old</text:p></text:section></office:text></office:body></office:document>)");
    LibreOfficeConverter{}.convert(in(), media::MediaType::odt, out());
    EXPECT_EQ(run({.argv = {"pdftotext", out().string(), "-"}}).output, "old\n\n\f");
}

TEST_F(LibreOffice, is_renewed_after_so_many_files)
{
    LibreOfficeConverter converter{{.files_per_worker = 1}};
    converter.convert(in(), media::MediaType::text, out());
    const auto pid = converter.worker_pid();
    converter.convert(in(), media::MediaType::text, out());
    EXPECT_NE(converter.worker_pid(), pid);
}

TEST_F(LibreOffice, ends_when_nobody_needs_it)
{
    LibreOfficeConverter converter{{.idle = 50ms}};
    converter.convert(in(), media::MediaType::text, out());
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (converter.worker_pid() != 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    EXPECT_EQ(converter.worker_pid(), 0);
}

TEST_F(LibreOffice, refuses_what_it_cannot_open_and_goes_on)
{
    LibreOfficeConverter converter;
    EXPECT_EQ(code_of(converter, folder_.path / "missing", media::MediaType::docx, out()), "convert.unreadable");
    EXPECT_EQ(code_of(converter, in(), media::MediaType::pdf, out()), "convert.type");
    EXPECT_FALSE(fs::exists(out()));
    EXPECT_EQ(code_of(converter, in(), media::MediaType::text, out()), "");
}

TEST_F(LibreOffice, is_killed_and_started_again_when_a_file_takes_too_long)
{
    LibreOfficeConverter slow{{.time_limit = 0ms}};
    EXPECT_EQ(code_of(slow, in(), media::MediaType::text, out()), "convert.timeout");
    EXPECT_EQ(slow.worker_pid(), 0);
}

TEST_F(LibreOffice, lives_on_after_its_worker_was_killed)
{
    LibreOfficeConverter converter;
    converter.convert(in(), media::MediaType::text, out());
    kill(converter.worker_pid(), SIGKILL);
    EXPECT_EQ(code_of(converter, in(), media::MediaType::text, out()), "convert.failed");
    EXPECT_EQ(code_of(converter, in(), media::MediaType::text, out()), "");
}

TEST(Converter, says_when_it_is_not_installed)
{
    Folder folder;
    LibreOfficeConverter converter{{.worker = folder.path / "none"}};
    EXPECT_EQ(code_of(converter, folder.path / "in", media::MediaType::docx, folder.path / "out"), "convert.not_installed");
    LibreOfficeConverter without_office{{.office = folder.path}};
    EXPECT_FALSE(without_office.is_installed());
}

} // namespace congso::proc
