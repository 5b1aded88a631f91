#include "app/commands.h"
#include "app/serve.h"
#include "app/told.h"
#include "lib/base/error.h"
#include "lib/base/log.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

#include <termios.h>
#include <unistd.h>

using namespace congso;

namespace {

std::string read_line(const char* prompt)
{
    std::fprintf(stderr, "%s: ", prompt);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

// Passwords come from a pipe or a terminal, never from the command line, where every process could read them.
std::string read_secret(const char* prompt)
{
    termios shown{};
    const bool terminal = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (terminal) {
        auto hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    auto line = read_line(prompt);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        std::fputc('\n', stderr);
    }
    return line;
}

// What no flag has said is asked, in the order of a letterhead.
void ask_for_missing(app::InitOptions& init)
{
    const auto ask = [](std::string& value, const char* prompt) {
        if (value.empty())
            value = read_line(prompt);
    };
    ask(init.agency, "Tên cơ quan (Ủy ban nhân dân xã …)");
    ask(init.place, "Địa danh ghi trên văn bản");
    ask(init.administrator, "Họ và tên quản trị viên");
    if (init.username.empty())
        init.username = read_line("Tên đăng nhập [quantri]");
    if (init.username.empty())
        init.username = "quantri";
    if (init.password.empty())
        init.password = read_secret("Mật khẩu của quản trị viên");
}

} // namespace

int main(int count, char** words)
{
    CLI::App program{"congso: the open e-office of a public office"};
    program.require_subcommand(1);
    program.set_version_flag("--version", "congso " CONGSO_VERSION);
    app::Config config;
    app::InitOptions init;
    std::function<int()> run;
    const auto command = [&](CLI::App& parent, const std::string& name, const std::string& help, std::function<int()> act) -> CLI::App& {
        auto& made = *parent.add_subcommand(name, help);
        made.callback([&run, act = std::move(act)] { run = act; });
        return made;
    };

    auto& serve = command(program, "serve", "Serve a data directory", [&] { return app::serve(config); });
    app::add_data_options(serve, config);
    app::add_server_options(serve, config);

    bool unless_filled = false;
    auto& demo = command(program, "demo", "Fill an empty data directory with the sample commune", [&] {
        log::set_quiet(true);
        return app::run_demo(config, unless_filled ? app::Filled::leave : app::Filled::refuse);
    });
    app::add_data_options(demo, config);
    demo.add_flag("--unless-filled", unless_filled, "Do nothing where an office works already");
    demo.add_option("--password-strength", config.password_strength, "interactive, or test for tests")->envname("CONGSO_PASSWORD_STRENGTH");

    auto& first = command(program, "init", "Make the first agency and its administrator; what is not given is asked", [&] {
        ask_for_missing(init);
        return app::run_init(config, init);
    });
    app::add_data_options(first, config);
    first.add_option("--agency", init.agency, "Its name: «Ủy ban nhân dân xã …»");
    first.add_option("--short-name", init.short_name, "«UBND xã …»");
    first.add_option("--place", init.place, "Where its documents are dated");
    first.add_option("--level", init.level, "xã, phường, thị trấn or đặc khu; from its name unless given");
    first.add_option("--code", init.code, "Its identification code");
    first.add_option("--administrator", init.administrator, "The administrator's full name");
    first.add_option("--username", init.username, "His account");

    bool as_json = false;
    std::string code;
    auto& check = command(program, "check", "Prove numbers, audit chain, files and references",
                          [&] { return app::run_check(config, as_json, code); });
    check.add_option("--code", code, "Also prove this code of a printed day sheet: 7K2M-90QD-X3FA");
    app::add_data_options(check, config);
    check.add_flag("--json", as_json, "The report as JSON");

    std::string file;
    auto& backup =
        command(program, "backup", "Save everything into one file, also while it is served", [&] { return app::run_backup(config, file); });
    app::add_data_options(backup, config);
    backup.add_option("file", file, "The new file")->required();
    auto& restore =
        command(program, "restore", "Unpack a saved file into an empty directory", [&] { return app::run_restore(config, file); });
    app::add_data_options(restore, config);
    restore.add_option("file", file, "The saved file")->required();

    app::add_data_options(
        command(program, "renew-key", "Sign the audit chains with a new key from now on", [&] { return app::run_renew_key(config); }),
        config);
    app::add_data_options(
        command(program, "migrate", "Bring the database to this program's schema", [&] { return app::run_migrate(config); }), config);

    auto& user = *program.add_subcommand("user", "Accounts, also while they are served");
    user.require_subcommand(1);
    app::UserRequest request;
    const auto user_command = [&](const std::string& name, const std::string& help, app::UserAct act) -> CLI::App& {
        auto& made = command(user, name, help, [&, act] {
            request.act = act;
            if (act == app::UserAct::add || act == app::UserAct::password)
                request.password = read_secret("Mật khẩu mới");
            return app::run_user(config, request);
        });
        app::add_data_options(made, config);
        if (act != app::UserAct::list)
            made.add_option("username", request.username, "The account")->required();
        return made;
    };
    user_command("list", "All accounts: user name, person, post, agency, roles, whether closed", app::UserAct::list);
    user_command("password", "Give an account a new password, read from the input", app::UserAct::password);
    user_command("close", "Close an account: nobody signs in with it, its sessions end", app::UserAct::close);
    user_command("open", "Open a closed account again", app::UserAct::open);
    user_command("roles", "Set all roles of an account", app::UserAct::roles).add_option("roles", request.roles, "clerk, officer …");
    auto& add = user_command("add", "Add a person with an account; the password is read from the input", app::UserAct::add);
    add.add_option("--name", request.full_name, "The person's full name")->required();
    add.add_option("--agency", request.agency, "Whose, by its short name; needed where several work");
    add.add_option("--roles", request.roles, "clerk, officer …");

    bool typescript = false, openapi = false;
    auto& print = command(program, "print-api", "Print the API as TypeScript or OpenAPI", [&] {
        log::set_quiet(true);
        return app::run_print_api(typescript);
    });
    print.add_flag("--typescript", typescript);
    print.add_flag("--openapi", openapi);

    try {
        app::read_config_file({words, static_cast<std::size_t>(count)}, config);
        CLI11_PARSE(program, count, words);
        return run();
    } catch (const Error& error) {
        std::fprintf(stderr, "congso: %s\n", app::told(error).c_str());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "congso: %s\n", error.what());
        return 3;
    }
}
