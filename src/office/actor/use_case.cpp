#include "office/actor/use_case.h"

namespace congso::detail {

namespace {

struct Kept {
    std::string request_digest, body;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (request_digest, body))

} // namespace

std::optional<std::string> find_answer(db::Tx& tx, const Actor& actor)
{
    auto kept = tx.find<Kept>("SELECT request_digest, body FROM answer WHERE agency = $1 AND person = $2 AND idempotency_key = $3",
                              tx.agency(), actor.person(), actor.idempotency_key);
    if (!kept)
        return std::nullopt;
    if (kept->request_digest != actor.request_digest)
        throw Error::conflict("idempotency.reused");
    return std::move(kept->body);
}

void keep_answer(db::Tx& tx, const Actor& actor, const std::string& answer, Time now)
{
    tx.execute("INSERT INTO answer (agency, person, idempotency_key, request_digest, body, at) VALUES ($1, $2, $3, $4, $5, $6)",
               tx.agency(), actor.person(), actor.idempotency_key, actor.request_digest, answer, now);
}

} // namespace congso::detail
