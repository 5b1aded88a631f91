// The second factor: a code of an application on the phone besides the password (RFC 6238).
#include "lib/base/bytes.h"
#include "lib/crypto/digest.h"
#include "lib/crypto/password.h"
#include "lib/crypto/totp.h"
#include "lib/print/qr.h"
#include "office/accounts/accounts_service.h"
#include "office/accounts/accounts_store.h"
#include "office/accounts/rights_store.h"

#include <algorithm>

namespace congso {

namespace store = accounts::store;
using namespace accounts;
namespace totp = crypto::totp;

namespace {

constexpr std::size_t recovery_codes = 10;
constexpr std::size_t code_letters = 10; // of five bits: a guess is as good as none

std::string digest_of(std::string_view code)
{
    return crypto::sha256_hex(code);
}

// As people copy it from paper: any case, with or without the dash.
std::string plain_code(std::string_view typed)
{
    std::string code;
    for (const char c : typed)
        if (c >= 'a' && c <= 'z')
            code += static_cast<char>(c - 'a' + 'A');
        else if (c != '-' && c != ' ')
            code += c;
    return code;
}

std::string make_recovery_code()
{
    return totp::to_base32(random_bytes(7)).substr(0, code_letters);
}

} // namespace

bool AccountService::takes_code(db::Tx& tx, Id<org::Person> person, std::string_view typed)
{
    const auto factor = store::find_factor(tx, tx.agency(), person);
    const auto secret = factor ? seal_.open(factor->secret) : std::nullopt;
    const auto code = plain_code(typed);
    if (secret)
        if (const auto step = totp::accept(*secret, code, clock_.now().ms, factor->last_step))
            return store::use_step(tx, person, *step);
    return code.size() == code_letters && store::use_recovery_code(tx, person, digest_of(code));
}

SecondFactor AccountService::get_second_factor(const Actor& actor)
{
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto factor = store::find_factor(tx, actor.agency(), actor.person());
        return SecondFactor{.on = factor && factor->confirmed_at.ms > 0,
                            .required = store::is_factor_required(tx, actor.person()),
                            .recovery_codes = store::count_recovery_codes(tx, actor.person())};
    });
}

Enrolment AccountService::begin_second_factor(const Actor& actor, const ConfirmPassword& entry)
{
    const auto account = demand_password(actor, entry.password);
    const auto secret = totp::make_secret();
    const auto issuer = database_.write(actor.agency(), [&](db::Tx& tx) {
        if (const auto factor = store::find_factor(tx, actor.agency(), actor.person()); factor && factor->confirmed_at.ms > 0)
            throw Error::conflict("second_factor.on");
        store::put_factor(tx, actor.person(), seal_.seal(secret));
        return org_.get_agency(tx, actor.agency()).short_name;
    });
    return {totp::to_base32(secret), print::qr_svg(totp::address_of(secret, issuer, account.username))};
}

RecoveryCodes AccountService::confirm_second_factor(const Actor& actor, const ConfirmCode& entry)
{
    RecoveryCodes made;
    std::vector<std::string> digests;
    for (std::size_t i = 0; i < recovery_codes; ++i) {
        const auto code = make_recovery_code();
        digests.push_back(digest_of(code));
        made.codes.push_back(code.substr(0, code_letters / 2) + "-" + code.substr(code_letters / 2));
    }
    database_.write(actor.agency(), [&](db::Tx& tx) {
        const auto factor = store::find_factor(tx, actor.agency(), actor.person());
        if (!factor || factor->confirmed_at.ms > 0)
            throw Error::conflict(factor ? "second_factor.on" : "second_factor.not_begun");
        const auto secret = seal_.open(factor->secret);
        const auto step = secret ? totp::accept(*secret, plain_code(entry.code), clock_.now().ms, factor->last_step) : std::nullopt;
        if (!step)
            throw Error::invalid_field("/code", "code_wrong");
        store::confirm_factor(tx, actor.person(), *step, clock_.now());
        store::replace_recovery_codes(tx, actor.person(), digests);
        audit_.record(tx, actor, "account.second_factor_on", "person", actor.person().uuid);
    });
    return made;
}

Nothing AccountService::end_second_factor(const Actor& actor, const ConfirmPassword& entry)
{
    demand_password(actor, entry.password);
    database_.write(actor.agency(), [&](db::Tx& tx) {
        if (store::is_factor_required(tx, actor.person()))
            throw Error::conflict("second_factor.required");
        store::delete_factor(tx, actor.person());
        audit_.record(tx, actor, "account.second_factor_off", "person", actor.person().uuid);
    });
    return {};
}

Nothing AccountService::reset_second_factor(const Actor& actor, const ResetFactor& entry)
{
    actor.demand(Permission::manage_people);
    database_.write(actor.agency(), [&](db::Tx& tx) {
        if (!org_.find_person(tx, entry.person) || !store::find_factor(tx, actor.agency(), entry.person))
            throw Error::not_found();
        store::delete_factor(tx, entry.person);
        tell_ended(tx, store::delete_sessions_of(tx, actor.agency(), entry.person, ""));
        audit_.record(tx, actor, "account.second_factor_reset", "person", entry.person.uuid);
    });
    return {};
}

} // namespace congso
