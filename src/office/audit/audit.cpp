#include "office/audit/audit.h"

#include "lib/base/bytes.h"
#include "lib/crypto/digest.h"
#include "lib/crypto/ed25519.h"

namespace congso::audit {

std::string first_link()
{
    return std::string(64, '0');
}

std::string digest_of(std::string_view salt, std::string_view detail)
{
    return crypto::sha256_hex(std::string{salt} + std::string{detail});
}

std::string hash_of(const Link& link)
{
    return crypto::sha256_hex(link.agency.to_string() + '\n' + std::to_string(link.sequence) + '\n' + std::to_string(link.at.ms) + '\n'
                              + link.person.to_string() + '\n' + link.action + '\n' + link.record_kind + '\n' + link.record.to_string()
                              + '\n' + link.digest + '\n' + link.previous);
}

std::string signed_text(const Checkpoint& checkpoint)
{
    return "congso-checkpoint\n" + checkpoint.agency.to_string() + '\n' + std::to_string(checkpoint.sequence) + '\n' + checkpoint.hash
        + '\n' + std::to_string(checkpoint.at.ms);
}

bool is_signed(const Checkpoint& checkpoint)
{
    const auto key = from_hex(checkpoint.public_key), signature = from_hex(checkpoint.signature);
    return key && signature && crypto::verify_ed25519(as_bytes(*key), signed_text(checkpoint), as_bytes(*signature))
        && checkpoint.code == short_code(checkpoint.signature);
}

std::string short_code(std::string_view signature_hex)
{
    // Crockford's letters: no I, L, O, U to misread on paper
    static constexpr char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const auto digest = crypto::sha256(signature_hex);
    std::string code;
    for (std::size_t i = 0; i < 12; ++i) {
        if (i == 4 || i == 8)
            code += '-';
        code += letters[digest[i] & 31];
    }
    return code;
}

std::string code_as_printed(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (c == ' ' || c == '-')
            continue;
        if (code.size() == 4 || code.size() == 9)
            code += '-';
        code += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    }
    return code;
}

} // namespace congso::audit
