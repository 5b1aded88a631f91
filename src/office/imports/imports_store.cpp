#include "office/imports/imports_store.h"

#include "lib/text/fold.h"

namespace congso::imports::store {

namespace {

struct Kind {
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(Kind, (), (code, name))

} // namespace

std::map<std::string, std::string> kinds(db::Tx& tx)
{
    std::map<std::string, std::string> found;
    for (const auto& kind : tx.list<Kind>("SELECT code, name FROM kind WHERE agency = $1 ORDER BY position DESC, code", tx.agency())) {
        found[text::fold(kind.code)] = kind.code;
        found[text::fold(kind.name)] = kind.code;
    }
    return found;
}

} // namespace congso::imports::store
