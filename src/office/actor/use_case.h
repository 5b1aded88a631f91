#pragma once
#include "lib/base/clock.h"
#include "lib/db/database.h"
#include "lib/json/read.h"
#include "lib/json/write.h"
#include "office/actor/actor.h"

#include <functional>

namespace congso {

namespace detail {
// The stored answer of this key, if it was used before with the same body; throws conflict "idempotency.reused" with another body.
std::optional<std::string> find_answer(db::Tx& tx, const Actor& actor);
void keep_answer(db::Tx& tx, const Actor& actor, const std::string& answer, Time now);
} // namespace detail

// The answer that this request got before, for a use case with long work before its transaction.
template <class R> std::optional<R> find_earlier_answer(db::Database& database, const Actor& actor)
{
    if (actor.idempotency_key.empty())
        return std::nullopt;
    const auto answer = database.read(actor.agency(), [&](db::Tx& tx) { return detail::find_answer(tx, actor); });
    return answer ? std::optional{json::read<R>(*answer)} : std::nullopt;
}

// One use case that changes something: one write of one agency. With an Idempotency-Key the answer is stored in the same
// transaction (kept 72 hours), and the same request again gets that answer without acting again.
template <class F> auto act(db::Database& database, const Clock& clock, const Actor& actor, F&& body)
{
    using R = std::invoke_result_t<F&, db::Tx&>;
    return database.write(actor.agency(), [&](db::Tx& tx) -> R {
        if (actor.idempotency_key.empty())
            return body(tx);
        if (const auto answer = detail::find_answer(tx, actor))
            return json::read<R>(*answer);
        R result = body(tx);
        detail::keep_answer(tx, actor, json::write(result), clock.now());
        return result;
    });
}

} // namespace congso
