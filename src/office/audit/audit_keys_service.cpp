#include "office/audit/audit_keys_service.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/secret_file.h"
#include "lib/json/read.h"
#include "lib/json/write.h"

#include <algorithm>

namespace congso {

namespace {

constexpr auto key_name = "audit.key", list_name = "audit.keys", heads_name = "audit.heads";

struct KeyList {
    std::vector<audit::KnownKey> keys;
};
BOOST_DESCRIBE_STRUCT(KeyList, (), (keys))

struct HeadList {
    std::vector<audit::Checkpoint> heads;
};
BOOST_DESCRIBE_STRUCT(HeadList, (), (heads))

template <class T> T read_file(const std::filesystem::path& file)
{
    const auto text = crypto::read_secret_file(file);
    return text ? json::read<T>(*text) : T{};
}

} // namespace

AuditKeys::AuditKeys(std::filesystem::path directory)
    : directory_(std::move(directory)), key_(crypto::Ed25519Key::load(directory_ / key_name)),
      known_(read_file<KeyList>(directory_ / list_name).keys), heads_(read_file<HeadList>(directory_ / heads_name).heads)
{
}

AuditKeys::AuditKeys(const crypto::Ed25519Key& key) : key_(key), known_{{to_hex(key.public_key()), {}}} { }

bool AuditKeys::is_new() const
{
    const std::lock_guard lock{mutex_};
    return !key_ && known_.empty() && heads_.empty();
}

void AuditKeys::make(Time now)
{
    auto made = directory_.empty() ? crypto::Ed25519Key::make() : crypto::Ed25519Key::replace(directory_ / key_name);
    key_ = std::move(made);
    list_key(now);
}

void AuditKeys::list_key(Time now)
{
    if (!key_ || knows(to_hex(key_->public_key())))
        return;
    known_.push_back({to_hex(key_->public_key()), now});
    if (!directory_.empty())
        crypto::replace_secret_file(directory_ / list_name, json::write(KeyList{known_}));
}

const crypto::Ed25519Key& AuditKeys::key() const
{
    if (!key_)
        throw Error::unavailable("audit.key_missing");
    return *key_;
}

bool AuditKeys::knows(std::string_view public_key) const
{
    return std::any_of(known_.begin(), known_.end(), [&](const auto& known) { return known.public_key == public_key; });
}

std::vector<std::string> AuditKeys::faults() const
{
    std::vector<std::string> faults;
    if (is_new())
        return faults;
    if (!key_)
        faults.emplace_back("audit key: keys/audit.key is lost");
    if (known_.empty())
        faults.emplace_back("audit key: keys/audit.keys, which lists what is believed, is lost");
    else if (key_ && !knows(to_hex(key_->public_key())))
        faults.emplace_back("audit key: keys/audit.key is none of those that keys/audit.keys lists");
    return faults;
}

std::optional<audit::Checkpoint> AuditKeys::find_head(AgencyId agency) const
{
    const std::lock_guard lock{mutex_};
    const auto found = std::find_if(heads_.begin(), heads_.end(), [&](const auto& head) { return head.agency == agency; });
    return found == heads_.end() ? std::nullopt : std::optional{*found};
}

void AuditKeys::keep_head(const audit::Checkpoint& head)
{
    const std::lock_guard lock{mutex_};
    const auto found = std::find_if(heads_.begin(), heads_.end(), [&](const auto& kept) { return kept.agency == head.agency; });
    if (found != heads_.end() && found->sequence >= head.sequence)
        return;
    if (found == heads_.end())
        heads_.push_back(head);
    else
        *found = head;
    if (!directory_.empty())
        crypto::replace_secret_file(directory_ / heads_name, json::write(HeadList{heads_}));
}

} // namespace congso
