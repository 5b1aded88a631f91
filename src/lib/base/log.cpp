#include "lib/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace congso::log {

namespace {

spdlog::logger& logger()
{
    static const auto instance = [] {
        auto made = spdlog::stderr_logger_mt("congso");
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        return made;
    }();
    return *instance;
}

void write(spdlog::level::level_enum level, std::string_view event, Fields fields)
{
    if (!logger().should_log(level))
        return;
    std::string line{event};
    for (const auto& [name, value] : fields) {
        line += ' ';
        line += name;
        line += '=';
        for (const char c : value) // one event stays one line whatever it carries
            line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    logger().log(level, "{}", line);
}

} // namespace

void info(std::string_view event, Fields fields)
{
    write(spdlog::level::info, event, fields);
}
void warn(std::string_view event, Fields fields)
{
    write(spdlog::level::warn, event, fields);
}
void error(std::string_view event, Fields fields)
{
    write(spdlog::level::err, event, fields);
}
void set_quiet(bool quiet)
{
    logger().set_level(quiet ? spdlog::level::warn : spdlog::level::info);
}

} // namespace congso::log
