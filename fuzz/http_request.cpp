#include "lib/http/compress.h"
#include "lib/http/parser.h"
#include "lib/http/range.h"
#include "lib/http/target.h"

namespace {

using namespace congso::http;

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

void read_target(std::string_view text)
{
    Target target;
    if (!parse_target(text, target).empty())
        return;
    require(target.path.starts_with('/') && is_utf8(target.path));
    require(target.path.find('\0') == std::string::npos && target.path.find('\\') == std::string::npos);
    const auto framed = target.path + "/";
    require(framed.find("/../") == std::string::npos && framed.find("/./") == std::string::npos);
    std::string joined;
    for (std::size_t i = 0; i < target.segments.size(); ++i)
        (joined += '/') += target.segment(i);
    require(joined == target.path);
}

struct Outcome {
    bool broken = false, done = false;
    std::string body;
};

// The body of a request that arrives `step` bytes at a time.
Outcome read_request(std::string_view head_text, std::string_view rest, std::size_t step)
{
    Parser parser;
    Head head;
    Outcome outcome;
    if (parser.read_head(head_text, head).status != 0) {
        outcome.broken = true;
        return outcome;
    }
    require(!(head.chunked && head.content_length));
    std::string waiting;
    while (!rest.empty() && !parser.is_done()) {
        const auto count = std::min(step, rest.size());
        waiting += rest.substr(0, count);
        rest.remove_prefix(count);
        std::vector<std::string_view> pieces;
        const auto used = parser.read_body(waiting, pieces);
        if (!used) {
            outcome.broken = true;
            return outcome;
        }
        require(*used <= waiting.size());
        for (const auto piece : pieces) {
            require(piece.data() >= waiting.data() && piece.data() + piece.size() <= waiting.data() + *used);
            outcome.body += piece;
        }
        waiting.erase(0, *used);
    }
    outcome.done = parser.is_done();
    return outcome;
}

} // namespace

// However a request is cut on its way, it is read the same; whatever the fields say, they are read or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    read_target(text.substr(0, text.find('\n')));
    (void)is_accepted_host(text, {});
    (void)find_cookie(text, "session");
    (void)choose_coding(text);
    if (const auto range = parse_range(text, 1000).range)
        require(range->first >= 0 && range->count > 0 && range->first + range->count <= 1000);

    if (const auto end = text.find("\r\n\r\n"); end != std::string_view::npos) {
        const auto head = text.substr(0, end + 4), rest = text.substr(end + 4);
        const auto whole = read_request(head, rest, text.size());
        const auto cut = read_request(head, rest, 1);
        require(whole.broken || cut.broken || (whole.done == cut.done && whole.body == cut.body));
        require(whole.broken == cut.broken || !cut.done);
    }
    return 0;
}
