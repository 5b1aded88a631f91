#include "app/control.h"

#include "lib/base/error.h"
#include "tests/support/temp_database.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace congso::app {

TEST(Control, answers_each_line_and_tells_what_went_wrong)
{
    const test::TempDirectory directory;
    const auto socket = directory.path() / "control.sock";
    EXPECT_FALSE(ask_server(socket, "check"));
    const ControlServer server{socket, [](const std::string& request) -> std::string {
                                   if (request == "fail")
                                       throw Error::conflict("backup.exists");
                                   return "heard " + request;
                               }};
    EXPECT_EQ(ask_server(socket, "check"), "heard check");
    try {
        ask_server(socket, "fail");
        FAIL() << "no fault";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "backup.exists");
    }
}

TEST(Control, a_directory_with_a_long_name_is_reached)
{
    const test::TempDirectory directory;
    const auto deep = directory.path() / std::string(100, 'a') / std::string(100, 'b');
    std::filesystem::create_directories(deep);
    const ControlServer server{deep / "control.sock", [](const std::string& request) {
                                   return "heard " + request;
                               }};
    EXPECT_EQ(ask_server(deep / "control.sock", "check"), "heard check");
}

TEST(Control, someone_who_says_nothing_keeps_nobody_waiting_for_ever)
{
    const test::TempDirectory directory;
    const auto socket = directory.path() / "control.sock";
    const ControlServer server{socket, [](const std::string& request) { return "heard " + request; }, std::chrono::milliseconds{50}};
    const int silent = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::snprintf(address.sun_path, sizeof address.sun_path, "%s", socket.c_str());
    ASSERT_EQ(::connect(silent, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(ask_server(socket, "check"), "heard check");
    ::close(silent);
}

} // namespace congso::app
