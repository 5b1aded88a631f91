#include "bench/benches.h"
#include "lib/base/log.h"

#include <cstdio>
#include <exception>
#include <functional>

#include <CLI/CLI.hpp>

int main(int count, char** words)
{
    using namespace congso::bench;
    Options options{.scratch = std::filesystem::temp_directory_path()};
    std::vector<std::string> wanted;
    CLI::App command{"congso-bench: what the program promises, measured against bare equivalents", "congso-bench"};
    command.add_option("bench", wanted, "register, lists, program, encoding; all of them when none is named");
    command.add_flag("--long", options.is_long, "A million documents too");
    command.add_option("--pairs", options.pairs, "Pairs of ours and bare")->capture_default_str();
    command.add_option("--requests", options.requests, "Requests of each list")->capture_default_str();
    command.add_option("--scratch", options.scratch, "Where data directories are made: on the disk to be measured")->capture_default_str();
    command.add_flag("--only-postgres", options.only_postgres, "Lists on PostgreSQL alone");
    command.add_option("--postgres", options.postgres, "\"host=… user=…\" of a server where databases may be made");
    CLI11_PARSE(command, count, words);

    const std::pair<std::string, void (*)(const Options&)> benches[] = {
        {"register", measure_register}, {"lists", measure_lists}, {"program", measure_program}, {"encoding", measure_encoding}};
    congso::log::set_quiet(true);
    try {
        for (const auto& [name, measure] : benches)
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end())
                measure(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "congso-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
