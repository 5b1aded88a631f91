#pragma once
#include "lib/crypto/ed25519.h"
#include "office/audit/audit.h"

#include <filesystem>
#include <mutex>

namespace congso {

// What is believed about the audit chains besides the database that holds them, in small files of a directory:
//   audit.key    the secret that signs
//   audit.keys   every public key that ever signed here, with the moment from which it did: no other is believed
//   audit.heads  the last head that was signed for each agency: a table that was cut does not reach it
// Safe to use from several threads.
class AuditKeys {
public:
    explicit AuditKeys(std::filesystem::path directory); // reads what is there and makes nothing
    explicit AuditKeys(const crypto::Ed25519Key& key); // kept nowhere

    bool is_new() const; // none of the files is there: nothing was ever signed
    void make(Time now); // the first key or the next one; those before it stay known
    void list_key(Time now); // of a directory older than the list: its key is the first

    const crypto::Ed25519Key& key() const; // throws unavailable "audit.key_missing"
    bool knows(std::string_view public_key) const; // in hex
    std::vector<std::string> faults() const; // of the files; one sentence each

    std::optional<audit::Checkpoint> find_head(AgencyId agency) const;
    void keep_head(const audit::Checkpoint& head); // unless a later one is kept

private:
    std::filesystem::path directory_; // empty: kept nowhere
    std::optional<crypto::Ed25519Key> key_;
    std::vector<audit::KnownKey> known_;
    mutable std::mutex mutex_; // of the heads
    std::vector<audit::Checkpoint> heads_;
};

} // namespace congso
