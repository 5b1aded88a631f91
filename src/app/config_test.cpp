#include "app/config.h"

#include "lib/base/error.h"
#include "tests/support/temp_database.h"

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

namespace congso::app {

namespace {

const std::filesystem::path example = std::filesystem::path{CONGSO_TEST_DATA}.parent_path().parent_path() / "config/congso.example.toml";

// Name → value of the example's settings, also of those that are shown as comments.
std::map<std::string, std::string> shown(bool comments)
{
    std::ifstream file{example};
    const std::regex setting{comments ? "# ([a-z-]+) = (.*)" : "([a-z-]+) = (.*)"};
    std::map<std::string, std::string> found;
    for (std::string line; std::getline(file, line);)
        if (std::smatch parts; std::regex_match(line, parts, setting))
            found[parts[1]] = std::regex_replace(parts[2].str(), std::regex{"\""}, "");
    return found;
}

Config parse(std::vector<const char*> words)
{
    Config config;
    words.insert(words.begin(), "congso");
    read_config_file(words, config);
    CLI::App command;
    add_data_options(command, config);
    add_server_options(command, config);
    command.parse(static_cast<int>(words.size()), words.data());
    return config;
}

class ConfigFile {
public:
    explicit ConfigFile(std::string_view text) { std::ofstream{path_} << text; }
    const char* path() const { return path_.c_str(); }

private:
    test::TempDirectory directory_{test::Storage::memory};
    std::string path_ = (directory_.path() / "congso.toml").string();
};

std::string code_of(std::vector<const char*> words)
{
    try {
        parse(std::move(words)).check();
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

} // namespace

TEST(config, the_example_shows_every_setting_with_its_default)
{
    Config defaults;
    CLI::App command;
    add_data_options(command, defaults);
    add_server_options(command, defaults);
    const auto values = shown(false), comments = shown(true);
    std::size_t settings = 0;
    for (const auto* option : command.get_options()) {
        const auto name = option->get_single_name();
        if (name == "help" || name == "config")
            continue;
        ++settings;
        const auto preset = option->get_default_str();
        if (preset.empty() && name != "insecure-lan") {
            EXPECT_TRUE(comments.contains(name)) << name;
        } else if (preset == "[]") {
            EXPECT_TRUE(comments.contains(name)) << name;
        } else {
            ASSERT_TRUE(values.contains(name)) << name;
            EXPECT_EQ(values.at(name), name == "insecure-lan" ? "false" : preset) << name;
        }
    }
    EXPECT_EQ(values.size() + comments.size(), settings) << "a setting that there is not";
}

TEST(config, the_example_can_be_read)
{
    const auto text = example.string();
    const auto config = parse({"--config", text.c_str()});
    EXPECT_EQ(config.listen, Config{}.listen);
    EXPECT_EQ(config.workers, Config{}.workers);
    EXPECT_FALSE(config.insecure_lan);
}

TEST(config, a_flag_wins_over_the_file_and_the_file_over_the_default)
{
    const ConfigFile file{
        "data = \"/srv/congso\"\nworkers = 7\nlisten = \"0.0.0.0:443\"\nnames = [\"a.example\", \"b.example\"]\ninsecure-lan = true\n"};
    const auto config = parse({"--workers", "9", "--config", file.path()});
    EXPECT_EQ(config.data, "/srv/congso");
    EXPECT_EQ(config.workers, 9);
    EXPECT_EQ(config.listen, "0.0.0.0:443");
    EXPECT_EQ(config.names, (std::vector<std::string>{"a.example", "b.example"}));
    EXPECT_TRUE(config.insecure_lan);
    EXPECT_EQ(config.file_limit_mb, 200);
}

TEST(config, a_file_that_is_not_there_or_says_something_unknown_is_refused)
{
    EXPECT_EQ(code_of({"--data", "/srv", "--config", "/nowhere/congso.toml"}), "config.file");
    const ConfigFile file{"lisen = \"0.0.0.0:443\"\n"};
    EXPECT_EQ(code_of({"--data", "/srv", "--config", file.path()}), "config.file");
}

TEST(config, what_makes_no_sense_is_refused_at_the_start)
{
    EXPECT_EQ(code_of({"--data", "/srv"}), "");
    EXPECT_EQ(code_of({}), "config.data");
    EXPECT_EQ(code_of({"--data", "/srv", "--listen", "localhost"}), "config.listen");
    EXPECT_EQ(code_of({"--data", "/srv", "--listen", "localhost:70000"}), "config.listen");
    EXPECT_EQ(code_of({"--data", "/srv", "--certificate", "a.pem"}), "config.certificate");
    EXPECT_EQ(code_of({"--data", "/srv", "--workers", "0"}), "config.range");
    EXPECT_EQ(code_of({"--data", "/srv", "--password-strength", "weak"}), "config.password_strength");
}

TEST(config, only_addresses_of_this_machine_are_loopback)
{
    Config config;
    for (const auto* listen : {"127.0.0.1:1", "localhost:1", "[::1]:1"}) {
        config.listen = listen;
        EXPECT_TRUE(config.on_loopback()) << listen;
    }
    for (const auto* listen : {"0.0.0.0:1", "[::]:1", "192.168.1.5:1"}) {
        config.listen = listen;
        EXPECT_FALSE(config.on_loopback()) << listen;
    }
}

} // namespace congso::app
