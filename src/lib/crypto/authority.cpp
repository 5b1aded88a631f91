#include "lib/crypto/authority.h"

#include "lib/base/bytes.h"
#include "lib/base/error.h"
#include "lib/crypto/secret_file.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace congso::crypto {
namespace {

template <auto Function> struct Free {
    template <class T> void operator()(T* object) const { Function(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

void require(bool succeeded)
{
    if (succeeded)
        return;
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char* const reason = ERR_reason_error_string(code);
    throw Error::internal("crypto.authority", {{"reason", reason != nullptr ? reason : "unknown"}});
}

Key make_key()
{
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr);
    return key;
}

std::string pem_of(const Key& key)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    require(memory && PEM_write_bio_PKCS8PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

std::string pem_of(const Certificate& certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    require(memory && PEM_write_bio_X509(memory.get(), certificate.get()) == 1);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

Certificate load_certificate(const std::filesystem::path& file) // nothing when it is missing or broken
{
    const Memory memory(BIO_new_file(file.c_str(), "re"));
    Certificate certificate(memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    return certificate;
}

Key load_key(const std::filesystem::path& file)
{
    const auto text = read_secret_file(file);
    require(text.has_value());
    const Memory memory(BIO_new_mem_buf(text->data(), static_cast<int>(text->size())));
    Key key(memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    require(key != nullptr);
    return key;
}

// The parts that all our certificates share: version 3, a random serial number of 159 bits (RFC 5280 §4.1.2.2), validity.
Certificate begin_certificate(const Key& key, const std::string& common_name, Time now, int days)
{
    Certificate certificate(X509_new());
    require(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    auto serial = random_bytes(20);
    serial[0] = static_cast<char>((static_cast<unsigned char>(serial[0]) & 0x7f) | 0x40); // positive, and of full length
    const std::unique_ptr<BIGNUM, Free<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.data()), static_cast<int>(serial.size()), nullptr));
    require(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) != nullptr);
    // From a day ago on: the clocks of an office's machines differ.
    const auto seconds = static_cast<std::time_t>(now.ms / 1000);
    require(ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds - day_ms / 1000) != nullptr
            && ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds + (days - 1) * (day_ms / 1000)) != nullptr);
    auto* const subject = X509_get_subject_name(certificate.get());
    const auto text = as_bytes(common_name);
    require(X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, text.data(), static_cast<int>(text.size()), -1, 0) == 1
            && X509_set_pubkey(certificate.get(), key.get()) == 1);
    return certificate;
}

void add_extension(const Certificate& certificate, const X509* issuer, int kind, const std::string& value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, const_cast<X509*>(issuer), certificate.get(), nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    require(extension && X509_add_ext(certificate.get(), extension.get(), -1) == 1);
}

void sign(const Certificate& certificate, const Key& issuer_key)
{
    require(X509_sign(certificate.get(), issuer_key.get(), EVP_sha256()) > 0);
}

// The value of an extension is a small language of its own: what is no name or address must not get into it.
void require_plain(const std::string& text)
{
    if (text.empty() || text.size() > 253
        || text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:*") != std::string::npos)
        throw Error::invalid("crypto.server_name", {{"name", text}});
}

bool is_covered(X509* certificate, const ServerNames& names)
{
    for (const auto& name : names.names)
        if (X509_check_host(certificate, name.c_str(), name.size(), 0, nullptr) != 1)
            return false;
    for (const auto& address : names.addresses)
        if (X509_check_ip_asc(certificate, address.c_str(), 0) != 1)
            return false;
    return true;
}

bool lasts_until(const X509* certificate, Time time)
{
    auto seconds = static_cast<std::time_t>(time.ms / 1000);
    return X509_cmp_time(X509_get0_notAfter(certificate), &seconds) > 0;
}

} // namespace

void make_authority(const CertificateFiles& authority, const std::string& name, Time now)
{
    if (load_certificate(authority.certificate) && std::filesystem::exists(authority.private_key))
        return;
    const auto key = make_key();
    const auto certificate = begin_certificate(key, name, now, authority_days);
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1);
    add_extension(certificate, certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(certificate, certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(certificate, certificate.get(), NID_subject_key_identifier, "hash");
    sign(certificate, key);
    // The key first: a crash in between leaves no certificate, and the next start makes both anew.
    replace_secret_file(authority.private_key, pem_of(key));
    replace_secret_file(authority.certificate, pem_of(certificate));
}

void issue_server_certificate(const CertificateFiles& authority, const CertificateFiles& server, const ServerNames& names, Time now)
{
    const auto issuer = load_certificate(authority.certificate);
    require(issuer != nullptr);
    const auto issuer_key = load_key(authority.private_key);
    std::string alternatives;
    const auto add = [&](const char* kind, const std::string& value) {
        require_plain(value);
        ((alternatives += alternatives.empty() ? "" : ",") += kind) += value;
    };
    for (const auto& name : names.names)
        add("DNS:", name);
    for (const auto& address : names.addresses)
        add("IP:", address);
    if (alternatives.empty())
        throw Error::invalid("crypto.server_name");

    const auto key = make_key();
    const auto certificate = begin_certificate(key, "congso", now, server_certificate_days);
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) == 1);
    add_extension(certificate, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate, issuer.get(), NID_key_usage, "critical,digitalSignature");
    add_extension(certificate, issuer.get(), NID_ext_key_usage, "serverAuth");
    add_extension(certificate, issuer.get(), NID_subject_key_identifier, "hash");
    add_extension(certificate, issuer.get(), NID_authority_key_identifier, "keyid:always");
    add_extension(certificate, issuer.get(), NID_subject_alt_name, alternatives);
    sign(certificate, issuer_key);
    replace_secret_file(server.private_key, pem_of(key));
    replace_secret_file(server.certificate, pem_of(certificate) + pem_of(issuer));
}

bool renew_server_certificate(const CertificateFiles& authority, const CertificateFiles& server, const ServerNames& names, Time now)
{
    const auto issuer = load_certificate(authority.certificate);
    require(issuer != nullptr);
    const auto certificate = load_certificate(server.certificate);
    if (certificate && lasts_until(certificate.get(), now.plus_ms(renewal_days * day_ms)) && is_covered(certificate.get(), names)
        && X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1
        // After a crash between its two files the key does not fit.
        && std::filesystem::exists(server.private_key)
        && X509_check_private_key(certificate.get(), load_key(server.private_key).get()) == 1)
        return false;
    ERR_clear_error();
    issue_server_certificate(authority, server, names, now);
    return true;
}

std::string certificate_fingerprint(const std::filesystem::path& file)
{
    const auto certificate = load_certificate(file);
    require(certificate != nullptr);
    std::uint8_t digest[EVP_MAX_MD_SIZE]{};
    unsigned size = 0;
    require(X509_digest(certificate.get(), EVP_sha256(), digest, &size) == 1);
    std::string text;
    for (const char c : to_hex({digest, size})) {
        if (text.size() % 3 == 2)
            text += ':';
        text += c >= 'a' ? static_cast<char>(c - 32) : c;
    }
    return text;
}

} // namespace congso::crypto
