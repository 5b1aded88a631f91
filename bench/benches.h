#pragma once
#include <filesystem>
#include <string>

namespace congso::bench {

struct Options {
    bool is_long = false; // a million documents too
    bool only_postgres = false;
    int pairs = 5; // of ours and bare, taken in turn
    int requests = 300; // of each list
    std::filesystem::path scratch; // data directories are made here: on the disk that is measured
    std::string postgres; // a server where databases may be made, "host=… user=…"; empty: it is left out
};

void measure_register(const Options& options);
void measure_lists(const Options& options);
void measure_program(const Options& options);
void measure_encoding(const Options& options);

} // namespace congso::bench
