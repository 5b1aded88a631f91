#include "lib/base/error.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <cstdlib>

namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)
struct Leaf {
    std::string text;
    std::optional<int> number;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (text, number))
struct Tree {
    congso::Id<Leaf> id;
    congso::Date day;
    congso::Time at;
    Colour colour{};
    bool open{};
    std::int64_t size{};
    std::vector<Leaf> leaves;
    std::optional<Leaf> extra;
    std::vector<std::vector<std::string>> rows;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (id, day, at, colour, open, size, leaves, extra, rows))

} // namespace

// Any bytes are read or refused as invalid with at least one fault; what was read is written to a text that reads to the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Tree tree;
    try {
        tree = congso::json::read<Tree>({reinterpret_cast<const char*>(data), size});
    } catch (const congso::Error& error) {
        if (error.fault() != congso::Fault::invalid || error.faults().empty() || error.faults().size() > 100)
            std::abort();
        return 0;
    }
    const auto written = congso::json::write(tree);
    if (congso::json::write(congso::json::read<Tree>(written)) != written)
        std::abort();
    return 0;
}
