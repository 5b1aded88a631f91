#include "app/commands.h"
#include "app/serve.h"
#include "lib/base/error.h"
#include "lib/base/log.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

using namespace congso;

namespace {

// Passwords come from a pipe or a terminal, never from the command line, where every process could read them.
std::string read_secret(const char* prompt)
{
    std::fprintf(stderr, "%s: ", prompt);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

} // namespace

int main(int count, char** words)
{
    CLI::App program{"congso: the open e-office of a public office"};
    program.require_subcommand(1);
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

    auto& demo = command(program, "demo", "Fill an empty data directory with the sample commune", [&] {
        log::set_quiet(true);
        return app::run_demo(config);
    });
    app::add_data_options(demo, config);
    demo.add_option("--password-strength", config.password_strength, "interactive, or test for tests")->envname("CONGSO_PASSWORD_STRENGTH");

    auto& first = command(program, "init", "Make the first agency and its administrator", [&] {
        if (init.password.empty())
            init.password = read_secret("Mật khẩu của quản trị viên");
        return app::run_init(config, init);
    });
    app::add_data_options(first, config);
    first.add_option("--agency", init.agency, "Its name: «Ủy ban nhân dân xã …»")->required();
    first.add_option("--short-name", init.short_name, "«UBND xã …»");
    first.add_option("--place", init.place, "Where its documents are dated");
    first.add_option("--code", init.code, "Its identification code");
    first.add_option("--administrator", init.administrator, "The administrator's full name")->required();
    first.add_option("--username", init.username, "His account")->default_val("quantri");

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

    auto& user = *program.add_subcommand("user", "Accounts");
    user.require_subcommand(1);
    std::string username;
    app::add_data_options(command(user, "list", "All accounts", [&] { return app::run_user_list(config); }), config);
    auto& password = command(user, "password", "Give an account a new password, read from the input",
                             [&] { return app::run_user_password(config, username, read_secret("Mật khẩu mới")); });
    app::add_data_options(password, config);
    password.add_option("username", username, "The account")->required();

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
        std::fprintf(stderr, "congso: %s\n", error.what());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "congso: %s\n", error.what());
        return 3;
    }
}
