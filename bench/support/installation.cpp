#include "bench/support/installation.h"

#include "lib/crypto/password.h"
#include "lib/crypto/token.h"
#include "lib/db/migrate.h"
#include "office/accounts/accounts_api.h"
#include "office/accounts/accounts_service.h"
#include "office/accounts/accounts_store.h"

#include <stdexcept>

namespace congso::bench {

Installation::Installation(const std::filesystem::path& scratch, std::string postgres, bool durable) : postgres_(std::move(postgres))
{
    std::filesystem::create_directories(scratch);
    auto pattern = (scratch / "data-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error{"mkdtemp " + pattern};
    data_ = pattern;
    auto opened = target();
    opened.durable = durable;
    database_ = std::make_unique<db::Database>(opened);
    db::migrate(*database_);
    office_.emplace(*database_, "UBND xã Phổ Mẫu");
    add_account("clerk", office_->clerk);
    add_account("officer", office_->officer);
}

Installation::~Installation()
{
    database_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(data_, ignored);
}

db::Target Installation::target() const
{
    return db::parse_target(data_, postgres_);
}

std::string Installation::cookie_of(const std::string& username) const
{
    return std::string{accounts::session_cookie} + "=" + tokens_.at(username);
}

void Installation::add_account(const std::string& username, Id<org::Person> person)
{
    const auto now = SystemClock{}.now();
    const auto token = crypto::make_token();
    tokens_[username] = token.text;
    const auto hash = crypto::password::hash(password);
    database_->write(office_->agency.id, [&](db::Tx& tx) {
        AccountService::create_account(tx, username, person, hash, now);
        accounts::store::insert_session(tx,
                                        {.id = Id<accounts::Session>::make(),
                                         .token_digest = token.digest,
                                         .username = username,
                                         .agency = office_->agency.id,
                                         .person = person,
                                         .created_at = now,
                                         .seen_at = now,
                                         .address = "127.0.0.1",
                                         .browser = "congso-bench"});
    });
}

} // namespace congso::bench
