#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

// One event per line: a dotted name and fields. Never a document's content, never a secret.
namespace congso::log {

using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});
void set_quiet(bool quiet); // command lines and tests show warnings and errors only

} // namespace congso::log
